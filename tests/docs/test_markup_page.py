"""The table of what machines are told: nothing is left out, every finding that it names is there, and so is every test."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimtrack.rules.registry import KINDS

IDS = [*(f"CR{number:02}" for number in range(1, 36)), *(f"MR{number:02}" for number in range(1, 6))]


@pytest.fixture(scope="module")
def rows(repository: Path) -> Mapping[str, str]:
    """How each id is kept."""
    page = (repository / "docs" / "explanation" / "markup.md").read_text("utf-8")
    return {found[1]: found[2] for found in re.finditer(r"^\| ([CM]R\d\d) \| [^|]+ \| ([^|]+) \|$", page, re.MULTILINE)}


def test_every_id_has_a_row_in_order(rows: Mapping[str, str]) -> None:
    assert list(rows) == IDS


def test_every_row_names_a_finding_a_test_or_why_it_cannot_be_otherwise(rows: Mapping[str, str]) -> None:
    kept = re.compile(r"CT\d{3}|`tests/\S+`|by construction: \w")
    assert [one for one, how in rows.items() if not kept.search(how)] == []


def test_every_finding_and_every_test_in_it_is_there(rows: Mapping[str, str], repository: Path) -> None:
    codes = {kind.code for kind in KINDS}
    assert {code for how in rows.values() for code in re.findall(r"CT\d{3}", how)} <= codes
    named = {path for how in rows.values() for path in re.findall(r"`(tests/[^`]+)`", how)}
    assert named
    assert [path for path in sorted(named) if not (repository / path).is_file()] == []


def test_every_id_has_a_test_with_its_name(repository: Path) -> None:
    tests = [repository / "tests" / room / "test_markup_ids.py" for room in ("exchange", "rules")]
    named = re.findall(r"^def test_(\w+)", "\n".join(test.read_text("utf-8") for test in tests), re.MULTILINE)
    assert {one.upper() for name in named for one in re.findall(r"[cm]r\d\d", name)} == set(IDS)


def test_every_finding_of_google_and_bing_stands_on_the_page(repository: Path) -> None:
    page = (repository / "docs" / "explanation" / "markup.md").read_text("utf-8")
    assert [kind.code for kind in KINDS if kind.standard in {"google", "bing"} and kind.code not in page] == []
