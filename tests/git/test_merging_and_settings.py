"""What git merges as a text, and the settings that a repository has of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack import git
from claimtrack.errors import CannotWriteError

if TYPE_CHECKING:
    from tests.conftest import ScriptedGit

    NewRepository = Callable[..., ScriptedGit]

NAMES = ("-base", "ours", "theirs\nof all")


def test_texts_are_merged_line_by_line(tmp_path: Path) -> None:
    lines = b"1\n2\n3\n4\n5\n"
    merged = git.merged_as_text(tmp_path, (lines, b"0\n" + lines, lines + b"6\n"), NAMES, 7)
    assert merged == git.MergedText(b"0\n" + lines + b"6\n", 0)
    merged = git.merged_as_text(tmp_path, (b"a\n", b"b\n", b"c\n"), ("base", "ours", "theirs"), 9)
    assert merged == git.MergedText(b"<<<<<<<<< ours\nb\n=========\nc\n>>>>>>>>> theirs\n", 1)


def test_what_is_no_text_is_not_merged_and_nor_is_anything_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git.merged_as_text(tmp_path, (b"\0", b"\0a", b"\0b"), NAMES, 7) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git.merged_as_text(tmp_path, (b"a", b"b", b"c"), NAMES, 7) is None


def test_a_setting_is_given_changed_and_taken_away(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "work")
    name, folder = "merge.own.driver", scripted.folder
    assert git.own_setting(folder, name) is None
    assert git.set_own_setting(folder, name, "-x 'a' \"b\"; # c %O")
    assert git.own_setting(folder, name) == scripted("config", "--local", name) == "-x 'a' \"b\"; # c %O"
    assert not git.set_own_setting(folder, name, "-x 'a' \"b\"; # c %O")
    scripted("config", "--local", "--add", name, "twice")
    assert git.set_own_setting(folder, name, "once")
    assert scripted("config", "--local", "--get-all", name) == "once"
    assert git.set_own_setting(folder, name, None)
    assert not git.set_own_setting(folder, name, None)
    assert "own" not in (folder / ".git" / "config").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nobody is kept from writing here")
def test_settings_that_cannot_be_written(tmp_path: Path, new_repository: NewRepository) -> None:
    scripted = new_repository(tmp_path / "work")
    (scripted.folder / ".git").chmod(0o500)
    with pytest.raises(CannotWriteError, match=r"git cannot write the setting merge\.own\.driver"):
        git.set_own_setting(scripted.folder, "merge.own.driver", "x")


def test_outside_a_repository_there_is_nothing_to_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(CannotWriteError):
        git.set_own_setting(tmp_path, "merge.own.driver", "x")
