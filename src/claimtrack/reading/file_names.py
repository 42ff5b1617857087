"""The names that files of records have, and those that people give them by mistake."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Literal

FileKind = Literal["desk", "sources", "article", "claim"]
"""What a file of records holds."""

DESK = "desk.yaml"
RIGHT_NAMES: Mapping[FileKind, str] = {"desk": DESK, "sources": "sources.yaml", "article": "article.yaml"}
"""The name of every file that is no claim."""

_CALLED: Mapping[str, FileKind] = {
    **dict.fromkeys(("source", "sources", "quelle", "quellen", "quellenverzeichnis", "references", "bibliography"), "sources"),
    **dict.fromkeys(("article", "articles", "artikel", "beitrag", "text"), "article"),
    **dict.fromkeys(("desk", "redaktion", "config"), "desk"),
}
"""What people call them, in English and German."""

_CLOSE = 0.8
"""How alike a name has to be to one of these; from 0 to 1."""


def kind_by_name(name: str) -> FileKind | None:
    """Return the kind of record that the name of a file is nearly the name of, in English or German.

    >>> kind_by_name("Quellen.yaml"), kind_by_name("artcle.yml"), kind_by_name("bridge-jam.yaml")
    ('sources', 'article', None)
    """
    stem = name.casefold().removesuffix(".yaml").removesuffix(".yml")
    close = difflib.get_close_matches(stem, _CALLED, n=1, cutoff=_CLOSE)
    return _CALLED[close[0]] if close else None
