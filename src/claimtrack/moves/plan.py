"""Plans: what a move would write, known as a whole before a single byte is written."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import attrs

from claimtrack.changes import Change
from claimtrack.checking import check
from claimtrack.editing import FileChange, edit, state_folder, write_files
from claimtrack.errors import CannotReadError, EditRefusedError, RefusedError
from claimtrack.findings import Finding, Severity
from claimtrack.loading import load_again
from claimtrack.project import Project, digest


@attrs.frozen(kw_only=True)
class Plan:
    """What a move would write.

    Attributes:
        project: the records as they are.
        files: what is to become of each file, by its name relative to the root.
        said: what was done, in a sentence each, for when it is done.
        following: the next sensible step, as a sentence; may be empty.
    """

    project: Project
    files: Mapping[str, FileChange] = attrs.field(factory=dict)
    said: tuple[str, ...] = ()
    following: str = ""

    def with_changes(self, file: str, changes: Iterable[Change]) -> Plan:
        """Return the plan with changes to a file, on top of what it already holds for it.

        Raises:
            RefusedError: a change cannot be made safely.
            CannotReadError: the file is gone, or has changed since the project was read.
        """
        before, now = self._before_and_now(file)
        if now is None:
            raise CannotReadError(f"{file} is gone; run the command again")
        try:
            after = edit(now, changes)
        except EditRefusedError as error:
            raise RefusedError(f"{file}: {error}") from error
        return self._with(file, before, after)

    def with_file(self, file: str, data: bytes) -> Plan:
        """Return the plan with a new file.

        Raises:
            RefusedError: there is such a file.
        """
        before, now = self._before_and_now(file)
        if now is not None:
            raise RefusedError(f"{file} exists already, and stays as it is")
        return self._with(file, before, data)

    def with_move(self, file: str, to: str) -> Plan:
        """Return the plan with a file under another name.

        Raises:
            RefusedError: there is a file of that name.
            CannotReadError: the file is gone, or has changed since the project was read.
        """
        before, now = self._before_and_now(file)
        if now is None:
            raise CannotReadError(f"{file} is gone; run the command again")
        moved = self.with_file(to, now)
        return attrs.evolve(moved, files={**moved.files, file: FileChange(file, before, None)})

    def saying(self, *said: str, following: str = "") -> Plan:
        """Return the plan with sentences for when it is done."""
        return attrs.evolve(self, said=(*self.said, *said), following=following or self.following)

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """What is to be written, ordered by file."""
        return tuple(self.files[file] for file in sorted(self.files) if self.files[file].before != self.files[file].after)

    def _before_and_now(self, file: str) -> tuple[bytes | None, bytes | None]:
        if file in self.files:
            return self.files[file].before, self.files[file].after
        if not (self.project.root / file).exists():
            return None, None
        data, findings = self.project.read(file)
        if data is None:
            raise CannotReadError(f"{file}: {findings[0].message}")
        if file in self.project.digests and digest(data) != self.project.digests[file]:
            raise CannotReadError(f"{file} has changed since it was read; run the command again")
        return data, data

    def _with(self, file: str, before: bytes | None, after: bytes | None) -> Plan:
        return attrs.evolve(self, files={**self.files, file: FileChange(file, before, after)})


def outcome(plan: Plan) -> tuple[Project, tuple[Finding, ...]]:
    """Return the project as it would be, with what would be wrong with its files."""
    return load_again(plan.project, {one.file: one.after for one in plan.changes})


def objections(plan: Plan, today: datetime.date, sound: AbstractSet[str] = frozenset()) -> tuple[Finding, ...]:
    """Return the errors that stand against a plan: those that the outcome would have and the records do not have as they are.

    Arguments:
        plan: the plan.
        today: the day that dates are compared with.
        sound: files that must not have any error in the outcome, not even one that they have already.
    """
    after = _errors(*outcome(plan), today)
    if not after:
        return ()
    before = {_told(one) for one in _errors(*load_again(plan.project, {}), today)}
    return tuple(one for one in after if one.file in sound or _told(one) not in before)


def carry_out(plan: Plan) -> None:
    """Write what a plan says: all of it or nothing.

    Raises:
        ChangedMeanwhileError: a file is not any more what it was when the plan was made.
        CannotWriteError: a file cannot be written.
    """
    write_files(plan.project.root, plan.changes, state_folder(plan.project.root))


def differences(plan: Plan) -> Iterator[str]:
    """Yield the lines of a unified diff of what a plan would write; hostile texts are in it as they are."""
    for one in plan.changes:
        before, after = (_lines(data) for data in (one.before, one.after))
        names = ("/dev/null" if one.before is None else f"a/{one.file}", "/dev/null" if one.after is None else f"b/{one.file}")
        yield from difflib.unified_diff(before, after, *names, lineterm="")


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "replace").split("\n")


def _errors(project: Project, findings: tuple[Finding, ...], today: datetime.date) -> list[Finding]:
    return [one for one in (*findings, *check(project, today=today)) if one.severity is Severity.ERROR]


def _told(finding: Finding) -> tuple[str, str, str]:
    """Return what makes two findings the same although lines have moved."""
    return finding.code, finding.file, finding.message
