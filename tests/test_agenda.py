"""What there is to do at a desk: each kind of task, who can do it, and by which day."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from claimtrack.agenda import Task, agenda
from claimtrack.errors import UsageError
from claimtrack.loading import load

BASE = Path(__file__).parent / "rules" / "base"
TODAY = datetime.date(2026, 3, 2)

Told = Callable[..., list[str]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return what there is to do at the base desk once parts of its one complete claim have been replaced."""

    def told(*changes: tuple[str, str], add: str = "", file: str = "town/example.yaml", today: datetime.date = TODAY) -> list[str]:
        shutil.rmtree(tmp_path / "desk", ignore_errors=True)
        shutil.copytree(BASE, tmp_path / "desk")
        record = tmp_path / "desk" / file
        text = record.read_text("utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        record.write_text(text + add, "utf-8")
        project, findings = load(tmp_path / "desk")
        assert not findings
        return [in_words(task) for task in agenda(attrs.evolve(project, today=today)) if task.claims != ("other",)]

    return told


def in_words(task: Task) -> str:
    return f"{task.kind} {', '.join(task.claims)} by {task.due}: {' '.join(task.who)}: {task.what}"


STATUS = ("status: in-review", "status: approved")
HISTORY = "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n"
APPROVED = (HISTORY, HISTORY + "  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}\n")


def test_a_claim_in_review_waits_for_somebody_who_did_not_write_it(told: Told) -> None:
    assert told() == ["review example by None: omar: review it"]
    assert told(("authors: [ines]", "authors: [omar]")) == ["review example by None: : review it"]


def test_nobody_is_asked_to_read_what_says_nothing_yet(told: Told) -> None:
    verdict = BASE.joinpath("town", "example.yaml").read_text("utf-8")
    verdict = verdict[verdict.index("verdict:\n") : verdict.index("history:\n")]
    assert told((verdict, "")) == ["work example by None: ines: one thing is missing for ‘approved’"]


def test_what_a_machine_wrote_is_for_the_people_who_may_write(told: Told) -> None:
    draft = (("status: in-review", "status: draft"), (HISTORY, ""), ("aspect: fact\n", ""))
    assert told(*draft, ("authors: [ines]", "authors: [robot]")) == [
        "work example by None: ines omar: one thing is missing for ‘researching’"
    ]


def test_a_claim_in_a_status_that_nobody_knows_is_not_forgotten(told: Told) -> None:
    unknown = (("status: in-review", "status: reserching"), (", outcome: replied, reply: holm-letter", ""))
    assert told(*unknown) == [
        "answer example by 2026-02-14: ines: write down what came of the letter to Rike Holm (invented)",
        "work example by None: ines: its status ‘reserching’ is none of the workflow",
    ]


def test_it_says_how_much_an_approval_would_still_lack(told: Told) -> None:
    selection = ("selection: The council decides on it in March.\n", "")
    person = ("role: Councillor, ", "")
    assert told(selection) == ["review example by None: omar: review it; one thing is missing for ‘approved’"]
    assert told(selection, person) == ["review example by None: omar: review it; 2 things are missing for ‘approved’"]


def test_what_is_assigned_is_of_that_person_by_that_day(told: Told) -> None:
    assert told(add="assigned: {to: ines, until: 2026-03-09}\n") == ["review example by 2026-03-09: ines: review it"]
    assert told(add="assigned: {to: nobody-known}\n") == ["review example by None: omar: review it"]


def test_a_claim_in_work_lacks_something_for_its_next_status(told: Told) -> None:
    assert told(("status: in-review", "status: researching"), (HISTORY, "")) == [
        "work example by None: ines: could be moved to ‘in-review’"
    ]
    draft = (("status: in-review", "status: draft"), (HISTORY, ""), ("aspect: fact\n", ""))
    assert told(*draft) == ["work example by None: ines: one thing is missing for ‘researching’"]


def test_what_is_approved_waits_for_its_publication(told: Told) -> None:
    assert told(STATUS, APPROVED) == ["publish example by None: omar: publish it; it is approved"]
    assert told(STATUS, APPROVED, add="published: 2026-03-03\n") == ["publish example by 2026-03-03: omar: goes out on 2026-03-03"]
    assert told(STATUS, APPROVED, add="published: 2026-03-02\n") == ["look-again example by 2027-03-02: ines: look at it again"]


def test_an_approval_that_something_was_changed_behind_is_to_be_given_again(told: Told) -> None:
    stale = APPROVED[0], APPROVED[1].replace("5e1f00d2", "v1:0000000000000000")
    assert told(STATUS, stale, add="published: 2026-03-01\n") == [
        "approve-again example by None: omar: read and approve it again; it was changed"
    ]


def test_a_correction_under_way_is_to_be_finished(told: Told) -> None:
    history = APPROVED[0], APPROVED[1] + "  - {to: correcting, on: 2026-02-20, by: ines}\n"
    assert told(("status: in-review", "status: correcting"), history, add="published: 2026-02-15\n") == [
        "correct example by None: ines: finish the correction; readers see no answer until then"
    ]


def test_a_published_check_is_due_again_on_the_day_that_it_or_the_desk_says(told: Told) -> None:
    out = (STATUS, APPROVED)
    assert told(*out, add="published: 2026-02-15\nreview_due: 2026-03-01\n") == ["look-again example by 2026-03-01: ines: look at it again"]
    assert told(*out, add="published: 2026-02-15\nretracted: {on: 2026-03-01, notice: Withdrawn.}\n") == []


def test_a_letter_without_outcome_is_to_be_followed_up(told: Told) -> None:
    assert told((", outcome: replied, reply: holm-letter", "")) == [
        "answer example by 2026-02-14: ines: write down what came of the letter to Rike Holm (invented)",
        "review example by None: omar: review it",
    ]


def test_a_decisive_gap_is_to_be_closed(told: Told) -> None:
    gap = ("  - wanted: council-minutes\n", "  - wanted: council-minutes\n    decisive: yes\n")
    assert told(gap) == [
        "review example by None: omar: review it",
        "gap example by None: ines: find: The minutes of the council of 2 February 2026",
    ]


def test_what_has_ended_asks_for_nothing(told: Told) -> None:
    ended = ("status: in-review", "status: declined"), (HISTORY, "reasons: {declined: Out of reach.}\n")
    assert told(*ended) == []


def test_it_takes_a_day() -> None:
    project, _ = load(BASE)
    with pytest.raises(UsageError, match="give `today`"):
        agenda(project)


def test_one_gap_in_many_claims_is_one_task(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "desk")
    for file in ("example", "other"):
        record = tmp_path / "desk" / "town" / f"{file}.yaml"
        text = record.read_text("utf-8").partition("gaps:")[0]
        record.write_text(text + "gaps:\n  - {wanted: council-minutes, decisive: yes}\n", "utf-8")
    project, _ = load(tmp_path / "desk")

    gaps = [task for task in agenda(attrs.evolve(project, today=TODAY)) if task.kind == "gap"]
    assert [in_words(task) for task in gaps] == ["gap example, other by None: ines: find: The minutes of the council of 2 February 2026"]
