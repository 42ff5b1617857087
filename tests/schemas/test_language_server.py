"""What people see in their editor: the real yaml-language-server over the records of a desk, with the schemas of that desk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.schemas.conftest import LanguageServer, Start

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"


@pytest.mark.parametrize("desk", ["claims", "examples/harbour-desk", "examples/school-desk"])
def test_no_record_of_a_sound_desk_is_found_fault_with(desk: str, start: Start, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("desk")
    inside = folder / "claims" if desk == "claims" else folder
    shutil.copytree(ROOT / desk, inside, dirs_exist_ok=True)
    server = start(folder)

    records = sorted(folder.rglob("claims/**/*.yaml"))
    assert len(records) > 2
    assert {record.relative_to(folder).as_posix(): found for record in records if (found := server.errors(record))} == {}


@pytest.fixture(scope="module")
def editor(start: Start, tmp_path_factory: pytest.TempPathFactory) -> tuple[LanguageServer, Path]:
    """The server over the base desk of the rules, and its one complete claim."""
    folder = tmp_path_factory.mktemp("base")
    shutil.copytree(BASE, folder / "claims", ignore=shutil.ignore_patterns("snapshots"))
    return start(folder), folder / "claims" / "town" / "example.yaml"


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("aspect: fact", "aspekt: fact", "Property aspekt is not allowed."),
        ("aspect: fact", "aspect: facts", 'Value is not accepted. Valid values: "fact", "said"'),
        ("    stance: supports\n", "", 'Missing property "stance".'),
        ("topics: [traffic]", "topics: traffic", "Incorrect type. Expected one of array, null."),
        ("topics: [traffic]", "topics: [trafic]", 'Value is not accepted. Valid values: "traffic", "budget".'),
        ("authors: [ines]", "authors: [inez]", 'Value is not accepted. Valid values: "ines", "omar", "robot".'),
        ("status: in-review", "status: in-reveiw", 'Value is not accepted. Valid values: "draft", "researching"'),
        ("  rating: supported", "  rating: suported", 'Value is not accepted. Valid values: "supported", "mostly-supported"'),
        ("published: 2026-02-13", "published: soon", "String does not match the pattern"),
        ("computed: {ratio: [count-2026, count-2025], result: 2}", "computed: [2]", 'Incorrect type. Expected "Computed'),
    ],
)
def test_it_finds_what_a_check_finds(editor: tuple[LanguageServer, Path], before: str, after: str, found: str) -> None:
    server, record = editor
    text = record.read_text("utf-8") + "published: 2026-02-13\n"
    assert before in text
    line = text[: text.index(before)].count("\n") + 1

    errors = server.errors(record.with_name(f"broken-at-{line}-{len(after)}.yaml"), text.replace(before, after, 1))
    assert [message for _, message in errors if message.startswith(found)] != [], errors
    assert len(errors) == 1
    assert abs(errors[0][0] - line) <= 3, errors  # a missing field is shown at its record


def test_it_says_what_a_field_and_its_words_mean(editor: tuple[LanguageServer, Path]) -> None:
    server, record = editor
    text = record.read_text("utf-8")
    assert server.errors(record) == []
    line = text[: text.index("    stance: supports")].count("\n") + 1

    said = server.hover(record, line, 7)
    assert "What it does to the claim." in said
    assert "it speaks for it" in said


def test_it_offers_the_fields_and_the_words_of_the_desk(editor: tuple[LanguageServer, Path]) -> None:
    server, record = editor
    draft, longer = record.with_name("draft.yaml"), record.with_name("longer.yaml")
    text = "status: \nauthors: [ines]\ntopics:\n  - \nevidence:\n  - id: one\n    source: \n    stance: \n"
    server.errors(draft, text)

    assert set(server.completions(draft, 1, 9)) >= {"draft", "in-review", "approved"}
    assert set(server.completions(draft, 4, 5)) >= {"traffic", "budget"}
    assert set(server.completions(draft, 7, 13)) >= {"bridge-count", "haulier-survey"}
    assert set(server.completions(draft, 8, 13)) >= {"supports", "refutes", "context", "unclear", "term"}
    server.errors(longer, text + "\n")
    assert set(server.completions(longer, 9, 1)) >= {"statement", "headline", "verdict", "quantity"}
