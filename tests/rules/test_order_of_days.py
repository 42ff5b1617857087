"""One mistyped day is told once: a day that has not come is in no order with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

APPROVED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
SOURCE = "--- sources.yaml\nhaulier-survey:\n  url: 'https://hauliers.example/survey'\n  level: secondary\n  origin: hauliers\n"
COPY = "archives: [{provider: archive, url: 'https://archive.example/1', captured_at: "


@pytest.mark.parametrize(
    ("record", "right", "told"),
    [
        (SOURCE + "  accessed: 2026-02-10\n  published: DAY  # here", "2026-02-12", "CT212"),
        ("--- article.yaml\nretrieved: 2026-02-04\npublished: DAY  # here", "2026-02-06", "CT212"),
        (f"{APPROVED}{SOURCE}  {COPY}DAYT10:00:00Z}}]  # here", "2026-02-20", "CT216"),
        ("letters:\n  - {to: Rike Holm, about: claim, until: 2026-02-14, on: DAY}  # here", "2026-02-15", "CT427"),
        (APPROVED + "accuses: yes\nlegal: {by: omar, on: DAY}  # here", "2026-02-15", "CT419"),
        (APPROVED + "verdict: {rating: misleading, decided_on: DAY, summary: So., rationale: So.}  # here", "2026-02-15", "CT419"),
        (APPROVED + "published: 2026-02-20\nmade_on: DAY  # here", "2026-02-21", "CT603"),
        (
            "published: 2026-02-20\nstatus: approved\nhistory:\n  - {to: approved, on: DAY, by: omar, covers: 5e1f00d2}  # here",
            "2026-02-21",
            "CT603",
        ),
        (
            f"appearances:\n  - url: 'https://a.example/'\n    {COPY}2026-02-03T10:00:00Z}}]\n    published: DAY  # here",
            "2026-02-05",
            "CT213",
        ),
        (
            f"appearances:\n  - url: 'https://a.example/'\n    {COPY}2026-02-03T10:00:00Z}}]\nmade_on: DAY  # here",
            "2026-02-05",
            "CT213",
        ),
        (
            "history:\n  - {to: researching, on: DAY, by: ines}  # here\n  - {to: in-review, on: 2026-02-13, by: ines}",
            "2026-02-14",
            "CT404",
        ),
    ],
)
def test_a_day_that_has_not_come_is_told_once(record: str, right: str, told: str, check_base: CheckBase) -> None:
    checked = check_base(record.replace("DAY", "2062-02-20"))

    assert {told} <= {one.code for one in check_base(record.replace("DAY", right)).findings}, "the days are in a wrong order"
    assert [checked.place(one) for one in checked.findings if one.code in {"CT211", "CT421"}] == ["here"]
    assert checked.of(told) == []


VERDICT = "verdict: {rating: misleading, summary: So., rationale: So., decided_on: 2026-02-13}"
CORRECT = "correct the day that is wrong, or decide or approve again"
ORDER = {"CT212", "CT215", "CT216", "CT217", "CT218", "CT219", "CT318", "CT417", "CT603"}


def in_order(fragments: str, check_base: CheckBase) -> list[str]:
    """Return the codes about the order of days that a check of the fragments finds."""
    return [one.code for one in check_base(fragments).findings if one.code in ORDER]


@pytest.mark.parametrize(
    ("made_on", "told"),
    [
        ("2026-02-13", False),
        ("2026-02-14", False),
        ("2026-02-15", True),
        ("2026-02", False),
        ("2026-03", True),
        ("2026", False),
        ("2026-03~", False),
        ("2026-06-15", False),
    ],
)
def test_nothing_is_decided_before_it_is_claimed(made_on: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(f"made_on: {made_on}\n{VERDICT}  # here")
    message = f"the verdict was decided before the claim was made; found 2026-02-13, expected {made_on} or later"

    assert checked.messages("CT217") == ([f"here: {message} -> correct the day that is wrong"] if told else [])


def test_what_an_article_says_of_the_claim_counts_and_a_publication_before_the_claim_is_told_instead(check_base: CheckBase) -> None:
    assert in_order(f"{VERDICT}\n--- article.yaml\nfor_all_claims: {{made_on: 2026-02-20}}", check_base) == ["CT217"]
    assert in_order(f"{APPROVED}published: 2026-02-16\nmade_on: 2026-02-20\n{VERDICT}", check_base) == ["CT603"]
    early = VERDICT.replace("2026-02-13", "2025-02-13")
    assert in_order(f"{early}\n{SOURCE}  published: 2026-02-10\n  accessed: 2026-02-11", check_base) == ["CT217"]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2026-02-13", False),
        ("2026-02-14", False),
        ("2026-02-15", True),
        ("2026-02", False),
        ("2026-03~", False),
        ("2026", False),
        ("2062", False),
    ],
)
def test_nobody_decides_on_what_is_published_later(published: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(f"{VERDICT}  # here\n{SOURCE}  published: {published}")
    message = (
        f"the verdict of 2026-02-13 is older than ‘haulier-survey’ (published on {published}); "
        "expected sources that whoever decided could read"
    )

    assert checked.messages("CT218") == ([f"here: {message} -> {CORRECT}"] if told else [])
    assert [(place.file, place.message) for one in checked.of("CT218") for place in one.related] == (
        [("sources.yaml", "the day of ‘haulier-survey’")] if told else []
    )


@pytest.mark.parametrize(("accessed", "told"), [("2026-02-13", False), ("2026-02-14", False), ("2026-02-15", True), ("2062-02-13", False)])
def test_a_source_that_was_first_read_after_the_verdict(accessed: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    message = f"the verdict of 2026-02-13 is older than ‘haulier-survey’ (read on {accessed}); expected a decision or an approval since"

    assert check_base(f"{VERDICT}  # here\n{SOURCE}  accessed: {accessed}").messages("CT219") == (
        [f"here: {message} -> {CORRECT}"] if told else []
    )


LATE = f"{SOURCE}  accessed: 2026-02-20\n  published: 2026-02-18\n"
READ = f"{SOURCE}  accessed: 2026-02-20\n"
AGAIN = APPROVED.replace("2026-02-14", "2026-02-20")
WITH = """
computed:
letters: []
evidence:
  - {id: count-2026, source: bridge-count, stance: supports}
  - {id: survey, source: haulier-survey, stance: STANCE}
"""


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (LATE, ["CT218"]),
        (READ, ["CT219"]),
        (APPROVED + LATE, ["CT218"]),
        (APPROVED + READ, ["CT219"]),
        (AGAIN + LATE, []),
        (AGAIN + READ, []),
        (APPROVED + "published: 2026-02-14\nretracted: {on: 2026-02-25, notice: Gone.}\n" + LATE, []),
        (APPROVED.replace("approved", "correcting") + LATE, []),
        (WITH.replace("STANCE", "context") + LATE, []),
        (WITH.replace("STANCE", "context") + READ, []),
        (WITH.replace("STANCE", "supports, added: 2026-02-12") + LATE, ["CT218"]),
        (WITH.replace("STANCE", "supports, added: 2026-02-12") + READ, []),
        (WITH.replace("STANCE", "supports, added: 2026-02-20") + LATE, ["CT215"]),
        (WITH.replace("STANCE", "supports, added: 2026-02-20") + READ, ["CT215"]),
        (f"{LATE}  {COPY}2026-02-20T10:00:00Z}}]\n", ["CT218"]),
        (f"{APPROVED}{LATE}  {COPY}2026-02-20T10:00:00Z}}]\n", ["CT218"]),
        (f"{READ}  {COPY}2026-02-14T10:00:00Z}}]\n", []),
        (f"{READ}  {COPY}2026-02-15T10:00:00Z}}]\n", ["CT219"]),
        (f"{APPROVED}{READ}  {COPY}2026-02-20T10:00:00Z}}]\n", ["CT216"]),
        (SOURCE + "  accessed: 2026-02-10\n  published: 2026-02-18\n", ["CT212"]),
        (APPROVED.replace("5e1f00d2", "'v1:0000000000000000'") + LATE, ["CT417"]),
    ],
)
def test_what_came_after_the_last_word_is_told_once(record: str, told: list[str], check_base: CheckBase) -> None:
    assert in_order(record, check_base) == told


def test_an_approval_before_the_source_was_published_is_the_last_word(check_base: CheckBase) -> None:
    approved = APPROVED.replace("covers: 5e1f00d2}", "covers: 5e1f00d2}  # here")
    old = "the approval of 2026-02-14 is older than"

    assert check_base(approved + LATE).messages("CT218") == [
        f"here: {old} ‘haulier-survey’ (published on 2026-02-18); expected sources that whoever approved could read -> {CORRECT}"
    ]
    assert check_base(approved + READ).messages("CT219") == [
        f"here: {old} ‘haulier-survey’ (read on 2026-02-20); expected an approval since -> {CORRECT}"
    ]


def test_a_number_added_after_the_verdict_is_told_once(check_base: CheckBase) -> None:
    terms = """
evidence:
  - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}, added: 2026-02-20}
  - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
  - {id: survey, source: haulier-survey, stance: supports}
  - {id: holm-letter, source: letter-of-councillor, stance: context}
"""
    assert in_order(terms, check_base) == ["CT318"]
    assert in_order(terms + "computed:\n", check_base) == ["CT215"]
    assert in_order(terms.replace("2026-02-20", "2062-02-20"), check_base) == []
    assert in_order(terms.replace("2026-02-20", "2062-02-20") + "computed:\n", check_base) == []
