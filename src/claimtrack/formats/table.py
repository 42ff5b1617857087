"""Rows with columns, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.formats.terminal import padded, safe, width

_WIDEST = 80


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines in which every column is as wide as its widest cell, up to 80.

    Arguments:
        rows: cells of texts, hostile ones too; all rows have the same number.

    >>> list(table([("id", "status"), ("old-bridge", "draft")]))
    ['id          status', 'old-bridge  draft']
    """
    shown = [[safe(cell) for cell in row] for row in rows]
    columns = [min(_WIDEST, max(map(width, column))) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  ".join(padded(cell, columns[place]) for place, cell in enumerate(row)).rstrip()
