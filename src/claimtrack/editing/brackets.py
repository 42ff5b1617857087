"""Brackets: the entries of a list in `[ ]` or a mapping in `{ }`, their commas, and the lines that they may stand on."""

from __future__ import annotations

import re

import attrs

from claimtrack.editing.rows import begins_line, line_end, line_start
from claimtrack.editing.sites import Refused, Splice
from claimtrack.editing.tree import Node

_GAP = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_COMMENT_LINE = re.compile(r"[ \t]*#[^\n]*\n")


@attrs.frozen
class Brackets:
    """A list or mapping in brackets.

    Attributes:
        text: the text.
        node: the list or mapping.
    """

    text: str = attrs.field(repr=False)
    node: Node

    def __attrs_post_init__(self) -> None:
        if self.text[self.node.start : self.node.start + 1] not in ("[", "{"):
            raise Refused("this is a pair of a list that has no braces around it", self.node.start)

    @property
    def close(self) -> int:
        """The offset of the closing bracket."""
        return self.node.end - 1

    def comma(self, index: int) -> int | None:
        """Return where the comma behind an entry stands, or None where there is none."""
        gap = _GAP.match(self.text, self.node.entries[index].end)
        place = gap.end() if gap else self.close
        return place if self.text[place : place + 1] == "," else None

    def between(self, usual: str) -> str:
        """Return what stands between entries on one line: a comma with a blank behind it, or without."""
        if len(self.node.entries) > 1:
            first, second = self.node.entries[0].end, self.node.entries[1].start
            return {",": ",", ", ": ", "}.get(self.text[first:second], usual)
        return usual

    def begins_line(self, index: int) -> bool:
        """Tell whether an entry is the first thing on its line."""
        return begins_line(self.text, self.node.entries[index].start)

    def top(self, index: int) -> int:
        """Return where the lines of an entry that begins a line begin, the comments directly above it included."""
        start = line_start(self.text, self.node.entries[index].start)
        bound = self.node.entries[index - 1].end if index else self.node.start
        while start > bound:
            above = line_start(self.text, start - 1)
            if above <= bound or not _COMMENT_LINE.match(self.text, above):
                return start
            start = above
        return start

    def put(self, index: int, written: str, usual_comma: str) -> list[Splice]:
        """Return how something is put before an entry, or behind all of them.

        Arguments:
            index: the place that it is to have.
            written: what is put there.
            usual_comma: what usually stands between entries on one line.
        """
        if not self.node.entries:
            return self._put_alone(written)
        comma = self.between(usual_comma)
        if index == len(self.node.entries):
            return self._put_last(written, comma)
        start = self.node.entries[index].start
        if not self.begins_line(index):
            return [Splice(start, start, written + comma)]
        top, line = self.top(index), line_start(self.text, start)
        return [Splice(top, top, f"{self.text[line:start]}{written},\n")]

    def _put_alone(self, written: str) -> list[Splice]:
        inside = self.text[self.node.start + 1 : self.close]
        start = self.node.start + 1
        return [Splice(start, start if inside.strip(" ") else self.close, written)]

    def _put_last(self, written: str, comma: str) -> list[Splice]:
        last = len(self.node.entries) - 1
        end, start = self.node.entries[last].end, self.node.entries[last].start
        place = self.comma(last)
        if not self.begins_line(last):
            if place is None:
                return [Splice(end, end, comma + written)]
            return [Splice(place + 1, place + 1, f"{comma[1:]}{written},")]
        indent = self.text[line_start(self.text, start) : start]
        if place is not None:
            line = line_end(self.text, place)
            if line > self.close:
                return [Splice(place + 1, place + 1, f"\n{indent}{written},")]
            return [Splice(line, line, f"\n{indent}{written},")]
        line = line_end(self.text, end)
        if line > self.close:
            return [Splice(end, end, f",\n{indent}{written}")]
        return [Splice(end, end, ","), Splice(line, line, f"\n{indent}{written}")]
