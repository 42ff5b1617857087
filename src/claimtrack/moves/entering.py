"""Entering something into a record as it is written: what stands there is changed, what does not is added where it usually stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.changes import Add, Append, Change, Set, Value
from claimtrack.locations import RecordPath
from claimtrack.records.claim import Claim, Correction, Reasons, Was
from claimtrack.records.fields import key_of, written_fields

_ORDERS: Mapping[RecordPath, tuple[str, ...]] = {
    path: tuple(map(key_of, written_fields(record)))
    for path, record in {
        (): Claim,
        ("reasons",): Reasons,
        ("corrections",): Correction,
        ("corrections", "was"): Was,
    }.items()
}
"""The usual order of the fields of a claim, and of the mappings in it that something may have to be added to."""


def entered(values: Mapping[str, Any], path: RecordPath, value: Value) -> Change:
    """Return the change after which a field of a claim has a value.

    Arguments:
        values: the claim as it is written.
        path: the field; mappings around it that are not there are added with it.
        value: what it is to be.
    """
    around: Any = values
    for depth, step in enumerate(path):
        if isinstance(around, list) and isinstance(step, int):
            around = around[step]
            continue
        if not isinstance(around, dict):  # the name stands there and nothing behind it
            return Set(path[:depth], _below(path[depth:], value))
        if step not in around:
            names = tuple(one for one in path[:depth] if isinstance(one, str))
            return Add(path[: depth + 1], _below(path[depth + 1 :], value), _ORDERS.get(names, ()))
        around = around[step]
    return Set(path, value)


def entered_last(values: Mapping[str, Any], name: str, entry: Value) -> Change:
    """Return the change after which a list of a claim ends in one more entry.

    Arguments:
        values: the claim as it is written.
        name: the field that has the list, or is to have it.
        entry: the entry.
    """
    return Append((name,), entry) if values.get(name) else entered(values, (name,), [entry])


def _below(steps: RecordPath, value: Value) -> Value:
    for step in reversed(steps):
        value = {str(step): value}
    return value
