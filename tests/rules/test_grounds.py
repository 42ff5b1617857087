"""What a verdict rests on: evidence that nobody speaks of, questions without ground, ratings without a side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

ADVICE = "cite it with `[@second]`, or let its stance be `context`"
UNNAMED = f"here: the rationale cites other evidence and not ‘second’, which is no context -> {ADVICE}"
NO_SIDE = "correct the stances or the rating, or say why under `reasons.against_evidence`"
ANSWER = "answer it and name the evidence under `evidence`, or take the question away"


def record(rationale: str = '"So it is [@first]."', *, stance: str = "refutes", more: str = "", source: str = "haulier-survey") -> str:
    """Write a claim with two pieces of evidence, of which the second has a stance; the rationale cites the first."""
    return f"""
quantity: ~
computed: ~
letters: []
evidence:
  - {{id: first, source: bridge-count, stance: supports, quantity: {{value: 1, unit: lorry}}}}
  - {{id: second, source: {source}, stance: {stance}, quantity: {{value: 2, unit: lorry}}}}  # here
verdict:
  rating: partly-supported
  summary: So it is.
  rationale: {rationale}
{more}"""


@pytest.mark.parametrize(
    ("rationale", "stance", "more", "told"),
    [
        ('"So it is [@first]."', "refutes", "", True),
        ('"So it is [@first]."', "supports", "", True),
        ('"So it is [@first]."', "unclear", "", True),
        ('"So it is [@first]."', "context", "", False),
        ('"So it is [@first]."', "term", "", False),
        ('"So it is [@first] and [@second]."', "refutes", "", False),
        ('{en: "So it is [@first].", de: "So ist es [@first] [@second]."}', "refutes", "", False),
        ("So it is.", "refutes", "", False),
        ('"So it is [@first]."', "refutes", "computed: {sum: [first, second], result: 3}", False),
        ('"So it is [@first]."', "refutes", "computed: {expression: first + second, result: 3}", False),
        ('"So it is [@first]."', "refutes", "computed: {sum: [first, first], result: 2, but: second}", False),
        ('"So it is [@first]."', "refutes", "questions: [{question: Is it?, answers: [No.], evidence: [second]}]", False),
        (
            '"So it is [@first]."',
            "refutes",
            "letters: [{to: Rike, about: claim, on: 2026-02-10, outcome: replied, reply: second}]",
            False,
        ),
        ('"So it is [@first]."', "refutes", "disputes: [{who: The hauliers, says: No., source: haulier-survey}]", False),
        ('"So it is [@first]."', "refutes", "disputes: [{who: The hauliers, says: No., source: bridge-count}]", True),
    ],
)
def test_evidence_that_nobody_speaks_of(rationale: str, stance: str, more: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(record(rationale, stance=stance) + more)

    assert checked.messages("CT308") == ([UNNAMED] if told else [])


def test_a_reply_to_a_letter_of_the_article_counts(check_base: CheckBase) -> None:
    letters = "letters: [{to: Rike, about: claim, on: 2026-02-10, outcome: replied, reply: second}]"

    assert check_base(record() + f"--- article.yaml\nfor_all_claims:\n  {letters}\n").of("CT308") == []


def test_before_a_conclusion_is_demanded_nothing_has_to_be_cited(check_base: CheckBase) -> None:
    begun = "status: researching\nhistory: [{to: researching, on: 2026-02-13, by: ines}]\n"
    question = "questions: [{question: Is it?}]\n"

    assert len(check_base(record() + question).of("CT308")) == 1
    assert len(check_base(record() + question).of("CT309")) == 1
    assert check_base(record() + question + begun).of("CT308") == []
    assert check_base(record() + question + begun).of("CT309") == []


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("{question: Is it?}", "there is a verdict, and the question has no answer"),
        ("{question: Is it?, evidence: [first]}", "there is a verdict, and the question has no answer"),
        ("{question: Is it?, answers: [Yes.]}", "the answers to the question rest on no evidence"),
        ("{question: Is it?, answers: [Yes.], evidence: [first]}", None),
    ],
)
def test_questions_without_ground(question: str, message: str | None, check_base: CheckBase) -> None:
    questions = f"questions:\n  - {{question: Was it?, answers: [No.], evidence: [second]}}\n  - {question}  # here\n"
    written = record().replace("  # here", "") + questions

    assert check_base(written).messages("CT309") == ([f"here: {message} -> {ANSWER}"] if message else [])
    open_still = written.replace("verdict:\n  rating: partly-supported\n  summary: So it is.\n", "verdict: ~\n")
    assert check_base(open_still.replace('  rationale: "So it is [@first]."\n', "")).of("CT309") == []


@pytest.mark.parametrize(
    ("rating", "stances", "told"),
    [
        ("supported", ["context"], True),
        ("refuted", ["unclear", "context"], True),
        ("partly-supported", ["unclear"], True),
        ("partly-supported", ["unclear", "supports"], False),
        ("supported", ["context", "refutes"], False),
        ("supported", ["term"], False),
        ("unsupported", ["context"], False),
        ("unverifiable", ["unclear"], False),
        ("misleading", ["context"], False),
        ("no-such-rating", ["context"], False),
        ("supported", [], False),
    ],
)
def test_a_rating_on_the_axis_needs_evidence_that_takes_a_side(
    rating: str,
    stances: list[str],
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    items = "".join(f"  - {{id: evidence-{place}, source: haulier-survey, stance: {stance}}}\n" for place, stance in enumerate(stances))
    written = f"quantity: ~\ncomputed: ~\nletters: []\nevidence:{' []' if not items else ''}\n{items}"
    verdict = f"verdict:\n  rating: {rating}  # here\n  summary: So.\n  rationale: So.\n"
    message = f"here: the rating is ‘{rating}’, and no evidence supports or refutes the claim -> {NO_SIDE}"

    assert check_base(written + verdict).messages("CT310") == ([message] if told else [])
    assert check_base(written + verdict + "reasons: {against_evidence: Common knowledge.}\n").of("CT310") == []


def test_one_fault_is_told_once(check_base: CheckBase) -> None:
    against = record(stance="context").replace("stance: supports", "stance: refutes").replace("partly-supported", "supported")

    assert [one.code for one in check_base(against).findings if one.code.startswith("CT3")] == ["CT305"]
    nothing = "quantity: ~\ncomputed: ~\nletters: []\nevidence: []\n"
    assert [one.code for one in check_base(nothing).findings if one.code.startswith("CT3")] == ["CT303"]


def test_one_for_and_one_against_is_no_finding_at_either_end(check_base: CheckBase) -> None:
    for rating in ("supported", "refuted"):
        written = record('"So [@first] [@second]."').replace("partly-supported", rating).replace("{value: 2", "{value: 1")
        assert [one.code for one in check_base(written).findings if one.code.startswith("CT3")] == []
