"""Rows: which lines the entries of a list or mapping without brackets take, and which comments belong to which of them."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs

from claimtrack.editing.sites import Refused
from claimtrack.editing.tree import Node

_GAP = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_COMMENT_LINE = re.compile(r"([ \t]*)#[^\n]*(?:\n|\Z)")
_BLANK_LINE = re.compile(r"[ \t]*\n")
_NEAR = 4
"""So many entries on either side show how entries are set apart."""
_LINED_UP = 2
"""So many values have to stand below each other for that to be meant."""


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends, in front of the line end."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found


def after_line(text: str, offset: int) -> int:
    """Return where the line begins that follows a value which ends at an offset."""
    if offset and text[offset - 1] == "\n":  # a text with the empty lines that belong to it
        return offset
    return min(line_end(text, offset) + 1, len(text))


def indent_of(text: str, start: int) -> int:
    """Return how far the line that begins at an offset is indented."""
    return len(text[start : line_end(text, start)]) - len(text[start : line_end(text, start)].lstrip(" \t"))


def begins_line(text: str, offset: int) -> bool:
    """Tell whether there are only blanks in front of an offset on its line."""
    return not text[line_start(text, offset) : offset].strip(" ")


@attrs.frozen
class Rows:
    """The entries of a list or mapping without brackets, as lines.

    Attributes:
        text: the text.
        node: the list or mapping, with something in it.
    """

    text: str = attrs.field(repr=False)
    node: Node

    def head(self, index: int) -> int:
        """Return where an entry begins: at its hyphen, its name, or the question mark in front of its name."""
        if index == 0:
            return self.node.start
        gap = _GAP.match(self.text, self.node.entries[index - 1].end)
        head = gap.end() if gap else self.node.start
        if self.node.kind == "list" and self.text[head : head + 1] != "-":
            raise Refused("the hyphen of the value was not found", self.node.entries[index].start)
        return head

    def is_own(self, index: int) -> bool:
        """Tell whether an entry begins on a line of its own, and not behind the hyphen of another list."""
        return begins_line(self.text, self.head(index))

    def after(self, index: int) -> int:
        """Return where the line begins that follows an entry."""
        return after_line(self.text, self.node.entries[index].end)

    def top(self, index: int) -> int:
        """Return where the lines of an entry begin, the comments that stand directly above it included."""
        first = start = line_start(self.text, self.head(index))
        bound = self.after(index - 1) if index else 0
        while start > bound:
            above = line_start(self.text, start - 1)
            if above < bound or not _COMMENT_LINE.match(self.text, above):
                break
            start = above
        while start < first and indent_of(self.text, start) > self.node.column:
            start = line_end(self.text, start) + 1  # it belongs to what is above
        return start

    def bottom(self, index: int, column: int) -> int:
        """Return where the lines end that belong to an entry: with comments behind it that are indented further than a column."""
        at = bottom = self.after(index)
        while True:
            if comment := _COMMENT_LINE.match(self.text, at):
                if len(comment[1]) <= column:
                    return bottom
                at = bottom = comment.end()
            elif blank := _BLANK_LINE.match(self.text, at):
                at = blank.end()
            else:
                return bottom

    @property
    def are_apart(self) -> bool:
        """Whether all entries are set apart by empty lines."""
        return self.are_apart_near(len(self.node.entries) - 1)

    def are_apart_near(self, index: int) -> bool:
        """Tell whether the entries near one of them are set apart by empty lines."""
        numbers = range(max(index - _NEAR, 0), min(index + _NEAR + 1, len(self.node.entries)))
        gaps = [self.text[self.after(one) : line_start(self.text, self.head(other))] for one, other in pairwise(numbers)]
        return bool(gaps) and all(any(_BLANK_LINE.fullmatch(line) for line in gap.splitlines(keepends=True)) for gap in gaps)

    def room_for_names(self, index: int) -> int:
        """Return how much room names take with the colon and the blanks behind it where values stand below each other, else 0."""
        rooms: list[int] = []
        wide = False
        for number in range(max(index - 2 * _NEAR, 0), min(index + 2 * _NEAR, len(self.node.entries))):
            entry = self.node.entries[number]
            if entry.key is None or entry.value.is_nothing or "\n" in self.text[entry.key.start : entry.value.start]:
                continue
            rooms.append(entry.value.start - entry.key.start)
            wide = wide or entry.value.start - entry.key.end > len(": ")
        return rooms[0] if wide and len(rooms) >= _LINED_UP and len(set(rooms)) == 1 else 0
