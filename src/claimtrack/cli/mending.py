"""What ``check`` does beside looking: it mends what needs no decision, or shows how it would."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from claimtrack.cli.console import shown_from_here
from claimtrack.cli.differing import shown_differences
from claimtrack.cli.looking import Looked
from claimtrack.editing import recover, state_folder
from claimtrack.findings import Finding
from claimtrack.formats.report import Fixed, Replacement, ReplacementOf
from claimtrack.moves.applying import replacement
from claimtrack.moves.fixing import Mended, mend
from claimtrack.moves.plan import carry_out
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.reading.files import find_root

Wanted = Callable[[Finding], bool]


def put_in_order(folder: Path) -> tuple[Phrase, ...]:
    """Finish or undo what an earlier command left half done, and say so; before a desk is read that is to be written to."""
    root, _ = find_root(folder)
    return tuple(say("{words}", words=one) for one in recover(root, state_folder(root)))


def mended(looked: Looked, today: datetime.date, wanted: Wanted) -> Looked:
    """Mend, and return what is left. What cannot be mended after all is not offered any more."""
    done = mend(looked.project, looked.findings, today, wanted)
    carry_out(done.plan)
    return attrs.evolve(
        looked,
        project=done.project,
        findings=_without_refused(done),
        fixed=Fixed(done.number, done.files),
        told=(*looked.told, *_not_fixed(done)),
    )


def would_be_mended(looked: Looked, today: datetime.date, wanted: Wanted, *, colour: bool) -> Looked:
    """Return what there is, together with what mending would change."""
    done = mend(looked.project, looked.findings, today, wanted)
    return attrs.evolve(
        looked,
        fixed=Fixed(done.number, done.files, written=False),
        differences=tuple(shown_differences(done.plan, colour=colour)),
        told=(*looked.told, *_not_fixed(done)),
    )


def replacements(project: Project) -> ReplacementOf:
    """Return what gives what the fix of a finding puts in place of what."""

    def of_finding(finding: Finding) -> Replacement | None:
        found = replacement(project, finding)
        return None if found is None else Replacement(*found)

    return of_finding


def _without_refused(done: Mended) -> tuple[Finding, ...]:
    refused = {one for one, _ in done.refused}
    return tuple(attrs.evolve(one, fix=None) if one in refused else one for one in done.findings)


def _not_fixed(done: Mended) -> Iterator[Phrase]:
    """Yield a sentence for every finding whose fix could not be made, in the order of their places."""
    reasons = dict(done.refused)
    for one in sorted(set(done.findings) & reasons.keys(), key=lambda one: one.sort_key):
        place = f"{shown_from_here(done.project.root, one.file)}:{one.span.line}:{one.span.column}"
        yield say("{place}: {code} is not fixed: {reason}", place=place, code=one.code, reason=reasons[one])
