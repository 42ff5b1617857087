"""``claimtrack assign``: who does the next thing to a claim."""

from __future__ import annotations

import datetime

from claimtrack.changes import Remove, Value
from claimtrack.moves.entering import entered
from claimtrack.moves.plan import Plan
from claimtrack.project import Project
from claimtrack.records.claim import Claim


def assigned(project: Project, claim: Claim, person: str | None, until: datetime.date | None = None) -> Plan:
    """Plan to assign a claim to somebody, or to nobody any more.

    Arguments:
        project: the records.
        claim: the claim.
        person: a person of the desk, or None for nobody.
        until: the day by which.
    """
    file = project.file_of("claim", claim.id)
    plan = Plan(project=project)
    values = plan.values(file)
    if person is None:
        if "assigned" in values:
            plan = plan.with_changes(file, [Remove(("assigned",))])
        return plan.saying(f"{claim.id} is assigned to nobody any more", following="`claimtrack next` says what there is to do")
    to: dict[str, Value] = {"to": person}
    by_when = ""
    if until is not None:
        to["until"], by_when = until, f", until {until}"
    if claim.assigned is None or (claim.assigned.to, claim.assigned.until) != (person, until):
        plan = plan.with_changes(file, [entered(values, ("assigned",), to)])
    return plan.saying(
        f"{claim.id} is assigned to {person}{by_when}", following=f"`claimtrack next --by {person}` says what there is to do for them"
    )
