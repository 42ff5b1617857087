"""Records as plain values, such as JSON knows: what a person would write into a record, and nothing that goes without saying."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from claimtrack.dates import PartialDate
from claimtrack.records.claim import Relation
from claimtrack.records.desk import Months
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.passage import MediaStretch, Stretch
from claimtrack.records.quantity import Share, Tolerance
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import UNNAMED, Text


def plain_values(record: Any) -> dict[str, Any]:  # noqa: ANN401  (any class of records)
    """Return what a record says, under the keys that it has in YAML.

    Numbers of whole things and yes or no are those of JSON; every other scalar is a text as it stands in YAML, exact decimals too, since
    readers of JSON round them. What a field would say anyway, and what comes from the place of the file (its id), is left out.

    Arguments:
        record: a claim, an article, a source, a desk, or a record within one.

    Returns:
        A new mapping in the order of the fields, of texts, whole numbers, truth values, None, lists and mappings.

    >>> from claimtrack.records.quantity import Quantity
    >>> plain_values(Quantity(value=Decimal("0.50"), unit="euro", as_of=PartialDate(2025, 2)))
    {'value': '0.50', 'unit': 'euro', 'as_of': '2025-02'}
    """
    return {
        key: _plain(value)
        for name, key, default in _fields_of(record.__class__)
        if (value := getattr(record, name)) is not default and value != default
    }


def _plain(value: Any) -> Any:  # noqa: ANN401  (the fields of records are of many types)
    kind = value.__class__
    if kind in _AS_THEY_ARE:
        return value
    if kind is tuple or kind is list:
        return [_plain(one) for one in value]
    if (write := _WRITERS.get(kind)) is not None:
        return write(value)
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return plain_values(value)


_AS_THEY_ARE = frozenset({str, bool, int, type(None)})


def _text(text: Text) -> str | dict[str, str]:
    only = text.by_language.get(UNNAMED)
    return only if only is not None and len(text.by_language) == 1 else dict(text.by_language)


def _months(span: Months) -> str:
    return "1 month" if span.count == 1 else f"{span.count} months"


def _instant(moment: datetime.datetime) -> str:
    return moment.isoformat().removesuffix("+00:00") + "Z" if moment.utcoffset() == datetime.timedelta(0) else moment.isoformat()


_WRITERS: Mapping[type, Callable[[Any], Any]] = {
    Text: _text,
    Decimal: "{:f}".format,
    datetime.date: datetime.date.isoformat,
    datetime.datetime: _instant,
    PartialDate: str,
    Share: lambda share: f"{share.percent:f} %",
    Tolerance: str,
    Months: _months,
    Stretch: str,
    MediaStretch: str,
    OwnVoice: lambda _: "article",
    Relation: lambda relation: {relation.kind: relation.target},
}
"""How each value that JSON has no type for is written."""


@functools.cache
def _fields_of(record: type) -> tuple[tuple[str, str, Any], ...]:
    """Return name, key and default of each field that people write; the default of one that has to be there is nothing else's."""
    return tuple((one.name, key_of(one), _default(one)) for one in written_fields(record))


def _default(attribute: attrs.Attribute[Any]) -> Any:  # noqa: ANN401
    make = getattr(attribute.default, "factory", None)
    return make() if callable(make) else attribute.default
