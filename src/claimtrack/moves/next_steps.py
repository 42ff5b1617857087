"""What is the next sensible thing to do to a claim, told by the workflow of the desk: what a move ends in."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.agenda import who_may_approve
from claimtrack.freshness import stale_approval
from claimtrack.moves.corrections_in_hand import open_correction
from claimtrack.project import Project
from claimtrack.publication import is_correcting
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Demand, Status
from claimtrack.rules.demands import missing


def next_step(project: Project, claim_id: str) -> str:
    """Return the next sensible step with a claim, as a clause with the command; empty where nobody can tell.

    A claim that is not among the records is one whose file has errors of reading.

    Arguments:
        project: the records, with the day that dates are compared with.
        claim_id: the claim.
    """
    claim = project.claims.get(claim_id)
    status = project.status_of(claim) if claim is not None else None
    if claim is None or status is None:
        return "`claimtrack check` says what is still wrong in it" if claim is None else ""
    if claim.retracted is not None:
        return "`claimtrack build` puts the notice in the place of the page"
    if is_correcting(project, claim):
        return _while_correcting(project, claim, status)
    if status.approves:
        return _once_approved(project, claim, status)
    if "reason" in status.demands:
        return "`claimtrack next` says what else there is to do"
    return _on_the_way(project, claim, status)


def _while_correcting(project: Project, claim: Claim, status: Status) -> str:
    if open_correction(project, claim) is None:
        return f"say what readers are told with `claimtrack correct {claim.id} --class … --cause … --notice …`, before you change anything"
    approving = _approving(project, status)
    if approving is None:
        return "change what is wrong"
    return f"change what is wrong, then have it read by {_readers(project, claim, approving)}: `claimtrack review {claim.id} approve`"


def _once_approved(project: Project, claim: Claim, status: Status) -> str:
    if stale_approval(project, claim) is not None:
        return f"it was changed since; have it read again by {_readers(project, claim, status)}: `claimtrack review {claim.id} approve`"
    if claim.published is None:
        return f"`claimtrack publish {claim.id}`"
    if project.today is not None and claim.published > project.today:
        return f"`claimtrack build` on {claim.published} or later; readers do not see it before"
    return "`claimtrack build`"


def _on_the_way(project: Project, claim: Claim, status: Status) -> str:
    """Say how a claim comes nearer to its approval: have it read, move it on as far as it can go, or add what is missing."""
    approving = _approving(project, status)
    if approving is not None:
        lacking = [one for one in missing(project, claim, approving) if one != "approval"]
        read = f"have it read by {_readers(project, claim, approving)}: `claimtrack review {claim.id} approve`"
        return f"{_add(claim, approving, lacking)}, then {read}" if lacking else read
    onward = [one for one in map(project.status, status.moves) if one is not None and one.id != status.id and "reason" not in one.demands]
    if not onward:
        return ""
    lacks = {one.id: missing(project, claim, one) for one in onward}
    ready = [one for one in onward if not lacks[one.id]]
    if ready:
        return f"`claimtrack move {claim.id} {ready[-1].id}`"
    return f"{_add(claim, onward[0], lacks[onward[0].id])}, then `claimtrack move {claim.id} {onward[0].id}`"


def _approving(project: Project, status: Status) -> Status | None:
    return next((one for one in map(project.status, status.moves) if one is not None and one.approves), None)


def _add(claim: Claim, status: Status, lacking: Sequence[Demand]) -> str:
    what = "the one thing" if len(lacking) == 1 else f"the {len(lacking)} things"
    return f"add {what} that {status.id!r} still demands (`claimtrack show {claim.id}` lists them)"


def _readers(project: Project, claim: Claim, status: Status) -> str:
    return " or ".join(who_may_approve(project, claim, status)) or "somebody who may, whom the desk does not have yet"
