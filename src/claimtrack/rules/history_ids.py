"""CT7xx, third part: ids that readers know, and what they lead to now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.findings import Remark, Severity
from claimtrack.history.likeness import is_another, is_worded_otherwise
from claimtrack.phrases import all_of, quoted, say
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import seen, told

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison


@history_rule("CT707", "former-id-lost", Severity.ERROR)
def former_id_lost(comparison: Comparison) -> Iterator[Remark]:
    """A published claim does not say any more by which id readers know it.

    Reason: The id is part of the address. The page is found under former ids as long as the record names them, and nobody gives one to
        another claim.
    Remedy: Add the id to `former_ids`.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        former_ids: [lorries-doubled]
        --- after:
        former_ids: []  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        former_ids: [lorries-doubled]
    """
    for one in told(comparison):
        known = dict.fromkeys([*one.before.former_ids, one.before.id])
        lost = [former for former in known if former != one.after.id and former not in one.after.former_ids]
        if lost:
            ids = all_of(quoted(lost))
            message = say("at {then} readers knew the claim as {ids}, and `former_ids` does not say so", then=comparison.called, ids=ids)
            yield Remark(one.file, ("former_ids",), message, say("add {ids} to `former_ids`", ids=ids))


@history_rule("CT708", "id-reused", Severity.ERROR)
def id_reused(comparison: Comparison) -> Iterator[Remark]:
    """The id of a published claim is that of another claim now.

    Reason: Whoever follows an old link lands on something else and takes it for what was linked. Other words make another claim: where the
        statement and the quote, or without quotes all of the evidence, have nothing in common; or where the record was gone in between.
    Remedy: Restore the claim, and give the new one an id of its own.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        status: researching
        published: ~
        statement: The council decides on the bridge in March.  # here
        headline: ~
        quote: {exact: detours of 14 kilometres, at: 360-384}
        verdict: ~
        history:
          - {to: researching, on: 2026-02-26, by: ines}

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- after:
        --- town/council-in-march.yaml
        status: researching
        authors: [ines]
        statement: The council decides on the bridge in March.
        aspect: fact
        claimant: {name: The mayor of Alderford (invented), role: Mayor}
        quote: {exact: detours of 14 kilometres, at: 360-384}
        history:
          - {to: researching, on: 2026-02-26, by: ines}
    """
    same_id = [one for one in seen(comparison) if one.before.id == one.after.id and is_worded_otherwise(one.before, one.after)]
    others = {one.after.id for one in same_id if is_another(one.before, one.after)}
    edits = comparison.edits([one.after.id for one in same_id if one.after.id not in others])
    for one in same_id:
        was_gone = any(edit.is_gone for edit in edits.get(one.after.id, ()))
        if one.after.id in others or was_gone:
            message = say(
                "at {then} the id ‘{claim}’ was that of another claim, which readers saw", then=comparison.called, claim=one.after.id
            )
            hint = say("restore the claim as it was at {commit}, and give this one an id of its own", commit=comparison.commit[:8])
            yield Remark(one.file, ("statement",), message, hint)


RULES = (former_id_lost, id_reused)
"""The rules of this part of the family, in the order of their codes."""
