"""``claimtrack audit``: what it finds in real repositories, what it says of it, and what it does not say."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Call
    from tests.conftest import ScriptedGit

INES, OMAR = "Ines <ines@desk.example>", "Omar <omar@desk.example>"
CLAIM = "claims/town/example.yaml"
MORE = """\
people:
  ines: {shown: Ines, may: [write], git: [ines@desk.example]}
  omar: {shown: Omar, may: [write, review, publish], git: [omar@desk.example]}
  robot: {shown: First reading (language model), kind: machine, may: [write]}
"""
APPROVED = """\
status: approved
published: 2026-02-20
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: v1:5e1f00d25e1f00d2}
"""
SUMMARY = "The Roads Office counted 620 lorries a day in January 2026 and 310 a year before."


@pytest.fixture
def git(desk: Path, new_repository: Callable[[Path], ScriptedGit]) -> ScriptedGit:
    """The repository of a desk with a published claim; two commits."""
    record = desk / "claims" / "desk.yaml"
    text = record.read_text("utf-8")
    record.write_text(re.sub(r"^people:\n(?:  .*\n)+", MORE, text, flags=re.MULTILINE), "utf-8")
    git = new_repository(desk)
    git.commit("Begin", by=INES)
    claim = desk / CLAIM
    text = claim.read_text("utf-8").replace("status: in-review\n", "").partition("history:\n")[0]
    claim.write_text(text + APPROVED, "utf-8")
    git.commit("Approve and publish", by=OMAR)
    return git


def change(git: ScriptedGit, old: str, new: str, *, file: str = CLAIM, by: str = INES) -> str:
    path = git.folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return git.commit(by=by)[:8]


def correct(git: ScriptedGit) -> str:
    correction = "corrections:\n  - {on: 2026-03-01, class: minor, cause: own-error, notice: We had changed the summary silently.}\n"
    return change(git, "published:", correction + "published:", by=OMAR)


def codes(call: Call, *arguments: str) -> list[tuple[str, str, str | None]]:
    told = json.loads(call("audit", *arguments, "--output-format", "json").out)
    return [(one["code"], one["commit"][:8], one["how"]) for one in told["breaks"]]


@pytest.mark.usefixtures("git")
def test_a_clean_history(call: Call) -> None:
    done = call("audit")
    assert (done.code, done.out, done.err) == (0, "2 commits from 2026-03-01 to 2026-03-01: 0 errors, 0 warnings, 0 notes\n", "")


def test_a_silent_change_that_readers_were_told_of_later(call: Call, git: ScriptedGit) -> None:
    before = git("rev-parse", "--short=8", "HEAD")
    silent = change(git, SUMMARY, "It holds.")
    assert codes(call) == [("CT701", silent, None)]
    told = correct(git)
    done = call("audit")
    assert done.code == 1
    assert done.out == (
        f"2026-03-01  error CT701  {silent}  Ines\n"
        f"    {CLAIM}:46:5: changed since {before} without a correction: the summary\n"
        f"    told readers later, in {told} (2026-03-01)\n"
        "\n"
        "4 commits from 2026-03-01 to 2026-03-01: 1 error, 0 warnings, 0 notes\n"
    )
    assert call("audit", f"{silent}..").out == "1 commit from 2026-03-01 to 2026-03-01: 0 errors, 0 warnings, 0 notes\n"
    assert codes(call, f"{before}..{silent}") == [("CT701", silent, None)]


def test_what_is_put_back_was_changed_twice(call: Call, git: ScriptedGit) -> None:
    silent = change(git, SUMMARY, "It holds.")
    back = change(git, "It holds.", SUMMARY)
    assert codes(call) == [("CT701", silent, "put back"), ("CT701", back, None)]


def test_a_record_that_cannot_be_read_in_between_hides_nothing(call: Call, git: ScriptedGit) -> None:
    text = (git.folder / CLAIM).read_text("utf-8")
    (git.folder / CLAIM).write_text("status: [\n", "utf-8")
    broken = git.commit(by=INES)[:8]
    (git.folder / CLAIM).write_text(text.replace(SUMMARY, "It holds."), "utf-8")
    mended = git.commit(by=INES)[:8]
    assert codes(call) == [("CT701", mended, None)]
    assert f"\n{CLAIM} could not be read from {broken} (2026-03-01) on, and was taken to be what it was before\n" in call("audit").out


def test_neither_does_a_desk_record_that_cannot_be_read(call: Call, git: ScriptedGit) -> None:
    desk = (git.folder / "claims/desk.yaml").read_text("utf-8")
    (git.folder / "claims/desk.yaml").write_text("format: [\n", "utf-8")
    broken = git.commit(by=INES)[:8]
    silent = change(git, SUMMARY, "It holds.")
    (git.folder / "claims/desk.yaml").write_text(desk, "utf-8")
    git.commit(by=INES)
    assert codes(call) == [("CT701", silent, None)]
    assert f"the desk record claims/desk.yaml could not be read from {broken}" in call("audit").out


def test_a_deleted_record_that_comes_back_with_another_verdict(call: Call, git: ScriptedGit) -> None:
    text = (git.folder / CLAIM).read_text("utf-8")
    (git.folder / CLAIM).unlink()
    gone = git.commit(by=INES)[:8]
    (git.folder / CLAIM).write_text(text.replace(SUMMARY, "It holds."), "utf-8")
    back = git.commit(by=INES)[:8]
    assert codes(call) == [("CT706", gone, "put back"), ("CT701", back, None)]


def test_an_id_that_another_claim_gets_after_the_record_was_deleted(call: Call, git: ScriptedGit) -> None:
    (git.folder / CLAIM).unlink()
    gone = git.commit(by=INES)[:8]
    (git.folder / CLAIM).write_text("status: draft\nstatement: Something else.\nquote: something else\n", "utf-8")
    reused = git.commit(by=INES)[:8]
    assert codes(call) == [("CT706", gone, None), ("CT708", reused, None)]


def test_a_renamed_claim_is_followed(call: Call, git: ScriptedGit) -> None:
    git("mv", CLAIM, "claims/town/lorries.yaml")
    change(git, "published:", "former_ids: [example]\npublished:", file="claims/town/lorries.yaml")
    silent = change(git, SUMMARY, "It holds.", file="claims/town/lorries.yaml")
    assert codes(call) == [("CT701", silent, None)]


def test_a_merge_counts_when_it_lands_and_its_commit_is_named(call: Call, git: ScriptedGit) -> None:
    git("switch", "--quiet", "-c", "side")
    silent = change(git, SUMMARY, "It holds.")
    git("switch", "--quiet", "main")
    merged = land(git, "side")
    assert f"error CT701  {silent}  Ines\n" in call("audit").out
    assert f"\n    merged by {merged}\n" in call("audit").out
    assert codes(call) == [("CT701", merged, None)]


def test_what_is_undone_on_the_side_was_never_seen(call: Call, git: ScriptedGit) -> None:
    git("switch", "--quiet", "-c", "side")
    change(git, SUMMARY, "It holds.")
    change(git, "It holds.", SUMMARY)
    git("switch", "--quiet", "main")
    land(git, "side")
    assert codes(call) == []


def test_a_merge_that_changes_something_by_itself(call: Call, git: ScriptedGit) -> None:
    git("switch", "--quiet", "-c", "side")
    change(git, "aspect: fact", "aspect: fact\ninternal: Ask again.")
    git("switch", "--quiet", "main")
    begin_merge(git, "side")
    merged = change(git, SUMMARY, "It holds.", by=OMAR)
    assert f"error CT701  {merged}  Omar\n" in call("audit").out


def test_an_approval_on_a_side_branch_is_that_of_its_author(call: Call, git: ScriptedGit) -> None:
    git("switch", "--quiet", "-c", "side")
    other = "claims/town/other.yaml"
    text = (git.folder / other).read_text("utf-8")
    assert "authors: [ines]" in text
    entries = "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n"
    (git.folder / other).write_text(re.sub(r"^history:\n(?:  .*\n)+", "", text, flags=re.MULTILINE) + entries, "utf-8")
    git.commit(by=INES)
    change(git, entries, entries + "  - {to: approved, on: 2026-02-14, by: omar, covers: v1:5e1f00d25e1f00d2}\n", file=other, by=OMAR)
    git("switch", "--quiet", "main")
    land(git, "side", by=INES)
    assert [code for code, _, _ in codes(call) if code == "CT721"] == []


def test_a_shallow_clone_says_where_it_is_cut_off(call: Call, git: ScriptedGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = change(git, SUMMARY, "It holds.")
    git("clone", "--quiet", "--depth=2", f"file://{git.folder}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    base = git("rev-parse", "--short=8", "HEAD~1")
    done = call("audit")
    assert f"this clone is shallow: what was before {base} is not known here; `git fetch --unshallow` gets it\n" in done.out
    assert codes(call) == [("CT701", silent, None)]


def test_the_page_for_readers_names_no_address_and_no_claim_that_they_never_saw(call: Call, git: ScriptedGit) -> None:
    silent = change(git, SUMMARY, "It holds.")
    correct(git)
    entries = "  - {to: in-review, on: 2026-02-13, by: ines}\n"
    draft = "claims/town/secret.yaml"
    (git.folder / draft).write_text(
        f"status: in-review\nauthors: [ines]\nstatement: A secret.\nquote: secret\nhistory:\n{entries}", "utf-8"
    )
    git.commit(by="Somebody <who@elsewhere.example>")
    change(git, entries, entries + "  - {to: approved, on: 2026-02-14, by: omar, covers: v1:5e1f00d25e1f00d2}\n", file=draft, by=INES)
    done = call("audit", "--summary", "--output-format", "markdown")
    assert done.code == 1
    assert "secret" not in done.out
    assert "@" not in done.out
    own = git("rev-parse", "--short=8", "HEAD")
    last = git("rev-parse", "--short=8", "HEAD")
    assert done.out == (
        "# Audit of the history of `Alderford Desk (invented)`\n\n"
        "## What was looked at\n\n"
        f"- 6 commits from 2026-03-01 to 2026-03-01, up to `{last}`\n"
        "- the main line of the repository, commit by commit, as readers saw it; what was merged counts when it was merged\n"
        "- what the first commit with a desk record brought was taken as it was\n"
        "- claims at the end: 3\n"
        "- of these, readers see: 1\n"
        "- withdrawn: 0\n"
        "- corrections in what readers see: 1\n\n"
        "## What was found\n\n"
        "- a published claim said something else, and no correction said so: 1, of which made good later: 1\n"
        "- an approval was committed by who wrote the claim: 1\n\n"
        "## One by one\n\n"
        "- 2026-03-01, `example`: a published claim said something else, and no correction said so, by `Ines` "
        f"(`{silent}`); readers were told on 2026-03-01\n"
        "- 2026-03-01, a claim that readers never saw: an approval was committed by who wrote the claim, by `Ines` "
        f"(`{own}`)\n\n"
        "## What git cannot tell\n\n"
        "- what was on the main line and was taken out of it again by force: it is in no history any more\n"
        "- who really sat at the keyboard: a commit carries the name that its author gave\n"
        "- what readers were shown, where the site was built from something else than the main line\n"
        "- why something was changed: each of these may have had a good reason\n"
    )
    plain = call("audit", "--summary").out
    assert "secret" not in plain + call("audit", "--summary", "--output-format", "json").out
    assert plain.startswith("Audit of the history of Alderford Desk (invented)\n=====")


def test_what_makes_it_fail(call: Call, git: ScriptedGit) -> None:
    change(git, "scale: six-step@1", "scale: six-step@1\ninvented: yes", file="claims/desk.yaml")
    assert call("audit").code == 0
    change(git, "invented: yes\n", "", file="claims/desk.yaml")
    change(git, SUMMARY, "It holds.")
    assert (call("audit").code, call("audit", "HEAD~1").code) == (1, 0)


@pytest.mark.usefixtures("git")
def test_what_is_no_stretch_of_history(call: Call) -> None:
    assert call("audit", "..HEAD").err == "claimtrack: '..HEAD' is no stretch of history; write REV for all up to it, REV.. or REV..REV\n"
    assert call("audit", "HEAD...HEAD~1").code == 2
    assert call("audit", "nowhere").err == "claimtrack: there is no commit 'nowhere' in this repository\n"
    assert call("audit", "HEAD..HEAD").out == "no commits\n"


@pytest.mark.usefixtures("desk")
def test_without_a_repository(call: Call) -> None:
    done = call("audit")
    assert (done.code, done.out) == (2, "")
    assert "lies in no git repository, so nothing is known of its history" in done.err


def land(git: ScriptedGit, branch: str, by: str = OMAR) -> str:
    begin_merge(git, branch)
    return git.commit("Merge", by=by)[:8]


def begin_merge(git: ScriptedGit, branch: str) -> None:
    git("-c", "user.name=Nobody", "-c", "user.email=nobody@desk.example", "merge", "--quiet", "--no-ff", "--no-commit", branch)


@pytest.mark.parametrize("options", [["--object-format=sha1"], ["--object-format=sha256"]])
def test_a_desk_below_the_top_of_a_repository(
    call: Call, desk: Path, new_repository: Callable[..., ScriptedGit], options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path / "top folder"
    git = new_repository(top, *options)
    shutil.copytree(desk / "claims", top / "über" / "claims")
    monkeypatch.chdir(top / "über")
    file = f"über/{CLAIM}"
    git.commit(by=INES)
    claim = top / file
    claim.write_text(claim.read_text("utf-8").replace("status: in-review\n", "").partition("history:\n")[0] + APPROVED, "utf-8")
    git.commit(by=OMAR)
    silent = change(git, SUMMARY, "It holds.", file=file)
    git("switch", "--quiet", "--detach")
    assert [one for one in codes(call) if one[0] != "CT723"] == [("CT701", silent, None)]
    assert f"\n    {CLAIM}:46:5: changed since " in call("audit").out
