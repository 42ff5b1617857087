"""Misfits: what in a file does not fit the record it should become, and how that is said to whoever wrote it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from claimtrack.changes import RenameKey, Set
from claimtrack.findings import Finding, Fix, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.reading.cut_texts import cut_off, is_further_piece, was_cut_off
from claimtrack.reading.documents import MOST_OF_A_KIND, Document, few_of_each
from claimtrack.reading.field_names import listed
from claimtrack.reading.field_places import Around, field_record, keys_of, place_inside
from claimtrack.reading.kinds import MISSING_FIELD, UNKNOWN_FIELD
from claimtrack.reading.lost_names import LostName, Stray, at, lost_names
from claimtrack.reading.record_names import called
from claimtrack.reading.scalars import Unfit, closest, did_you_mean, found, same_letters
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
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
        around: the record that the value stands in, or that the record with the unknown field stands in.
    """

    path: RecordPath
    fault: Unfit | UnknownField | MissingField
    around: Around | None = None


def in_words(document: Document, misfits: Iterable[Misfit]) -> tuple[Finding, ...]:
    """Return the findings for what does not fit in a file, in the order of the file; of a kind that crowds the file, only the first ones.

    Arguments:
        document: the file.
        misfits: what does not fit in it; there may be a great many, so that only those are put into words that are shown.
    """
    misfits = tuple(misfits)
    seen: Counter[object] = Counter()
    findings = []
    covered: set[RecordPath] = set(_mistyped(document, misfits))
    for lost in lost_names(document.values, _strays(document, misfits)):
        covered.update((*lost.covers, lost.missing))
        findings.append(_lost(document, lost))
    for misfit in misfits:
        if (covered and _is_covered(misfit, covered)) or is_further_piece(document, _place(misfit)):
            continue
        kind = misfit.fault.kind if isinstance(misfit.fault, Unfit) else misfit.fault.__class__
        seen[kind] += 1
        if seen[kind] <= MOST_OF_A_KIND + 1:
            findings.append(_finding(document, misfit))
    return few_of_each(findings)


def _mistyped(document: Document, misfits: Iterable[Misfit]) -> Iterator[RecordPath]:
    """Yield the missing fields whose names stand there with a slip of the keyboard, so that the slip is told and nothing else."""
    missing = {one.path: one.fault for one in misfits if isinstance(one.fault, MissingField)}
    without = {path[:-1] for path in missing}
    for misfit in misfits:
        mapping = misfit.path[:-1]
        if isinstance(misfit.fault, UnknownField) and mapping in without and not was_cut_off(document, misfit.path):
            meant = (*mapping, _closest(misfit.fault, misfit.around))
            if meant in missing and missing[meant].key not in at(document.values, mapping):
                yield meant


def _strays(document: Document, misfits: Iterable[Misfit]) -> Iterator[Stray]:
    """Yield the mappings with keys that they cannot have."""
    keys: dict[RecordPath, set[str | int]] = defaultdict(set)
    records: dict[RecordPath, tuple[type, Around | None]] = {}
    for misfit in misfits:
        fault = misfit.fault
        if isinstance(fault, UnknownField):
            path = misfit.path[:-1]
            if was_cut_off(document, misfit.path):
                continue
            records[path] = fault.record, misfit.around
            keys[path].add(fault.key)
        elif isinstance(fault, Unfit) and misfit.around is not None and (record := field_record(misfit.around, misfit.path)) is not None:
            records[misfit.path] = record, misfit.around
            keys[misfit.path].update(fault.step[:1] if fault.names_step else ())
    for path, (record, around) in records.items():
        mapping = at(document.values, path)
        if isinstance(mapping, dict) and mapping:
            first = next((key for key in mapping if key in keys[path]), next(iter(mapping)))
            yield Stray(path, record, around, first)


def _place(misfit: Misfit) -> RecordPath:
    return (*misfit.path, *misfit.fault.step) if isinstance(misfit.fault, Unfit) else misfit.path


def _is_covered(misfit: Misfit, covered: set[RecordPath]) -> bool:
    """Tell whether a misfit follows from a lost name or a mistyped one."""
    path = _place(misfit)
    return any(path[:length] in covered for length in range(1, len(path) + 1))


def _lost(document: Document, lost: LostName) -> Finding:
    fields = listed(lost.keys)
    record = called(lost.record)
    if not lost.name:
        message = say("{fields} are no fields of {record}, but languages of a text whose name is missing", fields=fields, record=record)
        hint = say("write the name of the text on a line of its own above them")
    else:
        hint = say("write `{name}:` on a line of its own above them", name=lost.name)
        if lost.are_languages:
            message = say(
                "{fields} are no fields of {record}, but languages of `{name}`, which is missing",
                fields=fields, record=record, name=lost.name,
            )  # fmt: skip
        elif len(lost.keys) == 1:
            message = say("{field} is no field of {record}, but of `{name}`, which is missing", field=fields, record=record, name=lost.name)
        else:
            message = say(
                "{fields} are no fields of {record}, but of `{name}`, which is missing", fields=fields, record=record, name=lost.name
            )
    return finding(UNKNOWN_FIELD, document.file, document.span(lost.path, key=True), message, hint)


def _finding(document: Document, misfit: Misfit) -> Finding:
    path, fault = misfit.path, misfit.fault
    if isinstance(fault, UnknownField):
        return _unknown(document, path, fault, misfit.around)
    if isinstance(fault, MissingField):
        return _missing(document, path, fault)
    here = (*path, *fault.step)
    if was_cut_off(document, here):
        return cut_off(document, here)
    span = document.span(here, key=fault.names_step)
    return finding(fault.kind, document.file, span, fault.message, fault.hint, fix=_fix(document, here, fault))


def _fix(document: Document, path: RecordPath, fault: Unfit) -> Fix | None:
    """Return what writes a value the way it is written here, where there is no doubt about it."""
    if fault.instead is None:
        return None
    if not fault.names_step:
        return Fix(changes=(Set(path, fault.instead),))
    return _renamed(document, path, str(fault.instead))


def _renamed(document: Document, path: RecordPath, name: str) -> Fix | None:
    """Return what gives a field its right name, unless there is one of that name already."""
    return None if name in at(document.values, path[:-1]) else Fix(changes=(RenameKey(path, name),))


def _unknown(document: Document, path: RecordPath, fault: UnknownField, around: Around | None) -> Finding:
    if was_cut_off(document, path):
        return cut_off(document, path)
    known = list(keys_of(fault.record))
    hint = _elsewhere(fault, around) or did_you_mean(fault.key, known) or say("it may have: {fields}", fields=", ".join(known))
    message = say("{record} has no field {field}", record=called(fault.record), field=found(fault.key))
    name = None if _elsewhere(fault, around) else same_letters(fault.key, known)
    fix = _renamed(document, path, name) if name else None
    return finding(UNKNOWN_FIELD, document.file, document.span(path, key=True), message, hint, fix=fix)


def _elsewhere(fault: UnknownField, around: Around | None) -> Phrase | None:
    """Return what to do with a field that belongs elsewhere, or nowhere."""
    return _GIVEN.get((fault.record, fault.key)) or _ELSEWHERE.get(fault.key) or _belongs(fault, around)


def _closest(fault: UnknownField, around: Around | None) -> str:
    """Return the field that is suggested for one that there is not, or an empty text."""
    return "" if _elsewhere(fault, around) else closest(fault.key, keys_of(fault.record)) or ""


def _belongs(fault: UnknownField, around: Around | None) -> Phrase | None:
    """Return where a field belongs that stands one level too far out or in."""
    if (name := place_inside(fault.record, fault.key)) is not None:
        return say("write it below `{name}`", name=name)
    if around is not None and fault.key in keys_of(around.record):
        return say("move it out of here; it is a field of {record}", record=called(around.record))
    return None


def _missing(document: Document, path: RecordPath, fault: MissingField) -> Finding:
    is_empty = fault.key in at(document.values, path[:-1])
    record = called(fault.record)
    if is_empty:
        message = say("`{field}` is empty; {record} must have it", field=fault.key, record=record)
        hint = say("write it behind `{field}:`", field=fault.key)
    else:
        message = say("`{field}` is missing; {record} must have it", field=fault.key, record=record)
        hint = say("add `{field}: …`", field=fault.key)
    return finding(MISSING_FIELD, document.file, document.span(path, key=is_empty), message, hint)
