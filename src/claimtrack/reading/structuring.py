"""The cattrs door: plain data from YAML becomes records, strictly, and every misfit of a file is found at once.

Nothing is coerced: every scalar comes in as text and is converted by the type of the field that it stands in, or refused with what was
expected. cattrs collects the refusals of a whole record in a group; walking the notes of that group gives the path of each, and the
path gives the line (see ``documents``).
"""

from __future__ import annotations

import difflib
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.reading.documents import Document
from claimtrack.reading.kinds import MISSING_FIELD, SWALLOWED_TEXT, UNKNOWN_FIELD
from claimtrack.reading.scalars import SCALARS, Unfit, found, language
from claimtrack.reading.shorthands import SHORTHANDS
from claimtrack.records.fields import key_of, written_fields

Record = TypeVar("Record")
_Hook = Callable[[Any, Any], Any]

_CALLED = {"HistoryEntry": "a history entry", "Evidence": "a piece of evidence", "Was": "`was`", "Reasons": "`reasons`"}
_ELSEWHERE = {
    "id": "the name of the file (in sources.yaml: the key) is the id; leave `id` out",
    "notes": "what must not leave the desk stands under `internal`",
    "note": "what must not leave the desk stands under `internal`",
    "explanation": "the reasoning stands under `verdict.rationale`",
}


def structure(document: Document, record: type[Record], within: RecordPath = (), **given: str) -> tuple[Record | None, tuple[Finding, ...]]:
    """Make a record out of a document, or out of a part of it.

    Arguments:
        document: a document that could be read.
        record: the class of the record.
        within: the path of the part.
        given: what the record gets from its place, such as its id.

    Returns:
        The record, or None where it has an error, and all findings.
    """
    values: Any = document.values
    for step in within:
        values = values[step]
    try:
        made = _CONVERTER.structure(values, record)
    except (ClassValidationError, Unfit) as group:
        return None, tuple(_finding(document, (*within, *path), error) for path, error in _misfits(group, ()))
    return attrs.evolve(made, **given) if given else made, ()  # type: ignore[type-var]  # every record is an attrs class


class _UnknownField(Exception):  # noqa: N818  (carried from cattrs to the finding, never raised)
    """A key that a record does not have."""

    def __init__(self, record: type, key: str) -> None:
        super().__init__(key)
        self.record = record
        self.key = key


class _MissingField(Exception):  # noqa: N818  (carried from cattrs to the finding, never raised)
    """A key that a record must have."""

    def __init__(self, record: type, key: str) -> None:
        super().__init__(key)
        self.record = record
        self.key = key


def _misfits(error: BaseException, path: RecordPath) -> Iterator[tuple[RecordPath, Exception]]:
    if isinstance(error, ClassValidationError):
        inside, _ = error.group_exceptions()
        for one, note in inside:
            key = note.name.rstrip("_")
            if isinstance(one, KeyError) and one.args == (key,):
                yield path, _MissingField(error.cl, key)
            else:
                yield from _misfits(one, (*path, key))
        for other in error.exceptions:
            if isinstance(other, ForbiddenExtraKeysError):
                for key in sorted(other.extra_fields):
                    yield path, _UnknownField(error.cl, key)
    elif isinstance(error, IterableValidationError):
        for one, place in error.group_exceptions()[0]:
            yield from _misfits(one, (*path, place.index))
    else:
        assert isinstance(error, Exception)  # noqa: S101  (a group holds nothing else)
        yield path, error


def _finding(document: Document, path: RecordPath, error: Exception) -> Finding:
    if isinstance(error, Unfit):
        return finding(error.kind, document.file, document.span((*path, *error.step)), error.message, error.hint)
    if isinstance(error, _MissingField):
        message = f"`{error.key}` is missing; {_called(error.record)} must have it"
        return finding(MISSING_FIELD, document.file, document.span(path), message, f"add `{error.key}: …`")
    if isinstance(error, _UnknownField):
        return _unknown(document, path, error)
    raise error  # a bug of ours: cattrs raised what no hook of ours does


def _unknown(document: Document, path: RecordPath, error: _UnknownField) -> Finding:
    here = (*path, error.key)
    span = document.span(here, key=True)
    if " " in error.key.strip() and _value(document, here) is None and document.is_flow(path):
        message = f"the text before this was cut at a comma: {error.key!r} was read as a field"
        hint = "take the text out of the braces and write it on lines of its own, or put it in quotes"
        return finding(SWALLOWED_TEXT, document.file, span, message, hint)
    known = [key_of(one) for one in written_fields(error.record)]
    message = f"{_called(error.record)} has no field {found(error.key)}"
    close = difflib.get_close_matches(error.key, known, n=1)
    if close:
        hint = f"did you mean `{close[0]}`?"
    elif error.key in _ELSEWHERE:
        hint = _ELSEWHERE[error.key]
    else:
        hint = "it may have: " + ", ".join(known)
    return finding(UNKNOWN_FIELD, document.file, span, message, hint)


def _value(document: Document, path: RecordPath) -> object:
    value: Any = document.values
    for step in path:
        value = value[step]
    return value


def _called(record: type) -> str:
    """Call a record class by an English name with its article."""
    if record.__name__ in _CALLED:
        return _CALLED[record.__name__]
    words = "".join(" " + letter.lower() if letter.isupper() else letter for letter in record.__name__).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook_factory(attrs.has, lambda record: _record_hook(converter, record))
    converter.register_structure_hook_factory(lambda hint: get_origin(hint) is tuple, lambda hint: _list_hook(converter, hint))
    converter.register_structure_hook_factory(lambda hint: get_origin(hint) is Mapping, lambda hint: _mapping_hook(converter, hint))
    converter.register_structure_hook_factory(lambda hint: get_origin(hint) is Literal, _word_hook)
    converter.register_structure_hook_factory(_is_union, lambda hint: _union_hook(converter, hint))
    for scalar, read in SCALARS.items():
        converter.register_structure_hook(scalar, lambda value, _, read=read: read(value))
    return converter


def _is_union(hint: Any) -> bool:  # noqa: ANN401  (a type annotation can be anything)
    return get_origin(hint) in (Union, types.UnionType)


def _record_hook(converter: cattrs.Converter, record: type) -> _Hook:
    attributes = attrs.fields(attrs.resolve_types(record))
    overrides: dict[str, Any] = {}
    for attribute in attributes:
        if attribute.metadata.get("given"):
            overrides[attribute.name] = override(omit=True)
        elif attribute.name in {"language", "languages"}:
            read: _Hook = (lambda value, _: language(value)) if attribute.name == "language" else _languages
            overrides[attribute.name] = override(struct_hook=read)
        elif key_of(attribute) != attribute.name:
            overrides[attribute.name] = override(rename=key_of(attribute))
    from_mapping = make_dict_structure_fn(record, converter, **overrides)  # type: ignore[type-var]  # every record is an attrs class
    may_be_absent = frozenset(key_of(one) for one in attributes if one.default is not attrs.NOTHING)
    shorthand = SHORTHANDS.get(record)
    what = _called(record)

    def read_record(value: Any, _: Any) -> Any:  # noqa: ANN401  (this is where anything becomes something)
        if shorthand is not None:
            value = shorthand(value)
            if isinstance(value, record):
                return value
        if value.__class__ is not dict:
            raise Unfit(f"expected {what} with its fields, found {found(value)}")
        if None in value.values():
            value = {key: one for key, one in value.items() if one is not None or key not in may_be_absent}
        return from_mapping(value, record)

    return read_record


def _languages(value: Any, _: Any) -> tuple[str, ...]:  # noqa: ANN401
    if value.__class__ is not list or not value:
        raise Unfit(f"expected a list of languages such as [de, en], found {found(value)}")
    return _each(value, tuple[str, ...], lambda one, _: language(one))


def _list_hook(converter: cattrs.Converter, hint: Any) -> _Hook:  # noqa: ANN401
    item = get_args(hint)[0]
    read = converter.get_structure_hook(item)

    def read_list(value: Any, _: Any) -> tuple[Any, ...]:  # noqa: ANN401
        if value.__class__ is not list:
            advice = f"write [{value}]" if isinstance(value, str) and value.isascii() and " " not in value else "put each behind `- `"
            raise Unfit(f"expected a list, found {found(value)}", advice)
        return _each(value, item, read)

    return read_list


def _each(values: list[Any], item: Any, read: _Hook) -> tuple[Any, ...]:  # noqa: ANN401
    made = []
    misfits: list[Exception] = []
    for place, value in enumerate(values):
        try:
            made.append(read(value, item))
        except Exception as error:  # noqa: BLE001  (collected into a group, as cattrs does)
            error.add_note(IterableValidationNote(f"item {place}", place, item))
            misfits.append(error)
    if misfits:
        raise IterableValidationError("a list", misfits, tuple)
    return tuple(made)


def _mapping_hook(converter: cattrs.Converter, hint: Any) -> _Hook:  # noqa: ANN401
    item = get_args(hint)[1]
    read: _Hook = (lambda value, _: value) if item is Any else converter.get_structure_hook(item)

    def read_mapping(value: Any, _: Any) -> Mapping[str, Any]:  # noqa: ANN401
        if value.__class__ is not dict:
            raise Unfit(f"expected names with a colon behind each, found {found(value)}")
        made = {}
        misfits: list[Exception] = []
        for key, one in value.items():
            try:
                made[key] = read(one, item)
            except Exception as error:  # noqa: BLE001  (collected into a group, as cattrs does)
                error.add_note(IterableValidationNote(f"key {key}", key, item))  # type: ignore[arg-type]  # keys are texts here
                misfits.append(error)
        if misfits:
            raise IterableValidationError("a mapping", misfits, dict)
        return made

    return read_mapping


def _word_hook(hint: Any) -> _Hook:  # noqa: ANN401
    words = get_args(hint)

    def read_word(value: Any, _: Any) -> str:  # noqa: ANN401
        if value in words:
            return str(value)
        raise Unfit.word(value, words)

    return read_word


def _union_hook(converter: cattrs.Converter, hint: Any) -> _Hook:  # noqa: ANN401
    """Read ``X | None`` as X, and other unions by the shorthand registered for them."""
    members = [member for member in get_args(hint) if member is not types.NoneType]
    optional = len(members) < len(get_args(hint))
    if len(members) == 1:
        read = converter.get_structure_hook(members[0])
    else:
        tell_apart = SHORTHANDS[frozenset(members)]

        def read(value: Any, _: Any) -> Any:  # noqa: ANN401
            told = tell_apart(value)
            return converter.structure(value, told) if isinstance(told, type) else told

    return (lambda value, _: None if value is None else read(value, None)) if optional else read


_CONVERTER = _make_converter()
