"""Expecting: what a document has to be after a change, as a tree; nothing here knows how changes are made."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

import attrs

from claimtrack.changes import Add, Append, Bare, Change, Insert, Move, Remove, RenameKey, Scalar, Set, Value
from claimtrack.editing.layout import is_list, is_mapping, is_scalar
from claimtrack.editing.spelling import letters
from claimtrack.editing.tree import Node
from claimtrack.locations import RecordPath
from claimtrack.reading.yaml_door import type_in_1_1, type_in_1_2


@attrs.frozen
class New:
    """A value that was not there before."""

    value: Value


@attrs.frozen
class Name:
    """A name that was not there before."""

    name: str


@attrs.frozen
class Like:
    """A list or mapping that is as it was, but for what it holds.

    Attributes:
        was: what it was.
        kind: whether it is a list or a mapping.
        entries: names and values; in a list, the names are None.
    """

    was: Node
    kind: str
    entries: list[tuple[Want | None, Want]]


Want: TypeAlias = Node | New | Name | Like
"""What is expected somewhere: exactly what was there, something new, or what was there with something else in it."""
_Entries: TypeAlias = list[tuple[Want | None, Want]]


def expected(root: Node, change: Change, after: Node) -> Want:
    """Return what a document is to be after a change.

    Arguments:
        root: the document as it was.
        change: the change; its path leads somewhere.
        after: the document as it is; only asked where among the others a new field was put.
    """
    if isinstance(change, Set):
        return _with(root, change.path, lambda _: New(change.value))
    if isinstance(change, Append):
        return _with_entries(root, change.path, "list", lambda entries: [*entries, (None, New(change.value))])
    *around, last = change.path
    place = _place(_at(after if isinstance(change, Add) else root, around), last)
    kind = "mapping" if isinstance(change, Add) else "list" if isinstance(change, Insert) else None
    return _with_entries(root, around, kind, lambda entries: _changed(entries, place, change))


def _changed(entries: _Entries, place: int, change: Insert | Add | Remove | RenameKey | Move) -> _Entries:
    """Return the entries of a list or mapping after a change of the one at a place."""
    if isinstance(change, Insert):
        return [*entries[:place], (None, New(change.value)), *entries[place:]]
    if isinstance(change, Add):
        return [*entries[:place], (Name(str(change.path[-1])), New(change.value)), *entries[place:]]
    others = [*entries[:place], *entries[place + 1 :]]
    if isinstance(change, Remove):
        return others
    if isinstance(change, RenameKey):
        return [*entries[:place], (Name(change.name), entries[place][1]), *entries[place + 1 :]]
    return [*others[: change.to], entries[place], *others[change.to :]]


def _place(node: Node, step: str | int) -> int:
    """Return which entry a step leads to; -1 where there is none."""
    if isinstance(step, int):
        return step
    names = [entry.key.text if entry.key is not None and entry.key.kind == "scalar" else None for entry in node.entries]
    return names.index(step) if step in names else -1


def _at(node: Node, path: RecordPath | list[str | int]) -> Node:
    for step in path:
        place = _place(node, step)
        if not 0 <= place < len(node.entries):
            return Node("scalar", 0, 0, 0)
        node = node.entries[place].value
    return node


def _with(node: Node, path: RecordPath | list[str | int], change: Callable[[Node], Want]) -> Want:
    if not path:
        return change(node)
    place = _place(node, path[0])
    entries: _Entries = [(entry.key, entry.value) for entry in node.entries]
    key, _ = entries[place]
    entries[place] = key, _with(node.entries[place].value, path[1:], change)
    return Like(node, node.kind, entries)


def _with_entries(node: Node, path: RecordPath | list[str | int], kind: str | None, change: Callable[[_Entries], _Entries]) -> Want:
    return _with(node, path, lambda found: Like(found, kind or found.kind, change([(entry.key, entry.value) for entry in found.entries])))


# Whether it is so


def fits(want: Want, node: Node) -> bool:
    """Tell whether something is what is expected.

    Arguments:
        want: what is expected.
        node: what is there.
    """
    if isinstance(want, New):
        return _is_new(want.value, node)
    if isinstance(want, Name):
        return _is_name(want.name, node)
    if isinstance(want, Node):
        return is_unchanged(want, node)
    was = want.was
    # What had nothing in it may be laid out anew; what has nothing in it any more stands in brackets; fields may get lines of their own.
    may_differ = not was.entries or not node.entries or (want.kind == "mapping" and was.flow)
    same = (was.anchor, was.tag) == (node.anchor, node.tag) and want.kind == node.kind and (was.flow == node.flow or may_differ)
    return (
        same
        and len(want.entries) == len(node.entries)
        and all(
            (entry.key is None if key is None else entry.key is not None and fits(key, entry.key)) and fits(value, entry.value)
            for (key, value), entry in zip(want.entries, node.entries, strict=True)
        )
    )


def is_unchanged(one: Node, other: Node) -> bool:
    """Tell whether two values are the same in all that a reader of YAML sees, however they are indented."""
    left = [(one, other)]
    while left:
        was, now = left.pop()
        if (was.kind, was.anchor, was.tag, was.sign, was.flow, was.text) != (now.kind, now.anchor, now.tag, now.sign, now.flow, now.text):
            return False
        if len(was.entries) != len(now.entries):
            return False
        for before, after in zip(was.entries, now.entries, strict=True):
            left.append((before.value, after.value))
            if before.key is not None and after.key is not None:
                left.append((before.key, after.key))
            elif before.key is not after.key:
                return False
    return True


def _is_new(value: Value, node: Node) -> bool:
    if node.anchor is not None or node.tag is not None:
        return False
    if is_mapping(value):
        return (
            node.kind == "mapping"
            and len(value) == len(node.entries)
            and all(
                entry.key is not None and _is_name(name, entry.key) and _is_new(one, entry.value)
                for (name, one), entry in zip(value.items(), node.entries, strict=True)
            )
        )
    if is_list(value):
        return (
            node.kind == "list"
            and len(value) == len(node.entries)
            and all(_is_new(one, entry.value) for one, entry in zip(value, node.entries, strict=True))
        )
    return is_scalar(value) and node.kind == "scalar" and node.text == letters(value) and not node.is_nothing and _is_typed(value, node)


_TYPES: tuple[tuple[type, frozenset[tuple[str, str]]], ...] = (
    (str, frozenset({("str", "str")})),
    (Bare, frozenset({("str", "str"), ("bool", "bool"), ("bool", "str"), ("timestamp", "str"), ("int", "int"), ("float", "float")})),
    (bool, frozenset({("bool", "bool")})),
    (int, frozenset({("int", "int")})),
    (Decimal, frozenset({("int", "int"), ("float", "float")})),
    (datetime.date, frozenset({("timestamp", "str")})),
)
"""What a value without quotation marks may be taken for by YAML 1.1 and YAML 1.2; the first class that it is one of counts."""
_OCTAL = re.compile(r"[-+]?0\d")
"""What YAML 1.1 takes for eight what YAML 1.2 takes for ten."""


def _is_typed(value: Scalar, node: Node) -> bool:
    """Tell whether a value reads as what it is in both versions of YAML."""
    if node.sign:
        return isinstance(value, str | Bare)
    types = type_in_1_1(node.text), type_in_1_2(node.text)
    may_be = next(types for kind, types in _TYPES if isinstance(value, kind))
    return types in may_be and not (types == ("int", "int") and _OCTAL.match(node.text))


def _is_name(name: str, node: Node) -> bool:
    return (node.kind, node.text, node.anchor, node.tag) == ("scalar", name, None, None)
