"""The program that tries the audit: in short lives of desks it finds what was planted, and it would see what is missed or invented."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

DEAF = """
from claimtrack.rules import registry
from claimtrack.rules.rule import HistoryRule
registry.RULES = tuple(one for one in registry.RULES if one.kind.code != "CT701")
"""
DISTRUSTFUL = """
from claimtrack.rules import told
told.corrections_since = lambda comparison, one: []
"""


def audits(folder: Path, *options: str, plant: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program; *plant* runs at its start."""
    (folder / "sitecustomize.py").write_text(plant, "utf-8")
    return subprocess.run(
        [sys.executable, HERE / "audits.py", *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(HERE.parents[1] / "src")])},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_every_planted_break_is_found_and_none_invented(seed: int, tmp_path: Path) -> None:
    done = audits(tmp_path, "--commits=300", "--claims=30", f"--seed={seed}", "--breaks=0.15")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    planted = re.match(r"(\d+) planted, 0 missed, 0 invented\n", done.stdout)
    assert planted is not None, done.stdout
    assert int(planted[1]) > 20


def test_honest_work_alone_is_no_break(tmp_path: Path) -> None:
    done = audits(tmp_path, "--commits=150", "--claims=30", "--seed=7", "--breaks=0")
    assert done.stdout.startswith("0 planted, 0 missed, 0 invented\n")
    assert done.returncode == 0


def test_what_is_missed_is_seen(tmp_path: Path) -> None:
    done = audits(tmp_path, "--commits=150", "--claims=30", "--seed=1", "--breaks=0.15", plant=DEAF)
    assert done.returncode == 1
    assert re.search(r"^missed: CT701 claim-\d+ in [0-9a-f]{8}$", done.stdout, re.MULTILINE), done.stdout


def test_what_is_invented_is_seen(tmp_path: Path) -> None:
    done = audits(tmp_path, "--commits=150", "--claims=30", "--seed=1", "--breaks=0", plant=DISTRUSTFUL)
    assert done.returncode == 1
    assert re.search(r"^invented: CT\d+ claim-\d+ in [0-9a-f]{8}$", done.stdout, re.MULTILINE), done.stdout
