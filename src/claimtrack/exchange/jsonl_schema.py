"""The JSON Schema of a line of JSON Lines, made out of the classes of records.

It says what is written, not what people may write: one way for each value. It keeps to draft 2020-12.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import attrs

from claimtrack.dates import PartialDate
from claimtrack.exchange.jsonl import VERSION
from claimtrack.publication import Publication
from claimtrack.records.claim import Relation
from claimtrack.records.desk import Months
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.format import KINDS, words_of
from claimtrack.records.passage import MediaStretch, Stretch
from claimtrack.records.quantity import Share, Tolerance
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TAG = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
_SCALARS: Mapping[Any, Schema] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    datetime.date: {"type": "string", "format": "date"},
    datetime.datetime: {"type": "string", "format": "date-time"},
    PartialDate: {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?$"},
    Share: {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? %$"},
    Tolerance: _TEXT,
    Months: {"type": "string", "pattern": r"^[1-9][0-9]* months?$"},
    Stretch: {"type": "string", "pattern": r"^[0-9]+-[0-9]+$"},
    MediaStretch: {"type": "string", "pattern": r"^[0-9]+:[0-9]{2}:[0-9]{2}"},
    OwnVoice: {"const": "article"},
    Any: {},
}
"""How each type of scalar is written."""


def jsonl_schema() -> Schema:
    """Return the JSON Schema that each line of the export keeps to."""
    definitions: dict[str, Schema] = {
        "Text": {
            "description": "A text in the language of the line, or one for each language.",
            "anyOf": [
                _TEXT,
                {"type": "object", "propertyNames": {"pattern": _TAG}, "additionalProperties": _TEXT, "minProperties": 1},
            ],
        }
    }
    lines = [_line(kind, record, definitions) for kind, record in KINDS.items()]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line of claimtrack's JSON Lines, version {VERSION}",
        "description": "Made from the code. Exact decimals are texts; what a field would say anyway is left out.",
        "oneOf": lines,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _line(kind: str, record: type, definitions: dict[str, Schema]) -> Schema:
    place: dict[str, Schema] = {}
    if kind != "desk":
        place["id"] = {"type": "string", "description": "The id of the record."}
    if kind in {"claim", "source"}:
        told = "The folder that the record lies in; the empty text beside the desk record, or where readers do not see the folder."
        place["folder"] = {"type": "string", "description": told}
    if kind == "claim":
        words = [one.value for one in Publication]
        place["publication"] = {"enum": words, "description": "What readers see of the claim on the day of the export."}
    only = "With --all: the fields of the record of which readers do not see all."
    return {
        "type": "object",
        "properties": {
            "claimtrack": {"const": VERSION, "description": "The version of this shape."},
            "kind": {"const": kind},
            **place,
            "language": {"type": "string", "pattern": _TAG, "description": "The language of texts that name none."},
            "only_at_desk": {"type": "array", "items": _TEXT, "description": only},
            "record": _named(record, definitions),
        },
        "required": ["claimtrack", "kind", *place, "language", "record"],
        "additionalProperties": False,
    }


def _named(record: type, definitions: dict[str, Schema]) -> Schema:
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}  # stands for itself while its fields are looked at
        definitions[name] = _fields(record, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _fields(record: type, definitions: dict[str, Schema]) -> Schema:
    fields = list(written_fields(attrs.resolve_types(record)))
    needed = [key_of(one) for one in fields if one.default is attrs.NOTHING]
    return {
        "type": "object",
        "description": " ".join((record.__doc__ or "").partition("\n\n")[0].replace("``", "`").split()),
        "properties": {key_of(one): {**_value(one.type, definitions), "description": one.metadata["doc"]} for one in fields},
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _value(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401  (a type annotation can be anything; so below)
    if hint is Text:
        return {"$ref": "#/$defs/Text"}
    if hint is Relation:
        pairs = dict.fromkeys(words_of(Relation), _TEXT)
        return {"type": "object", "properties": pairs, "additionalProperties": False, "minProperties": 1, "maxProperties": 1}
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    return _named(hint, definitions) if get_origin(hint) is None else _made_of(hint, definitions)


def _made_of(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401
    kind, inner = get_origin(hint), get_args(hint)
    if kind is tuple:
        return {"type": "array", "items": _value(inner[0], definitions)}
    if kind is Mapping:
        return {"type": "object", "additionalProperties": _value(inner[1], definitions)}
    if kind is Literal:
        return {"enum": list(inner)}
    ways = [_value(one, definitions) for one in inner if one is not types.NoneType]
    return ways[0] if len(ways) == 1 else {"anyOf": ways}
