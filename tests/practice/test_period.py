"""Spans of days, counted backwards, to the day."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.practice.period import Period, months_back

DAY = datetime.date.fromisoformat


@pytest.mark.parametrize(
    ("last", "months", "first"),
    [
        ("2026-03-02", 6, "2025-09-03"),
        ("2026-03-02", 1, "2026-02-03"),
        ("2026-03-31", 1, "2026-03-01"),
        ("2026-08-31", 6, "2026-03-01"),
        ("2024-08-31", 6, "2024-03-01"),
        ("2024-08-29", 6, "2024-03-01"),
        ("2023-08-28", 6, "2023-03-01"),
        ("2026-01-15", 1, "2025-12-16"),
        ("2026-12-31", 12, "2026-01-01"),
        ("0001-02-01", 6, "0001-01-01"),
        ("9999-12-31", 6, "9999-07-01"),
    ],
)
def test_months_end_with_their_last_day_and_begin_after_the_same_day_before(last: str, months: int, first: str) -> None:
    assert months_back(DAY(last), months) == Period(DAY(first), DAY(last))


@given(st.dates(min_value=datetime.date(2, 1, 1)), st.integers(1, 12))
def test_spans_of_months_follow_on_each_other_without_a_gap_wherever_the_month_before_has_that_day(day: datetime.date, months: int) -> None:
    period = months_back(day, months)
    before = period.first - datetime.timedelta(days=1)
    assert (day.year - before.year) * 12 + day.month - before.month == months
    assert before.day == day.day or (before.day < day.day and period.first.day == 1)


def test_both_ends_belong_to_a_period() -> None:
    period = Period(DAY("2026-02-03"), DAY("2026-03-02"))
    assert period.days == 28
    assert [period.has(DAY(day)) for day in ("2026-02-02", "2026-02-03", "2026-03-02", "2026-03-03")] == [False, True, True, False]


def test_the_months_of_a_period_are_all_that_it_has_a_day_of() -> None:
    assert list(Period(DAY("2025-12-31"), DAY("2026-02-01")).months()) == [DAY("2025-12-01"), DAY("2026-01-01"), DAY("2026-02-01")]
    assert list(Period(DAY("9999-11-30"), DAY("9999-12-31")).months()) == [DAY("9999-11-01"), DAY("9999-12-01")]


@pytest.mark.parametrize(("number", "shown"), [(0, "0.00"), (25, "0.96"), (26, "1.00"), (27, "1.04")])
def test_what_is_not_one_a_week_is_never_called_that(number: int, shown: str) -> None:
    period = months_back(DAY("2026-03-02"), 6)
    assert (period.days, period.per_week(number)) == (181, Decimal(shown))
