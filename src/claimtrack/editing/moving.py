"""Moving: another place in the same list, with the comments that belong to a value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from claimtrack.editing.brackets import Brackets
from claimtrack.editing.rows import Rows, line_start
from claimtrack.editing.sites import Refused, Site, Source, Splice


def move(source: Source, around: Site, index: int, to: int) -> Iterator[list[Splice]]:
    """Yield ways to give a value of a list another place, the best one first; nothing to do where it has it.

    Arguments:
        source: the text.
        around: the list.
        index: which value.
        to: the place that it is to have then.

    Raises:
        Refused: It cannot be done.
    """
    node = around.node
    if node.kind != "list":
        raise Refused("only values of lists have places, and this is a mapping", node.start)
    if not 0 <= to < len(node.entries):
        raise Refused(f"the list has {len(node.entries)} values, and none is number {to} counted from 0", node.start)
    if index == to:
        yield []
        return
    if node.flow:
        yield Brackets(source.text, node).move(index, to)
        return
    rows = Rows(source.text, node)
    first, last = min(index, to), max(index, to)
    chunks = [_chunk(rows, number) for number in range(first, last + 1)]
    gaps = [source.text[one.end : other.start] for one, other in pairwise(chunks)]
    moved = [*chunks]
    moved.insert(to - first, moved.pop(index - first))
    texts = [one.text for one in moved]
    if chunks[0].is_behind_hyphen:
        texts[0] = texts[0].lstrip(" ")
    start, end = chunks[0].start, chunks[-1].end
    yield [Splice(start, end, "".join(text + gap for text, gap in zip(texts, [*gaps, ""], strict=True)))]
    # An empty line behind a text to which empty lines belong would become one of them.
    gaps = [gap.lstrip(" \n") if chunk.keeps_empty_lines else gap for chunk, gap in zip(moved, gaps, strict=False)]
    if moved[-1].keeps_empty_lines:
        end = max(end, line_start(source.text, end + len(source.text[end:]) - len(source.text[end:].lstrip(" \n"))))
    yield [Splice(start, end, "".join(text + gap for text, gap in zip(texts, [*gaps, ""], strict=True)))]


@attrs.frozen
class _Chunk:
    """The lines that belong to a value.

    Attributes:
        start: where they begin.
        end: where they end.
        text: the lines, the first of them indented too.
        is_behind_hyphen: whether the first line is shared with the hyphen of another list.
        keeps_empty_lines: whether it ends with a text to which the empty lines behind it belong.
    """

    start: int
    end: int
    text: str
    is_behind_hyphen: bool
    keeps_empty_lines: bool


def _chunk(rows: Rows, index: int) -> _Chunk:
    end = rows.bottom(index, rows.node.column)
    keeps = rows.text[rows.node.entries[index].end - 1] == "\n"
    if not rows.is_own(index):
        head = rows.head(index)
        return _Chunk(head, end, " " * rows.node.column + rows.text[head:end], is_behind_hyphen=True, keeps_empty_lines=keeps)
    start = rows.top(index)
    if index:
        start = max(start, rows.bottom(index - 1, rows.node.column))
    return _Chunk(start, end, rows.text[start:end], is_behind_hyphen=False, keeps_empty_lines=keeps)
