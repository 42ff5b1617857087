"""Letters: the time for an answer, to the day, and what came of it."""

from __future__ import annotations

import datetime
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
PUBLISHED = APPROVED + "published: 2026-02-20  # here\n"
WAIT = "publish on that day or later, or when the answer has come; if it has, write the `outcome`"


def letter(rest: str) -> str:
    return f"letters:\n  - {{to: Rike Holm, about: claim, on: 2026-02-10, {rest}}}\n"


@pytest.mark.parametrize(
    ("until", "told"),
    [("2026-02-19", False), ("2026-02-20", False), ("2026-02-21", True), ("2026-03-31", True)],
)
def test_the_time_for_an_answer_is_over_when_a_claim_is_published(until: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(PUBLISHED + letter(f"until: {until}"))
    message = f"here: publication comes before the answer is due; found 2026-02-20, expected {until} or later -> {WAIT}"

    assert checked.messages("CT423") == ([message] if told else [])
    assert [(place.file, place.message) for one in checked.of("CT423") for place in one.related] == (
        [("town/example.yaml", "the day by which an answer was asked")] if told else []
    )


@pytest.mark.parametrize(
    "record",
    [
        APPROVED + letter("until: 2026-02-24"),
        PUBLISHED + letter("until: 2026-02-24, outcome: replied, reply: holm-letter"),
        PUBLISHED + letter("until: 2026-02-24, outcome: not-possible"),
        PUBLISHED + letter("reply: ~"),
        PUBLISHED + letter("until: 2026-02-24").replace("about: claim", "about: correction"),
        PUBLISHED + letter("until: 2026-02-24").replace("on: 2026-02-10", "on: 2026-02-21"),
        PUBLISHED + letter("until: 2026-02-24") + "retracted: {on: 2026-02-25, notice: Gone.}\n",
    ],
    ids=["not published", "answered", "nobody to reach", "no day given", "to an outlet", "asked again later", "withdrawn"],
)
def test_nobody_waits_for_an_answer_where_none_is_awaited(record: str, check_base: CheckBase) -> None:
    assert check_base(record).of("CT423") == []


def test_a_letter_about_all_claims_of_an_article_is_told_once(check_base: CheckBase) -> None:
    other = "--- other.yaml\nstatus: draft\npublished: 2026-02-21\nhistory: []\n"
    article = (
        "--- article.yaml\nfor_all_claims:\n  letters:\n    - {to: Courier, about: claim, on: 2026-02-10, until: 2026-02-24}  # here\n"
    )
    published = PUBLISHED.replace("  # here", "")

    (one,) = check_base(published + article).messages("CT423")
    assert one == f"here: publication of a claim comes before the answer is due; expected 2026-02-24 or later -> {WAIT}"
    checked = check_base(published + other + article)
    assert checked.messages("CT423") == [
        f"here: publication of 2 claims comes before the answer is due; expected 2026-02-24 or later -> {WAIT}"
    ]
    assert [(place.file, place.message) for place in checked.of("CT423")[0].related] == [
        ("town/example.yaml", "published on 2026-02-20"),
        ("town/other.yaml", "published on 2026-02-21"),
    ]


@pytest.mark.parametrize(("until", "told"), [("2026-03-01", False), ("2026-03-02", False), ("2026-03-03", True)])
def test_nobody_keeps_silent_before_the_day(until: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    record = letter(f"until: {until}, outcome: no-reply").replace("}\n", "}  # here\n")
    message = f"here: nobody can know yet that there is no answer; it was asked by {until}, expected 2026-03-02 or before"

    assert check_base(record).messages("CT424") == ([f"{message} -> leave the outcome out until that day"] if told else [])
    assert check_base(record, today=datetime.date(2026, 3, 3)).of("CT424") == []


def test_a_refusal_may_come_at_any_time_and_silence_without_a_day_is_taken_at_its_word(check_base: CheckBase) -> None:
    assert check_base(letter("until: 2026-04-01, outcome: declined")).of("CT424") == []
    assert check_base(letter("outcome: no-reply")).of("CT424") == []


@pytest.mark.parametrize("outcome", ["no-reply", "not-possible", "unsafe"])
def test_an_answer_that_is_shown_has_come(outcome: str, check_base: CheckBase) -> None:
    record = letter(f"outcome: {outcome}, reply: holm-letter").replace("}\n", "}  # here\n")
    hint = "write `outcome: replied` if there was an answer, or take `reply` away"

    assert check_base(record).messages("CT425") == [
        f"here: the letter names the answer, and its outcome is ‘{outcome}’; expected ‘replied’ -> {hint}"
    ]
    assert check_base(letter("reply: holm-letter").replace("}\n", "}  # here\n")).messages("CT425") == [
        f"here: the letter names the answer and has no outcome; expected ‘replied’ -> {hint}"
    ]


@pytest.mark.parametrize("outcome", ["replied", "declined"])
def test_an_answer_or_a_refusal_can_be_shown(outcome: str, check_base: CheckBase) -> None:
    assert check_base(APPROVED + letter(f"outcome: {outcome}, reply: holm-letter")).findings == ()


def test_an_answer_is_shown_once_the_claim_is_approved(check_base: CheckBase) -> None:
    record = letter("outcome: replied").replace("}\n", "}  # here\n")
    message = "the claimant answered, and readers are not shown what; expected the evidence that is the answer under `reply`"

    assert check_base(record).of("CT426") == []
    assert check_base(APPROVED + record).messages("CT426") == [f"here: {message} -> add the answer as evidence, and name it under `reply`"]
    assert check_base(APPROVED + record.replace("about: claim", "about: correction")).of("CT426") == []
    assert check_base(APPROVED + letter("outcome: declined")).of("CT426") == []


@pytest.mark.parametrize(("until", "told"), [("2026-02-09", True), ("2026-02-10", False)])
def test_an_answer_is_due_on_the_day_of_the_letter_at_the_earliest(until: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    article = (
        f"--- article.yaml\nfor_all_claims:\n  letters:\n    - {{to: Courier, about: correction, on: 2026-02-10, until: {until}}}  # here\n"
    )
    message = f"here: the answer was due before the letter was sent; found {until}, expected 2026-02-10 or later"

    assert check_base(article).messages("CT427") == ([f"{message} -> correct the day that is wrong"] if told else [])
    assert len(check_base(letter(f"until: {until}")).of("CT427")) == told
