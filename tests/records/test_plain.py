"""Records as plain values: the same record comes of them again, and what goes without saying is not said."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claimtrack.loading import load
from claimtrack.reading.structuring import structure
from claimtrack.records.claim import Appearance, Claim, Relation, Verdict
from claimtrack.records.desk import Desk, Limits, Months, Publisher
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.plain import plain_values
from claimtrack.records.quantity import Quantity, Share, Tolerance
from claimtrack.records.source import Archive, Source
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text


def as_texts(value: Any) -> Any:  # noqa: ANN401  (plain values of any kind)
    """Return plain values the way that the YAML door gives them: every scalar a text."""
    if isinstance(value, dict):
        return {name: as_texts(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_texts(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else value


def all_records(repository: Path) -> Iterator[tuple[type[Any], Any]]:
    for folder in ("claims", "examples/harbour-desk", "examples/school-desk"):
        project, _ = load(repository / folder)
        for one in (project.desk, *project.articles.values(), *project.sources.values(), *project.claims.values()):
            yield type(one), one


def test_every_record_of_the_desks_here_comes_back_through_json(repository: Path) -> None:
    seen = 0
    for kind, record in all_records(repository):
        given = {name: getattr(record, name) for name in ("id", "folder") if hasattr(record, name)}
        read = json.loads(json.dumps(plain_values(record), allow_nan=False))
        assert structure(as_texts(read), kind, given=given) == (record, ())
        seen += 1
    assert seen > 100


@pytest.mark.parametrize(
    ("record", "plain"),
    [
        (Claim(id="a", folder="b", status="draft"), {"status": "draft"}),
        (
            Claim(status="draft", accuses=True, claimant=OwnVoice(), relations=(Relation(kind="embeds", target="x"),)),
            {"status": "draft", "claimant": "article", "accuses": True, "relations": [{"embeds": "x"}]},
        ),
        (
            Claim(status="draft", statement=Text({"de": "a", "en": "b"}), verdict=Verdict(rating="refuted", summary=Text.plain("c"))),
            {"status": "draft", "statement": {"de": "a", "en": "b"}, "verdict": {"rating": "refuted", "summary": "c"}},
        ),
        (Claim(status="draft", extra={"a": ["b", None, {"c": "d"}]}), {"status": "draft", "extra": {"a": ["b", None, {"c": "d"}]}}),
        (Quote(exact="a", at=Stretch(3, 5)), {"exact": "a", "at": "3-5"}),
        (
            Quantity(value=Decimal("1E+3"), unit="euro", tolerance=Tolerance(share=Share(Decimal("2.50")))),
            {"value": "1000", "unit": "euro", "tolerance": "2.50 %"},
        ),
        (Source(link=False, anonymous=True, cites=("a",)), {"cites": ["a"], "link": False, "anonymous": True}),
        (
            Archive(provider="own", captured_at=datetime.datetime(2026, 2, 9, 10, tzinfo=datetime.UTC)),
            {"provider": "own", "captured_at": "2026-02-09T10:00:00Z"},
        ),
        (
            Desk(format=1, publisher=Publisher(name=Text.plain("x")), languages=("en",), limits=Limits(quote=9, review_after=Months(1))),
            {"format": 1, "publisher": {"name": "x"}, "languages": ["en"], "limits": {"quote": 9, "review_after": "1 month"}},
        ),
    ],
)  # fmt: skip
def test_what_a_record_says(record: Any, plain: dict[str, Any]) -> None:  # noqa: ANN401  (any class of records)
    assert plain_values(record) == plain
    assert list(plain_values(record)) == list(plain)


def test_a_media_time() -> None:

    assert plain_values(Appearance(at=MediaStretch("0:00:01"))) == {"at": "0:00:01"}
