"""What a number leaves open: ranges, comparators and tolerances, exactly at their ends."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.records.bounds import Bounds
from claimtrack.records.quantity import Quantity, Tolerance

COMPARATORS = ["less than", "at most", "exactly", "at least", "more than"]
NUMBERS = st.integers(-20, 20).map(Decimal)
QUANTITIES = st.builds(
    lambda value, up_to, comparator, tolerance, unit: Quantity(
        value=value, up_to=up_to, comparator=comparator, tolerance=Tolerance.parse(tolerance) if tolerance else None, unit=unit
    ),
    NUMBERS,
    st.none() | NUMBERS,
    st.none() | st.sampled_from(COMPARATORS),
    st.sampled_from(["", "10 %", "2 km", "500 m", "1 pp"]),
    st.sampled_from(["km", "m", "thousand metre"]),
)


def quantity(value: str, **more: Any) -> Quantity:  # noqa: ANN401  (the fields of a quantity are of many types)
    if "up_to" in more:
        more["up_to"] = Decimal(more["up_to"])
    if "tolerance" in more:
        more["tolerance"] = Tolerance.parse(more["tolerance"])
    return Quantity(**{"value": Decimal(value), "unit": "km", **more})


@pytest.mark.parametrize(
    ("given", "bounds"),
    [
        (quantity("2"), Bounds(Fraction(2), Fraction(2))),
        (quantity("0"), Bounds(Fraction(0), Fraction(0))),
        (quantity("0.1", tolerance="10 %"), Bounds(Fraction("0.09"), Fraction("0.11"))),
        (quantity("-10", tolerance="10 %"), Bounds(Fraction(-11), Fraction(-9))),
        (quantity("2", tolerance="500 m"), Bounds(Fraction("1.5"), Fraction("2.5"))),
        (quantity("2", comparator="exactly"), Bounds(Fraction(2), Fraction(2))),
        (quantity("2", comparator="more than"), Bounds(Fraction(2), None, above=True)),
        (quantity("2", comparator="at least", tolerance="10 %"), Bounds(Fraction("1.8"), None)),
        (quantity("2", comparator="less than"), Bounds(None, Fraction(2), below=True)),
        (quantity("2", comparator="at most", tolerance="10 %"), Bounds(None, Fraction("2.2"))),
        (quantity("20000", up_to="99999"), Bounds(Fraction(20000), Fraction(99999))),
        (quantity("-3", up_to="-2"), Bounds(Fraction(-3), Fraction(-2))),
        (quantity("-1", up_to="2", tolerance="10 %"), Bounds(Fraction("-1.1"), Fraction("2.2"))),
        (quantity("2", up_to="2"), None),
        (quantity("3", up_to="2"), None),
        (quantity("2", up_to="3", comparator="at least"), None),
        (quantity("2", tolerance="1 person"), None),
    ],
)
def test_what_a_number_leaves_open(given: Quantity, bounds: Bounds | None) -> None:
    assert Bounds.of(given, "km") == bounds


def test_it_is_told_in_another_unit() -> None:
    assert Bounds.of(quantity("2", up_to="3", tolerance="500 m"), "m") == Bounds(Fraction(1500), Fraction(3500))
    assert Bounds.of(quantity("2"), "person") is None
    assert Bounds.of(quantity("2", unit="percent"), "pp") is None


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (quantity("2", up_to="3"), quantity("3", up_to="4"), True),
        (quantity("2", up_to="3"), quantity("3.001", up_to="4"), False),
        (quantity("2", up_to="3"), quantity("3", comparator="more than"), False),
        (quantity("2", up_to="3"), quantity("3", comparator="at least"), True),
        (quantity("2", up_to="3"), quantity("2", comparator="less than"), False),
        (quantity("2", up_to="3"), quantity("2", comparator="at most"), True),
        (quantity("2", comparator="more than"), quantity("2", comparator="less than"), False),
        (quantity("2", comparator="at least"), quantity("2", comparator="at most"), True),
        (quantity("2", comparator="at least"), quantity("2", comparator="less than"), False),
        (quantity("2", comparator="more than"), quantity("5", comparator="more than"), True),
        (quantity("2", comparator="more than"), quantity("2.001", comparator="less than"), True),
        (quantity("2"), quantity("2000", unit="m"), True),
        (quantity("2"), quantity("2001", unit="m"), False),
        (quantity("2"), quantity("1999", unit="m"), False),
    ],
)
def test_whether_two_numbers_can_mean_the_same(one: Quantity, other: Quantity, meet: bool) -> None:  # noqa: FBT001
    first, second = Bounds.of(one, "km"), Bounds.of(other, "km")

    assert first is not None
    assert second is not None
    assert first.meets(second) is meet
    assert second.meets(first) is meet


@given(QUANTITIES, QUANTITIES)
def test_meeting_is_mutual_and_does_not_depend_on_the_unit(one: Quantity, other: Quantity) -> None:
    here = [Bounds.of(each, "m") for each in (one, other)]
    there = [Bounds.of(each, "km") for each in (one, other)]

    assert [each is None for each in here] == [each is None for each in there]
    if here[0] is not None and here[1] is not None and there[0] is not None and there[1] is not None:
        assert here[0].meets(here[1]) is here[1].meets(here[0]) is there[0].meets(there[1])


@given(QUANTITIES, QUANTITIES, NUMBERS, NUMBERS)
def test_two_numbers_meet_if_there_is_one_that_both_can_mean(one: Quantity, other: Quantity, left: Decimal, right: Decimal) -> None:
    first, second = Bounds.of(one, "m"), Bounds.of(other, "m")
    if first is None or second is None:
        return
    ends = [end for each in (first, second) for end in (each.lowest, each.highest) if end is not None] + [Fraction(left), Fraction(right)]
    tried = {*ends, *((a + b) / 2 for a in ends for b in ends), min(ends) - 1, max(ends) + 1}
    both = any(means(first, value) and means(second, value) for value in tried)

    assert first.meets(second) is both


def means(bounds: Bounds, value: Fraction) -> bool:
    """Say, from the words alone, whether a number can mean a value."""
    above = bounds.lowest is None or (value > bounds.lowest if bounds.above else value >= bounds.lowest)
    below = bounds.highest is None or (value < bounds.highest if bounds.below else value <= bounds.highest)
    return above and below


@given(QUANTITIES, QUANTITIES, NUMBERS, NUMBERS)
def test_the_sum_of_what_two_numbers_can_mean_is_what_their_sum_can_mean(
    one: Quantity, other: Quantity, left: Decimal, right: Decimal
) -> None:
    first, second = Bounds.of(one, "m"), Bounds.of(other, "m")
    if first is not None and second is not None and means(first, Fraction(left)) and means(second, Fraction(right)):
        assert means(first + second, Fraction(left) + Fraction(right))
