"""Drivers for git: how it merges records and what stands above a part of a difference, set up in a clone and taken away again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimtrack import git
from claimtrack.editing import FileChange, state_folder, write_files
from claimtrack.errors import CannotWriteError
from claimtrack.moves.files_for_git import patterns_of_records, with_lines, without_lines

ATTRIBUTES = ".gitattributes"
_COMMENT = "# claimtrack: how git merges and shows records, where `claimtrack init --git` has set that up"

HUNK_HEADER = r"^([[:alnum:]_][^:]*:.*|[[:blank:]]*- (\{?[[:alpha:]_]+: .*))$"
"""What may stand above a part of a difference: the nearest field that is not indented, or the nearest entry of a list."""


def driver_settings(program: str, conflicts: int) -> Mapping[str, str]:
    """Return the settings of git that the drivers are.

    Arguments:
        program: the Python that claimtrack runs in.
        conflicts: the exit code of ``claimtrack merge-driver`` where it has left conflicts.
    """
    # Where claimtrack cannot be started any more, or fails, git merges as it always does: an end other than with one of its own two codes
    # must not leave our side alone in the file, without a mark. With -P, Python takes no module from the folder of the records.
    ours = f"{shlex.quote(program).replace('%', '%%')} -P -m claimtrack merge-driver -- %O %A %B %L %P %S %X %Y"
    by_git = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
    return {
        "merge.claimtrack.name": "records of claimtrack, by what they say",
        "merge.claimtrack.driver": f"{ours}; case $? in 0) exit 0;; {conflicts}) exit 1;; *) exec {by_git};; esac",
        "diff.claimtrack.xfuncname": HUNK_HEADER,
    }


def attribute_lines(desk_file: str) -> tuple[str, ...]:
    """Return the lines of ``.gitattributes`` that say for which files the drivers are, the first being a comment."""
    return (_COMMENT, *(f"{one} diff=claimtrack merge=claimtrack" for one in patterns_of_records(desk_file)))


def set_up_drivers(root: Path, desk_file: str, program: str, conflicts: int) -> Iterator[str]:
    """Have git use the drivers for the records of a desk, and yield a sentence for each thing that this changes.

    Arguments:
        root: the root of the desk.
        desk_file: the desk record, relative to the root.
        program: the Python that claimtrack runs in.
        conflicts: the exit code of ``claimtrack merge-driver`` where it has left conflicts.

    Raises:
        NoHistoryError: there is no git, or no repository.
        CannotWriteError: a file or setting could not be written.
    """
    git.repository_of(root)
    before = _attributes(root)
    data, number = with_lines(before or b"", attribute_lines(desk_file))
    for name, value in driver_settings(program, conflicts).items():
        if git.set_own_setting(root, name, value):
            yield f"set {name} in the settings of this clone"
    if number:
        write_files(root, [FileChange(ATTRIBUTES, before, data)], state_folder(root))
        yield f"added {'1 line' if number == 1 else f'{number} lines'} to {ATTRIBUTES}"


def take_drivers_away(root: Path, desk_file: str) -> Iterator[str]:
    """Undo what :func:`set_up_drivers` does, and nothing else; yield a sentence for each thing that this changes.

    Arguments:
        root: the root of the desk.
        desk_file: the desk record, relative to the root.

    Raises:
        NoHistoryError: there is no git, or no repository.
        CannotWriteError: a file or setting could not be written.
    """
    git.repository_of(root)
    for name in driver_settings("", 0):
        if git.set_own_setting(root, name, None):
            yield f"removed {name} from the settings of this clone"
    before = _attributes(root)
    data, number = without_lines(before or b"", attribute_lines(desk_file))
    if number:
        write_files(root, [FileChange(ATTRIBUTES, before, data or None)], state_folder(root))
        yield f"removed {'1 line' if number == 1 else f'{number} lines'} from {ATTRIBUTES}" if data else f"removed {ATTRIBUTES}"


def _attributes(root: Path) -> bytes | None:
    path = root / ATTRIBUTES
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise CannotWriteError(f"cannot read {path}: {error.strerror}") from error
