"""Removing: a field out of a mapping, a value out of a list; every comment stays."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.editing.brackets import Brackets
from claimtrack.editing.remarks import as_lines, remarks
from claimtrack.editing.rows import Rows, after_line, begins_line, indent_of, line_start
from claimtrack.editing.sites import Refused, Site, Source, Splice
from claimtrack.editing.tree import Entry


def remove(source: Source, around: Site, index: int) -> Iterator[list[Splice]]:
    """Yield ways to take out an entry, the best one first.

    Arguments:
        source: the text.
        around: the list or mapping that it is taken out of.
        index: which entry.

    Raises:
        Refused: It cannot be done.
    """
    node, text = around.node, source.text
    if node.flow:
        yield Brackets(text, node).remove(index)
        return
    rows = Rows(text, node)
    if len(node.entries) == 1:
        yield _only(around, rows)
    elif rows.is_own(index):
        yield from _lines(rows, index)
    else:
        yield [_first_of_shared_line(rows)]


def _remarks(text: str, start: int, end: int, entry: Entry) -> list[tuple[int, str]]:
    return remarks(text, start, end, (entry.key, entry.value))


def _lines(rows: Rows, index: int) -> Iterator[list[Splice]]:
    """Yield ways to take out an entry that has lines of its own; at first with one of the empty lines around it."""
    text, node = rows.text, rows.node
    start, end = line_start(text, rows.head(index)), rows.after(index)
    left = _remarks(text, start, end, node.entries[index])
    behind = end
    while behind < len(text) and not text[behind : after_line(text, behind + 1)].strip():
        behind = after_line(text, behind + 1)
    above = line_start(text, start - 1) if start else 0
    if not left and (not start or not text[above:start].strip()):
        if end < behind < len(text):
            yield [Splice(start, behind, "")]
        elif behind == len(text) and start:
            yield [Splice(after_line(text, len(text[:start].rstrip(" \n"))), behind, "")]
    yield [Splice(start, end, as_lines(text, left, node.column))]
    if left:  # else one that is indented far would become part of a text above
        yield [Splice(start, end, as_lines(text, left, node.column, moved=True))]
    if not left and behind > end:  # else the empty lines would become part of a text above
        yield [Splice(start, behind, "")]


def _first_of_shared_line(rows: Rows) -> Splice:
    """Return how the first entry is taken out where it stands behind the hyphen of another list: the next one takes its place."""
    text, node = rows.text, rows.node
    head, following = rows.head(0), rows.head(1)
    left = _remarks(text, head, following, node.entries[0])
    start = line_start(text, head)
    if not left:
        return Splice(head, following, "")
    return Splice(start, following, as_lines(text, left, indent_of(text, start), moved=True) + text[start:head])


def _only(around: Site, rows: Rows) -> list[Splice]:
    """Return how the only entry of a list or mapping is taken out, which becomes brackets with nothing in them."""
    text, node, parent = rows.text, rows.node, around.parent
    if parent is None:
        raise Refused("it is all that there is in the document", node.start)
    entry = node.entries[0]
    brackets = "[]" if node.kind == "list" else "{}"
    start, end = line_start(text, node.start), rows.after(0)
    if begins_line(text, node.start):
        left = _remarks(text, start, end, entry)
        above = start
        while not left and not text[line_start(text, above - 1) : above].strip():
            above = line_start(text, above - 1)
        sign = text.index(":", around.key.end) if around.key is not None else Rows(text, parent).head(around.index)
        return [Splice(sign + 1, sign + 1, " " + brackets), Splice(above, end, as_lines(text, left, node.column))]
    if not _remarks(text, node.start, entry.end, entry):
        return [Splice(node.start, entry.end, brackets + ("\n" if text[entry.end - 1] == "\n" else ""))]
    left = _remarks(text, node.start, end, entry)
    return [Splice(node.start, end, f"{brackets}\n{as_lines(text, left, node.column)}")]
