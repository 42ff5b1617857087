"""Writing files of a desk: all of them or none, only if they still are what was read, and never half of one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

import attrs

from claimtrack import git
from claimtrack.editing.journal import JOURNAL, LEFTOVERS, Journal, Replacement, noted
from claimtrack.editing.locking import locked
from claimtrack.editing.places import digest, digest_of, look_at, naming, place, standing
from claimtrack.editing.recovering import folders_of, put_new, retire, settle_what_is_left, sweep, undo
from claimtrack.editing.staging import keep, make_folder, settle, stage
from claimtrack.errors import CannotWriteError, ChangedMeanwhileError, ClaimtrackError

_NOTHING = "; nothing was written"


class _PartlyWrittenError(CannotWriteError):
    """What was written could not be taken back."""


@attrs.frozen
class FileChange:
    """A file as it was read and as it is to be.

    Attributes:
        file: its name, relative to the project's root, with `/`.
        before: its bytes as they were read; None for a file that is not there.
        after: its bytes as they are to be; None for a file that is to go.
    """

    file: str
    before: bytes | None = attrs.field(repr=False)
    after: bytes | None = attrs.field(repr=False)


def state_folder(root: Path) -> Path:
    """Return the folder for lock and journal of a desk; it need not be there yet.

    In a git repository it is ``claimtrack`` in git's own folder (each working tree and each submodule has its own), and a folder inside
    that for a desk that is not at the top. Elsewhere it is ``.claimtrack`` in the root.

    Arguments:
        root: the project's root.
    """
    root = root.resolve()
    folder = git.folder_of(root)
    if folder is None:
        return root / ".claimtrack"
    top = next((one for one in (root, *root.parents) if standing(one / ".git") is not None), root)
    return folder / "claimtrack" if top == root else folder / "claimtrack" / "desks" / root.relative_to(top)


def write_files(root: Path, changes: Sequence[FileChange], state: Path) -> None:
    """Write, replace, and remove files, all of them or none.

    Before anything is written, and again just before each file is replaced, its bytes on disk must be those that were read. Each new text
    is written beside its file and takes its name in one step once it is on the disk; whoever reads meanwhile gets the old text or the new
    one, never half of one. Mode, owner and access list stay. What is cut off is finished or undone by the next write, or by
    :func:`recover`.

    Arguments:
        root: the project's root.
        changes: the files; those that stay as they are only have to be what was read.
        state: the folder for lock and journal, see :func:`state_folder`.

    Raises:
        ChangedMeanwhileError: a file is not what was read; or a write that was cut off had to be finished or undone first, so that what
            was read may not be what is there now.
        CannotWriteError: a file lies where nothing may be written, is a link, has a second name, is read-only, or the system failed.
        RefusedError: somebody else is writing here.
    """
    try:
        _write_all(root, sorted(changes, key=lambda one: one.after is None), state)  # so that nobody finds neither the old nor the new
    except _PartlyWrittenError:
        raise
    except CannotWriteError as error:
        raise CannotWriteError(f"{error}{_NOTHING}") from error


def _write_all(root: Path, changes: Sequence[FileChange], state: Path) -> None:
    with naming(root):
        is_there = root.is_dir()
    if not is_there:
        raise CannotWriteError(f"{root} cannot be written: there is no such folder")
    files = [place(root, one.file) for one in changes]
    if len(set(files)) < len(files):
        twice = next(one.file for number, one in enumerate(changes) if files[number] in files[:number])
        raise CannotWriteError(f"{twice} cannot be written: it stands twice among the files to write")
    with locked(state):
        if said := settle_what_is_left(root, state):
            raise ChangedMeanwhileError(f"{' '.join(said)} What was asked for now was not written; run it again.")
        for one in changes:
            _compare(root, one)
        todo = {one.file: one for one in changes if one.before != one.after}
        if todo:
            _write(root, todo, state)


def _compare(root: Path, change: FileChange) -> None:
    """Look whether a file may be replaced and still is what was read."""
    path = place(root, change.file)
    with naming(change.file):
        status = look_at(change.file, path)
        is_same = status is not None and change.before is not None and status.st_size == len(change.before)
        found = digest_of(path) if is_same else None
    if change.before is None and status is not None:
        raise ChangedMeanwhileError(f"{change.file} exists already{_NOTHING}")
    if change.before is not None and status is None:
        raise ChangedMeanwhileError(f"{change.file} is gone since it was read{_NOTHING}")
    if change.before is not None and found != digest(change.before):
        raise ChangedMeanwhileError(f"{change.file} changed on disk since it was read{_NOTHING}")


def _write(root: Path, changes: dict[str, FileChange], state: Path) -> None:
    """Write what may be written; whatever goes wrong, or whoever interrupts, everything is put back."""
    with naming(next(iter(changes))):
        journal = noted(root, {one.file: (_digest(one.before), _digest(one.after)) for one in changes.values()})
    try:
        with naming(state / LEFTOVERS):
            stage(state / LEFTOVERS, bytes(journal))
            settle(state)
        _prepare(root, changes, journal)
        if len(changes) > 1:
            with naming(state / JOURNAL):
                (state / LEFTOVERS).replace(state / JOURNAL)
                settle(state)
        for one in journal.replacements:
            _replace(root, changes[one.file], one)
        for folder in folders_of(root, journal.replacements):
            with naming(folder):
                settle(folder)
        with naming(state / JOURNAL):
            retire(state)
    except BaseException as error:
        _put_back(root, state, journal, error)
        raise
    _clean(root, state, journal)


def _prepare(root: Path, changes: dict[str, FileChange], journal: Journal) -> None:
    """Have every new text, and every old file under a second name, on the disk."""
    for one in journal.replacements:
        change, path = changes[one.file], root / one.file
        with naming(one.file):
            make_folder(path.parent)
            if change.before is not None:
                keep(path, path.with_name(one.kept), change.before)
            if change.after is not None:
                stage(path.with_name(one.staged), change.after, None if change.before is None else path)
    for folder in folders_of(root, journal.replacements):
        with naming(folder):
            settle(folder)


def _replace(root: Path, change: FileChange, one: Replacement) -> None:
    """Put one file in its place, if it still is what was read."""
    path = place(root, one.file)
    with naming(one.file):
        looked_at = standing(path)
        if digest_of(path) != one.old or _is_another(looked_at, standing(path)):
            raise ChangedMeanwhileError(f"{change.file} changed on disk since it was read{_NOTHING}")
        try:
            put_new(root, one)
        except FileExistsError as error:
            raise ChangedMeanwhileError(f"{change.file} exists already{_NOTHING}") from error
        if one.kept and digest_of(path.with_name(one.kept)) != one.old:  # written to in the very moment before it was replaced
            path.with_name(one.kept).replace(path)
            raise ChangedMeanwhileError(f"{change.file} changed on disk since it was read{_NOTHING}")


def _is_another(one: os.stat_result | None, other: os.stat_result | None) -> bool:
    """Tell whether a name belongs to another file than a moment ago."""
    return (one is None) != (other is None) or (one is not None and other is not None and not os.path.samestat(one, other))


def _put_back(root: Path, state: Path, journal: Journal, error: BaseException) -> None:
    try:
        undo(root, journal)
    except (OSError, ClaimtrackError) as failure:
        first = str(error).removesuffix(_NOTHING)
        raise _PartlyWrittenError(
            f"{first}; what had been written before that could not be taken back ({failure}). "
            "The next command that writes here finishes or undoes it"
        ) from error
    _clean(root, state, journal)


def _clean(root: Path, state: Path, journal: Journal) -> None:
    """Sweep; what cannot be swept now stays in the list, for the next write."""
    with contextlib.suppress(OSError, CannotWriteError):
        retire(state)
        sweep(root, state, journal)


def _digest(data: bytes | None) -> str | None:
    return None if data is None else digest(data)
