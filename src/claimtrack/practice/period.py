"""Spans of days, counted backwards from a day."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

import attrs

DAYS_OF_A_WEEK = 7


@attrs.frozen
class Period:
    """A span of days.

    Attributes:
        first: the first day of it.
        last: the last day of it.
    """

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def has(self, day: datetime.date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last

    def months(self) -> Iterator[datetime.date]:
        """Yield the first day of every month that the period has a day of."""
        month = self.first.replace(day=1)
        while month <= self.last:
            yield month
            if (month.year, month.month) == (datetime.MAXYEAR, 12):
                return
            month = (month + datetime.timedelta(days=31)).replace(day=1)

    def per_week(self, number: int) -> Decimal:
        """Return how many of something there were in a week on average, cut off after two decimals so that it is never called more.

        >>> Period(datetime.date(2026, 1, 1), datetime.date(2026, 1, 28)).per_week(3)
        Decimal('0.75')
        """
        return (Decimal(number * DAYS_OF_A_WEEK) / self.days).quantize(Decimal("0.01"), ROUND_DOWN)


def months_back(last: datetime.date, count: int) -> Period:
    """Return so many months, of which the given day is the last.

    They begin on the day after the same day so many months before; where that month is too short, on the first of the next one.

    >>> months_back(datetime.date(2026, 7, 15), 6)
    Period(first=datetime.date(2026, 1, 16), last=datetime.date(2026, 7, 15))
    >>> months_back(datetime.date(2026, 3, 31), 1).first
    datetime.date(2026, 3, 1)
    """
    years, month = divmod(last.year * 12 + last.month - 1 - count, 12)
    if years < datetime.MINYEAR:
        return Period(datetime.date.min, last)
    day = min(last.day, calendar.monthrange(years, month + 1)[1])
    return Period(datetime.date(years, month + 1, day) + datetime.timedelta(days=1), last)
