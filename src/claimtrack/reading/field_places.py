"""Fields as places: which records can stand below which field, so that what stands in the wrong place can be told where it belongs."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from claimtrack.locations import RecordPath
from claimtrack.reading.scalars import SCALARS
from claimtrack.records.fields import key_of, written_fields

Container = Literal["none", "list", "names"]
"""What records stand in below a field: nothing but the field itself, a list, or names of their own."""


@attrs.frozen
class Around:
    """The record that a value stands in, with its path in the file."""

    path: RecordPath
    record: type


@attrs.frozen
class Place:
    """A field that can hold records: alone, as a list of them, or as one for each name."""

    key: str
    container: Container
    record: type
    is_required: bool


@cache
def keys_of(record: type) -> Mapping[str, bool]:
    """Return the keys of a record, and whether it must have each."""
    return {key_of(one): one.default is attrs.NOTHING for one in written_fields(record)}


@cache
def places_of(record: type) -> tuple[Place, ...]:
    """Return the fields of a record that hold records."""
    return tuple(
        Place(key_of(one), container, kind, one.default is attrs.NOTHING)
        for one in written_fields(attrs.resolve_types(record))
        for container, inside in _contents(one.type)
        for kind in inside
        if isinstance(kind, type) and attrs.has(kind) and kind not in SCALARS
    )


def _contents(field: Any) -> Iterator[tuple[Container, Sequence[Any]]]:  # noqa: ANN401  (a type, whatever it is; so for the next one)
    """Yield what a field of a type can hold: in what, and which types."""
    for hint in _members(field):
        if get_origin(hint) is tuple:
            yield "list", _members(get_args(hint)[0])
        elif get_origin(hint) is Mapping:
            yield "names", _members(get_args(hint)[1])
        else:
            yield "none", (hint,)


def field_record(around: Around, path: RecordPath) -> type | None:
    """Return which record stands at a path below a field of the record around it, or None where it is none or one of several."""
    records = [place.record for place in places_of(around.record) if place.key == path[len(around.path)]]
    return records[0] if len(records) == 1 else None


def _members(hint: Any) -> Sequence[Any]:  # noqa: ANN401
    """Return the types of a union, and any other type as the only one."""
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def place_inside(record: type, key: str) -> str | None:
    """Return the only field of a record below which a key belongs, or None where there is none or several.

    >>> from claimtrack.records.claim import Claim
    >>> place_inside(Claim, "decided_on")
    'verdict'
    """
    places = {one.key for one in places_of(record) if one.container == "none" and key in keys_of(one.record)}
    return places.pop() if len(places) == 1 else None
