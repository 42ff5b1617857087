"""Pieces of foreign files: a value, the text that it was read from, and where in the file each part of it stands."""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterator
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]  # the standard library's own reader of a text in quotation marks
from typing import Any

import attrs

from claimtrack.locations import RecordPath, Span

BLANK = re.compile(r"[ \t\n\r]*")
"""What JSON passes over between two values."""
_SKIP = json.JSONDecoder(strict=False)
"""Reads a value only to know where it ends."""


@attrs.frozen
class Piece:
    """A value of a foreign file.

    Attributes:
        file: the file as the caller names it.
        value: the value, as JSON knows it; exact numbers with a point are decimals.
        text: the text that it was read from, word by word; empty where it was put together from markup.
        line: the line that it begins in, from 1.
        column: the column that it begins in, from 1.
        language: the tag of the language that what is around it says that it is in; empty where nothing does.
        nodes: what else stands around it, by ``@id``.
    """

    file: str
    value: Any = attrs.field(repr=False)
    text: str = attrs.field(default="", repr=False)
    line: int = 1
    column: int = 1
    language: str = ""
    nodes: dict[str, Any] = attrs.field(factory=dict, repr=False)

    def span(self, path: RecordPath = ()) -> Span:
        """Return where a value within this one stands; where it is absent, the nearest value around it."""
        offset, length = self._place(path)
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + (self.column if line == 0 else 1)
        return Span.at(self.line + line, column, max(length, 1))

    def text_at(self, path: RecordPath) -> str:
        """Return the text that a value within this one was read from; empty where it was put together from markup."""
        if not self.text:
            return ""
        offset, _ = self._place(path)
        try:
            _, end = _SKIP.raw_decode(self.text, offset)
        except (ValueError, RecursionError):
            return ""
        return self.text[offset:end]

    def _place(self, path: RecordPath) -> tuple[int, int]:
        """Return the offset of a value, and how much of it stands on its first line."""
        offset = 0
        try:
            for step in path:
                inside = next((place for name, place in _entries(self.text, offset) if name == step), None)
                if inside is None:
                    break
                offset = inside
            _, end = _SKIP.raw_decode(self.text, offset)
        except (ValueError, RecursionError, IndexError):
            return offset, 1
        line_end = self.text.find("\n", offset, end)
        return offset, (end if line_end < 0 else line_end) - offset


def _entries(text: str, offset: int) -> Iterator[tuple[str | int, int]]:
    """Yield the names or numbers of what stands in an object or a list, and where; of a name that stands there twice, the last."""
    if text[offset : offset + 1] == "[":
        yield from enumerate(_values(text, offset))
    elif text[offset : offset + 1] == "{":
        yield from dict(_members(text, offset)).items()


def _values(text: str, offset: int) -> Iterator[int]:
    offset = after_blanks(text, offset + 1)
    while text[offset] != "]":
        yield offset
        offset = after_blanks(text, _SKIP.raw_decode(text, offset)[1])
        if text[offset] == ",":
            offset = after_blanks(text, offset + 1)


def _members(text: str, offset: int) -> Iterator[tuple[str, int]]:
    offset = after_blanks(text, offset + 1)
    while text[offset] != "}":
        name, offset = scanstring(text, offset + 1, False)  # noqa: FBT003  (that control characters are let through)
        offset = after_blanks(text, after_blanks(text, offset) + 1)
        yield name, offset
        offset = after_blanks(text, _SKIP.raw_decode(text, offset)[1])
        if text[offset] == ",":
            offset = after_blanks(text, offset + 1)


def after_blanks(text: str, offset: int) -> int:
    """Return where the next sign stands that is no blank."""
    match = BLANK.match(text, offset)
    return match.end() if match else offset


@attrs.frozen(slots=False)
class Lines:
    """Where the lines of a long text begin, so that a place in it is found quickly."""

    text: str = attrs.field(repr=False)
    first: int = 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, from 1."""
        number = bisect.bisect_right(self._starts, offset) - 1
        return self.first + number, offset - self._starts[number] + 1
