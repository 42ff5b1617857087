"""Plans: what a move would write, known as a whole before a single byte is written."""

from __future__ import annotations

import datetime
import difflib
import functools
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any

import attrs

from claimtrack.changes import Change
from claimtrack.checking import check
from claimtrack.editing import FileChange, edit, state_folder, write_files
from claimtrack.errors import CannotReadError, ChangedMeanwhileError, EditRefusedError, RefusedError
from claimtrack.findings import Finding, Severity
from claimtrack.loading import load_again
from claimtrack.moves.blocking import in_public
from claimtrack.project import Project, digest
from claimtrack.reading.documents import read_document
from claimtrack.reading.files import read_file
from claimtrack.reading.snapshots import MAX_BYTES, SNAPSHOTS_FOLDER


@attrs.frozen(kw_only=True)
class Plan:
    """What a move would write.

    Attributes:
        project: the records as they are.
        files: what is to become of each file, by its name relative to the root.
        said: what was done, in a sentence each, for when it is done.
        following: the next sensible step, as a sentence; may be empty.
        about: the claim whose next step is the next sensible one, where the plan does not say another.
        sound: files that must not have any error afterwards, not even one that they have already.
        names: the names that files and things had before, by their new ones, so that what was wrong with them is not taken for new.
    """

    project: Project
    files: Mapping[str, FileChange] = attrs.field(factory=dict)
    said: tuple[str, ...] = ()
    following: str = ""
    about: str = ""
    sound: frozenset[str] = frozenset()
    names: Mapping[str, str] = attrs.field(factory=dict)

    def with_changes(self, file: str, changes: Iterable[Change]) -> Plan:
        """Return the plan with changes to a file, on top of what it already holds for it.

        Raises:
            RefusedError: a change cannot be made safely.
            ChangedMeanwhileError: the file is gone, or has changed since the project was read.
        """
        now = self.data(file)
        try:
            return self.with_data(file, edit(now, changes))
        except EditRefusedError as error:
            raise RefusedError(f"{file}: {error}") from error

    def with_data(self, file: str, data: bytes) -> Plan:
        """Return the plan with other bytes for a file that is there; that they say the same is for the caller to know.

        Raises:
            ChangedMeanwhileError: the file is gone, or has changed since the project was read.
        """
        before, _ = self._before_and_now(file)
        return self._with(file, before, data)

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
            ChangedMeanwhileError: the file is gone, or has changed since the project was read.
        """
        moved = self.with_file(to, self.data(file))
        before, _ = self._before_and_now(file)
        return attrs.evolve(moved, files={**moved.files, file: FileChange(file, before, None)}, names={**moved.names, to: file})

    def which_renames(self, old: str, new: str) -> Plan:
        """Return the plan as one that gives a thing another id."""
        return attrs.evolve(self, names={**self.names, new: old})

    def saying(self, *said: str, following: str = "", about: str = "") -> Plan:
        """Return the plan with sentences for when it is done, and with what to say about the next step."""
        return attrs.evolve(self, said=(*self.said, *said), following=following or self.following, about=about or self.about)

    def which_leaves_sound(self, *files: str) -> Plan:
        """Return the plan with files that must not have any error afterwards, not even one that they have already."""
        return attrs.evolve(self, sound=self.sound.union(files))

    def values(self, file: str) -> Mapping[str, Any]:
        """Return the fields of a record as the plan leaves it, the way that they are written.

        Raises:
            RefusedError: the record cannot be read.
            ChangedMeanwhileError: the file is gone, or has changed since the project was read.
        """
        document, _ = read_document(file, self.data(file))
        if document is None:
            raise RefusedError(f"{file} has errors of reading and stays as it is; `claimtrack check` shows them")
        return document.values

    def data(self, file: str) -> bytes:
        """Return the bytes of a file as the plan leaves them.

        Raises:
            ChangedMeanwhileError: the file is gone, or has changed since the project was read.
        """
        _, now = self._before_and_now(file)
        if now is None:
            raise ChangedMeanwhileError(f"{file} is gone since it was read; run the command again")
        return now

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """What is to be written, ordered by file."""
        return tuple(self.files[file] for file in sorted(self.files) if self.files[file].before != self.files[file].after)

    def _before_and_now(self, file: str) -> tuple[bytes | None, bytes | None]:
        if file in self.files:
            return self.files[file].before, self.files[file].after
        if not (self.project.root / file).exists():
            return None, None
        is_text = file.startswith(f"{SNAPSHOTS_FOLDER}/")
        data, findings = read_file(self.project.root, file, MAX_BYTES) if is_text else self.project.read(file)
        if data is None:
            raise CannotReadError(f"{file}: {findings[0].message}")
        if file in self.project.digests and digest(data) != self.project.digests[file]:
            raise ChangedMeanwhileError(f"{file} has changed since it was read, and stays as it is; run the command again")
        return data, data

    def _with(self, file: str, before: bytes | None, after: bytes | None) -> Plan:
        return attrs.evolve(self, files={**self.files, file: FileChange(file, before, after)})


def outcome(plan: Plan) -> Project:
    """Return the records as they would be after a plan."""
    return load_again(plan.project, {one.file: one.after for one in plan.changes})[0]


@attrs.frozen(kw_only=True)
class Weighed:
    """What speaks against a plan.

    Attributes:
        project: the records as they would be.
        objections: the errors that the plan would bring about, or bring before readers. What the records have already does not stand
            against a plan that has nothing to do with it.
        misgivings: the warnings that it would bring about. They do not stand against it, and a person should look.
    """

    project: Project
    objections: tuple[Finding, ...] = ()
    misgivings: tuple[Finding, ...] = ()


def weigh(plan: Plan, today: datetime.date, sound: AbstractSet[str] = frozenset()) -> Weighed:
    """Hold what would be there after a plan against the rules, and against what is there.

    Arguments:
        plan: the plan.
        today: the day that dates are compared with.
        sound: more files that must not have any error afterwards.
    """
    project, found = _looked_at(plan.project, {one.file: one.after for one in plan.changes}, today)
    errors, warnings = (_of(found, severity) for severity in (Severity.ERROR, Severity.WARNING))
    if not errors and not warnings:
        return Weighed(project=project)
    was, had = _looked_at(plan.project, {one.file: one.before for one in plan.changes}, today)
    before, shown = (set(map(_told, one)) for one in (had, in_public(was, _of(had, Severity.ERROR))))
    told = functools.partial(_told, names=plan.names)
    to_be_shown = set(map(told, in_public(project, errors)))
    sound = plan.sound | sound
    return Weighed(
        project=project,
        objections=tuple(one for one in errors if one.file in sound or told(one) not in before or told(one) in to_be_shown - shown),
        misgivings=tuple(one for one in warnings if told(one) not in before),
    )


def objections(plan: Plan, today: datetime.date, sound: AbstractSet[str] = frozenset()) -> tuple[Finding, ...]:
    """Return the errors that stand against a plan; see :func:`weigh`."""
    return weigh(plan, today, sound).objections


def carry_out(plan: Plan) -> None:
    """Write what a plan says: all of it or nothing.

    Raises:
        ChangedMeanwhileError: a file is not any more what it was when the plan was made.
        CannotWriteError: a file cannot be written.
    """
    write_files(plan.project.root, plan.changes, state_folder(plan.project.root))


def differences(plan: Plan) -> Iterator[str]:
    """Yield the lines of a unified diff of what a plan would write; hostile texts are in it as they are.

    Of somebody else's article, only the length of its text is told: a diff may end up in the public log of a build.
    """
    for one in plan.changes:
        if one.file.startswith(f"{SNAPSHOTS_FOLDER}/"):
            yield f"{one.file}: {len((one.after or b'').decode('utf-8', 'replace')):,} characters, which are not shown"
            continue
        before, after = (_lines(data) for data in (one.before, one.after))
        names = ("/dev/null" if one.before is None else f"a/{one.file}", "/dev/null" if one.after is None else f"b/{one.file}")
        for line in difflib.unified_diff(before, after, *names, lineterm=""):
            yield from line.split("\n")


def _lines(data: bytes | None) -> list[str]:
    """Return the lines of a file; the last one says so, the way that git does, where no line end is behind it."""
    *lines, last = (data or b"").decode("utf-8", "replace").split("\n")
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines


def _looked_at(project: Project, files: Mapping[str, bytes | None], today: datetime.date) -> tuple[Project, tuple[Finding, ...]]:
    after, findings = load_again(project, files)
    after = attrs.evolve(after, today=today)
    return after, (*findings, *check(after))


def _of(findings: Iterable[Finding], severity: Severity) -> list[Finding]:
    return [one for one in findings if one.severity is severity]


def _told(finding: Finding, names: Mapping[str, str] = MappingProxyType({})) -> tuple[str, str, str]:
    """Return what makes two findings the same although lines have moved, and although things are called something else now."""
    message: str = finding.message
    for new, old in names.items():
        message = message.replace(f"‘{new}’", f"‘{old}’")
    return finding.code, names.get(finding.file, finding.file), message
