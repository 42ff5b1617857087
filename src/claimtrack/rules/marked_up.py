"""The claims that machines are told about by markup, or will be once they are published."""

from __future__ import annotations

from claimtrack.project import Project
from claimtrack.records.claim import Claim


def marked_up(project: Project) -> tuple[Claim, ...]:
    """Return the claims that are approved and rated and were not withdrawn; rules ask ``project.once(marked_up)``.

    A draft gets no markup, and neither does a claim without a verdict or one that is being corrected.
    """
    return tuple(claim for claim in project.claims.values() if _gets_markup(project, claim))


def _gets_markup(project: Project, claim: Claim) -> bool:
    if claim.verdict is None or claim.statement is None or claim.retracted is not None:
        return False
    status = project.status_of(claim)
    return status is not None and status.approves and project.rating_of(claim) is not None
