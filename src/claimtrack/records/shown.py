"""What a notebook shows of a record: the fields that say something, those that hold many folded away.

Notebooks are passed on with what they show. Therefore notes that never leave the desk, and what names a protected source that is written
out in the record, are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from claimtrack.notebooks import Html, below, card, facts, folded, words
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.source import Source
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text

_NOT_SHOWN = frozenset({"internal", "extra", "assigned"})
_OF_PROTECTED = frozenset({"protected", "level", "seen", "anonymous"})


class ShownInNotebooks:
    """A record that notebooks show as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the record as HTML without scripts, colours and links; everything in it is escaped."""
        name = getattr(self, "id", "")
        return card(f"{type(self).__name__} {name}".rstrip(), _facts(self))


def _facts(record: Any) -> Html:  # noqa: ANN401  (any class of records; so below)
    protected = isinstance(record, Source) and record.protected is not None
    shown = [one for one in written_fields(type(record)) if one.name not in _NOT_SHOWN and (not protected or one.name in _OF_PROTECTED)]
    values = [(key_of(one), getattr(record, one.name), one.default) for one in shown]
    return facts((key, _value(value)) for key, value, default in values if value != default and not _is_empty(value))


def _is_empty(value: Any) -> bool:  # noqa: ANN401
    if value is None or value in ((), {}):
        return True
    return _has_fields(value) and all(_is_empty(getattr(value, one.name)) for one in attrs.fields(type(value)))


def _has_fields(value: Any) -> bool:  # noqa: ANN401
    """Say whether a value is a record within a record, and not one that is written in one text such as a date."""
    return attrs.has(type(value)) and not isinstance(value, Text | OwnVoice) and not hasattr(type(value), "parse")


def _value(value: Any) -> Html:  # noqa: ANN401
    if isinstance(value, Text):
        return below(words(text, language) for language, text in value.by_language.items())
    if isinstance(value, tuple):
        shown = below(_value(one) for one in value)
        return folded(str(len(value)), shown) if any(_has_fields(one) for one in value) else shown
    if isinstance(value, Mapping):
        return facts((str(name), _value(one)) for name, one in value.items())
    if isinstance(value, bool):
        return words("yes" if value else "no")
    if isinstance(value, OwnVoice):
        return words("article")
    return _facts(value) if _has_fields(value) else words(str(value))
