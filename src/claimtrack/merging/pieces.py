"""Pieces: which lines of a record belong to which entry of a list or mapping, comments and empty lines included."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from claimtrack.editing.remarks import remarks
from claimtrack.editing.rows import Rows, line_end, line_start
from claimtrack.editing.sites import Refused
from claimtrack.editing.tree import Entry, Node, documents
from claimtrack.merging.meanings import Unmergeable

_LINE = re.compile(r"([ \t]*)(#?)[^\n]*\n")


class NoRoom(Exception):  # noqa: N818  (what is in conflict is the value around it, then)
    """What has to be written has no lines of its own, or cannot be written in the place that there is."""


@attrs.frozen(eq=False)
class Piece:
    """An entry of a list or mapping without brackets, as lines.

    Attributes:
        text: the text of the file.
        entry: the entry.
        column: the column that it begins at.
        top: where the lines above it begin that belong to it: comments, and the empty lines in front of them.
        line: where its first line begins.
        head: where it begins: at its name, or its hyphen.
        after: where the line begins that follows its value.
        until: where the comments behind it end that are indented further.
        passed_over: comments above it that are written elsewhere.
    """

    text: str = attrs.field(repr=False)
    entry: Entry
    column: int
    top: int
    line: int
    head: int
    after: int
    until: int

    @property
    def value(self) -> Node:
        """The value."""
        return self.entry.value

    passed_over: frozenset[str] = frozenset()

    @property
    def lead(self) -> str:
        """The lines above it that belong to it."""
        above = self.text[self.top : self.line]
        if not self.passed_over:
            return above
        return "".join(line for line in above.splitlines(keepends=True) if line.strip() not in self.passed_over)

    def without_lead(self, comments: Iterable[str]) -> Piece:
        """Return the piece without some of the comments above it."""
        return attrs.evolve(self, passed_over=frozenset(comments))

    @property
    def rest(self) -> str:
        """Everything from its name or hyphen on."""
        return self.text[self.head : self.until]

    @property
    def has_rows(self) -> bool:
        """Whether its value is a list or mapping without brackets."""
        return self.value.is_collection and not self.value.flow

    @property
    def shares_line(self) -> bool:
        """Whether a value without brackets begins on the line of the hyphen."""
        return self.has_rows and self.value.start < line_end(self.text, self.head)

    @property
    def step(self) -> tuple[int, str]:
        """How a value without brackets is set: how far to the right of the entry, and what stands before it on the line of the hyphen."""
        before = self.text[self.head : self.value.start] if self.shares_line else ""
        return self.value.column - self.column, before

    @property
    def name(self) -> str:
        """What stands in front of the value and its remark: the name with its colon, or the hyphen."""
        key = self.entry.key
        return "-" if key is None else self.text[key.start : self.text.index(":", key.end) + 1]

    @property
    def written(self) -> str:
        """The entry without what stands behind it on its last line."""
        return self.text[self.head : self.value.end]

    @property
    def remark(self) -> str:
        """What stands behind the value, or behind the name of one that has rows, on its line: blanks and a comment."""
        if self.shares_line:
            return ""
        start = self.head + len(self.name) if self.has_rows else self.value.end
        return "" if self.text[start - 1] == "\n" else self.text[start : line_end(self.text, start)]

    @property
    def tail(self) -> str:
        """The lines behind it that belong to it."""
        return self.text[self.after : self.until]

    def comments(self) -> list[str]:
        """Return all comments in it, but those above it."""
        return [said for _, said in remarks(self.text, self.head, self.until, [self.entry.key, self.entry.value])]

    def comments_inside(self) -> list[str]:
        """Return the comments inside its name and value."""
        return [said for _, said in remarks(self.text, self.head, self.value.end, [self.entry.key, self.entry.value])]


@attrs.frozen(eq=False)
class Rowed:
    """A list or mapping as pieces.

    Attributes:
        node: the list or mapping.
        column: the column that its entries begin at.
        intro: lines above the first entry that belong to all of them; only in the outermost.
        pieces: the entries.
        foot: lines behind the last entry that belong to none of them.
    """

    node: Node
    column: int
    intro: str
    pieces: list[Piece]
    foot: str


def outermost(text: str, root: Node) -> Rowed:
    """Return the mapping that is a whole record.

    Arguments:
        text: the text.
        root: its only document.

    Raises:
        Unmergeable: It is no mapping without brackets.
    """
    if root.kind != "mapping" or root.flow or not root.entries:
        raise Unmergeable("it is no mapping with one field below the other")
    if not line_start(text, root.start) == root.start - root.column:
        raise Unmergeable("its first field does not begin a line")
    above = text[: root.start - root.column]
    blank = above.rfind("\n\n") + 2 if "\n\n" in above else len(above)
    rowed = _rowed(text, root, blank, len(text))
    return attrs.evolve(rowed, intro=above[:blank])


def inner(piece: Piece) -> Rowed:
    """Return the value of a piece, a list or mapping, as pieces; one in brackets as if it had none.

    Raises:
        NoRoom: It stands in brackets and cannot be written without.
    """
    node = piece.value
    if node.flow:
        return _unfolded(piece.text, node)
    begin = piece.line if piece.shares_line else line_end(piece.text, piece.head) + 1
    return _rowed(piece.text, node, begin, piece.until)


def _rowed(text: str, node: Node, begin: int, until: int) -> Rowed:
    rows = Rows(text, node)
    pieces: list[Piece] = []
    top = begin
    for index, entry in enumerate(node.entries):
        head = _head(rows, index, entry)
        line = line_start(text, head)
        top = min(top, line)
        after = min(rows.after(index), until)
        limit = line_start(text, _head(rows, index + 1, node.entries[index + 1])) if index + 1 < len(node.entries) else until
        own = _end_of_tail(text, after, limit, node.column)
        pieces.append(Piece(text, entry, node.column, top, line, head, after, own))
        top = own
    return Rowed(node, node.column, "", pieces, text[top:until])


def _head(rows: Rows, index: int, entry: Entry) -> int:
    try:
        head = rows.head(index)
    except Refused as refused:
        raise Unmergeable(refused.reason) from None
    if entry.key is not None and head != entry.key.start:
        raise Unmergeable("it has the sign `?` in front of a name")
    return head


def _end_of_tail(text: str, start: int, limit: int, column: int) -> int:
    """Return where the comments end behind an entry that are indented further than it."""
    end = at = start
    while at < limit:
        line = _LINE.match(text, at)
        if line is None:
            break
        at = line.end()
        if line[2]:
            if len(line[1]) <= column:
                break
            end = at
    return end


def _unfolded(text: str, node: Node) -> Rowed:
    """Return a list or mapping in brackets as pieces of a text of their own."""
    if remarks(text, node.start, node.end, [node]):
        raise NoRoom
    lines = []
    for entry in node.entries:
        value = text[entry.value.start : entry.value.end]
        name = "-" if entry.key is None else f"{text[entry.key.start : entry.key.end]}:"
        lines.append(f"{name} {value}".rstrip(" ") + "\n")
        if lines[-1].count("\n") > 1:
            raise NoRoom
    if not lines:
        return Rowed(node, 0, "", [], "")
    alone = "".join(lines)
    return _rowed(alone, documents(alone)[0], 0, len(alone))
