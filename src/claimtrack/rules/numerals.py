"""Numbers in words: how findings write exact numbers, what a number leaves open, and a calculation with its numbers in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from claimtrack.phrases import Phrase, say
from claimtrack.records.arithmetic import spelled_out
from claimtrack.records.bounds import Bounds
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Computed
from claimtrack.records.quantity import Quantity
from claimtrack.records.units import unit
from claimtrack.records.vocabulary import Comparator
from claimtrack.rules.figures import evidence_of, forms_of, operands_of, quantities_of

_MOST_DIGITS = 60
_PLACES = 6
_LONGEST = 200
_SIGNS = {"sum": " + ", "difference": " - ", "ratio": " / "}


def written(number: Fraction) -> str:
    """Write a number exactly if it has an end, else cut off with an ellipsis; one that nobody would read, by its size, as a phrase.

    >>> written(Fraction("10575500")), written(Fraction(31, 15)), written(Fraction(-1, 4))
    ('10575500', '2.066666…', '-0.25')
    """
    bits = number.numerator.bit_length() - number.denominator.bit_length()
    if bits > _MOST_DIGITS * 3:
        digits = bits * 301 // 1000
        if number < 0:
            return say("a number below zero of some {digits} digits", digits=digits)
        return say("a number of some {digits} digits", digits=digits)
    whole, rest = divmod(abs(number), 1)
    decimals = ""
    while rest and len(decimals) < _MOST_DIGITS:
        digit, rest = divmod(rest * 10, 1)
        decimals += str(digit)
    decimals = f"{decimals[:_PLACES]}…" if rest else decimals
    return f"{'-' if number < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"


def amount_in_words(quantity: Quantity) -> str:
    """Return the number of a quantity, as a phrase where it has a comparator or is a range; without its unit."""
    value = plain(quantity.value)
    if quantity.up_to is not None:
        return say("{low} to {high}", low=value, high=plain(quantity.up_to))
    return _COMPARED[quantity.comparator](value) if quantity.comparator else value


def bounds_in_words(bounds: Bounds) -> str:
    """Return what a number leaves open, as a phrase where that is more than one value.

    >>> bounds_in_words(Bounds(Fraction(90), Fraction(110))), bounds_in_words(Bounds(Fraction(9), None, above=True))
    ('90 to 110', 'more than 9')
    """
    low, high = bounds.lowest, bounds.highest
    if low is not None and high is not None:
        return written(low) if low == high else say("{low} to {high}", low=written(low), high=written(high))
    if low is not None:
        return _COMPARED["more than" if bounds.above else "at least"](written(low))
    return _COMPARED["less than" if bounds.below else "at most"](written(high)) if high is not None else say("any number")


_COMPARED: Mapping[Comparator, Callable[[str], Phrase]] = {
    "less than": lambda number: say("less than {number}", number=number),
    "at most": lambda number: say("at most {number}", number=number),
    "exactly": lambda number: say("exactly {number}", number=number),
    "at least": lambda number: say("at least {number}", number=number),
    "more than": lambda number: say("more than {number}", number=number),
}


def with_numbers(claim: Claim) -> str:
    """Return the calculation of a claim with the number behind each id, and its unit where it matters; cut off where it is long.

    Raises:
        FormulaError: its expression cannot be read.
    """
    computed = claim.computed
    if computed is None:
        return ""
    given = {name: one.quantity for name, one in evidence_of(claim).items() if one.quantity is not None}
    several = _has_several_units(claim)
    figures = {name: f"{plain(one.value)} {one.unit}" if several else plain(one.value) for name, one in given.items()}
    if computed.expression is not None:
        return _cut_off(spelled_out(computed.expression, figures))
    sign = _SIGNS[forms_of(computed)[0]]
    return _cut_off(sign.join(f"{one.id} {figures[one.id]}" if one.id in figures else one.id for one in operands_of(computed)))


def worked_out(claim: Claim, exact: Fraction) -> Phrase:
    """Return the calculation of a claim with its numbers and what it gives, with the unit where that is not plain from the numbers.

    Raises:
        FormulaError: its expression cannot be read.
    """
    of_a_ratio = claim.computed is not None and bool(claim.computed.ratio)
    shown = claim.quantity is not None and (unit(claim.quantity.unit).natures != {"times"} if of_a_ratio else _has_several_units(claim))
    if claim.quantity is None or not shown:
        return say("{calculation} = {number}", calculation=with_numbers(claim), number=written(exact))
    return say("{calculation} = {number} {unit}", calculation=with_numbers(claim), number=written(exact), unit=claim.quantity.unit)


def _has_several_units(claim: Claim) -> bool:
    """Say whether the numbers of a calculation, and for a sum or a difference its result, are in different units."""
    quantities = quantities_of(claim) or ()
    units = {one.unit for one in quantities}
    if claim.quantity is not None and claim.computed is not None and (claim.computed.sum or claim.computed.difference):
        units.add(claim.quantity.unit)
    return len(units) > 1


def formula(computed: Computed) -> str:
    """Return a calculation as it stands in the record, cut off where it is long."""
    return _cut_off(computed.formula)


def plain(number: Decimal) -> str:
    """Return a number of a record in plain digits.

    >>> plain(Decimal("0.00000001"))
    '0.00000001'
    """
    return f"{number:f}"


def _cut_off(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"
