"""Amounts and sums: numbers of records in words, and a calculation written out so that a reader can follow it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import attrs

from claimtrack.records.claim import Claim
from claimtrack.records.quantity import Quantity, Tolerance, parse_number
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.wording.words import isolated

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.\d+)?", re.ASCII)
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
        text=_with_unit(edition, quantity.value, quantity.unit, hedge),
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
        written_out=f"{_in_figures(edition, computed.formula, values)} = {words.number(computed.result)}",
        terms=tuple(Term(evidence=anchors[one][0], anchor=anchors[one][1], amount=amount(edition, values[one])) for one in names),
        result=_with_unit(edition, computed.result, claimed.unit) if claimed else words.number(computed.result),
        claimed=amount(edition, claimed) if claimed else None,
        distance=_distance(edition, claimed.value, computed.result) if claimed else None,
        allowed=allowed,
        within=within,
        but=anchors.get(computed.but) if computed.but else None,
        dates_apart=edition.phrase_or_none(claim.reasons.dates_apart),
    )


def _with_unit(edition: Edition, value: Decimal, unit: str, hedge: str = "") -> str:
    """Return a number with its unit; one that the catalogue does not know is shown as written, set apart."""
    number = f"{hedge} {edition.words.number(value)}".strip()
    known = edition.words.unit(unit, value)
    return f"{number} {known}" if known is not None else isolated(number) + " " + isolated(unit)


def _in_figures(edition: Edition, formula: str, values: dict[str, Quantity]) -> str:
    def figure(match: re.Match[str]) -> str:
        name = match[0]
        if name in values:
            return edition.words.number(values[name].value)
        try:
            return edition.words.number(parse_number(name))
        except ValueError:  # an id, or what no calculation can hold: a preview shows it all the same
            return name

    text = _NAME.sub(figure, formula)
    for plain, shown in _SIGNS.items():
        text = text.replace(plain, shown)
    return text


def _distance(edition: Edition, claimed: Decimal, result: Decimal) -> str | None:
    if claimed == result:
        return edition.words["sum_equal"]
    if result == 0:
        return None
    share = edition.words.share(abs(claimed - result) / abs(result) * 100, 1)
    return edition.words.fill("sum_lower" if claimed < result else "sum_higher", share=share)


def _allowance(edition: Edition, claimed: Quantity, result: Decimal) -> tuple[str | None, str | None]:
    if claimed.tolerance is None:
        return None, None
    words = edition.words
    around = _in_decimals(claimed.margin(claimed.value) or Fraction(0))
    low, high = claimed.value - around, claimed.value + around
    sentence = words.fill("sum_tolerance", tolerance=_tolerance(edition, claimed.tolerance), low=words.number(low), high=words.number(high))
    return sentence, words["sum_within" if low <= result <= high else "sum_outside"]


def _tolerance(edition: Edition, tolerance: Tolerance) -> str:
    if tolerance.share is not None:
        return edition.words.share(tolerance.share.percent)
    value = tolerance.amount or Decimal(0)
    return f"{edition.words.number(value)} {edition.words.unit(tolerance.unit, value) or tolerance.unit}"


def _in_decimals(number: Fraction) -> Decimal:
    """Return a number exactly if it has an end, otherwise rounded to what anybody reads."""
    return Decimal(number.numerator) / Decimal(number.denominator)
