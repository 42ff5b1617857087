"""CT3xx, sixth part: the number that is claimed, held against what the evidence gives."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.bounds import Bounds
from claimtrack.rules.figures import are_a_year_apart, held_against, operands_in, quantities_of
from claimtrack.rules.foundations import is_rated_right
from claimtrack.rules.given_numbers import how_far_apart, numbers_given
from claimtrack.rules.numerals import bounds_in_words
from claimtrack.rules.rule import rule
from claimtrack.rules.units import clashes_of_units

_AT_ODDS = frozenset({"stock", "cumulative"})
"""What there is at a date, and everything up to it: kinds of counting that are in no sum together."""


@rule("CT321", "number-outside-tolerance", Severity.ERROR)
def number_outside_tolerance(project: Project) -> Iterator[Remark]:
    """A claim is rated as right, and its number is further off than the desk itself allows.

    Reason: How far off still counts as right was set before anybody knew the result. With a calculation, only its result is compared,
        never its terms; without one, it takes one number of the supporting or refuting evidence, in a unit that converts, that fits.
        Ratings above the middle of the axis count as right; a scale without numbers has no such ratings. What a range or a "more than"
        leaves open, on either side, is not held against anybody. Without a tolerance the number has to be exact.
    Remedy: Lower the rating, or set the numbers right. If the rating is meant so, say why under `reasons.outside_tolerance`. Do not
        widen the tolerance until it fits.

    Bad:
        quantity: {value: 2.5, unit: times, tolerance: 10 %}  # here

    Good:
        quantity: {value: 2.1, unit: times, tolerance: 10 %}
    """
    for claim in project.claims.values():
        quantity = claim.quantity
        if quantity is None or not is_rated_right(project, claim) or project.reasons_of(claim).outside_tolerance is not None:
            continue
        accepted = Bounds.of(quantity, quantity.unit)
        given = numbers_given(claim, quantity) if accepted is not None else []
        if accepted is not None and given and not any(one.bounds.meets(accepted) for one in given):
            nearest = min(given, key=lambda one: abs(one.value - one.claimed))
            yield Remark(
                project.file_of("claim", claim.id),
                ("quantity", "value"),
                say(
                    "the number is outside its tolerance, and the rating is ‘{rating}’; found {found}, which is {apart}; "
                    "expected {accepted} ({allowed})",
                    rating=claim.verdict.rating if claim.verdict else "",
                    found=nearest.words,
                    apart=how_far_apart(nearest.value, nearest.claimed),
                    accepted=bounds_in_words(accepted),
                    allowed=say("tolerance {tolerance}", tolerance=quantity.tolerance)
                    if quantity.tolerance
                    else say("no tolerance is given"),
                ),
                say("lower the rating, or say why it stands under `reasons.outside_tolerance`"),
                related=nearest.places(project, claim),
            )


@rule("CT322", "units-differ", Severity.ERROR)
def units_differ(project: Project) -> Iterator[Remark]:
    """Numbers in different units are put together.

    Reason: The sum of persons and families is neither. A sum and a difference have the unit of their terms, which has to be the claim's; a
        ratio of two numbers in one unit is so many `times` or `percent`. Units that convert exactly do so by themselves, such as `km` and
        `metre`, or `million person` and `person`. Percentages and percentage points never do, nor does one currency into another. An
        expression takes the numbers as they stand.
    Remedy: Write both in one unit, or convert with an `expression`; for money, put the rate of the day in as evidence.

    Bad:
        quantity: {value: 2, unit: lorry, tolerance: 10 %}  # here

    Good:
        quantity: {value: 2, unit: times, tolerance: 10 %}
    """
    for claim in project.claims.values():
        if claim.quantity is not None or claim.computed is not None:
            for clash in clashes_of_units(claim):
                yield Remark(project.file_of("claim", claim.id), clash.path, clash.message, clash.hint)


@rule("CT323", "stock-against-cumulative", Severity.WARNING)
def stock_against_cumulative(project: Project) -> Iterator[Remark]:
    """What there is at a date is put together with everything up to that date.

    Reason: "Ten million are displaced" and "fourteen million have been displaced since the war began" do not contradict each other. One
        counts who is away today, the other everybody who ever was.
    Remedy: Compare like with like. Evidence that counts something else is context.

    Bad:
        quantity: {value: 600, unit: lorry, counts: stock}
        computed: ~
        evidence:
          - id: count-2026
            source: bridge-count
            stance: refutes
            quantity: {value: 600, unit: lorry, counts: cumulative}  # here
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}

    Good:
        quantity: {value: 600, unit: lorry, counts: stock}
        computed: ~
        evidence:
          - id: count-2026
            source: bridge-count
            stance: context
            quantity: {value: 600, unit: lorry, counts: cumulative}
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
    """
    for claim in project.claims.values():
        if claim.quantity is None and claim.computed is None:
            continue
        added = {one.id for one in operands_in(claim, "sum", "difference")}
        compared = {evidence.id for _, evidence, _ in held_against(claim)}
        expected, whose = claim.quantity.counts if claim.quantity and claim.quantity.counts in _AT_ODDS else None, ""
        for place, evidence in enumerate(claim.evidence):
            if evidence.quantity is None or evidence.id not in added | compared:
                continue
            found = evidence.quantity.counts
            if expected is None and evidence.id in added and found in _AT_ODDS:
                expected, whose = found, evidence.id
            if {expected, found} == _AT_ODDS:
                as_there = (
                    say("{counts} as in ‘{id}’", counts=expected, id=whose) if whose else say("{counts} as in the claim", counts=expected)
                )
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("evidence", place, "quantity", "counts"),
                    say(
                        "numbers that count different things are put together; found {found}, expected {expected}",
                        found=found,
                        expected=as_there,
                    ),
                    say("compare like with like; evidence that counts something else is context"),
                )


@rule("CT324", "dates-apart", Severity.WARNING)
def dates_apart(project: Project) -> Iterator[Remark]:
    """Numbers that are more than a year apart are added up.

    Reason: A sum says how much there was at one time. With terms of different years it says what there never was. A ratio and a difference
        may compare years; that is what they are for.
    Remedy: Find numbers of about the same date, or say why these had to do under `reasons.dates_apart`.

    Bad:
        quantity: {value: 930, unit: lorry, as_of: 2026-01}
        computed: {sum: [count-2026, count-2025], result: 930}  # here
        evidence:
          - {id: count-2026, source: bridge-count, stance: term, quantity: {value: 620, unit: lorry, as_of: 2026-01}}
          - {id: count-2025, source: bridge-count, stance: term, quantity: {value: 310, unit: lorry, as_of: 2024-06}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}

    Good:
        quantity: {value: 930, unit: lorry, as_of: 2026-01}
        computed: {sum: [count-2026, count-2025], result: 930}
        evidence:
          - {id: count-2026, source: bridge-count, stance: term, quantity: {value: 620, unit: lorry, as_of: 2026-01}}
          - {id: count-2025, source: bridge-count, stance: term, quantity: {value: 310, unit: lorry, as_of: 2024-06}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        reasons:
          dates_apart: The other bridge has not been counted since.
    """
    for claim in project.claims.values():
        if claim.computed is None or not claim.computed.sum or project.reasons_of(claim).dates_apart is not None:
            continue
        quantities = quantities_of(claim) if operands_in(claim, "sum") else None
        dates = [one.as_of for one in (quantities or ()) if one.as_of is not None and not one.as_of.about]
        if not dates:
            continue
        oldest, newest = min(dates, key=lambda one: one.latest), max(dates, key=lambda one: one.earliest)
        if are_a_year_apart(oldest, newest):
            yield Remark(
                project.file_of("claim", claim.id),
                ("computed", "sum"),
                say(
                    "the terms of the sum are more than a year apart; found {oldest} and {newest}, expected at most a year",
                    oldest=oldest,
                    newest=newest,
                ),
                say("use numbers of about the same date, or say why not under `reasons.dates_apart`"),
            )


RULES = (number_outside_tolerance, units_differ, stock_against_cumulative, dates_apart)
"""The rules of this part of the family, in the order of their codes."""
