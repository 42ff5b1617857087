"""One step through the workflow: the status, and who brought the claim there and when."""

from __future__ import annotations

import datetime

import attrs

from claimtrack.changes import Bare, Set, Value
from claimtrack.errors import RefusedError
from claimtrack.fingerprint import fingerprint
from claimtrack.freshness import can_be_compared
from claimtrack.moves.entering import entered_last
from claimtrack.moves.naming import known_workflow, present_status
from claimtrack.moves.plan import Plan, outcome
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Status, Workflow


@attrs.frozen
class Signature:
    """Who makes a move, and on which day.

    Attributes:
        by: a person of the desk.
        on: the day.
    """

    by: str
    on: datetime.date


def refuse_unless_allowed(project: Project, claim: Claim, to: Status) -> None:
    """Refuse a move that the workflow does not have from where a claim stands.

    Raises:
        RefusedError: there is no such move.
    """
    present = present_status(project, claim)
    if to.id in present.moves:
        return
    workflow = known_workflow(project)
    onward = [one for one in present.moves if one != present.id]
    words = f"{to.id!r} cannot follow {present.id!r}; from there, the workflow leads to {_listed(onward)}"
    way = _way(workflow, present, to)
    if way:
        words += f". To {to.id!r} it leads by way of {', then '.join(repr(one) for one in way)}"
    raise RefusedError(f"{words} (CT403)")


def step(plan: Plan, claim: Claim, to: Status, signature: Signature) -> Plan:
    """Return the plan with one step through the workflow, on top of what it already holds; an approval says what it covers.

    Arguments:
        plan: the plan.
        claim: the claim as the project of the plan has it.
        to: the status it moves to.
        signature: who moves it, and when.

    Raises:
        RefusedError: the record cannot be edited safely, its history ends later, or nobody can tell what an approval would cover.
    """
    file = plan.project.file_of("claim", claim.id)
    if claim.history and signature.on < claim.history[-1].on:
        raise RefusedError(f"the history of {claim.id} ends on {claim.history[-1].on}, so it cannot go on on {signature.on} (CT404)")
    entry: dict[str, Value] = {"to": to.id, "on": signature.on, "by": signature.by}
    if to.approves:
        entry["covers"] = Bare(covered(plan, claim))
    values = plan.values(file)
    changes = [] if claim.status == to.id else [Set(("status",), to.id)]
    return plan.with_changes(file, (*changes, entered_last(values, "history", entry)))


def covered(plan: Plan, claim: Claim) -> str:
    """Return the fingerprint that an approval of a claim would have after a plan.

    Raises:
        RefusedError: something that it covers cannot be read.
    """
    project = outcome(plan) if plan.changes else plan.project
    after = project.claims.get(claim.id)
    if after is None or not can_be_compared(project, after):
        file = plan.project.file_of("claim", claim.id)
        raise RefusedError(
            f"{file} rests on an article, a source or a scale that cannot be read, so nobody knows what an approval would cover; "
            "`claimtrack check` shows them"
        )
    return fingerprint(project, after)


def _way(workflow: Workflow, present: Status, to: Status) -> list[str]:
    """Return the statuses on the shortest way from one to another, both left out; nothing where there is none."""
    ways = {present.id: [present.id]}
    waiting = [present]
    while waiting:
        at = waiting.pop(0)
        for status in map(workflow.status, at.moves):
            if status is not None and status.id not in ways:
                ways[status.id] = [*ways[at.id], status.id]
                waiting.append(status)
    return ways.get(to.id, [])[1:-1]


def _listed(statuses: list[str]) -> str:
    if not statuses:
        return "nowhere"
    *others, last = map(repr, statuses)
    return f"{', '.join(others)} or {last}" if others else last
