"""``claimtrack log``: the life of a claim from real repositories; whole outputs are compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

if TYPE_CHECKING:
    from tests.cli.conftest import Call
    from tests.conftest import ScriptedGit

INES, OMAR = "Ines <ines@desk.example>", "Omar <omar@desk.example>"
DRAFT = """\
# INVENTED.
status: draft
authors: [ines]
statement: Closing the old bridge means detours of 20 kilometres.
"""
RESEARCHED = """\
# INVENTED.
status: in-review
authors: [ines]
statement: Closing the old bridge means detours of 20 kilometres.
headline: The detour is 14 kilometres long, not 20
evidence:
  - {id: survey, source: haulier-survey, stance: supports}
  - {id: count, source: bridge-count, stance: refutes}
verdict: {rating: refuted, summary: The Roads Office measured 14 kilometres.}
history:
  - {to: in-review, on: 2026-03-01, by: ines}
"""


def put(desk: Path, name: str, text: str) -> None:
    (desk / "claims" / "town" / f"{name}.yaml").write_text(text, "utf-8")


@pytest.fixture
def git(desk: Path, new_repository: Callable[[Path], ScriptedGit]) -> ScriptedGit:
    git = new_repository(desk)
    with (desk / ".git" / "info" / "exclude").open("a", encoding="utf-8") as exclude:
        exclude.write("/test_log/\n")  # what is expected lies in there, and in older releases before the first commit
    git("config", "user.name", "Ines")  # who merges
    git("config", "user.email", "ines@desk.example")
    git.commit("Start the desk")
    return git


def live(git: ScriptedGit, desk: Path) -> None:
    """Take a claim in, research it, review, publish, rename, correct and withdraw it."""
    put(desk, "detour", DRAFT)
    git.commit("Take in a claim on detours", by=INES)
    put(desk, "detour", "# Only a remark\n" + DRAFT)
    git.commit("A remark", by=INES)
    put(desk, "detour", RESEARCHED)
    git.commit(f"Measure it\n\nCo-authored-by: {OMAR}", by=INES)
    approval = "  - {to: approved, on: 2026-03-02, by: omar, covers: aaaa}\n"
    put(desk, "detour", RESEARCHED.replace("in-review\nauthors", "approved\nauthors") + approval)
    git.commit("Approve", by=OMAR)
    put(desk, "detour", RESEARCHED.replace("in-review\nauthors", "approved\npublished: 2026-03-03\nauthors") + approval)
    git.commit("Publish", by=OMAR)
    git("mv", "claims/town/detour.yaml", "claims/town/long-detour.yaml")
    git.commit("Another name", by=INES)
    corrected = (
        RESEARCHED.replace("in-review\nauthors", "approved\npublished: 2026-03-03\nauthors").replace(
            "rating: refuted", "rating: misleading"
        )
        + approval.replace("aaaa", "bbbb")
        + "corrections:\n  - {on: 2026-03-09, class: substantial, cause: reader, notice: The detour depends on the day.}\n"
    )
    put(desk, "long-detour", corrected)
    git.commit("Correct", by=INES)
    put(desk, "long-detour", corrected + "\tbroken")
    git.commit("Break it", by=INES)
    put(desk, "long-detour", corrected + "retracted: {on: 2026-03-10, notice: We were wrong.}\n")
    git.commit("Withdraw", by=OMAR)


@pytest.mark.parametrize("output_format", ["text", "markdown", "json"])
def test_a_life(git: ScriptedGit, desk: Path, call: Call, file_regression: FileRegressionFixture, output_format: str) -> None:
    live(git, desk)
    ended = call("log", "long-detour", "--output-format", output_format)
    assert (ended.code, ended.err) == (0, "")
    file_regression.check(ended.out, extension={"text": ".txt", "markdown": ".md", "json": ".json"}[output_format])


def test_a_claim_that_is_gone_and_came_again(git: ScriptedGit, desk: Path, call: Call) -> None:
    put(desk, "detour", DRAFT)
    git.commit("Take in")
    git("rm", "-q", "claims/town/detour.yaml")
    git.commit("Delete")
    heads = [line for line in call("log", "detour").out.split("\n") if line.startswith("2026")]
    commits = git("log", "--format=%h", "--abbrev=8", "-2").split("\n")
    assert heads == [f"2026-03-01  taken in  Ines  {commits[1]}", f"2026-03-01  deleted  Ines  {commits[0]}"]
    put(desk, "detour", DRAFT.replace("20", "21"))
    git.commit("Again")
    assert [line.split("  ")[1] for line in call("log", "detour").out.split("\n") if line.startswith("2026")] == [
        "taken in", "deleted", "taken in",
    ]  # fmt: skip


def test_a_merge_is_told_only_where_it_made_something_of_its_own(git: ScriptedGit, desk: Path, call: Call) -> None:
    put(desk, "detour", DRAFT)
    git.commit("Take in")
    git("checkout", "-q", "-b", "work")
    put(desk, "detour", DRAFT + "kind: quantity\n")
    git.commit("On the branch")
    git("checkout", "-q", "main")
    put(desk, "unrelated", DRAFT)
    git.commit("Meanwhile")
    git("merge", "-q", "--no-ff", "--no-commit", "work")
    git.commit("Merge")
    subjects = [one["subject"] for one in json.loads(call("log", "detour", "--output-format", "json").out)["steps"]]
    assert subjects == ["Take in", "On the branch"]

    git("checkout", "-q", "-b", "more")
    put(desk, "detour", DRAFT + "kind: event\n")
    git.commit("On another branch")
    git("checkout", "-q", "main")
    put(desk, "detour", DRAFT + "kind: causal\n")
    git.commit("On main")
    git("merge", "-q", "-s", "ours", "--no-commit", "more")
    put(desk, "detour", DRAFT + "kind: promise\n")
    git.commit("Merge by hand")
    steps = json.loads(call("log", "detour", "--output-format", "json").out)["steps"]
    assert [one["subject"] for one in steps][-1] == "Merge by hand"
    assert steps[-1]["changes"][0]["sentence"] == "kind: causal → promise"


def test_what_stands_in_a_commit_does_nothing(git: ScriptedGit, desk: Path, call: Call) -> None:
    put(desk, "detour", DRAFT)
    git.commit("::error::x \x1b]0;evil\x07 ##[add-mask]e @everyone <img src=x> [a](https://evil.example)", by="Eve ` @all <e@x.example>")
    text = call("log", "detour").out
    assert "\x1b" not in text
    assert "##[" not in text
    assert [line for line in text.split("\n") if line.lstrip().startswith("::")] == []
    assert text.split("\n")[1] == (
        r"    ‘::error::x \u{1b}]0;evil\u{7} #\u{23}[add-mask]e @everyone <img src=x> [a](https://evil.example)’"
    )
    assert "``Eve ` @all``" in call("log", "detour", "--output-format", "markdown").out


def test_a_clone_that_is_cut_off(
    git: ScriptedGit, desk: Path, call: Call, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(git, desk)
    shallow = tmp_path_factory.mktemp("shallow") / "desk"
    git("clone", "-q", "--depth=2", f"file://{desk}", str(shallow))
    monkeypatch.chdir(shallow)
    ended = call("log", "long-detour")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.split("\n")[0].split("  ")[1] == "cannot be read"
    assert ended.out.endswith("\n\nthis clone is shallow: what was before is not known here; `git fetch --unshallow` gets it\n")


@pytest.mark.usefixtures("git")
def test_what_there_is_no_life_of(desk: Path, call: Call) -> None:
    ended = call("log", "detours")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "claimtrack: there is no claim 'detours', and no commit has one; `claimtrack list` lists them all\n"
    put(desk, "detours", DRAFT)
    assert call("log", "detours").err == "claimtrack: the claim 'detours' is in no commit yet; commit it first\n"
    assert call("log", "--all").code == 2


def test_without_a_repository(desk: Path, call: Call) -> None:
    del desk
    ended = call("log", "example")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("lies in no git repository, so nothing is known of its history\n")
