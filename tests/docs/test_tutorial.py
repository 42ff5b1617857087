"""The tutorial keeps its word: every command and every record in it is tried in order, and what it shows is what comes out.

In ``docs/tutorial.md``

- a block ``yaml`` whose first line is ``# FILE`` is that file; with ``# FILE: change or add`` it replaces the fields that it names and adds
  those that are new, which is what the text asks the reader to do;
- a block ``sh`` holds commands, one a line;
- a block ``text`` behind it holds what these commands say on a terminal: everything, or everything up to a last line ``…``.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest

DAY = "1774000000"  # 20 March 2026, some days after everything that happens in the tutorial
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CHANGE = ": change or add"
CUT = "…\n"


@attrs.frozen
class Step:
    """One block of the tutorial: a file or commands, and what the tutorial says that they say (None where it does not say)."""

    kind: str
    text: str
    shown: str | None = None


def steps(tutorial: str) -> Iterator[Step]:
    """Yield the blocks of the tutorial, each block of commands together with the output behind it."""
    blocks = [(match[1], match[2]) for match in BLOCK.finditer(tutorial)]
    for (kind, text), (next_kind, next_text) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if kind != "text":
            yield Step(kind, text, next_text if kind == "sh" and next_kind == "text" else None)


def fields(record: str) -> Mapping[str, str]:
    """Return the fields of a record as they are written, by name; what stands above the first has the name ""."""
    parts = re.split(r"^(?=[\w-]+:)", record, flags=re.MULTILINE)
    return {part.split(":")[0] if re.match(r"[\w-]+:", part) else "": part for part in parts if part}


def write(folder: Path, text: str) -> None:
    """Write the file that a block of YAML is about, or change it."""
    title, _, body = text.partition("\n")
    path = folder / title.removeprefix("# ").removesuffix(CHANGE)
    if title.endswith(CHANGE):
        body = "".join({**fields(path.read_text("utf-8")), **fields(body)}.values())
    path.write_text(body, "utf-8")


class Reader:
    """Somebody at a terminal who does what the tutorial says."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder = folder
        self._env = {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8", "SOURCE_DATE_EPOCH": DAY, "NO_COLOR": "1"}

    def run(self, commands: str) -> str:
        """Run the commands of a block and return everything that they say."""
        return "".join(self._run(*shlex.split(command)) for command in commands.splitlines())

    def _run(self, program: str, *arguments: str) -> str:
        if program == "cd":
            self.folder = self.folder / arguments[0]
            return ""
        if program == "mv":
            shutil.move(self.folder / arguments[0], self.folder / arguments[1])
            return ""
        assert program == "claimtrack", f"the tutorial has a command that this test does not know: {program}"
        as_on_a_terminal = ["--output-format", "full"] if arguments[0] == "check" else []
        done = subprocess.run(
            [sys.executable, "-m", "claimtrack", *arguments, *as_on_a_terminal],
            cwd=self.folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == (1 if " error CT" in done.stdout else 0), done.stdout
        return done.stdout


def followed(tutorial: str, reader: Reader) -> Iterator[tuple[Step, str]]:
    """Do what the tutorial says, step by step, and yield what comes of it."""
    for step in steps(tutorial):
        if step.kind == "yaml":
            write(reader.folder, step.text)
            yield step, ""
        else:
            yield step, reader.run(step.text)


@pytest.fixture
def reader(tmp_path: Path, repository: Path) -> Reader:
    return Reader(tmp_path, repository / "src")


def test_whoever_follows_the_tutorial_sees_what_it_shows_and_ends_with_a_published_page(repository: Path, reader: Reader) -> None:
    tutorial = (repository / "docs" / "tutorial.md").read_text("utf-8")
    outputs = 0
    for step, said in followed(tutorial, reader):
        if step.shown is not None:
            shown, cut, _ = step.shown.partition(CUT)
            assert (said[: len(shown)] if cut else said) == shown, step.text
            outputs += 1
    assert outputs > 10

    page = reader.folder / "site" / "en" / "claims" / "closed-200-days.html"
    assert "The pool was closed on 91 days in 2025, not on more than 200" in page.read_text("utf-8")
