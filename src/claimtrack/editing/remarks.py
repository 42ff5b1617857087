"""Comments inside what goes or moves: what they say, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.editing.rows import begins_line, line_end, line_start
from claimtrack.editing.tree import Node, header_below_sign, walk

_BREAK = re.compile(r"[\s,\[\]{}]")


def remarks(text: str, start: int, end: int, nodes: Iterable[Node | None]) -> list[tuple[int, str]]:
    """Return the comments in a stretch of a text, each with its offset.

    Arguments:
        text: the text.
        start: where the stretch begins.
        end: where it ends.
        nodes: everything in it that is YAML.
    """
    texts = sorted(_texts(text, nodes))
    found: list[tuple[int, str]] = []
    at = start
    while (sign := text.find("#", at, end)) >= 0:
        behind = next((until for first, until in texts if first <= sign < until), None)
        if behind is not None:
            at = behind
        elif sign == 0 or _BREAK.match(text[sign - 1]):
            at = text.find("\n", sign, end)
            at = end if at < 0 else at
            found.append((sign, text[sign:at].rstrip()))
        else:
            at = sign + 1
    return found


def _texts(text: str, nodes: Iterable[Node | None]) -> Iterable[tuple[int, int]]:
    for node in nodes:
        for one in walk(node) if node is not None else ():
            if one.kind == "scalar":
                start = one.start
                if one.is_below_sign:
                    line = text.find("\n", header_below_sign(text, one.start).end())
                    start = line if line >= 0 else len(text)
                yield start, one.end


def as_lines(text: str, remarks: Iterable[tuple[int, str]], indent: int, *, moved: bool = False) -> str:
    """Return comments as lines of their own.

    Arguments:
        text: the text that they are from.
        remarks: the comments.
        indent: how far those are indented that stood behind something.
        moved: whether the others are indented so too, and not as they are.
    """
    lines: list[str] = []
    for offset, comment in remarks:
        start = line_start(text, offset)
        own = not moved and begins_line(text, offset)
        lines.append(text[start : line_end(text, offset)] if own else " " * indent + comment)
    return "".join(line + "\n" for line in lines)
