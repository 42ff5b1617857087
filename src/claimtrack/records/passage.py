"""Where words stand: stretches of a text in code points, stretches of a recording in time, quotes."""

from __future__ import annotations

import re

import attrs
from attrs import field

from claimtrack.phrases import say
from claimtrack.records.fields import doc

ELLIPSIS = " … "
"""Stands between the first and the last words of a quote that leaves out what is in between."""

_STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_TIME = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?", re.ASCII)


@attrs.frozen(order=True)
class Stretch:
    """A stretch of a text, in code points from 0, the end exclusive (W3C TextPositionSelector)."""

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Stretch:
        """Read a stretch.

        Raises:
            ValueError: the text has another form, or the end is not after the start.

        >>> Stretch.parse("4244-4285")
        Stretch(start=4244, end=4285)
        """
        match = _STRETCH.fullmatch(text)
        if match is None or int(match[2]) <= int(match[1]):
            message = say("a position is start-end in code points from 0, the end exclusive and after the start, such as 4244-4285")
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        """Write the stretch as it is written in a record."""
        return f"{self.start}-{self.end}"


@attrs.frozen
class MediaStretch:
    """A stretch of a recording, as written: ``h:mm:ss`` or ``h:mm:ss-h:mm:ss`` (W3C Media Fragments, normal play time)."""

    text: str

    @classmethod
    def parse(cls, text: str) -> MediaStretch:
        """Read a stretch of a recording.

        Raises:
            ValueError: the text has another form, or the end is not after the start.

        >>> str(MediaStretch.parse("1:02:40-1:02:58"))
        '1:02:40-1:02:58'
        """
        times = [_TIME.fullmatch(part) for part in text.split("-")]
        seconds = [int(t[1]) * 3600 + int(t[2]) * 60 + int(t[3]) + float(f"0.{t[4] or 0}") for t in times if t]
        if len(seconds) != len(times) or len(seconds) > 2 or sorted(set(seconds)) != seconds:  # noqa: PLR2004  (a start and an end)
            raise ValueError(say("a media time is h:mm:ss or h:mm:ss-h:mm:ss, the end after the start, such as 1:02:40-1:02:58"))
        return cls(text)

    def __str__(self) -> str:
        """Write the stretch as it is written in a record."""
        return self.text


@attrs.frozen(kw_only=True)
class Quote:
    """Words as they stand in a text; written as a plain text where nothing but the words is known."""

    exact: str = field(metadata=doc("The words; `first words … last words` for a long passage.", name_from="W3C TextQuoteSelector exact"))
    at: Stretch | None = field(
        default=None,
        metadata=doc("Where they stand.", name_from="W3C TextPositionSelector", unit="code points from 0, the end exclusive"),
    )
    prefix: str | None = field(default=None, metadata=doc("The words before, where these occur twice.", name_from="W3C TextQuoteSelector"))
    suffix: str | None = field(default=None, metadata=doc("The words after, where these occur twice.", name_from="W3C TextQuoteSelector"))

    @property
    def parts(self) -> tuple[str, ...]:
        """The stretches of words that are really quoted, without what ``…`` leaves out.

        >>> Quote(exact="first words … last words").parts
        ('first words', 'last words')
        """
        return tuple(part for part in self.exact.split(ELLIPSIS) if part)
