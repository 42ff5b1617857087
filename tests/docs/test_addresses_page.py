"""The page about addresses lists what the program knows, and its examples are the same to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimtrack.variants.documents import document_at
from claimtrack.variants.shorteners import SHORTENERS
from claimtrack.variants.tracking import FAMILIES, TRACKING


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "explanation" / "addresses.md").read_text("utf-8")


def test_the_lists_are_complete(page: str) -> None:
    tracking, shorteners = (block.split() for block in re.findall(r"```text\n(.*?)```", page, re.DOTALL))
    families = re.findall(r"`(\w+_)`", page)

    assert tracking == sorted(TRACKING)
    assert shorteners == sorted(SHORTENERS)
    assert families == sorted(FAMILIES)


def test_the_examples_of_what_makes_no_difference_lead_to_one_document(page: str) -> None:
    rows = re.findall(r"^\| [^|]+ \| (`http[^|]+) \|$", page, re.MULTILINE)
    keys = [{found.key for one in re.findall(r"`([^`]+)`", row) if (found := document_at(one))} for row in rows]

    expected = [{"a.example/x"}] * 10
    expected[3] = {"a.example/who-called-whom"}  # `/amp` is taken away behind the name of an article only
    assert keys == expected
