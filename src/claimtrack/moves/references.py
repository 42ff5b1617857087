"""Where records name something by its id, and what stands there once it has another id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from claimtrack.changes import Change, Set
from claimtrack.locations import RecordPath
from claimtrack.records import references
from claimtrack.records.claim import Relation
from claimtrack.records.fields import key_of
from claimtrack.records.parts import parts_of_kinds
from claimtrack.records.references import IdKind
from claimtrack.records.text import Text

_Rewrite = Callable[[str, str, str], str]


def renamed_references(
    record: Any,  # noqa: ANN401  (any class of records)
    kind: IdKind,
    old: str,
    new: str,
    within: RecordPath = (),
) -> Iterator[Change]:
    """Yield the changes after which a record names something by its new id.

    Arguments:
        record: a claim, an article, a source or the desk, or a part of one.
        kind: what has another id.
        old: the id that it had.
        new: the id that it has.
        within: where in its file the record begins.
    """
    tables: tuple[tuple[Any, _Rewrite], ...] = (
        (references.NAMED, _whole),
        (references.CITING, references.in_citations),
        (references.CALCULATING, references.in_expression),
    )
    fields = [(*field, rewrite) for table, rewrite in tables for field, of in table.items() if of == kind]
    for path, part in parts_of_kinds(record, frozenset(one for one, _, _ in fields), within):
        for class_, name, rewrite in fields:
            if part.__class__ is class_:
                for place, text in _texts(part, name):
                    if (rewritten := rewrite(text, old, new)) != text:
                        yield Set((*path, *place), rewritten)


def _texts(part: Any, name: str) -> Iterator[tuple[RecordPath, str]]:  # noqa: ANN401  (any class of records)
    """Yield the texts of a field with the steps that lead to them; a source that is written out has no id that anything could name."""
    value = getattr(part, name)
    key = part.kind if isinstance(part, Relation) else key_of(getattr(attrs.fields(part.__class__), name))
    if isinstance(value, str):
        yield (key,), value
    elif isinstance(value, tuple):
        yield from (((key, place), one) for place, one in enumerate(value))
    elif isinstance(value, Text):
        yield from (((key, tag) if tag else (key,), words) for tag, words in value.by_language.items())


def _whole(text: str, old: str, new: str) -> str:
    return new if text == old else text
