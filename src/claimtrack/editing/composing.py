"""Composing: a new file of records, laid out as a careful person would have written it, and read again before anybody gets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.changes import Bare, Empty, Value
from claimtrack.editing.layout import is_list, is_mapping, lines_of_fields
from claimtrack.editing.spelling import Unwritable, letters
from claimtrack.errors import RefusedError
from claimtrack.findings import Severity
from claimtrack.reading.documents import read_document
from claimtrack.reading.yaml_door import events, second_reading, what_was_read


def compose_record(values: Mapping[str, Value], *, comment: str = "") -> bytes:
    r"""Return a new file that holds some values.

    What comes out is read again by both YAML readers and has to be these values: numbers, days, yes and no as the letters that they are
    written with, all texts as texts.

    Arguments:
        values: the fields, in the order in which they are to stand.
        comment: what is to stand above them, one comment for each of its lines.

    Raises:
        RefusedError: a value is one that no record may hold, such as a text with characters that turn it round.

    >>> import datetime
    >>> print(compose_record({
    ...     "status": "draft",
    ...     "statement": {"en": "In 2025 the pool was closed on more than 200 days: nobody swam."},
    ...     "history": [{"to": "draft", "on": datetime.date(2026, 2, 9), "by": "ada"}],
    ... }).decode(), end="")
    status: draft
    statement:
      en: "In 2025 the pool was closed on more than 200 days: nobody swam."
    history:
      - {to: draft, on: 2026-02-09, by: ada}
    """
    try:
        lines = [*(f"# {line}".rstrip() for line in comment.splitlines()), *lines_of_fields(values, 0)]
        data = ("\n".join(lines) + "\n").encode("utf-8")
        expected = _as_read(values)
    except Unwritable as error:
        raise RefusedError(f"this cannot be written into a record: {error.reason}") from error
    _verify(data, expected)
    return data


def _verify(data: bytes, expected: Mapping[str, Any]) -> None:
    document, findings = read_document("record.yaml", data)
    wrong = [one for one in findings if one.severity is Severity.ERROR]
    if wrong:
        raise RefusedError(f"this cannot be written into a record: {wrong[0].message}")
    if document is None or document.values != expected or list(document.values) != list(expected):
        raise AssertionError("a composed file reads as something else than what it was composed of")
    if second_reading(data.decode("utf-8")) != what_was_read(events(data)):
        raise AssertionError("two readers of YAML read a composed file as two different things")


def _as_read(value: Value) -> Any:  # noqa: ANN401  (a record can hold anything)
    """Return a value as it is read from a file: the letters of each scalar."""
    if is_mapping(value):
        return {name: _as_read(one) for name, one in value.items()}
    if is_list(value):
        return [_as_read(one) for one in value]
    if isinstance(value, Empty):
        return None
    if isinstance(value, Bare | str):
        return value.text if isinstance(value, Bare) else value
    return letters(value)  # type: ignore[arg-type]  # what is neither is a scalar, which the type guards cannot say
