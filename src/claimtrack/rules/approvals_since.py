"""Approvals that were added since a revision, and the commits that added them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.records.claim import Claim, HistoryEntry

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison
    from claimtrack.history.edits import Edit


@attrs.frozen
class NewApproval:
    """An approval that a claim did not have at the revision.

    Attributes:
        claim: the claim as it is.
        place: the place of the approval in its history.
        approval: the approval.
        edit: what the commit that added it made of the claim; None where it is not committed yet.
    """

    claim: Claim
    place: int
    approval: HistoryEntry
    edit: Edit | None


def approvals_since(comparison: Comparison) -> tuple[NewApproval, ...]:
    """Return the approvals that claims did not have at the revision; one whose fingerprint was exchanged is a new one."""
    return comparison.once(_approvals_since)


def _approvals_since(comparison: Comparison) -> tuple[NewApproval, ...]:
    new: list[tuple[Claim, int, HistoryEntry]] = []
    for before, after in comparison.changed:
        for place, entry in enumerate(after.history if after is not None else ()):
            status = comparison.after.status(entry.to)
            if after is not None and status is not None and status.approves and (before is None or entry not in before.history):
                new.append((after, place, entry))
    edits = comparison.edits({claim.id for claim, _, _ in new})
    return tuple(NewApproval(claim, place, entry, _added_by(entry, edits[claim.id])) for claim, place, entry in new)


def _added_by(entry: HistoryEntry, edits: tuple[Edit, ...]) -> Edit | None:
    """Return the first edit after which the entry was there, and before which it was not."""
    for edit in edits:
        if edit.after is not None and entry in edit.after.history and (edit.before is None or entry not in edit.before.history):
            return edit
    return None
