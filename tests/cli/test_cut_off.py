"""A write that was cut off between its files: whoever only reads is told, and the next command that writes puts it in order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import texts

import claimtrack

if TYPE_CHECKING:
    from tests.cli.conftest import Call

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a second process that is ended from within")

NOW = ("--now", "2026-02-14")
TOLD = (
    "a command that wrote here was cut off, so that some files may be new and others old; "
    "`claimtrack check --fix` puts that in order, and so does any command that writes\n"
)
CLEAN = "2 claims, 0 errors, 0 warnings, 0 notes\n"
RENAMED_AND_ENDED_AFTER_ONE_FILE = """
import os, sys
import claimtrack.editing.replacing as replacing
from claimtrack.cli.program import run

put, done = replacing.put_new, []

def put_one(root, one):
    if done:
        os._exit(9)
    done.append(put(root, one))

replacing.put_new = put_one
run(["rename", "town", "city", "--now", "2026-02-14"])
"""


def cut_off(desk: Path) -> None:
    """Have a command ended that renames an article, as soon as the first of its files is in its place."""
    environment = {**os.environ, "PYTHONPATH": str(Path(claimtrack.__file__).parents[1])}
    ended = subprocess.run([sys.executable, "-c", RENAMED_AND_ENDED_AFTER_ONE_FILE], cwd=desk, env=environment, check=False)
    assert ended.returncode == 9


def test_a_check_says_so_until_it_is_put_in_order(desk: Path, call: Call) -> None:
    before = texts(desk)
    cut_off(desk)
    checked = call("check", *NOW)
    assert checked.err.endswith(TOLD + checked.err.splitlines(keepends=True)[-1])
    tried = call("rename", "town", "village", "--dry-run", *NOW)
    assert tried.err.startswith(TOLD)
    mended = call("check", "--fix", *NOW)
    finished, counted = mended.err.splitlines(keepends=True)
    assert (mended.code, mended.out) == (0, "")
    assert finished.startswith("A write that was cut off has been finished: claims/city/article.yaml, ")
    assert counted == "2 claims, 0 errors, 0 warnings, 0 notes, nothing fixed\n"
    assert set(texts(desk)) == {file.replace("town", "city") for file in before}
    assert call("check", *NOW).err == CLEAN


@pytest.mark.parametrize("where", ["top", "below", "another working tree"])
def test_it_is_found_where_git_keeps_it(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def git(*arguments: str) -> None:
        identified = ["git", "-c", "user.name=A", "-c", "user.email=a@desk.example", *arguments]
        subprocess.run(identified, check=True, capture_output=True)

    at = desk / "inside"  # what lies above the folder of a test is not the test's to use
    at.mkdir()
    for folder in ("claims", "snapshots"):
        (desk / folder).rename(at / folder)
    monkeypatch.chdir(at)
    if where == "below":
        git("init", "-q", str(desk))
    else:
        git("init", "-q")
    if where == "another working tree":
        git("add", "claims", "snapshots")
        git("commit", "-q", "-m", "The desk")
        git("worktree", "add", "-q", "../other")
        at = desk / "other"
        monkeypatch.chdir(at)
    assert TOLD not in call("check", *NOW).err
    cut_off(at)
    assert not (at / ".claimtrack").exists()
    assert TOLD in call("check", *NOW).err
