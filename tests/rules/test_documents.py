"""Addresses and the documents that they lead to, pages of the desk itself, and what sources cite: beyond the examples of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SOURCES = "--- sources.yaml\n"
ONE = "expected one source for each document"
KEEP = "keep one of them, with the other addresses under `copies` or `archives`, and cite it in both places"


def source(name: str, **fields: str) -> str:
    """Write a source."""
    return f"{name}:\n" + "".join(f"  {field}: {value}\n" for field, value in ({"unknown": "On paper."} | fields).items() if value)


def at(name: str, url: str, **fields: str) -> str:
    """Write a source that has an address."""
    return source(name, unknown="", url=f'"{url}"', **fields)


def evidence(*sources: str) -> str:
    """Write evidence that rests on sources, beside what the base claim needs."""
    items = "".join(f"  - {{id: e{place}, source: {one}, stance: supports}}\n" for place, one in enumerate(sources))
    return f"computed:\nletters:\nverdict:\nso_far: Little is known.\nevidence:\n{items}"


# Addresses


@pytest.mark.parametrize(
    ("address", "shorter"),
    [
        ("https://a.example/x?id=7&utm_source=letter&fbclid=IwAR", "https://a.example/x?id=7"),
        ("http://amp.a.example/x/amp?gclid=1#top", "http://amp.a.example/x/amp#top"),
        ("https://a.example/x#xtor=RSS-1", "https://a.example/x"),
    ],
)
def test_an_address_is_shown_without_what_tracks(address: str, shorter: str, check_base: CheckBase) -> None:
    message = f"the address holds what only tracks readers; without it, it is {shorter}"

    assert check_base(f'appearances:\n  - url: "{address}"  # here').messages("CT205") == [
        f"here: {message} -> write it without what tracks, if it leads to the same page"
    ]


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/x",
        "https://a.example/x/amp/",
        "https://amp.a.example/x?amp=1",
        "https://a.example/x?ref=7&source=8&s=9",
        "https://a.example/x?utm_source=a&token=c2VjcmV0",  # told as a secret, which must not be repeated
        "https://web.archive.org/web/20260209101500/https://a.example/x?utm_source=a",  # that is what was captured
        "https://a.example\\x?utm_source=a",  # told as no address
    ],
)
def test_an_address_that_names_a_document_is_left_as_it_is(address: str, check_base: CheckBase) -> None:
    assert check_base(f"appearances:\n  - url: '{address}'").of("CT205") == []


def test_captures_are_left_as_they_are(check_base: CheckBase) -> None:
    archives = '[{provider: archive, url: "https://archive.example/1?utm_source=a"}]'

    assert check_base(SOURCES + at("x", "https://a.example/", archives=archives)).of("CT205") == []


@pytest.mark.parametrize(
    ("address", "host"), [("https://bit.ly/3xYz", "bit.ly"), ("http://www.TinyURL.com/a", "tinyurl.com"), ("https://t.co/aB?x=1", "t.co")]
)
def test_the_service_that_shortened_an_address_is_named(address: str, host: str, check_base: CheckBase) -> None:
    message = f"the address is a short one of {host}; expected the address that it leads to"

    assert check_base(f'appearances:\n  - url: "{address}"  # here').messages("CT206") == [
        f"here: {message} -> open it, and write the address at which the browser arrives"
    ]


@pytest.mark.parametrize("address", ["https://bit.ly/", "https://youtu.be/dQw4w9WgXcQ", "https://perma.cc/AB12-CD34", "https://abit.ly/x"])
def test_an_address_that_is_short_by_itself_is_none_of_a_shortener(address: str, check_base: CheckBase) -> None:
    assert check_base(f'appearances:\n  - url: "{address}"').of("CT206") == []


# The same document twice


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "http://www.a.example/x/"),
        ("https://a.example/x", "https://a.example/x#page=3"),
        ("https://a.example/x#page=3", "https://a.example/x?utm_source=y#page=3"),
        ("https://a.example/x", "https://web.archive.org/web/20260209101500/https://a.example/x"),
        ("https://archive.ph/20260209101500/https://a.example/x", "https://web.archive.org/web/20260209101500/https://a.example/x"),
    ],
)
def test_one_document_is_one_source(one: str, other: str, check_base: CheckBase) -> None:
    checked = check_base(SOURCES + at("one", one) + at("other", other).replace(":\n", ":  # here\n", 1))

    assert checked.messages("CT207") == [f"here: ‘other’ is the same document as ‘one’; {ONE} -> {KEEP}"]
    (found,) = checked.of("CT207")
    assert [(place.file, place.span.line, place.message) for place in found.related] == [
        ("sources.yaml", found.span.line - 1, "the same document")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x?id=1", "https://a.example/x?id=2"),
        ("https://a.example/x#page=3", "https://a.example/x#page=4"),
        ("https://youtu.be/dQw4w9WgXcQ?t=42", "https://youtu.be/dQw4w9WgXcQ?t=43"),
        (
            "https://web.archive.org/web/20260209101500/https://a.example/x",
            "https://web.archive.org/web/20260209101501/https://a.example/x",
        ),
    ],
)
def test_parts_and_versions_that_say_so_are_sources_of_their_own(one: str, other: str, check_base: CheckBase) -> None:
    assert check_base(SOURCES + at("one", one) + at("other", other)).of("CT207") == []


def test_a_copy_of_the_text_is_the_same_document(check_base: CheckBase) -> None:
    sources = at("one", "https://a.example/x", copies='["https://b.example/y"]') + at("other", "https://b.example/y?fbclid=z")

    assert [one.message for one in check_base(SOURCES + sources).of("CT207")] == [f"‘other’ is the same document as ‘one’; {ONE}"]
    assert check_base(SOURCES + at("one", "https://a.example/x", copies='["https://a.example/x/"]')).of("CT207") == []


def test_a_document_is_told_once_however_often_it_is_a_source(check_base: CheckBase) -> None:
    sources = SOURCES + at("a", "https://a.example/x") + at("b", "http://a.example/x") + at("c", "https://m.a.example/x")
    checked = check_base(sources + "--- town/example.yaml\n" + evidence("a", "b", "c", "bridge-count"))

    (found,) = checked.of("CT207")
    assert found.message == f"‘b’ and ‘c’ are the same document as ‘a’; {ONE}"
    assert [place.span.line - found.span.line for place in found.related] == [3, -1]


def test_of_very_many_the_first_are_named(check_base: CheckBase) -> None:
    sources = "".join(at(f"s{number}", f"https://a.example/x?utm_source={number}") for number in range(13))

    (found,) = check_base(SOURCES + sources).of("CT207")
    assert found.message == f"{', '.join(f'‘s{number}’' for number in range(1, 11))} and others are the same document as ‘s0’; {ONE}"
    assert len(found.related) == 10


WRITTEN = '{url: "https://roads.example/bridge-count-2026/", level: primary}'


def test_what_has_an_id_is_not_written_out(check_base: CheckBase) -> None:
    checked = check_base(evidence("haulier-survey", f"{WRITTEN}", WRITTEN.replace("https", "http")))

    assert [(one.message, one.hint) for one in checked.of("CT207")] == [
        (f"‘example/e1’ and ‘example/e2’ are the same document as ‘bridge-count’; {ONE}", "write its id in place of the source")
    ]
    assert [(place.file, place.span.line) for place in checked.of("CT207")[0].related] == [("town/example.yaml", 22), ("sources.yaml", 3)]


def test_what_is_written_out_twice_in_a_claim_is_told_once(check_base: CheckBase) -> None:
    three = [f'{{url: "https://a.example/x?{name}=1", level: primary}}' for name in ("utm_a", "utm_b", "utm_c")]
    checked = check_base(evidence("bridge-count", *three))

    assert [(one.message, one.hint) for one in checked.of("CT207")] == [
        (
            f"‘example/e2’ and ‘example/e3’ are the same document as ‘example/e1’; {ONE}",
            "add it to `sources.yaml`, and write its id in place of the source",
        )
    ]


def test_several_claims_may_write_the_same_document_out(check_base: CheckBase) -> None:
    once = evidence("bridge-count", '{url: "https://a.example/x", level: primary}')

    assert check_base(f"{once}--- other.yaml\n{once}").of("CT207") == []


def test_one_source_may_be_cited_twice_in_a_claim(check_base: CheckBase) -> None:
    assert check_base(evidence("bridge-count", "bridge-count")).of("CT207") == []


# Pages of the desk itself

OWN = "https://desk.example/2025/twice-as-many"


@pytest.mark.parametrize(
    ("stance", "told"), [("supports", True), ("refutes", True), ("term", True), ("unclear", False), ("context", False)]
)
@pytest.mark.parametrize("url", [OWN, "http://www.desk.example/", f"https://web.archive.org/web/2026/{OWN}", f"{OWN}?p=1"])
def test_a_page_of_the_desk_carries_no_verdict(url: str, stance: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    written = f'evidence:\n  - {{id: a, source: bridge-count, stance: supports}}\n  - id: own\n    source: {{url: "{url}"}}  # here\n'
    checked = check_base(f"computed:\nletters:\nverdict:\nso_far: So far.\n{written}    stance: {stance}\n")

    message = "the evidence is a page of this desk, on desk.example; expected a source outside of it"
    hint = "cite what that page rests on, or give it the stance `context`"
    assert checked.messages("CT208") == ([f"here: {message} -> {hint}"] if told else [])


def test_a_source_by_its_id_is_a_page_of_the_desk_too(check_base: CheckBase) -> None:
    checked = check_base(SOURCES + at("own", OWN) + "--- town/example.yaml\n" + evidence("own", "bridge-count"))

    assert [(one.file, one.message) for one in checked.of("CT208")] == [
        ("town/example.yaml", "the evidence is a page of this desk, on desk.example; expected a source outside of it")
    ]


@pytest.mark.parametrize(
    ("publisher", "url", "told"),
    [
        ("https://desk.example/checks/", "https://desk.example/checks/7", True),
        ("https://desk.example/checks", "https://desk.example/checks", True),
        ("https://desk.example/checks", "https://desk.example/checks-of-others/7", False),
        ("https://desk.example/checks", "https://desk.example/news/7", False),
        ("https://desk.example", "https://other.example/desk.example", False),
        ("https://desk.example", "https://not-desk.example/7", False),
        ("https://desk.example", "https://town.desk.example/7", False),
    ],
)
def test_pages_below_the_address_of_the_publisher_are_its_own(publisher: str, url: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    desk = f'--- desk.yaml\npublisher: {{name: Desk, url: "{publisher}"}}\n'

    assert len(check_base(f'appearances:\n  - url: "{url}"\n{desk}').of("CT208")) == told


def test_an_appearance_is_not_on_a_page_of_the_desk(check_base: CheckBase) -> None:
    message = "the appearance is a page of this desk, on desk.example; expected the page on which the claim was made"

    assert check_base(f'appearances:\n  - url: "{OWN}"  # here').messages("CT208") == [
        f"here: {message} -> name the page on which it was made"
    ]


def test_the_desk_may_keep_a_copy_and_need_not_have_pages(check_base: CheckBase) -> None:
    kept = SOURCES + source("kept", copies=f'["{OWN}"]') + "--- town/example.yaml\n" + evidence("kept", "bridge-count")

    assert check_base(kept).of("CT208") == []
    assert check_base(f'appearances:\n  - url: "{OWN}"\n--- desk.yaml\npublisher: {{name: Desk}}').of("CT208") == []


# What sources cite


def test_an_unknown_source_that_is_cited_is_named_with_what_was_meant(check_base: CheckBase) -> None:
    sources = SOURCES + source("a", cites="[bridge-count, nobody]  # here")

    assert check_base(sources).messages("CT229") == ["here: there is no source ‘nobody’ -> add it to `sources.yaml`"]
    assert check_base(sources.replace("nobody", "bridge-cuont")).messages("CT229") == [
        "here: there is no source ‘bridge-cuont’ -> did you mean ‘bridge-count’?"
    ]


def test_a_source_that_is_written_out_cites_known_ones_only(check_base: CheckBase) -> None:
    checked = check_base(evidence("bridge-count", "{unknown: Told., cites: [nobody]}"))

    assert [(one.file, one.message) for one in checked.of("CT229")] == [("town/example.yaml", "there is no source ‘nobody’")]


def test_a_source_that_cannot_be_read_may_be_cited(check_base: CheckBase) -> None:
    checked = check_base(SOURCES + source("a", cites="[b]") + "b: {published: soon}")

    assert {one.code[:3] for one in checked.findings} == {"CT0"}


HINT = "find out who said it first, and take away what that source cites"


def test_a_source_does_not_cite_itself(check_base: CheckBase) -> None:
    assert check_base(SOURCES + source("a", cites="[bridge-count, a]  # here")).messages("CT230") == [
        f"here: ‘a’ cites itself; expected somebody else, or nobody -> {HINT}"
    ]


def test_the_whole_circle_is_shown_from_the_first_source_on(check_base: CheckBase) -> None:
    away = source("x", cites="[b]") + source("end")
    circle = source("b", cites="[end, c]  # here") + source("c", cites="[d]") + source("d", cites="[end, b]")
    checked = check_base(SOURCES + away + circle)

    message = "sources cite each other in a circle: b → c → d → b; expected one that cites none of them"
    assert checked.messages("CT230") == [f"here: {message} -> {HINT}"]
    (found,) = checked.of("CT230")
    assert [(place.span.line - found.span.line, place.message) for place in found.related] == [
        (3, "and cites the next one here"),
        (6, "and cites the next one here"),
    ]


def test_each_circle_is_told_and_sources_that_cite_one_end_are_none(check_base: CheckBase) -> None:
    two = source("a", cites="[b]") + source("b", cites="[a]") + source("c", cites="[d, a]") + source("d", cites="[c]")
    none = source("a", cites="[c, d]") + source("b", cites="[c, d]") + source("c", cites="[d]") + source("d")

    assert [one.message.partition(": ")[2].partition(";")[0] for one in check_base(SOURCES + two).of("CT230")] == ["a → b → a", "c → d → c"]
    assert check_base(SOURCES + none).of("CT230") == []


@pytest.mark.parametrize(("length", "shown"), [(12, "s0 → s1 → s2"), (13, "13 sources cite each other in a circle: s0 → s1 → s2")])
def test_of_a_long_circle_the_beginning_is_shown(length: int, shown: str, check_base: CheckBase) -> None:
    circle = "".join(source(f"s{number}", cites=f"[s{(number + 1) % length}]") for number in range(length))
    (found,) = check_base(SOURCES + circle).of("CT230")

    end = "s11 → s0; expected" if length == 12 else "s11 → … → s0; expected"
    assert shown in found.message
    assert f"{end} one that cites none of them" in found.message
    assert len(found.related) == 11


# What it means for a claim


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (source("a", origin="hauliers") + source("b", origin="courier"), ""),
        (source("a", origin="hauliers") + source("b", origin="courier", cites="[a]"), "hauliers"),
        (source("a", cites="[c]") + source("b", cites="[c]") + source("c", origin="courier"), "courier"),
        (source("a", cites="[b]") + source("b", origin="roads-office", cites="[c]") + source("c", origin="treasury"), "town-hall"),
        (at("a", "https://a.example/x", origin="hauliers") + at("b", "http://a.example/x", origin="courier"), "hauliers"),
        (at("a", "https://a.example/x") + at("b", "https://b.example/x"), ""),
    ],
)
def test_two_origins_become_one_by_citation_by_body_and_by_document(sources: str, found: str, check_base: CheckBase) -> None:
    two = "{id: a, source: a, stance: supports}, {id: b, source: b, stance: refutes}"
    claim = f"computed:\nletters:\nevidence: [{two}]\nverdict: {{rating: partly-supported, summary: So., rationale: So.}}\n"
    checked = check_base(f"{SOURCES}{sources}--- town/example.yaml\n{claim}")

    short = [one.message.rpartition("; ")[2] for one in checked.of("CT411") if "independent" in one.message]
    assert short == ([f"found only ‘{found}’"] if found else [])


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://courier.example/old-bridge", True),
        ("http://www.courier.example/old-bridge/?utm_source=letter", True),
        ("https://web.archive.org/web/20260204101500/https://courier.example/old-bridge", True),
        ("https://courier.example/old-bridge?page=2", False),
        ("https://courier.example/new-bridge", False),
    ],
)
def test_an_article_has_one_folder(url: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(f'--- village/article.yaml\ntitle: The bridge\nlanguage: en\nurl: "{url}"  # here\n')
    message = "here: ‘village’ is the same document as ‘town’; expected one article for each document"

    assert checked.messages("CT209") == ([f"{message} -> put their claims into one folder, or correct the address"] if told else [])
    if told:
        (found,) = checked.of("CT209")
        assert [(place.file, place.message) for place in found.related] == [("town/article.yaml", "the same document")]


def test_an_article_without_an_address_is_no_other_one(check_base: CheckBase) -> None:
    leaflets = "".join(f"--- leaflet-{number}/article.yaml\ntitle: A leaflet\nlanguage: en\nunknown: On paper.\n" for number in (1, 2))

    assert check_base(leaflets).of("CT209") == []
