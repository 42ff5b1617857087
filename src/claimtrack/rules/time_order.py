"""Which day surely comes before which, anywhere on earth: what rules about order ask.

Days of the world are written down at different places, and at one of them it is tomorrow already. A day's difference is therefore none.
"""

from __future__ import annotations

import datetime

from claimtrack.dates import PartialDate
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project

_A_DAY = datetime.timedelta(days=1)
_LAST_DAY = datetime.date.max - _A_DAY


def is_before(day: datetime.date, other: PartialDate) -> bool:
    """Say whether a day lies before every day that another may be, in every time zone.

    >>> is_before(datetime.date(2026, 2, 10), PartialDate(2026, 2, 11)), is_before(datetime.date(2026, 2, 10), PartialDate(2026, 2, 12))
    (False, True)
    """
    return other.year >= day.year and day < _LAST_DAY and other.surely_after(day + _A_DAY)


def has_not_come(project: Project, day: datetime.date | PartialDate | None) -> bool:
    """Say whether a day on which something has happened surely lies ahead, which is told by itself.

    Rules about order ask this first: a date that is wrong is in no order, and one fault is told once. Where nobody gave the project a day
    nothing lies ahead.
    """
    if day is None or project.today is None:
        return False
    if isinstance(day, PartialDate):
        return is_before(project.today, day)
    return day > project.today and is_before(project.today, PartialDate.of(day))


def not_yet(day: datetime.date | PartialDate, today: datetime.date) -> Phrase:
    """Say that a day has not come; the latest one that may stand there is that of the places where it is tomorrow already."""
    return say("the day has not come yet anywhere on earth; found {found}, expected {latest} or before", found=day, latest=today + _A_DAY)
