"""``claimtrack move``: from one status to another."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.errors import RefusedError, UsageError
from claimtrack.moves.entering import entered, entered_last
from claimtrack.moves.naming import known_workflow, named_claim, named_status, present_status
from claimtrack.moves.plan import Plan
from claimtrack.moves.reviewing import approved
from claimtrack.moves.stepping import Signature, refuse_unless_allowed, step
from claimtrack.moves.told_texts import told_text
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Status
from claimtrack.rules.demands import missing


def moved(
    project: Project, claim: Claim, status_id: str, signature: Signature, *, reason: Sequence[str] = (), duplicate_of: str = ""
) -> Plan:
    """Plan to move a claim to another status; to move it to one that approves is to approve it.

    Arguments:
        project: the records.
        claim: the claim.
        status_id: the status.
        signature: who moves it, and when.
        reason: why the claim ends there, where the status demands that; in one language or several, see :func:`told_text`.
        duplicate_of: the id of the claim that this one repeats, where the status demands that.

    Raises:
        UsageError: there is no such status, or the status wants no reason.
        RefusedError: the workflow has no such move from where the claim stands, or the record cannot be edited safely.
    """
    to = named_status(known_workflow(project), status_id)
    present = present_status(project, claim)
    plan = Plan(project=project)
    if to.id == present.id and to.id not in present.moves:
        return plan.saying(about=claim.id)
    refuse_unless_allowed(project, claim, to)
    if reason and "reason" not in to.demands:
        raise UsageError(f"{to.id!r} wants no reason: `reasons.declined` says why a claim is not checked at all")
    if duplicate_of and "duplicate-of" not in to.demands:
        raise UsageError(f"{to.id!r} is no status of duplicates; write the relation into the claim")
    _refuse_without_reason(project, claim, to, reason, duplicate_of)
    if reason or duplicate_of:
        plan = _ended(plan, claim, reason, duplicate_of, "duplicate" if "duplicate-of" in to.demands else "declined")
    if to.approves:
        return approved(plan, claim, to, signature)
    said = [f"moved {claim.id} from {present.id!r} to {to.id!r} on {signature.on}, by {signature.by}"]
    if "reason" in present.demands and "reason" not in to.demands:
        said.append("why it ended there still stands under `reasons`; take it out, or readers will see it")
    return step(plan, claim, to, signature).saying(*said, about=claim.id)


def _refuse_without_reason(project: Project, claim: Claim, to: Status, reason: Sequence[str], duplicate_of: str) -> None:
    lacking = missing(project, claim, to)
    for demand, given, option in (("reason", reason, "--reason TEXT"), ("duplicate-of", duplicate_of, "--duplicate-of ID")):
        if demand in lacking and not given:
            raise RefusedError(f"{to.id!r} demands that {claim.id} says why it ends there; say so with {option} (CT411)")


def _ended(plan: Plan, claim: Claim, reason: Sequence[str], duplicate_of: str, field: str) -> Plan:
    """Return the plan with why a claim ends, and of which one it is a duplicate."""
    file = plan.project.file_of("claim", claim.id)
    values = plan.values(file)
    changes = [entered(values, ("reasons", field), told_text(plan.project.desk, "--reason", reason))] if reason else []
    if duplicate_of:
        original = named_claim(plan.project, duplicate_of).id
        if not any(one.kind == "duplicate-of" and one.target == original for one in claim.relations):
            changes.append(entered_last(values, "relations", {"duplicate-of": original}))
    return plan.with_changes(file, changes) if changes else plan
