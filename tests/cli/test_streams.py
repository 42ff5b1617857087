"""The program's ends that lead nowhere: closed streams, full disks, narrow encodings are said or borne, and never a fault of claimtrack."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.formats.writing import FORMATS

SOURCE = Path(__file__).parents[2] / "src"
NOW = ("--now", "2026-03-01")

on_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")


def run(desk: Path, words: str) -> tuple[int, str, str]:
    command = f'"{sys.executable}" -m claimtrack {words}'
    ended = subprocess.run(
        ["/bin/sh", "-c", command], cwd=desk, env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, text=True, check=False
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture
def faulty(desk: Path) -> Path:
    """The desk with a finding in a script that few encodings have; it is the current folder."""
    record = desk / "claims" / "town" / "example.yaml"
    text = record.read_text(encoding="utf-8")
    assert "aspect: fact" in text
    record.write_text(text.replace("aspect: fact", "aspect: 搬不走"), encoding="utf-8")
    return desk


@on_a_shell
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_stream_that_is_closed_changes_no_exit_code(closed: str, desk: Path) -> None:
    code, _, told = run(desk, f"check --now 2026-03-01 {closed}")
    assert (code, told) == (0, "" if "2>" in closed else "2 claims, 0 errors, 0 warnings, 0 notes\n")
    (desk / "claims" / "town" / "other.yaml").write_text("", encoding="utf-8")
    assert run(desk, f"check --now 2026-03-01 {closed}")[0] == 1


@on_a_shell
@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_bears_streams_that_are_closed(output_format: str, faulty: Path) -> None:
    code, _, told = run(faulty, f"check --now 2026-03-01 --output-format {output_format} >&-")
    assert (code, told) == (1, "" if output_format in {"full", "json", "jsonl"} else "2 claims, 1 error, 0 warnings, 0 notes\n")
    assert run(faulty, f"check --now 2026-03-01 --output-format {output_format} >&- 2>&-") == (1, "", "")


@on_a_shell
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize(
    "command", ["list", "explain", "--help", *(f"check --output-format {one}" for one in ("json", "jsonl", "sarif", "markdown"))]
)
def test_output_that_nothing_can_take_is_said(command: str, desk: Path) -> None:
    assert run(desk, f"{command} > /dev/full") == (3, "", "claimtrack: the output cannot be written: No space left on device\n")


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_reader_that_goes_away_is_no_fault(output_format: str, faulty: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "claimtrack", "check", "--output-format", output_format, *NOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=faulty,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
@pytest.mark.parametrize("output_format", FORMATS)
def test_a_terminal_that_cannot_show_everything(output_format: str, encoding: str, faulty: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "claimtrack", "check", "--output-format", output_format, *NOW],
        cwd=faulty,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    assert b"CT043" in ended.stdout
    # click takes a terminal that says it knows no more than ASCII for one that was set up wrongly, and writes UTF-8.
    assert (b"\\u642c\\u4e0d\\u8d70" in ended.stdout) or (encoding == "ascii" and "搬不走".encode() in ended.stdout)
    assert b"Traceback" not in ended.stderr


def test_neither_colours_nor_the_width_of_a_terminal_change_what_is_said(faulty: Path) -> None:
    plain, *others = (
        subprocess.run(
            [sys.executable, "-m", "claimtrack", "check", "--output-format", output_format, *NOW],
            cwd=faulty,
            env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", **settings},
            capture_output=True,
            check=False,
        ).stdout
        for output_format in ("full",)
        for settings in ({}, {"COLUMNS": "20"}, {"COLUMNS": "500"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"LINES": "3"})
    )
    assert plain
    assert set(others) == {plain}


@pytest.mark.parametrize("output_format", FORMATS)
def test_colours_are_for_full_only_and_add_nothing_but_sequences(output_format: str, faulty: Path) -> None:
    plain, coloured = (
        subprocess.run(
            [sys.executable, "-m", "claimtrack", "check", "--output-format", output_format, "--color", colour, *NOW],
            cwd=faulty,
            env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        ).stdout
        for colour in ("never", "always")
    )
    for sequence in ("\x1b[31m", "\x1b[1m", "\x1b[0m"):
        assert (sequence in coloured) == (output_format == "full")
        coloured = coloured.replace(sequence, "")
    assert coloured == plain
    if output_format == "json":
        assert json.loads(plain)["counts"]["error"] == 1
