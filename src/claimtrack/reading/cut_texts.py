"""Texts and numbers that a comma inside `{ }` has cut in two: what stands behind it was read as the name of a field with no value."""

from __future__ import annotations

import re
from typing import Any

from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.reading.documents import Document
from claimtrack.reading.kinds import SWALLOWED_TEXT
from claimtrack.reading.lines import excerpt

_WHOLE = re.compile(r"-?\d{1,40}", re.ASCII)
_GROUP = 3
"""So many digits behind a comma can be decimals, or the end of a number with separators."""


def was_cut_off(document: Document, path: RecordPath) -> bool:
    """Tell whether a name that is no field is the rest of a value: between curly brackets, behind another field, and with no colon."""
    return bool(path) and isinstance(path[-1], str) and document.is_bare_name(path)


def is_further_piece(document: Document, path: RecordPath) -> bool:
    """Tell whether what stands at a path was cut off from a piece that was cut off itself: one text with several commas."""
    if not was_cut_off(document, path):
        return False
    before = _before(document, path)
    return before is not None and was_cut_off(document, before)


def cut_off(document: Document, path: RecordPath) -> Finding:
    """Return the finding for what was cut off."""
    rest = str(path[-1])
    before = _before(document, path)
    value = _value(document, before) if before is not None else None
    if isinstance(value, str) and _WHOLE.fullmatch(value) and _WHOLE.fullmatch(rest) and not rest.startswith("-"):
        message = say("a comma inside `{{ }}` has cut the number before this in two: {rest} was read as a field", rest=excerpt(rest))
        hint = _as_number(value, rest)
    else:
        message = say("the text before this was cut at a comma: {rest} was read as a field", rest=excerpt(rest))
        hint = say("take the text out of the braces and write it on lines of its own, or put it in quotes")
    return finding(SWALLOWED_TEXT, document.file, document.span(path, key=True), message, hint)


def _as_number(whole: str, rest: str) -> Phrase:
    if len(rest) == _GROUP and whole.lstrip("-") != "0":
        return say("write {digits}, or {decimals} where decimals are meant", digits=whole + rest, decimals=f"{whole}.{rest}0")
    return say("write {number} with a decimal point", number=f"{whole}.{rest}")


def _before(document: Document, path: RecordPath) -> RecordPath | None:
    """Return the path of the field in front of one."""
    names = list(_value(document, path[:-1]))
    place = names.index(path[-1])
    return (*path[:-1], names[place - 1]) if place else None


def _value(document: Document, path: RecordPath) -> Any:  # noqa: ANN401  (what stands in a file can be anything)
    value: Any = document.values
    for step in path:
        value = value[step]
    return value
