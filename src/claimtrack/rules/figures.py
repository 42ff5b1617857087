"""The numbers of a claim: what a calculation over the evidence gives, what a number leaves open, and how to write it for people."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from claimtrack.locations import RecordPath
from claimtrack.records.arithmetic import FormulaError, names_in, work_out
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Computed, Evidence
from claimtrack.records.quantity import Quantity

FORMS = ("sum", "difference", "ratio", "expression")
"""The forms of a calculation."""

_RATIO = 2
_MOST_DIGITS = 60
_PLACES = 6


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


def problem_of(computed: Computed) -> str | None:
    """Return what is wrong with the form of a calculation, or None if it is a clear one; whether it can be read is another question."""
    forms = forms_of(computed)
    if len(forms) != 1:
        return f"`computed` has {' and '.join(forms) if forms else 'no calculation'}; expected exactly one of {', '.join(FORMS)}"
    (form,) = forms
    given = len(operands_of(computed))
    if form == "expression":
        return None if given or not _can_be_read(computed) else "the expression names no evidence; expected at least one id"
    if form == "ratio":
        return None if given == _RATIO else f"a ratio is of two numbers; found {given}, expected the one to divide and its divisor"
    return None if given > 1 else f"a {form} of one number is none; expected at least two pieces of evidence"


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
    """Return the exact result of a claim's calculation, in the unit of the claim; None where it is incomplete.

    Raises:
        FormulaError: it is complete and cannot be worked out.
    """
    computed = claim.computed
    if computed is None or problem_of(computed) is not None:
        return None
    cited, operands = evidence_of(claim), operands_of(computed)
    values = {one.id: quantity.value for one in operands if one.id in cited and (quantity := cited[one.id].quantity)}
    if any(one.id not in values for one in operands):
        return None
    result = work_out(computed.formula, values)
    in_percent = bool(computed.ratio) and claim.quantity is not None and claim.quantity.unit == "percent"
    return result * 100 if in_percent else result


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


def written(number: Fraction) -> str:
    """Write a number exactly if it has an end, else cut off with an ellipsis; one that nobody would read, by its size.

    >>> written(Fraction("10575500")), written(Fraction(31, 15)), written(Fraction(-1, 4))
    ('10575500', '2.066666…', '-0.25')
    """
    bits = number.numerator.bit_length() - number.denominator.bit_length()
    if bits > _MOST_DIGITS * 3:
        return f"{'-' if number < 0 else ''}a number of some {bits * 301 // 1000} digits"
    whole, rest = divmod(abs(number), 1)
    digits = ""
    while rest and len(digits) < _MOST_DIGITS:
        digit, rest = divmod(rest * 10, 1)
        digits += str(digit)
    digits = f"{digits[:_PLACES]}…" if rest else digits
    return f"{'-' if number < 0 else ''}{whole}{'.' if digits else ''}{digits}"


def _can_be_read(computed: Computed) -> bool:
    try:
        names_in(computed.formula)
    except FormulaError:
        return False
    return True


@attrs.frozen
class Bounds:
    """What a number leaves open: everything from the lowest to the highest that it can mean; None where there is no end.

    Attributes:
        lowest: the lowest value.
        highest: the highest value.
        above: true where it has to be above the lowest ("more than").
        below: true where it has to be below the highest ("less than").
    """

    lowest: Fraction | None
    highest: Fraction | None
    above: bool = False
    below: bool = False

    @classmethod
    def of(cls, quantity: Quantity) -> Bounds:
        """Return what a quantity leaves open by its comparator and its tolerance."""
        value = Fraction(quantity.value)
        margin = Fraction(0)
        if quantity.tolerance is not None:
            share, amount = quantity.tolerance.share, quantity.tolerance.amount
            margin = abs(value) * Fraction(share.percent) / 100 if share is not None else Fraction(amount or 0)
        return cls(
            None if quantity.comparator in {"less than", "at most"} else value - margin,
            None if quantity.comparator in {"more than", "at least"} else value + margin,
            above=quantity.comparator == "more than",
            below=quantity.comparator == "less than",
        )

    def __add__(self, other: Bounds) -> Bounds:
        """Return what the sum of two numbers leaves open."""
        return Bounds(
            None if self.lowest is None or other.lowest is None else self.lowest + other.lowest,
            None if self.highest is None or other.highest is None else self.highest + other.highest,
            above=self.above or other.above,
            below=self.below or other.below,
        )

    def meets(self, other: Bounds) -> bool:
        """Say whether there is a value that both numbers can mean.

        >>> Bounds(Fraction(9), Fraction(11)).meets(Bounds(Fraction(11), Fraction(11)))
        True
        >>> Bounds(Fraction(9), Fraction(11)).meets(Bounds(Fraction(11), None, above=True))
        False
        """
        return _reaches(self, other) and _reaches(other, self)

    def __str__(self) -> str:
        """Write what the number leaves open."""
        if self.lowest is not None and self.highest is not None:
            return written(self.lowest) if self.lowest == self.highest else f"{written(self.lowest)} to {written(self.highest)}"
        if self.lowest is not None:
            return f"{'more than' if self.above else 'at least'} {written(self.lowest)}"
        return f"{'less than' if self.below else 'at most'} {written(self.highest)}" if self.highest is not None else "any number"


def _reaches(low: Bounds, high: Bounds) -> bool:
    """Say whether the lower end of one is not beyond the upper end of the other."""
    if low.lowest is None or high.highest is None or low.lowest < high.highest:
        return True
    return low.lowest == high.highest and not (low.above or high.below)
