"""Numbers as quantities: value, unit, tolerance, what they count and when."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import attrs
from attrs import field

from claimtrack.dates import PartialDate
from claimtrack.phrases import say
from claimtrack.records.fields import doc
from claimtrack.records.text import Text
from claimtrack.records.units import allowance_factor
from claimtrack.records.vocabulary import Comparator, Counts

_NUMBER = re.compile(r"-?\d{1,40}(\.\d{1,40})?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(?:([.,' \u00a0\u202f_])\d{3})(?:\1\d{3})*", re.ASCII)
# Between a number and its unit a blank may be one at which no line breaks: typography asks for it, and nobody sees the difference.
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)[ \u00a0\u202f]?%", re.ASCII)
# ``percent`` is a unit of records; these are what people write for the sign.
_PER_CENT = re.compile(r"per cent|prozent|v\. ?h\.", re.IGNORECASE | re.ASCII)
_AMOUNT = re.compile(r"(\d[\d.,'_]{0,60})[ \u00a0\u202f]([^\s\d%\u00a0\u202f][^\s%]*(?: [^\s%]+)*)", re.ASCII)


def parse_number(text: str) -> Decimal:
    """Read a number as records write it: digits, a decimal point, no separators; exact, never a float.

    What is ten thousand to one reader and ten to another, such as ``10.000``, is refused: there is no telling which was meant.

    Raises:
        ValueError: its only argument is a phrase that says what form was expected and, where the digits can be guessed, how to write it.

    >>> parse_number("10000000")
    Decimal('10000000')
    """
    if (grouped := _GROUPED.fullmatch(text)) and not text.lstrip("-").startswith("0"):
        digits = re.sub(r"[^\d-]", "", text)
        if grouped[1] not in ".," or text.count(grouped[1]) > 1:
            raise ValueError(say("a number is written without separators: {digits}", digits=digits))
        decimals = f"{text.replace(',', '.')}0"
        message = say(
            "a number must not be read in two ways: {digits}, or {decimals} where decimals are meant", digits=digits, decimals=decimals
        )
        raise ValueError(message)
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if re.fullmatch(r"-?\d+,\d+", text, re.ASCII):
        raise ValueError(say("a number is written with a decimal point: {number}", number=text.replace(",", ".")))
    raise ValueError(say("a number has digits and at most one decimal point, such as 10575500 or -0.5"))


@attrs.frozen
class Share:
    """A share of something, in per cent, such as ``10 %``.

    Attributes:
        percent: 0 to 100, exact.
    """

    percent: Decimal

    @classmethod
    def parse(cls, text: str) -> Share:
        """Read a share.

        Raises:
            ValueError: the text has another form, or more than 100.

        >>> Share.parse("10 %").of(Decimal(50))
        Decimal('5')
        """
        match = _SHARE.fullmatch(text)
        if match is None or Decimal(match[1]) > 100:  # noqa: PLR2004  (per cent)
            raise ValueError(say("a share is written as per cent from 0 to 100, such as 40 %"))
        return cls(Decimal(match[1]))

    def of(self, whole: Decimal) -> Decimal:
        """Return this share of a whole."""
        return whole * self.percent / 100


@attrs.frozen
class Tolerance:
    """How far from the claimed value still counts as right: a share of it, or an amount in a unit.

    Attributes:
        share: such as ``10 %`` of the claimed value.
        amount: an absolute amount, such as the 2 in ``2 pp``.
        unit: the unit of the amount; ``pp`` are percentage points.
    """

    share: Share | None = None
    amount: Decimal | None = None
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Tolerance:
        """Read a tolerance.

        Raises:
            ValueError: the text is neither a share nor an amount with a unit.

        >>> Tolerance.parse("2 pp")
        Tolerance(share=None, amount=Decimal('2'), unit='pp')
        """
        if _SHARE.fullmatch(text):
            return cls(share=Share.parse(text))
        match = _AMOUNT.fullmatch(text)
        if match is None or _PER_CENT.fullmatch(match[2]):
            message = say("a tolerance is a share of the value such as 10 %, or an amount with its unit such as 2 pp or 500 person")
            raise ValueError(message)
        return cls(amount=parse_number(match[1]), unit=match[2])

    def __str__(self) -> str:
        """Write the tolerance as it is written in a record."""
        return f"{self.share.percent} %" if self.share is not None else f"{self.amount} {self.unit}"


@attrs.frozen(kw_only=True)
class Quantity:
    """A number with all that is needed to compare it with another."""

    value: Decimal = field(metadata=doc("The number: digits with at most one decimal point, exact."))
    up_to: Decimal | None = field(
        default=None, metadata=doc("The upper end, where a range is given: `value: 20000` and `up_to: 99999` for tens of thousands.")
    )
    unit: str = field(
        metadata=doc(
            "What is counted or measured, in the singular and in English: `person`, `euro`, `km`, `percent`, `times`. A scale word may "
            "stand before it (`million person`), and what it is per behind it (`euro per month`)."
        )
    )
    about: str | None = field(
        default=None, metadata=doc("The hedging word of the text (`rund`, `about`), or `yes` where the source calls it an estimate.")
    )
    comparator: Comparator | None = field(default=None, metadata=doc("How the value bounds the real one."))
    tolerance: Tolerance | None = field(
        default=None,
        metadata=doc(
            "How far off still counts as right, set by the desk for this claim.",
            unit="a share of the claimed value (`10 %`), or an amount with its unit; for percentages, percentage points (`2 pp`)",
        ),
    )
    as_of: PartialDate | None = field(default=None, metadata=doc("The date that the number holds for."))
    population: Text | None = field(default=None, metadata=doc("Whom or what the number is about, where the unit does not say it."))
    counts: Counts | None = field(default=None, metadata=doc("What is counted: the stock at a date, a flow, everything up to a date."))

    @property
    def is_impossible(self) -> bool:
        """Whether no number is of this form: the range ends before it begins, or is bounded by a comparator besides."""
        return self.up_to is not None and (self.up_to <= self.value or self.comparator is not None)

    def margin(self, value: Decimal) -> Fraction | None:
        """Return how far from *value* still counts as right, in the unit of this quantity; None where the tolerance does not convert.

        >>> Quantity(value=Decimal(2), unit="million person", tolerance=Tolerance.parse("500 thousand person")).margin(Decimal(2))
        Fraction(1, 2)
        """
        if self.tolerance is None:
            return Fraction(0)
        if self.tolerance.share is not None:
            return abs(Fraction(value)) * Fraction(self.tolerance.share.percent) / 100
        times = allowance_factor(self.tolerance.unit, self.unit)
        return None if times is None else Fraction(self.tolerance.amount or 0) * times
