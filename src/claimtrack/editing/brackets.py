"""Brackets: the entries of a list in `[ ]` or a mapping in `{ }`, their commas, and the lines that they may stand on."""

from __future__ import annotations

import re

import attrs

from claimtrack.editing.remarks import as_lines, remarks
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

    def remove(self, index: int) -> list[Splice]:
        """Return how an entry is taken out, with its comma; comments on its lines stay, on lines of their own."""
        entries = self.node.entries
        entry = entries[index]
        if len(entries) == 1:
            return self._remove_only()
        comma = self.comma(index)
        end = entry.end if comma is None else comma + 1
        is_last = index == len(entries) - 1
        if self.begins_line(index) and self._ends_line(end):
            return [*(self._without_comma(index - 1) if is_last and comma is None else []), self._without_lines(index, end)]
        if remarks(self.text, entry.start, entry.end, (entry.key, entry.value)):
            raise Refused("a comment stands inside what is to go", entry.start)
        if not is_last and "\n" not in self.text[entry.end : entries[index + 1].start]:
            return [Splice(entry.start, entries[index + 1].start, "")]
        if index == 0:
            return [Splice(entry.start, end, "")]
        before = self.comma(index - 1)
        if before is None:
            raise Refused("the comma in front of the value was not found", entry.start)
        if "#" in self.text[before : entry.start]:
            return [*self._without_comma(index - 1), Splice(entry.start, end if is_last else entry.end, "")]
        return [Splice(before, entry.end, "")]

    def _ends_line(self, end: int) -> bool:
        """Tell whether nothing but a comment stands behind an offset on its line."""
        line = line_end(self.text, end)
        return line < self.close and self.text[end:line].lstrip(" ")[:1] in ("", "#")

    def _remove_only(self) -> list[Splice]:
        entry = self.node.entries[0]
        if not remarks(self.text, self.node.start, self.node.end, (entry.key, entry.value)):
            return [Splice(self.node.start + 1, self.close, "")]
        comma = self.comma(0)
        end = entry.end if comma is None else comma + 1
        if self.begins_line(0) and self._ends_line(end):
            return [self._without_lines(0, end)]
        if remarks(self.text, entry.start, entry.end, (entry.key, entry.value)):
            raise Refused("a comment stands inside what is to go", entry.start)
        return [Splice(entry.start, end, "")]

    def _without_comma(self, index: int) -> list[Splice]:
        comma = self.comma(index)
        return [] if comma is None else [Splice(comma, comma + 1, "")]

    def _without_lines(self, index: int, end: int) -> Splice:
        entry = self.node.entries[index]
        start, after = line_start(self.text, entry.start), line_end(self.text, end) + 1
        left = remarks(self.text, start, after, (entry.key, entry.value))
        return Splice(start, after, as_lines(self.text, left, entry.start - start))

    def move(self, index: int, to: int) -> list[Splice]:
        """Return how an entry gets another place, with the comments that stand above it and behind it."""
        order = list(range(len(self.node.entries)))
        order.insert(to, order.pop(index))
        slots = range(min(index, to), max(index, to) + 1)
        if remarks(self.text, self.node.start, self.node.end, (one.value for one in self.node.entries)):
            return [self._line_of_slot(slot, order[slot]) for slot in slots]
        places = [(one.start, one.end) for one in self.node.entries]
        return [Splice(*places[slot], self.text[slice(*places[order[slot]])]) for slot in slots]

    def _line_of_slot(self, slot: int, index: int) -> Splice:
        above, behind, _ = self._parts(index)
        _, _, slot_until = self._parts(slot)
        start = self.top(slot)
        comma = "," if self.comma(slot) is not None else ""
        entry = self.node.entries[index]
        line = line_start(self.text, entry.start)
        return Splice(start, slot_until, f"{above}{self.text[line : entry.end]}{comma}{behind}")

    def _parts(self, index: int) -> tuple[str, str, int]:
        """Return the comments above an entry, the one behind it, and where its lines end."""
        entry = self.node.entries[index]
        comma = self.comma(index)
        end = entry.end if comma is None else comma + 1
        if not self.begins_line(index) or not self._ends_line(end):
            raise Refused("there are comments between values that share a line", entry.start)
        line = line_end(self.text, end)
        gap = self.text[entry.end : end].removesuffix(",")
        if gap.strip(" "):
            raise Refused("a comment stands in front of the comma", entry.start)
        return self.text[self.top(index) : line_start(self.text, entry.start)], self.text[end:line], line
