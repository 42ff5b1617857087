"""The numbers of a claim: what a calculation over the evidence gives, and which evidence the claimed number is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from claimtrack.dates import PartialDate
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.project import Project
from claimtrack.records.arithmetic import DivisorError, FormulaError, names_in, work_out
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Computed, Evidence
from claimtrack.records.quantity import Quantity
from claimtrack.records.units import difference_factor, factor, unit

FORMS = ("sum", "difference", "ratio", "expression")
"""The forms of a calculation."""

_RATIO = 2
_DIFFERENT_SPANS = frozenset(
    frozenset(pair) for pair in (("stock", "cumulative"), ("stock", "flow"), ("stock", "per-year"), ("per-year", "cumulative"))
)
"""Kinds of counting that say nothing about each other; a flow may be that of a year, or of the whole span up to a date."""


@attrs.frozen
class Operand:
    """A piece of evidence that a calculation uses, by the id that the record gives, and where it gives it."""

    id: str
    path: RecordPath


def forms_of(computed: Computed) -> tuple[str, ...]:
    """Return the forms of calculation that a record gives; it should be one."""
    return tuple(form for form in FORMS if getattr(computed, form))


def operands_of(computed: Computed) -> tuple[Operand, ...]:
    """Return the operands of a calculation; none where its expression cannot be read."""
    if computed.expression is None:
        return tuple(
            Operand(one, ("computed", form, place)) for form in forms_of(computed) for place, one in enumerate(getattr(computed, form))
        )
    try:
        return tuple(Operand(one, ("computed", "expression")) for one in names_in(computed.expression))
    except FormulaError:
        return ()


def problem_of(computed: Computed) -> Phrase | None:
    """Return what is wrong with the form of a calculation, or None if it is a clear one; whether it can be read is another question."""
    forms = forms_of(computed)
    if not forms:
        return say("`computed` has no calculation; expected exactly one of {forms}", forms=", ".join(FORMS))
    if len(forms) > 1:
        return say("`computed` has {found}; expected exactly one of {forms}", found=all_of(forms), forms=", ".join(FORMS))
    return _too_few(computed, forms[0], len(operands_of(computed)))


def _too_few(computed: Computed, form: str, given: int) -> Phrase | None:
    """Return what is wrong with how many operands a calculation of one form has."""
    if form == "expression":
        return None if given or not _can_be_read(computed) else say("the expression names no evidence; expected at least one id")
    if form == "ratio":
        wrong = say("a ratio is of two numbers; found {number}, expected the one to divide and its divisor", number=given)
        return None if given == _RATIO else wrong
    if given > 1:
        return None
    if form == "sum":
        return say("a sum of one number is none; expected at least two pieces of evidence")
    return say("a difference of one number is none; expected at least two pieces of evidence")


def calculations(project: Project) -> Iterator[tuple[Claim, Computed]]:
    """Yield every claim with its calculation, where that is a clear one."""
    for claim in project.claims.values():
        if claim.computed is not None and problem_of(claim.computed) is None:
            yield claim, claim.computed


def operands_in(claim: Claim, *forms: str) -> tuple[Operand, ...]:
    """Return the operands of a claim's calculation, where it is a clear one and of one of these forms."""
    computed = claim.computed
    if computed is None or problem_of(computed) is not None or forms_of(computed)[0] not in forms:
        return ()
    return operands_of(computed)


def evidence_of(claim: Claim) -> Mapping[str, Evidence]:
    """Return the evidence of a claim by its ids."""
    return {evidence.id: evidence for evidence in claim.evidence}


def quantities_of(claim: Claim) -> tuple[Quantity, ...] | None:
    """Return the quantities that a calculation puts together, or None where one of them is missing."""
    cited = evidence_of(claim)
    found = [cited[one.id].quantity if one.id in cited else None for one in (operands_of(claim.computed) if claim.computed else ())]
    return tuple(one for one in found if one is not None) if found and None not in found else None


def work_out_claim(claim: Claim) -> Fraction | None:
    """Return the exact result of a claim's calculation, in the unit of the claim; None where it is incomplete or its units do not fit.

    The terms of a sum or a difference are converted; where the claim gives no unit that they convert to, the first term gives it. A ratio
    is in the unit of the claim too. An expression takes the numbers as they stand.

    Raises:
        FormulaError: it is complete and cannot be worked out.
    """
    computed, quantities = claim.computed, quantities_of(claim)
    if computed is None or problem_of(computed) is not None:
        return None
    if computed.expression is not None:
        names_in(computed.expression)  # tells why it cannot be read, whatever the evidence gives
    if quantities is None or any(one.up_to is not None for one in quantities):
        return None
    if computed.expression is not None:
        names = [one.id for one in operands_of(computed)]
        return work_out(computed.expression, dict(zip(names, (one.value for one in quantities), strict=True)))
    if computed.ratio:
        return _ratio(claim.quantity, *quantities)
    first, *others = terms_in(claim, quantities)
    if first is None or None in others:
        return None
    rest = sum((one for one in others if one is not None), Fraction(0))
    return first + rest if computed.sum else first - rest


def unit_of_terms(claim: Claim, quantities: tuple[Quantity, ...]) -> str:
    """Return the unit that a sum or a difference comes out in: the claim's if all terms convert to it, otherwise that of the first term."""
    if claim.quantity is not None and all(_term_factor(claim, one.unit, claim.quantity.unit) is not None for one in quantities):
        return claim.quantity.unit
    return quantities[0].unit


def terms_in(claim: Claim, quantities: tuple[Quantity, ...]) -> list[Fraction | None]:
    """Return the terms of a sum or a difference in the unit that it comes out in; None for each that does not convert."""
    target = unit_of_terms(claim, quantities)
    factors = [_term_factor(claim, one.unit, target) for one in quantities]
    return [None if times is None else Fraction(one.value) * times for one, times in zip(quantities, factors, strict=True)]


def _term_factor(claim: Claim, term: str, target: str) -> Fraction | None:
    if claim.computed is not None and claim.computed.difference:
        return difference_factor(term, target)
    return factor(term, target)


def _ratio(claimed: Quantity | None, dividend: Quantity, divisor: Quantity) -> Fraction:
    """Return the ratio of two quantities in the unit of the claim; as it stands where nobody knows how that comes from their units."""
    if divisor.value == 0:
        raise DivisorError(say("it divides by zero"))
    plain = Fraction(dividend.value) / Fraction(divisor.value)
    quotient = unit(dividend.unit).over(unit(divisor.unit))
    if claimed is None:
        return plain * quotient.factor if not quotient.dimension else plain
    wanted = unit(claimed.unit)
    if wanted.natures == {"times"}:
        return plain * quotient.factor / wanted.factor
    if wanted.natures == {"share"}:
        return plain * quotient.factor / wanted.factor * 100
    return plain * (quotient.into(wanted) or 1)


def held_against(claim: Claim) -> Iterator[tuple[int, Evidence, Quantity]]:
    """Yield the numbers of the evidence that the claimed one is held against: those of evidence that takes a side, if nothing is computed.

    Yields:
        The place of the evidence, the evidence, and its number.
    """
    if claim.computed is None and claim.quantity is not None:
        for place, evidence in enumerate(claim.evidence):
            if evidence.quantity is not None and evidence.stance in {"supports", "refutes"}:
                yield place, evidence, evidence.quantity


def is_comparable(claimed: Quantity, given: Quantity) -> bool:
    """Say whether a number of the evidence converts to the claimed one, and is of the same people or things, counted in the same way."""
    if factor(given.unit, claimed.unit) is None or count_differently(claimed, given) or claimed.is_impossible or given.is_impossible:
        return False
    return given.population is None or claimed.population is None or given.population == claimed.population


def count_differently(one: Quantity, other: Quantity) -> bool:
    """Say whether two numbers count over different spans, so that neither says anything about the other."""
    return frozenset((one.counts, other.counts)) in _DIFFERENT_SPANS


def are_a_year_apart(one: PartialDate, other: PartialDate) -> bool:
    """Say whether two dates are surely more than a year apart; an "about" is never sure."""
    if one.about or other.about:
        return False
    first, last = (one.latest, other.earliest) if one.latest < other.earliest else (other.latest, one.earliest)
    return (last.year, last.month, last.day) > (first.year + 1, first.month, first.day)


def is_rounded_to(recorded: Decimal, exact: Fraction) -> bool:
    """Say whether a recorded number is the exact one, rounded to as many decimals as it was recorded with.

    >>> is_rounded_to(Decimal("2.07"), Fraction(31, 15))
    True
    >>> is_rounded_to(Decimal("2.06"), Fraction(31, 15))
    False
    """
    return abs(Fraction(recorded) - exact) <= Fraction(1, 2 * 10 ** decimals_of(recorded))


def decimals_of(number: Decimal) -> int:
    """Return how many digits a number has behind the point."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _can_be_read(computed: Computed) -> bool:
    try:
        names_in(computed.formula)
    except FormulaError:
        return False
    return True
