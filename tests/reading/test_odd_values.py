"""What other readers of YAML take for numbers, dates or yes: in every field of every record it stays the text that it is, or is refused."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.findings import Severity
from claimtrack.reading.documents import read_document
from claimtrack.reading.misfits import in_words
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source

DESK = Path(__file__).parents[1] / "fuzz" / "desk" / "claims"
"""A small desk in which every field has a value."""
FILES = sorted(path.relative_to(DESK).as_posix() for path in DESK.rglob("*.yaml"))
ODD = [
    "2024-02-30", "2026-02-09T25:00:00Z", "9" * 5_000, "1e999999", ".nan", "-.inf", "0o7", "0x1F", "1:30", "1_000", "١٢", "½", "+5", "True",
    "y", "off", "~x", "2026-02-09 10:00:00", "0000-00-00", "-", "=",
]  # fmt: skip


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401  (plain values)
    """Yield the path of every text in plain values."""
    if isinstance(value, dict | list):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(one, (*path, step))
    elif path:
        yield path


def put(values: dict[str, Any], path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    changed: Any = copy.deepcopy(values)
    *steps, last = path
    inner = changed
    for step in steps:
        inner = inner[step]
    inner[last] = text
    return dict(changed)


def scalars_of(value: object) -> Iterator[object]:
    """Yield every scalar in a record."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from scalars_of(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from scalars_of(one)
    elif attrs.has(value.__class__):
        for one in attrs.fields(value.__class__):
            yield from scalars_of(getattr(value, one.name))
    else:
        yield value


@pytest.mark.parametrize("file", FILES)
def test_an_odd_value_stays_a_text_or_is_refused_in_words(file: str) -> None:
    document, _ = read_document(file, (DESK / file).read_bytes())
    assert document is not None
    records: list[tuple[type[Any], dict[str, Any], tuple[str, ...]]] = [(Claim, document.values, ())]
    if file == "sources.yaml":
        records = [(Source, values, (source,)) for source, values in document.values.items()]
    elif file == "desk.yaml" or file.endswith("article.yaml"):
        records = [(Desk if file == "desk.yaml" else Article, document.values, ())]
    for record, values, within in records:
        for path in places(values):
            for text in ODD:
                made, misfits = structure(put(values, path, text), record, within)
                findings = in_words(document, misfits)
                if made is None:
                    assert findings
                    assert {one.severity for one in findings} == {Severity.ERROR}
                else:
                    scalars = list(scalars_of(made))
                    assert text in scalars, (path, text)
                    assert not any(isinstance(one, float) for one in scalars)
                    assert all(one.is_finite() for one in scalars if isinstance(one, Decimal))
