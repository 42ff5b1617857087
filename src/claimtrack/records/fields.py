"""How a field of a record is described: what it means, its unit, and where its name comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs


def doc(meaning: str, *, name_from: str = "", unit: str = "", key: str = "", given: bool = False) -> Mapping[str, Any]:
    """Return the metadata of a field; the reference pages and the reader of YAML are made from it.

    Arguments:
        meaning: what the field says, in one or two sentences.
        name_from: the public standard that has the same name for the same thing.
        unit: the unit of a number or of a position.
        key: the key in YAML, where Python could not have the same name (``class``, ``for``).
        given: true where the value comes from the file's place (its id) and may not be written in the record.
    """
    return {"doc": meaning, "name_from": name_from, "unit": unit, "key": key, "given": given}


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Return the key that a field has in YAML."""
    return attribute.metadata.get("key") or attribute.name


def written_fields(record: type) -> Iterator[attrs.Attribute[Any]]:
    """Yield the fields of a record class that people write, in their order in the class."""
    for attribute in attrs.fields(record):
        if not attribute.metadata.get("given"):
            yield attribute
