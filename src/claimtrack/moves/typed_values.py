"""Values that people type on a command line: what a field takes decides whether they are a text or YAML, and how they are written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import attrs

from claimtrack.changes import Bare, Value
from claimtrack.dates import PartialDate
from claimtrack.errors import RefusedError
from claimtrack.moves.record_paths import SHORT_FOR, members
from claimtrack.reading.documents import read_document
from claimtrack.reading.scalars import SCALARS
from claimtrack.records.claim import Relation
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.passage import Stretch
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text

_BARE = frozenset({bool, int, Decimal, datetime.date, datetime.datetime, PartialDate, Stretch})
"""What people write without quotation marks although YAML, or an older YAML, may take it for something else than a text."""
_PLAIN = re.compile(r"-?\d{1,40}(\.\d{1,40})?|\d{4}-\d\d-\d\d|yes|no|true|false", re.ASCII)
"""What is written bare where nobody says what it is, as below ``extra``."""


def takes_text(hint: Any) -> bool:  # noqa: ANN401  (a type, whatever it is; so for all below)
    """Say whether what is typed for a field of a type is taken as it is; for a list or a record it is YAML, since these are no texts."""
    kinds = members(hint)
    if OwnVoice in kinds:  # `article` is a word for a record, and a name alone is not how a claimant is written
        return False
    return any(one in SCALARS or one in {Text, Any} or one in SHORT_FOR or get_origin(one) is Literal for one in kinds)


def read_yaml(typed: str) -> Any:  # noqa: ANN401  (texts, lists and dicts of these)
    """Return what is typed as YAML as plain values, read as strictly as a record is.

    Raises:
        RefusedError: it is no YAML, or a record may not have such a thing.
    """
    indented = "\n".join(f"  {line}" for line in typed.split("\n"))
    document, findings = read_document("VALUE", f"value:\n{indented}\n".encode())
    if document is None or findings or set(document.values) != {"value"}:
        hint = f"; {findings[0].hint}" if findings and findings[0].hint else ""
        raise RefusedError(f"VALUE is read as YAML here: {findings[0].message if findings else 'it is no single value'}{hint}")
    value = document.values["value"]
    if value is None:
        raise RefusedError("VALUE is empty; --remove takes a field out")
    return value


def as_written(hint: Any, plain: Any) -> Value:  # noqa: ANN401
    """Return a plain value the way that a careful person writes it: dates, numbers and positions bare, and texts as texts.

    >>> as_written(datetime.date, "2026-02-09"), as_written(str, "2026-02-09")
    (Bare(text='2026-02-09'), '2026-02-09')
    """
    if isinstance(plain, dict):
        return {name: as_written(_below(hint, name), one) for name, one in plain.items()}
    if isinstance(plain, list):
        item = next((get_args(one)[0] for one in members(hint) if get_origin(one) is tuple), Any)
        return [as_written(item, one) for one in plain]
    if plain is None:
        return Bare("")
    is_bare = any(one in _BARE for one in members(hint)) and (":" not in plain or datetime.datetime in members(hint))
    if is_bare or (Any in members(hint) and _PLAIN.fullmatch(plain)):
        return Bare(plain)
    return str(plain)


def _below(hint: Any, name: str) -> Any:  # noqa: ANN401
    """Return the type of a field of a record, or of what stands below a name."""
    for one in members(hint):
        if get_origin(one) is Mapping:
            return get_args(one)[1]
        if one is Any:
            return Any
        if one is Text or one is Relation:
            return str
        if isinstance(one, type) and attrs.has(one) and one not in SCALARS:
            for attribute in written_fields(attrs.resolve_types(one)):
                if key_of(attribute) == name:
                    return attribute.type
    return str
