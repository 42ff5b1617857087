"""The table of evidence: one row for each piece, with the claim that it belongs to and the source that it is from."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.quantity import Quantity
from claimtrack.records.source import Source
from claimtrack.tables.columns import Column, Plain, words, written
from claimtrack.tables.linked import Linked
from claimtrack.urls import web_address


@attrs.frozen
class Piece:
    """A piece of evidence and the claim that it belongs to."""

    claim: Claim
    evidence: Evidence


def _source_id(project: Linked, piece: Piece, _: str) -> Plain:
    named = piece.evidence.source
    return named if isinstance(named, str) and not _is_protected(project, piece) else None


def _is_protected(project: Linked, piece: Piece) -> bool:
    source = project.source_of(piece.evidence)
    return source is not None and source.protected is not None


def _of_source(value: Callable[[Linked, Source, str], Plain]) -> Callable[[Linked, Piece, str], Plain]:
    """Return what gives a value of the source; nothing of a protected one, which must not be named."""

    def of(project: Linked, piece: Piece, language: str) -> Plain:
        source = project.source_of(piece.evidence)
        return None if source is None or source.protected is not None else value(project, source, language)

    return of


def _of_number(value: Callable[[Quantity], Plain]) -> Callable[[Linked, Piece, str], Plain]:
    return lambda _, piece, __: value(piece.evidence.quantity) if piece.evidence.quantity else None


def _origin(project: Linked, piece: Piece, _: str) -> Plain:
    return None if _is_protected(project, piece) else project.origin_of(piece.evidence)


COLUMNS: tuple[Column[Piece], ...] = (
    Column("claim", "the id of the claim", lambda _, piece, __: piece.claim.id),
    Column("id", "the id of the piece, unique in its claim", lambda _, piece, __: piece.evidence.id),
    Column("stance", "what it does to the claim", lambda _, piece, __: piece.evidence.stance),
    Column("source", "the id of the source; empty where that is written out in the evidence, or protected", _source_id),
    Column("title", "the title of the source", _of_source(lambda _, source, __: source.title)),
    Column("publisher", "who published it", _of_source(lambda project, source, language: words(project, source.publisher, language))),
    Column("url", "its address", _of_source(lambda _, source, __: web_address(source.url or ""))),
    Column("level", "how near it is to what it reports", lambda project, piece, _: project.level_of(piece.evidence)),
    Column("seen", "how it was seen", lambda project, piece, _: project.seen_of(piece.evidence)),
    Column("origin", "whom the information comes from, as the evidence or its source says", _origin),
    Column("quote", "the words of the source", lambda _, piece, __: piece.evidence.quote),
    Column("value", "the number that it gives", _of_number(lambda number: number.value)),
    Column("up_to", "the upper end, where it gives a range", _of_number(lambda number: number.up_to)),
    Column("unit", "what that number counts or measures", _of_number(lambda number: number.unit)),
    Column("as_of", "the date that the number holds for, as far as that is known", _of_number(lambda number: written(number.as_of))),
    Column("added", "the day it was added, where that was after publication", lambda _, piece, __: piece.evidence.added),
    Column("protected", "whether the source must not be named", lambda project, piece, _: _is_protected(project, piece)),
)
"""The columns, in their order."""
