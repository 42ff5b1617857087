"""Two long texts side by side: only the stretches in which they differ, with a few words around each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_AROUND = 5
"""How many words are shown before and behind what changed."""
_LOOKED_AT = 2_000
"""Up to how many words that are not the same at both ends are compared one by one; beyond, they are shown as one stretch."""
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Letters of scripts that have no blanks between words: each is taken for a word."""
_PIECES = re.compile(rf"\s+|[{_ALONE}]|(?:(?![{_ALONE}])\S){{1,24}}")
"""Blanks, and words with the marks around them. A text without blanks has words as well, so that what changed far behind is seen."""
_PARAGRAPH = " ¶ "

Window = tuple[str, str]
"""A stretch of a text as it was, and as it is."""


def windows(before: str, after: str) -> tuple[Window, ...]:
    """Return the stretches in which two texts differ; none where it is only blanks and line breaks within a paragraph.

    >>> before = "Of the 200 gulls some stayed, as far as we know, for a year and a day at the harbour."
    >>> for was, now in windows(before, before.replace("200", "250").replace("harbour", "port")):
    ...     print(was, now, sep=" / ")
    Of the 200 gulls some stayed, as far… / Of the 250 gulls some stayed, as far…
    …and a day at the harbour. / …and a day at the port.
    """
    was, now = _pieces(before), _pieces(after)
    return tuple(_cut_out(was, now, *places) for places in _places(was, now))


def _pieces(text: str) -> list[str]:
    """Return the words of a text, each with the blanks behind it."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text.strip()):
        if not piece.isspace():
            pieces.append(piece)
        elif pieces:
            pieces[-1] += _PARAGRAPH if piece.count("\n") > 1 else " "
    return pieces


def _places(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield from where to where each stretch goes, in both texts."""
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    middle, other = was[start : len(was) - end], now[start : len(now) - end]
    if not middle and not other:
        return
    if max(len(middle), len(other)) > _LOOKED_AT:
        yield start, start + len(middle), start, start + len(other)
        return
    for group in SequenceMatcher(None, middle, other, autojunk=False).get_grouped_opcodes(_AROUND):
        changed = [one for one in group if one[0] != "equal"]
        yield start + changed[0][1], start + changed[-1][2], start + changed[0][3], start + changed[-1][4]


def _cut_out(was: Sequence[str], now: Sequence[str], start: int, end: int, new_start: int, new_end: int) -> Window:
    return _with_words_around(was, start, end), _with_words_around(now, new_start, new_end)


def _with_words_around(pieces: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(pieces), end + _AROUND)
    return f"{'…' if first else ''}{''.join(pieces[first:last]).rstrip()}{'…' if last < len(pieces) else ''}"
