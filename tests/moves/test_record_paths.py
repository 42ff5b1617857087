"""Paths and values as people type them, for everything that stands in the invented desks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimtrack.changes import Bare, Value
from claimtrack.loading import load
from claimtrack.moves.finding_records import Home, find_record, read_home
from claimtrack.moves.record_paths import find_spot
from claimtrack.moves.typed_values import as_written, takes_text
from claimtrack.project import Project

DESKS = ("examples/harbour-desk", "examples/school-desk", "tests/rules/base")


def homes(project: Project) -> Iterator[Home]:
    yield find_record(project, "desk")
    for kind, ids in (("claim", project.claims), ("article", project.articles), ("source", project.sources)):
        yield from (find_record(project, one, kind) for one in ids)


def below(values: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:  # noqa: ANN401  (plain values)
    """Yield everything in plain values with the path to it."""
    if path:
        yield path, values
    steps = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for step, one in steps:
        yield from below(one, (*path, step))


def plain(value: Value) -> Any:  # noqa: ANN401  (plain values)
    """Return what a reader would find where a value was written."""
    if isinstance(value, Bare):
        return value.text
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("desk", DESKS)
def test_whatever_stands_in_a_record_has_a_path_and_a_way_to_be_written(desk: str, repository: Path) -> None:
    project, _ = load(repository / desk)
    texts, others = 0, 0
    for home in homes(project):
        values = read_home(project, home).values
        for step in home.within:
            values = values[str(step)]
        for path, value in below(values):
            spot = find_spot(home.record, values, ".".join(map(str, path)), project.desk.languages)
            assert (spot.path, spot.found, spot.is_there, spot.layers) == (path, value, True, ()), (home, path)
            assert plain(as_written(spot.hint, value)) == value, (home, path)
            if isinstance(value, str) and takes_text(spot.hint):
                texts += 1
            else:
                others += 1
    assert texts > 50
    assert others > 10


def test_entries_have_the_same_place_by_number_and_by_id(repository: Path) -> None:
    project, _ = load(repository / "tests" / "rules" / "base")
    home = find_record(project, "example")
    values, languages = read_home(project, home).values, project.desk.languages
    by_id = find_spot(home.record, values, "evidence.count-2025.quantity.value", languages)
    assert by_id.path == find_spot(home.record, values, "evidence.1.quantity.value", languages).path == ("evidence", 1, "quantity", "value")
    assert find_spot(home.record, values, "topics.traffic", languages).path == ("topics", 0)
    assert find_spot(home.record, values, "history.0.on", languages).path == ("history", 0, "on")
