"""The cattrs door: plain data from YAML becomes records, strictly, and every misfit of a file is found at once.

Nothing is coerced: every scalar comes in as text and is converted by the type of the field that it stands in, or refused with what was
expected. cattrs collects the refusals of a whole record in a group; walking the notes of that group gives the path of each, and the
path gives the line (see ``misfits``). Nothing written behind a name is the same as the name left out.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from claimtrack.locations import RecordPath
from claimtrack.phrases import NOTHING, say
from claimtrack.reading.field_places import Around
from claimtrack.reading.misfits import Misfit, MissingField, UnknownField
from claimtrack.reading.record_names import called
from claimtrack.reading.scalars import ONE_WORD, SCALARS, Unfit, Unfits, found, language
from claimtrack.reading.shorthands import SHORTHANDS
from claimtrack.records.fields import key_of, written_fields

Record = TypeVar("Record", bound=attrs.AttrsInstance)
_Hook = Callable[[Any, Any], Any]


def structure(
    values: object, record: type[Record], within: RecordPath = (), given: Mapping[str, str] | None = None
) -> tuple[Record | None, tuple[Misfit, ...]]:
    """Make a record out of plain values.

    Arguments:
        values: what stands in the file: texts, None, and lists and dicts of these.
        record: the class of the record.
        within: where in the file the values stand.
        given: what the record gets from its place, such as its id.

    Returns:
        The record, or None where anything does not fit, and everything that does not.
    """
    try:
        made: Any = _CONVERTER.structure(values, record)
    except (ClassValidationError, Unfit, Unfits) as group:
        return None, tuple(_misfits(group, within))
    return attrs.evolve(made, **given) if given else made, ()


def _misfits(error: BaseException, path: RecordPath, around: Around | None = None) -> Iterator[Misfit]:
    if isinstance(error, ClassValidationError):
        inside, others = error.group_exceptions()
        for one, note in inside:
            key = key_of(getattr(attrs.fields(error.cl), note.name))
            if isinstance(one, KeyError) and one.args == (key,):
                yield Misfit((*path, key), MissingField(error.cl, key))
            else:
                yield from _misfits(one, (*path, key), Around(path, error.cl))
        for other in others:
            yield from _unknown(other, path, around)
    elif isinstance(error, IterableValidationError):
        for one, place in error.group_exceptions()[0]:
            yield from _misfits(one, (*path, place.index), around)
    elif isinstance(error, Unfits):
        for one in error.each:
            yield Misfit(path, one, around)
    elif isinstance(error, Unfit):
        yield Misfit(path, error, around)
    else:
        raise error  # a bug of ours: none of our hooks raises such a thing


def _unknown(error: Exception, path: RecordPath, around: Around | None) -> Iterator[Misfit]:
    if not isinstance(error, ForbiddenExtraKeysError):
        raise error  # the same
    for key in sorted(error.extra_fields):
        yield Misfit((*path, key), UnknownField(error.cl, key), around)


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook_factory(attrs.has, lambda record: _record_hook(converter, record))
    converter.register_structure_hook_factory(_is(tuple), lambda hint: _list_hook(converter, hint))
    converter.register_structure_hook_factory(_is(Mapping), lambda hint: _mapping_hook(converter, hint))
    converter.register_structure_hook_factory(_is(Literal), _word_hook)
    converter.register_structure_hook_factory(_is(Union, types.UnionType), lambda hint: _union_hook(converter, hint))
    for scalar, read in SCALARS.items():
        converter.register_structure_hook(scalar, _scalar_hook(read))
    return converter


def _is(*origins: object) -> Callable[[Any], bool]:
    return lambda hint: get_origin(hint) in origins


def _scalar_hook(read: Callable[[Any], Any]) -> _Hook:
    return lambda value, _: read(value)


def _record_hook(converter: cattrs.Converter, record: type[Any]) -> _Hook:
    overrides: dict[str, Any] = {}
    for attribute in attrs.fields(attrs.resolve_types(record)):
        if attribute.metadata.get("given"):
            overrides[attribute.name] = override(omit=True)
        elif attribute.name in {"language", "languages"}:
            overrides[attribute.name] = override(struct_hook=_scalar_hook(language if attribute.name == "language" else _languages))
        elif key_of(attribute) != attribute.name:
            overrides[attribute.name] = override(rename=key_of(attribute))
    from_mapping = make_dict_structure_fn(record, converter, **overrides)
    known = frozenset(key_of(one) for one in written_fields(record))
    shorthand = SHORTHANDS.get(record)
    what = called(record)

    def read_record(value: Any, _: Any) -> Any:  # noqa: ANN401  (this is where anything becomes something; so for all readers below)
        if shorthand is not None:
            value = shorthand(value)
            if isinstance(value, record):
                return value
        if value.__class__ is not dict:
            raise Unfit(say("expected {record} with its fields, found {found}", record=what, found=found(value)))
        if None in value.values():
            value = {key: one for key, one in value.items() if one is not None or key not in known}
        return from_mapping(value, record)

    return read_record


def _languages(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if value.__class__ is not list or not value:
        is_word = isinstance(value, str) and ONE_WORD.fullmatch(value) is not None
        hint = say("write [{word}]", word=value) if is_word else NOTHING
        message = say("expected a list of languages such as [de, en], found {found}", found=found(value))
        raise Unfit(message, hint, instead=(value,) if is_word else None)
    return tuple(_each(enumerate(value), str, lambda one, _: language(one)))


def _list_hook(converter: cattrs.Converter, hint: Any) -> _Hook:  # noqa: ANN401
    item = get_args(hint)[0]
    read = converter.get_structure_hook(item)

    def read_list(value: Any, _: Any) -> tuple[Any, ...]:  # noqa: ANN401
        if value.__class__ is not list:
            are_words = isinstance(value, str) and all(ONE_WORD.fullmatch(one) for one in value.split(", "))
            advice = say("write [{word}]", word=value) if are_words else say("put each behind `- `")
            instead = (value,) if are_words and "," not in value and _is_word(item) else None  # of several, some may be one with a comma
            raise Unfit(say("expected a list, found {found}", found=found(value)), advice, instead=instead)
        return tuple(_each(enumerate(value), item, read))

    return read_list


def _is_word(hint: Any) -> bool:  # noqa: ANN401
    """Tell whether what stands in a list is a text or a word of a closed list, and nothing that has fields."""
    return hint is str or get_origin(hint) is Literal


def _mapping_hook(converter: cattrs.Converter, hint: Any) -> _Hook:  # noqa: ANN401
    item = get_args(hint)[1]
    read: _Hook = (lambda value, _: value) if item is Any else converter.get_structure_hook(item)

    def read_mapping(value: Any, _: Any) -> Mapping[str, Any]:  # noqa: ANN401
        if value.__class__ is not dict:
            raise Unfit(say("expected names with a colon behind each, found {found}", found=found(value)))
        return dict(zip(value, _each(value.items(), item, read), strict=True))

    return read_mapping


def _each(entries: Iterable[tuple[str | int, Any]], item: Any, read: _Hook) -> list[Any]:  # noqa: ANN401
    """Read every value of a list or mapping; what does not fit is collected into a group, as cattrs does, each with its step."""
    made = []
    misfits: list[Exception] = []
    for step, value in entries:
        try:
            made.append(read(value, item))
        except Exception as error:  # noqa: BLE001  (in the group is where it belongs)
            error.add_note(IterableValidationNote(f"at {step}", step, item))
            misfits.append(error)
    if misfits:
        raise IterableValidationError("a list or mapping", misfits, list)
    return made


def _word_hook(hint: Any) -> _Hook:  # noqa: ANN401
    words = get_args(hint)

    def read_word(value: Any, _: Any) -> str:  # noqa: ANN401
        if value in words:
            return str(value)
        raise Unfit.word(value, words)

    return read_word


def _union_hook(converter: cattrs.Converter, hint: Any) -> _Hook:  # noqa: ANN401
    """Read ``X | None`` as X, since a field with nothing in it never comes here; and other unions by the shorthand for them."""
    members = [member for member in get_args(hint) if member is not types.NoneType]
    if len(members) == 1:
        return converter.get_structure_hook(members[0])
    tell_apart = SHORTHANDS[frozenset(members)]

    def read_one_of(value: Any, _: Any) -> Any:  # noqa: ANN401
        told = tell_apart(value)
        return converter.structure(value, told) if isinstance(told, type) else told

    return read_one_of


_CONVERTER = _make_converter()
