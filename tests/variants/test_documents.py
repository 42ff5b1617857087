"""One key for all addresses of a document, and never one key for two documents."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.urls import MAX_LENGTH
from claimtrack.variants.documents import FOR_PHONES, INDEXES, PARTS, Document, document_at
from claimtrack.variants.tracking import FAMILIES, TRACKING

REPORT = "https://news.example/2025/02/24/who-called-whom"

# Addresses in one list lead to one document; addresses in two lists lead to two.
DOCUMENTS = {
    "a report": [
        REPORT,
        "http://news.example/2025/02/24/who-called-whom",
        "https://NEWS.example:443/2025/02/24/who-called-whom/",
        "http://www.news.example:80/2025/02/24/who-called-whom/index.html",
        "https://news.example./2025/02/24/who-called-whom/INDEX.PHP",
        "https://news.example/2025/02/24/who%2Dcalled%2dwhom",
        "https://news.example/2025/02/./xx/../24/who-called-whom",
        "https://m.news.example/2025/02/24/who-called-whom",
        "https://mobile.news.example/2025/02/24/who-called-whom",
        "https://amp.news.example/2025/02/24/who-called-whom",
        "https://www.amp.news.example/2025/02/24/who-called-whom",
        f"{REPORT}/amp",
        f"{REPORT}/amp/",
        f"{REPORT}/amp/index.html",
        f"{REPORT}.amp",
        "https://news.example/amp/2025/02/24/who-called-whom",
        f"{REPORT}?amp",
        f"{REPORT}?amp=1",
        f"{REPORT}?outputType=amp",
        f"{REPORT}?utm_source=letter&UTM_Medium=mail&fbclid=IwAR0",
        f"{REPORT}/?gclid=x#results",
        f"{REPORT}#:~:text=he%20said,she%20said",
        f"{REPORT}#xtor=RSS-1",
        "https://www.google.com/amp/s/www.news.example/2025/02/24/who-called-whom/amp/",
        "https://google.co.uk/amp/news.example/2025/02/24/who-called-whom",
        "https://www-news-example.cdn.ampproject.org/c/s/www.news.example/2025/02/24/who-called-whom/amp?usqp=mq331",
        "https://cdn.ampproject.org/v/s/news.example/2025/02/24/who-called-whom?amp_js_v=0.1",
        "https://web.archive.org/web/20250224101500/https://www.news.example/2025/02/24/who-called-whom",
        "https://web.archive.org/web/20250224101500if_/http://news.example:80/2025/02/24/who-called-whom/",
        "https://web.archive.org/web/2025/news.example/2025/02/24/who-called-whom",
        "https://web.archive.org/web/https://news.example/2025/02/24/who-called-whom",
        "https://web.archive.org/web/20250224101500/https%3A%2F%2Fnews.example%2F2025%2F02%2F24%2Fwho-called-whom",
        "https://web.archive.org/web/20250224101500/https:/news.example/2025/02/24/who-called-whom",
        "https://arquivo.example/wayback/20250224101500mp_/https://news.example/2025/02/24/who-called-whom",
        "https://archive.ph/2025.02.24-101500/https://news.example/2025/02/24/who-called-whom",
        "https://archive.today/20250224/https://news.example/2025/02/24/who-called-whom",
        "https://archive.is/newest/https://news.example/2025/02/24/who-called-whom",
        "https://archive.ph/20250224101500/https://web.archive.org/web/2025/https://news.example/2025/02/24/who-called-whom",
        "https://webcache.googleusercontent.com/search?q=cache:AbC-_1234567:https://news.example/2025/02/24/who-called-whom+call&hl=de",
        "https://webcache.googleusercontent.com/search?hl=de&q=cache:news.example/2025/02/24/who-called-whom",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2F2025%2F02%2F24%2Fwho-called-whom&usg=AOv",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2F2025%2F02%2F24%2Fwho-called-whom%3Ffbclid%3DIwAR&h=AT0",
    ],
    "another report": ["https://news.example/2025/02/25/who-called-whom"],
    "the same words, elsewhere": ["https://other.example/2025/02/24/who-called-whom"],
    "a host below": ["https://de.news.example/2025/02/24/who-called-whom"],
    "another port": ["https://news.example:8443/2025/02/24/who-called-whom"],
    "other capitals": ["https://news.example/2025/02/24/Who-Called-Whom"],
    "by number": [
        "https://news.example/?p=57651",
        "http://www.news.example/index.php?p=57651&utm_campaign=x",
        "https://m.news.example?p=57651",
    ],
    "another number": ["https://news.example/?p=57652"],
    "two parameters": ["https://news.example/list?b=2&a=1", "https://www.news.example/list/?a=1&&b=2#top"],
    "one more": ["https://news.example/list?a=1&b=2&c=3"],
    "one name twice": ["https://news.example/list?a=1&a=2"],
    "the other way round": ["https://news.example/list?a=2&a=1"],
    "a blank": ["https://news.example/find?q=a+b", "https://news.example/find?q=a%20b"],
    "a plus": ["https://news.example/find?q=a%2Bb"],
    "an escaped slash": ["https://news.example/a%2Fb", "https://news.example/a%2fb"],
    "a slash": ["https://news.example/a/b"],
    "brackets": ["https://news.example/wiki/Bridge_(Alderford)", "https://news.example/wiki/Bridge_%28Alderford%29"],
    "letters": ["https://bücher.example/über", "https://xn--bcher-kva.example/%C3%BCber", "https://xn--bcher-kva.example/%c3%bcber"],
    "a file": ["https://news.example/report.html", "https://news.example/report.amp.html", "https://amp.news.example/report.html"],
    "a page of its own": ["https://news.example/report"],
    "the unit": ["https://units.example/si/amp", "https://www.units.example/si/amp/"],
    "the units": ["https://units.example/si"],
    "amplifiers": ["https://units.example/amp/loud"],
    "loud": ["https://units.example/loud"],
    "a current": ["https://units.example/si?amp=16"],
    "a route": ["https://app.example/#!/talks/7", "http://www.app.example/#!/talks/7"],
    "another route": ["https://app.example/#!/talks/8"],
    "a route without a mark": ["https://app.example/#/talks/8"],
    "an old frame": ["https://app.example/#doc=8"],
    "a front page": ["https://app.example", "http://www.app.example/index.html", "https://app.example/#top"],
    "a front page for phones": ["https://m.app.example/"],
    "a host that begins like one for phones": ["https://mother.app.example/"],
    "a name that is short": ["https://m.co.uk/report-of-the-year"],
    "not a name": ["https://co.uk/report-of-the-year"],
    "a list of captures": ["https://web.archive.org/web/2025*/https://news.example/2025/02/24/who-called-whom"],
    "a search in captures": [f"https://archive.ph/{REPORT}"],
    "a capture by name": ["https://archive.ph/AbCdE", "https://archive.is/AbCdE", "http://archive.today/AbCdE"],
    "another capture": ["https://archive.ph/aBcDe"],
    "a capture that tells nothing": ["https://perma.cc/AB12-CD34"],
    "a search": ["https://www.google.com/search?q=cache:news.example"],
    "a redirect by number": ["https://www.google.com/url?q=57651"],
    "a video": [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=AbC",
        "https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ&t=42s",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42",
        "https://youtube.com/shorts/dQw4w9WgXcQ",
    ],
    "another video": ["https://www.youtube.com/watch?v=dQw4w9WgXcR"],
    "a channel": ["https://www.youtube.com/c/alderford"],
    "a post": [
        "https://twitter.com/alderford/status/20",
        "https://x.com/alderford/status/20?s=46&t=AbC",
        "https://mobile.twitter.com/i/web/status/20",
        "https://x.com/Alderford/status/20/photo/1",
    ],
    "another post": ["https://x.com/alderford/status/21"],
    "an account": ["https://x.com/alderford", "https://twitter.com/alderford"],
    "a message": ["https://t.me/alderford/7", "https://t.me/s/alderford/7", "https://telegram.me/alderford/7"],
    "another message": ["https://t.me/alderford/8"],
    "a page of messages": ["https://t.me/s/alderford?before=8"],
    "an entry": ["https://de.wikipedia.org/wiki/Alderford", "https://de.m.wikipedia.org/wiki/Alderford"],
    "the entry in another language": ["https://en.wikipedia.org/wiki/Alderford"],
}


def key(address: str) -> str:
    found = document_at(address)
    assert found is not None, address
    return found.key


@pytest.mark.parametrize("addresses", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_all_addresses_of_a_document_have_one_key(addresses: list[str]) -> None:
    assert {one: key(one) for one in addresses} == dict.fromkeys(addresses, key(addresses[0]))


def test_two_documents_have_two_keys() -> None:
    keys = {name: key(addresses[0]) for name, addresses in DOCUMENTS.items()}

    assert [(one, other) for one, other in combinations(keys, 2) if keys[one] == keys[other]] == []


@pytest.mark.parametrize(
    ("address", "captured", "part"),
    [
        (REPORT, "", ""),
        (f"{REPORT}#results", "", "results"),
        ("https://news.example/report.pdf#page=3", "", "page=3"),
        ("https://news.example/report.pdf#page=3&zoom=100&utm_source=x", "", "page=3&zoom=100"),
        (f"{REPORT}#:~:text=a/b", "", ":~:text=a/b"),
        (f"{REPORT}#results:~:text=a", "", "results:~:text=a"),
        ("https://youtu.be/dQw4w9WgXcQ?t=42", "", "t=42"),
        ("https://youtu.be/dQw4w9WgXcQ#t=42", "", "t=42"),
        (f"https://web.archive.org/web/20250224101500/{REPORT}#results", "20250224101500", "results"),
        (f"https://archive.ph/2025.02.24-101500/{REPORT}", "20250224101500", ""),
        (f"https://archive.ph/newest/{REPORT}", "", ""),
        (f"https://archive.ph/20260101000000/https://web.archive.org/web/20250224101500/{REPORT}", "20260101000000", ""),
    ],
)
def test_versions_and_parts_of_a_document_are_told_apart(address: str, captured: str, part: str) -> None:
    found = document_at(address)

    assert found is not None
    assert (found.captured, found.part) == (captured, part)


@pytest.mark.parametrize("address", ["", "www.news.example", "mailto:a@news.example", "https://", "https://a b.example/", "x" * MAX_LENGTH])
def test_what_is_no_address_leads_nowhere(address: str) -> None:
    assert document_at(address) is None


def test_an_archive_that_wraps_no_address_is_a_page_like_others() -> None:
    assert document_at("https://web.archive.org/web/20250224101500/localhost/x") == Document(
        "web.archive.org/web/20250224101500/localhost/x", "", ""
    )


def test_wrappers_that_never_end_are_left_alone() -> None:
    assert (
        key("https://web.archive.org/web/2025/" * 9 + "a.example")
        == "web.archive.org/web/2025/https://" * 3 + "web.archive.org/web/2025/a.example"
    )


# Properties: whatever the document is called, it keeps its key in every disguise, and takes that of no other.

steps = st.sampled_from(
    ["2025", "politics", "who-called-whom", "a-b-c", "report.html", "7533070", "x", "(y)", "ü", "amp-review-1", "C%2B%2B"]
)
documents = st.builds(
    lambda host, path, number: f"{host}/{'/'.join(path)}{f'?id={number}' if number else ''}",
    st.sampled_from(["news.example", "de.news.example", "a.b.example", "other.example:8080"]),
    st.lists(steps, min_size=1, max_size=4),
    st.integers(0, 3),
)


def _with(pair: str) -> Callable[[str], str]:
    return lambda address: f"{address}{'&' if '?' in address else '?'}{pair}"


DISGUISES: list[Callable[[str], str]] = [
    lambda address: address,
    lambda address: address.replace("https://", "http://"),
    lambda address: address.replace("https://", "https://www.", 1),
    lambda address: address.replace("https://", "https://m.", 1),
    lambda address: address.replace(".example", ".EXAMPLE"),
    lambda address: address.replace("-", "%2D"),
    _with("utm_source=x"),
    _with("fbclid=IwAR-1_2"),
    _with("amp=1"),
    lambda address: f"https://web.archive.org/web/20250224101500/{address}",
    lambda address: f"https://archive.ph/20250224101500/{address}",
    lambda address: f"https://www.google.com/amp/s/{address.partition('://')[2]}",
]
disguises = st.lists(st.sampled_from(DISGUISES), max_size=3)


@given(documents, documents, disguises, disguises)
def test_two_addresses_have_one_key_exactly_where_they_lead_to_one_document(
    one: str, other: str, of_one: list[Callable[[str], str]], of_other: list[Callable[[str], str]]
) -> None:
    first, second = f"https://{one}", f"https://{other}"
    for disguise in of_one:
        first = disguise(first)
    for disguise in of_other:
        second = disguise(second)

    assert (key(first) == key(second)) is (one == other)


@given(st.text(alphabet="htps:/@.\\a?#%&[]é m=1x!~\t", max_size=40))
def test_every_text_has_a_key_of_plain_signs_or_none(text: str) -> None:
    for candidate in (text, "https://a.example/" + text, "https://web.archive.org/web/2025/" + text, "https://m." + text):
        found = document_at(candidate)
        assert found is None or (found.key.isascii() and found.key.isprintable())


def test_no_word_is_on_two_lists() -> None:
    assert not {one for one in TRACKING if one.startswith(FAMILIES)}
    assert not TRACKING & (PARTS | INDEXES | FOR_PHONES)
    assert all(one == one.lower() for one in TRACKING)
