"""Changes to a record: what is to be different in a file, said by path and value, before anybody has looked at the file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

import attrs

from claimtrack.locations import RecordPath


@attrs.frozen
class Bare:
    """A word of the format that people write without quotation marks: a date, a number, a position, yes or no.

    A text (``str``) has to read as a text in every version of YAML, and gets quotation marks where it needs them. Of a bare word only its
    letters count, since the field decides what they mean.
    """

    text: str


@attrs.frozen
class Empty:
    """No value at all, written ``null``; only ``extra``, which claimtrack looks away from, can mean something by it."""


Scalar: TypeAlias = str | Bare | Empty | int | Decimal | bool | datetime.date
Value: TypeAlias = Scalar | Mapping[str, "Value"] | Sequence["Value"]
"""What can stand in a record; numbers, dates and ``true`` or ``false`` are written bare."""


@attrs.frozen
class Set:
    """Give another value to something that is there.

    Attributes:
        path: the value meant.
        value: what it is to be.
    """

    path: RecordPath
    value: Value


@attrs.frozen
class Add:
    """Add a field to a mapping that is there and does not have it.

    Attributes:
        path: the new field; its last step is the new name, the others lead to the mapping.
        value: its value.
        order: the usual order of the fields of such a mapping; the new one is put behind the last of those that usually stand before it.
            Without it, the new field comes last.
    """

    path: RecordPath
    value: Value
    order: tuple[str, ...] = ()


@attrs.frozen
class Append:
    """Put a value at the end of a list that is there.

    Attributes:
        path: the list.
        value: the new value.
    """

    path: RecordPath
    value: Value


@attrs.frozen
class Insert:
    """Put a value into a list, before one that is there.

    Attributes:
        path: the place: its last step is the place in the list, from 0, that the new value is to have.
        value: the new value.
    """

    path: RecordPath
    value: Value


@attrs.frozen
class Remove:
    """Take a field out of a mapping or a value out of a list, with the comments that stand on its own lines left where they are.

    Attributes:
        path: what is to go.
    """

    path: RecordPath


@attrs.frozen
class Move:
    """Put a value of a list at another place of the same list.

    Attributes:
        path: the value.
        to: the place that it is to have then, from 0.
    """

    path: RecordPath
    to: int


@attrs.frozen
class RenameKey:
    """Give a field another name, and leave its value and its place as they are.

    Attributes:
        path: the field.
        name: its new name.
    """

    path: RecordPath
    name: str


Change: TypeAlias = Set | Add | Append | Insert | Remove | Move | RenameKey
"""One thing that is to be different in a file."""
