"""``claimtrack check``, as people and other programs see it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import claimtrack
from claimtrack.formats.writing import FORMATS

if TYPE_CHECKING:
    from tests.cli.conftest import Call

SOURCE = Path(__file__).parents[2] / "src"
NOW = ("--now", "2026-03-01")


def change(record: Path, old: str, new: str) -> None:
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def faulty(example: Path) -> Path:
    """The desk with a fault of each severity and one that points to a second place."""
    change(example, "stance: context\n    quote: I took", "stance: contexts\n    quote: I took")
    change(example, "aspect: fact", "aspct: fact")
    (example.parent / "twice.yaml").write_text("status: draft\nauthors: [ines]\nstatus: draft\n", encoding="utf-8")
    (example.parent / "Notes.txt").write_text("left here", encoding="utf-8")
    return example


@pytest.mark.usefixtures("desk")
def test_a_clean_desk_ends_in_one_line(call: Call) -> None:
    ended = call("check", *NOW)
    assert (ended.code, ended.out, ended.err) == (0, "", "2 claims, 0 errors, 0 warnings, 0 notes\n")


@pytest.mark.parametrize(("output_format", "language"), [*((one, "en") for one in FORMATS), ("full", "de")])
@pytest.mark.usefixtures("faulty")
def test_findings_in_every_format(call: Call, output_format: str, language: str, file_regression: FileRegressionFixture) -> None:
    ended = call("check", "--output-format", output_format, "--language", language, *NOW)
    assert ended.code == 1
    written = ended.out.replace(f'"{claimtrack.__version__}"', '"(the version of claimtrack)"')
    file_regression.check(written, extension=".json" if output_format in {"json", "gitlab", "sarif"} else ".txt", encoding="utf-8")


@pytest.mark.usefixtures("faulty")
def test_colours_only_add_sequences(call: Call) -> None:
    plain = call("check", "--output-format", "full", *NOW)
    coloured = call("check", "--output-format", "full", "--color", "always", *NOW)
    assert "\x1b[31m" in coloured.out
    assert re.sub(r"\x1b\[\d+m", "", coloured.out) == plain.out


@pytest.mark.usefixtures("faulty")
def test_json_places_can_be_opened(call: Call) -> None:
    found = json.loads(call("check", "--output-format", "json", *NOW).out)
    assert found["format_version"] == 1
    for one in found["findings"]:
        assert Path(one["file"]).is_file()


@pytest.mark.usefixtures("faulty")
def test_a_file_shows_its_own_findings_only(call: Call) -> None:
    ended = call("check", "claims/town/twice.yaml", *NOW)
    assert ended.code == 1
    assert {line.split(":")[0] for line in ended.out.splitlines()} == {"claims/town/twice.yaml"}
    assert call("check", "claims/town/other.yaml", *NOW).code == 0


def test_paths_are_shown_from_where_one_stands(faulty: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(faulty.parent)
    assert call("check", "twice.yaml", *NOW).out.startswith("twice.yaml:3:1: ")


@pytest.mark.usefixtures("faulty")
def test_select_takes_codes_names_and_families(call: Call) -> None:
    whole = call("check", *NOW).out.splitlines()
    assert call("check", "--select", "duplicate-key", *NOW).out.splitlines() == [one for one in whole if "CT026" in one or "twice" in one]
    assert call("check", "--select", "CT0", *NOW).out.splitlines() == [one for one in whole if ": CT0" in one]
    wrong = call("check", "--select", "duplicate-keys", *NOW)
    assert (wrong.code, wrong.err) == (2, "claimtrack: there is no finding 'duplicate-keys'; did you mean duplicate-key?\n")


def test_fail_on_decides_about_the_exit_code(desk: Path, call: Call) -> None:
    (desk / "snapshots" / "town.txt").unlink()
    assert call("check", *NOW).code == 0
    assert call("check", "--fail-on", "warning", *NOW).code == 0
    assert call("check", "--fail-on", "info", *NOW).code == 1


def test_a_broken_desk_record_is_said(desk: Path, call: Call) -> None:
    change(desk / "claims" / "desk.yaml", "format: 1", "format: one")
    ended = call("check", *NOW)
    assert ended.code == 1
    assert ended.err.splitlines()[0] == "claims/desk.yaml cannot be read, so no rule was run"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere",), "there is no file or folder 'nowhere'"),
        (("--now", "tomorrow"), "--now wants a day such as 2026-02-09, found 'tomorrow'"),
        (("--snapshots", "nowhere"), "there is no file or folder 'nowhere'"),
        (("claims", ".."), "'..' does not belong to the desk in"),
    ],
)
def test_a_wrong_request_is_no_finding(desk: Path, call: Call, arguments: tuple[str, ...], words: str) -> None:
    if arguments == ("claims", ".."):
        (desk / "elsewhere").mkdir()
        arguments = ("claims", os.devnull)
        words = f"{os.devnull!r} does not belong to the desk in"
    ended = call("check", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"claimtrack: {words}")


@pytest.mark.usefixtures("desk")
def test_a_path_without_a_record_is_said_to_have_none(call: Call) -> None:
    ended = call("check", "snapshots", "claims/town/other.yaml", *NOW)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "no record lies in snapshots\n1 claim, 0 errors, 0 warnings, 0 notes\n"


def test_no_desk_at_all(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call("check")
    assert ended.code == 2
    assert "claimtrack init" in ended.err


HOSTILE = "x\\x1b[2J\\x1b]52;c;aGk=\\x07\\u202e"


def test_nothing_that_a_terminal_obeys_is_written(example: Path, call: Call) -> None:
    change(example, "aspect: fact", f'aspect: "{HOSTILE}"\n::error file=x::y: "[link=http://evil.example]"')
    for output_format in FORMATS:
        ended = call("check", "--output-format", output_format, *NOW)
        assert ended.code == 1
        assert not [letter for letter in ended.out if letter != "\n" and (not letter.isprintable() or letter in "\u202e\x9b")]
        ours = "::error " if output_format == "github" else ()
        assert not [line for line in ended.out.splitlines() if line.lstrip().startswith("::") and not line.startswith(ours)]


@pytest.mark.usefixtures("faulty")
def test_checking_writes_nothing(call: Call, desk: Path) -> None:
    def state() -> dict[str, tuple[bytes, int]]:
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(desk.rglob("*")) if path.is_file()}

    before = state()
    call("check", *NOW)
    assert state() == before


@pytest.mark.usefixtures("faulty")
def test_a_reader_that_goes_away_is_no_fault(desk: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "claimtrack", "check", "claims"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
