"""Numbers, shares and tolerances: exact, and refused where two readers could read them differently."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.records.desk import Months
from claimtrack.records.quantity import Quantity, Share, Tolerance, parse_number

FORM = "a number has digits and at most one decimal point, such as 10575500 or -0.5"
SHARE = "a share is written as per cent from 0 to 100, such as 40 %"
TOLERANCE = "a tolerance is a share of the value such as 10 %, or an amount with its unit such as 2 pp or 500 person"
MONTHS = "a span is written in months, such as 12 months"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("10575500", "10575500"),
        ("-3", "-3"),
        ("0.5", "0.5"),
        ("-0.05", "-0.05"),
        ("0.125", "0.125"),
        ("1250.125", "1250.125"),
        ("12.5000", "12.5000"),
        ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
        ("9" * 40, "9" * 40),
    ],
)
def test_a_number_is_exactly_what_its_digits_say(text: str, number: str) -> None:
    assert str(parse_number(text)) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("10.000.000", "a number is written without separators: 10000000"),
        ("-10.000.000", "a number is written without separators: -10000000"),
        ("10,000,000", "a number is written without separators: 10000000"),
        ("10 000", "a number is written without separators: 10000"),
        ("10\u00a0000", "a number is written without separators: 10000"),
        ("10\u202f000", "a number is written without separators: 10000"),
        ("10'000", "a number is written without separators: 10000"),
        ("10_000", "a number is written without separators: 10000"),
        ("12.500", "a number must not be read in two ways: 12500, or 12.5000 where decimals are meant"),
        ("12,500", "a number must not be read in two ways: 12500, or 12.5000 where decimals are meant"),
        ("-1.000", "a number must not be read in two ways: -1000, or -1.0000 where decimals are meant"),
        ("5,4", "a number is written with a decimal point: 5.4"),
        ("-0,125", "a number is written with a decimal point: -0.125"),
        ("1.000,50", FORM),
        ("1,000.50", FORM),
        ("1.0.0", FORM),
        ("", FORM),
        (" 1", FORM),
        ("1\n", FORM),
        (".5", FORM),
        ("5.", FORM),
        ("+5", FORM),
        ("--5", FORM),
        ("−5", FORM),
        ("1e5", FORM),
        ("0x10", FORM),
        ("10 %", FORM),
        ("rund 10", FORM),
        ("10 Millionen", FORM),
        ("NaN", FORM),
        ("Infinity", FORM),
        ("1/2", FORM),
        ("１０", FORM),
        ("٣", FORM),
        ("²", FORM),
        ("9" * 41, FORM),
        ("0." + "9" * 41, FORM),
    ],
)
def test_what_is_no_number_says_how_to_write_it(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        parse_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**30), max_value=10**30))
def test_a_number_is_read_back_as_it_was_written(number: Decimal) -> None:
    assert parse_number(f"{number:f}") == number


@given(st.text(alphabet="0123456789-+.,' eE_%\u00a0٣", max_size=12) | st.text())
def test_a_text_is_a_number_only_if_it_can_be_read_in_one_way(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError:
        return
    assert f"{number:f}".lstrip("-").lstrip("0") == text.lstrip("-").lstrip("0")


@pytest.mark.parametrize(
    ("text", "percent"), [("40 %", "40"), ("40%", "40"), ("0 %", "0"), ("100 %", "100"), ("2.5 %", "2.5"), ("100.000 %", "100.000")]
)
def test_a_share_is_written_in_per_cent(text: str, percent: str) -> None:
    assert Share.parse(text) == Share(Decimal(percent))


@pytest.mark.parametrize(
    ("text", "meant"), [("40\u00a0%", "40 %"), ("2.5\u202f%", "2.5 %"), ("2\u00a0pp", "2 pp"), ("500\u202fperson", "500 person")]
)
def test_a_protected_blank_before_a_unit_is_a_blank(text: str, meant: str) -> None:
    assert Tolerance.parse(text) == Tolerance.parse(meant)
    assert str(Tolerance.parse(text)) == meant


@pytest.mark.parametrize(
    "text", ["", "40", "%", "40 percent", "0.4", "-1 %", "101 %", "100.1 %", "2,5 %", "40  %", "40 %\n", " 40 %", "４０ %"]
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(SHARE)}$"):
        Share.parse(text)


def test_a_share_of_a_number_is_exact() -> None:
    assert Share.parse("10 %").of(Decimal("0.1")) == Decimal("0.01")
    assert Share.parse("33.3 %").of(Decimal(3)) == Decimal("0.999")


@pytest.mark.parametrize(
    ("text", "tolerance"),
    [
        ("10 %", Tolerance(share=Share(Decimal(10)))),
        ("2 pp", Tolerance(amount=Decimal(2), unit="pp")),
        ("0.5 pp", Tolerance(amount=Decimal("0.5"), unit="pp")),
        ("500 person", Tolerance(amount=Decimal(500), unit="person")),
        ("5 €", Tolerance(amount=Decimal(5), unit="€")),
        ("2 working days", Tolerance(amount=Decimal(2), unit="working days")),
    ],
)
def test_a_tolerance_is_a_share_or_an_amount_with_its_unit(text: str, tolerance: Tolerance) -> None:
    assert Tolerance.parse(text) == tolerance
    assert str(tolerance) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", TOLERANCE),
        ("10", TOLERANCE),
        ("10 5", TOLERANCE),
        ("2pp", TOLERANCE),
        ("2  pp", TOLERANCE),
        ("2 \u00a0pp", TOLERANCE),
        ("-2 pp", TOLERANCE),
        ("± 2 pp", TOLERANCE),
        ("pp", TOLERANCE),
        ("10 % of it", TOLERANCE),
        ("120 %", SHARE),
        ("2 pp\n", TOLERANCE),
        ("1.500 person", "a number must not be read in two ways: 1500, or 1.5000 where decimals are meant"),
        ("1.000.000 euro", "a number is written without separators: 1000000"),
        ("1,5 pp", "a number is written with a decimal point: 1.5"),
    ],
)
def test_what_is_no_tolerance_says_what_one_is(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        Tolerance.parse(text)


@pytest.mark.parametrize(
    ("tolerance", "value", "unit", "margin"),
    [
        ("10 %", "10000000", "person", Fraction(1_000_000)),
        ("10 %", "-50", "person", Fraction(5)),
        ("33.3 %", "0.1", "person", Fraction(333, 10_000)),
        ("0 %", "40", "person", Fraction(0)),
        ("10 %", "0", "person", Fraction(0)),
        ("1 %", "9" * 40, "person", Fraction(int("9" * 40), 100)),
        ("2 pp", "40", "percent", Fraction(2)),
        ("2 pp", "40", "permille", Fraction(20)),
        ("2 percent", "40", "percent", Fraction(2)),
        ("0.5 pp", "2", "percent of GDP", Fraction(1, 2)),
        ("500 thousand person", "2", "million person", Fraction(1, 2)),
        ("100 m", "2", "km", Fraction(1, 10)),
        ("2 pp", "40", "person", None),
        ("2 percent", "40", "pp", None),
        ("2 US dollar", "40", "euro", None),
        ("2 guest", "40", "person", None),
    ],
)
def test_how_far_a_number_may_be_off_in_its_own_unit(tolerance: str, value: str, unit: str, margin: Fraction | None) -> None:
    quantity = Quantity(value=Decimal(value), unit=unit, tolerance=Tolerance.parse(tolerance))

    assert quantity.margin(Decimal(value)) == margin


def test_without_a_tolerance_nothing_may_be_off() -> None:
    assert Quantity(value=Decimal(5), unit="person").margin(Decimal(5)) == 0


@pytest.mark.parametrize(
    ("more", "impossible"),
    [
        ({}, False),
        ({"comparator": "at least"}, False),
        ({"up_to": Decimal(6)}, False),
        ({"up_to": Decimal("5.1")}, False),
        ({"up_to": Decimal("5.0")}, True),
        ({"up_to": Decimal(4)}, True),
        ({"up_to": Decimal(6), "comparator": "exactly"}, True),
    ],
)
def test_a_range_ends_after_it_begins_and_has_no_comparator(more: dict[str, Any], impossible: bool) -> None:  # noqa: FBT001
    assert Quantity(value=Decimal(5), unit="person", **more).is_impossible is impossible


@pytest.mark.parametrize(("text", "count"), [("1 month", 1), ("12 months", 12), ("999 months", 999)])
def test_a_span_of_months(text: str, count: int) -> None:
    assert Months.parse(text) == Months(count)


@pytest.mark.parametrize(
    "text", ["", "12", "0 months", "-1 months", "1 year", "1000 months", "12months", "12 months\n", "1.5 months", "١٢ months"]
)
def test_what_is_no_span_of_months_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(MONTHS)}$"):
        Months.parse(text)
