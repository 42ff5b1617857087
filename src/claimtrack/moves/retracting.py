"""``claimtrack retract``: a page is withdrawn, and a notice takes its place."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from claimtrack.errors import RefusedError
from claimtrack.moves.entering import entered
from claimtrack.moves.plan import Plan
from claimtrack.moves.told_texts import told_text
from claimtrack.project import Project
from claimtrack.records.claim import Claim


def retracted(project: Project, claim: Claim, day: datetime.date, notice: Sequence[str]) -> Plan:
    """Plan to withdraw something published.

    Arguments:
        project: the records.
        claim: the claim.
        day: the day.
        notice: what readers are told, in one language or several, see :func:`told_text`; must not repeat the claim.

    Raises:
        RefusedError: it was never published, or was withdrawn already.
    """
    if claim.retracted is not None:
        raise RefusedError(f"{claim.id} was withdrawn on {claim.retracted.on} already")
    if claim.published is None:
        raise RefusedError(f"{claim.id} was never published, so there is nothing to withdraw; decline it instead (CT616)")
    file = project.file_of("claim", claim.id)
    plan = Plan(project=project)
    told = {"on": day, "notice": told_text(project.desk, "--notice", notice)}
    plan = plan.with_changes(file, [entered(plan.values(file), ("retracted",), told)])
    return plan.saying(f"withdrew {claim.id} on {day}; the record stays, and its id is never used again", about=claim.id)
