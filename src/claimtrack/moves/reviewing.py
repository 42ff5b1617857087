"""``claimtrack review``: a second person has read a claim, and approves it or wants something changed."""

from __future__ import annotations

from claimtrack.changes import Change
from claimtrack.errors import RefusedError, UsageError
from claimtrack.fingerprint import is_fingerprint
from claimtrack.moves.corrections_in_hand import finished, open_correction
from claimtrack.moves.entering import entered
from claimtrack.moves.naming import known_workflow, named_status, present_status
from claimtrack.moves.plan import Plan
from claimtrack.moves.stepping import Signature, covered, refuse_unless_allowed, step
from claimtrack.project import Project
from claimtrack.publication import approval_of, is_correcting
from claimtrack.records.claim import Claim, HistoryEntry
from claimtrack.records.workflow import Status


def reviewed_and_approved(project: Project, claim: Claim, signature: Signature, *, read: str = "", to: str = "") -> Plan:
    """Plan to approve a claim as it is now.

    Arguments:
        project: the records.
        claim: the claim.
        signature: who approves it, and when.
        read: the fingerprint of what was read, where the caller knows it.
        to: the status that it moves to, where more than one approves.

    Raises:
        UsageError: there is no such status, or it cannot be told which status is meant.
        RefusedError: the claim cannot be approved from where it stands, or something else stands there by now than what was read.
    """
    present = present_status(project, claim)
    plan = Plan(project=project)
    if read:
        _refuse_unless_as_read(plan, claim, read)
    return approved(plan, claim, _approving(project, claim, present, to), signature)


def approved(plan: Plan, claim: Claim, to: Status, signature: Signature) -> Plan:
    """Return the plan with an approval of a claim, on top of what it already holds.

    The latest correction of a claim under correction is finished with it: it gets the day of the approval, since from then on readers are
    told what is right.

    Arguments:
        plan: the plan.
        claim: the claim as the project of the plan has it.
        to: the status, one that approves.
        signature: who approves it, and when.

    Raises:
        RefusedError: the workflow has no such move from where the claim stands; or readers would not be told what was corrected.
    """
    project, file = plan.project, plan.project.file_of("claim", claim.id)
    refuse_unless_allowed(project, claim, to)
    before, covers = approval_of(project, claim), covered(plan, claim)
    same = before is not None and before.covers == covers
    if same and before is not None and (before.to, before.by, before.on) == (claim.status, signature.by, signature.on):
        return plan.saying(about=claim.id)
    place = open_correction(project, claim)
    if is_correcting(project, claim) and place is None and not same:
        raise RefusedError(
            f"{claim.id} is being corrected and says something else than before, and nothing tells readers so; "
            f"`claimtrack correct {claim.id} --class … --cause … --notice …` writes what they are told"
        )
    if place is not None:
        plan = plan.with_changes(file, finished(claim, place, signature.on))
    said = [f"approved {claim.id} on {signature.on}, by {signature.by}; this covers {covers}"]
    if not is_correcting(project, claim) and claim.published is not None and not same and not _says_so(claim, before):
        said.append("readers are not told that it has changed; `claimtrack correct` would have told them")
    plan = step(plan, claim, to, signature).saying(*said, about=claim.id)
    return plan.which_leaves_sound(file, *_rests_on(project, claim))


def sent_back(project: Project, claim: Claim, signature: Signature, *, note: str = "", to: str = "") -> Plan:
    """Plan to send a claim back to its author, with what is to be changed.

    Arguments:
        project: the records.
        claim: the claim.
        signature: who sends it back, and when.
        note: what is to be changed; it is put at the end of ``internal``, which never leaves the desk.
        to: the status that it moves to, where that cannot be told from the workflow.

    Raises:
        UsageError: there is no such status, it cannot be told which status is meant, or the note is empty.
        RefusedError: the workflow sends nothing back from where the claim stands.
    """
    present = present_status(project, claim)
    plan = Plan(project=project)
    if note and not note.strip():
        raise UsageError("--note wants a text, and what was given is empty")
    if note:
        file = project.file_of("claim", claim.id)
        plan = plan.with_changes(file, [_noted(plan, claim, f"{signature.on} {signature.by}: {note.strip()}")])
    if is_correcting(project, claim) and note and not to:
        said = f"wrote down what is to be changed in {claim.id}; it stays in {present.id!r}, since it is being corrected anyway"
        return plan.saying(said, about=claim.id)
    status = _sending_back(project, present, to)
    refuse_unless_allowed(project, claim, status)
    said = f"sent {claim.id} back from {present.id!r} to {status.id!r} on {signature.on}, by {signature.by}"
    return step(plan, claim, status, signature).saying(said, about=claim.id)


def _approving(project: Project, claim: Claim, present: Status, named: str) -> Status:
    """Return the status to approve a claim to: the one that was named, or the only one there is from where it stands."""
    workflow = known_workflow(project)
    if named:
        status = named_status(workflow, named)
        if not status.approves:
            raise UsageError(f"{named!r} does not approve; `claimtrack move {claim.id} {named}` moves the claim there")
        return status
    approving = [one for one in workflow.statuses if one.approves]
    if not approving:
        raise RefusedError("the workflow has no status that approves, so nothing can be approved (CT824)")
    possible = [one for one in approving if one.id in present.moves]
    if not possible:
        refuse_unless_allowed(project, claim, approving[0])
    if len(possible) > 1:
        raise UsageError(f"more than one status approves; say which one with --to: {_ids(possible)}")
    return possible[0]


def _sending_back(project: Project, present: Status, named: str) -> Status:
    """Return the status that a claim is sent back to: the one that was named, or the one that the workflow has for it.

    That is the one that may follow, approves and ends nothing, and demands less than where the claim stands; or no more, if it stands
    before it.
    """
    workflow = known_workflow(project)
    if named:
        return named_status(workflow, named)
    places = {status.id: place for place, status in enumerate(workflow.statuses)}
    demands = set(present.demands)
    back = [
        one
        for one in map(workflow.status, present.moves)
        if one is not None
        and not (one.approves or one.id in {present.id, workflow.correcting} or "reason" in one.demands)
        and (set(one.demands) < demands or (set(one.demands) == demands and places[one.id] < places[present.id]))
    ]
    by_readers = [one for one in back if one.who == "review"]
    for possible in (by_readers, back):
        if len(possible) == 1:
            return possible[0]
    if not back:
        leads = _ids([one for one in map(workflow.status, present.moves) if one is not None]) or "nowhere"
        raise RefusedError(f"from {present.id!r} the workflow sends nothing back; it leads to {leads} (CT403)")
    raise UsageError(f"more than one status sends a claim back from {present.id!r}; say which one with --to: {_ids(back)}")


def _refuse_unless_as_read(plan: Plan, claim: Claim, read: str) -> None:
    if not is_fingerprint(read) or ":" not in read:
        raise UsageError(f"--covers wants a fingerprint such as v1:13d541d2ede53725, found {read!r}; `claimtrack show` prints it")
    now = covered(plan, claim)
    if now != read:
        raise RefusedError(f"{claim.id} says something else by now than what was read; found {now}, read was {read} (CT417)")


def _says_so(claim: Claim, before: HistoryEntry | None) -> bool:
    """Say whether readers are told of something that was changed since an approval."""
    return any(before is None or one.on >= before.on for one in claim.corrections)


def _noted(plan: Plan, claim: Claim, note: str) -> Change:
    before = f"{claim.internal.rstrip()}\n" if claim.internal else ""
    return entered(plan.values(plan.project.file_of("claim", claim.id)), ("internal",), f"{before}{note}\n")


def _rests_on(project: Project, claim: Claim) -> list[str]:
    return [project.file_of("article", claim.folder)] if claim.folder in project.articles else []


def _ids(statuses: list[Status]) -> str:
    return ", ".join(one.id for one in statuses)
