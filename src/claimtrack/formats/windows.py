"""Two long texts side by side: only the stretches in which they differ, with a few words around each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

_AROUND = 5
"""How many words are shown before and behind what changed."""
_DEEPEST = 12
"""How often what lies between words that are in both texts is looked at again; honest texts take three or four."""
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Letters of scripts that have no blanks between words: each is taken for a word."""
_PIECES = re.compile(rf"\s+|[{_ALONE}]|(?:(?![{_ALONE}])\S){{1,24}}")
"""Blanks, and words with the marks around them. A text without blanks has words as well, so that what changed far behind is seen."""
_PARAGRAPH = " ¶ "

Window = tuple[str, str]
"""A stretch of a text as it was, and as it is."""
_Place = tuple[int, int, int, int]
"""Where a stretch begins and ends in the text as it was, and as it is."""


def windows(before: str, after: str) -> tuple[Window, ...]:
    """Return the stretches in which two texts differ; none where it is only blanks and line breaks within a paragraph.

    >>> before = "Of the 200 gulls some stayed, as far as we know, for a year and a day at the harbour."
    >>> for was, now in windows(before, before.replace("200", "250").replace("harbour", "port")):
    ...     print(was, now, sep=" / ")
    Of the 200 gulls some stayed, as far… / Of the 250 gulls some stayed, as far…
    …and a day at the harbour. / …and a day at the port.
    """
    was, now = _pieces(before), _pieces(after)
    places = _joined(_places(was, now, (0, len(was), 0, len(now)), _DEEPEST))
    return tuple((_with_words_around(was, one[0], one[1]), _with_words_around(now, one[2], one[3])) for one in places)


def _pieces(text: str) -> list[str]:
    """Return the words of a text, each with the blanks behind it."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text.strip()):
        if not piece.isspace():
            pieces.append(piece)
        elif pieces:
            pieces[-1] += _PARAGRAPH if piece.count("\n") > 1 else " "
    return pieces


def _places(was: Sequence[str], now: Sequence[str], within: _Place, depth: int) -> Iterator[_Place]:
    """Yield the stretches that differ: what is left when common ends, and words that are once in either text, are set aside.

    That takes no longer than sorting the words, whatever somebody has written to make it take long.
    """
    start, end, new_start, new_end = within
    while start < end and new_start < new_end and was[start] == now[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and was[end - 1] == now[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    if start == end and new_start == new_end:
        return
    anchors = _anchors(was[start:end], now[new_start:new_end]) if depth else []
    if not anchors:
        yield start, end, new_start, new_end
        return
    ends = [*((start + one, new_start + other) for one, other in anchors), (end, new_end)]
    at, new_at = start, new_start
    for until, new_until in ends:
        yield from _places(was, now, (at, until, new_at, new_until), depth - 1)
        at, new_at = until + 1, new_until + 1


def _anchors(was: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of words that are once in either text, the most of them that stand in the same order in both."""
    once = {word for word, number in Counter(was).items() if number == 1} & {word for word, number in Counter(now).items() if number == 1}
    new_places = {word: place for place, word in enumerate(now) if word in once}
    pairs = [(place, new_places[word]) for place, word in enumerate(was) if word in once]
    ends: list[int] = []  # for each length the smallest place in the later text that a row of that length can end on
    last: list[int] = []  # and which pair that is
    before: list[int] = []
    for number, (_, new_place) in enumerate(pairs):
        length = bisect_left(ends, new_place)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(new_place)
            last.append(number)
        else:
            ends[length], last[length] = new_place, number
    row: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _joined(places: Iterator[_Place]) -> Iterator[_Place]:
    """Join stretches that have so few words between them that all of these would be shown."""
    pending: _Place | None = None
    for one in places:
        if pending is not None and one[0] - pending[1] <= 2 * _AROUND:
            pending = (pending[0], one[1], pending[2], one[3])
        else:
            if pending is not None:
                yield pending
            pending = one
    if pending is not None:
        yield pending


def _with_words_around(pieces: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(pieces), end + _AROUND)
    return f"{'…' if first else ''}{''.join(pieces[first:last]).rstrip()}{'…' if last < len(pieces) else ''}"
