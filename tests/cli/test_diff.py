"""``claimtrack diff``: what changed, in the words of the desk, from real repositories; whole outputs are compared."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from claimtrack.fingerprint import fingerprint
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Call
    from tests.conftest import ScriptedGit

NOW = ("--now", "2026-03-10")


def publish(desk: Path, record: Path) -> None:
    """Approve and publish the example."""
    project, _ = load(desk)
    covers = fingerprint(project, project.claims["example"])
    text = record.read_text("utf-8").replace("status: in-review", "status: approved\npublished: 2026-02-20")
    record.write_text(f"{text}  - {{to: approved, on: 2026-02-14, by: omar, covers: {covers}}}\n", "utf-8")


def change(record: Path, *changes: tuple[str, str]) -> None:
    text = record.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    record.write_text(text, "utf-8")


@pytest.fixture
def git(desk: Path, example: Path, new_repository: Callable[[Path], ScriptedGit]) -> ScriptedGit:
    """The desk in a repository, its claim published."""
    git = new_repository(desk)
    (desk / ".gitignore").write_text("snapshots/\n", "utf-8")
    publish(desk, example)
    git.commit("Publish")
    return git


def a_day_of_work(git: ScriptedGit, desk: Path, example: Path) -> None:
    """Change nearly everything there is to change at a desk in a day, and forget the correction."""
    change(
        example,
        ("  rating: supported", "  rating: mostly-supported"),
        ("a day in January 2026 and 310 a year before.", "a day in January 2026 and 340 a year before."),
        ("the councillor has the numbers from", "the councillor took them from"),
        ("who pay the toll, report", "who pay the toll themselves, report"),
        ("tolerance: 10 %", "tolerance: 5 %"),
        ("    source: haulier-survey\n    stance: supports", "    source: haulier-survey\n    stance: context"),
        ("topics: [traffic]", "topics: [budget, traffic]"),
        ("computed:", "  - {id: minutes, source: minutes-2026, stance: supports, added: 2026-03-09}\ncomputed:"),
        ("  - {read: The Roads", "  # as the office says\n  - {read: The Roads"),
    )
    sources = desk / "claims" / "sources.yaml"
    sources.write_text(
        sources.read_text("utf-8") + 'minutes-2026: {url: "https://town.example/minutes", publisher: Town Council (invented), '
        "published: 2026-02-26, accessed: 2026-03-09, language: en, level: primary, seen: live}\n",
        "utf-8",
    )
    change(sources, ("  interests: Its members pay the toll.\n", ""))
    change(desk / "claims" / "desk.yaml", ("review_after: 12 months", "review_after: 6 months"))
    git("mv", "claims/town/other.yaml", "claims/town/detours.yaml")
    (desk / "claims" / "town" / "toll.yaml").write_text(
        "status: draft\nauthors: [omar]\nstatement: The toll pays for the new bridge.\nevidence:\n"
        "  - {id: minutes, source: minutes-2026, stance: unclear}\n",
        "utf-8",
    )


@pytest.mark.parametrize("output_format", ["text", "markdown", "json"])
def test_a_day_of_work(
    git: ScriptedGit, desk: Path, example: Path, call: Call, file_regression: FileRegressionFixture, output_format: str
) -> None:
    a_day_of_work(git, desk, example)
    ended = call("diff", "--output-format", output_format, *NOW)
    assert (ended.code, ended.err) == (0, "")
    file_regression.check(ended.out, extension={"text": ".txt", "markdown": ".md", "json": ".json"}[output_format])


def test_the_same_between_two_commits_neither_of_which_is_checked_out(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    a_day_of_work(git, desk, example)
    text = call("diff", *NOW).out
    git.commit("A day")
    example.unlink()
    git.commit("Later")
    assert call("diff", "HEAD~2", "HEAD~1", *NOW).out.split("\n")[:-2] == text.replace("HEAD (", "HEAD~2 (").split("\n")[:-2]
    assert call("diff", "HEAD~2", "HEAD~1", *NOW).out.split("\n")[-2] == (
        f"changed between HEAD~2 ({git('rev-parse', 'HEAD~2')[:8]}) and HEAD~1: 3 claims, 2 sources and the desk"
    )


def test_only_one_record(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    a_day_of_work(git, desk, example)
    head = git("rev-parse", "HEAD")[:8]
    assert call("diff", "--only", "other", "--only", "minutes-2026", *NOW).out == (
        "claim detours: Closing the old bridge to lorries means detours of 14 kilometres.\n"
        "  was called other\n\n"
        "new source minutes-2026: Town Council (invented) 2026-02-26\n"
        "  address: https://town.example/minutes\n\n"
        f"changed since HEAD ({head}): 1 claim and 1 source\n"
    )
    ended = call("diff", "--only", "detour", *NOW)
    assert (ended.code, ended.out, ended.err) == (
        2, "", f"claimtrack: there is no record 'detour', neither now nor in HEAD ({head}); did you mean detours?\n",
    )  # fmt: skip


def test_nothing_changed(git: ScriptedGit, example: Path, call: Call) -> None:
    head = git("rev-parse", "HEAD")[:8]
    change(example, ("# INVENTED: a complete claim", "# Another remark: a complete claim"), ("topics: [traffic]", "topics:\n  - traffic"))
    assert call("diff").out == f"nothing changed since HEAD ({head})\n"
    assert call("diff", "HEAD", "main").out == f"nothing changed between HEAD ({head}) and main\n"
    assert json.loads(call("diff", "--output-format", "json").out) == {
        "format_version": 1, "language": "en", "before": f"HEAD ({head})", "after": None, "records": [], "findings": [],
    }  # fmt: skip


def test_a_branch_beside_main(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    git("checkout", "-q", "-b", "work")
    change(example, ("kind: quantity\n", ""))
    git.commit("Work")
    git("checkout", "-q", "main")
    change(desk / "claims" / "town" / "other.yaml", ("topics: [traffic]", "topics: []"))
    git.commit("Meanwhile")
    git("checkout", "-q", "work")
    base, main = (git("rev-parse", one)[:8] for one in ("HEAD~1", "main"))
    assert call("diff", "main", "--merge-base", "--only", "example").out == (
        "claim example: In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.\n"
        f"  kind removed: quantity\n\nchanged since main ({base}): 1 claim\n"
    )
    assert call("diff", "main", "--only", "other").out == (
        "claim other: Closing the old bridge to lorries means detours of 14 kilometres.\n"
        f"  topic added: Traffic\n\nchanged since main ({main}): 1 claim\n"
    )


def test_what_is_gone_moved_or_cannot_be_read(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    claims = desk / "claims"
    (claims / "hall").mkdir()
    git("mv", "claims/town/other.yaml", "claims/hall/other.yaml")
    text = example.read_text("utf-8")
    example.write_text(text + "\t: [\n", "utf-8")
    (claims / "sources.yaml").write_text("a: [\n", "utf-8")
    head = git("rev-parse", "HEAD")[:8]
    assert call("diff", *NOW).out == (
        "claim other: Closing the old bridge to lorries means detours of 14 kilometres.\n"
        "  was in the folder town\n\n"
        "claims/town/example.yaml cannot be read, so what changed in it is not told; `claimtrack check` says why\n\n"
        "the sources in claims/sources.yaml cannot be read, so what changed in them is not told\n\n"
        f"changed since HEAD ({head}): 2 claims and 1 source\n"
    )
    git.commit("Broken")
    example.unlink()
    (claims / "desk.yaml").write_text("a: [\n", "utf-8")
    assert "the desk record cannot be read, so what changed in it is not told; `claimtrack check` says why\n" in call("diff").out
    git("checkout", "-q", "HEAD", ".")
    git("checkout", "-q", "HEAD~1", "--", "claims/town/example.yaml", "claims/sources.yaml")
    assert "claims/town/example.yaml could not be read then, so what changed in it is not told\n" in call("diff", *NOW).out


HOSTILE = "::error::x ##[add-mask]e @everyone <img src=x onerror=alert(1)> [a](https://evil.example) ``` and more of it"


@pytest.mark.usefixtures("git")
def test_hostile_texts(example: Path, call: Call) -> None:
    """What a stranger wrote does nothing in the log of a build or in a comment; characters that move a cursor are in no record."""
    hostile = json.dumps(f"::warning::y {HOSTILE}\n::error::z\n# A heading\n- an item")
    change(example, ("selection: The council decides on it in March.", f"selection: {hostile}"), ("kind: quantity\n", ""))
    text = call("diff", "--color", "always", *NOW).out
    assert [line for line in text.split("\n") if re.match(r"(\x1b\[\d*m|\s)*::", line)] == []
    assert "##[" not in text
    comment = call("diff", "--output-format", "markdown", *NOW).out
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", comment)
    for mark in ("@everyone", "<img", "https://", "::error", "A heading"):
        assert mark in comment
        assert mark not in outside
    assert "##[" not in comment
    assert "##[" not in call("diff", "--output-format", "json", *NOW).out


def test_huge_texts_are_shown_where_they_differ(git: ScriptedGit, example: Path, call: Call) -> None:
    words = [f"word{number}" for number in range(3_000)]
    selection = "selection: The council decides on it in March."
    change(example, (selection, f"selection: {' '.join(words)}"))
    git.commit("Long")
    for place in range(50, 3_000, 150):
        words[place] = words[place].upper()
    change(example, ("selection: word0", "selection: old"), ("old word1", "word0 word1"))
    text = example.read_text("utf-8")
    example.write_text(re.sub("selection: .*", f"selection: {' '.join(words)}", text), "utf-8")
    lines = call("diff", "--only", "example", *NOW).out.split("\n")
    assert lines[1:5] == [
        "  why it was chosen changed:",
        "    - …word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55…",
        "    + …word45 word46 word47 word48 word49 WORD50 word51 word52 word53 word54 word55…",
        "    - …word195 word196 word197 word198 word199 word200 word201 word202 word203 word204 word205…",
    ]
    assert lines[22] == "    and in 10 more places"
    unbroken = "x" * 4_000
    example.write_text(re.sub("selection: .*", f"selection: {unbroken}y{unbroken}", text), "utf-8")
    git.commit("Unbroken")
    example.write_text(re.sub("selection: .*", f"selection: {unbroken}z{unbroken}", text), "utf-8")
    was, now = (line.strip() for line in call("diff", "--only", "example", *NOW).out.split("\n")[2:4])
    assert was.replace("y", "z").replace("- ", "+ ") == now
    assert max(len(was), len(now)) < 300


def test_a_comment_says_what_it_has_no_room_for(git: ScriptedGit, desk: Path, call: Call) -> None:
    for number in range(700):
        (desk / "claims" / "town" / f"many-{number}.yaml").write_text(
            f"status: draft\nauthors: [ines]\nstatement: {'Many lorries cross the old bridge every day. ' * 3}\n", "utf-8"
        )
    comment = call("diff", "--output-format", "markdown", *NOW).out
    assert len(comment) < 65_536
    assert re.fullmatch(r"and \d{3} more records, for which a comment has no room", comment.split("\n")[-2])
    head = git("rev-parse", "HEAD")[:8]
    assert comment.split("\n")[0] == f"**changed since `HEAD ({head})`: 700 claims**"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["a", "b", "c"], "diff compares two states: name one revision or two"),
        (["no-such"], "there is no commit 'no-such' in this repository"),
        (["--upload-pack=x"], "No such option"),
        (["HEAD", "--", "-x"], "there is no commit '-x' in this repository"),
    ],
)
def test_what_is_no_revision(git: ScriptedGit, call: Call, arguments: list[str], complaint: str) -> None:
    del git
    ended = call("diff", *arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert complaint in ended.err


def test_without_a_repository_and_without_a_commit(desk: Path, call: Call, new_repository: Callable[[Path], ScriptedGit]) -> None:
    make = new_repository
    ended = call("diff")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("lies in no git repository, so nothing is known of its history\n")
    make(desk)
    assert call("diff").err == "claimtrack: there is no commit yet in this repository, so there is no history to compare with\n"


def test_in_german(git: ScriptedGit, desk: Path, example: Path, call: Call, file_regression: FileRegressionFixture) -> None:
    a_day_of_work(git, desk, example)
    file_regression.check(call("diff", "--language", "de", *NOW).out, extension=".txt", encoding="utf-8")
