"""Verifying: what was edited is read again by two readers of YAML and has to be what was there with exactly the change in it.

Nothing here knows how a change is made; what it finds wrong is a reason to refuse, never one to go on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from claimtrack.changes import Change, Move
from claimtrack.editing.expecting import expected, fits, is_unchanged
from claimtrack.editing.sites import Splice
from claimtrack.editing.tree import Node, header_below_sign, walk
from claimtrack.reading.yaml_door import events, second_reading, what_was_read

_WHOLE = 32_768
"""Up to so many characters the second reader reads the whole text; of a longer one, what was changed and its neighbours."""
_NOT_IN_A_SCALAR = re.compile(r"[!&*][^\s,\[\]{}]*|^%[^\n]*|(#[^\n]*)", re.MULTILINE)
"""Tags, anchors and directives, in which a `#` is no comment; and, as a group, comments."""


class Unverified(Exception):  # noqa: N818  (an edit that is not what it was to be, on its way to becoming a refusal)
    """What came out is not what was meant.

    Attributes:
        reason: why, as a clause.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def verify_tree(change: Change, before: list[Node], after: list[Node]) -> None:
    """Hold the documents of a file against what they are to be after a change of the first.

    Raises:
        Unverified: They are something else.
    """
    if len(before) != len(after):
        raise Unverified("the file would hold another number of documents")
    if not fits(expected(before[0], change, after[0]), after[0]):
        raise Unverified("what comes out would not read as it is to")
    if not all(is_unchanged(one, other) for one, other in zip(before[1:], after[1:], strict=True)):
        raise Unverified("another document of the file would not read as it does now")
    _verify_aliases(before[0], after[0])


def _verify_aliases(before: Node, after: Node) -> None:
    """See that every alias leads where it led."""
    was, now = _anchors_and_aliases(before), _anchors_and_aliases(after)
    if was == now:
        return
    anchors = [name for sign, name in now if sign == "&"]
    if len(set(anchors)) < len(anchors):
        raise Unverified("an anchor is there twice, so that an alias could get another meaning")
    seen: set[str | None] = set()
    for sign, name in now:
        if sign == "*" and name not in seen:
            raise Unverified(f"the alias `*{name}` would have no anchor above it any more")
        seen.add(name)


def _anchors_and_aliases(root: Node) -> list[tuple[str, str | None]]:
    return [("*" if node.kind == "alias" else "&", node.anchor) for node in walk(root) if node.anchor is not None]


def verify_comments(change: Change, before: str, roots: list[Node], after: str, new_roots: list[Node]) -> None:
    """See that every comment of a text is still there, and in the same order unless something was moved.

    Raises:
        Unverified: One is not.
    """
    was, now = list(comments(before, roots)), list(comments(after, new_roots))
    if was != now and not (isinstance(change, Move) and Counter(was) == Counter(now)):
        raise Unverified("a comment would get lost or into another place")


def comments(text: str, roots: Iterable[Node]) -> Iterator[str]:
    """Yield the comments of a text in their order.

    Arguments:
        text: the text.
        roots: its documents.
    """
    at = 0
    for root in roots:
        for node in walk(root):
            if node.kind == "scalar" and node.end > node.start:
                yield from _in_gap(text, at, node.start)
                at = node.end
                if node.is_below_sign:
                    header = header_below_sign(text, node.start).end()
                    line = text.find("\n", header)
                    yield from _in_gap(text, header, min(line if line >= 0 else len(text), at) if at > header else header)
    yield from _in_gap(text, at, len(text))


def _in_gap(text: str, start: int, end: int) -> Iterator[str]:
    if text.find("#", start, end) >= 0:
        yield from (found[1].rstrip() for found in _NOT_IN_A_SCALAR.finditer(text, start, end) if found[1])


def verify_bytes(before: str, splices: list[Splice], after: str) -> None:
    """See that everything between the stretches that were changed is what it was.

    Raises:
        Unverified: It is not.
    """
    at = shift = 0
    for one in splices:
        if before[at : one.start] != after[at + shift : one.start + shift]:
            raise Unverified("something else would be changed too")
        at = one.end
        shift += len(one.new) - (one.end - one.start)
    if before[at:] != after[at + shift :]:
        raise Unverified("something else would be changed too")


def verify_second_reading(after: str, root: Node, changed: tuple[int, int]) -> None:
    """See that ruamel.yaml reads a text as PyYAML does.

    Arguments:
        after: the text.
        root: its first document.
        changed: where what was changed begins and ends.

    Raises:
        Unverified: It reads something else.
        Unparsable: It cannot read it.
    """
    piece = after if len(after) <= _WHOLE else _piece(after, root, changed)
    if second_reading(piece) != what_was_read(events(piece.encode("utf-8"))):
        raise Unverified("two readers of YAML would read two different things")


def _piece(text: str, root: Node, changed: tuple[int, int]) -> str:
    """Return the entries of a document in which something was changed, and one on each side, as a document of its own."""
    if root.flow or not root.entries or root.column:
        return text
    overlapping = [number for number, one in enumerate(root.entries) if one.start <= changed[1] and changed[0] <= one.end]
    first = max(min(overlapping, default=0) - 1, 0)
    last = min(max(overlapping, default=len(root.entries)) + 2, len(root.entries))
    start = text.rfind("\n", 0, root.entries[first].start) + 1
    end = text.rfind("\n", 0, root.entries[last].start) + 1 if last < len(root.entries) else root.end
    return text[start:end]
