"""CT3xx, third part: the number that is claimed, held against what the evidence gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.arithmetic import FormulaError
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.quantity import Quantity
from claimtrack.rules.figures import Bounds, is_rounded_to, operands_in, quantities_of, work_out_claim, written
from claimtrack.rules.rule import rule
from claimtrack.rules.units import clashes_of_units


@rule("CT321", "number-outside-tolerance", Severity.ERROR)
def number_outside_tolerance(project: Project) -> Iterator[Remark]:
    """A claim is rated as right, and its number is further off than the desk itself allows.

    Reason: How far off still counts as right was set before anybody knew the result. With a calculation, only its result is compared,
        never its terms; without one, it takes one number of the supporting or refuting evidence, in the same unit, that fits. Ratings
        above the middle of the axis count as right; a scale without numbers has no such ratings. What a "more than" leaves open, on
        either side, is not held against anybody. Without a tolerance the number has to be exact.
    Remedy: Lower the rating, or set the numbers right. If the rating is meant so, say why under `reasons.outside_tolerance`. Do not
        widen the tolerance until it fits.

    Bad:
        quantity: {value: 2.5, unit: times, tolerance: 10 %}  # here

    Good:
        quantity: {value: 2.1, unit: times, tolerance: 10 %}
    """
    for claim in project.claims.values():
        quantity = claim.quantity
        if quantity is None or not _is_rated_right(project, claim) or project.reasons_of(claim).outside_tolerance is not None:
            continue
        accepted = Bounds.of(quantity)
        given = _given(claim, quantity)
        if given and not any(one.bounds.meets(accepted) for one in given):
            nearest = min(given, key=lambda one: abs(one.value - Fraction(quantity.value)))
            allowed = f"tolerance {quantity.tolerance}" if quantity.tolerance else "no tolerance is given"
            yield Remark(
                project.file_of("claim", claim.id),
                ("quantity", "value"),
                f"the number is outside its tolerance, and the rating is ‘{claim.verdict.rating if claim.verdict else ''}’; "
                f"found {nearest.words}, which is {_apart(nearest.value, quantity)}; expected {accepted} ({allowed})",
                "lower the rating, or say why it stands under `reasons.outside_tolerance`",
                related=nearest.places(project, claim),
            )


@rule("CT322", "units-differ", Severity.ERROR)
def units_differ(project: Project) -> Iterator[Remark]:
    """Numbers in different units are put together.

    Reason: The sum of persons and families is neither. A sum and a difference have the unit of their terms, which has to be the claim's; a
        ratio of two numbers in one unit is so many `times` or `percent`. What an expression comes to is not checked.
    Remedy: Write both in one unit, or convert with an `expression`.

    Bad:
        quantity: {value: 2, unit: lorry, tolerance: 10 %}  # here

    Good:
        quantity: {value: 2, unit: times, tolerance: 10 %}
    """
    for claim in project.claims.values():
        for path, message in clashes_of_units(claim):
            yield Remark(project.file_of("claim", claim.id), path, message, "write both in one unit, or convert with an `expression`")


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
        added = {one.id for one in operands_in(claim, "sum", "difference")}
        compared = {one.id for one in claim.evidence if claim.computed is None and one.stance in {"supports", "refutes"}}
        expected, whose = claim.quantity.counts if claim.quantity else None, "in the claim"
        for place, evidence in enumerate(claim.evidence):
            if evidence.quantity is None or evidence.id not in added | compared:
                continue
            if expected is None and evidence.id in added:
                expected, whose = evidence.quantity.counts, f"in ‘{evidence.id}’"
            if _counts_otherwise(expected, evidence.quantity):
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("evidence", place, "quantity", "counts"),
                    f"numbers that count different things are put together; found {evidence.quantity.counts}, "
                    f"expected {expected} as {whose}",
                    "compare like with like; evidence that counts something else is context",
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
        dates = [one.as_of for one in (quantities_of(claim) or ()) if one.as_of is not None and not one.as_of.about]
        if not dates or not operands_in(claim, "sum") or project.reasons_of(claim).dates_apart is not None:
            continue
        oldest, newest = min(dates, key=lambda one: one.latest), max(dates, key=lambda one: one.earliest)
        first, last = oldest.latest, newest.earliest
        if (last.year, last.month, last.day) > (first.year + 1, first.month, first.day):
            yield Remark(
                project.file_of("claim", claim.id),
                ("computed", "sum"),
                f"the terms of the sum are more than a year apart; found {oldest} and {newest}, expected at most a year",
                "use numbers of about the same date, or say why not under `reasons.dates_apart`",
            )


@attrs.frozen
class _Given:
    """A number that the evidence gives: what it leaves open, its plain value, and what it is in words."""

    bounds: Bounds
    value: Fraction
    words: str
    evidence: str = ""

    def places(self, project: Project, claim: Claim) -> tuple[tuple[str, RecordPath, str], ...]:
        """Return where the number stands, to be shown beside the claimed one."""
        file = project.file_of("claim", claim.id)
        for place, evidence in enumerate(claim.evidence):
            if evidence.id == self.evidence:
                return ((file, ("evidence", place, "quantity"), "the number of the evidence"),)
        return ((file, ("computed",), "the calculation"),)


def _given(claim: Claim, claimed: Quantity) -> list[_Given]:
    """Return the numbers that the claimed one has to fit to: the result of the calculation, or else those of the evidence."""
    if claim.computed is not None:
        result = _result(claim, claimed)
        return [result] if result is not None else []
    return [
        _Given(
            Bounds.of(quantity),
            Fraction(quantity.value),
            f"{evidence.id} = {f'{quantity.comparator} ' if quantity.comparator else ''}{quantity.value}",
            evidence.id,
        )
        for evidence in claim.evidence
        if (quantity := evidence.quantity) and evidence.stance in {"supports", "refutes"} and _is_comparable(claimed, evidence)
    ]


def _result(claim: Claim, claimed: Quantity) -> _Given | None:
    """Return what a sound calculation gives; none where something is wrong with it, or where its terms leave its result open."""
    quantities = quantities_of(claim)
    try:
        exact = work_out_claim(claim)
    except FormulaError:
        return None
    if claim.computed is None or exact is None or quantities is None or any(clashes_of_units(claim)):
        return None
    if not is_rounded_to(claim.computed.result, exact):
        return None
    bounds = Bounds(exact, exact)
    if any(one.comparator or one.tolerance for one in quantities):
        if not claim.computed.sum:
            return None
        first, *others = [Bounds.of(one) for one in quantities]
        bounds = sum(others, first)
    times = " percent" if claim.computed.ratio and claimed.unit == "percent" else ""
    return _Given(bounds, exact, f"{claim.computed.formula} = {written(exact)}{times}")


def _is_comparable(claimed: Quantity, evidence: Evidence) -> bool:
    """Say whether a number of the evidence is of the same unit, of the same people or things, and counted in the same way."""
    given = evidence.quantity
    if given is None or given.unit != claimed.unit or _counts_otherwise(claimed.counts, given):
        return False
    return given.population is None or claimed.population is None or given.population == claimed.population


def _counts_otherwise(expected: str | None, given: Quantity) -> bool:
    return {expected, given.counts} == {"stock", "cumulative"}


def _is_rated_right(project: Project, claim: Claim) -> bool:
    """Say whether the rating lies above the middle of its axis."""
    scale = project.scale_of(claim)
    rating = project.rating_of(claim)
    bounds = scale.bounds if scale else None
    return bool(bounds and rating and rating.number is not None and 2 * rating.number > sum(bounds))


def _apart(value: Fraction, claimed: Quantity) -> str:
    """Say how far a value is from the claimed one, in per cent of that."""
    whole = Fraction(claimed.value)
    if value == whole:
        return f"just the claimed {claimed.value}"
    more = "more" if value > whole else "less"
    if whole == 0:
        return f"{written(abs(value))} {more} than claimed"
    percent = abs(value - whole) / abs(whole) * 100
    for decimals in (1, 2):
        rounded = round(percent, decimals)
        if rounded:
            return f"{written(rounded)} % {more} than the claimed {claimed.value}"
    return f"less than 0.01 % {more} than the claimed {claimed.value}"


RULES = (number_outside_tolerance, units_differ, stock_against_cumulative, dates_apart)
"""The rules of this part of the family, in the order of their codes."""
