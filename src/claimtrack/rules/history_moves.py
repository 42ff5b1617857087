"""CT7xx, fifth part: what was written down about a claim's way, and is to stay written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from claimtrack.findings import Remark, Severity
from claimtrack.fingerprint import fingerprint
from claimtrack.freshness import can_be_compared, stale_approval
from claimtrack.history.likeness import is_another
from claimtrack.phrases import one_of, quoted, say
from claimtrack.publication import Publication, approval_of
from claimtrack.records.claim import Claim, Correction, HistoryEntry
from claimtrack.rules.approvals_since import approvals_since
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import adds_only, opened_on, told, was_seen

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison

_Entry = TypeVar("_Entry", HistoryEntry, Correction)


@history_rule("CT711", "history-rewritten", Severity.ERROR)
def history_rewritten(comparison: Comparison) -> Iterator[Remark]:
    """What the history of a claim said at the revision is changed or gone.

    Reason: The history says who answered for what. An entry that somebody can change afterwards proves nothing, least of all an approval
        whose fingerprint is exchanged for that of what stands there now. Looked at are all entries of claims that readers saw, and
        approvals of all others. What was forgotten may be put in between.
    Remedy: Put the entry back as it was, and add what happened since below it; `approved` may follow `approved`.
    Clause: efcsn-second-person

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 7c1e90b2}  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
    """
    for before, after in _same_claims(comparison):
        held = [entry for entry in before.history if was_seen(comparison, before) or _approves(comparison, entry)]
        if stale_approval(comparison.before, before) is not None and not was_seen(comparison, before):
            held = [entry for entry in held if entry is not approval_of(comparison.before, before)]  # it covered nothing yet
        lost = _lost(held, _as_then(comparison, before, after), [entry.on for entry in after.history])
        if lost is None:
            continue
        file = comparison.after.file_of("claim", after.id)
        place = next((at for at, one in enumerate(after.history) if (one.to, one.on, one.by) == (lost.to, lost.on, lost.by)), None)
        message = say(
            "at {then} the history said that ‘{person}’ moved the claim to ‘{status}’ on {day}; that entry is changed, moved or gone",
            then=comparison.called,
            person=lost.by,
            status=lost.to,
            day=lost.on,
        )
        if place is not None and after.history[place].covers != lost.covers:
            message = say(
                "at {then} the approval of {day} by ‘{person}’ covered {before}; found {after}",
                then=comparison.called,
                day=lost.on,
                person=lost.by,
                before=lost.covers or say("nothing"),
                after=after.history[place].covers or say("nothing"),
            )
        hint = say("put the entry back as it was, and add what happened since below it")
        yield Remark(file, ("history",) if place is None else ("history", place), message, hint)


@history_rule("CT712", "corrections-rewritten", Severity.ERROR)
def corrections_rewritten(comparison: Comparison) -> Iterator[Remark]:
    """A correction that readers could see is changed or gone.

    Reason: The corrections are the account of what readers were told wrongly. Whoever polishes them afterwards has two things to correct.
        A language may be added; what belongs to a correction that is still being made may change.
    Remedy: Put the correction back as it was, and add another one.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        corrections:
          - {on: 2026-02-25, class: minor, cause: own-error, notice: {en: We had a name wrong., de: Ein Name war falsch.}}
        --- after:
        corrections:
          - {on: 2026-02-25, class: minor, cause: reader, notice: {en: We had a name wrong., de: Ein Name war falsch.}}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        corrections:
          - {on: 2026-02-25, class: minor, cause: own-error, notice: {en: We had a name wrong., de: Ein Name war falsch.}}
        --- after:
        corrections:
          - {on: 2026-02-25, class: minor, cause: own-error, notice: {en: We had a name wrong., de: Ein Name war falsch.}}
          - {on: 2026-02-26, class: minor, cause: reader, notice: {en: And a day., de: Und ein Tag.}}
    """
    for one in told(comparison):
        opened = opened_on(comparison.before, one.before) if one.then is Publication.UNDER_CORRECTION else None
        held = [made for made in one.before.corrections if opened is None or made.on < opened]
        now = list(one.after.corrections)
        lost = _lost(held, [next((old for old in held if adds_only(old, new)), new) for new in now], [new.on for new in now])
        if lost is None:
            continue
        place = next((at for at, new in enumerate(now) if new.on == lost.on), None)
        message = say("at {then} there was a correction of {day}, which is changed, moved or gone", then=comparison.called, day=lost.on)
        hint = say("put the correction back as it was, and add another one")
        yield Remark(one.file, ("corrections",) if place is None else ("corrections", place), message, hint)


@history_rule("CT713", "moved-past-the-workflow", Severity.ERROR)
def moved_past_the_workflow(comparison: Comparison) -> Iterator[Remark]:
    """A claim went since the revision from its status to one that cannot follow it, and its history does not show it.

    Reason: The workflow is a promise: nothing is approved that nobody had put up for review. A history may begin with any status, but git
        knows where the claim stood before.
    Remedy: Record the move in between, if it was made. Otherwise the claim has to go the whole way.

    Bad:
        status: draft
        history: []
        --- after:
        status: approved
        history:
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}  # here

    Good:
        status: draft
        history: []
        --- after:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for before, after in _same_claims(comparison):
        if before.history and before.history[-1].to == before.status:
            continue  # the history shows it, and is held against the workflow in any case
        entries = after.history[len(before.history) :] if after.history[: len(before.history)] == before.history else ()
        if any(entry.to == before.status for entry in entries) or (not entries and after.history):
            continue
        place = len(before.history)
        to, status = entries[0].to if entries else after.status, comparison.after.status(before.status)
        if status is None or comparison.after.status(to) is None or to == before.status or to in status.moves:
            continue
        moves = one_of(quoted(status.moves)) if status.moves else say("nothing after it")
        yield Remark(
            comparison.after.file_of("claim", after.id),
            ("history", place, "to") if entries else ("status",),
            say(
                "‘{after}’ cannot follow ‘{before}’, the status of the claim at {then}; expected {moves}",
                after=to,
                before=before.status,
                then=comparison.called,
                moves=moves,
            ),
            say("record the move in between if it was made"),
        )


@history_rule("CT714", "changed-after-approval", Severity.ERROR)
def changed_after_approval(comparison: Comparison) -> Iterator[Remark]:
    """A claim was changed after it was approved, and the approval has no fingerprint that would show it.

    Reason: The approval is of what stood there then; git knows what that was. An approval with a fingerprint of today's form is held
        against what stands there now by every check.
    Remedy: Have it read and approved again, with the fingerprint that `claimtrack show` prints.
    Clause: efcsn-second-person

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}  # here
        --- after:
        computed: ~

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        computed: ~
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
          - {to: approved, on: 2026-02-25, by: omar, covers: 7c1e90b2}
    """
    added = {(one.claim.id, one.place): one.edit for one in approvals_since(comparison)}
    for before, after in comparison.changed:
        if after is None or (status := comparison.after.status_of(after)) is None or not status.approves:
            continue
        approval = approval_of(comparison.after, after)
        if approval is None or (approval.covers and ":" in approval.covers) or not can_be_compared(comparison.after, after):
            continue
        place = next(at for at, entry in enumerate(after.history) if entry is approval)
        edit = added.get((after.id, place))
        if edit is not None and edit.after is not None:
            changed = fingerprint(comparison.after, edit.after) != fingerprint(comparison.after, after)
            then = edit.commit.id[:8]
        elif before is not None and approval in before.history and can_be_compared(comparison.before, before):
            changed = fingerprint(comparison.before, before) != fingerprint(comparison.after, after)
            then = comparison.called
        else:
            continue
        if changed:
            message = say(
                "the approval of {day} is of what stood there at {then}; what stands there now is not the same", day=approval.on, then=then
            )
            hint = say("have it read and approved again, with `covers: {today}`", today=fingerprint(comparison.after, after))
            yield Remark(comparison.after.file_of("claim", after.id), ("history", place), message, hint)


def _same_claims(comparison: Comparison) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims whose records have changed since, as they were and as they are."""
    for before, after in comparison.changed:
        if before is not None and after is not None and not is_another(before, after):
            yield before, after


def _approves(comparison: Comparison, entry: HistoryEntry) -> bool:
    status = comparison.before.status(entry.to)
    return status is not None and status.approves


def _as_then(comparison: Comparison, before: Claim, after: Claim) -> list[HistoryEntry]:
    """Return the entries of a history as they were called then: where a person has another id now, or a status another name."""
    people, then = comparison.after.desk.people, comparison.before.desk.people
    entries = []
    for place, entry in enumerate(after.history):
        old = before.history[place] if place < len(before.history) else entry
        same = (old.on, old.covers) == (entry.on, entry.covers)
        person = old.by == entry.by or (old.by not in people and entry.by not in then)
        status = old.to == entry.to or (comparison.after.status(old.to) is None and comparison.before.status(entry.to) is None)
        entries.append(old if same and person and status else entry)
    return entries


def _lost(before: Sequence[_Entry], after: Sequence[_Entry], days: Sequence[object]) -> _Entry | None:
    """Return the first entry that is not there any more, or not in its place; None where all are.

    Entries that were put in order by their days are where they belong, whatever their place was.
    """
    left = Counter(map(repr, after))
    for entry in before:
        left[repr(entry)] -= 1
        if left[repr(entry)] < 0:
            return entry
    if list(days) == sorted(days, key=str):
        return None
    following = iter(after)
    return next((entry for entry in before if not any(entry == one for one in following)), None)


RULES = (history_rewritten, corrections_rewritten, moved_past_the_workflow, changed_after_approval)
"""The rules of this part of the family, in the order of their codes."""
