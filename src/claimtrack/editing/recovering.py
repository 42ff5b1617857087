"""Finishing or undoing a write that was cut off, so that all of its files are new or all are old, and nothing of anybody's is lost."""

from __future__ import annotations

import contextlib
import errno
import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from claimtrack.editing.journal import JOURNAL, LEFTOVERS, Journal, Replacement, folders_above
from claimtrack.editing.locking import locked
from claimtrack.editing.places import bytes_of, digest_of, naming, place, standing
from claimtrack.editing.staging import make_folder, put, settle, stage
from claimtrack.errors import CannotWriteError
from claimtrack.phrases import all_of

_STAYS = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EBUSY)
"""What systems answer where a folder is not empty, is none, or is somebody's."""


def recover(root: Path, state: Path) -> tuple[str, ...]:
    """Finish or undo a write that was cut off, and sweep away what it left.

    Arguments:
        root: the project's root.
        state: the folder with lock and journal, see :func:`claimtrack.editing.state_folder`.

    Returns:
        What was done, as sentences; nothing where nothing had to be done but to sweep.

    Raises:
        CannotWriteError: it could be neither finished nor undone; the journal and all texts are still there.
        RefusedError: somebody else is writing.
    """
    with naming(state):
        if standing(state / JOURNAL) is None and standing(state / LEFTOVERS) is None:
            return ()
    with locked(state):
        return settle_what_is_left(root, state)


def settle_what_is_left(root: Path, state: Path) -> tuple[str, ...]:
    """Do what :func:`recover` does, for whoever has the lock already."""
    said: tuple[str, ...] = ()
    with naming(state / JOURNAL):
        if standing(state / JOURNAL) is not None:
            said = _settle_journal(root, state, _read_journal(state))
    with naming(state / LEFTOVERS):
        if standing(state / LEFTOVERS) is not None:
            sweep(root, state, _read_leftovers(state))
    return said


def undo(root: Path, journal: Journal) -> None:
    """Put back what a write has put in place so far, since it cannot go on; what somebody else has written meanwhile stays.

    Raises:
        OSError, CannotWriteError: it cannot be put back; the journal stays.
    """
    _go_back(root, [_look(root, one) for one in journal.replacements])


def retire(state: Path) -> None:
    """Note that every file is as it is to stay, so that only sweeping is left.

    Raises:
        OSError: it could not be noted, so nothing may be swept.
    """
    if standing(state / JOURNAL) is not None:
        (state / JOURNAL).replace(state / LEFTOVERS)
        with contextlib.suppress(OSError):  # should the journal come back after a power cut, all its files are on one side
            settle(state)


def sweep(root: Path, state: Path, journal: Journal) -> None:
    """Remove what a write has left beside the files, and the folders that are empty now because of it; then the list of it.

    Raises:
        OSError, CannotWriteError: not everything could be removed; the list is still there.
    """
    for one in journal.replacements:
        try:
            path = place(root, one.file)
        except CannotWriteError as error:
            if error.__cause__ is not None:  # the system does not tell
                raise
            continue  # the way there leads elsewhere now, so nothing there is ours
        for name in filter(None, (one.staged, one.kept)):
            path.with_name(name).unlink(missing_ok=True)
    gone = [folder for one in journal.replacements if one.new is None for folder in folders_above(one.file)]
    for folder in sorted({*journal.folders, *gone}, key=len, reverse=True):
        try:
            (root / folder).rmdir()
        except OSError as error:
            if error.errno not in _STAYS:
                raise
    (state / LEFTOVERS).unlink(missing_ok=True)


def put_new(root: Path, one: Replacement) -> None:
    """Put the new text of a file in its place, in one step.

    Raises:
        FileExistsError: the file was not to be there, and is.
        OSError: another system call failed.
    """
    path = root / one.file
    if one.new is None:
        path.unlink()
    elif one.old is None:
        put(path.with_name(one.staged), path)
    else:
        path.with_name(one.staged).replace(path)


def folders_of(root: Path, files: Iterable[Replacement]) -> list[Path]:
    """Return the folders that the files of a write lie in."""
    return sorted({(root / one.file).parent for one in files})


@attrs.frozen
class _Seen:
    """A file of a write that was cut off, as it is found.

    Attributes:
        it: what was to be done.
        found: the digest of what is there.
        has_new: whether the new text lies ready, or none is needed.
        has_old: whether the old file is kept, or none is needed.
        was_put: whether the new text is no longer where it lay ready.
    """

    it: Replacement
    found: str | None
    has_new: bool
    has_old: bool
    was_put: bool

    @property
    def is_foreign(self) -> bool:
        """Tell whether somebody else has written the file since."""
        return self.found not in (self.it.old, self.it.new)


def _look(root: Path, one: Replacement) -> _Seen:
    path = place(root, one.file)
    staged = digest_of(path.with_name(one.staged)) if one.staged else None
    kept = digest_of(path.with_name(one.kept)) if one.kept else None
    return _Seen(one, digest_of(path), staged == one.new, kept == one.old, was_put=bool(one.staged) and staged is None)


def _can_go_on(seen: Sequence[_Seen]) -> bool:
    """Tell whether all files can be new; one that somebody changed counts as new where he changed the new text."""
    return all(one.was_put if one.is_foreign else one.found == one.it.new or one.has_new for one in seen)


def _can_go_back(seen: Sequence[_Seen]) -> bool:
    """Tell whether all files can be old; one that somebody changed counts as old where he changed the old text."""
    return all(not one.was_put if one.is_foreign else one.found == one.it.old or one.has_old for one in seen)


def _are_all_new(seen: Sequence[_Seen]) -> bool:
    return all(one.was_put if one.is_foreign else one.found == one.it.new for one in seen)


def _are_all_old(seen: Sequence[_Seen]) -> bool:
    return all(not one.was_put if one.is_foreign else one.found == one.it.old for one in seen)


def _go_on(root: Path, seen: Sequence[_Seen]) -> None:
    """Put all new texts in their places."""
    todo = [one.it for one in seen if one.found == one.it.old]
    for one in todo:
        with naming(one.file):
            put_new(root, one)
    _settle_all(root, todo)


def _go_back(root: Path, seen: Sequence[_Seen]) -> None:
    """Put all old files back."""
    todo = [one.it for one in seen if one.found == one.it.new]
    for one in todo:
        path = root / one.file
        with naming(one.file):
            if one.old is None:
                path.unlink()
            elif one.new is None:
                put(path.with_name(one.kept), path)
            else:
                path.with_name(one.kept).replace(path)
    _settle_all(root, todo)


def _settle_all(root: Path, files: Sequence[Replacement]) -> None:
    for folder in folders_of(root, files):
        with naming(folder):
            settle(folder)


def _read_leftovers(state: Path) -> Journal:
    try:
        return Journal.read(bytes_of(state / LEFTOVERS))
    except ValueError:
        return Journal((), ())  # cut off while the list itself was written, so before there was anything to sweep


def _read_journal(state: Path) -> Journal:
    try:
        return Journal.read(bytes_of(state / JOURNAL))
    except ValueError as error:
        raise CannotWriteError(
            f"{state / JOURNAL} cannot be read, so a write that was cut off can be neither finished nor undone; "
            "compare the records with git, then remove that file"
        ) from error


def _settle_journal(root: Path, state: Path, journal: Journal) -> tuple[str, ...]:
    """Bring all files to one side, where some are on each; where all are on one side, there is nothing to do, and nothing is done."""
    seen = [_look(root, one) for one in journal.replacements]
    if _are_all_new(seen) or _are_all_old(seen):
        retire(state)
        return ()
    foreign = [one.it.file for one in seen if one.is_foreign]
    can_end = _can_go_on(seen) or _can_go_back(seen)
    aside = _set_aside(root, state, seen) if foreign or not can_end else None
    files = all_of(one.it.file for one in seen)
    said = [f"A write that was cut off {_end(root, seen)}: {files}."]
    said += [f"{file} was changed by somebody else since, so it was left as it is." for file in foreign]
    if aside is not None:
        said.append(f"What these files were and what they were to be lies in {aside}: compare, take over what is missing, then remove it.")
    retire(state)
    return tuple(said)


def _end(root: Path, seen: Sequence[_Seen]) -> str:
    """Finish a write, or else undo it, and say which it was."""
    if _can_go_on(seen):
        try:
            _go_on(root, seen)
        except CannotWriteError:
            seen = [_look(root, one.it) for one in seen]
            if not _can_go_back(seen):
                raise
        else:
            return "has been finished"
    if _can_go_back(seen):
        _go_back(root, seen)
        return "has been undone"
    return "could be neither finished nor undone, so some of its files are new and some old"


def _set_aside(root: Path, state: Path, seen: Sequence[_Seen]) -> Path:
    """Copy the old and the new text of every file into a folder of their own, as far as they are still there."""
    folder = next(folder for number in itertools.count(1) if standing(folder := state / f"kept-{number}") is None)
    with naming(folder):
        make_folder(folder)
        for number, one in enumerate(seen, start=1):
            path = root / one.it.file
            places = {"old": [one.it.kept], "new": [one.it.staged, path.name if one.found == one.it.new else ""]}
            for what, names in places.items():
                source = next((path.with_name(name) for name in names if name and standing(path.with_name(name)) is not None), None)
                if source is not None:
                    stage(folder / f"{number}-{what}-{path.name}", bytes_of(source), source)
        settle(folder)
    return folder
