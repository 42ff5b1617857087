"""Amounts and sums: numbers of records in words, and a calculation written out so that a reader can follow it."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction

import attrs

from claimtrack.records.bounds import Bounds
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Computed
from claimtrack.records.quantity import Quantity, Tolerance, parse_number
from claimtrack.records.units import pieces
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.wording.words import isolated

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.\d+)?", re.ASCII)
_EXACT = Context(prec=200)
"""Longer than any number that a record may hold, times the scale of its unit."""
_HUNDREDTH = Decimal("0.01")
_SIGNS = {" + ": " + ", " - ": " − ", " * ": " × ", " / ": " ÷ "}


@attrs.frozen(kw_only=True)
class Amount:
    """A number with what it counts.

    Attributes:
        text: the number with its hedge and its unit, such as "about 10,000,000 people".
        about: whom or what it is about, where the unit does not say.
        as_of: the date it holds for.
        counts: what was counted, such as "how many there were on that date".
    """

    text: str
    about: Phrase | None = None
    as_of: str | None = None
    counts: str | None = None


@attrs.frozen(kw_only=True)
class Term:
    """One number of a calculation.

    Attributes:
        evidence: the number of the evidence that it comes from.
        anchor: where that stands on the page.
        amount: the number, with its date and what it counts.
    """

    evidence: int
    anchor: str
    amount: Amount


@attrs.frozen(kw_only=True)
class Sum:
    """A calculation over the evidence.

    Attributes:
        written_out: the whole of it in figures, such as "6,906,500 + 3,669,000 = 10,575,500".
        terms: the numbers in it and where they come from.
        result: what comes out.
        claimed: what is claimed, where the claim has a number.
        distance: how far the claimed number is from the result, in a sentence.
        allowed: what still counts as right, in a sentence.
        within: whether the result is in that, in a sentence.
        but: the evidence that says why the numbers should not be put together, as number and anchor.
        dates_apart: why numbers of different dates are put together.
    """

    written_out: str
    terms: tuple[Term, ...]
    result: str
    claimed: Amount | None = None
    distance: str | None = None
    allowed: str | None = None
    within: str | None = None
    but: tuple[int, str] | None = None
    dates_apart: Phrase | None = None


def amount(edition: Edition, quantity: Quantity) -> Amount:
    """Return a number of a record in words."""
    words = edition.words
    hedge = ""
    if quantity.comparator is not None:
        hedge = words.one_of("comparator", quantity.comparator)
    elif quantity.about is not None:
        hedge = words["estimated" if quantity.about == "yes" else "hedge"]
    return Amount(
        text=_with_unit(edition, _ends(quantity), quantity.unit, hedge),
        about=edition.phrase_or_none(quantity.population),
        as_of=words.fill("as_of_date", date=words.date(quantity.as_of)) if quantity.as_of else None,
        counts=words.one_of("counts", quantity.counts) if quantity.counts else None,
    )


def written_sum(edition: Edition, claim: Claim, anchors: dict[str, tuple[int, str]]) -> Sum | None:
    """Return the calculation of a claim written out, or None where it has none.

    Arguments:
        edition: the edition.
        claim: the claim.
        anchors: number and anchor of each piece of evidence, by id.
    """
    computed = claim.computed
    if computed is None:
        return None
    words = edition.words
    values = {one.id: one.quantity for one in claim.evidence if one.quantity is not None}
    names = dict.fromkeys(name for name in _NAME.findall(computed.formula) if name in values)
    claimed = claim.quantity
    allowed, within = _allowance(edition, claimed, computed.result) if claimed else (None, None)
    return Sum(
        written_out=_written_out(edition, claim, computed, values),
        terms=tuple(Term(evidence=anchors[one][0], anchor=anchors[one][1], amount=amount(edition, values[one])) for one in names),
        result=_with_unit(edition, (computed.result,), claimed.unit) if claimed else words.number(computed.result),
        claimed=amount(edition, claimed) if claimed else None,
        distance=_distance(edition, claimed, computed.result) if claimed else None,
        allowed=allowed,
        within=within,
        but=anchors.get(computed.but) if computed.but else None,
        dates_apart=edition.phrase_or_none(claim.reasons.dates_apart),
    )


def _ends(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return the number of a quantity, or both ends of its range."""
    return (quantity.value,) if quantity.up_to is None else (quantity.value, quantity.up_to)


def _with_unit(edition: Edition, ends: tuple[Decimal, ...], unit: str, hedge: str = "", apart: Callable[[str], str] = isolated) -> str:
    """Return a number or a range with its unit, such as "about 2.5 million euros per year".

    Arguments:
        edition: the edition.
        ends: the number, or the two ends of a range.
        unit: the unit as the record has it.
        hedge: what stands before the number.
        apart: how a number and a unit that the catalogue does not know are shown: as written, set apart.
    """
    words = edition.words
    over, *under = pieces(unit)
    spoken = words.unit(over.scale, ends[-1])
    number = " ".join(filter(None, (hedge, _number(edition, ends, 1 if spoken else over.multiple), spoken)))
    nouns = [(over.name, words.unit(over.name, ends[-1] if over.multiple == 1 else Decimal(over.multiple)))]
    for piece in under:
        several = [words.number(Decimal(piece.multiple))] if piece.multiple > 1 else []
        nouns += [("", " ".join((words["per"], *several))), (piece.name, words.unit(piece.name, Decimal(piece.multiple)))]
    if all(noun is not None for _, noun in nouns):
        return " ".join((number, *(noun for _, noun in nouns if noun is not None)))
    text = apart(number)
    for written, noun in nouns:
        text = text + " " + (apart(written) if noun is None else noun)
    return text


def _number(edition: Edition, ends: tuple[Decimal, ...], multiple: int = 1) -> str:
    figures = [edition.words.number(_EXACT.multiply(end, Decimal(multiple))) for end in ends]
    return figures[0] if len(figures) == 1 else edition.words.fill("range", low=figures[0], high=figures[1])


def _written_out(edition: Edition, claim: Claim, computed: Computed, values: dict[str, Quantity]) -> str:
    """Return the whole calculation in figures; with the units, where one number has another unit than the others."""
    names = [name for name in _NAME.findall(computed.formula) if name in values]
    units = {values[name].unit for name in names}
    if claim.quantity is not None and (computed.sum or computed.difference):
        units.add(claim.quantity.unit)
    if len(units) < 2:  # noqa: PLR2004  (one unit is that of all)
        return f"{_in_figures(edition, computed.formula, values)} = {edition.words.number(computed.result)}"
    result = (computed.result,)
    of_result = _with_unit(edition, result, claim.quantity.unit, apart=str) if claim.quantity else edition.words.number(computed.result)
    return f"{_in_figures(edition, computed.formula, values, units=True)} = {of_result}"


def _in_figures(edition: Edition, formula: str, values: dict[str, Quantity], *, units: bool = False) -> str:
    def figure(match: re.Match[str]) -> str:
        name = match[0]
        if name in values:
            value = values[name]
            return _with_unit(edition, _ends(value), value.unit, apart=str) if units else _number(edition, _ends(value))
        try:
            return edition.words.number(parse_number(name))
        except ValueError:  # an id, or what no calculation can hold: a preview shows it all the same
            return name

    for plain, shown in _SIGNS.items():
        formula = formula.replace(plain, shown)
    return _NAME.sub(figure, formula)


def _distance(edition: Edition, claimed: Quantity, result: Decimal) -> str | None:
    """Return how far the claimed number, or the nearer end of the claimed range, is from the result."""
    low, high = _ends(claimed)[0], _ends(claimed)[-1]
    if low < high and low <= result <= high:
        return edition.words["sum_in_range"]
    if result == low == high:
        return edition.words["sum_equal"]
    if result == 0:
        return None
    nearest = low if result < low else high
    share = edition.words.share(abs(nearest - result) / abs(result) * 100, 1)
    if low == high:
        return edition.words.fill("sum_lower" if nearest < result else "sum_higher", share=share)
    return edition.words.fill("sum_above_range" if nearest < result else "sum_below_range", share=share)


def _allowance(edition: Edition, claimed: Quantity, result: Decimal) -> tuple[str | None, str | None]:
    """Return what still counts as right, and whether the result is in that; nothing where the desk allows nothing, or nobody can tell."""
    bounds = Bounds.of(claimed, claimed.unit)
    if claimed.tolerance is None or bounds is None:
        return None, None
    words, tolerance = edition.words, _tolerance(edition, claimed.tolerance)
    low, high = (words.number(_in_decimals(end)) if end is not None else None for end in (bounds.lowest, bounds.highest))
    if low is not None and high is not None:
        sentence = words.fill("sum_tolerance", tolerance=tolerance, low=low, high=high)
    else:
        bound = f"{words.one_of('comparator', claimed.comparator or 'exactly')} {low or high}"
        sentence = words.fill("sum_tolerance_open", tolerance=tolerance, bound=bound)
    given = Fraction(result)
    return sentence, words["sum_within" if bounds.meets(Bounds(given, given)) else "sum_outside"]


def _tolerance(edition: Edition, tolerance: Tolerance) -> str:
    if tolerance.share is not None:
        return edition.words.share(tolerance.share.percent)
    return _with_unit(edition, (tolerance.amount or Decimal(0),), tolerance.unit, apart=str)


def _in_decimals(number: Fraction) -> Decimal:
    """Return a number exactly if it has an end, otherwise rounded to what anybody reads."""
    decimal = _EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
    return decimal if Fraction(decimal) == number else decimal.quantize(_HUNDREDTH, context=_EXACT)
