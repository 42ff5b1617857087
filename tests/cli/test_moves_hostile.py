"""What people, editors and other programs do to the records that are to be moved: refused with a reason, or done in the author's hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from tests.cli.conftest import difference, replace, texts

from claimtrack import load
from claimtrack.errors import ChangedMeanwhileError
from claimtrack.moves.naming import named_claim
from claimtrack.moves.plan import Plan, carry_out
from claimtrack.moves.reviewing import sent_back
from claimtrack.moves.stepping import Signature
from claimtrack.project import Project
from claimtrack.records.presets import WORKFLOWS

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

EXAMPLE = "claims/town/example.yaml"
OMAR = Signature("omar", datetime.date(2026, 2, 14))
BACK = ("review", "example", "changes", "--by", "omar", "--now", "2026-02-14")
STATUSES = ", ".join(status.id for status in WORKFLOWS["standard@1"].statuses)
TWICE = "claims/other/twice.yaml and claims/town/twice.yaml"
ON_ONE_LINE = "history: [{to: in-review, on: 2026-02-13, by: ines}]\n"
WRITTEN = "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n"


@pytest.fixture
def untouched(desk: Path, call: Call) -> Callable[..., Ended]:
    """Run a command that must not write anything."""

    def run(*arguments: str) -> Ended:
        before = texts(desk)
        ended = call(*arguments)
        assert texts(desk) == before
        return ended

    return run


@pytest.mark.parametrize(
    ("claim", "code", "words"),
    [
        ("exmple", 2, "there is no claim 'exmple'; did you mean example?"),
        ("zzz", 2, "there is no claim 'zzz'; `claimtrack list` lists them all"),
        ("../town/example", 2, "there is no claim '../town/example'; did you mean example?"),
        ("", 2, "there is no claim ''; `claimtrack list` lists them all"),
        ("a\x1b[2Jb", 2, "there is no claim 'a\\x1b[2Jb'; `claimtrack list` lists them all"),
        ("town", 2, "there is no claim 'town'; `claimtrack list` lists them all"),
        ("broken", 4, "the record of 'broken' has errors of reading and stays as it is; `claimtrack check` shows them"),
        (
            "twice",
            4,
            f"there are several claims 'twice': {TWICE}; give each an id of its own first (CT105)",
        ),
    ],
)
def test_a_claim_that_cannot_be_worked_with_is_named(
    claim: str, code: int, words: str, desk: Path, untouched: Callable[..., Ended]
) -> None:
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    (desk / "claims" / "other").mkdir()
    for folder in ("town", "other"):
        (desk / "claims" / folder / "twice.yaml").write_text("status: draft\n", encoding="utf-8")
    ended = untouched("move", claim, "needs-work")
    assert (ended.code, ended.out, ended.err) == (code, "", f"claimtrack: {words}\n")


@pytest.mark.parametrize(
    "command",
    [
        ("review", "exmple", "approve"),
        ("review", "exmple", "changes"),
        ("publish", "exmple"),
        ("correct", "exmple"),
        ("retract", "exmple", "--notice", "No."),
        ("assign", "exmple", "omar"),
    ],
    ids=" ".join,
)
def test_every_command_guesses_which_claim_is_meant(command: tuple[str, ...], untouched: Callable[..., Ended]) -> None:
    ended = untouched(*command)
    assert (ended.code, ended.err) == (2, "claimtrack: there is no claim 'exmple'; did you mean example?\n")


def test_what_looks_like_an_option_is_one(untouched: Callable[..., Ended]) -> None:
    assert untouched("publish", "-rf").err.startswith("claimtrack: No such option")  # how it goes on, each release of click says its way
    ended = untouched("publish", "--by", "omar", "--", "-rf")
    assert (ended.code, ended.err) == (2, "claimtrack: there is no claim '-rf'; `claimtrack list` lists them all\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("move", "example", "aproved"), "the workflow has no status 'aproved'; did you mean approved? (CT401)"),
        (
            ("move", "example", "zzz"),
            f"the workflow has no status 'zzz'; there are {STATUSES} (CT401)",
        ),
        (
            ("move", "example", "needs-work", "--reason", "x"),
            "'needs-work' wants no reason: `reasons.declined` says why a claim is not checked at all",
        ),
        (
            ("move", "example", "declined", "--reason", "x", "--duplicate-of", "other"),
            "'declined' is no status of duplicates; write the relation into the claim",
        ),
        (("move", "example", "duplicate", "--reason", "x", "--duplicate-of", "othr"), "there is no claim 'othr'; did you mean other?"),
        (("review", "example", "approve", "--note", "x"), "--note goes with `changes`: what is approved needs no change"),
        (("review", "example", "changes", "--note", " "), "--note wants a text, and what was given is empty"),
        (("review", "example", "changes", "--covers", "x"), "--covers goes with `approve`: only an approval covers something"),
        (
            ("review", "example", "approve", "--to", "needs-work"),
            "'needs-work' does not approve; `claimtrack move example needs-work` moves the claim there",
        ),
        (
            ("review", "example", "approve", "--covers", "95a49fbfe076fa4f"),
            "--covers wants a fingerprint such as v1:13d541d2ede53725, found '95a49fbfe076fa4f'; `claimtrack show` prints it",
        ),
        (("publish", "example", "--on", "tomorrow"), "--on wants a day such as 2026-02-09, found 'tomorrow'"),
    ],
)
def test_a_request_that_makes_no_sense(arguments: tuple[str, ...], words: str, untouched: Callable[..., Ended]) -> None:
    ended = untouched(*arguments, "--by", "omar", "--now", "2026-02-14")
    assert (ended.code, ended.err) == (2, f"claimtrack: {words}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("assign", "example"), "say whom it is assigned to: a person of the desk, or --nobody"),
        (("assign", "example", "omar", "--nobody"), "say whom it is assigned to: a person of the desk, or --nobody"),
        (("assign", "example", "--nobody", "--until", "2026-03-01"), "--until goes with a person: what is assigned to nobody has no day"),
        (("assign", "example", "omar", "--until", "soon"), "--until wants a day such as 2026-02-09, found 'soon'"),
        (("retract", "example"), "Missing option '--notice'."),
    ],
)
def test_a_request_that_lacks_something(arguments: tuple[str, ...], words: str, untouched: Callable[..., Ended]) -> None:
    ended = untouched(*arguments)
    assert (ended.code, ended.err) == (2, f"claimtrack: {words}\n")


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        (
            "claims/desk.yaml",
            ("workflow: standard@1", "workflow: standard@9"),
            "claims/desk.yaml names a workflow that nobody knows: standard@9 (CT803)",
        ),
        (
            "claims/desk.yaml",
            ("format: 1", "format: one"),
            "claims/desk.yaml has errors of reading, so nobody knows who works here; `claimtrack check` shows them",
        ),
        (
            EXAMPLE,
            ("status: in-review", "status: in-reveiw"),
            "claims/town/example.yaml has the status 'in-reveiw', which the workflow does not have; correct it first (CT401)",
        ),
        (
            EXAMPLE,
            ("status: in-review", "status: needs-work"),
            f"{EXAMPLE} has the status 'needs-work', and its history ends in 'in-review'; correct the one that is wrong first (CT405)",
        ),
    ],
)
@pytest.mark.parametrize("command", [("move", "example", "declined", "--reason", "No."), ("review", "example", "approve")], ids=" ".join)
def test_a_desk_that_nobody_knows_the_way_of(
    command: tuple[str, ...], file: str, change: tuple[str, str], words: str, desk: Path, untouched: Callable[..., Ended]
) -> None:
    replace(desk / file, *change)
    ended = untouched(*command, "--by", "omar", "--now", "2026-02-14")
    assert (ended.code, ended.err) == (4, f"claimtrack: {words}\n")


@pytest.mark.parametrize(
    ("file", "change"),
    [("claims/town/article.yaml", ("language: en", "language: [en]")), ("claims/sources.yaml", ("level: primary", "level: [primary]"))],
)
def test_nothing_is_approved_that_rests_on_what_cannot_be_read(
    file: str, change: tuple[str, str], desk: Path, untouched: Callable[..., Ended]
) -> None:
    replace(desk / file, *change)
    ended = untouched("review", "example", "approve", "--by", "omar", "--now", "2026-02-14")
    words = "rests on an article, a source or a scale that cannot be read, so nobody knows what an approval would cover"
    assert (ended.code, ended.err) == (4, f"claimtrack: claims/town/example.yaml {words}; `claimtrack check` shows them\n")


@pytest.mark.parametrize(
    ("written", "after"),
    [
        (WRITTEN, "+  - {to: needs-work, on: 2026-02-14, by: omar}\n"),
        ("", "+history:\n+  - {to: needs-work, on: 2026-02-14, by: omar}\n"),
        ("history:\n", "+  - {to: needs-work, on: 2026-02-14, by: omar}\n"),
        ("history: []\n", "-history: []\n+history:\n+  - {to: needs-work, on: 2026-02-14, by: omar}\n"),
        (
            ON_ONE_LINE,
            f"-{ON_ONE_LINE}+{ON_ONE_LINE[:-2]}, {{to: needs-work, on: 2026-02-14, by: omar}}]\n",
        ),
        (
            "history:\n- to: in-review   # at last\n  on: 2026-02-13\n  by: ines\n# the end\n",
            "+- to: needs-work\n+  on: 2026-02-14\n+  by: omar\n",
        ),
        (
            'history:\n    - {"to": in-review, on: "2026-02-13", by: ines}   # at last\n\n\n# the end\n',
            "+    - {to: needs-work, on: 2026-02-14, by: omar}\n",
        ),
        (
            "history: [\n  {to: in-review, on: 2026-02-13, by: ines},   # at last\n]\n",
            "+  {to: needs-work, on: 2026-02-14, by: omar},\n",
        ),
    ],
)
def test_a_history_goes_on_in_the_hand_of_its_author(written: str, after: str, desk: Path, call: Call) -> None:
    replace(desk / EXAMPLE, WRITTEN, written)
    before = texts(desk)
    ended = call(*BACK)
    assert ended.code == 0, ended.err
    assert difference(before, texts(desk)) == f"{EXAMPLE}\n-status: in-review\n+status: needs-work\n{after}"
    assert call("check", "--now", "2026-02-14").code == 0


def test_lines_go_on_ending_as_they_do(desk: Path, call: Call) -> None:
    record = desk / EXAMPLE
    record.write_bytes(b"\xef\xbb\xbf" + record.read_bytes().replace(b"\n", b"\r\n"))
    before = record.read_bytes()
    assert call(*BACK).code == 0
    after = before.replace(b"status: in-review", b"status: needs-work") + b"  - {to: needs-work, on: 2026-02-14, by: omar}\r\n"
    assert record.read_bytes() == after


def test_what_was_changed_since_it_was_read_stays(desk: Path) -> None:
    project, plan = planned(desk)
    replace(desk / EXAMPLE, "topics: [traffic]", "topics: [budget]")
    before = texts(desk)
    with pytest.raises(ChangedMeanwhileError, match="has changed since it was read, and stays as it is; run the command again"):
        sent_back(project, named_claim(project, "example"), OMAR)
    with pytest.raises(ChangedMeanwhileError):
        carry_out(plan)
    (desk / EXAMPLE).unlink()
    with pytest.raises(ChangedMeanwhileError, match="is gone since it was read; run the command again"):
        sent_back(project, named_claim(project, "example"), OMAR)
    assert {EXAMPLE} == set(before) - set(texts(desk))


def planned(desk: Path) -> tuple[Project, Plan]:
    """Return a project, and a plan to send its claim back."""
    project = attrs.evolve(load(desk)[0], today=OMAR.on)
    return project, sent_back(project, named_claim(project, "example"), OMAR)
