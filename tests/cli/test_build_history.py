"""``build --history``: what became of a check since it was published, on its page, from real repositories."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.fingerprint import fingerprint
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.cli.conftest import Call
    from tests.conftest import ScriptedGit

INES, OMAR = "Ines I. <ines@desk.example>", "Omar O. <omar@desk.example>"
CANARY = "kanarienv"


def change(record: Path, *changes: tuple[str, str]) -> None:
    text = record.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    record.write_text(text, "utf-8")


def approve(desk: Path, record: Path, day: str, status: str) -> None:
    """Approve what stands there, with its fingerprint."""
    change(record, (f"status: {status}", "status: approved"))
    covers = fingerprint(load(desk)[0], load(desk)[0].claims["example"])
    record.write_text(f"{record.read_text('utf-8')}  - {{to: approved, on: {day}, by: omar, covers: {covers}}}\n", "utf-8")


@pytest.fixture
def git(desk: Path, example: Path, new_repository: Callable[[Path], ScriptedGit]) -> ScriptedGit:
    """The desk in a repository: a claim in review, with much that nobody outside may ever read."""
    git = new_repository(desk)
    git("config", "user.name", "Ines")  # who merges
    git("config", "user.email", "ines@desk.example")
    (desk / ".gitignore").write_text("snapshots/\nsite/\n", "utf-8")
    change(desk / "claims" / "desk.yaml", ("ines: {shown: Ines,", "ines: {shown: Ines, git: [ines@desk.example],"))
    change(desk / "claims" / "desk.yaml", ("omar: {shown: Omar,", "omar: {shown: Omar, git: [omar@desk.example],"))
    text = example.read_text("utf-8")
    example.write_text(f"internal: {CANARY}\n{text.replace('620 lorries a day, not 310 as a year before', CANARY)}", "utf-8")
    git.commit(f"Take it in: {CANARY}", by=f"{CANARY} <{CANARY}@x.example>")
    example.write_text(text, "utf-8")
    git.commit("Clean up", by=INES)
    return git


def publish(git: ScriptedGit, desk: Path, example: Path) -> None:
    approve(desk, example, "2026-02-14", "in-review")
    change(example, ("status: approved", "status: approved\npublished: 2026-02-20"))
    git.commit("Publish", by=OMAR)


def correct(git: ScriptedGit, desk: Path, example: Path) -> None:
    """Take the answer back, and give another one, prepared on a branch that is merged."""
    change(example, ("status: approved", "status: correcting"))
    example.write_text(example.read_text("utf-8") + "  - {to: correcting, on: 2026-03-01, by: ines}\n", "utf-8")
    git.commit("Take the answer back", by=INES)
    git("checkout", "-q", "-b", "correction")
    change(example, ("  rating: supported", "  rating: mostly-supported"), ("310 a year before.", "320 a year before."))
    git.commit(f"{CANARY}: first try", by=INES)
    correction = (
        "{on: 2026-03-02, class: substantial, cause: reader, notice: It was counted otherwise., was: {rating: supported, summary: 310.}}"
    )
    change(example, ("320 a year before.", "330 a year before."), ("history:\n", f"corrections:\n  - {correction}\nhistory:\n"))
    approve(desk, example, "2026-03-02", "correcting")
    git.commit(f"Correct\n\nCo-authored-by: {OMAR}", by=INES)
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "--no-commit", "correction")
    git.commit("Merge", by="Somebody Else <merge@forge.example>")


def page(desk: Path, call: Call, *options: str, language: str = "en") -> str:
    ended = call("build", "--history", "-o", "site", "--now", "2026-03-20", *options)
    assert ended.code == 0, ended
    return (desk / "site" / language / "claims" / "example.html").read_text("utf-8")


def told(page: str) -> list[str]:
    """Return the lines of the timeline as people read them; none where there is no timeline."""
    section = re.search(r'<section class="part" aria-labelledby="timeline">(.*?)</section>', page, re.DOTALL)
    return (
        [html.unescape(re.sub(r"<[^>]*>", "", one)).strip() for one in re.findall(r"<p.*?</p>", section[1], re.DOTALL)] if section else []
    )


def test_from_publication_on_as_readers_saw_it(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    publish(git, desk, example)
    assert told(page(desk, call)) == ["Published, rated Supported.", "20 February 2026 · by Omar"]
    correct(git, desk, example)
    lines = told(page(desk, call))
    assert lines == [
        "Published, rated Supported.",
        "20 February 2026 · by Omar",
        "Answer taken back, to be corrected.",
        "1 March 2026 · by Ines",
        "Answered again. Corrected: Substantial correction. Rating changed from Supported to Mostly supported. Reworded: summary.",
        "1 March 2026 · by Ines, Omar",
    ]
    assert told(page(desk, call, language="de"))[4] == (
        "Wieder beantwortet. Korrigiert: Wesentliche Korrektur. Bewertung geändert von Belegt zu Überwiegend belegt. "
        "Neu gefasst: Zusammenfassung."
    )


def test_nothing_that_was_never_published_gets_out(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    publish(git, desk, example)
    correct(git, desk, example)
    page(desk, call)
    for path in (desk / "site").rglob("*"):
        if path.is_file():
            content = path.read_bytes().decode("utf-8", "replace")
            for secret in (CANARY, "desk.example>", "omar@", "ines@", "Ines I.", "320 a year", "first try", git("rev-parse", "HEAD")[:8]):
                assert secret not in content, (path, secret)


def test_commits_are_named_where_readers_can_look_them_up(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    desk_record = desk / "claims" / "desk.yaml"
    desk_record.write_text(
        desk_record.read_text("utf-8") + 'forge: {records: "https://forge.example/r/", history: "https://forge.example/h/"}\n', "utf-8"
    )
    publish(git, desk, example)
    assert told(page(desk, call))[1] == f"20 February 2026 · by Omar · {git('rev-parse', 'HEAD')[:8]}"


def test_the_same_bytes_again_and_none_of_it_without_the_option(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    publish(git, desk, example)
    first = page(desk, call)
    assert page(desk, call) == first
    assert call("build", "-o", "site", "--now", "2026-03-20").code == 0
    assert told((desk / "site" / "en" / "claims" / "example.html").read_text("utf-8")) == []


def test_a_page_without_an_answer_tells_no_rating(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    publish(git, desk, example)
    change(example, ("status: approved", "status: correcting"))
    example.write_text(example.read_text("utf-8") + "  - {to: correcting, on: 2026-03-01, by: ines}\n", "utf-8")
    git.commit("Take the answer back", by=INES)
    assert told(page(desk, call)) == [
        "Published.", "20 February 2026 · by Omar", "Answer taken back, to be corrected.", "1 March 2026 · by Ines",
    ]  # fmt: skip


def test_after_a_correction_for_legal_reasons_no_rating_is_told(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    publish(git, desk, example)
    correct(git, desk, example)
    change(example, ("cause: reader", "cause: legal"))
    approve_again(desk, example)
    git.commit("For legal reasons", by=OMAR)
    lines = told(page(desk, call))
    assert lines[0] == "Published."
    assert "Rating changed." in lines[4]
    assert "upported" not in " ".join(lines)


def approve_again(desk: Path, example: Path) -> None:
    covers = fingerprint(load(desk)[0], load(desk)[0].claims["example"])
    *before, last = re.findall(r"covers: (\S+)\}", example.read_text("utf-8"))
    del before
    change(example, (f"covers: {last}}}", f"covers: {covers}}}"))


def test_what_is_withdrawn_has_no_timeline(git: ScriptedGit, desk: Path, example: Path, call: Call) -> None:
    publish(git, desk, example)
    change(example, ("history:\n", "retracted: {on: 2026-03-03, notice: We take this back.}\nhistory:\n"))
    approve_again(desk, example)
    git.commit("Withdraw", by=OMAR)
    assert told(page(desk, call)) == []


def test_what_nobody_can_read_is_passed_over_and_what_was_taken_off_is_told(
    git: ScriptedGit, desk: Path, example: Path, call: Call
) -> None:
    publish(git, desk, example)
    text = example.read_text("utf-8")
    example.write_text(text + "\t: [", "utf-8")
    git.commit("Broken", by=INES)
    example.unlink()
    git.commit("Gone", by=INES)
    example.write_text(text, "utf-8")
    git.commit("Back", by=OMAR)
    assert told(page(desk, call))[2::2] == ["Taken off the site.", "Shown again."]


def test_a_clone_that_is_cut_off_and_no_repository_at_all(
    git: ScriptedGit, desk: Path, example: Path, call: Call, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(git, desk, example)
    shallow = tmp_path_factory.mktemp("shallow") / "desk"
    git("clone", "-q", "--depth=1", f"file://{desk}", str(shallow))
    monkeypatch.chdir(shallow)
    ended = call("build", "--history", "-o", "site", "--now", "2026-03-20")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(
        "claimtrack: this clone is shallow, so what became of the checks is not all here; `git fetch --unshallow` gets the rest, "
        "and for GitHub's checkout `fetch-depth: 0`\n"
    )
    assert not (shallow / "site").exists()
    (shallow / ".git").rename(shallow / "elsewhere")
    ended = call("build", "--history", "-o", "site", "--now", "2026-03-20")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("lies in no git repository, so nothing is known of its history\n")
