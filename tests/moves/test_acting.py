"""Who acts: named by the caller, or whom git knows, in real repositories with nothing of this machine's own settings."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import git, load
from claimtrack.errors import RefusedError, UsageError
from claimtrack.moves.acting import acting_person

BASE = Path(__file__).parents[1] / "rules" / "base"
PEOPLE = """\
people:
  ines: {shown: Ines, may: [write], git: [ines@desk.example, Ines Falk]}
  omar: {shown: Omar, may: [write, review, publish], git: [OMAR@desk.example, team@desk.example]}
  lena: {shown: Lena, may: [write], git: [team@desk.example]}
"""

Acting = Callable[..., str]


def in_git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True)  # noqa: S607  (the one on the path)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk in a repository of its own; git knows nobody but whom the repository names."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "desk"
    shutil.copytree(BASE, root / "claims", ignore=shutil.ignore_patterns("snapshots"))
    record = root / "claims" / "desk.yaml"
    text = record.read_text("utf-8")
    people = text[text.index("people:") : text.index("topics:")]
    record.write_text(text.replace(people, PEOPLE), "utf-8")
    in_git(root, "init", "--quiet")
    return root


@pytest.fixture
def acting(desk: Path) -> Acting:
    """Say who acts where git has these settings."""

    def run(named: str | None = None, **settings: str) -> str:
        for name, value in settings.items():
            in_git(desk, "config", f"user.{name}", value)
        return acting_person(load(desk)[0], named, lambda name: git.setting(desk, name))

    return run


@pytest.mark.parametrize(
    ("settings", "person"),
    [
        ({"email": "ines@desk.example"}, "ines"),
        ({"email": "Ines@Desk.Example"}, "ines"),
        ({"email": "omar@desk.example", "name": "Ines Falk"}, "omar"),
        ({"email": "private@home.example", "name": "Ines Falk"}, "ines"),
        ({"name": "ines falk"}, "ines"),
    ],
)
def test_git_knows_who_acts(settings: dict[str, str], person: str, acting: Acting) -> None:
    assert acting(**settings) == person


def test_the_caller_can_say_who_acts(acting: Acting) -> None:
    assert acting("omar", email="ines@desk.example") == "omar"


@pytest.mark.parametrize(
    ("named", "settings", "words"),
    [
        ("omr", {}, "there is no 'omr' among the people of the desk; did you mean omar?"),
        ("x", {}, "there is no 'x' among the people of the desk; the desk has ines, omar, lena"),
        ("", {}, "there is no '' among the people of the desk; the desk has ines, omar, lena"),
        (None, {}, "git does not say who you are; say who acts with --by, or set `git config user.email`"),
        (
            None,
            {"email": "team@desk.example"},
            "git says 'team@desk.example', which stands with several people of the desk: omar, lena; say who acts with --by",
        ),
        (
            None,
            {"email": "guest@desk.example", "name": "A Guest"},
            (
                "git says that you are 'guest@desk.example', which stands with nobody under `people` in claims/desk.yaml; "
                "add it to a person there as `git: […]`, or say who acts with --by"
            ),
        ),
    ],
)
def test_nobody_acts_whom_the_desk_does_not_know(named: str | None, settings: dict[str, str], words: str, acting: Acting) -> None:
    with pytest.raises(UsageError) as refused:
        acting(named, **settings)
    assert str(refused.value) == words


def test_nobody_is_known_where_the_desk_cannot_be_read(desk: Path, acting: Acting) -> None:
    (desk / "claims" / "desk.yaml").write_text("format: one\n", "utf-8")
    with pytest.raises(RefusedError) as refused:
        acting("omar")
    assert str(refused.value) == "claims/desk.yaml has errors of reading, so nobody knows who works here; `claimtrack check` shows them"
