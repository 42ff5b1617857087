"""Units: what converts does so exactly, what does not never does, and every other word is a thing of its own."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.records.known_units import BY_SPELLING, SCALES, UNITS
from claimtrack.records.units import (
    MAX_LENGTH,
    Piece,
    Unit,
    allowance_factor,
    difference_factor,
    factor,
    pieces,
    refusal,
    unit,
)

SCALE_WORDS = (
    "scale words are English, small and in the singular: `thousand`, `million`, `billion` for 10^9 (German Milliarde), "
    "`trillion` for 10^12 (German Billion)"
)
WHOSE = "write whose money it is, such as `US dollar`, `Canadian dollar`, `Swiss franc` or `Danish krone`"

THINGS = st.sampled_from(["person", "lorry", "<b>", "Fall", "٣", "tonne of CO2"])
WRITTEN = st.builds(
    lambda scale, over, under: " per ".join([f"{scale} {over}".strip(), *under]),
    st.sampled_from(["", *SCALES, "hundred million", "1000"]),
    st.sampled_from(sorted(BY_SPELLING)) | THINGS,
    st.lists(st.sampled_from(["day", "month", "km", "person", "100000 person", "million euro"]), max_size=2),
)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("km", "metre", "1000"),
        ("kilometre", "kilometer", "1"),
        ("inch", "cm", "2.54"),
        ("foot", "m", "0.3048"),
        ("mile", "foot", "5280"),
        ("nautical mile", "km", "1.852"),
        ("hectare", "m²", "10000"),
        ("square kilometre", "hectare", "100"),
        ("acre", "m2", "4046.8564224"),
        ("square mile", "acre", "640"),
        ("litre", "ml", "1000"),
        ("m³", "litre", "1000"),
        ("US gallon", "litre", "3.785411784"),
        ("imperial gallon", "litre", "4.54609"),
        ("oil barrel", "litre", "158.987294928"),
        ("cubic foot", "litre", "28.316846592"),
        ("lb", "kg", "0.45359237"),
        ("short ton", "kg", "907.18474"),
        ("long ton", "kg", "1016.0469088"),
        ("troy ounce", "g", "31.1034768"),
        ("t", "kilogram", "1000"),
        ("Mt", "million tonne", "1"),
        ("hour", "second", "3600"),
        ("week", "day", "7"),
        ("year", "month", "12"),
        ("century", "decade", "10"),
        ("kilometre per hour", "km/h", "1"),
        ("mph", "km / h", "1.609344"),
        ("knot", "nautical mile per hour", "1"),
        ("kWh", "MJ", "3.6"),
        ("TWh", "billion kilowatt hour", "1"),
        ("toe", "GJ", "41.868"),
        ("tonne of coal equivalent", "GJ", "29.3076"),
        ("kWh/h", "kilowatt", "1"),
        ("PS", "watt", "735.49875"),
        ("mechanical horsepower", "watt", "745.69987158227022"),
        ("byte", "bit", "8"),
        ("GB", "MB", "1000"),
        ("GiB", "MiB", "1024"),
        ("%", "percent", "1"),
        ("per cent", "permille", "10"),
        ("percentage point", "basis point", "100"),
        ("euro", "euro cent", "100"),
        ("USD", "US-dollar", "1"),
        ("€/kWh", "euro cent per kWh", "100"),
        ("thousand person", "person", "1000"),
        ("dozen egg", "egg", "12"),
        ("hundred million person", "billion person", "0.1"),
        ("thousand million person", "billion person", "1"),
        ("trillion euro", "million euro", "1000000"),
        ("1000 t", "tonne", "1000"),
        ("billion euro per year", "million euro per year", "1000"),
        ("case per 100000 person", "case per thousand person", "0.01"),
        ("tonne of CO2", "kg of CO2", "1000"),
        ("tonne of CO2 per person per year", "kg of CO2 per year per person", "1000"),
        ("million\u00a0person", "million  person", "1"),
        ("flüchtling", "flüchtling", "1"),
    ],
)
def test_what_converts_converts_exactly(one: str, other: str, times: str) -> None:
    assert factor(one, other) == Fraction(times)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("percent", "pp"),
        ("percent", "times"),
        ("pp", "times"),
        ("percent", "percent of GDP"),
        ("euro", "US dollar"),
        ("euro", "euro per month"),
        ("month", "day"),
        ("year", "week"),
        ("degree Celsius", "degree Fahrenheit"),
        ("degree Celsius", "kelvin"),
        ("metre", "square metre"),
        ("kW", "kWh"),
        ("person", "guest"),
        ("person", "persons"),
        ("person", "Person"),
        ("tonne", "tonne of CO2"),
        ("tonne of CO2", "tonne of methane"),
        ("Milliarde euro", "billion euro"),
        ("Billion euro", "billion euro"),
        ("ton", "tonne"),
        ("dollar", "US dollar"),
        ("case per thousand", "case"),
        ("million", "person"),
        ("km per hour", "hour per km"),
    ],
)
def test_what_does_not_convert_never_does(one: str, other: str) -> None:
    assert factor(one, other) is None
    assert factor(other, one) is None


def test_every_spelling_means_one_unit() -> None:
    spellings = Counter(spelling for one in UNITS for spelling in (one.name, *one.also))

    assert [spelling for spelling, times in spellings.items() if times > 1] == []
    assert [spelling for spelling in spellings if spelling in SCALES or spelling != " ".join(spelling.split())] == []
    assert [spelling for spelling in spellings if refusal(spelling) is not None] == []
    assert [one for one in UNITS if one.factor <= 0 or not one.source] == []


def test_what_measures_the_same_is_of_one_dimension_and_only_money_and_temperature_are_apart() -> None:
    of_measure: dict[str, set[object]] = {}
    for one in UNITS:
        of_measure.setdefault(one.measures, set()).add(one.dimension)

    assert {measure for measure, dimensions in of_measure.items() if len(dimensions) > 1} == {"money", "temperature"}


@given(WRITTEN, WRITTEN)
def test_there_and_back_is_exactly_where_it_began(one: str, other: str) -> None:
    there, back = factor(one, other), factor(other, one)

    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there > 0
        assert there * back == 1


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_a_detour_gives_the_same(one: object, two: object, three: object) -> None:
    first, second, third = (unit(str(getattr(each, "name", ""))) for each in (one, two, three))
    there, on, straight = first.into(second), second.into(third), first.into(third)
    if there is not None and on is not None:
        assert straight == there * on


@given(st.text() | st.text(alphabet="km/ per¹0million ", max_size=MAX_LENGTH + 5) | WRITTEN)
@example("")
@example(" ")
@example("/")
@example(" per ")
@example("per per per")
@example("0 person")
@example("1" * MAX_LENGTH)
@example("million " * 12)
@example("a" * 70_000)
@example("\u0000\u202e٣")
def test_any_text_is_a_unit(text: str) -> None:
    found = unit(text)

    assert found.factor > 0
    assert found.into(found) == 1
    assert all(power for _, power in found.dimension)
    assert list(found.dimension) == sorted(found.dimension)
    assert pieces(text)
    refusal(text)


def test_a_text_that_is_too_long_to_be_looked_into_only_compares_with_itself() -> None:
    longest = "million " + "a" * (MAX_LENGTH - len("million "))

    assert factor(longest, longest.removeprefix("million ")) == 10**6
    assert factor(longest + "a", longest.removeprefix("million ") + "a") is None
    assert factor(longest + "a", longest + "a") == 1


def test_the_unit_of_a_ratio() -> None:
    assert unit("km").over(unit("km")) == Unit((), Fraction(1))
    assert unit("km").over(unit("m")) == Unit((), Fraction(1000))
    assert unit("case").over(unit("person")).into(unit("case per 100000 person")) == 100_000
    assert unit("euro per month").over(unit("euro")).natures == {"calendar"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("km", (Piece(1, "", "kilometre"),)),
        ("million person", (Piece(10**6, "million", "person"),)),
        ("hundred thousand t", (Piece(10**5, "hundred thousand", "tonne"),)),
        ("case per 100000 person", (Piece(1, "", "case"), Piece(100_000, "100000", "person"))),
        ("kilometre per hour", (Piece(1, "", "kilometre per hour"),)),
        ("€/kWh", (Piece(1, "", "euro"), Piece(1, "", "kilowatt hour"))),
        ("per day", (Piece(1, "", "per day"),)),
        ("/", (Piece(1, "", "/"),)),
        ("million", (Piece(10**6, "million", ""),)),
    ],
)
def test_what_a_unit_is_made_of(text: str, found: tuple[Piece, ...]) -> None:
    assert pieces(text) == found


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("ton", "write `tonne` (1000 kg), `short ton` (2000 lb) or `long ton` (2240 lb)"),
        ("million ton of CO2 per year", "write `tonne` (1000 kg), `short ton` (2000 lb) or `long ton` (2240 lb)"),
        ("litre per gallon", "write `US gallon` or `imperial gallon`"),
        ("pound", "write `lb` for the mass and `pound sterling` for the money"),
        ("cent per kWh", "write `euro cent` or `US cent`"),
        ("billion dollar", WHOSE),
        ("$", WHOSE),
        ("krone", WHOSE),
        ("Milliarden euro", SCALE_WORDS),
        ("Billion euro", SCALE_WORDS),
        ("Mio. Menschen", SCALE_WORDS),
        ("millions person", SCALE_WORDS),
        ("bn euro", SCALE_WORDS),
        ("case per 100.000 person", "write the number without separators: `100000`"),
        ("million", "say what is counted: `million person`"),
        ("case per thousand", "say what is counted: `thousand person`"),
        ("US dollar", None),
        ("pound sterling", None),
        ("degree Celsius", None),
        ("degree of freedom", "write `degree Celsius` or `degree Fahrenheit`"),
        ("tonne of oil equivalent", None),
        ("person", None),
        ("carton", None),
        ("million person", None),
        ("ton" + " " * MAX_LENGTH, None),
    ],
)
def test_what_people_read_in_different_ways_is_refused_with_what_to_write(text: str, advice: str | None) -> None:
    assert refusal(text) == advice


@pytest.mark.parametrize(
    ("amount", "value", "times"),
    [
        ("pp", "percent", "1"),
        ("pp", "permille", "10"),
        ("percent", "permille", "10"),
        ("basis point", "percent", "0.01"),
        ("pp", "percent of GDP", "1"),
        ("percent", "percent of GDP", "1"),
        ("pp", "pp", "1"),
        ("km", "m", "1000"),
        ("percent", "pp", None),
        ("pp", "times", None),
        ("pp", "percent per year", None),
        ("pp per year", "percent per year", "1"),
        ("pp per year", "percent per month", "1/12"),
        ("pp", "year per percent", None),
        ("euro", "US dollar", None),
    ],
)
def test_the_amount_of_a_tolerance(amount: str, value: str, times: str | None) -> None:
    assert allowance_factor(amount, value) == (None if times is None else Fraction(times))


@pytest.mark.parametrize(
    ("term", "difference", "times"),
    [
        ("percent", "pp", "1"),
        ("permille", "pp", "0.1"),
        ("percent of GDP", "pp", "1"),
        ("percent", "percent", "1"),
        ("percent", "basis point", "100"),
        ("pp", "percent", None),
        ("percent", "times", None),
        ("person", "pp", None),
        ("percent per year", "pp per year", "1"),
        ("percent per year", "pp", None),
    ],
)
def test_the_difference_of_two_percentages_is_in_percentage_points(term: str, difference: str, times: str | None) -> None:
    assert difference_factor(term, difference) == (None if times is None else Fraction(times))
