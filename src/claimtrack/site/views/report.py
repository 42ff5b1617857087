"""What a report is made of: sections with sentences, facts, tables and entries; plain values that HTML and Markdown are written from."""

from __future__ import annotations

from typing import Literal

import attrs

from claimtrack.site.views.edition import Phrase, Place


@attrs.frozen
class Cell:
    """Words with, where there is one, the place that they link to."""

    words: Phrase
    place: Place | None = None


@attrs.frozen
class Fact:
    """Something that is told in one line: what it is, and how it is."""

    label: str
    cell: Cell


@attrs.frozen(kw_only=True)
class Facts:
    """Facts, one a line."""

    kind: Literal["facts"] = attrs.field(default="facts", init=False)
    rows: tuple[Fact, ...]


@attrs.frozen
class Column:
    """A column of a table: its heading, and whether numbers stand in it."""

    label: str
    number: bool = False


@attrs.frozen(kw_only=True)
class Table:
    """A table.

    Attributes:
        caption: what it shows; empty where the heading of its section says that.
        columns: its columns.
        rows: its rows, each with a cell for every column; the first one names the row.
    """

    kind: Literal["table"] = attrs.field(default="table", init=False)
    caption: str = ""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@attrs.frozen(kw_only=True)
class Entry:
    """Something with a name and several texts: each with what it is."""

    title: Cell
    remark: str = ""
    texts: tuple[tuple[str, Phrase], ...]


@attrs.frozen(kw_only=True)
class Entries:
    """Entries, in their order."""

    kind: Literal["entries"] = attrs.field(default="entries", init=False)
    entries: tuple[Entry, ...]


Block = Facts | Table | Entries
"""A part of a section."""


@attrs.frozen(kw_only=True)
class Section:
    """A section.

    Attributes:
        anchor: its id on the page.
        title: its heading.
        notes: sentences about what it counts and how.
        blocks: its parts.
    """

    anchor: str
    title: str
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


def plain(text: str, place: Place | None = None) -> Cell:
    """Return a cell with words of the page's own language."""
    return Cell(Phrase(text), place)
