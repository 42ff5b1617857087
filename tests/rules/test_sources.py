"""Sources and evidence: addresses, days and references beyond the examples of the rules, and exactly where the bounds are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SURVEY = "--- sources.yaml\nhaulier-survey:\n  level: secondary\n  origin: hauliers\n"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("hauliers.example", "does not begin with http:// or https:// -> write the whole address, with https:// in front"),
        ("javascript:alert(1)", "does not begin with http:// or https:// -> write the whole address, with https:// in front"),
        ("https://", "has no host -> copy it from the browser"),
        ("https://a.example/a b", "holds a blank -> copy it from the browser"),
        ("https://me@a.example/", "holds a user name in front of its host -> copy it from the browser"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(address: str, message: str, check_base: CheckBase) -> None:
    assert check_base(f'{SURVEY}  url: "{address}"  # here').messages("CT201") == [f"here: the address {message}"]


@pytest.mark.parametrize(
    ("report", "hint"),
    [
        ("errors@desk.example", "write `mailto:errors@desk.example`"),
        ("desk.example/report", "write the whole address, with https:// in front"),
        ("mailto:errors@desk.example", None),
    ],
)
def test_an_address_for_reports_may_be_a_mail_address(report: str, hint: str | None, check_base: CheckBase) -> None:
    message = f"here: the address does not begin with http:// or https:// -> {hint}"

    assert check_base(f'--- desk.yaml\npages: {{report: "{report}"}}  # here').messages("CT201") == ([message] if hint else [])


@pytest.mark.parametrize(
    "fragments",
    [
        'appearances:\n  - {url: "x://a.example"}  # here',
        'claimant: {name: Rike Holm, role: Councillor, same_as: "x://a.example"}  # here',
        'media_review: {categories: [StagedContent], original: "x://a.example"}  # here',
        '--- article.yaml\nurl: "x://a.example"  # here',
        '--- desk.yaml\npublisher: {name: Desk, url: "x://a.example"}  # here',
        '--- desk.yaml\npages: {imprint: "x://a.example"}  # here',
        '--- desk.yaml\nforge: {records: "https://a.example/", history: "x://a.example"}  # here',
        f'{SURVEY}  url: "https://a.example/"\n  copies: ["https://b.example/", "x://a.example"]  # here',
        f'{SURVEY}  url: "https://a.example/"\n  archives: [{{provider: archive, url: "x://a.example"}}]  # here',
    ],
)
def test_every_field_that_holds_an_address_is_held_to_the_gate(fragments: str, check_base: CheckBase) -> None:
    assert check_base(fragments).messages("CT201") == [
        "here: the address does not begin with http:// or https:// -> write the whole address, with https:// in front"
    ]


def test_mistakes_may_be_reported_by_mail(check_base: CheckBase) -> None:
    assert check_base('--- desk.yaml\npages: {report: "mailto:desk@desk.example"}').findings == ()


def test_an_address_with_a_secret_is_one_finding_that_does_not_repeat_it(check_base: CheckBase) -> None:
    checked = check_base(f'{SURVEY}  url: "https://me:s3cret@a.example/?sig=s3cret"  # here')

    assert checked.messages("CT202") == [
        (
            "here: the address holds what gives access, in ‘password’; expected an address that everybody can use"
            " -> take it out, and make it invalid where it was issued"
        )
    ]
    assert checked.of("CT201") == []


def test_an_address_and_a_reason_against_one_exclude_each_other(check_base: CheckBase) -> None:
    assert check_base(f'{SURVEY}  url: "https://a.example/"\n  unknown: On paper.  # here').messages("CT203") == [
        "here: there is an address, and a reason why there is none; expected one of the two -> keep the one that holds"
    ]


def test_a_protected_source_needs_no_address_and_no_other_reason(check_base: CheckBase) -> None:
    assert check_base(f"{SURVEY}  protected: She would lose her post.").of("CT203") == []


def test_a_source_written_out_in_a_claim_is_held_to_the_same_rules(check_base: CheckBase) -> None:
    fragments = """\
evidence:
  - {id: count-2026, source: bridge-count, stance: supports}
  - id: survey
    source:  # here
      title: Survey
      origin: hauliers
    stance: context
computed:
letters:
verdict:
so_far: Little is known.
"""

    assert [(one.code, one.span.line) for one in check_base(fragments).findings if one.code.startswith("CT2")] == [
        ("CT203", check_base(fragments).marked[1])  # type: ignore[index]  # there is a marked line
    ]


TODAY = datetime.date(2026, 2, 10)


@pytest.mark.parametrize(
    ("day", "count"),
    [("2026-02-10", 0), ("2026-02-11", 0), ("2026-02-12", 1), ("2026-02", 0), ("2026", 0), ("2026-03", 1), ("2027", 1), ("2027~", 0)],
)
def test_what_was_published_today_or_where_it_is_tomorrow_already_is_not_in_the_future(day: str, count: int, check_base: CheckBase) -> None:
    checked = check_base(f'{SURVEY}  url: "https://a.example/"\n  published: {day}  # here', today=TODAY)

    assert [one for one in checked.messages("CT211") if one.startswith("here")] == [
        f"here: the day has not come yet anywhere on earth; found {day}, expected 2026-02-11 or before -> correct the date"
    ] * count


@pytest.mark.parametrize(
    ("published", "accessed", "count"),
    [
        ("2026-02-10", "2026-02-10", 0),
        ("2026-02-10", "2026-02-09", 0),
        ("2026-02-10", "2026-02-08", 1),
        ("2026-02", "2026-02-01", 0),
        ("2026-02", "2026-01-31", 0),
        ("2026-02", "2026-01-30", 1),
        ("2026", "2026-01-01", 0),
        ("2026", "2025-12-31", 0),
        ("2026", "2025-12-30", 1),
        ("2026-02-10~", "2026-01-01", 0),
    ],
)
def test_what_was_read_on_the_day_of_publication_was_not_read_before(
    published: str, accessed: str, count: int, check_base: CheckBase
) -> None:
    checked = check_base(f'{SURVEY}  url: "https://a.example/"\n  published: {published}\n  accessed: {accessed}  # here')

    message = f"here: read on {accessed}, before it was published on {published}; expected that day or later"
    assert checked.messages("CT212") == [f"{message} -> correct the date that is wrong"] * count


@pytest.mark.parametrize(
    ("appearance", "count"),
    [
        ("captured_at: 2026-02-02T00:00:00Z", 0),
        ("captured_at: 2026-02-01T12:00:00+14:00", 0),
        ("captured_at: 2026-01-31T23:59:59Z", 1),
    ],
)
def test_a_copy_of_the_day_of_the_claim_can_show_it(appearance: str, count: int, check_base: CheckBase) -> None:
    archive = f'{{provider: archive, url: "https://archive.example/1", {appearance}}}'
    checked = check_base(f'appearances:\n  - url: "https://video.example/1"\n    archives: [{archive}]  # here')

    message = "here: the copy of 2026-01-31 is older than what it should show, which is of 2026-02-02; expected that day or later"
    assert checked.messages("CT213") == [f"{message} -> link to a copy that shows the claim"] * count


@pytest.mark.parametrize(
    ("made_on", "captured", "count"),
    [
        ("2026-02", "2026-02-01", 0),
        ("2026-02", "2026-01-31", 0),
        ("2026-02", "2026-01-30", 1),
        ("2026", "2025-12-31", 0),
        ("2026", "2025-12-30", 1),
        ("2026~", "2025-12-30", 0),
    ],
)
def test_a_copy_of_the_month_or_the_year_of_the_claim_can_show_it(made_on: str, captured: str, count: int, check_base: CheckBase) -> None:
    archive = f'{{provider: archive, url: "https://archive.example/1", captured_at: {captured}T12:00:00Z}}'
    checked = check_base(f'made_on: {made_on}\nappearances:\n  - url: "https://video.example/1"\n    archives: [{archive}]  # here')

    message = f"the copy of {captured} is older than what it should show, which is of {made_on}; expected that day or later"
    assert checked.messages("CT213") == [f"here: {message} -> link to a copy that shows the claim"] * count


def test_copies_of_evidence_may_be_older_than_the_claim(check_base: CheckBase) -> None:
    archive = '{provider: archive, url: "https://archive.example/1", captured_at: 2020-01-01T12:00:00Z}'

    assert check_base(f'{SURVEY}  url: "https://a.example/"\n  archives: [{archive}]').of("CT213") == []


def test_a_copy_of_an_earlier_appearance_may_be_older_than_the_claim(check_base: CheckBase) -> None:
    archive = '{provider: archive, url: "https://archive.example/1", captured_at: 2025-06-02T00:00:00Z}'

    assert check_base(f'appearances:\n  - url: "https://a.example/"\n    published: 2025-06-01\n    archives: [{archive}]').findings == ()


def test_an_unknown_source_is_named_with_what_was_meant(check_base: CheckBase) -> None:
    disputes = "disputes:\n  - {who: The hauliers (invented), says: It is less., source: haulier-surveys}  # here"

    assert check_base(disputes).messages("CT221") == ["here: there is no source ‘haulier-surveys’ -> did you mean ‘haulier-survey’?"]


def test_several_citations_in_one_pair_of_brackets_are_unknown(check_base: CheckBase) -> None:
    fragments = "verdict:\n  rating: supported\n  summary: Twice as many.\n  rationale: They counted [@count-2026; @count-2025].  # here"

    assert check_base(fragments).messages("CT223") == [
        "here: the reasoning cites ‘count-2026; @count-2025’; expected the id of evidence of this claim -> did you mean ‘count-2026’?"
    ]


def test_a_question_can_rest_only_on_evidence_of_the_claim(check_base: CheckBase) -> None:
    questions = "questions:\n  - {question: How many?, answers: [620], evidence: [survey, toll]}  # here"

    assert check_base(questions).messages("CT224") == [
        "here: there is no evidence ‘toll’ in this claim -> the claim has count-2026, count-2025, survey, holm-letter"
    ]


def test_nothing_is_said_about_what_an_unreadable_article_may_declare(check_base: CheckBase) -> None:
    checked = check_base("--- article.yaml\npublished: soon")

    assert {one.code[:3] for one in checked.findings} == {"CT0"}


def test_nothing_is_said_about_a_source_that_cannot_be_read(check_base: CheckBase) -> None:
    checked = check_base("--- sources.yaml\nhaulier-survey: {origin: hauliers, published: soon}")

    assert {one.code[:3] for one in checked.findings if one.severity == "error"} == {"CT0"}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("supports, seen: memory", "supports, seen: not-seen", True),
        ("supports, seen: memory", "refutes, seen: excerpt", False),
        ("supports, seen: memory", "supports, seen: full-copy", False),
        ("supports, seen: memory", "context, seen: archive", True),
        ("term, seen: not-seen", "context, seen: excerpt", True),
        ("context, seen: memory", "context, seen: not-seen", True),
        ("context, seen: memory", "context, seen: excerpt", False),
        ("supports, seen: memory", "unclear, seen: live", True),
        ("unclear, seen: memory", "unclear, seen: live", False),
        ("unclear, seen: memory", "context, seen: live", True),
        ("supports, seen: memory", "supports", False),
    ],
)
def test_what_was_seen_and_takes_a_side_carries_a_verdict(
    first: str,
    second: str,
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    fragments = f"""\
evidence:
  - {{id: count-2026, source: bridge-count, stance: {first}}}
  - {{id: count-2025, source: bridge-count, stance: {second}}}
computed:
letters:
verdict: {{rating: supported, summary: Twice., rationale: "[@count-2026] [@count-2025]"}}  # here
"""

    message = "nobody has seen any of the evidence that the verdict rests on; expected at least one piece that was seen"
    hint = "look at a source and say how it was `seen`, or write `so_far` and `gaps` in place of the verdict"

    assert check_base(fragments).messages("CT231") == ([f"here: {message} -> {hint}"] if told else [])


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("source: {unknown: A talk., seen: memory}", "source: {unknown: A talk., seen: not-seen}", True),
        ("source: {unknown: A talk., seen: memory}", "source: {unknown: A talk., seen: excerpt}", False),
        ("source: {unknown: A talk., seen: memory}", "source: {unknown: A talk., seen: memory}, seen: excerpt", False),
        ("source: {unknown: A talk., seen: live}, seen: memory", "source: {unknown: A talk., seen: live}, seen: not-seen", True),
        ("source: {unknown: A talk., seen: memory}", "source: {unknown: A talk.}", False),
        ("source: {unknown: A talk., seen: memory}", "source: nobody-knows-it", False),
    ],
)
def test_evidence_says_how_it_was_seen_or_else_its_source_and_where_nobody_does_it_counts(
    first: str,
    second: str,
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    fragments = f"""\
evidence:
  - {{id: count-2026, {first}, stance: supports}}
  - {{id: count-2025, {second}, stance: refutes}}
computed:
letters:
verdict: {{rating: supported, summary: Twice., rationale: "[@count-2026] [@count-2025]"}}
"""

    assert bool(check_base(fragments).of("CT231")) is told


def test_what_can_be_read_either_way_is_enough_to_say_that_a_claim_cannot_be_checked(check_base: CheckBase) -> None:
    fragments = """\
evidence:
  - {id: count-2026, source: bridge-count, stance: supports, seen: memory}
  - {id: count-2025, source: bridge-count, stance: unclear}
computed:
letters:
verdict: {rating: unverifiable, summary: Nobody knows., rationale: "[@count-2026] [@count-2025]"}
"""

    assert check_base(fragments).of("CT231") == []


def test_a_calculation_rests_on_each_of_its_numbers(check_base: CheckBase) -> None:
    fragments = """\
evidence:
  - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
  - {id: count-2025, source: bridge-count, stance: supports, seen: memory, quantity: {value: 310, unit: lorry}}  # here
  - {id: holm-letter, source: letter-of-councillor, stance: context}
"""
    message = "the verdict rests on a calculation with ‘count-2025’, which nobody has seen; expected a number that was seen"
    hint = "look at a source and say how it was `seen`, or write `so_far` and `gaps` in place of the verdict"

    assert check_base(fragments).messages("CT231") == [f"here: {message} -> {hint}"]
    assert check_base(fragments + "verdict:\nso_far: Little is known.\n").of("CT231") == []


def test_a_machine_has_not_searched_whoever_wrote_the_rest(check_base: CheckBase) -> None:
    fragments = "searches:\n  - {read: All counts, on: 2026-02-11, by: robot, found: no other count}  # here\n"
    message = "‘robot’ is a machine and is said to have searched; expected a person"

    assert check_base(fragments).messages("CT232") == [f"here: {message} -> take the search out, or name who made it"]


def test_each_deed_that_a_machine_cannot_have_done_is_told(check_base: CheckBase) -> None:
    fragments = """\
authors: [robot]
evidence:
  - {id: count-2026, source: bridge-count, stance: supports, seen: live}
  - {id: holm-letter, source: letter-of-councillor, stance: supports}
computed:
verdict:
so_far: Little is known.
"""
    message = "only a machine is named as author, and the record tells of {}; expected nothing that only people can have done"

    assert sorted(one.message for one in check_base(fragments).of("CT232")) == sorted(
        message.format(deed) for deed in ("a letter", "a search", "a page seen live")
    )
    assert check_base(fragments.replace("[robot]", "[robot, ines]")).of("CT232") == []


@pytest.mark.parametrize("digest", ["0" * 63, "0" * 65, "G" * 64, "g" * 64, "٣" * 64])
def test_a_digest_has_64_hex_digits(digest: str, check_base: CheckBase) -> None:
    checked = check_base(f"--- article.yaml\ntext: {{sha256: {digest}, length: 864}}  # here")

    assert checked.messages("CT233") == [
        f"here: no SHA-256 digest: {len(digest)} characters; expected 64 digits and letters a to f -> write what `sha256sum` prints"
    ]
    assert checked.of("CT115") == []


def test_a_digest_in_capitals_is_the_same_one(check_base: CheckBase) -> None:
    of_the_article = "A87A505DC5DE5EB3E8AE566AF1CB813E2A538C917E1FB63C09BE91CA14848FF0"
    article = f"--- article.yaml\ntext: {{sha256: {of_the_article}, length: 864}}\n"
    of_the_copy = "0DCB94509DD006E910D7A06ED966E5C024F68A95AEFC2B9CC47A74BC5948D26C"
    archive = f'  url: "https://a.example/"\n  archives: [{{provider: own, file: page.txt, sha256: {of_the_copy}}}]\n'
    page = "--- archives/page.txt\nOur members report about twice as many crossings as last winter.\n"

    checked = check_base(article + SURVEY + archive + page)
    assert [one.code for one in checked.findings if one.code in {"CT115", "CT116", "CT233", "CT236"}] == []

    checked = check_base(SURVEY + archive.replace("0DCB", "0DCC") + page)
    assert [one.message for one in checked.of("CT236")] == [
        f"archives/page.txt is another file; found the digest {of_the_copy.lower()}, expected 0dcc{of_the_copy[4:].lower()}"
    ]


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        ("captured_at: 2026-02-10T10:00:00Z", "the copy has neither `url` nor `file` nor `wacz`; expected one of them"),
        ("proofs: [page.tsr]", "the copy has neither `url` nor `file` nor `wacz`; expected one of them"),
        ("url: 'https://a.example/page'", "the address of the copy is the one of the original; expected another one"),
        ("url: 'HTTPS://A.example/page/#top'", "the address of the copy is the one of the original; expected another one"),
    ],
)
def test_a_copy_that_nobody_can_open_is_told_for_sources_and_appearances(copy: str, said: str, check_base: CheckBase) -> None:
    hint = "write the address of the copy as `url`, or the path of the desk's own one as `file` or `wacz`"
    entry = f"{{provider: own, {copy}}}"
    source = f"{SURVEY}  url: 'https://a.example/page'\n  archives:\n    - {entry}  # here"
    appearance = f"appearances:\n  - url: 'https://a.example/page'\n    archives:\n      - {entry}  # here"

    assert check_base(source).messages("CT241") == [f"here: {said} -> {hint}"]
    assert check_base(appearance).messages("CT241") == [f"here: {said} -> {hint}"]


@pytest.mark.parametrize(
    "copy",
    [
        "url: 'https://a.example/page?old=1'",
        "file: page.txt",
        "wacz: page.wacz",
        "url: 'https://a.example/page', file: page.txt",
        "status: failed",
    ],
)
def test_a_copy_elsewhere_is_a_copy(copy: str, check_base: CheckBase) -> None:
    source = f"{SURVEY}  url: 'https://a.example/page'\n  archives: [{{provider: own, {copy}}}]"

    assert check_base(source).of("CT241") == []


def test_what_is_known_only_from_an_archive_may_be_its_own_copy(check_base: CheckBase) -> None:
    source = f"{SURVEY}  url: 'https://archive.ph/AbCdE'\n  archives: [{{provider: archive.today, url: 'https://archive.ph/AbCdE'}}]"

    assert check_base(source).of("CT241") == []


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "a/../../x", "a//b", "a/", ".git/config", "C:/x", "a\\\\b", "a\\nb"])
def test_a_file_of_the_archives_stays_below_them(name: str, check_base: CheckBase) -> None:
    fragments = f'{SURVEY}  url: "https://a.example/"\n  archives: [{{provider: own, file: page.html, proofs: [a.tsr, "{name}"]}}]  # here'

    assert check_base(fragments).messages("CT234") == [
        (
            "here: the path does not stay below `archives/`; expected folders and a name with `/` between them, such as survey/page.html"
            " -> put the file below `archives/` and write its path from there"
        )
    ]


@pytest.mark.parametrize(
    ("gap", "message"),
    [
        (
            "{would_change: All., decisive: yes}",
            (
                "does not say what is missing; expected `wanted` or `what` -> "
                "add `what`, or `wanted` with the id of something that the article declares"
            ),
        ),
        (
            "{wanted: council-minutes, what: The minutes}",
            "says twice what is missing, under `wanted` and under `what`; expected one of them -> keep the one that holds",
        ),
        ("{what: The minutes}", None),
        ("{wanted: council-minutes}", None),
    ],
)
def test_a_gap_says_once_what_is_missing(gap: str, message: str | None, check_base: CheckBase) -> None:
    checked = check_base(f"gaps:\n  - {gap}  # here\n")

    assert checked.messages("CT242") == ([f"here: the gap {message}"] if message else [])
    assert [one.code for one in checked.findings] == (["CT242"] if message else [])
