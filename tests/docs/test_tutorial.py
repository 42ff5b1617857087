"""The tutorial and the how-to pages keep their word: what they tell the reader to do is done, and what they show is what comes out.

In these pages

- a block ``yaml``, ``txt`` or ``jinja`` whose first line is ``# FILE`` (``{# FILE #}``) is that file; with ``# FILE: change or add`` it
  replaces the fields that it names and adds those that are new, which is what the text asks the reader to do; other blocks are excerpts;
- a block ``sh`` holds commands, one a line (which goes on where it ends in a backslash), and a block ``python`` lines of Python;
- a block ``text`` behind these holds what they say on a terminal: everything, or everything up to a last line ``…``.

The how-to pages go on from the desk that the tutorial ends with; those with lines of Python work in the folder of this repository.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import unittest.mock
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import click
import pytest
import yaml

from claimtrack.cli.program import commands, run

DAY = "1774000000"  # 20 March 2026, some days after everything that happens on these pages
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r"(?:# |\{# )([\w./-]+)(: change or add)?(?: #\})?")
CUT = "…\n"
COMMIT = re.compile(r"(?<![\w:])[0-9a-f]{8}(?!\w)")
"""The id of a commit, which is another one whenever a word of the pages changes."""

DOCS = Path(__file__).resolve().parents[2] / "docs"
TUTORIAL = (DOCS / "tutorial.md").read_text("utf-8")
HOW_TO = sorted(page.name for page in (DOCS / "how-to").glob("*.md"))
FOLLOWED = [name for name in HOW_TO if "goes on from the desk of the" in " ".join((DOCS / "how-to" / name).read_text("utf-8").split())]
PYTHON = [name for name in HOW_TO if "\n```python\n" in (DOCS / "how-to" / name).read_text("utf-8")]


@attrs.frozen
class Step:
    """One block of a page: a file, commands or Python, and what the page says that comes of it (None where it does not say)."""

    kind: str
    text: str
    shown: str | None = None

    def shows(self, said: str) -> bool:
        """Say whether what was said is what the page shows."""
        if self.shown is None:
            return True
        shown, cut, _ = COMMIT.sub("a commit", self.shown).partition(CUT)
        said = COMMIT.sub("a commit", said)
        return (said[: len(shown)] if cut else said) == shown


def steps(page: str) -> Iterator[Step]:
    """Yield the blocks of a page, each together with the output behind it."""
    blocks = [(match[1], match[2]) for match in BLOCK.finditer(page)]
    for (kind, text), (next_kind, next_text) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if kind in {"sh", "python"}:
            yield Step(kind, text, next_text if next_kind == "text" else None)
        elif kind in {"yaml", "txt", "jinja"} and TITLE.fullmatch(text.partition("\n")[0]):
            yield Step("file", text)


def fields(record: str) -> Mapping[str, str]:
    """Return the fields of a record as they are written, by name; what stands above the first has the name ""."""
    parts = re.split(r"^(?=[\w-]+:)", record, flags=re.MULTILINE)
    return {part.split(":")[0] if re.match(r"[\w-]+:", part) else "": part for part in parts if part}


class Reader:
    """Somebody at a terminal who does what a page says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def follow(self, step: Step) -> str:
        """Do what a block says and return everything that comes of it."""
        if step.kind == "file":
            self.write(step.text)
            return ""
        return "".join(self.run(*shlex.split(command)) for command in step.text.replace("\\\n", "").splitlines())

    def write(self, text: str) -> None:
        """Write the file that a block is about, or change it."""
        title, _, body = text.partition("\n")
        match = TITLE.fullmatch(title)
        assert match is not None
        path = self.folder / match[1]
        if match[2]:
            body = "".join({**fields(path.read_text("utf-8")), **fields(body)}.values())
        path.parent.mkdir(exist_ok=True)
        path.write_text(body, "utf-8", newline="\n")

    def run(self, program: str, *arguments: str) -> str:
        """Run a command."""
        if program == "cd":
            self.folder = self.folder / arguments[0]
            return ""
        if program == "git":
            return self.git(*arguments)
        assert program == "claimtrack", f"a page has a command that this test does not know: {program}"
        as_on_a_terminal = ["--output-format", "full"] if arguments[0] == "check" and "--output-format" not in arguments else []
        terminal = io.StringIO()
        with (
            contextlib.chdir(self.folder),
            unittest.mock.patch.dict(os.environ, SOURCE_DATE_EPOCH=DAY, NO_COLOR="1"),
            contextlib.redirect_stdout(terminal),
            contextlib.redirect_stderr(terminal),
        ):
            code = run([*arguments, *as_on_a_terminal])
        said = terminal.getvalue()
        refused = said.startswith("claimtrack: refused, and nothing was written")
        found = re.search(
            r" error CT|\"error\": [1-9]|^\d+ claims?, [1-9]\d* errors?|^What was found\n-+\n\n- (?!nothing)|^\d+ items?: .*left out$",
            said,
            re.MULTILINE,
        )
        assert code == (4 if refused else 1 if found else 0), said
        return said

    def git(self, *arguments: str) -> str:
        """Run git with none of the settings of this machine, always on the same day."""
        day = {f"GIT_{whose}_DATE": "2026-03-20T10:00:00+00:00" for whose in ("AUTHOR", "COMMITTER")}
        found = str(DOCS.parent / "src")  # where git finds claimtrack, which merges for it
        with unittest.mock.patch.dict(os.environ, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", PYTHONPATH=found, **day):
            command = ["git", *arguments]
            done = subprocess.run(command, cwd=self.folder, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def test_whoever_follows_the_tutorial_sees_what_it_shows_and_ends_with_a_published_page(reader: Reader) -> None:
    outputs = 0
    for step in steps(TUTORIAL):
        said = reader.follow(step)
        assert step.shows(said), f"{step.text}\n{said}"
        outputs += step.shown is not None
    assert outputs > 10

    page = reader.folder / "site" / "en" / "claims" / "closed-200-days.html"
    assert "The pool was closed on 91 days in 2025, not on more than 200" in page.read_text("utf-8")


@pytest.fixture(scope="module")
def finished_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk as the tutorial leaves it."""
    reader = Reader(tmp_path_factory.mktemp("tutorial"))
    for step in steps(TUTORIAL):
        reader.follow(step)
    shutil.rmtree(reader.folder / "site")
    return reader.folder


@pytest.mark.parametrize("name", FOLLOWED)
def test_whoever_follows_a_page_from_there_sees_what_it_shows(name: str, finished_desk: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path / "desk")
    shutil.copytree(finished_desk, reader.folder)
    outputs = 0
    for step in steps((DOCS / "how-to" / name).read_text("utf-8")):
        said = reader.follow(step)
        assert step.shows(said), f"{step.text}\n{said}"
        outputs += step.shown is not None
    assert outputs


def test_a_desk_s_own_template_is_on_the_page(finished_desk: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path / "desk")
    shutil.copytree(finished_desk, reader.folder)
    for step in steps((DOCS / "how-to" / "own-templates.md").read_text("utf-8")):
        reader.follow(step)
    page = (reader.folder / "site" / "en" / "claims" / "closed-200-days.html").read_text("utf-8")
    assert page.count("<p>Do you know more? Come to the desk on Wednesdays.</p>") == 1


def test_the_json_is_what_comes_out_for_the_mistake_of_the_tutorial(reader: Reader) -> None:
    for step in steps(TUTORIAL):
        reader.follow(step)
        if step.kind == "file" and "Aspect" in step.text:
            break
    (shown,) = [match[2] for match in BLOCK.finditer((DOCS / "reference" / "json.md").read_text("utf-8")) if match[1] == "json"]
    assert reader.run("claimtrack", "check", "--output-format", "json") == shown


@pytest.mark.parametrize("name", PYTHON)
def test_the_lines_of_python_run_as_printed(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(DOCS.parent)
    names: dict[str, object] = {}
    for step in steps((DOCS / "how-to" / name).read_text("utf-8")):
        exec(compile(step.text, name, "exec"), names)  # noqa: S102  (what the page tells people to run)
        said = capsys.readouterr().out
        assert step.shown is not None
        assert step.shows(said), f"{step.text}\n{said}"


def test_nearly_every_page_is_followed() -> None:
    assert set(HOW_TO) - {*FOLLOWED, *PYTHON} == {"check-in-ci.md", "hooks.md", "keep-drafts-private.md"}


@pytest.mark.parametrize("name", ["check-in-ci.md", "hooks.md", "keep-drafts-private.md"])
def test_the_commands_of_the_other_pages_exist_with_their_options(name: str) -> None:
    page = (DOCS / "how-to" / name).read_text("utf-8")
    in_blocks = re.findall(
        r"^ *(?:- (?:run: )?|exec )?claimtrack (\w.*)$", "".join(match[2] for match in BLOCK.finditer(page)), re.MULTILINE
    )
    in_sentences = re.findall(r"`claimtrack (\w[^`]*)`", BLOCK.sub("", page))
    assert in_blocks + in_sentences
    for words in (shlex.split(line) for line in in_blocks + in_sentences):
        command = commands.get_command(click.Context(commands), words[0])
        assert command is not None, words
        command.make_context(words[0], words[1:])


def test_the_page_on_hooks_names_those_that_there_are(repository: Path) -> None:
    page = (DOCS / "how-to" / "hooks.md").read_text("utf-8")
    whole, _ = [yaml.safe_load(match[2]) for match in BLOCK.finditer(page) if match[1] == "yaml"]
    hooks = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert whole["repos"][0]["hooks"] == [{"id": one["id"]} for one in hooks]
    assert re.findall(r"^\| `([\w-]+)`", page, re.MULTILINE) == [one["id"] for one in hooks]
