"""The kinds of findings of an import, family CT9xx: what is wrong with files in other people's formats, and what became of it.

An error says that something did not come in; a warning, that a person should look; a note, what was understood and how. They point into
the file that was imported, not into a record, so ``claimtrack check`` never says them.
"""

from __future__ import annotations

from claimtrack.reading.kinds.of_foreign_items import (
    BROKEN_JSON,
    CONTRADICTING_ITEM,
    FOREIGN_BOUNDS,
    FOREIGN_FILE,
    KINDS_OF_FOREIGN_ITEMS,
    KNOWN_ITEM,
    LEFT_OUT,
    NOTHING_THERE,
    REPEATED_ITEM,
)
from claimtrack.reading.kinds.of_foreign_values import (
    DATES_AT_ODDS,
    DEGENERATE_SCALE,
    KINDS_OF_FOREIGN_VALUES,
    LANGUAGE_NOT_TOLD,
    NO_ROOM,
    ORIGINAL_NOT_KEPT,
    RATING_NOT_MAPPED,
    REFUSED,
    REPAIRED,
)

KINDS_OF_IMPORTS = (*KINDS_OF_FOREIGN_ITEMS, *KINDS_OF_FOREIGN_VALUES)
"""Every kind of finding of an import, in the order of their codes."""

__all__ = [
    "BROKEN_JSON",
    "CONTRADICTING_ITEM",
    "DATES_AT_ODDS",
    "DEGENERATE_SCALE",
    "FOREIGN_BOUNDS",
    "FOREIGN_FILE",
    "KINDS_OF_IMPORTS",
    "KNOWN_ITEM",
    "LANGUAGE_NOT_TOLD",
    "LEFT_OUT",
    "NOTHING_THERE",
    "NO_ROOM",
    "ORIGINAL_NOT_KEPT",
    "RATING_NOT_MAPPED",
    "REFUSED",
    "REPAIRED",
    "REPEATED_ITEM",
]
