"""The rows of each table."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from claimtrack.errors import UsageError
from claimtrack.tables import claims, evidence, sources
from claimtrack.tables.columns import Column, Item, Row
from claimtrack.tables.evidence import Piece
from claimtrack.tables.linked import Linked
from claimtrack.tables.sources import Cited

Table = Literal["claims", "evidence", "sources"]
"""The tables that there are."""

COLUMNS: Mapping[Table, tuple[Column[Any], ...]] = {
    "claims": claims.COLUMNS,
    "evidence": evidence.COLUMNS,
    "sources": sources.COLUMNS,
}
"""The columns of each table."""


def rows(project: Linked, table: Table, language: str | None = None) -> list[Row]:
    """Return the rows of a table, in the order of the records; every row has every column.

    Arguments:
        project: the records.
        table: which table is wanted.
        language: the language of texts, where it is not the desk's first.

    Raises:
        UsageError: there is no such table, or the desk has no texts in that language.

    >>> from pathlib import Path
    >>> from claimtrack.project import Project
    >>> from claimtrack.records.claim import Claim
    >>> from claimtrack.records.desk import Desk, Publisher
    >>> from claimtrack.records.text import Text
    >>> desk = Desk(format=1, publisher=Publisher(name=Text.plain("Desk")), languages=("en",))
    >>> claim = Claim(id="a", status="draft", statement=Text.plain("The sea is level."))
    >>> (row,) = rows(Project(root=Path(), desk_file="desk.yaml", desk=desk, claims={"a": claim}), "claims")
    >>> row["id"], row["statement"], row["rating"], row["evidence"]
    ('a', 'The sea is level.', None, 0)
    """
    languages = project.desk.languages
    if language is not None and language not in languages:
        raise UsageError(f"the desk has no texts in {language!r}; its languages are {', '.join(languages)}")
    told = language or project.desk.reference_language
    if table == "claims":
        return _rows(project, claims.COLUMNS, project.claims.values(), told)
    if table == "evidence":
        pieces = (Piece(claim, one) for claim in project.claims.values() for one in claim.evidence)
        return _rows(project, evidence.COLUMNS, pieces, told)
    if table == "sources":
        return _rows(project, sources.COLUMNS, _cited(project), told)
    raise UsageError(_no_table(table))


def _rows(project: Linked, columns: tuple[Column[Item], ...], items: Iterable[Item], language: str) -> list[Row]:
    return [{column.name: column.value(project, one, language) for column in columns} for one in items]


def _cited(project: Linked) -> list[Cited]:
    counted = Counter(
        name for claim in project.claims.values() for name in {one.source for one in claim.evidence if isinstance(one.source, str)}
    )
    return [Cited(source, counted[name]) for name, source in project.sources.items()]


def _no_table(name: str) -> str:
    close = difflib.get_close_matches(name, list(COLUMNS), n=1)
    advice = f"did you mean {close[0]}?" if close else f"there are {', '.join(COLUMNS)}"
    return f"there is no table {name!r}; {advice}"
