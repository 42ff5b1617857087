"""Records as people write them: dates and numbers bare, the short way of writing where there is one."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from claimtrack.changes import Bare, Empty, Value
from claimtrack.dates import PartialDate
from claimtrack.records.claim import Relation
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.plain import plain_values
from claimtrack.records.speaker import Speaker
from claimtrack.records.text import UNNAMED, Text

_BARE = (datetime.date, datetime.datetime, PartialDate, Decimal, Stretch, MediaStretch)
_SHORT_FOR: Mapping[type, str] = {Quote: "exact", Speaker: "name"}
"""Records that may be written as one text, and the field that this text is short for."""


def written_values(record: Any, unnamed: str = "") -> dict[str, Value]:  # noqa: ANN401  (any class of records)
    """Return what a record says, as a careful person would write it.

    Arguments:
        record: a claim, an article, a source, a desk, or a record within one.
        unnamed: the language that texts without one are in, where that has to be said; empty where it goes without saying.

    >>> from claimtrack.records.claim import Appearance
    >>> written_values(Appearance(url="https://a.example/", published=PartialDate(2025), first=True))
    {'url': 'https://a.example/', 'published': Bare(text='2025'), 'first': True}
    """
    told = plain_values(record)
    return {
        key: _written(getattr(record, one.name), told[key], unnamed) for one in written_fields(type(record)) if (key := key_of(one)) in told
    }


def _written(value: Any, told: Any, unnamed: str) -> Value:  # noqa: ANN401
    if isinstance(value, tuple | list):
        return [_written(one, two, unnamed) for one, two in zip(value, told, strict=True)]
    if isinstance(value, Mapping):
        return {name: _written(one, told[name], unnamed) for name, one in value.items()}
    if attrs.has(type(value)) and isinstance(told, dict) and not isinstance(value, Text | Relation):
        fields = written_values(value, unnamed)
        short = _SHORT_FOR.get(type(value))
        return fields[short] if short is not None and set(fields) == {short} and isinstance(fields[short], str) else fields
    return _scalar(value, told, unnamed)


def _scalar(value: Any, told: Any, unnamed: str) -> Value:  # noqa: ANN401
    """Return what has no fields of its own, or a text in several languages, or a relation, which is one pair."""
    if told is None:
        return Empty()
    if isinstance(value, Text) and unnamed and UNNAMED in value.by_language:
        return {unnamed: value.by_language[UNNAMED]}
    if isinstance(value, _BARE):
        return Bare(told)
    plain: Value = told
    return plain
