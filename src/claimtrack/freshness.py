"""Whether what was judged and published still holds: approvals that something was changed behind, and checks that are due again."""

from __future__ import annotations

import datetime

from claimtrack.fingerprint import fingerprint, is_fingerprint
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim, HistoryEntry


def stale_approval(project: Project, claim: Claim) -> HistoryEntry | None:
    """Return the approval that a claim rests on where it covers something else than what stands there now, else None.

    What cannot be compared is not stale: a fingerprint without a version, a claim whose article or sources have errors of reading, a scale
    that nobody knows.
    """
    approval, status = approval_of(project, claim), project.status_of(claim)
    if approval is None or status is None or not status.approves or not approval.covers:
        return None
    if not is_fingerprint(approval.covers) or ":" not in approval.covers:
        return None
    if not can_be_compared(project, claim):
        return None
    return approval if approval.covers != fingerprint(project, claim) else None


def can_be_compared(project: Project, claim: Claim) -> bool:
    """Say whether everything that a fingerprint covers is known: the article and the sources of a claim, and the scale it is rated on."""
    if project.lacks_its_article(claim) or any(project.source_of(evidence) is None for evidence in claim.evidence):
        return False
    return claim.verdict is None or project.scale_of(claim) is not None


def due_again(project: Project, claim: Claim) -> datetime.date | None:
    """Return the day by which a published check is to be looked at again: as the claim says, else as the desk's limits do, else None."""
    if claim.published is None or claim.retracted is not None:
        return None
    if claim.review_due is not None:
        return claim.review_due
    approval, allowed = approval_of(project, claim), project.desk.limits.review_after
    if approval is None or allowed is None:
        return None
    return allowed.after(max(claim.published, approval.on))
