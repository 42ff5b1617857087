"""Partial dates: written and read back, and never surer than the calendar."""

from __future__ import annotations

import calendar
import datetime
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.dates import PartialDate


@st.composite
def partial_dates(draw: st.DrawFn, first: int = 1, last: int = 9999) -> PartialDate:
    year = draw(st.integers(first, last))
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, calendar.monthrange(year, month)[1])) if month else None
    return PartialDate(year, month, day, draw(st.booleans()))


NEAR = partial_dates(2023, 2025)
"""Dates that lie close enough together to meet, one of the years a leap year."""


def days_of(date: PartialDate) -> list[datetime.date]:
    """Return every day of the calendar that a partial date may be, by trying them all."""
    months = [date.month] if date.month else range(1, 13)
    days = [date.day] if date.day else range(1, 32)
    possible = []
    for month in months:
        for day in days:
            try:
                possible.append(datetime.date(date.year, month, day))
            except ValueError:
                assert date.day is None
    return possible


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025", PartialDate(2025)),
        ("2025~", PartialDate(2025, about=True)),
        ("2025-02", PartialDate(2025, 2)),
        ("2025-02~", PartialDate(2025, 2, about=True)),
        ("2025-02-24", PartialDate(2025, 2, 24)),
        ("2025-02-24~", PartialDate(2025, 2, 24, about=True)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0001-01-01", PartialDate(1, 1, 1)),
        ("9999-12-31", PartialDate(9999, 12, 31)),
    ],
)
def test_what_can_be_written(text: str, date: PartialDate) -> None:
    assert PartialDate.parse(text) == date
    assert str(date) == text


@given(partial_dates())
def test_a_date_is_read_back_as_it_was_written(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@pytest.mark.parametrize(
    "text",
    [
        "", "~", "25", "20250224", "2025-2", "2025-02-4", "2025-02-024", "2025/02/24", "24.02.2025", "2025-02-24T00:00", "2025-",
        "2025-02-", "2025-~", "2025~~", "~2025", "2025 ~", " 2025", "2025 ", "2025\n", "-2025", "+2025", "12025", "2025-Q1", "2025-W08",
        "2025?", "20XX", "spring 2025", "２０２５", "٢٠٢٥", "2025‑02", "2025–02",
    ],
)  # fmt: skip
def test_what_has_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^‘{re.escape(text)}’ is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD$"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["0000", "2025-00", "2025-13", "2025-02-00", "2025-02-29", "2025-02-30~", "2025-04-31", "1900-02-29"])
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (in the words of Python, which nobody sees)
        PartialDate.parse(text)


@given(st.text() | st.from_regex(r"[0-9]{3,5}(-[0-9]{1,3}){0,3}~{0,2}", fullmatch=True))
@example("2025-02-24~")
def test_a_text_is_read_as_exactly_what_it_says_or_not_at_all(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text


@given(partial_dates())
@example(PartialDate(1))
@example(PartialDate(9999))
@example(PartialDate(2024, 2))
def test_the_earliest_and_the_latest_day_are_those_of_the_calendar(date: PartialDate) -> None:
    days = days_of(date)
    assert (date.earliest, date.latest) == (min(days), max(days))


@given(NEAR, NEAR)
@example(PartialDate(2024), PartialDate(2025, 1, 1))
@example(PartialDate(2024, 2), PartialDate(2024, 2, 29))
@example(PartialDate(2024, 2), PartialDate(2024, 3, 1))
def test_one_date_is_surely_before_another_if_all_its_days_are(one: PartialDate, other: PartialDate) -> None:
    is_sure = not one.about and not other.about

    assert one.surely_before(other) == (is_sure and all(day < later for day in days_of(one) for later in days_of(other)))
    assert one.surely_after(other) == (is_sure and all(day > earlier for day in days_of(one) for earlier in days_of(other)))
    assert one.surely_before(other) == other.surely_after(one)


@given(NEAR, st.dates(datetime.date(2023, 1, 1), datetime.date(2025, 12, 31)))
def test_a_day_of_the_calendar_compares_as_the_full_date_it_is(date: PartialDate, day: datetime.date) -> None:
    assert date.surely_before(day) == date.surely_before(PartialDate.of(day))
    assert date.surely_after(day) == date.surely_after(PartialDate.of(day))


def test_a_year_is_neither_before_nor_after_a_day_in_it() -> None:
    year, day = PartialDate.parse("2025"), PartialDate.parse("2025-02-24")

    assert not year.surely_before(day)
    assert not year.surely_after(day)
    assert year.surely_before(datetime.date(2026, 1, 1))
    assert year.surely_after(datetime.date(2024, 12, 31))


def test_about_is_never_sure() -> None:
    assert not PartialDate.parse("1990~").surely_before(PartialDate.parse("2025"))
    assert not PartialDate.parse("2025").surely_after(PartialDate.parse("1990~"))


@given(st.dates())
def test_a_full_date_is_one_day(day: datetime.date) -> None:
    date = PartialDate.of(day)

    assert date.earliest == date.latest == day
    assert str(date) == day.isoformat()
