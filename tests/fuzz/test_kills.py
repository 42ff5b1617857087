"""The program that kills writers: a short run finds nothing, and a write that is not safe it would see."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes that are copies of each other")

HERE = Path(__file__).parent


def kill(folder: Path, *options: str, plant: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program; *plant* runs at its start."""
    (folder / "sitecustomize.py").write_text(plant, "utf-8")
    return subprocess.run(
        [sys.executable, HERE / "kills.py", *options],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(HERE.parents[1] / "src")]), **quick()},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def quick() -> dict[str, str]:
    """Where files are made and removed quickly: in memory, where the system has that."""
    memory = "/dev/shm"  # noqa: S108  (folders with names of chance are made in it)
    return {"TMPDIR": memory} if os.access(memory, os.W_OK) else {}


def test_a_killed_write_is_old_or_new(tmp_path: Path) -> None:
    done = kill(tmp_path, "--kills", "24", "--seed", "20260302")

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "ended at every step, one file",
        "killed, one file",
        "ended at every step, three files",
        "killed, three files",
    ]
    for line in lines:
        tried, to_recover, old, new, wrong = map(int, re.findall(r"\d+", line.partition(":")[2]))
        assert (old + new, wrong) == (tried, 0)
        if line.startswith("ended"):
            assert min(to_recover, old, new) > 10


PLANTS = {
    "no journal": "import claimtrack.editing.recovering as it\nit._settle_journal = lambda root, state, journal: it.retire(state) or ()\n",
    "gone for a moment": "import claimtrack.editing.recovering as it, claimtrack.editing.replacing as other\n"
    "def put_new(root, one):\n"
    "    if one.old: (root / one.file).unlink()\n"
    "    if one.new: (root / one.file).with_name(one.staged).rename(root / one.file)\n"
    "it.put_new = other.put_new = put_new\n",
}
"""Faults that somebody might build in."""


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_a_write_that_is_not_safe_is_seen(tmp_path: Path, plant: str) -> None:
    done = kill(tmp_path, "--kills", "2", plant=plant)

    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(r"[1-9]\d* WRONG", done.stdout)
