"""Units: what a number counts or measures, in which scale, and which numbers can therefore be compared.

A unit is written in the singular and in English: ``person``, ``kilometre`` or ``km``, ``million euro``, ``euro per month``,
``case per 100000 person``, ``tonne of CO2``. Those of :mod:`claimtrack.records.known_units` convert exactly; every other word is a thing
that is counted and only compares with itself.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

import attrs

from claimtrack.phrases import Phrase, say
from claimtrack.records.known_units import BY_SPELLING, SCALES, Dimension

MAX_LENGTH = 100
"""The longest unit that is looked into, in code points; a longer one only compares with itself."""

THING = "thing"
"""The nature of everything that is counted and not in the table of units."""

_PER_OR_STROKE = re.compile(r" per | ?/ ?")
_NAME = r"(?:[\w .,'’°‰²³€$£¥-]+|%)"
_NAMES = re.compile(f"{_NAME}(?:/{_NAME})*")
"""What units are written with; in anything else a stroke says nothing."""
_COUNT = re.compile(r"[1-9]\d{0,11}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,'_]\d{3})+", re.ASCII)

_SCALE_WORDS = say(
    "scale words are English, small and in the singular: `thousand`, `million`, `billion` for 10^9 (German Milliarde), "
    "`trillion` for 10^12 (German Billion)"
)
_WHOSE = say("write whose money it is, such as `US dollar`, `Canadian dollar`, `Swiss franc` or `Danish krone`")
_IN_ENGLISH: Mapping[str, str] = {
    **dict.fromkeys(("Tausend", "Tsd", "Tsd.", "thousands"), "thousand"),
    **dict.fromkeys(("Million", "Millionen", "Mio", "Mio.", "millions", "mln", "mn"), "million"),
    **dict.fromkeys(("Milliarde", "Milliarden", "Mrd", "Mrd.", "milliard", "billions", "bn"), "billion"),
    **dict.fromkeys(("trillions", "tn"), "trillion"),
}
"""Scale words that can mean only one, and how they are written."""
_NO_SCALE = frozenset((*_IN_ENGLISH, "Billion", "Billionen", "Trillion", "Trillionen", "hundreds"))

SEVERAL_MEANINGS: Mapping[str, Phrase] = {
    "ton": say("write `tonne` (1000 kg), `short ton` (2000 lb) or `long ton` (2240 lb)"),
    "gallon": say("write `US gallon` or `imperial gallon`"),
    "barrel": say("write `oil barrel`, or the amount in `litre`"),
    "ounce": say("write `troy ounce`, or the amount in `gram` or `litre`"),
    "pound": say("write `lb` for the mass and `pound sterling` for the money"),
    "horsepower": say("write `metric horsepower` or `mechanical horsepower`"),
    "calorie": say("write `kilocalorie` for what labels on food give, or the amount in `joule`"),
    "degree": say("write `degree Celsius` or `degree Fahrenheit`"),
    "kt": say("write `kilotonne` or `knot`"),
    "cent": say("write `euro cent` or `US cent`"),
    "¥": say("write `yen` or `yuan`"),
    **dict.fromkeys(("dollar", "$", "franc", "krone", "krona", "koruna", "crown", "peso", "rupee", "lira"), _WHOSE),
}
"""Words that mean different units to different people, with what to write in their place."""


class Piece(NamedTuple):
    """A unit without what it is per: how many, in which words, of what.

    Attributes:
        multiple: what the scale words and numbers in front come to, such as 1000000.
        scale: the words themselves, such as ``million``; empty where there are none.
        name: the unit as the table calls it, or the words as they are written.
    """

    multiple: int
    scale: str
    name: str


@attrs.frozen
class Unit:
    """What a number counts or measures, and how much of it one is.

    Attributes:
        dimension: the base units with their powers; two units of one dimension convert into each other.
        factor: how many of the base units this one is, exact.
    """

    dimension: Dimension
    factor: Fraction

    def into(self, other: Unit) -> Fraction | None:
        """Return what a number in this unit has to be multiplied by to be one in the other, or None where the two do not convert.

        >>> unit("kilometre").into(unit("m")), unit("million person").into(unit("person")), unit("percent").into(unit("pp"))
        (Fraction(1000, 1), Fraction(1000000, 1), None)
        """
        return self.factor / other.factor if self.dimension == other.dimension else None

    def over(self, other: Unit) -> Unit:
        """Return the unit of a ratio of two numbers.

        >>> unit("kilometre").over(unit("hour")) == unit("km/h")
        True
        """
        powers = Counter(dict(self.dimension))
        powers.subtract(dict(other.dimension))
        return Unit(_dimension(powers), self.factor / other.factor)

    @property
    def natures(self) -> frozenset[str]:
        """What is measured: ``length``, ``money``, ``thing`` and so on; several where one is per another."""
        return frozenset(nature for (nature, _), _ in self.dimension)


def unit(text: str) -> Unit:
    """Return the unit that a text means; one that nobody knows is a thing that is counted.

    >>> unit("billion euro per year").into(unit("million euro per month"))
    Fraction(250, 3)
    """
    return _unit(text) if len(text) <= MAX_LENGTH else _of(Piece(1, "", text))


@functools.lru_cache(maxsize=1024)
def _unit(text: str) -> Unit:
    over, *under = pieces(text)
    result = _of(over)
    for piece in under:
        result = result.over(_of(piece))
    return result


def pieces(text: str) -> tuple[Piece, ...]:
    """Return what a unit is made of: itself, and behind it everything that it is per.

    >>> pieces("million km per year")
    (Piece(multiple=1000000, scale='million', name='kilometre'), Piece(multiple=1, scale='', name='year'))
    """
    if len(text) > MAX_LENGTH:
        return (Piece(1, "", text),)
    text = " ".join(text.split())
    known = BY_SPELLING.get(text)
    if known is not None:
        return (Piece(1, "", known.name),)
    parts = _PER_OR_STROKE.split(text) if _NAMES.fullmatch(text) else text.split(" per ")
    return tuple(map(_piece, parts)) if all(parts) else (Piece(1, "", text),)


def refusal(text: str) -> Phrase | None:
    """Return what to write in place of a unit that people read in different ways, or None where it is clear.

    >>> refusal("million ton")
    'write `tonne` (1000 kg), `short ton` (2000 lb) or `long ton` (2240 lb)'
    """
    for piece in pieces(text):
        name = piece.name.partition(" of ")[0] if piece.name not in BY_SPELLING else ""
        first = name.partition(" ")[0]
        if name in SEVERAL_MEANINGS:
            return SEVERAL_MEANINGS[name]
        if first in _NO_SCALE:
            return _SCALE_WORDS
        if _GROUPED.fullmatch(first):
            return say("write the number without separators: `{number}`", number=re.sub(r"\D", "", first))
        if not name and piece.scale and not piece.name:
            return say("say what is counted: `{scale} person`", scale=piece.scale)
    return None


def in_english(text: str) -> str | None:
    """Return a unit with its scale word in English, where it begins with another one that can mean only that; else None.

    >>> in_english("Millionen Euro"), in_english("Billion euro"), in_english("million euro")
    ('million euro', None, None)
    """
    first, *words = text.split()[:MAX_LENGTH] or [""]
    if first not in _IN_ENGLISH or not words:
        return None
    small = " ".join(words).casefold()
    return f"{_IN_ENGLISH[first]} {small if small in BY_SPELLING else ' '.join(words)}"


def factor(source: str, target: str) -> Fraction | None:
    """Return what a number in one unit has to be multiplied by to be one in another, or None where the two do not convert."""
    return Fraction(1) if source == target else unit(source).into(unit(target))


def allowance_factor(amount: str, value: str) -> Fraction | None:
    """Return what the amount of a tolerance has to be multiplied by to be in the unit of the value, or None where it does not convert.

    Here percentage points go with a percentage, and with one of something: they say how far it may be off.

    >>> allowance_factor("pp", "permille"), allowance_factor("pp", "percent of GDP"), allowance_factor("pp", "person")
    (Fraction(10, 1), Fraction(1, 1), None)
    """
    times = factor(amount, value)
    return _in_shares(unit(amount)).into(_without_substance(unit(value))) if times is None else times


def difference_factor(term: str, difference: str) -> Fraction | None:
    """Return what a term has to be multiplied by to be in the unit of a difference, or None where it does not convert.

    Only here percentages become percentage points: that is what the difference of two of them is.

    >>> difference_factor("percent", "pp"), difference_factor("km", "m"), difference_factor("pp", "percent")
    (Fraction(1, 1), Fraction(1000, 1), None)
    """
    times = factor(term, difference)
    if times is None and "points" in unit(difference).natures:
        return _without_substance(unit(term)).into(_in_shares(unit(difference)))
    return times


def _in_shares(points: Unit) -> Unit:
    """Return a unit with percent in place of percentage points."""
    powers = {("share", "percent") if base == ("points", "pp") else base: power for base, power in points.dimension}
    return Unit(_dimension(powers), points.factor)


def _without_substance(share: Unit) -> Unit:
    """Return percent in place of percent of something."""
    if dict(share.dimension).get(("share", "percent")) != 1:
        return share
    return Unit(tuple((base, power) for base, power in share.dimension if base[0] != THING or power < 0), share.factor)


def _piece(text: str) -> Piece:
    words = text.split(" ")
    multiple, scales = 1, 0
    while scales < len(words) and (words[scales] in SCALES or _COUNT.fullmatch(words[scales])):
        multiple *= SCALES.get(words[scales]) or int(words[scales])
        scales += 1
    name = " ".join(words[scales:])
    known = BY_SPELLING.get(name)
    return Piece(multiple, " ".join(words[:scales]), known.name if known else name)


def _of(piece: Piece) -> Unit:
    """Return the unit of one piece; a known measure of something (``tonne of CO2``) is both at once."""
    known = BY_SPELLING.get(piece.name)
    if known is not None:
        return Unit(known.dimension, known.factor * piece.multiple)
    measure, _, substance = piece.name.partition(" of ")
    if substance and (known := BY_SPELLING.get(measure)):
        return Unit(_dimension({**dict(known.dimension), (THING, substance): 1}), known.factor * piece.multiple)
    return Unit((((THING, piece.name), 1),), Fraction(piece.multiple))


def _dimension(powers: Mapping[tuple[str, str], int]) -> Dimension:
    return tuple(sorted((base, power) for base, power in powers.items() if power))
