"""A project with other files is what loading the whole desk with them would give, whatever was done to them."""

from __future__ import annotations

import shutil
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.checking import check
from claimtrack.loading import load, load_again

EXAMPLES = Path(__file__).parents[1] / "examples"
DESKS = ("harbour-desk", "school-desk")


def files_of(root: Path) -> list[str]:
    return sorted(one.relative_to(root).as_posix() for one in root.glob("claims/**/*.yaml"))


def same(root: Path, files: dict[str, bytes | None]) -> None:
    project, _ = load(root)
    again, _ = load_again(project, files)
    whole, _ = load(root, unsaved=files)
    for field in attrs.fields(type(project)):
        if field.eq:
            assert getattr(again, field.name) == getattr(whole, field.name), field.name
    assert [*again.claims] == [*whole.claims]
    assert [*again.sources] == [*whole.sources]
    assert check(again) == check(whole)


@pytest.fixture(scope="module", params=DESKS)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "desk"
    shutil.copytree(EXAMPLES / request.param, folder, ignore=shutil.ignore_patterns("site"))
    return folder


def test_with_nothing_different_it_is_the_same(desk: Path) -> None:
    same(desk, {})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_some_files_changed_broken_gone_or_new(desk: Path, data: st.DataObject) -> None:
    there = files_of(desk)
    chosen = data.draw(st.lists(st.sampled_from(there), max_size=4, unique=True))
    files: dict[str, bytes | None] = {}
    for file in chosen:
        text = (desk / file).read_bytes()
        what = data.draw(st.sampled_from(("gone", "cut", "broken", "comment", "of another")))
        if what == "gone":
            files[file] = None
        elif what == "cut":
            files[file] = b"".join(text.splitlines(keepends=True)[: data.draw(st.integers(1, 12))])
        elif what == "broken":
            files[file] = text + b"statment: x\n]\n"
        elif what == "comment":
            files[file] = text + b"# one more comment\n"
        else:
            files[file] = (desk / data.draw(st.sampled_from(there))).read_bytes()
    if data.draw(st.booleans()):
        folder = data.draw(st.sampled_from(there)).rpartition("/")[0]
        files[f"{folder}/one-more.yaml"] = b"status: draft\nauthors: [ines]\nstatement: One more.\n"
    same(desk, files)


def test_what_could_not_be_read_is_read_again(desk: Path) -> None:
    broken = next(one for one in files_of(desk) if not one.endswith("desk.yaml"))
    whole = (desk / broken).read_bytes()
    project, _ = load(desk, unsaved={broken: whole + b"one-more: {level: nowhere}\n"})
    again, findings = load_again(project, {broken: whole})
    assert not findings
    assert again.files == load(desk)[0].files
