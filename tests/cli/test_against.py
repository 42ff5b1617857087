"""``check --against`` and ``check --changed``: what changed since a revision, and only the files that did."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.fingerprint import fingerprint
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Call
    from tests.conftest import ScriptedGit

NOW = ("--now", "2026-03-01")
CLEAN = "2 claims, 0 errors, 0 warnings, 0 notes\n"
CHANGED_AND_A_FOLDER = "claimtrack: there is no commit 'claims' in this repository; to check 'claims' alone, write it in front of --changed"


def publish(desk: Path, record: Path) -> None:
    """Approve and publish the example, with the fingerprint of what stands there."""
    project, _ = load(desk)
    covers = fingerprint(project, project.claims["example"])
    text = record.read_text("utf-8").replace("status: in-review", "status: approved\npublished: 2026-02-20")
    record.write_text(f"{text}  - {{to: approved, on: 2026-02-14, by: omar, covers: {covers}}}\n", "utf-8")


@pytest.fixture
def git(desk: Path, example: Path, new_repository: Callable[[Path], ScriptedGit]) -> ScriptedGit:
    """The desk in a repository, its claim published on ``main``, and a branch that nothing has been done on yet."""
    git = new_repository(desk)
    (desk / ".gitignore").write_text("snapshots/\n", "utf-8")
    publish(desk, example)
    git.commit("Publish")
    git("checkout", "-q", "-b", "work")
    return git


def change(record: Path, old: str, new: str) -> None:
    text = record.read_text("utf-8")
    assert old in text
    record.write_text(text.replace(old, new), "utf-8")


def test_what_changed_silently_is_told_at_its_line_and_names_the_revision(git: ScriptedGit, example: Path, call: Call) -> None:
    main = git("rev-parse", "main")[:8]
    change(example, "  en: 620 lorries a day, not 310 as a year before", "  en: 620 lorries a day")
    git.commit("Shorter")

    ended = call("check", "--against", "main", "--select", "CT7", *NOW)
    assert (ended.code, ended.out) == (
        1,
        f"claims/town/example.yaml:9:3: CT701 changed since main ({main}) without a correction: the headline\n",
    )
    assert ended.err == "2 claims, 1 error, 0 warnings, 0 notes, 2 not shown (--select)\n"
    assert call("check", "--select", "CT7", *NOW).err == "2 claims, 0 errors, 0 warnings, 0 notes, 2 not shown (--select)\n"
    assert call("check", "--against", main, "claims/town/other.yaml", *NOW).err == "1 claim, 0 errors, 0 warnings, 0 notes\n"

    as_json = call("check", "--against", "main", "--select", "CT7", "--output-format", "json", *NOW)
    assert [(one["code"], one["line"]) for one in json.loads(as_json.out)["findings"]] == [("CT701", 9)]


def test_what_is_not_committed_counts_as_well(git: ScriptedGit, example: Path, call: Call) -> None:
    assert call("check", "--against", "HEAD", *NOW).err == CLEAN
    example.unlink()
    ended = call("check", "--against", "HEAD", *NOW)
    commit = git("rev-parse", "HEAD")[:8]
    assert ended.out == (
        f"claims/town/article.yaml:2:8: CT706 at HEAD ({commit}) readers could see ‘example’, and its record "
        "claims/town/example.yaml is gone\n"
    )


def test_a_branch_is_compared_with_where_it_began(git: ScriptedGit, example: Path, desk: Path, call: Call) -> None:
    """What others have done on the main branch since is not taken back by whoever has not got it yet."""
    change(desk / "claims" / "town" / "other.yaml", "topics: [traffic]", "topics: [traffic, budget]")
    git.commit("Topics")
    git("checkout", "-q", "main")
    example.write_text(example.read_text("utf-8") + "retracted: {on: 2026-02-25, notice: {en: Not so., de: Nicht so.}}\n", "utf-8")
    git.commit("Withdraw")
    git("checkout", "-q", "work")
    assert call("check", "--against", "main", *NOW).err == CLEAN


@pytest.mark.parametrize(("options", "code", "said"), [
    (("--against", "nowhere"), 2, "claimtrack: there is no commit 'nowhere' in this repository\n"),
    (("--changed=nowhere",), 2, "claimtrack: there is no commit 'nowhere' in this repository\n"),
    (("--changed", "claims"), 2, f"{CHANGED_AND_A_FOLDER}\n"),
    (("claims", "--changed"), 0, CLEAN),
])  # fmt: skip
@pytest.mark.usefixtures("git")
def test_no_such_revision(options: tuple[str, ...], code: int, said: str, call: Call) -> None:
    ended = call("check", *options, *NOW)
    assert (ended.code, ended.out, ended.err) == (code, "", said)


def test_without_a_repository_everything_else_works(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    assert call("check", *NOW).err == CLEAN
    for option in ("--against=main", "--changed"):
        assert call("check", option, *NOW).err == f"claimtrack: {desk} lies in no git repository, so nothing is known of its history\n"


def test_nothing_in_common(git: ScriptedGit, call: Call) -> None:
    git("checkout", "-q", "--orphan", "apart")
    apart = git.commit()
    main = git("rev-parse", "main")
    assert call("check", "--against", "main", *NOW).err == f"claimtrack: {main[:12]} and {apart[:12]} have no commit in common\n"


def test_only_files_that_changed(git: ScriptedGit, desk: Path, call: Call) -> None:
    town = desk / "claims" / "town"
    change(town / "example.yaml", "topics: [traffic]", "topics: [trafic]")
    git.commit("A slip")
    change(town / "other.yaml", "topics: [traffic]", "topics: [budgets]")
    (town / "new.yaml").write_text("status: draft\ncolour: red\n", "utf-8")
    (town / "Notes.txt").write_text("by hand\n", "utf-8")

    def shown(*options: str) -> tuple[list[str], str]:
        ended = call("check", *options, *NOW)
        return sorted({line.partition(":")[0].rpartition("/")[2] for line in ended.out.splitlines()}), ended.err.rpartition("notes")[2]

    everything = ["Notes.txt", "example.yaml", "new.yaml", "other.yaml"]
    assert shown() == (everything, "\n")
    assert shown("--changed") == (["Notes.txt", "new.yaml", "other.yaml"], ", 1 not shown (--changed)\n")
    assert shown("--changed=main") == (everything, "\n")
    assert shown("--changed", "--ignore=CT040") == (["Notes.txt", "other.yaml"], ", 2 not shown (--ignore, --changed)\n")
    git.commit("All of it")
    assert shown("--changed") == ([], ", 4 not shown (--changed)\n")
    git("mv", "claims/town/other.yaml", "claims/town/moved.yaml")
    assert shown("--changed")[0] == ["moved.yaml"]


@pytest.mark.usefixtures("git")
def test_what_follows_elsewhere_from_a_change_is_counted(desk: Path, call: Call) -> None:
    sources = desk / "claims" / "sources.yaml"
    change(sources, "haulier-survey:", "hauliers-survey:")
    ended = call("check", "--changed", *NOW)
    assert ended.out == ""
    assert (ended.code, ended.err.partition("notes, ")[2]) == (0, "1 not shown (--changed)\n")


@pytest.mark.usefixtures("git")
def test_line_ends_are_no_change(desk: Path, call: Call) -> None:
    for file in (desk / "claims").rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    change(desk / "claims" / "town" / "other.yaml", "topics: [traffic]", "topics: [budgets]")
    assert call("check", "--changed", *NOW).out.startswith("claims/town/other.yaml:")
    assert call("check", "--against", "HEAD", "--select=CT7", *NOW).code == 0


def test_only_what_changed_is_mended(git: ScriptedGit, desk: Path, call: Call) -> None:
    names = ("example.yaml", "other.yaml")
    for name in names:
        path = desk / "claims" / "town" / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    git.commit("Marks at the beginning")
    change(desk / "claims" / "town" / "other.yaml", "topics: [traffic]", "topics: [budget]")
    call("check", "--fix", "--changed", *NOW)
    assert [(desk / "claims" / "town" / name).read_bytes()[:1] for name in names] == [b"\xef", b"#"]
