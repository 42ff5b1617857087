"""How the values of records look to an editor, which takes scalars for what YAML 1.2 takes them for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from claimtrack.dates import PartialDate
from claimtrack.records.desk import Months
from claimtrack.records.ids import SLUG
from claimtrack.records.passage import MediaStretch, Stretch
from claimtrack.records.quantity import Share, Tolerance
from claimtrack.records.speaker import OwnVoice

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

PLAIN = ["string", "number", "boolean"]
"""The types that an editor can take a text without quotation marks for."""

SCALARS: Mapping[Any, Schema] = {
    str: {"type": PLAIN},
    bool: {"enum": [True, False, "yes", "no", "true", "false"]},
    int: {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\d{1,18}$"},
    Decimal: {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"},
    datetime.date: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    datetime.datetime: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$"},
    PartialDate: {"type": ["integer", "string"], "pattern": r"^\d{4}(-\d\d(-\d\d)?)?~?$"},
    Share: {"type": "string", "pattern": r"^\d+(\.\d+)?\s?%$"},
    Tolerance: {"type": "string", "pattern": r"^\d"},
    Months: {"type": "string", "pattern": r"^[1-9]\d* months?$"},
    Stretch: {"type": "string", "pattern": r"^\d+-\d+$"},
    MediaStretch: {"type": "string", "pattern": r"^\d+:\d\d:\d\d"},
    OwnVoice: {"const": "article"},
    Any: {},
}
"""How each type of scalar looks to an editor."""


def listed(words: Mapping[str, str]) -> Schema:
    """Return the schema of a choice of words, each with what it means.

    A word that an editor takes for a number or a truth value stands in the list once more as that.
    """
    typed = [(one, meaning) for word, meaning in words.items() for one in _as_typed(word)]
    schema: Schema = {"enum": [one for one, _ in typed]}
    if any(words.values()):
        schema["markdownEnumDescriptions"] = [meaning for _, meaning in typed]
    return schema


def _as_typed(word: str) -> Iterable[object]:
    yield word
    if word in {"true", "false"}:
        yield word == "true"
    elif word.isascii() and word.isdecimal():
        yield int(word)


def by_id(schema: Schema) -> Schema:
    """Return the schema of a mapping from ids to values."""
    return {"type": "object", "propertyNames": {"pattern": f"^{SLUG}$"}, "additionalProperties": schema}


def or_nothing(schema: Schema) -> Schema:
    """Allow an empty value too: where a field may be left out, nothing behind its name means the same."""
    if "enum" in schema:
        meanings = {"markdownEnumDescriptions": [*schema["markdownEnumDescriptions"], ""]} if "markdownEnumDescriptions" in schema else {}
        return {**schema, "enum": [*schema["enum"], None], **meanings}
    if "type" in schema:
        given = schema["type"]
        return {**schema, "type": [*(given if isinstance(given, list) else [given]), "null"]}
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]} if schema else {}
