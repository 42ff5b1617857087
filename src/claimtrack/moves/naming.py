"""What a caller names: a claim, a status of the workflow; refused where there is none of that name, or where it cannot be worked with."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from claimtrack.errors import RefusedError, UsageError
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Status, Workflow


def named_claim(project: Project, claim_id: str) -> Claim:
    """Return the claim that a caller named.

    Arguments:
        project: the records.
        claim_id: the id, as the caller wrote it.

    Raises:
        UsageError: there is no such claim.
        RefusedError: there is one, and its record cannot be read, or there are several of that id.
    """
    if ("claim", claim_id) in project.repeated:
        files = " and ".join(project.repeated["claim", claim_id])
        raise RefusedError(f"there are several claims {claim_id!r}: {files}; give each an id of its own first (CT105)")
    claim = project.claims.get(claim_id)
    if claim is not None:
        return claim
    if claim_id in project.unreadable.get("claim", ()):
        raise RefusedError(f"the record of {claim_id!r} has errors of reading and stays as it is; `claimtrack check` shows them")
    raise UsageError(f"there is no claim {claim_id!r}; {nearest(claim_id, project.claims, '`claimtrack list` lists them all')}")


def known_workflow(project: Project) -> Workflow:
    """Return the workflow of a desk.

    Raises:
        RefusedError: the desk record cannot be read, or it names a workflow that nobody knows.
    """
    if not project.desk_is_sound:
        raise RefusedError(f"{project.desk_file} has errors of reading, so nobody knows the workflow; `claimtrack check` shows them")
    if project.workflow is None:
        raise RefusedError(f"{project.desk_file} names a workflow that nobody knows: {project.desk.workflow!s} (CT803)")
    return project.workflow


def named_status(workflow: Workflow, status_id: str) -> Status:
    """Return the status that a caller named.

    Raises:
        UsageError: the workflow has no such status.
    """
    status = workflow.status(status_id)
    if status is None:
        known = [one.id for one in workflow.statuses]
        otherwise = f"there are {', '.join(known)}"
        raise UsageError(f"the workflow has no status {status_id!r}; {nearest(status_id, known, otherwise)} (CT401)")
    return status


def present_status(project: Project, claim: Claim) -> Status:
    """Return the status that a claim is in, where its record agrees with itself about that.

    Raises:
        RefusedError: the workflow has no such status, or the history of the claim ends in another one.
    """
    workflow = known_workflow(project)
    file = project.file_of("claim", claim.id)
    status = workflow.status(claim.status)
    if status is None:
        raise RefusedError(f"{file} has the status {claim.status!r}, which the workflow does not have; correct it first (CT401)")
    if claim.history and claim.history[-1].to != status.id:
        last = claim.history[-1].to
        raise RefusedError(
            f"{file} has the status {status.id!r}, and its history ends in {last!r}; correct the one that is wrong first (CT405)"
        )
    return status


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return "did you mean …?" for a word that is not among the known ones, and other advice where nothing is near."""
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f"did you mean {close[0]}?" if close else otherwise
