"""What stops a build, what does not, and that the old site stays."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import build, load
from claimtrack.moves.building import Built

DAY = datetime.date(2026, 11, 24)
PUBLISHED = "claims/ratssitzung-februar/lastenrad-unfaelle.yaml"


@pytest.fixture
def desk(invented_desk: Path, tmp_path: Path) -> Path:
    """A copy of the invented desk."""
    shutil.copytree(invented_desk, tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def made(desk: Path, tmp_path: Path) -> Callable[..., Built]:
    """Build the copy and return what came of it."""

    def made(*, preview: bool = False) -> Built:
        return build(desk, tmp_path / "site", today=DAY, preview=preview)

    return made


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def unpublished(desk: Path) -> Path:
    return next(path for path in sorted(desk.rglob("*.yaml")) if path.read_text(encoding="utf-8").startswith("status: draft"))


def test_a_sound_desk_is_built(made: Callable[..., Built], tmp_path: Path) -> None:
    public, preview = made(), made(preview=True)
    assert public.blocking == preview.blocking == ()
    assert 0 < public.shown < preview.shown == len(public.project.claims)
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    ("file", "change", "code"),
    [
        ("claims/desk.yaml", ("format: 1", "format: one"), "CT045"),
        (PUBLISHED, ("aspect: fact", "aspect: facts"), "CT043"),
        (PUBLISHED, ("rating: ", "rating: so-"), "CT302"),
        ("claims/ratssitzung-februar/article.yaml", ("language: de", "language: deutsch"), "CT046"),
    ],
)
def test_an_error_in_what_readers_see_stops_a_public_build(
    desk: Path, made: Callable[..., Built], tmp_path: Path, file: str, change: tuple[str, str], code: str
) -> None:
    made()
    before = tree(tmp_path / "site")
    spoil(desk / file, *change)
    stopped = made()
    assert code in {one.code for one in stopped.blocking}
    assert stopped.pages == 0
    assert tree(tmp_path / "site") == before
    only_the_desk_record_stops_a_preview = file == "claims/desk.yaml"
    assert bool(made(preview=True).blocking) is only_the_desk_record_stops_a_preview


def test_a_source_stops_a_build_where_something_public_cites_it(desk: Path, made: Callable[..., Built]) -> None:
    cited = desk / "claims" / "sources.yaml"
    text = cited.read_text(encoding="utf-8")
    cited.write_text(text + "\nnobody-cites-this:\n  url: ftp://x.example/\n  title: t\n", encoding="utf-8")
    assert made().blocking == ()
    used = next(iter(made().project.sources))
    first = next(line for line in text.splitlines() if line.endswith(":") and not line.startswith((" ", "#")))
    assert used
    citing = text.replace(f"{first}\n", f"{first}\n  cites: [somebody-cites-this]\n", 1)
    cited.write_text(f"{citing}\nsomebody-cites-this:\n  url: ftp://x.example/\n  title: t\n", encoding="utf-8")
    assert "CT201" in {one.code for one in made().blocking}
    cited.write_text(text.replace(first, f"{first}\n  nonsense: here", 1), encoding="utf-8")
    assert {one.code for one in made().blocking} >= {"CT040"}


def test_a_record_that_cannot_be_read_may_have_been_a_published_one(desk: Path, made: Callable[..., Built]) -> None:
    draft = unpublished(desk)
    spoil(draft, "status: draft", "status: [draft")
    assert {one.file for one in made().blocking} == {draft.relative_to(desk).as_posix()}
    assert made(preview=True).blocking == ()


def test_an_error_in_an_unpublished_claim_stops_nothing(desk: Path, made: Callable[..., Built]) -> None:
    draft = unpublished(desk)
    spoil(draft, "status: draft", "status: dreaft")
    built = made()
    assert built.blocking == ()
    assert draft.relative_to(desk).as_posix() in {one.file for one in built.findings}


def test_a_broken_sources_file_stops_what_rests_on_it(desk: Path, made: Callable[..., Built]) -> None:
    (desk / "claims" / "sources.yaml").write_text("a: [", encoding="utf-8")
    assert made().blocking


def test_a_desk_at_the_root_of_its_project_is_built_into_its_site_folder(repository: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(repository / "tests" / "rules" / "base", desk)
    for _ in range(2):
        assert build(desk, desk / "site", today=datetime.date(2026, 3, 2), preview=True).blocking == ()
    assert (desk / "site" / "index.html").is_file()
    project, findings = load(desk)
    assert (sorted(project.claims), findings) == (["example", "other"], ())
