"""Mending what needs no decision: the fixes that findings come with, one round after the other, until nothing is left to be done."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import attrs

from claimtrack.checking import check
from claimtrack.findings import Finding, Severity
from claimtrack.loading import load_again
from claimtrack.moves.applying import applied
from claimtrack.moves.plan import Plan
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.reading.kinds import KINDS as KINDS_OF_READING

_MOST_ROUNDS = 20
"""Two are usual: what could not be read, and what the rules see."""

_OF_READING = frozenset(one.code for one in KINDS_OF_READING)
_OF_NAMES = frozenset({"CT104", "CT105"})
"""What can be wrong with a file's name beside those of others."""


@attrs.frozen(kw_only=True)
class Mended:
    """What comes of mending.

    Attributes:
        plan: what is to be written.
        project: the records as they are afterwards.
        findings: all that is wrong with them afterwards.
        number: how many findings were mended.
        refused: findings whose fix cannot be made, each with the reason.
    """

    plan: Plan
    project: Project
    findings: tuple[Finding, ...]
    number: int = 0
    refused: tuple[tuple[Finding, str], ...] = ()

    @property
    def files(self) -> int:
        """How many files are to be written, a renamed one counted once."""
        return sum(1 for one in self.plan.changes if one.after is not None)


def mend(project: Project, findings: Iterable[Finding], today: datetime.date, wanted: Callable[[Finding], bool]) -> Mended:
    """Plan the fixes of all findings that somebody wants mended.

    What could not be read is mended first, and then looked at by the rules. A fix that cannot be made safely, or after which there would
    be an error that there was not before, is left out, and its finding stays.

    Arguments:
        project: the records.
        findings: all that is wrong with them.
        today: the day that dates are compared with.
        wanted: says of a finding whether it is to be mended.
    """
    mended = Mended(plan=Plan(project=project), project=project, findings=tuple(findings))
    for _ in range(_MOST_ROUNDS):
        refused = {_place(one) for one, _ in mended.refused}
        offered = [one for one in mended.findings if one.fix is not None and _place(one) not in refused and wanted(one)]
        if not offered:
            break
        mended = _round(mended, [one for one in offered if one.code in _OF_READING] or offered, today)
    return mended


def _round(mended: Mended, batch: Sequence[Finding], today: datetime.date) -> Mended:
    """Apply fixes side by side; where they bring about an error, those of its file are refused, and the others come up again."""
    put_in = applied(mended.plan, mended.project, batch)
    project, found = load_again(mended.plan.project, {one.file: one.after for one in put_in.plan.changes})
    project = attrs.evolve(project, today=today)
    findings = (*found, *check(project))
    refused = [*mended.refused, *put_in.refused]
    if brought := _brought_about(mended.findings, findings, of_reading=batch[0].code in _OF_READING):
        reason = say("there would be {code}: {message}", code=brought[0].code, message=brought[0].message)
        files = {one.file for one in brought}
        guilty = [one for one in put_in.done if one.file in files or (one.fix is not None and one.fix.rename in files)]
        refused += [(one, reason) for one in guilty or put_in.done]
        return attrs.evolve(mended, refused=tuple(refused))
    left = Counter(map(_told, findings))
    gone = Counter(map(_told, put_in.done)) - left
    refused += [(one, say("it would still be there")) for one in put_in.done if _told(one) not in gone]
    return Mended(plan=put_in.plan, project=project, findings=findings, number=mended.number + gone.total(), refused=tuple(refused))


def _brought_about(before: Iterable[Finding], after: Iterable[Finding], *, of_reading: bool) -> list[Finding]:
    """Return the errors that there were not. A record that can be read at last may have errors that only nobody could see before."""
    known = {_told(one) for one in before}
    errors = [one for one in after if one.severity is Severity.ERROR and _told(one) not in known]
    return [one for one in errors if one.code in _OF_NAMES] if of_reading else errors


def _told(finding: Finding) -> tuple[str, str, str]:
    """Return what makes two findings the same although lines have moved."""
    return finding.code, finding.file, finding.message


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.file, finding.span, finding.message
