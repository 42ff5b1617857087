"""``completion``: what a shell offers, asked of a real bash with the real script, and of the command line the way zsh and fish ask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Call

SRC = Path(__file__).parents[2] / "src"
Offered = Callable[..., list[str]]

BASH = shutil.which("bash") or ""

pytestmark = pytest.mark.skipif(not BASH, reason="there is no bash")


@pytest.fixture
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which ``claimtrack`` is this one, which PROGRAM names too."""
    programs = tmp_path_factory.mktemp("programs")
    program = programs / "claimtrack"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -B -m claimtrack "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {**os.environ, "PROGRAM": str(program), "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(SRC)}


@pytest.fixture
def offered(surroundings: dict[str, str]) -> Offered:
    """Have bash complete the last of some words behind ``claimtrack`` in the current folder; nothing may be said beside that."""
    lines = subprocess.run(
        [surroundings["PROGRAM"], "completion", "bash"], capture_output=True, encoding="utf-8", env=surroundings, check=True
    )
    script = (
        f'{lines.stdout}\ncompopt() {{ echo "left to bash: $2"; }}\n'
        'COMP_WORDS=(claimtrack "$@"); COMP_CWORD=$#; _claimtrack_completion claimtrack\n'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )

    def offered(*words: str) -> list[str]:
        done = subprocess.run(
            [BASH, "--norc", "-c", script, "bash", *words], capture_output=True, encoding="utf-8", env=surroundings, check=True
        )
        assert done.stderr == ""
        return [line for line in done.stdout.splitlines() if line]

    return offered


def test_bash_completes_ids_and_words_of_the_desk(desk: Path, offered: Offered) -> None:
    (desk / "claims" / "town" / "Not an id; $(touch x) `touch x` *.yaml").write_text("status: draft", encoding="utf-8")
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    before = sorted(path for path in desk.rglob("*"))
    assert offered("comp") == ["compliance", "completion"]
    assert offered("completion", "") == ["bash", "fish", "zsh"]
    assert offered("show", "") == ["broken", "example", "other"]
    assert offered("list", "--status", "a") == ["approved"]
    assert offered("list", "--source", "b") == ["bridge-count"]
    assert offered("list", "--topic", "") == ["budget", "traffic"]
    assert offered("list", "--in", "") == ["town"]
    assert offered("list", "--rating", "no") == ["none"]
    assert offered("next", "--by", "") == ["ines", "omar", "robot"]
    assert offered("explain", "CT22")[:3] == ["CT221", "CT222", "CT223"]
    assert offered("explain", "two-") == ["two-origins"]
    assert offered("rename", "example/c") == ["example/count-2025", "example/count-2026"]
    assert offered("set", "d") == ["desk"]
    assert offered("set", "example", "verdict.s") == ["verdict.scale", "verdict.summary"]
    assert offered("set", "example", "evidence.survey.q") == ["evidence.survey.quantity", "evidence.survey.quote"]
    assert offered("check", "--out") == ["--output-format"]
    assert offered("check", "cl") == ["left to bash: default"]
    assert offered("show", "--desk", "cl") == ["left to bash: dirnames"]
    assert sorted(path for path in desk.rglob("*")) == before


def test_outside_a_desk_and_behind_nonsense_nothing_is_offered_and_nothing_said(
    tmp_path: Path, offered: Offered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("show", "") == []
    assert offered("list", "--status", "") == []
    assert offered("nonsense", "") == []


def test_a_desk_that_cannot_be_read_offers_what_needs_no_reading(desk: Path, offered: Offered) -> None:
    (desk / "claims" / "desk.yaml").write_text("people: [", encoding="utf-8")
    assert offered("next", "--by", "") == []
    assert offered("show", "o") == ["other"]


def test_a_desk_elsewhere_is_the_one_that_the_command_names(
    invented_desk: Path, tmp_path: Path, offered: Offered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("show", "--desk", str(invented_desk), "tide") == ["tide-table-hour"]
    assert offered("list", str(invented_desk), "--topic", "g") == ["gaeste", "gezeiten"]


@pytest.mark.parametrize(("shell", "mark"), [("zsh", "compdef _claimtrack_completion claimtrack"), ("fish", "complete --no-files")])
def test_the_other_shells_get_lines_of_their_own(call: Call, shell: str, mark: str) -> None:
    ended = call("completion", shell)
    assert (ended.code, ended.err) == (0, "")
    assert mark in ended.out
    assert "_CLAIMTRACK_COMPLETE" in ended.out


@pytest.mark.parametrize(
    "asked",
    [
        {"_CLAIMTRACK_COMPLETE": "zsh_complete", "COMP_WORDS": "claimtrack show o", "COMP_CWORD": "2"},
        {"_CLAIMTRACK_COMPLETE": "fish_complete", "COMP_WORDS": "claimtrack show o", "COMP_CWORD": "o"},
    ],
)
def test_the_other_shells_are_answered_as_they_ask(desk: Path, surroundings: dict[str, str], asked: dict[str, str]) -> None:
    program, env = surroundings["PROGRAM"], {**surroundings, **asked}
    done = subprocess.run([program], capture_output=True, encoding="utf-8", env=env, cwd=desk, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.split(r"[,\n]", done.stdout)[:2] == ["plain", "other"]  # how the two are kept apart is between click and the shell


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_understand_their_lines(call: Call, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    done = subprocess.run([shell, "-n"], input=call("completion", shell).out, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
