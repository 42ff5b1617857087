"""The parts of a record: every value of one type in it, each with the path to it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs

from claimtrack.locations import RecordPath
from claimtrack.records.fields import key_of
from claimtrack.records.text import UNNAMED, Text

Part = TypeVar("Part")

_KEPT_APART = {"internal", "extra"}
"""What never leaves the desk, and what claimtrack looks away from."""


def parts_of(record: Any, kind: type[Part], within: RecordPath = ()) -> Iterator[tuple[RecordPath, Part]]:  # noqa: ANN401  (any attrs record)
    """Return every value of a type in a record and in the records within it, in the order of the fields.

    A record of that type is itself the one value. What stands under ``internal`` and ``extra`` is left out, and so are words of closed
    lists. Of a text in several languages, each language is one ``str``.

    Arguments:
        record: a claim, an article, a source, a desk, or a part of one.
        kind: a class of ``records``, or ``str``.
        within: where in its file the record begins.

    >>> from claimtrack.records.source import Archive, Source
    >>> source = Source(title="Counts", archives=(Archive(provider="own"),))
    >>> list(parts_of(source, str))
    [(('title',), 'Counts'), (('archives', 0, 'provider'), 'own')]
    """
    return iter(parts_of_kinds(record, frozenset({kind}), within))


def parts_of_kinds(record: Any, kinds: frozenset[type], within: RecordPath = ()) -> list[tuple[RecordPath, Any]]:  # noqa: ANN401
    """Return every value of several types in a record, in one walk; see :func:`parts_of`."""
    found: list[tuple[RecordPath, Any]] = []
    _collect(record, kinds, within, found)
    return found


def _collect(value: Any, kinds: frozenset[type], path: RecordPath, found: list[tuple[RecordPath, Any]]) -> None:  # noqa: ANN401
    it_is = value.__class__
    if it_is in kinds:
        found.append((path, value))
    if it_is is Text:
        if str in kinds:
            found.extend([(path if language == UNNAMED else (*path, language), words) for language, words in value.by_language.items()])
    elif it_is is tuple:
        for step, one in enumerate(value):
            _collect(one, kinds, (*path, step), found)
    elif it_is is dict or isinstance(value, Mapping):
        for key, one in value.items():
            _collect(one, kinds, (*path, key), found)
    elif it_is is not str:
        _collect_fields(value, kinds, path, found)


def _collect_fields(record: Any, kinds: frozenset[type], path: RecordPath, found: list[tuple[RecordPath, Any]]) -> None:  # noqa: ANN401
    for name, key in _ways(record.__class__, kinds):
        inside = getattr(record, name)
        if inside.__class__ is str:  # most of what there is: worth a branch of its own
            if str in kinds and inside:
                found.append(((*path, key), inside))
        elif inside:
            _collect(inside, kinds, (*path, key), found)


@functools.cache
def _ways(record: type, kinds: frozenset[type]) -> tuple[tuple[str, str], ...]:
    """Return name and key of the fields of a class in which a value of those types can stand, however deep."""
    if not attrs.has(record):
        return ()
    return tuple(
        (attribute.name, key_of(attribute))
        for attribute in attrs.fields(attrs.resolve_types(record))
        if attribute.name not in _KEPT_APART
        and not attribute.metadata.get("given")
        and any(_can_hold(attribute.type, kind, frozenset({record})) for kind in kinds)
    )


def _can_hold(hint: Any, kind: type, above: frozenset[type]) -> bool:  # noqa: ANN401  (a type annotation can be anything)
    if hint is kind or (hint is Text and kind is str):
        return True
    if get_origin(hint) is Literal or hint is Text or hint in above:
        return False
    if isinstance(hint, type) and attrs.has(hint):
        return any(
            _can_hold(one.type, kind, above | {hint}) for one in attrs.fields(attrs.resolve_types(hint)) if one.name not in _KEPT_APART
        )
    arguments = get_args(hint)
    return any(_can_hold(one, kind, above) for one in (arguments[1:] if get_origin(hint) is Mapping else arguments))
