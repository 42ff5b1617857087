"""What came after the claim, the verdict or the approval: the same day, month and year are never after, and nothing honest is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase


def later(as_of: str, made_on: str = "2026-02-02", more: str = "") -> str:
    """Return a claim rated right that rests on one number of a day."""
    return f"""\
made_on: {made_on}
quantity:
computed:
evidence:
  - id: count-2026
    source: bridge-count
    stance: supports
    quantity: {{value: 620, unit: lorry, as_of: {as_of}}}  # here
  - {{id: count-2025, source: bridge-count, stance: context}}
  - {{id: survey, source: haulier-survey, stance: context}}
  - {{id: holm-letter, source: letter-of-councillor, stance: context}}
{more}"""


def message(as_of: str, made_on: str = "2026-02-02") -> str:
    return (
        f"here: the number is of {as_of}; the claim was made on {made_on}, when nobody could know it "
        "-> use numbers of the day of the claim, or say why these have to do under `reasons.dates_apart`"
    )


@pytest.mark.parametrize(
    ("as_of", "made_on", "told"),
    [
        ("2026-02-02", "2026-02-02", False),
        ("2026-02-03", "2026-02-02", False),  # somewhere it was that day already
        ("2026-02-04", "2026-02-02", True),
        ("2026-02", "2026-02-02", False),
        ("2026-03", "2026-02-02", True),
        ("2026", "2026-02-02", False),
        ("2027", "2026-02-02", True),
        ("2026-02-28", "2026-02", False),
        ("2026-03-01", "2026-02", False),
        ("2026-03-02", "2026-02", True),
        ("2026-12-31", "2026", False),
        ("2027-01-02", "2026", True),
        ("2026-03~", "2026-02-02", False),
        ("2026-03", "2026-02-02~", False),
        ("2026-01", "2026-02-02", False),
    ],
)
def test_only_a_number_of_a_surely_later_day_was_not_known(as_of: str, made_on: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    assert check_base(later(as_of, made_on)).messages("CT214") == [message(as_of, made_on)] * told


def test_the_day_of_the_claim_may_stand_in_the_article(check_base: CheckBase) -> None:
    assert check_base(later("2026-02-04").replace("made_on: 2026-02-02\n", "")).messages("CT214") == [message("2026-02-04")]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", True),
        ("kind: prediction\n", False),
        ("kind: promise\n", False),
        ("happened: 2026-03\n", False),
        ("happened: 2026-02-19\n", True),
        ("happened: 2026-01\n", True),
        ("quantity: {value: 620, unit: lorry, as_of: 2026-02-20}\n", False),
        ("quantity: {value: 620, unit: lorry, as_of: 2026}\n", False),
        ("quantity: {value: 620, unit: lorry, as_of: 2026-01}\n", True),
        ("quantity: {value: 620, unit: lorry, as_of: 2025-01}\n", False),  # told by CT327
        ("reasons: {dates_apart: Nobody counted before.}\n", False),
        ("verdict: {rating: partly-supported, summary: Half., rationale: '[@count-2026]'}\n", False),
        ("verdict: {rating: mostly-supported, summary: Half., rationale: '[@count-2026]'}\n", True),
        ("verdict: {rating: refuted, summary: No., rationale: '[@count-2026]'}\n", False),
        ("verdict:\nso_far: Little is known.\n", False),
    ],
)
def test_what_is_to_come_reasons_and_other_ratings_are_left_alone(more: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    assert check_base(later("2026-02-20", more=more)).messages("CT214") == [message("2026-02-20")] * told


@pytest.mark.parametrize(
    ("survey", "told"),
    [
        ("stance: supports, quantity: {value: 600, unit: lorry, as_of: 2026-01}", False),
        ("stance: supports, quantity: {value: 600, unit: lorry}", False),
        ("stance: supports", False),
        ("stance: supports, seen: memory", True),
        ("stance: supports, quantity: {value: 600, unit: lorry, as_of: 2026-03}", True),
        ("stance: refutes", True),
        ("stance: unclear", True),
    ],
)
def test_one_foundation_that_was_there_is_enough(survey: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    fragments = later("2026-02-20").replace("haulier-survey, stance: context", f"haulier-survey, {survey}")

    assert check_base(fragments).messages("CT214") == [message("2026-02-20")] * told


def test_a_calculation_rests_on_each_of_its_numbers(check_base: CheckBase) -> None:
    fragments = later("2026-02-20").replace("stance: context}", "stance: supports, quantity: {value: 310, unit: lorry, as_of: 2025-02}}", 1)

    assert check_base(fragments).of("CT214") == []
    assert check_base(fragments + "computed: {ratio: [count-2026, count-2025], result: 2}\n").messages("CT214") == [message("2026-02-20")]


def added(day: str, more: str = "") -> str:
    """Return a claim whose verdict was decided on 13 February 2026, with evidence added on a day."""
    return f"""\
computed:
evidence:
  - {{id: count-2026, source: bridge-count, stance: supports}}
  - {{id: count-2025, source: bridge-count, stance: supports}}
  - {{id: survey, source: haulier-survey, stance: refutes, added: {day}}}  # here
  - {{id: holm-letter, source: letter-of-councillor, stance: context}}
{more}"""


ADDED = (
    "here: ‘survey’ was added on 2026-02-14, after the verdict of 2026-02-13; expected a decision or an approval since "
    "-> decide again and correct `decided_on`, or have the claim approved again"
)


@pytest.mark.parametrize(("day", "told"), [("2026-02-12", False), ("2026-02-13", False), ("2026-02-14", True)])
def test_evidence_of_the_day_of_the_verdict_is_not_after_it(day: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    assert check_base(added(day)).messages("CT215") == [ADDED] * told


@pytest.mark.parametrize(("approved", "told"), [("2026-02-13", True), ("2026-02-14", False), ("2026-02-15", False)])
def test_an_approval_of_the_same_day_or_later_answers_it(approved: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    approval = f"status: approved\nhistory:\n  - {{to: approved, on: {approved}, by: omar, covers: 5e1f00d2}}\n"

    assert check_base(added("2026-02-14", approval)).messages("CT215") == [ADDED] * told


def test_an_approval_that_is_stale_is_told_by_itself(check_base: CheckBase) -> None:
    approval = 'status: approved\nhistory:\n  - {to: approved, on: 2026-02-13, by: omar, covers: "v1:0000000000000000"}\n'
    checked = check_base(added("2026-02-14", approval))

    assert (len(checked.of("CT417")), checked.of("CT215")) == (1, [])


@pytest.mark.parametrize(
    "more",
    [
        "verdict: {rating: supported, summary: Yes., rationale: '[@count-2026]'}\n",
        "status: correcting\n",
        "published: 2026-02-13\nretracted: {on: 2026-02-15, notice: Taken back.}\n",
        "verdict:\nso_far: Little is known.\n",
    ],
)
def test_without_a_day_in_a_correction_or_taken_back_nothing_is_late(more: str, check_base: CheckBase) -> None:
    assert check_base(added("2026-02-14", more)).of("CT215") == []


def test_evidence_for_context_changes_no_verdict(check_base: CheckBase) -> None:
    assert check_base(added("2026-02-14").replace("stance: refutes", "stance: context")).of("CT215") == []
    assert len(check_base(added("2026-02-14").replace("stance: refutes", "stance: unclear")).of("CT215")) == 1


def copied(*archives: str, more: str = "") -> str:
    """Return a claim approved on 14 February 2026, with the archived copies of one of its sources."""
    lines = "".join(f'    - {{provider: archive, url: "https://archive.example/{number}", {one}}}\n' for number, one in enumerate(archives))
    return f"""\
status: approved
history:
  - {{to: in-review, on: 2026-02-13, by: ines}}
  - {{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}}  # here
{more}--- sources.yaml
haulier-survey:
  url: "https://hauliers.example/survey"
  level: secondary
  origin: hauliers
  archives:
{lines}"""


COPIED = (
    "here: the approval of 2026-02-14 is older than all copies of ‘haulier-survey’; expected copies that whoever approved could see "
    "-> name earlier copies, or have the claim approved again"
)


@pytest.mark.parametrize(
    ("archives", "told"),
    [
        (["captured_at: 2026-02-14T23:00:00Z"], False),
        (["captured_at: 2026-02-15T10:00:00Z"], False),  # somewhere it was the 14th still
        (["captured_at: 2026-02-16T00:00:00+01:00"], True),
        (["captured_at: 2026-02-20T00:00:00Z", "captured_at: 2026-02-21T00:00:00Z"], True),
        (["captured_at: 2026-02-20T00:00:00Z", "captured_at: 2026-02-10T00:00:00Z"], False),
        (["captured_at: 2026-02-20T00:00:00Z", "captured_at: 2026-02-10T00:00:00Z, status: gone"], False),
        (["captured_at: 2026-02-20T00:00:00Z", "captured_at: 2026-02-10T00:00:00Z, status: failed"], True),
        (["captured_at: 2026-02-20T00:00:00Z", "status: ok"], False),
    ],
)
def test_a_copy_that_may_have_been_there_at_the_approval_is_enough(
    archives: list[str],
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    assert check_base(copied(*archives)).messages("CT216") == [COPIED] * told


@pytest.mark.parametrize(
    "more",
    ["reasons: {no_archive: It was not archived in time.}\n", "published: 2026-02-14\nretracted: {on: 2026-02-15, notice: Taken back.}\n"],
)
def test_a_reason_for_no_copy_and_a_claim_taken_back_are_left_alone(more: str, check_base: CheckBase) -> None:
    assert check_base(copied("captured_at: 2026-02-20T00:00:00Z", more=more)).of("CT216") == []


def test_before_an_approval_no_copy_is_late(check_base: CheckBase) -> None:
    fragments = (
        copied("captured_at: 2026-02-20T00:00:00Z")
        .replace("{to: approved,", "{to: needs-work,")
        .replace("status: approved", "status: needs-work")
    )

    assert check_base(fragments).of("CT216") == []


def test_sources_are_named_together_and_those_of_a_claim_by_their_evidence(check_base: CheckBase) -> None:
    archive = 'archives: [{provider: archive, url: "https://archive.example/1", captured_at: 2026-02-20T00:00:00Z}]'
    evidence = f"""\
computed:
evidence:
  - {{id: count-2026, source: bridge-count, stance: supports}}
  - {{id: count-2025, source: bridge-count, stance: supports}}
  - {{id: survey, source: haulier-survey, stance: supports}}
  - {{id: again, source: haulier-survey, stance: supports}}
  - {{id: holm-letter, source: {{unknown: A letter., origin: hauliers, {archive}}}, stance: context}}
"""
    checked = check_base(copied("captured_at: 2026-02-20T00:00:00Z", more=evidence))

    assert [one.message for one in checked.of("CT216")] == [
        (
            "the approval of 2026-02-14 is older than all copies of ‘haulier-survey’ and ‘example/holm-letter’; "
            "expected copies that whoever approved could see"
        )
    ]
