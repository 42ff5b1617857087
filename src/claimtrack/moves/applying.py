"""Putting fixes into a plan: those of one file together, as far as none gets in the way of another."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

import attrs

from claimtrack.changes import Append, Change, Insert, Move, Remove, RenameKey
from claimtrack.errors import RefusedError
from claimtrack.findings import Cleaning, Finding, Fix
from claimtrack.locations import RecordPath, Span
from claimtrack.moves.plan import Plan
from claimtrack.project import Project
from claimtrack.reading.documents import read_document
from claimtrack.reading.lines import Lines

_MARK = b"\xef\xbb\xbf"

_Fixes = Sequence[tuple[Finding, Fix]]


@attrs.define
class Applied:
    """Fixes that were put into a plan.

    Attributes:
        plan: the plan.
        done: the findings whose fixes are in it.
        refused: those whose fixes cannot be, each with the reason.
    """

    plan: Plan
    done: list[Finding] = attrs.Factory(list)
    refused: list[tuple[Finding, str]] = attrs.Factory(list)

    def take(self, plan: Plan, fixes: _Fixes) -> None:
        """Take in a plan that has more fixes in it."""
        self.plan = plan
        self.done += [finding for finding, _ in fixes]


def applied(plan: Plan, project: Project, findings: Iterable[Finding]) -> Applied:
    """Put the fixes of findings into a plan. Those that get in the way of one before them are left for another time.

    Arguments:
        plan: what is planned already.
        project: the records as the plan leaves them, which the findings are about.
        findings: what is to be mended.
    """
    so_far = Applied(plan)
    of_files: dict[str, list[tuple[Finding, Fix]]] = {}
    for one in findings:
        if one.fix is not None:
            of_files.setdefault(one.file, []).append((one, one.fix))
    for file, fixes in of_files.items():
        together = list(_side_by_side([one for one in fixes if one[1].changes]))
        try:  # one edit for all, so that the file is read again only once
            so_far.take(so_far.plan.with_changes(file, [change for _, fix in together for change in fix.changes]), together)
        except RefusedError:
            _each(so_far, project, together)
        _each(so_far, project, [one for one in fixes if not one[1].changes])
    return so_far


def replacement(project: Project, finding: Finding) -> tuple[Span, str] | None:
    """Return what the fix of a finding puts in place of what, or None where it has none that changes the text of its file."""
    if finding.fix is None or not finding.fix.changes:
        return None
    plan = applied(Plan(project=project), project, [finding]).plan
    for one in plan.changes:
        before, after = ((data or b"").decode("utf-8").removeprefix("\ufeff") for data in (one.before, one.after))
        start = _shared(before, after)
        shared = _shared(before[start:][::-1], after[start:][::-1])
        lines, end = Lines(before), len(before) - shared
        (line, column), (end_line, end_column) = lines.place(start), lines.place(end)
        return Span(line + 1, column + 1, end_line + 1, end_column + 1), after[start : len(after) - shared]
    return None


def _shared(one: str, other: str) -> int:
    """Return with how many characters both of two texts begin."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _each(so_far: Applied, project: Project, fixes: _Fixes) -> None:
    """Put in one fix after the other, and note those that are refused."""
    for finding, fix in fixes:
        try:
            so_far.take(_with_fix(so_far.plan, project, finding.file, fix), [(finding, fix)])
        except RefusedError as error:
            so_far.refused.append((finding, str(error).removeprefix(f"{finding.file}: ")))


def _with_fix(plan: Plan, project: Project, file: str, fix: Fix) -> Plan:
    if fix.rename:
        there = project.files.get(("claim", PurePosixPath(fix.rename).stem))
        if there is not None:
            raise RefusedError(f"{there} has that id already")
        return plan.with_move(file, fix.rename)
    if fix.cleaning is not None:
        return plan.with_data(file, _cleaned(file, plan.data(file), fix.cleaning))
    return plan.with_changes(file, fix.changes)


def _cleaned(file: str, data: bytes, cleaning: Cleaning) -> bytes:
    """Return the bytes of a file without what is wrong with them and says nothing.

    Raises:
        RefusedError: the file would not say what it said.
    """
    if cleaning == "byte-order-mark":
        clean = data.removeprefix(_MARK)
    else:
        plain = data.replace(b"\r\n", b"\n")
        clean = plain.replace(b"\n", b"\r\n") if data.count(b"\r\n") * 2 > data.count(b"\n") else plain
    before, after = (read_document(file, one)[0] for one in (data, clean))
    if before is None or after is None or before.values != after.values:
        raise RefusedError(f"{file} has other faults that have to be mended first")
    return clean


def _side_by_side(fixes: _Fixes) -> Iterator[tuple[Finding, Fix]]:
    """Yield the fixes that touch nothing that one before them touches."""
    taken: list[RecordPath] = []
    for finding, fix in fixes:
        touched = [path for change in fix.changes for path in _touched(change)]
        if not any(_overlap(one, other) for one in touched for other in taken):
            taken += touched
            yield finding, fix


def _touched(change: Change) -> Iterator[RecordPath]:
    """Yield what a change touches: where it moves the values of a list, all of that list."""
    match change:
        case Append() | Remove() | Insert() | Move():
            yield change.path if isinstance(change, Append) else change.path[:-1]
        case RenameKey():
            yield change.path
            yield (*change.path[:-1], change.name)
        case _:
            yield change.path


def _overlap(one: RecordPath, other: RecordPath) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]
