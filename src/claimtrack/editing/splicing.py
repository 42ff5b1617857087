"""Splicing: a change as stretches of the author's text, and what is to stand there instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimtrack.changes import Add, Append, Change, Insert, Move, Remove, RenameKey, Scalar, Set
from claimtrack.editing.growing import add, insert
from claimtrack.editing.moving import move
from claimtrack.editing.removing import remove
from claimtrack.editing.renaming import rename
from claimtrack.editing.setting import set_value
from claimtrack.editing.sites import Refused, Source, Splice, index_of, may_hold, reach
from claimtrack.editing.spelling import Unwritable
from claimtrack.editing.tree import MOST_NESTED


def ways(source: Source, change: Change) -> Iterator[list[Splice]]:
    """Yield the ways to make a change, the best one first; each is a list of stretches in their order.

    Arguments:
        source: the text.
        change: the change.

    Raises:
        Refused: It cannot be made.
        Unwritable: No record may hold a value of it.
    """
    if isinstance(change, Set | Add | Append | Insert):
        _check(change.value)
    if isinstance(change, Set):
        yield from set_value(source, reach(source, change.path), change.value)
    elif isinstance(change, Append):
        yield from insert(source, reach(source, change.path), None, change.value)
    else:
        yield from _ways_at(source, change)


def _ways_at(source: Source, change: Add | Insert | Remove | Move | RenameKey) -> Iterator[list[Splice]]:
    """Yield the ways to make a change whose path ends with the place of the change in something."""
    if not change.path:
        raise Refused("the path leads to the whole document, expected one to something in it", source.root.start)
    last = change.path[-1]
    around = reach(source, change.path[:-1])
    if isinstance(change, Add):
        yield from add(source, around, _name(source, last), change.value, change.order)
    elif isinstance(change, Insert):
        yield from insert(source, around, _number(source, last), change.value)
    else:
        may_hold(around.node, change.path[-2] if len(change.path) > 1 else "the document")
        index = index_of(around.node, last)
        if isinstance(change, Remove):
            yield from remove(source, around, index)
        elif isinstance(change, RenameKey):
            yield rename(source, around, index, change.name)
        else:
            yield from move(source, around, index, change.to)


def _name(source: Source, step: str | int) -> str:
    if not isinstance(step, str):
        raise Refused(f"expected a name, found the number {step}", source.root.start)
    return step


def _number(source: Source, step: str | int) -> int:
    if not isinstance(step, int):
        raise Refused(f"expected the number of a value in a list, found the name `{step}`", source.root.start)
    return step


def _check(value: object, room: int = MOST_NESTED) -> None:
    """Refuse what no record can hold, before anything is made of it."""
    if room == 0:
        raise Unwritable("the new value is nested too deep")
    if isinstance(value, Scalar):
        return
    if isinstance(value, Mapping):
        if not all(isinstance(name, str) for name in value):
            raise Unwritable("the new value has a name that is no text")
        for one in value.values():
            _check(one, room - 1)
    elif isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        for one in value:
            _check(one, room - 1)
    else:
        raise Unwritable(f"the new value holds something of the type {type(value).__name__}, which no record has")
