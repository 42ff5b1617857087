"""Records in which every field says something, made from the classes themselves, so that a new field cannot be forgotten."""

from __future__ import annotations

import datetime
import types
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.records.desk import Months
from claimtrack.records.passage import MediaStretch, Stretch
from claimtrack.records.quantity import Share, Tolerance
from claimtrack.records.speaker import Speaker
from claimtrack.records.text import Text

Fill = Callable[[type, str], Any]
Words = Callable[[object], set[str]]
Leaves = Callable[[Any], Iterator[tuple[str, Any]]]

_SCALARS: Mapping[Any, object] = {
    bool: True,
    int: 2,
    Decimal: Decimal(2),
    datetime.date: datetime.date(2026, 1, 2),
    datetime.datetime: datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
    PartialDate: PartialDate(2026, 1),
    Stretch: Stretch(1, 2),
    MediaStretch: MediaStretch("0:01:00"),
    Share: Share(Decimal(10)),
    Tolerance: Tolerance(share=Share(Decimal(10))),
    Months: Months(12),
}


def filled(hint: Any, path: str) -> Any:  # noqa: ANN401, PLR0911  (whatever a field can hold, each in its turn)
    """Return a value of a type in which every text is its own path, in angle brackets."""
    if hint is str or hint is Any:
        return f"<{path}>"
    if hint is Text:
        return Text({"en": f"<{path}.en>", "de": f"<{path}.de>"})
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) in (Union, types.UnionType):
        members = [one for one in get_args(hint) if one is not types.NoneType]
        records = [one for one in members if attrs.has(one)]  # a record rather than its id
        return filled(Speaker if Speaker in members else (records or members)[0], path)
    if get_origin(hint) is Literal:
        return get_args(hint)[-1]
    if get_origin(hint) is tuple:
        return (filled(get_args(hint)[0], f"{path}[]"),)
    if get_origin(hint) is Mapping:
        return {f"<{path}.key>": filled(get_args(hint)[1], f"{path}.value")}
    return _record(hint, path)


def _record(hint: Any, path: str) -> Any:  # noqa: ANN401  (any record)
    fields: Any = attrs.fields(attrs.resolve_types(hint))
    return hint(**{one.name: filled(one.type, f"{path}.{one.name}") for one in fields})


def words_in(value: Any) -> set[str]:  # noqa: ANN401  (whatever a field can hold)
    """Return every text of a value that stands in angle brackets, in whatever it is kept."""
    if isinstance(value, str):
        return {value} if value.startswith("<") else set()
    if isinstance(value, Mapping):
        return {word for pair in value.items() for one in pair for word in words_in(one)}
    if isinstance(value, tuple | list | frozenset):
        return {word for one in value for word in words_in(one)}
    if attrs.has(type(value)):
        return {word for one in attrs.fields(type(value)) for word in words_in(getattr(value, one.name))}
    return set()


def with_one_changed(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401, C901  (whatever a field can hold, each in its turn)
    """Yield a value once for every word in it, with that word changed, and the word."""
    if isinstance(value, str):
        if value.startswith("<"):
            yield value, f"{value} changed"
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            for word, changed in with_one_changed(one):
                yield word, (*value[:place], changed, *value[place + 1 :])
    elif isinstance(value, Mapping):
        for key, one in value.items():
            for word, changed in with_one_changed(one):
                yield word, {**value, key: changed}
    elif attrs.has(type(value)):
        for one in attrs.fields(type(value)):
            for word, changed in with_one_changed(getattr(value, one.name)):
                yield word, attrs.evolve(value, **{one.name: changed})


@pytest.fixture
def fill() -> Fill:
    """Make a record in which every text is its own path."""
    return filled


@pytest.fixture
def words() -> Words:
    """Find all of those texts again."""
    return words_in


@pytest.fixture
def leaves() -> Leaves:
    """Change them one by one."""
    return with_one_changed
