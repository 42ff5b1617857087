"""The correction that a claim under correction is waiting to be told of: which one it is, and what becomes of it at the approval."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claimtrack.changes import Change, Remove, Set
from claimtrack.project import Project
from claimtrack.publication import is_correcting
from claimtrack.records.claim import Claim, Correction


def open_correction(project: Project, claim: Claim) -> int | None:
    """Return the place of the correction that nobody has approved yet, or None where there is none.

    It is the last one, if it was written since the claim has been under correction; where that began on the day on which an earlier
    correction was finished, there has to be one more of that day than were finished.
    """
    if not is_correcting(project, claim) or not claim.corrections:
        return None
    day = claim.corrections[-1].on
    if claim.history and day < claim.history[-1].on:
        return None
    written = sum(one.on == day for one in claim.corrections)
    return len(claim.corrections) - 1 if written > _finished_on(project, claim, day) else None


def finished(claim: Claim, place: int, day: datetime.date) -> Iterator[Change]:
    """Yield the changes by which a correction is finished.

    Readers are told from that day on, so it gets that day. What was said before is left out again where nothing but wording has changed,
    or where an update has changed neither rating nor summary: they would be told the same twice.

    Arguments:
        claim: the claim.
        place: the place of the correction.
        day: the day of the approval.
    """
    correction = claim.corrections[place]
    if correction.on != day:
        yield Set(("corrections", place, "on"), day)
    if correction.was is not None and not _tells_something(claim, correction):
        yield Remove(("corrections", place, "was"))


def _tells_something(claim: Claim, correction: Correction) -> bool:
    """Say whether readers, or the rules, have to know what was said before a correction."""
    if correction.was is None or claim.verdict is None or correction.class_ == "substantial":
        return True
    if correction.class_ == "minor":
        return correction.was.rating not in {None, claim.verdict.rating}  # that is not minor, and the rules say so
    return not correction.was.says_as_much(claim.verdict)


def _finished_on(project: Project, claim: Claim, day: datetime.date) -> int:
    """Return how many corrections were finished on a day: approvals that came right after the status of corrections."""
    correcting = project.workflow.correcting if project.workflow else ""
    return sum(
        after.on == day and before.to == correcting and after.to != correcting
        for before, after in zip(claim.history, claim.history[1:], strict=False)
    )
