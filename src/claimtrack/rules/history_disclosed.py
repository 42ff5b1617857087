"""CT7xx, fourth part: what readers were told about the check itself, and what cannot be known any more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.records.claim import Claim
from claimtrack.rules.rule import history_rule
from claimtrack.rules.told import corrections_since, told

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison


@history_rule("CT709", "disclosure-gone", Severity.ERROR)
def disclosure_gone(comparison: Comparison) -> Iterator[Remark]:
    """A published claim does not say any more who denies it, what a machine did, or which interests were declared.

    Reason: Readers judge a check by this as well, and who was heard has a right to stay heard. No approval covers it, so that nobody else
        would notice.
    Remedy: Put it back, or add a correction that says why it is gone.
    Clause: ifcn-6.3, efcsn-log

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        disclosure: {ai_use: {en: A machine translated the survey., de: Eine Maschine hat die Umfrage übersetzt.}}
        --- after:
        disclosure: {}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        disclosure: {ai_use: {en: A machine translated the survey., de: Eine Maschine hat die Umfrage übersetzt.}}
        --- after:
        disclosure: {}
        corrections:
          - on: 2026-02-25
            class: minor
            cause: own-error
            notice: {en: No machine was used., de: Es wurde keine Maschine verwendet.}
    """
    for one in told(comparison):
        before, after = one.before, one.after
        gone: list[tuple[str, Phrase]] = []
        if before.disclosure.conflicts is not None and after.disclosure.conflicts is None:
            gone.append(("disclosure", say("`disclosure.conflicts`")))
        if before.disclosure.ai_use is not None and after.disclosure.ai_use is None:
            gone.append(("disclosure", say("`disclosure.ai_use`")))
        if len(after.disputes) < len(before.disputes):
            gone.append(("disputes", say("an entry of `disputes`")))
        if gone and one.gives_an_answer and after.published is not None and not corrections_since(comparison, one):
            what = all_of(name for _, name in gone)
            message = say("gone since {then} without a correction: {what}", then=comparison.called, what=what)
            yield Remark(one.file, (gone[0][0],), message, say("put it back, or add a correction that says why it is gone"))


@history_rule("CT710", "unreadable-then", Severity.INFO)
def unreadable_then(comparison: Comparison) -> Iterator[Remark]:
    """What readers were told at the revision cannot be known, since the record could not be read by then.

    Reason: What cannot be read cannot be compared; that nothing is said here does not mean that nothing was changed. A desk that lay
        elsewhere at the revision cannot be compared either.
    Remedy: Compare with a revision in which the record can be read.

    Bad:
        published: 2026-02-20
        status: approved  # here
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        topics: {traffic: yes}
        --- after:
        topics: [traffic]

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        --- before:
        topics: []
        --- after:
        topics: [traffic]
    """
    if not comparison.before.desk_is_sound:
        states = (comparison.before, comparison.after)
        if any(claim.published is not None for state in states for claim in state.claims.values()):
            absent = comparison.after.desk_file not in comparison.before.digests
            message = say("at {then} there was no desk record here, so there is nothing to compare with", then=comparison.called)
            yield Remark(comparison.after.desk_file, ("publisher",), message if absent else _unreadable(comparison), _another_revision())
        return
    for claim in _public_now(comparison):
        yield Remark(comparison.after.file_of("claim", claim.id), ("status",), _unreadable(comparison), _another_revision())


def _public_now(comparison: Comparison) -> Iterator[Claim]:
    """Yield the claims that readers may have seen by then and whose records could not be read."""
    for before, after in comparison.changed:
        if before is None and after is not None and after.published is not None and comparison.before.exists("claim", after.id):
            yield after


def _unreadable(comparison: Comparison) -> Phrase:
    return say("at {then} the record had errors of reading, so nobody knows what readers were told", then=comparison.called)


def _another_revision() -> Phrase:
    return say("compare with a revision in which it can be read")


RULES = (disclosure_gone, unreadable_then)
"""The rules of this part of the family, in the order of their codes."""
