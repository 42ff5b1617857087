"""Lines: moved to another column, and comments of two sides put together, none of them lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimtrack.merging.deciding import Three
from claimtrack.merging.ordering import ordered


def shifted(text: str, columns: int, *, first: bool = True) -> str:
    """Return lines so many columns further to the right, or to the left; empty ones stay empty.

    Arguments:
        text: the lines.
        columns: how far.
        first: whether the first one too; not where it begins behind what stands on its line already.
    """
    if not columns:
        return text
    lines = text.split("\n")
    kept = 0 if first else 1
    return "\n".join([*lines[:kept], *(_shifted_line(line, columns) for line in lines[kept:])])


def _shifted_line(line: str, columns: int) -> str:
    if columns > 0:
        return " " * columns + line if line else line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(blanks, -columns) :]


def comments_of(text: str) -> list[str]:
    """Return the comments of lines that hold nothing else, in their order."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def put_together(lines: Three[str]) -> str:
    """Return lines that hold comments only, as they are after a merge.

    A comment that one side took out is gone, and one that either side wrote is there; of the empty lines, those of the side that changed
    the comments are, or else ours.

    Arguments:
        lines: the lines in the three versions, all at the same column.
    """
    base, ours, theirs = lines.base or "", lines.ours or "", lines.theirs or ""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    was, our_comments, their_comments = (comments_of(one) for one in (base, ours, theirs))
    if our_comments == was != their_comments:
        return theirs
    if their_comments in (was, our_comments):
        return ours
    return _united(base, ours, theirs)


def _united(base: str, ours: str, theirs: str) -> str:
    was, our_lines, their_lines = (dict(_named(one)) for one in (base, ours, theirs))
    result = []
    for key in ordered([*was], [*our_lines], [*their_lines]):
        if key in was and not (key in our_lines and key in their_lines):
            continue
        blank = not key[0]
        if key in our_lines:
            result.append(our_lines[key])
        elif not blank:
            result.append(their_lines[key])
    return "".join(result)


def _named(text: str) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield lines, each with what names it: what it says, and which of those that say the same it is."""
    seen: Counter[str] = Counter()
    for line in text.splitlines(keepends=True):
        said = line.strip()
        seen[said] += 1
        yield (said, seen[said]), line


def added(base: list[str], side: list[str]) -> list[str]:
    """Return the comments of a side that the common ancestor does not have."""
    left = Counter(base)
    result = []
    for comment in side:
        if left[comment]:
            left[comment] -= 1
        else:
            result.append(comment)
    return result
