"""The rules' base project, with parts of it replaced: what the examples of the rules and their further tests are held against.

A text of fragments replaces top-level keys of ``town/example.yaml``, and adds those that are not there. A line ``--- desk.yaml`` starts
fragments for another file: ``desk.yaml``, ``sources.yaml``, ``article.yaml`` and ``other.yaml`` (both of the town), ``article.txt`` (the
text that quotes are anchored in; with nothing below it there is none), or a new file by its path, such as ``--- town/new.yaml``;
``--- town/new-1..10.yaml`` stands for ten new files that are all alike. Files
below ``archives/`` are texts of any kind; ``--- archives/film.mp4 of 300 MiB`` makes one of that size. The text ``# here`` at the end of
a line marks the line that a finding has to point at, and is taken away.

What changed since a revision is told in sections: ``--- before:`` begins what is different at the revision, ``--- after:`` what was
changed since then, one commit for each such line; what stands above them holds for both, and is part of the first commit. ``--- after, by
Omar <omar@desk.example>:`` says who commits, and ``, with Ines <ines@desk.example>:`` behind it who is named as a co-author, as where a
forge makes one commit of several; ``--- after, not committed:`` that nobody does. ``--- town/example.yaml is gone`` takes a file
away, ``--- town/example.yaml is now town/bridge.yaml`` renames it. Where there is such a section, the project is held against what it was
in the first commit as well.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.checking import check
from claimtrack.findings import Finding
from claimtrack.history.comparison import compare
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.conftest import ScriptedGit

BASE = Path(__file__).parent / "base"
TODAY = datetime.date(2026, 3, 2)
"""The day on which the base project is checked."""

_NAMES = {
    "article.yaml": "town/article.yaml",
    "other.yaml": "town/other.yaml",
    "article.txt": "snapshots/town.txt",
}
_HERE = re.compile(r" *# here$", re.MULTILINE)


@attrs.frozen
class Checked:
    """What a check of the base project, with parts of it replaced, has found.

    Attributes:
        findings: everything, of reading and of the rules.
        marked: the file and line marked ``# here``, or None.
    """

    findings: tuple[Finding, ...]
    marked: tuple[str, int] | None

    def of(self, code: str) -> list[Finding]:
        """Return the findings of one code."""
        return [one for one in self.findings if one.code == code]

    def messages(self, code: str) -> list[str]:
        """Return the findings of one code as ``file:line: message -> hint``; the marked line is called ``here``."""
        return [f"{self.place(one)}: {one.message} -> {one.hint}" for one in self.of(code)]

    def place(self, finding: Finding) -> str:
        """Return where a finding is: ``here`` for the marked line, else ``file:line``."""
        place = finding.file, finding.span.line
        return "here" if place == self.marked else f"{place[0]}:{place[1]}"


CheckBase = Callable[..., Checked]


@pytest.fixture
def check_base(tmp_path: Path, new_repository: Callable[[Path], ScriptedGit]) -> CheckBase:
    """Check the base project with the fragments put in, by default on ``TODAY``."""

    def checked(fragments: str = "", *, today: datetime.date = TODAY) -> Checked:
        folder = tmp_path / "desk"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(BASE, folder)
        first, *sections = re.split(r"^(?=--- (?:before|after)\b.*:$)", fragments, flags=re.MULTILINE)
        marked = _put_in(folder, first)
        if not sections:
            project, of_reading = load(folder)
            return Checked((*of_reading, *check(project, today=today)), marked)
        git = new_repository(folder)
        if sections[0].startswith("--- before:"):
            marked = _put_in(folder, sections.pop(0).partition("\n")[2]) or marked
        base = git.commit("Before", by="Desk <desk@desk.example>")
        for section in sections:
            title, _, changes = section.partition("\n")
            marked = _put_in(folder, changes) or marked
            if title != "--- after, not committed:":
                by, _, other = title.removesuffix(":").partition(", by ")[2].partition(", with ")
                squashed = {"message": f"Squashed\n\nCo-authored-by: {other}", "through": "GitHub <noreply@github.com>"} if other else {}
                git.commit(by=by or "Desk <desk@desk.example>", **squashed)
        project, of_reading = load(folder)
        return Checked((*of_reading, *check(project, today=today, since=compare(project, base))), marked)

    return checked


def _put_in(folder: Path, fragments: str) -> tuple[str, int] | None:
    marked = None
    name = "town/example.yaml"
    for part in re.split(r"^(--- .+\n?)", fragments, flags=re.MULTILINE):
        if part.startswith("--- "):
            name, _, size = _NAMES.get(part[4:].strip(), part[4:].strip()).partition(" of ")
            if is_moved := re.fullmatch(r"(\S+) is (?:gone|now (\S+))", name):
                name = is_moved[2] or "town/example.yaml"
                if is_moved[2]:
                    (folder / is_moved[1]).rename(folder / name)
                else:
                    (folder / is_moved[1]).unlink()
                continue
            if size:
                (folder / name).parent.mkdir(exist_ok=True, parents=True)
                (folder / name).touch()
                os.truncate(folder / name, int(size.removesuffix(" MiB")) * 1024 * 1024)
            elif name.endswith(".txt"):
                (folder / name).unlink(missing_ok=True)
        elif part.strip():
            for one in _each_of(name):
                file = folder / one
                file.parent.mkdir(exist_ok=True, parents=True)
                is_text = one.endswith(".txt") or one.startswith("archives/")
                text = part.strip("\n") + "\n" if is_text else _replaced(file.read_text("utf-8") if file.exists() else "", part)
                if found := _HERE.search(text):
                    marked = one, text.count("\n", 0, found.start()) + 1
                file.write_text(_HERE.sub("", text), "utf-8")
    return marked


def _each_of(name: str) -> list[str]:
    several = re.search(r"(\d+)\.\.(\d+)", name)
    if several is None:
        return [name]
    return [name.replace(several[0], str(number)) for number in range(int(several[1]), int(several[2]) + 1)]


def _replaced(text: str, fragments: str) -> str:
    blocks = {**_blocks(text), **_blocks(fragments)}
    return "".join(block.rstrip("\n") + "\n" for block in blocks.values())


def _blocks(text: str) -> dict[str, str]:
    """Return the top-level keys of a YAML file with all their lines; comments in front of a key belong to it no more."""
    blocks: dict[str, str] = {}
    key = None
    for line in text.splitlines(keepends=True):
        if line[0] not in " #-\n":
            key = line.partition(":")[0].strip("'\"")
            blocks[key] = ""
        if key is not None:
            blocks[key] += line
    return blocks
