"""The workflow: every move, who may make it, every demand of every status, approvals, and days."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.fingerprint import fingerprint
from claimtrack.loading import load
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.workflow import DEMANDS

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase, Checked

STANDARD = WORKFLOWS["standard@1"]
STATUSES = [status.id for status in STANDARD.statuses]
MOVES = {
    "draft": {"researching", "in-review", "declined", "duplicate"},
    "researching": {"in-review", "declined", "duplicate"},
    "in-review": {"needs-work", "approved", "declined", "duplicate"},
    "needs-work": {"researching", "in-review", "declined", "duplicate"},
    "approved": {"approved", "correcting", "needs-work"},
    "correcting": {"approved"},
    "declined": {"draft", "researching"},
    "duplicate": {"draft"},
}
WHO = {"needs-work": "review", "approved": "review"}
APPROVED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
HOUSE = """
--- desk.yaml
workflow:
  name: house
  version: 1
  correcting: mending
  statuses:
    - {id: idea, label: Idea, moves: [work]}
    - {id: work, label: At work, moves: [signed, dropped], demands: [authors, claimant]}
    - {id: signed, label: Signed, moves: [mending, signed], who: publish, approves: yes, demands: [approval]}
    - {id: mending, label: Being mended, moves: [signed]}
    - {id: dropped, label: Dropped, who: review, demands: [reason]}
people:
  ines: {shown: Ines, may: [write]}
  omar: {shown: Omar, may: [write, review, publish]}
  cleo: {shown: Cleo, may: [publish]}
  robot: {shown: First reading (language model), kind: machine, may: [write, review, publish]}
--- other.yaml
status: work
history: [{to: work, on: 2026-02-09, by: ines}]
--- town/example.yaml
"""


def history(*moves: str, by: str = "omar", mark: str = "") -> str:
    entries = "\n".join(f"  - {{to: {to}, on: 2026-02-{14 + place}, by: {by}, covers: 5e1f00d2}}" for place, to in enumerate(moves))
    return f"status: {moves[-1]}\npublished: 2026-02-20\nhistory:\n{entries}{mark}\n"


def codes(checked: Checked) -> set[str]:
    return {one.code for one in checked.findings}


def test_the_moves_and_permissions_of_the_standard_workflow_are_these() -> None:
    assert {status.id: set(status.moves) for status in STANDARD.statuses} == MOVES
    assert {status.id: status.who for status in STANDARD.statuses if status.who != "write"} == WHO
    assert [status.id for status in STANDARD.statuses if status.approves] == ["approved"]


@pytest.mark.parametrize("before", STATUSES)
@pytest.mark.parametrize("after", STATUSES)
def test_every_move_of_the_workflow_and_no_other(before: str, after: str, check_base: CheckBase) -> None:
    found = [one.message for one in check_base(history(before, after)).of("CT403")]
    allowed = " or ".join(f"‘{one.id}’" for one in STANDARD.statuses if one.id in MOVES[before])

    assert len(MOVES[before]) == allowed.count("‘")
    if after in MOVES[before]:
        assert found == []
    else:
        (message,) = found
        assert message.startswith(f"‘{after}’ cannot follow ‘{before}’; expected ‘")
        assert set(re.findall("‘[a-z-]+’", message.partition("expected ")[2])) == {f"‘{one}’" for one in MOVES[before]}


@pytest.mark.parametrize("status", STATUSES)
def test_a_history_may_begin_with_any_status(status: str, check_base: CheckBase) -> None:
    assert codes(check_base(history(status))).isdisjoint({"CT402", "CT403", "CT404", "CT405", "CT406"})


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("person", ["ines", "omar", "robot", "cleo"])
def test_who_may_move_a_claim_where(status: str, person: str, check_base: CheckBase) -> None:
    people = """
--- desk.yaml
people:
  ines: {shown: Ines, may: [write]}
  omar: {shown: Omar, may: [write, review, publish]}
  robot: {shown: First reading (language model), kind: machine, may: [write]}
  cleo: {shown: Cleo}
"""
    may = {"ines": ["write"], "omar": ["write", "review", "publish"], "robot": ["write"], "cleo": []}[person]
    wanted = WHO.get(status, "write")
    told = check_base(history(status, by=person, mark="  # here") + people).messages("CT413")

    if wanted in may or (person, status) == ("robot", "approved"):  # what a machine approves has a finding of its own
        assert told == []
    else:
        message = f"only people who may `{wanted}` can move a claim to ‘{status}’; ‘{person}’ may {'only `write`' if may else 'do nothing'}"
        assert told == [f"here: {message} -> have it moved by somebody who may `{wanted}`"]


def test_a_status_that_the_workflow_does_not_have(check_base: CheckBase) -> None:
    known = ", ".join(STATUSES)

    assert check_base("status: aproved  # here").messages("CT401") == [
        f"here: the workflow has no status ‘aproved’; expected one of {known} -> did you mean ‘approved’?"
    ]
    assert check_base("history:\n  - {to: x, on: 2026-02-13, by: ines}  # here").messages("CT402") == [
        f"here: the workflow has no status ‘x’; expected one of {known} -> write a status of the workflow"
    ]


def test_a_mistyped_status_is_told_once(check_base: CheckBase) -> None:
    assert codes(check_base("status: aproved")) == {"CT401"}
    assert codes(check_base("history:\n  - {to: in-reveiw, on: 2026-02-13, by: ines}")) == {"CT402"}


def test_without_a_known_workflow_no_claim_is_called_wrong(check_base: CheckBase) -> None:
    assert codes(check_base("status: whatever\n--- desk.yaml\nworkflow: house@1\n")) == {"CT803"}


def test_the_history_may_have_several_moves_on_one_day_and_not_go_back(check_base: CheckBase) -> None:
    def told(first: str, second: str) -> list[str]:
        record = f"history:\n  - {{to: researching, on: {first}, by: ines}}\n  - {{to: in-review, on: {second}, by: ines}}  # here\n"
        return check_base(record).messages("CT404")

    assert told("2026-02-13", "2026-02-13") == []
    assert told("2026-02-13", "2026-02-14") == []
    message = "the history goes back in time; found 2026-02-12 after 2026-02-13, expected the newest entry last"
    assert told("2026-02-13", "2026-02-12") == [f"here: {message} -> put the entries in order, or correct the day"]


def test_the_history_ends_in_the_status(check_base: CheckBase) -> None:
    checked = check_base("history:\n  - {to: draft, on: 2026-02-12, by: ines}\n  - {to: declined, on: 2026-02-13, by: ines}  # here\n")

    message = "the history ends in ‘declined’; expected ‘in-review’, the status of the claim"
    assert checked.messages("CT405") == [f"here: {message} -> add the entry for the move to ‘in-review’, or correct the status"]
    assert [(place.file, place.span.line, place.message) for place in checked.of("CT405")[0].related] == [
        ("town/example.yaml", 1, "the status of the claim")
    ]


@pytest.mark.parametrize("status", STATUSES)
def test_one_honest_entry_is_wanted_once_a_claim_has_left_its_first_status(status: str, check_base: CheckBase) -> None:
    found = codes(check_base(f"status: {status}\nhistory: []\npublished: 2026-02-20\n"))

    assert ("CT406" in found) is (status not in {"draft", "approved"})
    if status == "approved":  # the missing approval is told by what the status demands
        assert "CT411" in found


@pytest.mark.parametrize(
    ("record", "person"),
    [
        ("authors: [ines, omra]  # here", "omra"),
        ("history: [{to: in-review, on: 2026-02-13, by: omra}]  # here", "omra"),
        ("accuses: yes\nlegal: {by: omra, on: 2026-02-13}  # here", "omra"),
        ("assigned: {to: omra}  # here", "omra"),
        ("verdict: {rating: misleading, decided_by: [ines, omra], summary: So., rationale: So.}  # here", "omra"),
    ],
)
def test_people_that_the_desk_does_not_know(record: str, person: str, check_base: CheckBase) -> None:
    assert check_base(record).messages("CT412") == [f"here: there is no ‘{person}’ among the people of the desk -> did you mean ‘omar’?"]


def test_the_complete_claim_can_be_approved(check_base: CheckBase) -> None:
    assert check_base(APPROVED).findings == ()
    assert check_base(APPROVED + "published: 2026-02-14\n").findings == ()


@pytest.mark.parametrize(
    ("fragments", "did"),
    [
        ("authors: [ines, omar]", "wrote it"),
        ("verdict: {rating: misleading, decided_by: [omar], summary: So., rationale: So.}", "decided its verdict"),
    ],
)
def test_whoever_wrote_or_decided_cannot_approve(fragments: str, did: str, check_base: CheckBase) -> None:
    checked = check_base(APPROVED.replace("5e1f00d2}", "5e1f00d2}  # here") + fragments)

    assert checked.messages("CT414") == [
        f"here: ‘omar’ approved the claim and {did}; expected somebody else -> have it approved by somebody else"
    ]
    assert [place.message for place in checked.of("CT414")[0].related] == [did]


def test_only_the_approval_that_the_claim_rests_on_has_to_be_by_somebody_else(check_base: CheckBase) -> None:
    later = """
authors: [ines, omar]
status: approved
history:
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: correcting, on: 2026-02-15, by: omar}
  - {to: approved, on: 2026-02-16, by: cleo, covers: 0a44d1f7}
published: 2026-02-14
--- desk.yaml
people: {ines: {shown: Ines, may: [write]}, omar: {shown: Omar, may: [write, review]}, cleo: {shown: Cleo, may: [review]}}
"""

    assert check_base(later).findings == ()


def test_a_machine_may_not_approve_whatever_it_is_allowed(check_base: CheckBase) -> None:
    machine = "--- desk.yaml\npeople: {ines: {shown: I, may: [write]}, robot: {shown: R, kind: machine, may: [write, review, publish]}}\n"
    checked = check_base(history("in-review", "approved", by="robot") + machine)

    assert [one.message for one in checked.of("CT415")] == [
        "‘robot’ is a machine and has approved the claim; expected a person who may review"
    ]


def test_a_verdict_that_a_machine_proposed_stands_when_a_person_has_approved_it(check_base: CheckBase) -> None:
    proposed = "authors: [robot]\nletters: []\nsearches: []\nreasons: {claimant_not_asked: So., no_contrary_search: So.}\n"
    proposed += "verdict: {rating: supported, decided_by: [robot], summary: {en: So., de: So.}, rationale: {en: So., de: So.}}\n"

    assert check_base(proposed).findings == check_base(proposed + "history: [{to: in-review, on: 2026-02-13, by: robot}]\n").findings
    assert {one.code for one in check_base(proposed + APPROVED).findings}.isdisjoint({"CT411", "CT412", "CT413", "CT414", "CT415", "CT418"})


def test_a_legal_reading_is_made_by_a_person(check_base: CheckBase) -> None:
    def told(person: str) -> list[str]:
        return check_base(f"accuses: yes\nlegal: {{by: {person}, on: 2026-02-13}}  # here\n").messages("CT418")

    message = "‘robot’ is a machine and is said to have read the claim for the law; expected a person"
    assert told("robot") == [f"here: {message} -> have it read by a person, and name that person"]
    assert told("omar") == []
    assert told("nobody") == []  # told as somebody whom the desk does not know


@pytest.mark.parametrize(("day", "told"), [("2026-02-13", False), ("2026-02-14", False), ("2026-02-15", True)])
@pytest.mark.parametrize(
    ("record", "what", "related"),
    [
        ("verdict: {rating: misleading, decided_on: DAY, summary: So., rationale: So.}\n", "verdict", "decided on this day"),
        ("accuses: yes\nlegal: {by: omar, on: DAY}\n", "legal reading", "read for the law on this day"),
    ],
)
def test_what_is_approved_was_there_to_be_read(
    record: str,
    what: str,
    related: str,
    day: str,
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    checked = check_base(APPROVED.replace("5e1f00d2}", "5e1f00d2}  # here") + record.replace("DAY", day))
    message = f"here: the approval of 2026-02-14 is older than the {what}; expected 2026-02-15 or later"

    assert checked.messages("CT419") == (
        [f"{message} -> have it read and approved again, or correct the day that is wrong"] if told else []
    )
    assert [place.message for one in checked.of("CT419") for place in one.related] == ([related] if told else [])


def test_a_later_verdict_is_not_blamed_on_an_approval_that_does_not_hold_any_more(check_base: CheckBase) -> None:
    later = "verdict: {rating: misleading, decided_on: 2026-02-16, summary: So., rationale: So.}\n"
    correcting = APPROVED.replace("status: approved", "status: correcting") + "  - {to: correcting, on: 2026-02-15, by: ines}\n"

    assert len(check_base(APPROVED + later).of("CT419")) == 1
    assert check_base(correcting + "published: 2026-02-14\n" + later).of("CT419") == []
    stale = check_base(APPROVED.replace("5e1f00d2", '"v1:0000000000000000"') + later)
    assert (len(stale.of("CT417")), stale.of("CT419")) == (1, [])


def test_an_approval_goes_stale_when_the_claim_changes(check_base: CheckBase, tmp_path: Path) -> None:
    def covering(covers: str, more: str = "") -> str:
        return APPROVED.replace("covers: 5e1f00d2}", f'covers: "{covers}"}}  # here') + more

    check_base()
    project, _ = load(tmp_path / "desk")
    today = fingerprint(project, project.claims["example"])
    checked = check_base(covering(today, "headline: {en: Another answer, de: Eine andere Antwort}\n"))
    project, _ = load(tmp_path / "desk")
    changed = fingerprint(project, project.claims["example"])

    message = f"the approval covers something else than what stands there now; found {today}, expected {changed}"
    assert checked.messages("CT417") == [f"here: {message} -> have it read and approved again, with `covers: {changed}`"]
    assert check_base(covering(today)).findings == ()
    assert check_base(covering(today, "selection: For another reason.\n")).findings == ()
    assert len(check_base(covering("v2:0123456789abcdef")).of("CT417")) == 1


@pytest.mark.parametrize(
    "covers", ["yes", "0000000000000000", "v1:0", "v1:000000000000000G", "5e1f00d2 ", "v:5e1f00d2", "V1:0123456789abcdef"]
)
def test_other_words_are_no_fingerprint(covers: str, check_base: CheckBase) -> None:
    checked = check_base(APPROVED.replace("5e1f00d2}", f"'{covers}'}}  # here"))
    hint = "read the claim as it is, then write the fingerprint that `claimtrack show` prints"

    (message,) = checked.messages("CT416")
    assert message.startswith(f"here: ‘{covers}’ is no fingerprint; expected one such as v1:")
    assert message.endswith(f" -> {hint}")
    assert checked.of("CT417") == []


def test_an_approval_is_not_stale_where_it_cannot_be_compared_or_need_not_hold(check_base: CheckBase) -> None:
    stale = APPROVED.replace("5e1f00d2", '"v1:0000000000000000"')
    correcting = (
        stale.replace("status: approved", "status: correcting") + "  - {to: correcting, on: 2026-02-15, by: ines}\npublished: 2026-02-14\n"
    )
    unreadable = "--- sources.yaml\nbridge-count: {url: 'https://a.example/', levle: primary}\n"

    assert len(check_base(stale).of("CT417")) == 1
    assert check_base(correcting).of("CT417") == []
    assert check_base(stale + unreadable).of("CT417") == []
    assert check_base(APPROVED).of("CT417") == []


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-03-01", False), ("2026-03-02", False), ("2026-03-03", False), ("2026-03-04", True), ("2062-03-02", True)],
)
@pytest.mark.parametrize(
    "record",
    [
        "history: [{to: in-review, on: DAY, by: ines}]  # here",
        "searches: [{read: Counts, on: DAY, by: ines, found: nothing}]  # here",
        "letters: [{to: Rike Holm, about: claim, on: DAY}]  # here",
        "accuses: yes\nlegal: {by: omar, on: DAY}  # here",
        "verdict: {rating: misleading, decided_on: DAY, summary: So., rationale: So.}  # here",
        "made_on: DAY  # here",
        "evidence: [{id: a, source: bridge-count, stance: context, added: DAY}]  # here\naspect: said",
        "--- article.yaml\nfor_all_claims: {made_on: DAY}  # here",
        "--- article.yaml\nfor_all_claims: {letters: [{to: Rike Holm, about: claim, on: DAY}]}  # here",
        APPROVED + "published: 2026-02-14\nretracted: {on: DAY, notice: Gone.}  # here",
        APPROVED + "published: 2026-02-14\ncorrections: [{on: DAY, class: minor, cause: reader, notice: A name.}]  # here",
    ],
)
def test_nothing_was_done_on_a_day_that_has_not_come_anywhere_on_earth(record: str, day: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    message = f"here: the day has not come yet anywhere on earth; found {day}, expected 2026-03-03 or before -> correct the day"

    assert check_base(record.replace("DAY", day)).messages("CT421") == ([message] if told else [])


def test_what_is_planned_or_only_roughly_dated_may_lie_ahead(check_base: CheckBase) -> None:
    planned = "review_due: 2027-01-01\nletters: [{to: Rike Holm, about: claim, on: 2026-02-10, until: 2026-04-01}]\n"

    assert check_base(planned).of("CT421") == []
    assert check_base("made_on: 2026-05~").of("CT421") == []
    assert check_base("made_on: 2026").of("CT421") == []


def test_a_review_is_due_when_its_day_has_passed(check_base: CheckBase) -> None:
    due = APPROVED + "published: 2026-02-20\nreview_due: 2026-03-02  # here"
    hint = "look at it again, then approve or correct it"

    assert check_base(due).of("CT422") == []
    assert check_base(due, today=datetime.date(2026, 3, 3)).messages("CT422") == [
        f"here: the check was due to be looked at again by 2026-03-02 -> {hint}"
    ]
    assert check_base("review_due: 2026-03-02", today=datetime.date(2026, 3, 3)).of("CT422") == []  # nobody has read it yet


@pytest.mark.parametrize(
    ("today", "more", "told"),
    [
        (datetime.date(2027, 2, 20), "", False),
        (datetime.date(2027, 2, 21), "", True),
        (datetime.date(2027, 2, 21), "review_due: 2027-06-01\n", False),
        (datetime.date(2027, 2, 21), "retracted: {on: 2026-02-25, notice: Gone.}\n", False),
    ],
)
def test_the_desk_says_how_long_a_published_check_stays_fresh(today: datetime.date, more: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    found = check_base(APPROVED + "published: 2026-02-20\n" + more, today=today).of("CT422")

    message = "nobody has looked at the check since 2026-02-20; the desk looks again after 12 months"
    assert [one.message for one in found] == ([message] if told else [])


def test_a_desk_may_look_again_every_month(check_base: CheckBase) -> None:
    record = APPROVED + "published: 2026-01-31\n--- desk.yaml\nlimits: {review_after: 1 month}\n"

    def told(day: datetime.date) -> list[str]:
        return [one.message for one in check_base(record.replace("2026-02-14", "2026-01-31"), today=day).of("CT422")]

    assert told(datetime.date(2026, 2, 28)) == []
    message = "nobody has looked at the check since 2026-01-31; the desk looks again after a month"
    assert told(datetime.date(2026, 3, 1)) == [message]


HOUSE_MOVES = {"idea": {"work"}, "work": {"signed", "dropped"}, "signed": {"mending", "signed"}, "mending": {"signed"}, "dropped": set()}


@pytest.mark.parametrize("before", HOUSE_MOVES)
@pytest.mark.parametrize("after", HOUSE_MOVES)
def test_every_move_of_a_workflow_of_ones_own(before: str, after: str, check_base: CheckBase) -> None:
    found = [one.message for one in check_base(HOUSE + history(before, after)).of("CT403")]
    allowed = " or ".join(f"‘{one}’" for one in ("signed", "mending", "work", "dropped") if one in HOUSE_MOVES[before])

    if after in HOUSE_MOVES[before]:
        assert found == []
    elif before == "signed":
        assert found == [f"‘{after}’ cannot follow ‘signed’; expected ‘mending’ or ‘signed’"]
    else:
        assert found == [f"‘{after}’ cannot follow ‘{before}’; expected {allowed or 'nothing after it'}"]


@pytest.mark.parametrize(
    ("status", "person", "lacking"),
    [
        ("signed", "omar", None),
        ("signed", "cleo", "`review`"),
        ("signed", "ines", "`review` and `publish`"),
        ("dropped", "ines", "`review`"),
        ("dropped", "omar", None),
        ("mending", "cleo", "`write`"),
    ],
)
def test_an_approval_takes_review_whoever_else_the_workflow_wants(
    status: str, person: str, lacking: str | None, check_base: CheckBase
) -> None:
    found = [one.hint for one in check_base(HOUSE + history(status, by=person)).of("CT413")]

    assert found == ([f"have it moved by somebody who may {lacking}"] if lacking else [])


def test_a_workflow_of_ones_own_demands_only_what_it_says(check_base: CheckBase) -> None:
    bare = "authors: []\nclaimant: ~\nevidence: []\ncomputed: ~\nletters: []\nverdict: ~\nheadline: ~\nselection: ~\n"

    def demanded(*moves: str) -> list[str]:
        return [one.message for one in check_base(HOUSE + bare + history(*moves)).of("CT411")]

    assert demanded("idea") == []
    assert demanded("idea", "work") == sorted(f"the status ‘work’ demands {DEMANDS[one]}" for one in ("authors", "claimant"))
    assert demanded("work", "signed") == []
    assert demanded("work", "dropped") == [f"the status ‘dropped’ demands {DEMANDS['reason']}"]


def test_an_unknown_scale_is_not_blamed_on_every_approval(check_base: CheckBase) -> None:
    approved = APPROVED.replace("5e1f00d2", '"v1:0123456789abcdef"')
    assert len(check_base(approved).of("CT417")) == 1
    unknown = check_base(approved + "--- desk.yaml\nscale: six-step@9\n")
    assert ([one.file for one in unknown.of("CT803")], unknown.of("CT417")) == (["desk.yaml"], [])


def test_the_last_day_of_the_calendar_is_a_day_like_any_other(check_base: CheckBase) -> None:
    assert check_base(today=datetime.date.max).of("CT421") == []
    assert check_base(today=datetime.date.min).of("CT421") != []


def test_a_verdict_too_many_is_taken_away_and_not_added(check_base: CheckBase) -> None:
    ended = history("duplicate").replace("status: duplicate", "status: duplicate  # here")
    ended += "relations: [{duplicate-of: other}]\nreasons: {duplicate: The same claim.}\n"
    message = f"the status ‘duplicate’ demands {DEMANDS['no-verdict']}"

    assert check_base(ended).messages("CT411") == [f"here: {message} -> take the verdict away, or move the claim on"]
    assert check_base(ended + "verdict: ~\n").of("CT411") == []
