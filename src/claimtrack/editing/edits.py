"""Edits: one change after the other is spliced into a file, and nothing is handed out that was not verified."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimtrack.changes import Change
from claimtrack.editing.breaking_out import broken_out
from claimtrack.editing.files import Frame, line_of, open_file
from claimtrack.editing.handwriting import hand_of
from claimtrack.editing.sites import Refused, Source, Splice
from claimtrack.editing.spelling import Unwritable
from claimtrack.editing.splicing import ways
from claimtrack.editing.tree import Node, TooDeepError, documents, walk
from claimtrack.editing.verifying import (
    Unverified,
    verify_bytes,
    verify_comments,
    verify_second_reading,
    verify_tree,
)
from claimtrack.errors import EditRefusedError
from claimtrack.reading.yaml_door import Unparsable, events, second_reading, what_was_read

_TOO_DEEP = "lists and mappings are nested deeper than any record"


def edit(data: bytes, changes: Iterable[Change]) -> bytes:
    r"""Return a file with some changes made in it, and every other byte of it as it was.

    The file can be any YAML; where it has several documents, the first one is meant. Each change is made in the style of the author, and
    what comes out is read again by two readers of YAML: it has to be what was there with exactly the changes in it, with every comment.

    Arguments:
        data: the bytes of the file.
        changes: the changes, each of which is about what the ones before it left.

    Returns:
        The new bytes; the same ones where there is nothing to change.

    Raises:
        EditRefusedError: A change cannot be made safely, or there is no such place.

    >>> from claimtrack.changes import Append, Set
    >>> edit(b"status: draft  # since May\nauthors: [ada]\n", [Set(("status",), "in-review"), Append(("authors",), "ben")])
    b'status: in-review  # since May\nauthors: [ada, ben]\n'
    """
    changes = list(changes)
    if not changes:
        return data
    text, frame = open_file(data)
    state = before = _State(text, _roots(text, frame))
    for change in changes:
        state = _made(state, frame, change)
    if state.text == before.text:
        return data
    _read_twice(before, state, frame)
    return frame.encode(state.text)


@attrs.frozen
class _State:
    """A text on its way through the changes."""

    text: str
    roots: list[Node]


def _roots(text: str, frame: Frame) -> list[Node]:
    try:
        roots = documents(frame.read(text))
    except TooDeepError as error:
        raise EditRefusedError(_TOO_DEEP, error.line) from None
    except Unparsable as error:
        if error.is_too_deep:
            raise EditRefusedError(_TOO_DEEP, 1) from None
        raise EditRefusedError(f"the file is no YAML: {error.problem}", error.mark.line + 1 if error.mark else 1) from None
    if not roots:
        raise EditRefusedError("there is nothing in the file", 1)
    return roots


def _made(state: _State, frame: Frame, change: Change) -> _State:
    """Make one change, in the first way that can be verified."""
    source = Source(state.text, state.roots[0], hand_of(state.roots[0], state.text))
    failure: Refused | None = None
    failed: list[Splice] = []
    try:
        for splices in ways(source, change):
            if not splices:
                return state
            try:
                return _in_lines(state, _verified(state, frame, change, splices), frame, change)
            except Unverified as error:
                failure, failed = failure or Refused(error.reason, splices[0].start), failed or splices
        failure = _open_end(state, frame, change, failed) or failure or Refused("no way to write it was found", 0)
        raise failure
    except Refused as refused:
        raise EditRefusedError(refused.reason, line_of(state.text, refused)) from None
    except Unwritable as error:
        raise EditRefusedError(error.reason, 1) from None


def _open_end(state: _State, frame: Frame, change: Change, failed: list[Splice]) -> Refused | None:
    """Return what is wrong where a file has no line end at its end, and only for that a change could not be made."""
    if frame.is_ended:
        return None
    *_, last = walk(state.roots[0])
    if last.is_below_sign:
        return Refused("the last text of the file has no line end, and would get one", last.start)
    try:
        _verified(state, attrs.evolve(frame, is_ended=True), change, failed)
    except Unverified:
        return None
    return Refused("another text would come to stand at the end of the file, and lose its line end there", len(state.text) - 1)


def _in_lines(state: _State, made: _State, frame: Frame, change: Change) -> _State:
    """Return what a change has made of a text, a mapping in braces that got too much in lines, where that can be verified too."""
    before, after = (Source(one.text, one.roots[0], hand_of(one.roots[0], one.text)) for one in (state, made))
    try:
        splices = broken_out(before, after, change)
        return made if splices is None else _verified(state, frame, change, splices, made)
    except (Unverified, Unwritable):
        return made


def _verified(state: _State, frame: Frame, change: Change, splices: list[Splice], made: _State | None = None) -> _State:
    """Splice a text, *made* where a change is in it already, and hold it against what it was before the change."""
    spliced = (made or state).text
    splices = sorted(splices, key=lambda one: one.start)
    text = _spliced(spliced, splices)
    verify_bytes(spliced, splices, text)
    if not text.endswith("\n"):
        raise Unverified("the last line would lose its end")
    try:
        roots = documents(frame.read(text))
    except (Unparsable, TooDeepError):
        raise Unverified("what comes out would be no YAML any more") from None
    verify_tree(change, state.roots, roots)
    verify_comments(change, state.text, state.roots, text, roots)
    return _State(text, roots)


def _spliced(text: str, splices: list[Splice]) -> str:
    parts: list[str] = []
    at = 0
    for one in splices:
        parts += text[at : one.start], one.new
        at = one.end
    return "".join((*parts, text[at:]))


def _read_twice(before: _State, after: _State, frame: Frame) -> None:
    """Have the second reader read what comes out, and the first one too if the file has other line ends."""
    changed = _changed(before.text, after.text)
    line = after.text.count("\n", 0, changed[0]) + 1
    try:
        verify_second_reading(frame.read(after.text), after.roots[0], changed)
    except Unverified as error:
        raise EditRefusedError(error.reason, line) from None
    except Unparsable as error:
        raise _unreadable(frame.read(before.text), error, line) from None
    if frame.line_end != "\n":
        encoded = frame.encode(after.text).removeprefix(frame.mark)
        if what_was_read(events(encoded)) != what_was_read(events(frame.read(after.text).encode("utf-8"))):
            raise EditRefusedError("the line ends would be read as part of a text", line)


def _unreadable(before: str, error: Unparsable, line: int) -> EditRefusedError:
    """Return the refusal of what the second reader cannot read, which may have been so before."""
    try:
        second_reading(before)
    except Unparsable as same:
        where = same.mark.line + 1 if same.mark else 1
        return EditRefusedError(f"ruamel.yaml, which every edit is verified with, cannot read the file: {same.problem}", where)
    return EditRefusedError(f"ruamel.yaml could not read what comes out: {error.problem}", line)


def _changed(before: str, after: str) -> tuple[int, int]:
    """Return where in the new text something is different: behind the common beginning, before the common end."""
    most = min(len(before), len(after))
    start = _common(before, after, most)
    end = _common(before[::-1], after[::-1], most - start)
    return start, len(after) - end


def _common(one: str, other: str, most: int) -> int:
    """Return how many characters two texts begin with that are the same."""
    low = 0
    high = most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
