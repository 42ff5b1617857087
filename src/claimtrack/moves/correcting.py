"""``claimtrack correct``: something published is wrong; what readers were told is remembered before anybody changes it."""

from __future__ import annotations

import attrs

from claimtrack.changes import Change, Value
from claimtrack.errors import RefusedError, UsageError
from claimtrack.fingerprint import fingerprint, is_fingerprint
from claimtrack.locations import RecordPath
from claimtrack.moves.corrections_in_hand import open_correction
from claimtrack.moves.entering import entered, entered_last
from claimtrack.moves.naming import known_workflow, present_status
from claimtrack.moves.plan import Plan
from claimtrack.moves.stepping import Signature, refuse_unless_allowed, step
from claimtrack.moves.told_texts import as_written, told_text
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Status


@attrs.frozen(kw_only=True)
class Told:
    """What readers are told about a correction.

    Attributes:
        class_: how much it changes; empty where that is to be said later.
        cause: what led to it.
        notice: what they are told, in one language or several, see :func:`told_text`.
        was_rating: the rating that they were told before, where the record does not say so any more.
        was_summary: the summary that they were told before, likewise.
    """

    class_: str = ""
    cause: str = ""
    notice: tuple[str, ...] = ()
    was_rating: str = ""
    was_summary: tuple[str, ...] = ()


def opened_for_correction(project: Project, claim: Claim, signature: Signature, told: Told) -> Plan:
    """Plan to open the correction of something published.

    The claim moves to the status of corrections, in which readers see no answer. Where it is said what they are told, a correction is
    written down with what they were told before, which is what the record says as long as nobody has changed it. Of a correction that is
    open already, what is given is changed.

    Arguments:
        project: the records.
        claim: the claim.
        signature: who corrects it, and when.
        told: what readers are told; may be empty for now.

    Raises:
        UsageError: only a part of what readers are told is given.
        RefusedError: the claim was not published, cannot be corrected from where it stands, or there is nothing new to say of its open
            correction.
    """
    present = present_status(project, claim)
    correcting = _status_of_corrections(project)
    _refuse_unpublished(project, claim)
    plan = Plan(project=project)
    if (place := open_correction(project, claim)) is not None:
        return _amended(plan, claim, place, told)
    _refuse_half_told(told)
    if told.class_:
        changes = [_correction(plan, claim, signature, told)]
        plan = plan.with_changes(project.file_of("claim", claim.id), changes)
    if present.id != correcting.id:
        refuse_unless_allowed(project, claim, correcting)
        plan = step(plan, claim, correcting, signature)
        plan = plan.saying(
            f"opened a correction of {claim.id} on {signature.on}, by {signature.by}; readers see no answer until it is approved"
        )
    elif plan.changes:
        plan = plan.saying(f"wrote down what readers are told about the correction of {claim.id}")
    return plan.saying(about=claim.id)


def _status_of_corrections(project: Project) -> Status:
    workflow = known_workflow(project)
    status = workflow.status(workflow.correcting)
    if status is None:
        raise RefusedError(
            f"the workflow has no status {workflow.correcting!r} in which corrections are made; "
            f"add it to the workflow in {project.desk_file}, or name another one there as `correcting`"
        )
    return status


def _refuse_unpublished(project: Project, claim: Claim) -> None:
    if claim.published is None:
        raise RefusedError(f"{claim.id} was never published, so there is nothing to correct; simply change it (CT605)")
    if project.today is not None and claim.published > project.today:
        raise RefusedError(
            f"{claim.id} is not published before {claim.published}, so there is nothing to correct; simply change it (CT611)"
        )
    if claim.retracted is not None:
        raise RefusedError(f"{claim.id} was withdrawn on {claim.retracted.on}; readers see the notice and nothing that could be corrected")


def _refuse_half_told(told: Told) -> None:
    given = {"--class": told.class_, "--cause": told.cause, "--notice": told.notice}
    lacking = [option for option, value in given.items() if not value]
    if lacking and (len(lacking) < len(given) or told.was_rating or told.was_summary):
        raise UsageError(f"a correction takes {' and '.join(lacking)} too, or none of these for now")


def _amended(plan: Plan, claim: Claim, place: int, told: Told) -> Plan:
    """Return the plan with another class, cause, notice or time before in a correction that is open."""
    if told == Told():
        day = claim.corrections[place].on
        raise RefusedError(
            f"{claim.id} is being corrected already, since {day}; change what is wrong, "
            f"and have it read: `claimtrack review {claim.id} approve`"
        )
    desk, file = plan.project.desk, plan.project.file_of("claim", claim.id)
    values = plan.values(file)
    given: dict[RecordPath, Value] = {("class",): told.class_, ("cause",): told.cause, ("was", "rating"): told.was_rating}
    if told.was_summary:
        given["was", "summary"] = told_text(desk, "--was-summary", told.was_summary)
    if told.notice:
        given["notice",] = told_text(desk, "--notice", told.notice)
    for path, value in given.items():
        if value:
            plan = plan.with_changes(file, [entered(values, ("corrections", place, *path), value)])
            values = plan.values(file)
    return plan.saying(f"changed what readers are told about the correction of {claim.id}", about=claim.id)


def _correction(plan: Plan, claim: Claim, signature: Signature, told: Told) -> Change:
    entry: dict[str, Value] = {"on": signature.on, "class": told.class_, "cause": told.cause}
    if was := _was(plan.project, claim, told):
        entry["was"] = was
    entry["notice"] = told_text(plan.project.desk, "--notice", told.notice)
    return entered_last(plan.values(plan.project.file_of("claim", claim.id)), "corrections", entry)


def _was(project: Project, claim: Claim, told: Told) -> dict[str, Value]:
    """Return what readers were told before: as the caller says, else as the record does while it still says what was approved."""
    was: dict[str, Value] = {}
    if told.was_rating:
        was["rating"] = told.was_rating
    if told.was_summary:
        was["summary"] = told_text(project.desk, "--was-summary", told.was_summary)
    if was or claim.verdict is None:
        return was
    approval = approval_of(project, claim)
    covers = approval.covers if approval is not None else None
    if covers is None or not is_fingerprint(covers) or (":" in covers and covers != fingerprint(project, claim)):
        if told.class_ != "substantial":
            return {}
        raise RefusedError(
            f"{claim.id} was changed since it was approved, so it does not say any more what readers were told; "
            "say so with --was-rating and --was-summary, or undo the change, open the correction, and change it then (CT613)"
        )
    was["rating"] = claim.verdict.rating
    if claim.verdict.summary is not None:
        was["summary"] = as_written(claim.verdict.summary)
    return was
