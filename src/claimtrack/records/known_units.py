"""The units that claimtrack knows: how each is written, what it measures, and its exact factor with where that comes from.

A small table of its own: what desks hold numbers of, and nothing else. Every factor is exact by definition; what has no exact factor (a
month in days), several (a gallon) or a rate of the day (money) does not convert.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

Base = tuple[str, str]
"""The nature of what is measured and the unit that the others of that nature are multiples of, such as ``("length", "metre")``."""

Dimension = tuple[tuple[Base, int], ...]
"""Base units with their powers, sorted, without powers of nought."""

Number = str | int | Fraction


class KnownUnit(NamedTuple):
    """A unit of the table.

    Attributes:
        name: as records should write it, in the singular.
        also: other ways to write it: its symbol, other spellings; big and small letters count.
        measures: what it measures, such as ``area``, as the reference calls it.
        dimension: the same in base units.
        factor: how many of the base units one of it is.
        source: where the factor comes from.
    """

    name: str
    also: tuple[str, ...]
    measures: str
    dimension: Dimension
    factor: Fraction
    source: str


SI = "International System of Units (SI)"
BESIDE_SI = "in use beside the SI (SI Brochure, table 8)"
YARD_AND_POUND = "international yard and pound, 1959"
NAUTICAL_MILE = "international nautical mile, 1929"
US_GALLON = "US gallon of 231 cubic inches"
IMPERIAL_GALLON = "imperial gallon of 4.54609 litres"
IEC = "IEC 80000-13"
ENERGY_AGENCY = "International Energy Agency, 10 gigacalories of 4.1868 joules"
COAL = "International Energy Agency, 7 gigacalories of 4.1868 joules"
GRAVITY = "standard gravity of 9.80665 m/s²"
CALENDAR = "the calendar"
ISO_4217 = "ISO 4217"
BY_NAME = "by its name"

_LENGTH, _MASS, _TIME = ("length", "metre"), ("mass", "kilogram"), ("time", "second")
_ENERGY, _DATA, _CALENDAR = ("energy", "joule"), ("data", "bit"), ("calendar", "month")
_SHARE, _POINTS, _TIMES = ("share", "percent"), ("points", "pp"), ("times", "times")

_DIMENSIONS: Mapping[str, Dimension] = {
    "length": ((_LENGTH, 1),),
    "area": ((_LENGTH, 2),),
    "volume": ((_LENGTH, 3),),
    "mass": ((_MASS, 1),),
    "time": ((_TIME, 1),),
    "calendar": ((_CALENDAR, 1),),
    "speed": ((_LENGTH, 1), (_TIME, -1)),
    "energy": ((_ENERGY, 1),),
    "power": ((_ENERGY, 1), (_TIME, -1)),
    "data": ((_DATA, 1),),
    "share": ((_SHARE, 1),),
    "points": ((_POINTS, 1),),
    "times": ((_TIMES, 1),),
}


def _units(measures: str, source: str, *units: tuple[str, str, Number]) -> Iterator[KnownUnit]:
    """Yield units of one dimension and source: each its name, the other ways to write it with commas between, and its factor."""
    for name, also, factor in units:
        yield KnownUnit(name, _ways(also), measures, _DIMENSIONS[measures], Fraction(factor), source)


def _apart(measures: str, source: str, *units: tuple[str, str] | tuple[str, str, str, Number]) -> Iterator[KnownUnit]:
    """Yield units that do not convert into each other: each its name and the other ways; a part of another one also says of which."""
    for name, also, *part in units:
        whole, factor = part or (name, 1)
        yield KnownUnit(name, _ways(also), measures, (((measures, str(whole)), 1),), Fraction(factor), source if not part else BY_NAME)


def _ways(also: str) -> tuple[str, ...]:
    return tuple(filter(None, also.split(", ")))


_FOOT, _MILE, _LB = Fraction("0.3048"), Fraction("1609.344"), Fraction("0.45359237")
_US_GALLON = 231 * Fraction("0.0254") ** 3

UNITS: tuple[KnownUnit, ...] = (
    *_units(
        "length", SI, ("metre", "m, meter", 1), ("millimetre", "mm, millimeter", "0.001"), ("centimetre", "cm, centimeter", "0.01"),
        ("kilometre", "km, kilometer", 1000),
    ),
    *_units("length", YARD_AND_POUND, ("inch", "in", _FOOT / 12), ("foot", "ft", _FOOT), ("yard", "yd", 3 * _FOOT), ("mile", "mi", _MILE)),
    *_units("length", NAUTICAL_MILE, ("nautical mile", "nmi", 1852)),
    *_units(
        "area", SI, ("square metre", "m², m2, square meter", 1), ("square centimetre", "cm², cm2, square centimeter", "0.0001"),
        ("square kilometre", "km², km2, square kilometer", 10**6),
    ),
    *_units("area", BESIDE_SI, ("hectare", "ha", 10_000)),
    *_units(
        "area", YARD_AND_POUND, ("square foot", "sq ft", _FOOT**2), ("acre", "", 4840 * (3 * _FOOT) ** 2),
        ("square mile", "sq mi", _MILE**2),
    ),
    *_units("volume", SI, ("cubic metre", "m³, m3, cubic meter", 1), ("cubic kilometre", "km³, km3, cubic kilometer", 10**9)),
    *_units(
        "volume", BESIDE_SI, ("litre", "l, L, liter", "0.001"), ("millilitre", "ml, mL, milliliter", "0.000001"),
        ("hectolitre", "hl, hL, hectoliter", "0.1"),
    ),
    *_units("volume", YARD_AND_POUND, ("cubic foot", "cu ft", _FOOT**3)),
    *_units("volume", US_GALLON, ("US gallon", "", _US_GALLON), ("oil barrel", "bbl", 42 * _US_GALLON)),
    *_units("volume", IMPERIAL_GALLON, ("imperial gallon", "", "0.00454609")),
    *_units("mass", SI, ("kilogram", "kg", 1), ("gram", "g", "0.001"), ("milligram", "mg", "0.000001")),
    *_units(
        "mass", BESIDE_SI, ("tonne", "t, metric ton", 1000), ("kilotonne", "", 10**6), ("megatonne", "Mt", 10**9),
        ("gigatonne", "Gt", 10**12),
    ),
    *_units("mass", YARD_AND_POUND, ("lb", "pound of mass", _LB), ("short ton", "", 2000 * _LB), ("long ton", "", 2240 * _LB),
            ("troy ounce", "ozt", _LB * 480 / 7000)),
    *_units("time", SI, ("second", "s, sec", 1), ("millisecond", "ms", "0.001")),
    *_units("time", BESIDE_SI, ("minute", "min", 60), ("hour", "h", 3600), ("day", "d", 86_400)),
    *_units("time", CALENDAR, ("week", "", 7 * 86_400)),
    *_units("calendar", CALENDAR, ("month", "", 1), ("year", "", 12), ("decade", "", 120), ("century", "", 1200)),
    *_units("speed", SI, ("metre per second", "", 1), ("kilometre per hour", "kph", Fraction(1000, 3600))),
    *_units("speed", YARD_AND_POUND, ("mile per hour", "mph", _MILE / 3600)),
    *_units("speed", NAUTICAL_MILE, ("knot", "kn", Fraction(1852, 3600))),
    *_units(
        "energy", SI, ("joule", "J", 1), ("kilojoule", "kJ", 10**3), ("megajoule", "MJ", 10**6), ("gigajoule", "GJ", 10**9),
        ("terajoule", "TJ", 10**12), ("petajoule", "PJ", 10**15),
        ("watt hour", "Wh, watt-hour", 3600), ("kilowatt hour", "kWh, kilowatt-hour", 3600 * 10**3),
        ("megawatt hour", "MWh, megawatt-hour", 3600 * 10**6), ("gigawatt hour", "GWh, gigawatt-hour", 3600 * 10**9),
        ("terawatt hour", "TWh, terawatt-hour", 3600 * 10**12),
    ),
    *_units("energy", ENERGY_AGENCY, ("tonne of oil equivalent", "toe", 41_868 * 10**6)),
    *_units("energy", COAL, ("tonne of coal equivalent", "tce", 29_307_600_000)),
    *_units(
        "power", SI, ("watt", "W", 1), ("kilowatt", "kW", 10**3), ("megawatt", "MW", 10**6), ("gigawatt", "GW", 10**9),
        ("terawatt", "TW", 10**12),
    ),
    *_units("power", GRAVITY, ("metric horsepower", "PS", 75 * Fraction("9.80665")),
            ("mechanical horsepower", "", 550 * _FOOT * _LB * Fraction("9.80665"))),
    *_units(
        "data", IEC, ("bit", "", 1), ("kilobit", "kbit", 10**3), ("megabit", "Mbit", 10**6), ("gigabit", "Gbit", 10**9),
        ("byte", "B", 8), ("kilobyte", "kB", 8 * 10**3), ("megabyte", "MB", 8 * 10**6), ("gigabyte", "GB", 8 * 10**9),
        ("terabyte", "TB", 8 * 10**12), ("petabyte", "PB", 8 * 10**15), ("kibibyte", "KiB", 8 * 2**10), ("mebibyte", "MiB", 8 * 2**20),
        ("gibibyte", "GiB", 8 * 2**30), ("tebibyte", "TiB", 8 * 2**40),
    ),
    *_units("share", BY_NAME, ("percent", "%, per cent", 1), ("permille", "‰, per mille, per mill", "0.1")),
    *_units("points", BY_NAME, ("pp", "percentage point, percentage points", 1), ("basis point", "bp", "0.01")),
    *_units("times", BY_NAME, ("times", "", 1)),
    *_apart("temperature", SI, ("degree Celsius", "°C"), ("kelvin", "K"), ("degree Fahrenheit", "°F")),
    *_apart(
        "money", ISO_4217, ("euro", "EUR, €"), ("euro cent", "", "euro", "0.01"), ("US dollar", "USD, US-dollar, US$"),
        ("US cent", "", "US dollar", "0.01"), ("pound sterling", "GBP, £"), ("Swiss franc", "CHF"), ("yen", "JPY"),
        ("yuan", "CNY, renminbi, RMB"), ("rouble", "RUB, ruble"), ("hryvnia", "UAH"), ("zloty", "PLN"), ("Czech koruna", "CZK"),
        ("forint", "HUF"), ("Romanian leu", "RON"), ("Bulgarian lev", "BGN"), ("Danish krone", "DKK"), ("Swedish krona", "SEK"),
        ("Norwegian krone", "NOK"), ("Turkish lira", "TRY"), ("Canadian dollar", "CAD"), ("Australian dollar", "AUD"),
        ("New Zealand dollar", "NZD"), ("Indian rupee", "INR"), ("Brazilian real", "BRL"), ("Mexican peso", "MXN"),
        ("South African rand", "ZAR, rand"), ("South Korean won", "KRW, won"), ("shekel", "ILS"), ("German mark", "DEM"),
    ),
)  # fmt: skip
"""Every unit of the table, what measures the same together."""

BY_SPELLING: Mapping[str, KnownUnit] = {spelling: unit for unit in UNITS for spelling in (unit.name, *unit.also)}
"""Every way to write a unit, with the unit."""

SCALES: Mapping[str, int] = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""The words that may stand before a unit, by the short scale of English: a billion is 10^9 and a trillion 10^12."""
