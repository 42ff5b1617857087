"""CT7xx, second part: published records that are gone or taken back, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import told, was_seen

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison


@history_rule("CT704", "publication-day-changed", Severity.ERROR)
def publication_day_changed(comparison: Comparison) -> Iterator[Remark]:
    """The day of publication of a published claim is gone, or is another one.

    Reason: Without the day the page vanishes and nobody is told why; with another one it looks newer or older than it is. What was
        published stays published; a claim whose day had not come yet may change.
    Remedy: Put the day back. To withdraw a claim, add `retracted`; the day of a change stands in `corrections`.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        published: 2026-03-01  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        published: 2026-03-01
    """
    for one in told(comparison):
        before, after = one.before.published, one.after.published
        if before == after:
            continue
        gone = say("the day of publication is gone; at {then} it was {before}", then=comparison.called, before=before)
        changed = say("the day of publication was {before} at {then}; found {after}", then=comparison.called, before=before, after=after)
        withdraw, put_back = say("put it back; to withdraw the claim, add `retracted`"), say("put {before} back", before=before)
        yield Remark(one.file, ("published",), *((gone, withdraw) if after is None else (changed, put_back)))


@history_rule("CT705", "retraction-undone", Severity.ERROR)
def retraction_undone(comparison: Comparison) -> Iterator[Remark]:
    """A claim that was withdrawn is not withdrawn any more, or was on another day.

    Reason: Readers were told that the check does not hold. Whoever has taken note of that would have to learn that it is there again.
    Remedy: Put the withdrawal back. A new check of the same statement is a new claim.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        retracted: {on: 2026-02-25, notice: {en: We had confused two bridges., de: Wir hatten zwei Brücken verwechselt.}}
        --- after:
        retracted: ~  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        retracted: {on: 2026-02-25, notice: {en: We had confused two bridges., de: Wir hatten zwei Brücken verwechselt.}}
    """
    for one in told(comparison):
        before, after = one.before.retracted, one.after.retracted
        if before is None or (after is not None and after.on == before.on):
            continue
        undone = say("at {then} the claim was withdrawn, and it is not any more", then=comparison.called)
        if after is None:
            yield Remark(one.file, ("retracted",), undone, say("put `retracted` back; a new check of the same is a new claim"))
        else:
            message = say(
                "the day of the withdrawal was {before} at {then}; found {after}", before=before.on, then=comparison.called, after=after.on
            )
            yield Remark(one.file, ("retracted", "on"), message, say("put {before} back", before=before.on))


@history_rule("CT706", "published-deleted", Severity.ERROR)
def published_deleted(comparison: Comparison) -> Iterator[Remark]:
    """The record of a published claim is gone.

    Reason: The address that readers know leads nowhere, and nobody says why. A withdrawal keeps the address and tells the reason; the
        record of one that was withdrawn has to stay for the same reason.
    Remedy: Restore the record, and add `retracted` if the check does not hold.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        --- town/example.yaml is gone
        --- article.yaml
        title: Old bridge carries twice the lorries  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        retracted: {on: 2026-02-25, notice: {en: We had confused two bridges., de: Wir hatten zwei Brücken verwechselt.}}
    """
    for before, after in comparison.changed:
        if before is None or after is not None or comparison.after.exists("claim", before.id) or not was_seen(comparison, before):
            continue
        there = comparison.after.articles.get(before.folder)
        file = comparison.after.desk_file if there is None else comparison.after.file_of("article", there.id)
        gone = comparison.before.file_of("claim", before.id)
        yield Remark(
            file,
            ("title",) if there is not None else ("publisher",),
            say("at {then} readers could see ‘{claim}’, and its record {file} is gone", then=comparison.called, claim=before.id, file=gone),
            say("restore it as it was at {commit}; to withdraw the claim, add `retracted`", commit=comparison.commit[:8]),
        )


RULES = (publication_day_changed, retraction_undone, published_deleted)
"""The rules of this part of the family, in the order of their codes."""
