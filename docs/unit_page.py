"""The reference page about units, made from the table of ``claimtrack.records.known_units``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from fractions import Fraction

from claimtrack.records.known_units import SCALES, UNITS, KnownUnit
from claimtrack.records.units import MAX_LENGTH, SEVERAL_MEANINGS

INTRODUCTION = f"""\
# Units

The units of quantities and of tolerances. [Write a claim about a number](../how-to/write-a-claim-about-a-number.md) shows them at work.

A unit is written in English and in the singular: `person`, `kilometre`, `percent`. Big and small letters count. Three things may be added:

- a scale word before it: `million person`, `hundred thousand euro`; a plain number does too (`1000 tonne`);
- what it is per behind it: `euro per month`, `km/h`, `case per 100000 person`;
- what it is a measure of: `tonne of CO2`, `percent of GDP`.

Two numbers whose units measure the same are compared and added; claimtrack converts them exactly. **Every other word is a thing that is
counted and only compares with itself**: `guest` and `person` are two things. Nothing has to be declared. A unit of more than {MAX_LENGTH}
characters is such a word too.

These never convert, whatever their names:

- percentages and percentage points: from 4 to 6 percent it is 2 percentage points (`pp`), and 50 percent more. Only the difference of two
  percentages is in percentage points, and a tolerance of `2 pp` goes with a percentage;
- percentages and `times`: 100 percent more is 2 times as much. A `ratio` may be in either;
- one currency and another: put the rate of the day in as evidence and use an `expression`;
- months and years on one side, days and weeks on the other;
- scales of temperature.
"""

NOTHING_BUT_ITSELF = {
    "money": "Amounts in one currency compare with each other; those that are compared or added each need `as_of`.",
    "temperature": "None of these converts into another.",
    "calendar": "None of these converts into days.",
}


def page() -> Iterator[str]:
    """Yield the page."""
    yield INTRODUCTION
    yield "## Scale words\n\nBy the short scale of English, so that a billion is what German calls a Milliarde.\n"
    yield "| word | times |\n|---|--:|"
    yield from (f"| `{word}` | {multiple:,} |" for word, multiple in SCALES.items())
    for measure in dict.fromkeys(one.measures for one in UNITS):
        yield from _of_measure(measure, [one for one in UNITS if one.measures == measure])
    yield "\n## Words with several meanings\n\nWhat these mean depends on who reads them; `claimtrack check` asks which is meant.\n"
    yield "| word | what to do |\n|---|---|"
    yield from (f"| `{word}` | {advice} |" for word, advice in SEVERAL_MEANINGS.items())


def _of_measure(measure: str, units: list[KnownUnit]) -> Iterator[str]:
    yield f"\n## {measure.capitalize()}\n"
    if measure in NOTHING_BUT_ITSELF:
        yield NOTHING_BUT_ITSELF[measure] + "\n"
    yield "| unit | also written | one of it is | by |\n|---|---|---|---|"
    for one in units:
        base = next(other.name for other in units if other.factor == 1 and other.dimension == one.dimension)
        also = ", ".join(f"`{way}`" for way in one.also)
        is_so_many = "" if one.name == base else f"{_exact(one.factor)} {base}"
        yield f"| `{one.name}` | {also} | {is_so_many} | {one.source} |"


def _exact(number: Fraction) -> str:
    decimal = Context(prec=60).divide(Decimal(number.numerator), Decimal(number.denominator))
    return f"{decimal:,f}" if Fraction(decimal) == number else f"{number.numerator:,}/{number.denominator:,}"
