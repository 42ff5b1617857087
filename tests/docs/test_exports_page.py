"""The page about exports names every field that really goes out, and no other."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.exchange.registry import FORMATS
from claimtrack.loading import load
from claimtrack.moves.exporting import outgoing


@pytest.fixture(scope="module")
def written(repository: Path) -> Mapping[str, str]:
    """What the desk that has every field exports, by format."""
    project = attrs.evolve(load(repository / "examples" / "harbour-desk")[0], today=datetime.date(2026, 11, 24))
    return {
        form.name: "".join(one for one in form.export(outgoing(project, everything=not form.only_public)) if isinstance(one, str))
        for form in FORMATS.values()
    }


@pytest.fixture(scope="module")
def sections(repository: Path) -> Mapping[str, str]:
    """What the page says of each format."""
    page = (repository / "docs" / "reference" / "exports.md").read_text("utf-8")
    return {part.partition("\n")[0]: part for part in re.split(r"^## ", page, flags=re.MULTILINE)[1:]}


def names_in(section: str) -> set[str]:
    """Return the names of fields in the first column of the tables, without what stands before a dot."""
    cells = re.findall(r"^\| (`[^|]+`) \|", section, flags=re.MULTILINE)
    return {name.rpartition(".")[2] or name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def keys(value: object, *, below: bool = True) -> Iterator[str]:
    """Yield the names of the fields in JSON."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from keys(one) if below else ()
    elif isinstance(value, list):
        for one in value:
            yield from keys(one, below=below)


def test_every_format_has_its_section(sections: Mapping[str, str]) -> None:
    assert list(sections) == list(FORMATS)


@pytest.mark.parametrize("name", ["claimreview", "datafeed", "factcheck-tools", "averitec"])
def test_every_field_on_top_is_told(name: str, written: Mapping[str, str], sections: Mapping[str, str]) -> None:
    data: Any = json.loads(written[name])
    told = names_in(sections[name])
    assert (
        set(keys(data, below=False)) - told - {"@context", "@type", "dataFeedElement", "claimReviewMarkups", "reviewRating", "itemReviewed"}
        == set()
    )


def test_every_field_that_is_told_goes_out(written: Mapping[str, str], sections: Mapping[str, str]) -> None:
    for name in ("claimreview", "datafeed", "factcheck-tools", "averitec"):
        assert names_in(sections[name]) - set(keys(json.loads(written[name]))) == set(), name


def test_every_field_of_jsonl_and_bibtex_is_told(written: Mapping[str, str], sections: Mapping[str, str]) -> None:
    lines = {name for line in written["jsonl"].splitlines() for name in json.loads(line)}
    assert lines == names_in(sections["jsonl"])
    fields = set(re.findall(r"^  (\w+) = ", written["bibtex"], flags=re.MULTILINE))
    assert fields == names_in(sections["bibtex"])


def test_every_column_is_told(written: Mapping[str, str], sections: Mapping[str, str]) -> None:
    assert written["csv"].partition("\r\n")[0].split(",") == re.findall(r"^\| `(\w+)` \|", sections["csv"], flags=re.MULTILINE)
