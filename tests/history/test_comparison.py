"""A desk beside what it was at a revision: real repositories, whatever state they are in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.errors import NoHistoryError
from claimtrack.history.changing import changed_files
from claimtrack.history.comparison import Comparison, compare
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.conftest import ScriptedGit

    NewRepository = Callable[..., ScriptedGit]

PARTIAL = "; this clone is partial and nothing is fetched here, `git fetch --refetch --no-filter` gets the rest"
DESK = "format: 1\npublisher: {name: A desk (invented)}\nlanguages: [en]\npeople: {ines: {shown: Ines, may: [write]}}\n"


def claim(statement: str, **more: str) -> str:
    return f"status: draft\nauthors: [ines]\nstatement: {statement}\n" + "".join(f"{name}: {value}\n" for name, value in more.items())


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk of three drafts that lies in no repository yet."""
    files = {f"claims/town/claim-{one}.yaml": claim(f"Statement {one} of the town.") for one in "abc"}
    put(tmp_path / "desk", {"claims/desk.yaml": DESK, **files})
    return tmp_path / "desk"


def compared(folder: Path, revision: str = "HEAD") -> Comparison:
    project, _ = load(folder)
    return compare(project, revision)


def ids(comparison: Comparison) -> list[tuple[str | None, str | None]]:
    """Return the ids of what changed."""
    return [(one.id if one else None, other.id if other else None) for one, other in comparison.changed]


def test_what_is_the_same_is_not_read_again(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    git.commit()
    put(desk, {"claims/town/claim-a.yaml": claim("Statement a, otherwise."), "claims/town/new.yaml": claim("New.")})
    (desk / "claims/town/claim-c.yaml").unlink()
    comparison = compared(desk)
    assert ids(comparison) == [("claim-a", "claim-a"), (None, "new"), ("claim-c", None)]
    assert comparison.before.claims["claim-b"] is comparison.after.claims["claim-b"]
    assert (comparison.commits, comparison.unread) == ((), ())


def test_how_it_is_called(desk: Path, new_repository: NewRepository) -> None:
    commit = new_repository(desk).commit()
    assert [compared(desk, one).called for one in ("main", commit, commit[:10])] == [f"main ({commit[:8]})", commit[:8], commit[:8]]


def test_a_desk_below_the_top_among_other_things(desk: Path, tmp_path: Path, new_repository: NewRepository) -> None:
    git = new_repository(tmp_path / "whole")
    shutil.copytree(desk, git.folder / "Über uns" / "-the desk")
    put(git.folder, {"claims/town/claim-z.yaml": claim("Of no desk of ours."), "Über uns/claims/town/claim-y.yaml": claim("Nor this.")})
    git.commit()
    folder = git.folder / "Über uns" / "-the desk"
    put(folder, {"claims/town/claim-b.yaml": claim("Otherwise.")})
    git("mv", "Über uns/-the desk/claims/town/claim-a.yaml", "Über uns/-the desk/claims/town/claim-x.yaml")
    git.commit()
    assert ids(compared(folder, "HEAD~1")) == [("claim-b", "claim-b"), ("claim-a", "claim-x")]
    assert ids(compared(folder)) == []


def test_a_desk_at_the_root_of_its_project(desk: Path, tmp_path: Path, new_repository: NewRepository) -> None:
    git = new_repository(tmp_path / "flat")
    shutil.copytree(desk / "claims", git.folder, dirs_exist_ok=True)
    put(git.folder, {"templates/x/y.yaml": "a: b", "site/town/z.yaml": "a: b", "README.md": "x"})
    git.commit()
    put(git.folder, {"town/claim-b.yaml": claim("Otherwise.")})
    assert ids(compared(git.folder)) == [("claim-b", "claim-b")]


def test_names_that_are_no_records(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    odd = {f"claims/town/{name}": claim("Odd.") for name in (".hidden.yaml", "two\nlines.yaml", "-rf.yaml", "a b.yaml", "ü.yaml")}
    put(desk, odd | {"claims/.cache/x.yaml": "a: b", "claims/town/deep/x.yaml": "a: b", "claims/loose.yaml": "a: b"})
    (desk / "claims" / "town" / "link.yaml").symlink_to("claim-a.yaml")
    git.commit()
    comparison = compared(desk)
    assert ids(comparison) == []
    assert sorted(comparison.before.claims) == ["-rf", "a b", "claim-a", "claim-b", "claim-c", "ü"]


def test_a_record_that_was_a_link(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    (desk / "claims/town/claim-b.yaml").unlink()
    (desk / "claims/town/claim-b.yaml").symlink_to("claim-a.yaml")
    git.commit()
    (desk / "claims/town/claim-b.yaml").unlink()
    put(desk, {"claims/town/claim-b.yaml": claim("A file.")})
    assert ids(compared(desk)) == [(None, "claim-b")]


def test_records_that_nobody_could_read(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    put(desk, {"claims/town/claim-a.yaml": "status: [", "claims/town/claim-b.yaml": claim("x" * 1_100_000)})
    git.commit()
    put(desk, {"claims/town/claim-a.yaml": claim("Read."), "claims/town/claim-b.yaml": claim("Read too.")})
    comparison = compared(desk)
    assert ids(comparison) == [(None, "claim-a"), (None, "claim-b")]
    assert [comparison.before.exists("claim", one) for one in ("claim-a", "claim-b", "claim-z")] == [True, True, False]
    assert sorted({one.file for one in comparison.unread}) == ["claims/town/claim-a.yaml", "claims/town/claim-b.yaml"]


def test_a_desk_record_that_nobody_could_read(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    put(desk, {"claims/desk.yaml": "format: ["})
    git.commit()
    put(desk, {"claims/desk.yaml": DESK})
    assert not compared(desk).before.desk_is_sound


def test_another_hash(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk, "--object-format=sha256")
    git.commit()
    put(desk, {"claims/town/claim-a.yaml": claim("Otherwise.")})
    comparison = compared(desk)
    assert ids(comparison) == [("claim-a", "claim-a")]
    assert comparison.before.claims["claim-b"] is comparison.after.claims["claim-b"]
    project, _ = load(desk)
    assert changed_files(project, "HEAD", project.digests.keys()) == {"claims/town/claim-a.yaml"}


def test_a_checkout_with_the_line_ends_of_windows(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    git("config", "core.autocrlf", "true")
    put(desk, {"claims/town/claim-b.yaml": claim("One with\n  a line break.")})
    git.commit()
    for file in sorted((desk / "claims").rglob("*.yaml")):
        file.unlink()
    git("checkout", "-q", ".")
    assert b"\r\n" in (desk / "claims/town/claim-a.yaml").read_bytes()
    put(desk, {"claims/town/claim-c.yaml": claim("Otherwise.").replace("\n", "\r\n")})
    assert ids(compared(desk)) == [("claim-c", "claim-c")]
    project, _ = load(desk)
    assert changed_files(project, "HEAD", project.digests.keys()) == {"claims/town/claim-c.yaml"}


def test_from_within_a_hook(desk: Path, tmp_path: Path, new_repository: NewRepository, repository: Path) -> None:
    """A hook is run with the variables of the git that runs it; a desk below the top, and a worktree, must not be led astray by them."""
    git = new_repository(tmp_path / "whole")
    shutil.copytree(desk, git.folder / "desk")
    git.commit()
    hook = git.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\n"{sys.executable}" -m claimtrack check desk --against HEAD --changed --now 2026-03-01\n', encoding="utf-8")
    hook.chmod(0o755)
    put(git.folder / "desk", {"claims/town/claim-a.yaml": claim("Otherwise.", published="2026-02-20")})
    git("worktree", "add", "-q", str(tmp_path / "beside"))
    put(tmp_path / "beside" / "desk", {"claims/town/claim-a.yaml": claim("Otherwise.", published="2026-02-20")})
    for folder in (git.folder, tmp_path / "beside"):
        identity = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@x.example"}
        done = subprocess.run(
            ["git", "commit", "-q", "-a", "-m", "x"],  # noqa: S607  (which git there is, the user decides)
            cwd=folder, env={**os.environ, "PYTHONPATH": str(repository / "src"), **identity},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 1
        assert "desk/claims/town/claim-a.yaml:4:12: CT601" in done.stdout + done.stderr


def test_a_clone_that_is_cut_off(desk: Path, tmp_path: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    git.commit()
    git("config", "uploadpack.allowFilter", "true")
    put(desk, {"claims/town/claim-a.yaml": claim("Otherwise.")})
    git.commit()
    for name, options, message in (
        (
            "shallow",
            ["--depth=1"],
            "there is no commit 'HEAD~1' in this repository; this clone is shallow, `git fetch --unshallow` gets the rest",
        ),
        (
            "partial",
            ["--filter=blob:none"],
            f"git does not have all the files that it should{PARTIAL}",
        ),
    ):
        git("clone", "-q", *options, desk.as_uri(), str(tmp_path / name))
        objects = sorted((tmp_path / name / ".git" / "objects").rglob("*"))
        with pytest.raises(NoHistoryError) as raised:
            compared(tmp_path / name, "HEAD~1")
        assert str(raised.value) == message
        assert ids(compared(tmp_path / name)) == []
        assert sorted((tmp_path / name / ".git" / "objects").rglob("*")) == objects


@pytest.mark.parametrize("committed", [True, False], ids=["committed", "not-committed"])
def test_what_was_renamed(committed: bool, desk: Path, new_repository: NewRepository) -> None:  # noqa: FBT001  (a parameter of the test)
    git = new_repository(desk)
    put(desk, {"claims/town/claim-d.yaml": claim("Statement d.", quote="Four words are quoted", topics="[x]")})
    git.commit()
    town = desk / "claims" / "town"
    (town / "claim-a.yaml").rename(town / "alpha.yaml")
    (town / "claim-b.yaml").unlink()
    put(town, {"other.yaml": claim("Something else, said by nobody yet.", headline="And an answer", aspect="fact", happened="2026")})
    put(town, {"delta.yaml": claim("Statement d, in other words.", quote="Four words are quoted", topics="[x]", former_ids="[claim-c]")})
    (town / "claim-d.yaml").unlink()
    put(desk, {"claims/village/claim-c.yaml": (town / "claim-c.yaml").read_text("utf-8")})
    (town / "claim-c.yaml").unlink()
    if committed:
        git.commit()
    comparison = compared(desk, "HEAD~1" if committed else "HEAD")
    assert sorted(comparison.former_ids.items()) == [("alpha", "claim-a"), ("delta", "claim-d")]
    assert sorted(map(str, ids(comparison))) == sorted(
        map(str, [("claim-a", "alpha"), ("claim-d", "delta"), (None, "other"), ("claim-b", None), ("claim-c", "claim-c")])
    )


def test_what_a_claim_says_of_its_former_ids_comes_first(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    git.commit()
    (desk / "claims/town/claim-a.yaml").unlink()
    put(desk, {"claims/town/new.yaml": claim("Quite another sentence.", former_ids="[claim-a]")})
    assert compared(desk).former_ids == {"new": "claim-a"}


def test_what_was_renamed_twice_and_edited_in_between(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    git.commit()
    git("mv", "claims/town/claim-a.yaml", "claims/town/second.yaml")
    git.commit()
    put(desk, {"claims/town/second.yaml": claim("Statement a of the town.", aspect="fact")})
    git.commit()
    git("mv", "claims/town/second.yaml", "claims/town/third.yaml")
    git.commit()
    comparison = compared(desk, "HEAD~3")
    assert comparison.former_ids == {"third": "claim-a"}
    assert [
        (edit.before.id if edit.before else None, edit.after.id if edit.after else None) for edit in comparison.edits(["third"])["third"]
    ] == [
        ("claim-a", "second"),
        ("second", "second"),
        ("second", "third"),
    ]


def test_many_claims_that_say_the_same_are_paired_in_time(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    put(desk, {f"claims/town/old-{one}.yaml": claim("Always the same.") for one in range(300)})
    git.commit()
    for one in range(300):
        (desk / f"claims/town/old-{one}.yaml").rename(desk / f"claims/town/new-{one}.yaml")
    comparison = compared(desk)
    assert len(comparison.former_ids) == len(set(comparison.former_ids.values())) <= 300


def test_no_repository_no_commit(desk: Path, new_repository: NewRepository) -> None:
    del new_repository
    with pytest.raises(NoHistoryError, match="lies in no git repository"):
        compared(desk)


def test_no_commit_yet(desk: Path, new_repository: NewRepository) -> None:
    new_repository(desk)
    with pytest.raises(NoHistoryError, match="no commit yet"):
        compared(desk)


def test_a_detached_head_and_a_submodule(desk: Path, tmp_path: Path, new_repository: NewRepository) -> None:
    inner = new_repository(desk)
    inner.commit()
    put(desk, {"claims/town/claim-a.yaml": claim("Otherwise.")})
    inner.commit()
    inner("checkout", "-q", "--detach")
    assert ids(compared(desk, "main~1")) == [("claim-a", "claim-a")]
    above = new_repository(tmp_path / "above")
    above("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(desk), "desk")
    above.commit()
    assert ids(compared(tmp_path / "above" / "desk", "HEAD~1")) == [("claim-a", "claim-a")]


def test_a_merge_in_between(desk: Path, new_repository: NewRepository) -> None:
    git = new_repository(desk)
    git.commit()
    git("checkout", "-q", "-b", "work")
    put(desk, {"claims/town/claim-a.yaml": claim("Otherwise.")})
    git.commit("On work")
    git("checkout", "-q", "main")
    put(desk, {"claims/town/claim-b.yaml": claim("Otherwise as well.")})
    git.commit("On main")
    git("checkout", "-q", "work")
    git.settings = {f"GIT_{who}_{what}": "x@x.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    git("merge", "-q", "-m", "Merge", "main")
    comparison = compared(desk, "main")
    assert ids(comparison) == [("claim-a", "claim-a")]
    edits = comparison.edits(["claim-a", "claim-b"])
    assert [edit.commit.subject for edit in edits["claim-a"]] == ["On work"]
    assert [edit.commit.subject for edit in edits["claim-b"]] == ["Merge"]
