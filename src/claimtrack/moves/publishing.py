"""``claimtrack publish``: the day from which readers see a claim."""

from __future__ import annotations

import datetime

from claimtrack.errors import RefusedError
from claimtrack.moves.entering import entered
from claimtrack.moves.naming import present_status
from claimtrack.moves.next_steps import next_step
from claimtrack.moves.plan import Plan
from claimtrack.moves.stepping import Signature
from claimtrack.project import Project
from claimtrack.records.claim import Claim


def published_on(project: Project, claim: Claim, signature: Signature, day: datetime.date) -> Plan:
    """Plan to publish a claim.

    Where the desk lets somebody publish, only they can. What is published has to be free of errors, like everything that readers see.

    Arguments:
        project: the records.
        claim: the claim.
        signature: who publishes it, and when.
        day: the day from which readers see it; may lie ahead.

    Raises:
        RefusedError: the claim is not approved, or was published or withdrawn already, or the person may not publish.
    """
    present = present_status(project, claim)
    _refuse_if_out(claim, signature.on, day)
    if not present.approves:
        following = next_step(project, claim.id)
        raise RefusedError(f"{claim.id} is in {present.id!r} and not approved (CT601)" + (f"; next: {following}" if following else ""))
    _refuse_unless_permitted(project, signature.by)
    file = project.file_of("claim", claim.id)
    plan = Plan(project=project)
    if claim.published != day:
        plan = plan.with_changes(file, [entered(plan.values(file), ("published",), day)])
    plan = plan.saying(f"published {claim.id} on {day}", about=claim.id)
    return plan.which_leaves_sound(file, project.desk_file)


def _refuse_if_out(claim: Claim, today: datetime.date, day: datetime.date) -> None:
    if claim.retracted is not None:
        raise RefusedError(f"{claim.id} was withdrawn on {claim.retracted.on}; an id that was withdrawn is not published again")
    if claim.published is not None and claim.published != day and claim.published <= today:
        raise RefusedError(f"{claim.id} was published on {claim.published}, and that day stays: it is the one of the first publication")


def _refuse_unless_permitted(project: Project, person_id: str) -> None:
    people = project.desk.people
    publishers = [one for one, person in people.items() if "publish" in person.may]
    if publishers and person_id not in publishers:
        may = ", ".join(people[person_id].may) or "nothing"
        raise RefusedError(f"{person_id!r} may {may}, and not publish; at this desk that is for {' or '.join(publishers)}")
