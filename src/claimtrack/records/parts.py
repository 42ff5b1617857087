"""The parts of a record: every value of one type in it, each with the path to it."""

from __future__ import annotations

import functools
import itertools
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs

from claimtrack.locations import RecordPath
from claimtrack.records.fields import key_of
from claimtrack.records.text import UNNAMED, Text

Part = TypeVar("Part")

_KEPT_APART = {"internal", "extra"}
"""What never leaves the desk, and what claimtrack looks away from."""


class BeyondLatin(str):
    """Stands for texts with a letter of another script, a sign that nobody sees or a rare one: rules about letters ask for no others."""

    __slots__ = ()


_BEYOND_LATIN = re.compile("[\u00ad\u034f-\u200f\u2027-\U0010ffff]")
"""All but Latin letters with their marks, and the dashes and quotation marks that go with them."""


def is_beyond_latin(text: str) -> bool:
    """Say whether a text is one that :class:`BeyondLatin` stands for."""
    return not text.isascii() and _BEYOND_LATIN.search(text) is not None


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
    """Return every value of several types in a record, in one walk; see :func:`parts_of`.

    Where :class:`BeyondLatin` is among the types and ``str`` is not, only the texts that it stands for are returned.
    """
    found: list[tuple[RecordPath, Any]] = []
    _collector(kinds).collect(record, within, found)
    return found


class _Collector:
    """Collects the values of some types; made once for each set of types, since it is asked for every value of every record."""

    def __init__(self, kinds: frozenset[type]) -> None:
        self._kinds = kinds
        self._wanted = kinds - {str, BeyondLatin}
        self._every_text = str in kinds
        self._text_beyond = BeyondLatin in kinds
        self._ways: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}

    def collect(self, value: Any, path: RecordPath, found: list[tuple[RecordPath, Any]]) -> None:  # noqa: ANN401
        it_is = value.__class__
        if it_is in self._wanted:
            found.append((path, value))
        if it_is is str:
            if self._every_text or (self._text_beyond and is_beyond_latin(value)):
                found.append((path, value))
        elif it_is is Text:
            self._collect_languages(value, path, found)
        elif it_is is tuple:
            for step, one in enumerate(value):
                self.collect(one, (*path, step), found)
        elif it_is is dict or (it_is not in self._ways and isinstance(value, Mapping)):
            for key, one in value.items():
                self.collect(one, (*path, key), found)
        else:
            self._collect_fields(value, path, found)

    def _collect_languages(self, text: Text, path: RecordPath, found: list[tuple[RecordPath, Any]]) -> None:
        for language, words in text.by_language.items():
            if self._every_text or (self._text_beyond and is_beyond_latin(words)):
                found.append((path if language == UNNAMED else (*path, language), words))

    def _collect_fields(self, record: Any, path: RecordPath, found: list[tuple[RecordPath, Any]]) -> None:  # noqa: ANN401
        it_is = record.__class__
        if it_is not in self._ways:
            self._ways[it_is] = _ways(it_is, self._kinds)
        keys, values_of = self._ways[it_is]
        values = values_of(record)
        for key, inside in itertools.compress(zip(keys, values, strict=True), values):
            if inside.__class__ is not str:
                self.collect(inside, (*path, key), found)
            elif self._every_text or (self._text_beyond and is_beyond_latin(inside)):  # most of what there is: worth a branch of its own
                found.append(((*path, key), inside))


_collector = functools.cache(_Collector)


def _ways(record: type, kinds: frozenset[type]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the keys of the fields of a class in which a value of those types can stand, however deep, and what gets their values."""
    if not attrs.has(record):
        return (), lambda _: ()
    asked = frozenset(str if kind is BeyondLatin else kind for kind in kinds)
    fields = [
        attribute
        for attribute in attrs.fields(attrs.resolve_types(record))
        if attribute.name not in _KEPT_APART
        and not attribute.metadata.get("given")
        and _can_hold(attribute.type, asked, frozenset({record}))
    ]
    keys = tuple(map(key_of, fields))
    if len(fields) > 1:
        return keys, operator.attrgetter(*(one.name for one in fields))
    return keys, lambda one: tuple(getattr(one, field.name) for field in fields)


def _can_hold(hint: Any, kinds: frozenset[type], above: frozenset[type]) -> bool:  # noqa: ANN401  (a type annotation can be anything)
    if hint in kinds or (hint is Text and str in kinds):
        return True
    if get_origin(hint) is Literal or hint is Text or hint in above:
        return False
    if isinstance(hint, type) and attrs.has(hint):
        return any(
            _can_hold(one.type, kinds, above | {hint}) for one in attrs.fields(attrs.resolve_types(hint)) if one.name not in _KEPT_APART
        )
    arguments = get_args(hint)
    return any(_can_hold(one, kinds, above) for one in (arguments[1:] if get_origin(hint) is Mapping else arguments))
