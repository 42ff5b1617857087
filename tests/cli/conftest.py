"""A small invented desk to call the commands on, in this process and from inside its folder."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from claimtrack.cli.program import run

BASE = Path(__file__).parents[1] / "rules" / "base"


@attrs.frozen
class Ended:
    """How a command ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Call = Callable[..., Ended]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root of an invented desk that everything is in order with; it is the current folder."""
    shutil.copytree(BASE, tmp_path / "claims", ignore=shutil.ignore_patterns("snapshots"))
    shutil.copytree(BASE / "snapshots", tmp_path / "snapshots")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "CLAIMTRACK_DEBUG", "CLAIMTRACK_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def example(desk: Path) -> Path:
    """The record of a complete claim."""
    return desk / "claims" / "town" / "example.yaml"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call a command and return how it ended."""

    def call(*arguments: str) -> Ended:
        code = run(arguments)
        written = capsys.readouterr()
        return Ended(code, written.out, written.err)

    return call


def replace(record: Path, old: str, new: str) -> None:
    """Change a record, and fail where there is nothing to change."""
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new), encoding="utf-8")


def texts(folder: Path) -> dict[str, str]:
    """Return every file in a folder by its name, without what git and claimtrack keep for themselves."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {".git", ".claimtrack"} & set(path.relative_to(folder).parts)
    }


def difference(before: dict[str, str], after: dict[str, str]) -> str:
    """Return what is different in files, line by line and without the lines around, as the author of a change sees it."""
    lines: list[str] = []
    for file in sorted({*before, *after}):
        old, new = (texts.get(file, "").splitlines(keepends=True) for texts in (before, after))
        changed = [line for line in difflib.unified_diff(old, new, n=0) if not line.startswith(("---", "+++", "@@"))]
        lines += [f"{file}\n", *(line if line.endswith("\n") else f"{line} (no newline)\n" for line in changed)] if changed else []
    return "".join(lines)
