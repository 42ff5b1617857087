"""CT4xx, first part: where a claim stands in the workflow, how it got there, and what it has to have there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claimtrack.findings import Fix, Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, one_of, quoted, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim, HistoryEntry
from claimtrack.records.workflow import DEMANDS, Demand
from claimtrack.rules.demands import missing, shortfall
from claimtrack.rules.fixes import in_order
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions
from claimtrack.rules.time_order import has_not_come

_OF_EVIDENCE = frozenset({"evidence", "two-origins", "primary-source"})
"""What cannot be met as long as there is no evidence."""


@rule("CT401", "unknown-status", Severity.ERROR)
def unknown_status(project: Project) -> Iterator[Remark]:
    """A claim is in a status that the desk's workflow does not have.

    Reason: Nobody knows what such a claim must have, what may follow, and whether readers may see it; so nobody will.
    Remedy: Write a status of the workflow, by its id.

    Bad:
        status: in-reveiw  # here
        history: []

    Good:
        status: in-review
        history: [{to: in-review, on: 2026-02-13, by: ines}]
    """
    for claim in project.claims.values():
        if project.workflow is not None and project.status_of(claim) is None:
            yield _no_such_status(project, claim, ("status",), claim.status)


@rule("CT402", "unknown-status-in-history", Severity.ERROR)
def unknown_status_in_history(project: Project) -> Iterator[Remark]:
    """The history names a status that the desk's workflow does not have.

    Reason: A move to nowhere cannot be followed, and an approval with a mistyped name counts as none.
    Remedy: Write a status of the workflow, by its id.

    Bad:
        history:
          - {to: reserching, on: 2026-02-10, by: ines}  # here
          - {to: in-review, on: 2026-02-13, by: ines}

    Good:
        history:
          - {to: researching, on: 2026-02-10, by: ines}
          - {to: in-review, on: 2026-02-13, by: ines}
    """
    for claim in project.claims.values():
        for place, entry in enumerate(claim.history):
            if project.workflow is not None and project.status(entry.to) is None:
                yield _no_such_status(project, claim, ("history", place, "to"), entry.to)


@rule("CT403", "move-not-allowed", Severity.ERROR)
def move_not_allowed(project: Project) -> Iterator[Remark]:
    """The history has a move that the workflow does not allow.

    Reason: The workflow is a promise: nothing is approved that nobody had put up for review. A history may begin with any status, but
        from there on every move has to be one of the workflow's.
    Remedy: Record the move that was left out, if it was made. Otherwise the claim has to go the whole way.

    Bad:
        history:
          - {to: declined, on: 2026-02-10, by: ines}
          - {to: in-review, on: 2026-02-13, by: ines}  # here

    Good:
        history:
          - {to: declined, on: 2026-02-10, by: ines}
          - {to: researching, on: 2026-02-12, by: ines}
          - {to: in-review, on: 2026-02-13, by: ines}
    """
    for claim in project.claims.values():
        for place, (before, after) in enumerate(zip(claim.history, claim.history[1:], strict=False), start=1):
            status = project.status(before.to)
            if status is None or project.status(after.to) is None or after.to in status.moves:
                continue
            yield Remark(
                project.file_of("claim", claim.id),
                ("history", place, "to"),
                say("‘{after}’ cannot follow ‘{before}’; expected {moves}", after=after.to, before=before.to, moves=_one_of(status.moves)),
                say("record the move in between if it was made"),
            )


@rule("CT404", "history-out-of-order", Severity.ERROR)
def history_out_of_order(project: Project) -> Iterator[Remark]:
    """The history is not in the order of its days.

    Reason: The history is read from top to bottom, the newest last; in another order it tells another story.
    Remedy: Put the entries in order, or correct the day.
    Fix: The entries are put in the order of their days, where they are then a way that the workflow allows and that ends in the status of
        the claim, and as they stand they are none. Otherwise a day may be wrong, and nothing is changed.

    Bad:
        history:
          - {to: researching, on: 2026-02-14, by: ines}
          - {to: in-review, on: 2026-02-13, by: ines}  # here

    Good:
        history:
          - {to: researching, on: 2026-02-13, by: ines}
          - {to: in-review, on: 2026-02-13, by: ines}
    """
    for claim in project.claims.values():
        for place, (before, after) in enumerate(zip(claim.history, claim.history[1:], strict=False), start=1):
            if after.on < before.on and not has_not_come(project, before.on):
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("history", place, "on"),
                    say(
                        "the history goes back in time; found {day} after {earlier}, expected the newest entry last",
                        day=after.on,
                        earlier=before.on,
                    ),
                    say("put the entries in order, or correct the day"),
                    fix=_put_in_order(project, claim),
                )


@rule("CT405", "history-ends-elsewhere", Severity.ERROR)
def history_ends_elsewhere(project: Project) -> Iterator[Remark]:
    """The history does not end in the status that the claim is in.

    Reason: Somebody changed one and not the other, and who moved the claim to where it stands is not written down.
    Remedy: Add the entry for the last move, or set the status to the one that the history ends in.

    Bad:
        history:
          - {to: researching, on: 2026-02-10, by: ines}  # here

    Good:
        history:
          - {to: researching, on: 2026-02-10, by: ines}
          - {to: in-review, on: 2026-02-13, by: ines}
    """
    for claim in project.claims.values():
        last = project.status(claim.history[-1].to) if claim.history else None
        if last is not None and last.id != claim.status and project.status_of(claim) is not None:
            yield Remark(
                project.file_of("claim", claim.id),
                ("history", len(claim.history) - 1, "to"),
                say("the history ends in ‘{last}’; expected ‘{status}’, the status of the claim", last=last.id, status=claim.status),
                say("add the entry for the move to ‘{status}’, or correct the status", status=claim.status),
                related=((project.file_of("claim", claim.id), ("status",), say("the status of the claim")),),
            )


@rule("CT406", "no-history", Severity.WARNING)
def no_history(project: Project) -> Iterator[Remark]:
    """A claim has left its first status, and nothing says who moved it.

    Reason: One honest entry is enough: who brought it to where it stands, and when. Nobody asks for steps that were not taken.
    Remedy: Add one entry to `history`.

    Bad:
        history: []  # here

    Good:
        history: [{to: in-review, on: 2026-02-13, by: ines}]
    """
    for claim in project.claims.values():
        status = project.status_of(claim)
        if status is None or project.workflow is None or claim.history or status.id == project.workflow.statuses[0].id:
            continue
        if "approval" not in status.demands:  # said by that demand
            yield Remark(
                project.file_of("claim", claim.id),
                ("history",),
                say("the claim is in the status ‘{status}’ and has no history; expected one entry at least", status=claim.status),
                say("add `history: [{{to: {status}, on: the day, by: who}}]`", status=claim.status),
                key=True,
            )


@rule("CT411", "status-demands-more", Severity.ERROR)
def status_demands_more(project: Project) -> Iterator[Remark]:
    """A claim is in a status that demands something it does not have.

    Reason: A status is a promise to whoever reads it: what is in review can be reviewed, what is approved is complete. Each missing thing
        is told by itself. What the next status would demand is shown by `claimtrack show`.
    Remedy: Add what is missing, write the reason for the exception where there may be one, or set the status back.

    Bad:
        status: in-review  # here
        aspect: ~

    Good:
        status: in-review
        aspect: fact
    """
    for claim in project.claims.values():
        if project.lacks_its_article(claim):
            continue  # what it says for all of its claims may be what is missing
        status = project.status_of(claim)
        for demand in missing(project, claim, status) if status else ():
            if _is_told_elsewhere(project, claim, demand):
                continue
            add, take_away = say("add what is missing, or set the status back"), say("take the verdict away, or move the claim on")
            yield Remark(
                project.file_of("claim", claim.id),
                ("status",),
                _lacking(claim.status, DEMANDS[demand], shortfall(project, claim, demand)),
                take_away if demand == "no-verdict" else add,
            )


def _put_in_order(project: Project, claim: Claim) -> Fix | None:
    """Return what puts a history in the order of its days, where it makes sense only then."""
    by_day = sorted(claim.history, key=lambda entry: entry.on)
    if _leads_to_the_status(project, claim, claim.history) or not _leads_to_the_status(project, claim, by_day):
        return None
    return in_order(("history",), [entry.on for entry in claim.history])


def _leads_to_the_status(project: Project, claim: Claim, history: Sequence[HistoryEntry]) -> bool:
    """Say whether every move of a history is allowed and the last one is to the status of the claim."""
    moves = ((project.status(before.to), after.to) for before, after in itertools.pairwise(history))
    return history[-1].to == claim.status and all(status is not None and to in status.moves for status, to in moves)


def _is_told_elsewhere(project: Project, claim: Claim, demand: Demand) -> bool:
    """Say whether another finding tells what is behind a demand that is not met."""
    if demand == "approval":
        return project.workflow is not None and not project.workflow.approves  # told at the desk: no claim can be approved
    if claim.evidence or demand not in _OF_EVIDENCE:
        return False
    status = project.status_of(claim)
    if claim.verdict is not None:  # a verdict that rests on nothing is told by itself
        return True
    return demand != "evidence" and status is not None and "evidence" in status.demands


def _no_such_status(project: Project, claim: Claim, path: RecordPath, found: str) -> Remark:
    statuses = [status.id for status in project.workflow.statuses] if project.workflow else []
    message = say("the workflow has no status ‘{status}’; expected one of {known}", status=found, known=", ".join(statuses))
    hint = Suggestions(statuses).hint(found, say("write a status of the workflow"))
    return Remark(project.file_of("claim", claim.id), path, message, hint)


def _one_of(statuses: tuple[str, ...]) -> Phrase:
    return one_of(quoted(statuses)) if statuses else say("nothing after it")


def _lacking(status: str, demand: Phrase, found: str) -> Phrase:
    """Say what a status demands and what was found instead, where there is something to say of it."""
    if not found:
        return say("the status ‘{status}’ demands {demand}", status=status, demand=demand)
    return say("the status ‘{status}’ demands {demand}; {found}", status=status, demand=demand, found=found)


RULES = (
    unknown_status,
    unknown_status_in_history,
    move_not_allowed,
    history_out_of_order,
    history_ends_elsewhere,
    no_history,
    status_demands_more,
)
"""The rules of this part of the family, in the order of their codes."""
