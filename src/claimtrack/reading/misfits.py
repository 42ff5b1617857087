"""Misfits: what in a file does not fit the record it should become, and how that is said to whoever wrote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.reading.documents import MOST_OF_A_KIND, Document, few_of_each
from claimtrack.reading.kinds import MISSING_FIELD, SWALLOWED_TEXT, UNKNOWN_FIELD
from claimtrack.reading.record_names import called
from claimtrack.reading.scalars import Unfit, did_you_mean, found
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.source import Source

_GIVEN: Mapping[tuple[type, str], Phrase] = {
    (Claim, "id"): say("leave it out; the name of the file is the id"),
    (Claim, "folder"): say("leave it out; the folder is the one that the file lies in"),
    (Article, "id"): say("leave it out; the name of the folder is the id"),
    (Source, "id"): say("leave it out; the key in `sources.yaml` is the id, and a source that is written out in a claim needs none"),
}
_AT_THE_DESK = say("what must not leave the desk stands under `internal` of the record")
_ELSEWHERE: Mapping[str, Phrase] = {
    "notes": _AT_THE_DESK,
    "note": _AT_THE_DESK,
    "explanation": say("the reasoning stands under `verdict.rationale`"),
}


@attrs.frozen
class UnknownField:
    """A key that a record does not have."""

    record: type
    key: str


@attrs.frozen
class MissingField:
    """A key that a record must have, and that is absent or has nothing behind it."""

    record: type
    key: str


@attrs.frozen
class Misfit:
    """Something that does not fit.

    Attributes:
        path: the value in the file; for a field that is missing or unknown, the field.
        fault: what is wrong with it.
    """

    path: RecordPath
    fault: Unfit | UnknownField | MissingField


def in_words(document: Document, misfits: Iterable[Misfit]) -> tuple[Finding, ...]:
    """Return the findings for what does not fit in a file, in the order of the file; of a kind that crowds the file, only the first ones.

    Arguments:
        document: the file.
        misfits: what does not fit in it; there may be a great many, so that only those are put into words that are shown.
    """
    seen: Counter[object] = Counter()
    findings = []
    for misfit in misfits:
        kind = misfit.fault.kind if isinstance(misfit.fault, Unfit) else misfit.fault.__class__
        seen[kind] += 1
        if seen[kind] <= MOST_OF_A_KIND + 1:
            findings.append(_finding(document, misfit.path, misfit.fault))
    return few_of_each(findings)


def _finding(document: Document, path: RecordPath, fault: Unfit | UnknownField | MissingField) -> Finding:
    if isinstance(fault, UnknownField):
        return _unknown(document, path, fault)
    if isinstance(fault, MissingField):
        return _missing(document, path, fault)
    here = (*path, *fault.step)
    if fault.names_step and _was_cut_off(document, here):
        return _cut_off(document, here)
    return finding(fault.kind, document.file, document.span(here, key=fault.names_step), fault.message, fault.hint)


def _unknown(document: Document, path: RecordPath, fault: UnknownField) -> Finding:
    if _was_cut_off(document, path):
        return _cut_off(document, path)
    known = [key_of(one) for one in written_fields(fault.record)]
    hint = (
        _GIVEN.get((fault.record, fault.key))
        or _ELSEWHERE.get(fault.key)
        or did_you_mean(fault.key, known)
        or say("it may have: {fields}", fields=", ".join(known))
    )
    message = say("{record} has no field {field}", record=called(fault.record), field=found(fault.key))
    return finding(UNKNOWN_FIELD, document.file, document.span(path, key=True), message, hint)


def _missing(document: Document, path: RecordPath, fault: MissingField) -> Finding:
    is_empty = fault.key in _value(document, path[:-1])
    record = called(fault.record)
    if is_empty:
        message = say("`{field}` is empty; {record} must have it", field=fault.key, record=record)
        hint = say("write it behind `{field}:`", field=fault.key)
    else:
        message = say("`{field}` is missing; {record} must have it", field=fault.key, record=record)
        hint = say("add `{field}: …`", field=fault.key)
    return finding(MISSING_FIELD, document.file, document.span(path, key=is_empty), message, hint)


def _was_cut_off(document: Document, path: RecordPath) -> bool:
    """Tell whether a key is the rest of a text that was cut at a comma: words with blanks between brackets, and nothing behind them."""
    return " " in str(path[-1]).strip() and _value(document, path) is None and document.is_flow(path[:-1])


def _cut_off(document: Document, path: RecordPath) -> Finding:
    message = say("the text before this was cut at a comma: {rest} was read as a field", rest=found(path[-1]))
    hint = say("take the text out of the braces and write it on lines of its own, or put it in quotes")
    return finding(SWALLOWED_TEXT, document.file, document.span(path, key=True), message, hint)


def _value(document: Document, path: RecordPath) -> Any:  # noqa: ANN401  (what stands in a file can be anything)
    value: Any = document.values
    for step in path:
        value = value[step]
    return value
