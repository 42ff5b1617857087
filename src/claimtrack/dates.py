"""Partial dates: what is known of a day in the world, and no more."""

from __future__ import annotations

import calendar
import datetime
import re

import attrs

from claimtrack.phrases import say

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)


@attrs.frozen
class PartialDate:
    """A date of which the day, or the month and the day, may be unknown: ``2025``, ``2025-02``, ``2025-02-24``, ``2025-02~``.

    The form is the part of the Extended Date/Time Format (Library of Congress, levels 0 and 1) that people need: a trailing ``~`` says
    "about". Two partial dates compare conservatively: 2025 is neither before nor after 2025-02-24, since it may be either.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None where it is unknown.
        day: 1 to 31, or None where it is unknown.
        about: true where the date itself is only roughly known.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a partial date.

        Raises:
            ValueError: the text has another form, or no calendar has that day.

        >>> PartialDate.parse("2025-02~")
        PartialDate(year=2025, month=2, day=None, about=True)
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(say("‘{text}’ is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD", text=text))
        year, month, day = (int(part) if part else None for part in match.groups()[:3])
        assert year is not None  # noqa: S101  (the form begins with it)
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day, bool(match[4]))

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """Return a full date as a partial one."""
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> datetime.date:
        """The first day that this may be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that this may be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def surely_before(self, other: PartialDate | datetime.date) -> bool:
        """Say whether every day that this may be lies before every day that the other may be; an "about" is never sure.

        >>> PartialDate.parse("2025").surely_before(datetime.date(2025, 2, 24))
        False
        """
        if self.about or (isinstance(other, PartialDate) and other.about):
            return False
        return self.latest < (other.earliest if isinstance(other, PartialDate) else other)

    def surely_after(self, other: PartialDate | datetime.date) -> bool:
        """Say whether every day that this may be lies after every day that the other may be; an "about" is never sure."""
        if self.about or (isinstance(other, PartialDate) and other.about):
            return False
        return self.earliest > (other.latest if isinstance(other, PartialDate) else other)

    def __str__(self) -> str:
        """Write the date as it is written in a record."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text + ("~" if self.about else "")
