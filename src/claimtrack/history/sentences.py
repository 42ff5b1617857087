"""What changed as a sentence of its own: moves, approvals, publication, withdrawal."""

from __future__ import annotations

import datetime
from typing import Any

from claimtrack.history.showing import Place, Showing
from claimtrack.phrases import Phrase, say
from claimtrack.records.claim import Claim, HistoryEntry, Retraction


def sentence_of(old: Any, new: Any, place: Place, was: Showing, now: Showing) -> Phrase | None:  # noqa: ANN401  (any value of a record)
    """Return what changed as a sentence, or None where there is none that says more than the values do.

    Arguments:
        old: the value as it was; None where it is new.
        new: the value as it is; None where it is gone.
        place: the field that it is in.
        was: shows values of the state before.
        now: shows values of the state after.
    """
    there = new if new is not None else old
    if isinstance(there, HistoryEntry):
        return _of_a_move(old, new, was, now)
    if isinstance(there, Retraction) and old is None:
        return say("withdrawn on {day}: {notice}", day=there.on, notice=now.of(there.notice))
    if place == (Claim, "published") and old is None and isinstance(new, datetime.date):
        return say("published on {day}", day=new)
    return None


def _of_a_move(old: HistoryEntry | None, new: HistoryEntry | None, was: Showing, now: Showing) -> Phrase | None:
    if new is None:
        return None if old is None else say("no longer said: {move}", move=_move(old, was))
    if old is None:
        return _move(new, now)
    status, who = now.status(new.to), now.person(new.by)
    # Nothing else of a move can change but what it covers: it would be another move.
    return say("approved again for what stands there now: {status}, {who}, {day}", status=status, who=who, day=new.on)


def _move(move: HistoryEntry, showing: Showing) -> Phrase:
    status, who = showing.status(move.to), showing.person(move.by)
    return say("moved to {status} by {who} on {day}", status=status, who=who, day=move.on)
