"""The drivers under real git: set up by ``claimtrack init --git``, asked by merge, rebase and cherry-pick, and taken away again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run, ScriptedGit

    NewRepository = Callable[..., ScriptedGit]

CLAIM = """\
status: draft
authors: [ada]
statement: The pool was closed on 91 days.
topics: [pool]
evidence:
  - id: gauge
    source: tide-table
    stance: refutes
history:
  - {to: draft, on: 2026-02-23, by: ada}
"""
FILE = "claims/-pool ü/-one claim.yaml"
ATTRIBUTES = """\
# claimtrack: how git merges and shows records, where `claimtrack init --git` has set that up
/claims/**/*.yaml diff=claimtrack merge=claimtrack
"""


class Desk:
    """A desk in a repository with the drivers set up, and two branches to work on."""

    def __init__(self, git: ScriptedGit, run: Run) -> None:
        self.git = git
        self.run = run

    @property
    def file(self) -> Path:
        return self.git.folder / FILE

    def write(self, text: str, message: str) -> None:
        self.file.write_bytes(text.encode())
        self.git.commit(message)

    def branches(self, base: str, ours: str, theirs: str) -> None:
        """Commit a text, and what becomes of it on main and on the branch ``side``."""
        self.write(base, "Base")
        self.git("checkout", "-q", "-b", "side")
        self.write(theirs, "Theirs")
        self.git("checkout", "-q", "main")
        self.write(ours, "Ours")

    def asks(self, *arguments: str) -> tuple[int, str]:
        """Ask git for something that may end in conflicts."""
        done = subprocess.run(
            ["git", "-C", self.git.folder, *arguments],  # noqa: S607  (which git there is, the user decides)
            env={**os.environ, **self.git.settings}, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def desk(tmp_path: Path, new_repository: NewRepository, run_claimtrack: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("PYTHONPATH", str(repository / "src"))  # which the command that git runs finds claimtrack by
    git = new_repository(tmp_path / "Über uns, 100 %")
    git.settings |= {f"GIT_{who}_{what}": "x@x.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    (git.folder / "claims").mkdir()
    (git.folder / "claims" / "desk.yaml").write_text("format: 1\npublisher: {name: X}\nlanguages: [en]\npeople: {}\n", "utf-8")
    (git.folder / FILE).parent.mkdir()
    git.commit("Begin")
    assert run_claimtrack("init", "--git", cwd=git.folder).returncode == 0
    return Desk(git, run_claimtrack)


OURS = CLAIM.replace("[ada]", "[ada, ben]").replace("refutes\n", "refutes\n  - id: photo\n    source: x\n    stance: context\n")
THEIRS = CLAIM.replace("91 days.", "91 days in 2025.").replace("refutes\n", "refutes\n  - id: diary\n    source: y\n    stance: unclear\n")
BOTH = OURS.replace("91 days.", "91 days in 2025.").replace("context\n", "context\n  - id: diary\n    source: y\n    stance: unclear\n")


def test_two_branches_are_merged(desk: Desk) -> None:
    desk.branches(CLAIM, OURS, THEIRS)
    code, said = desk.asks("merge", "-q", "side", "-m", "Merge")
    assert (code, desk.file.read_text("utf-8")) == (0, BOTH), said
    assert desk.git("status", "--porcelain") == ""


@pytest.mark.parametrize("how", [("rebase", "-q", "main"), ("cherry-pick", "main")])
def test_a_rebase_and_a_cherry_pick_too(desk: Desk, how: tuple[str, ...]) -> None:
    desk.branches(CLAIM, THEIRS, OURS)
    desk.git("checkout", "-q", "side")
    code, said = desk.asks(*how)
    evidence = desk.file.read_text("utf-8")
    assert code == 0, said
    assert all(one in evidence for one in ("[ada, ben]", "91 days in 2025", "id: photo", "id: diary", "id: gauge")), evidence


def test_a_conflict_is_marked_around_the_field_and_said(desk: Desk) -> None:
    desk.branches(CLAIM, OURS.replace("status: draft", "status: approved"), THEIRS.replace("status: draft", "status: in-review"))
    code, said = desk.asks("merge", "side")
    assert code == 1
    assert f"claimtrack: {FILE}: to be decided: status\n" in said
    text = desk.file.read_text("utf-8")
    mine, theirs = text.partition("<<<<<<< ")[2].partition("\n")[0], text.partition(">>>>>>> ")[2].partition("\n")[0]
    assert {mine, theirs} in ({"ours", "theirs"}, {"HEAD", "side"})  # git tells the names from version 2.44 on
    marks = f"<<<<<<< {mine}\nstatus: approved\n=======\nstatus: in-review\n>>>>>>> {theirs}\n"
    assert text == BOTH.replace("status: draft\n", marks)
    assert desk.git("status", "--porcelain", "-z").startswith("UU ")


def test_the_style_of_conflicts_is_the_user_s(desk: Desk) -> None:
    desk.git("config", "merge.conflictStyle", "diff3")
    desk.branches("status: draft\n", "status: approved\n", "status: in-review\n")
    assert desk.asks("merge", "side")[0] == 1
    lines = desk.file.read_text("utf-8").splitlines()
    assert lines[1:3] + lines[3:6] == ["status: approved", lines[2], "status: draft", "=======", "status: in-review"]
    assert lines[2].startswith("|||||||")


def test_what_is_not_understood_is_said(desk: Desk) -> None:
    base = "".join(f"{name}: 1\n" for name in "abcdefgh") + "z: !x 1\n"
    desk.branches(base, base.replace("a: 1", "a: 2"), base.replace("h: 1", "h: 2"))
    code, said = desk.asks("merge", "side", "-m", "Merge")
    assert (code, desk.file.read_text("utf-8")) == (0, base.replace("a: 1", "a: 2").replace("h: 1", "h: 2"))
    assert f"claimtrack: {FILE}: merged by git as a text, because it has tags\n" in said


def test_a_base_that_is_itself_a_merge_with_conflicts_is_left_to_git(desk: Desk) -> None:
    desk.branches("status: draft\n", "status: approved\n", "status: in-review\n")
    for here, there, status in (("main", "side", "needs-work"), ("side", "main~0^", "declined")):  # each merges what the other was
        desk.git("checkout", "-q", here)
        assert desk.asks("merge", there)[0] == 1
        desk.file.write_text(f"status: {status}\n", "utf-8")
        desk.git.commit("Merge")
    code, said = desk.asks("merge", "main")
    assert code == 1, said
    text = desk.file.read_text("utf-8")
    assert text.count("<<<<<<< ") == 1
    assert {"status: needs-work", "status: declined"} < set(text.splitlines())


def test_another_working_tree_of_the_same_repository_merges_too(desk: Desk, tmp_path: Path) -> None:
    desk.branches(CLAIM, OURS, THEIRS)
    desk.git("worktree", "add", "-q", str(tmp_path / "another tree"), "-b", "third", "main")
    another = Desk(type(desk.git)(tmp_path / "another tree", desk.git.settings), desk.run)
    assert another.run("init", "--git", cwd=another.git.folder).stdout == "git is set up already; nothing was changed\n"
    assert another.asks("merge", "-q", "side", "-m", "Merge")[0] == 0
    assert another.file.read_text("utf-8") == BOTH


@pytest.mark.parametrize("fault", ["no such Python", "no claimtrack", "a fault of claimtrack"])
def test_where_claimtrack_cannot_be_run_git_merges_and_nothing_is_lost(desk: Desk, fault: str, tmp_path: Path) -> None:
    desk.branches(CLAIM, CLAIM.replace("draft\nauth", "approved\nauth"), CLAIM.replace("draft\nauth", "in-review\nauth"))
    driver = desk.git("config", "merge.claimtrack.driver")
    if fault == "no such Python":
        desk.git("config", "merge.claimtrack.driver", driver.replace(sys.executable, "/no/python"))
    else:
        desk.git.settings["PYTHONPATH"] = str(tmp_path)
        if fault == "no claimtrack":
            (tmp_path / "claimtrack").mkdir()
            (tmp_path / "claimtrack" / "__init__.py").touch()
        else:
            (tmp_path / "claimtrack.py").write_text("raise SystemExit(70)\n", "utf-8")
    assert desk.asks("merge", "side")[0] == 1
    marks = "<<<<<<< ours\nstatus: approved\n=======\nstatus: in-review\n>>>>>>> theirs\n"
    assert desk.file.read_text("utf-8") == CLAIM.replace("status: draft\n", marks)


def test_a_module_in_the_repository_is_not_run(desk: Desk) -> None:
    for name in ("claimtrack", "click", "attrs", "yaml"):
        (desk.git.folder / f"{name}.py").write_text("raise SystemExit('I ran')\n", "utf-8")
    desk.branches(CLAIM, OURS, THEIRS)
    code, said = desk.asks("merge", "side", "-m", "Merge")
    assert (code, "I ran" in said, desk.file.read_text("utf-8")) == (0, False, BOTH)


def test_hunks_are_headed_by_the_field_or_entry_that_they_are_in(desk: Desk) -> None:
    desk.write(CLAIM.replace("stance: refutes", "quote: a\n    quantity: b\n    added: c\n    level: d\n    stance: refutes"), "Base")
    desk.file.write_text(desk.file.read_text("utf-8").replace("stance: refutes", "stance: context"), "utf-8")
    heads = [line.partition(" @@ ")[2] for line in desk.git("diff").splitlines() if line.startswith("@@")]
    assert heads == ["  - id: gauge"]


def test_setting_up_and_taking_away_is_told_and_done_once(desk: Desk) -> None:
    git, folder = desk.git, desk.git.folder
    attributes = folder / ".gitattributes"
    there = attributes.read_text("utf-8")
    assert there.endswith(ATTRIBUTES)
    again = desk.run("init", "--git", cwd=folder)
    assert (again.returncode, again.stdout) == (0, "git is set up already; nothing was changed\n")
    attributes.write_text(there + "*.txt text\n", "utf-8")
    undone = desk.run("init", "--git", "--undo", cwd=folder)
    assert (undone.returncode, undone.stderr) == (0, "")
    assert undone.stdout == (
        "removed merge.claimtrack.name from the settings of this clone\n"
        "removed merge.claimtrack.driver from the settings of this clone\n"
        "removed diff.claimtrack.xfuncname from the settings of this clone\n"
        "removed 1 line from .gitattributes\n"
    )
    assert attributes.read_text("utf-8") == there.removesuffix(ATTRIBUTES) + "*.txt text\n"
    assert "claimtrack" not in git("config", "--local", "--list")
    assert desk.run("init", "--git", "--undo", cwd=folder).stdout == "git was not set up here; nothing was changed\n"


def test_a_desk_at_the_top_of_its_folder_has_its_own_patterns(tmp_path: Path, new_repository: NewRepository, run_claimtrack: Run) -> None:
    git = new_repository(tmp_path / "desk")
    (git.folder / "desk.yaml").write_text("format: 1\npublisher: {name: X}\nlanguages: [en]\npeople: {}\n", "utf-8")
    assert run_claimtrack("init", "--git", cwd=git.folder).returncode == 0
    attributes = (git.folder / ".gitattributes").read_text("utf-8").splitlines()
    assert [line for line in attributes if "merge=" in line] == [
        "/*.yaml diff=claimtrack merge=claimtrack", "/*/*.yaml diff=claimtrack merge=claimtrack",
    ]  # fmt: skip


def test_without_a_repository_nothing_is_begun(tmp_path: Path, run_claimtrack: Run) -> None:
    folder = tmp_path / "desk"
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path)}
    done = run_claimtrack("init", "--git", folder, cwd=tmp_path, env=env)
    assert (done.returncode, done.stdout, folder.exists()) == (2, "", False)
    assert "lies in no git repository" in done.stderr
    done = run_claimtrack("init", "--undo", folder, cwd=tmp_path, env=env)
    assert done.stderr == "claimtrack: --undo takes away what --git has set up; say `claimtrack init --git --undo`\n"
    done = run_claimtrack("init", "--git", "--undo", folder, cwd=tmp_path, env=env)
    assert done.returncode == 2
