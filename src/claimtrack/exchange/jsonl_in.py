"""Our own JSON Lines: whole records, read again as they went out.

A record comes in under its id and in its folder. The texts of a desk that has another first language get the name of theirs, so that they
go on meaning what they meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from claimtrack.changes import Empty
from claimtrack.exchange.foreign_json import values_of_lines
from claimtrack.exchange.incoming import ArrivedRecord, Given, Receiving, Records
from claimtrack.exchange.jsonl import VERSION
from claimtrack.exchange.pieces import Piece
from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import RecordKind
from claimtrack.reading.kinds.of_imports import LEFT_OUT, NOTHING_THERE, REPAIRED
from claimtrack.reading.language_tags import is_language
from claimtrack.reading.structuring import structure
from claimtrack.records.format import KINDS
from claimtrack.records.ids import is_slug
from claimtrack.records.written import written_values


def import_(given: Given, receiving: Receiving) -> Records:
    """Yield the records of a file, line by line, and what is wrong with it."""
    empty = True
    for one in values_of_lines(given.name, given.stream):
        empty = False
        yield one if isinstance(one, Finding) else _record(one, receiving)
    if empty:
        yield finding(NOTHING_THERE, given.name, None, say("there is nothing in the file"))


def _record(piece: Piece, receiving: Receiving) -> ArrivedRecord | Finding:
    line = piece.value
    if not isinstance(line, dict) or "claimtrack" not in line:
        return _left_out(piece, (), say('this is no line of this format, which begins with `{{"claimtrack":1`'))
    if line["claimtrack"] != VERSION:
        found = say("the format is of version {found}, expected {expected}", found=str(line["claimtrack"]), expected=VERSION)
        return _left_out(piece, ("claimtrack",), found)
    kind = line.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        return _left_out(piece, ("kind",), say("expected one of {words}; found {found}", words=", ".join(KINDS), found=str(kind)))
    record_id, folder = line.get("id", ""), line.get("folder", "")
    wrong = next((name for name, one in (("id", record_id), ("folder", folder)) if not _is_name(one, kind, name)), None)
    if wrong is not None:
        return _left_out(piece, (wrong,), say("`{name}` is no id", name=wrong))
    values = as_read(line.get("record"))
    if not isinstance(values, dict) or not values:
        return _left_out(piece, ("record",), say("`record` is missing or has no fields"))
    record: Any
    record, misfits = structure(values, KINDS[kind])
    language = line.get("language")
    unnamed = language if isinstance(language, str) and is_language(language) and language != receiving.languages[0] else ""
    findings: tuple[Finding, ...] = ()
    if unnamed and kind != "desk":
        message = say("texts without a language are in `{tag}`, and say so now", tag=unnamed)
        findings = (finding(REPAIRED, piece.file, piece.span(), message),)
    # What does not fit is written as it stands; reading the record again says what is wrong with it, in the words of `claimtrack check`.
    written = _as_it_stands(values) if record is None else written_values(record, unnamed)
    return ArrivedRecord(
        kind=None if kind == "desk" else _kind(kind),
        id=record_id,
        folder=record_id if kind == "article" else folder,
        values=written,
        record=record,
        file=piece.file,
        span=piece.span(),
        findings=findings,
        fits=not misfits,
    )


def as_read(value: Any) -> Any:  # noqa: ANN401  (any value of JSON)
    """Return JSON the way that a file of YAML gives its values: every scalar a text."""
    if isinstance(value, dict):
        return {name: as_read(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_read(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | Decimal) else value


def _as_it_stands(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields that fit no record, as they can be written into a file."""

    def written(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, dict):
            return {name: written(one) for name, one in value.items()}
        return [written(one) for one in value] if isinstance(value, list) else Empty() if value is None else value

    return {name: written(one) for name, one in values.items()}


def _is_name(value: object, kind: str, name: str) -> bool:
    """Tell whether an id, or a folder, is one where the kind of record has one."""
    if kind == "desk" or (name == "folder" and kind == "article") or (name == "folder" and kind == "source" and value == ""):
        return True
    return isinstance(value, str) and is_slug(value)


def _kind(kind: str) -> RecordKind:
    kinds: Mapping[str, RecordKind] = {"claim": "claim", "article": "article", "source": "source"}
    return kinds[kind]


def _left_out(piece: Piece, path: RecordPath, why: Phrase) -> Finding:
    return finding(LEFT_OUT, piece.file, piece.span(path), why, say("mend the line and import it again"))
