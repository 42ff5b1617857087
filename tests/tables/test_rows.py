"""Records as flat rows: plain values in every cell, every column in every row, and nothing that names a protected source."""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.errors import UsageError
from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.records.article import Article, ForAllClaims
from claimtrack.records.claim import Appearance, Claim
from claimtrack.records.desk import Desk, Publisher
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text
from claimtrack.tables.rows import COLUMNS, Table

TABLES: tuple[Table, ...] = get_args(Table)
DESK = Desk(format=1, publisher=Publisher(name=Text.plain("Desk")), languages=("de", "en"))


@pytest.fixture(scope="module")
def harbour(invented_desk: Path) -> Project:
    return load(invented_desk)[0]


def project(**parts: Any) -> Project:  # noqa: ANN401  (any of its attributes)
    """Return a project that was not read from any file."""
    made: Project = attrs.evolve(Project(root=Path("nowhere"), desk_file="desk.yaml", desk=DESK), **parts)
    return made


def test_a_claim_is_a_row(harbour: Project) -> None:
    (row,) = (one for one in harbour.to_records(language="en") if one["id"] == "faehre-puenktlich")
    assert row == {
        "id": "faehre-puenktlich",
        "folder": "ratssitzung-februar",
        "status": "approved",
        "statement": "More than 95 per cent of the ferries to Quallenoog were on time in 2025.",
        "claimant": "Quallenoog-Linie",
        "made_on": "2026-02-09",
        "first_seen": "https://bote.example/2026/02/ratssitzung",
        "article_title": "Plus 100 %: Lastenräder sind in Nordhafen zur Gefahr geworden",
        "topics": "verkehr hafen",
        "aspect": "fact",
        "kind": "quantity",
        "value": Decimal(95),
        "up_to": None,
        "unit": "percent",
        "rating": "refuted",
        "rating_label": "Refuted",
        "rating_number": 1,
        "scale": "six-step@1",
        "headline": "85 ferries in 100 arrived on schedule; the line counts half an hour late as on time",
        "summary": "According to the Harbour Office's arrivals book 408 of 480 ferries arrived on schedule in 2025, which is 85 per cent. "
        "Only those who call 30 minutes late punctual get above 95 per cent.",
        "evidence": 5,
        "sources": "linie-jahresbericht hafenamt-ankunftsbuch fahrgastverband-stichprobe linie-zaehlweise",
        "origins": 3,
        "published": datetime.date(2026, 2, 28),
        "corrected": datetime.date(2026, 5, 6),
        "withdrawn": None,
        "review_due": None,
    }


def test_a_piece_of_evidence_is_a_row(harbour: Project) -> None:
    (row,) = (one for one in harbour.to_records("evidence") if (one["claim"], one["id"]) == ("gaeste-quallenoog", "uebernachtungsgaeste"))
    assert row == {
        "claim": "gaeste-quallenoog",
        "id": "uebernachtungsgaeste",
        "stance": "term",
        "source": "kurverwaltung-2025",
        "title": "Zahlen zum Gastjahr 2024/25",
        "publisher": "Kurverwaltung Quallenoog",
        "url": "https://quallenoog.example/kurverwaltung/zahlen-2025",
        "level": "primary",
        "seen": "live",
        "origin": "kurverwaltung",
        "quote": "Übernachtungsgäste im Gastjahr (November bis Oktober): 17.300",
        "value": Decimal(17300),
        "up_to": None,
        "unit": "guest",
        "as_of": "2025-10",
        "added": None,
        "protected": False,
    }


def test_a_source_is_a_row(harbour: Project) -> None:
    (row,) = (one for one in harbour.to_records("sources") if one["id"] == "hafenamt-ankunftsbuch")
    assert row == {
        "id": "hafenamt-ankunftsbuch",
        "title": "Ankunftsbuch 2025",
        "publisher": "Hafenamt Nordhafen",
        "author": None,
        "url": None,
        "published": "2026-01-05",
        "accessed": datetime.date(2026, 2, 18),
        "language": "de",
        "kind": "register",
        "level": "primary",
        "seen": "live",
        "origin": "hafenamt",
        "part_of": None,
        "cites": "",
        "archives": 0,
        "claims": 2,
        "anonymous": False,
        "protected": False,
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_every_column_and_nothing_but_plain_values(table: Table, harbour: Project) -> None:
    rows = harbour.to_records(table)
    assert rows
    assert {tuple(row) for row in rows} == {tuple(column.name for column in COLUMNS[table])}
    assert {type(value) for row in rows for value in row.values()} <= {str, int, bool, Decimal, datetime.date, type(None)}
    assert [column.name for column in COLUMNS[table] if not column.about] == []


def test_there_is_a_row_for_every_claim_piece_and_source(harbour: Project) -> None:
    claims = harbour.claims.values()
    assert [row["id"] for row in harbour.to_records()] == list(harbour.claims)
    assert [(row["claim"], row["id"]) for row in harbour.to_records("evidence")] == [(c.id, e.id) for c in claims for e in c.evidence]
    assert len(harbour.to_records("sources")) == len(harbour.sources)


def test_of_what_is_published_there_is_only_that(harbour: Project) -> None:
    public = published(harbour, today=datetime.date(2026, 11, 24))
    assert [row["id"] for row in public.to_records()] == list(public.claims)
    (withdrawn,) = (row for row in public.to_records() if row["withdrawn"])
    assert {name: value for name, value in withdrawn.items() if value not in {None, ""}} == {
        "id": "fischbude",
        "folder": "posts",
        "status": "approved",
        "published": datetime.date(2026, 6, 9),
        "withdrawn": datetime.date(2026, 7, 9),
    }


def test_nothing_names_a_protected_source() -> None:
    secret = Source(id="mole", title="Mole", url="https://mole.example", origin="mole", protected=Text.plain("at risk"))
    inline = attrs.evolve(secret, id="")
    named: tuple[str | Source, ...] = ("mole", inline)
    pieces = tuple(Evidence(id=f"e{number}", source=one, stance="supports", origin="mole") for number, one in enumerate(named))
    found = project(
        claims={"a": Claim(id="a", status="draft", evidence=pieces)},
        sources={"mole": secret, "open": Source(id="open", title="Open", cites=("mole", "gone"))},
    )
    tables = {table: found.to_records(table) for table in TABLES}
    assert "mole" not in str(tables).lower()
    assert [row["protected"] for row in tables["evidence"]] == [True, True]
    assert [(row["id"], row["cites"], row["protected"]) for row in tables["sources"]] == [(None, None, True), ("open", "gone", False)]


def test_an_address_that_runs_something_or_holds_a_secret_is_none() -> None:
    for address in ("javascript:alert(1)", "https://a.example/?token=abc"):
        found = project(
            claims={"a": Claim(id="a", status="draft", appearances=(Appearance(url=address),))}, sources={"s": Source(id="s", url=address)}
        )
        assert found.to_records()[0]["first_seen"] is None
        assert found.to_records("sources")[0]["url"] is None


def test_texts_are_in_the_language_that_was_asked_for_or_in_one_that_there_is() -> None:
    claims = {
        name: Claim(id=name, status="draft", statement=Text(texts))
        for name, texts in {"both": {"": "eins", "en": "one"}, "first": {"": "eins"}, "other": {"nl": "een"}}.items()
    }
    found = project(claims=claims)
    assert [row["statement"] for row in found.to_records()] == ["eins", "eins", "een"]
    assert [row["statement"] for row in found.to_records(language="en")] == ["one", "eins", "een"]
    with pytest.raises(UsageError) as error:
        found.to_records(language="fr")
    assert str(error.value) == "the desk has no texts in 'fr'; its languages are de, en"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("claim", "there is no table 'claim'; did you mean claims?"),
        ("xyz", "there is no table 'xyz'; there are claims, evidence, sources"),
    ],
)
def test_a_table_that_there_is_not_is_refused(name: Any, message: str) -> None:  # noqa: ANN401  (what is no table to a type checker)
    with pytest.raises(UsageError) as error:
        project().to_records(name)
    assert str(error.value) == message


def test_what_an_article_says_for_all_of_its_claims_is_in_their_rows() -> None:
    common = ForAllClaims(made_on=PartialDate(2025, 2, about=True))
    article = Article(id="f", title="T", publisher=Text.plain("P"), url="https://a.example/1", language="de", for_all_claims=common)
    claim = Claim(id="a", folder="f", status="draft", claimant=OwnVoice())
    (row,) = project(claims={"a": claim}, articles={"f": article}).to_records()
    assert [row[name] for name in ("article_title", "first_seen", "made_on", "claimant")] == ["T", "https://a.example/1", "2025-02~", "P"]


LIBRARIES = {"pandas": {}, "polars": {"infer_schema_length": None}}


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> Iterator[tuple[ModuleType, dict[str, Any]]]:
    name: str = request.param
    try:
        yield importlib.import_module(name), LIBRARIES[name]
    except ImportError:
        pytest.skip(f"{name} is not installed, which claimtrack does not need")


@pytest.mark.parametrize("table", TABLES)
def test_a_data_frame_takes_every_table(table: Table, library: tuple[ModuleType, dict[str, Any]], harbour: Project) -> None:
    module, options = library
    rows = harbour.to_records(table)
    frame = module.DataFrame(rows, **options)
    assert frame.shape == (len(rows), len(COLUMNS[table]))
    assert list(frame.columns) == list(rows[0])
    assert [str(one) for one in frame["id"] if isinstance(one, str)] == [row["id"] for row in rows if row["id"]]
