"""Evidence whose number does not bear out what it is said to do: at the bounds of the tolerance, and what is not held against anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.findings import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

CLAIMED = "{value: 84, unit: million person, tolerance: 2 %, as_of: 2026}"
FITS = ("supports", "{value: 83.5, unit: million person, as_of: 2026}")
EASTERN = "{value: 20.6, unit: million person}"
HINT = "correct the stance or the number, or say why it supports the claim under `reasons.outside_tolerance`"


def record(claimed: str, *evidence: tuple[str, str], rating: str = "supported", more: str = "") -> str:
    """Write a claim with pieces of evidence, each a stance and a quantity."""
    items = "".join(
        f"  - id: e{place}\n    source: bridge-count\n    stance: {stance}\n    quantity: {quantity}\n"
        for place, (stance, quantity) in enumerate(evidence, start=1)
    )
    items += "  - {id: survey, source: haulier-survey, stance: supports}\n"
    verdict = f"verdict: {{rating: {rating}, summary: Counted., rationale: Counted.}}\n" if rating else "verdict: ~\nso_far: Counted.\n"
    return f"quantity: {claimed}\ncomputed: ~\nletters: []\nevidence:\n{items}{verdict}{more}"


def test_a_number_that_fits_does_not_hide_one_that_contradicts(check_base: CheckBase) -> None:
    checked = check_base(record(CLAIMED, FITS, ("supports", f"{EASTERN}  # here")))
    message = (
        "here: the evidence is said to support the claim, and its number is outside the tolerance; found e2 = 20.6, "
        "which is 75.5 % less than the claimed 84; expected 82.32 to 85.68 (tolerance 2 %)"
    )

    assert checked.messages("CT331") == [f"{message} -> {HINT}"]
    assert [(place.file, place.message) for place in checked.of("CT331")[0].related] == [("town/example.yaml", "the claimed number")]
    assert [one.code for one in checked.findings] == ["CT331"]


@pytest.mark.parametrize(
    ("stance", "quantity", "told"),
    [
        ("supports", "{value: 82.32, unit: million person}", False),
        ("supports", "{value: 82.31, unit: million person}", True),
        ("supports", "{value: 85.68, unit: million person}", False),
        ("supports", "{value: 85.69, unit: million person}", True),
        ("supports", "{value: 20600000, unit: person}", True),
        ("supports", "{value: 82, unit: million person, comparator: more than}", False),
        ("supports", "{value: 82, unit: million person, tolerance: 1 %}", False),
        ("supports", "{value: 20.6, unit: million person, as_of: 2020}", False),
        ("supports", "{value: 20.6, unit: million person, as_of: 2025-06}", True),
        ("supports", "{value: 20.6, unit: million household}", False),
        ("refutes", EASTERN, False),
        ("context", EASTERN, False),
        ("term", EASTERN, False),
    ],
)
def test_where_support_ends(stance: str, quantity: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    assert bool(check_base(record(CLAIMED, FITS, (stance, quantity))).of("CT331")) is told


def test_evidence_of_other_people_or_counted_otherwise_is_not_compared(check_base: CheckBase) -> None:
    of_all = CLAIMED.replace("unit:", "population: everybody, counts: stock, unit:")

    assert check_base(record(of_all, FITS, ("supports", "{value: 9, unit: million person, population: children}"))).of("CT331") == []
    assert check_base(record(of_all, FITS, ("supports", "{value: 9, unit: million person, counts: per-year}"))).of("CT331") == []
    assert check_base(record(of_all, FITS, ("supports", "{value: 9, unit: million person, counts: stock}"))).of("CT331") != []


def test_one_fault_of_numbers_is_told_once(check_base: CheckBase) -> None:
    alone = record(CLAIMED, ("supports", EASTERN))

    assert [one.code for one in check_base(alone).findings] == ["CT321"]
    assert [one.code for one in check_base(record(CLAIMED, ("supports", EASTERN), rating="misleading")).findings] == ["CT331"]
    assert check_base(record(CLAIMED, FITS, ("supports", EASTERN), rating="")).of("CT331") == []


def test_a_reason_answers_for_numbers_outside_the_tolerance(check_base: CheckBase) -> None:
    reasons = "reasons: {outside_tolerance: The East was counted alone.}\n"

    assert check_base(record(CLAIMED, FITS, ("supports", EASTERN), more=reasons)).of("CT331") == []
    article = f"--- article.yaml\nfor_all_claims: {{{reasons.strip()}}}\n"
    assert check_base(record(CLAIMED, FITS, ("supports", EASTERN)) + article).of("CT331") == []


def test_a_number_in_a_unit_that_never_converts_is_noted_beside_one_that_does(check_base: CheckBase) -> None:
    euros = "{value: 5, unit: euro, as_of: 2026}"
    dollars = "{value: 9, unit: US dollar, as_of: 2026}"
    checked = check_base(record(euros, ("supports", euros), ("refutes", f"{dollars}  # here")))
    reason = "what one currency is worth in another changes from day to day"
    message = f"the number is in a unit that is not compared with the claimed one; found US dollar, the claim has euro ({reason})"

    assert checked.messages("CT332") == [f"here: {message} -> leave it as it is if its words bear the claim out"]
    assert [one.severity for one in checked.findings] == [Severity.INFO]
    assert [one.code for one in check_base(record(euros, ("supports", dollars))).findings] == ["CT328"]
    assert check_base(record(euros, ("supports", euros), ("context", dollars))).findings == ()
    assert check_base(record(euros, ("supports", euros), ("supports", "{value: 9, unit: guest}"))).findings == ()
    assert check_base(record(euros, ("supports", euros), ("supports", dollars), rating="")).of("CT332") == []


def test_a_unit_that_is_a_slip_is_told_beside_one_that_converts_too(check_base: CheckBase) -> None:
    checked = check_base(record(CLAIMED, FITS, ("supports", "{value: 20.6, unit: persn}  # here")))
    message = "here: the number cannot be held against this one; found persn, expected million person -> did you mean ‘person’?"

    assert checked.messages("CT328") == [message]
    assert [one.code for one in checked.findings] == ["CT328"]
