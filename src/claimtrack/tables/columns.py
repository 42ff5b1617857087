"""Columns of a table: what stands in them, and what they take out of records."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Generic, TypeVar

import attrs

from claimtrack.records.text import Text
from claimtrack.tables.linked import Linked

Item = TypeVar("Item")

Plain = str | int | Decimal | datetime.date | None
"""What stands in a cell: a text, a whole number, ``True`` or ``False``, an exact decimal, a day, or nothing."""

Row = dict[str, Plain]
"""A row of a table, by the names of its columns."""


@attrs.frozen
class Column(Generic[Item]):
    """A column of a table.

    Attributes:
        name: its heading.
        about: what stands in it, for the reference page.
        value: returns the value of an item, in a language of the desk; None where there is none.
    """

    name: str
    about: str
    value: Callable[[Linked, Item, str], Plain] = attrs.field(repr=False)


def words(project: Linked, text: Text | None, language: str) -> str | None:
    """Return a text in a language, or where it is not in that in the desk's first, or else in the one that it is in."""
    return None if text is None else text.best(language, project.desk.reference_language)[0]


def written(value: object) -> str | None:
    """Return a value as records write it, such as a date of which the day is not known."""
    return None if value is None else str(value)
