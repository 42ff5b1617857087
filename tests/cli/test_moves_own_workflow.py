"""The same moves at a desk that has written out a workflow of its own, with other names, permissions and demands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import difference, replace, texts

if TYPE_CHECKING:
    from tests.cli.conftest import Call, Ended

OTHER = "claims/town/other.yaml"
WORKFLOW = """\
workflow:
  name: alderford
  version: 1
  correcting: mending
  statuses:
    - {id: idea, label: Idea, moves: [dossier, dropped], demands: [authors]}
    - {id: dossier, label: Dossier, moves: [idea, read, signed, board, dropped], demands: [authors, statement, aspect]}
    - {id: read, label: Read, who: review, moves: [dossier, signed], demands: [authors, statement, aspect, assignee]}
    - {id: signed, label: Signed, who: publish, approves: yes, moves: [signed, mending], demands: [authors, statement, approval]}
    - {id: board, label: Signed by the board, who: review, approves: yes, moves: [mending], demands: [authors, approval]}
    - {id: mending, label: Being mended, who: review, moves: [signed], demands: [authors]}
    - {id: dropped, label: Dropped, demands: [reason]}
"""

Moved = Callable[..., tuple["Ended", str]]


@pytest.fixture
def own(desk: Path) -> Path:
    """The desk with its own workflow, and one claim that is an idea."""
    replace(desk / "claims" / "desk.yaml", "workflow: standard@1\n", WORKFLOW)
    replace(desk / "claims" / "desk.yaml", "  robot:", "  nour: {shown: Nour, may: [review]}\n  robot:")
    (desk / "claims" / "town" / "example.yaml").unlink()
    replace(desk / OTHER, "status: researching", "status: idea")
    replace(desk / OTHER, "history:\n  - {to: researching, on: 2026-02-09, by: ines}\n", "")
    return desk


@pytest.fixture
def moved(own: Path, call: Call) -> Moved:
    """Run a command, and return how it ended and what is different in the files."""

    def run(*arguments: str) -> tuple[Ended, str]:
        before = texts(own)
        ended = call(*arguments)
        return ended, difference(before, texts(own))

    return run


def told(ended: Ended) -> list[str]:
    """Return what a command said beside its output."""
    return [line.removeprefix("claimtrack: ").removeprefix("next: ") for line in ended.err.splitlines()]


def test_a_claim_goes_the_way_of_the_desk(moved: Moved) -> None:
    ended, different = moved("move", "other", "dossier", "--by", "ines", "--now", "2026-02-10")
    assert different == f"{OTHER}\n-status: idea\n+status: dossier\n+history:\n+  - {{to: dossier, on: 2026-02-10, by: ines}}\n"
    assert told(ended) == ["have it read by omar: `claimtrack review other approve`"]

    ended, different = moved("review", "other", "approve", "--by", "omar", "--now", "2026-02-11")
    assert (ended.code, told(ended), different) == (2, ["more than one status approves; say which one with --to: signed, board"], "")

    ended, different = moved("review", "other", "approve", "--to", "signed", "--by", "omar", "--now", "2026-02-11")
    covers = ended.out.split()[8]
    assert different == (f"{OTHER}\n-status: dossier\n+status: signed\n+  - {{to: signed, on: 2026-02-11, by: omar, covers: {covers}}}\n")
    assert told(ended) == ["`claimtrack publish other`"]

    _, different = moved("publish", "other", "--by", "omar", "--now", "2026-02-11")
    assert different == f"{OTHER}\n+published: 2026-02-11\n"

    ended, different = moved("correct", "other", "--by", "nour", "--now", "2026-02-12")
    assert different == f"{OTHER}\n-status: signed\n+status: mending\n+  - {{to: mending, on: 2026-02-12, by: nour}}\n"


def test_an_approval_takes_what_the_status_takes_and_review(moved: Moved) -> None:
    moved("move", "other", "dossier", "--by", "ines", "--now", "2026-02-10")
    ended, different = moved("move", "other", "signed", "--by", "nour", "--now", "2026-02-11")
    assert (ended.code, different) == (4, "")
    assert told(ended)[1].endswith("CT413 only people who may `publish` can move a claim to ‘signed’; ‘nour’ may only `review`")


def test_a_claim_is_sent_back_to_where_it_came_from(moved: Moved) -> None:
    moved("move", "other", "dossier", "--by", "ines", "--now", "2026-02-10")
    ended, different = moved("review", "other", "changes", "--by", "omar", "--now", "2026-02-11")
    assert (ended.out.splitlines()[0], "+status: idea\n" in different) == (
        "sent other back from 'dossier' to 'idea' on 2026-02-11, by omar",
        True,
    )


def test_where_several_statuses_send_back_the_caller_says_which(own: Path, moved: Moved) -> None:
    replace(own / "claims" / "desk.yaml", "moves: [dossier, signed]", "moves: [dossier, idea]")
    replace(own / OTHER, "status: idea\n", "status: read\nassigned: {to: ines}\n")
    ended, different = moved("review", "other", "changes", "--by", "omar", "--now", "2026-02-11")
    assert (ended.code, different) == (2, "")
    assert told(ended) == ["more than one status sends a claim back from 'read'; say which one with --to: dossier, idea"]
    ended, different = moved("review", "other", "changes", "--to", "idea", "--by", "omar", "--now", "2026-02-11")
    assert (ended.code, "+status: idea\n" in different) == (0, True)


def test_a_status_can_demand_somebody_who_is_assigned(moved: Moved) -> None:
    moved("move", "other", "dossier", "--by", "ines", "--now", "2026-02-10")
    ended, _ = moved("move", "other", "read", "--by", "omar", "--now", "2026-02-11")
    assert (ended.code, told(ended)[1]) == (
        4,
        "  claims/town/other.yaml:2: CT411 the status ‘read’ demands `assigned`: who does the next thing",
    )
    moved("assign", "other", "ines")
    ended, _ = moved("move", "other", "read", "--by", "omar", "--now", "2026-02-11")
    assert (ended.code, told(ended)) == (0, ["have it read by omar: `claimtrack review other approve`"])


def test_the_next_step_names_what_is_missing(own: Path, moved: Moved) -> None:
    replace(own / OTHER, "aspect: fact\n", "")
    replace(own / "claims" / "desk.yaml", "moves: [dossier, dropped]", "moves: [idea, dossier, dropped]")
    ended, different = moved("move", "other", "idea", "--by", "ines", "--now", "2026-02-10")
    assert different == f"{OTHER}\n+history:\n+  - {{to: idea, on: 2026-02-10, by: ines}}\n"
    assert told(ended) == [
        "add the one thing that 'dossier' still demands (`claimtrack show other` lists them), then `claimtrack move other dossier`"
    ]


def test_what_is_dropped_says_why_and_leads_nowhere(moved: Moved) -> None:
    ended, different = moved("move", "other", "dropped", "--reason", "Too small.", "--by", "ines", "--now", "2026-02-10")
    assert (ended.code, different) == (
        0,
        """\
claims/town/other.yaml
-status: idea
+status: dropped
+reasons:
+  declined: Too small.
+history:
+  - {to: dropped, on: 2026-02-10, by: ines}
""",
    )
    ended, _ = moved("move", "other", "idea", "--by", "ines", "--now", "2026-02-11")
    assert (ended.code, told(ended)) == (4, ["'idea' cannot follow 'dropped'; from there, the workflow leads to nowhere (CT403)"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("  correcting: mending\n", ""), "the workflow has no status 'correcting' in which corrections are made; "),
        (("moves: [mending]", "moves: [signed]"), "'mending' cannot follow 'board'; from there, the workflow leads to 'signed'. "),
    ],
)
def test_a_workflow_without_a_way_to_correct(change: tuple[str, str], words: str, own: Path, moved: Moved) -> None:
    moved("move", "other", "dossier", "--by", "ines", "--now", "2026-02-10")
    moved("move", "other", "board", "--by", "omar", "--now", "2026-02-10")
    moved("publish", "other", "--by", "omar", "--now", "2026-02-10")
    replace(own / "claims" / "desk.yaml", *change)
    ended, different = moved("correct", "other", "--by", "nour", "--now", "2026-02-12")
    assert (ended.code, different) == (4, "")
    assert told(ended)[0].startswith(words)


def test_where_nothing_approves_nothing_is_approved(own: Path, moved: Moved) -> None:
    replace(own / "claims" / "desk.yaml", "approves: yes, ", "")
    ended, _ = moved("review", "other", "approve", "--by", "omar", "--now", "2026-02-12")
    assert (ended.code, told(ended)) == (4, ["the workflow has no status that approves, so nothing can be approved (CT824)"])


def test_nobody_there_who_may_approve_is_told(own: Path, moved: Moved) -> None:
    replace(own / "claims" / "desk.yaml", "may: [write, review, publish]", "may: [write]")
    ended, _ = moved("move", "other", "dossier", "--by", "ines", "--now", "2026-02-10")
    assert told(ended)[-1] == "have it read by somebody who may, whom the desk does not have yet: `claimtrack review other approve`"
