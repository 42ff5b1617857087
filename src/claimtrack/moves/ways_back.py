"""What to do first where a change would leave behind an approval or a publication: the way back into work, told by the workflow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Finding
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.rules.approval import approval_stale
from claimtrack.rules.publication import published_without_approval


def ways_back(project: Project, objections: Iterable[Finding]) -> Iterator[str]:
    """Yield, for each claim that would be changed behind its approval or taken from readers, the command that has to come first.

    Arguments:
        project: the records as they are.
        objections: what the rules have against the change.
    """
    stale = {one.file for one in objections if one.code in {approval_stale.kind.code, published_without_approval.kind.code}}
    for claim in project.claims.values():
        if project.file_of("claim", claim.id) in stale:
            yield _way_back(project, claim)


def _way_back(project: Project, claim: Claim) -> str:
    if claim.published is not None and (project.today is None or claim.published <= project.today):
        return f"{claim.id} is published as it was approved; open a correction with `claimtrack correct {claim.id}`, then change it"
    status = project.status_of(claim)
    correcting = project.workflow.correcting if project.workflow else ""
    for onward in map(project.status, status.moves if status else ()):
        if onward is not None and not onward.approves and onward.id != correcting and "reason" not in onward.demands:
            return f"{claim.id} is approved as it is; take it back with `claimtrack move {claim.id} {onward.id}`, then change it"
    return f"{claim.id} is approved as it is, and the workflow has no way back from there; change the record and its approval together"
