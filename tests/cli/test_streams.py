"""The program's ends that lead nowhere: closed streams and full disks are said or borne, and never a fault of claimtrack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")


def run(desk: Path, words: str) -> tuple[int, str, str]:
    command = f'"{sys.executable}" -m claimtrack {words}'
    ended = subprocess.run(
        ["/bin/sh", "-c", command], cwd=desk, env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, text=True, check=False
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_stream_that_is_closed_changes_no_exit_code(closed: str, desk: Path) -> None:
    code, _, told = run(desk, f"check --now 2026-03-01 {closed}")
    assert (code, told) == (0, "" if "2>" in closed else "2 claims, 0 errors, 0 warnings, 0 notes\n")
    (desk / "claims" / "town" / "other.yaml").write_text("", encoding="utf-8")
    assert run(desk, f"check --now 2026-03-01 {closed}")[0] == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("command", ["list", "explain", "check --output-format json", "--help"])
def test_output_that_nothing_can_take_is_said(command: str, desk: Path) -> None:
    assert run(desk, f"{command} > /dev/full") == (3, "", "claimtrack: the output cannot be written: No space left on device\n")
