"""The numbers that a claimed one is held against: what the evidence gives, or what a calculation over it gives."""

from __future__ import annotations

import itertools
from fractions import Fraction

import attrs

from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.arithmetic import FormulaError
from claimtrack.records.bounds import Bounds
from claimtrack.records.claim import Claim
from claimtrack.records.quantity import Quantity
from claimtrack.records.units import factor
from claimtrack.rules.figures import held_against, is_comparable, is_rounded_to, quantities_of, unit_of_terms, work_out_claim
from claimtrack.rules.numerals import amount_in_words, worked_out, written
from claimtrack.rules.units import clashes_of_units


@attrs.frozen
class Given:
    """A number that the evidence gives, in the unit of the claim.

    Attributes:
        bounds: what it leaves open.
        value: the number itself; of a range, the end that is nearest to what is claimed.
        claimed: what is claimed; of a range, the end that is nearest to the number.
        words: the number in words.
        evidence: the evidence that it stands in; empty where it is the result of the calculation.
    """

    bounds: Bounds
    value: Fraction
    claimed: Fraction
    words: Phrase
    evidence: str = ""

    def places(self, project: Project, claim: Claim) -> tuple[tuple[str, RecordPath, Phrase], ...]:
        """Return where the number stands, to be shown beside the claimed one."""
        file = project.file_of("claim", claim.id)
        for place, evidence in enumerate(claim.evidence):
            if evidence.id == self.evidence:
                return ((file, ("evidence", place, "quantity"), say("the number of the evidence")),)
        return ((file, ("computed",), say("the calculation")),)


def numbers_given(claim: Claim, claimed: Quantity) -> list[Given]:
    """Return the numbers that the claimed one has to fit to: the result of the calculation, or else those of the evidence."""
    if claim.computed is not None:
        result = _result(claim, claimed)
        return [result] if result is not None else []
    return [
        given
        for _, evidence, quantity in held_against(claim)
        if is_comparable(claimed, quantity) and (given := _of_evidence(evidence.id, quantity, claimed)) is not None
    ]


def how_far_apart(value: Fraction, claimed: Fraction) -> Phrase:
    """Say how far a value is from the claimed one, in per cent of that."""
    whole = written(claimed)
    if value == claimed:
        return say("just the claimed {number}", number=whole)
    more = value > claimed
    if claimed == 0:
        apart = written(abs(value))
        return say("{number} more than claimed", number=apart) if more else say("{number} less than claimed", number=apart)
    percent = abs(value - claimed) / abs(claimed) * 100
    rounded = round(percent, 1) or round(percent, 2)
    share = say("{percent} %", percent=written(rounded)) if rounded else say("less than 0.01 %")
    if more:
        return say("{share} more than the claimed {number}", share=share, number=whole)
    return say("{share} less than the claimed {number}", share=share, number=whole)


def _of_evidence(evidence: str, quantity: Quantity, claimed: Quantity) -> Given | None:
    """Return a number of the evidence in the unit of the claim; none where its tolerance is in no unit of its own."""
    bounds, times = Bounds.of(quantity, claimed.unit), factor(quantity.unit, claimed.unit)
    if bounds is None or times is None:
        return None
    value, nearest = _nearest([end * times for end in _ends(quantity)], _ends(claimed))
    words = say("{id} = {number}", id=evidence, number=amount_in_words(quantity))
    if quantity.unit != claimed.unit:
        words = say("{number} {unit}, that is {value} {other}", number=words, unit=quantity.unit, value=written(value), other=claimed.unit)
    return Given(bounds, value, nearest, words, evidence)


def _result(claim: Claim, claimed: Quantity) -> Given | None:
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
    bounds: Bounds | None = Bounds(exact, exact)
    if any(one.comparator or one.tolerance for one in quantities):
        bounds = _of_sum(claim, quantities) if claim.computed.sum else None
    if bounds is None:
        return None
    value, nearest = _nearest([exact], _ends(claimed))
    return Given(bounds, value, nearest, worked_out(claim, exact))


def _of_sum(claim: Claim, quantities: tuple[Quantity, ...]) -> Bounds | None:
    """Return what the sum of quantities leaves open."""
    target = unit_of_terms(claim, quantities)
    each = [one for quantity in quantities if (one := Bounds.of(quantity, target)) is not None]
    return sum(each[1:], each[0]) if len(each) == len(quantities) else None


def _ends(quantity: Quantity) -> list[Fraction]:
    return [Fraction(one) for one in (quantity.value, quantity.up_to) if one is not None]


def _nearest(given: list[Fraction], claimed: list[Fraction]) -> tuple[Fraction, Fraction]:
    """Return those ends of two ranges that are nearest to each other."""
    return min(itertools.product(given, claimed), key=lambda pair: abs(pair[0] - pair[1]))
