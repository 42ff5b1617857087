"""Starting a desk: the few files that everything else needs, each short enough to be read; and what an older desk lacks of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from claimtrack.editing import FileChange, state_folder, write_files
from claimtrack.errors import CannotWriteError, UsageError
from claimtrack.loading.collecting import Collector
from claimtrack.moves.editing_aids import FOLDER, SETTINGS, editing_aids
from claimtrack.moves.files_for_git import lines_for_git, with_lines
from claimtrack.moves.first_records import FIRST_FOLDER, desk_record, first_claim
from claimtrack.project import Project
from claimtrack.reading.archives import Archives
from claimtrack.reading.file_names import DESK
from claimtrack.reading.files import RECORDS_FOLDER
from claimtrack.reading.language_tags import is_language, language_meant
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER
from claimtrack.reading.unsaved import kind_by_place
from claimtrack.records.ids import is_slug
from claimtrack.rules.ids import LONGEST_ID


@attrs.frozen(kw_only=True)
class Started:
    """What was written, each file relative to the root.

    Attributes:
        root: the root of the desk.
        written: files that were not there.
        added: files of the user that lines were added to, with their number.
        left: files and folders of the user that are in the way of something, and stay as they are.
    """

    root: Path
    written: tuple[str, ...]
    added: Mapping[str, int]
    left: tuple[str, ...]


def root_of_desk(folder: Path) -> Path | None:
    """Return the root of the desk that begins in a folder, or None where none does; a desk further up is another one."""
    if os.path.lexists(folder / RECORDS_FOLDER / DESK):
        return folder
    if os.path.lexists(folder / DESK):
        whole = folder.absolute()
        return whole.parent if whole.name == RECORDS_FOLDER else folder
    return None


def start_desk(folder: Path, *, name: str, languages: tuple[str, ...], person: str, bare: bool = False) -> Started:
    """Write the first files of a desk, all of them or none; a file that exists is never replaced.

    Arguments:
        folder: where the desk is to be; made where it does not exist.
        name: the name of the desk.
        languages: the languages of the desk, the first being the reference wording.
        person: the id of the person who writes.
        bare: whether to leave out the invented claim that shows how one looks.

    Raises:
        UsageError: a language or the person's id has the wrong form.
        CannotWriteError: a file could not be written.
    """
    _refuse(name, languages, person)
    desk_file, example = f"{RECORDS_FOLDER}/{DESK}", f"{RECORDS_FOLDER}/{FIRST_FOLDER}"
    records = {desk_file: desk_record(name, languages, person)}
    is_in_the_way = not bare and os.path.lexists(folder / example)
    if not bare and not is_in_the_way:
        records |= {f"{example}/{file}": text for file, text in first_claim(languages[0], person).items()}
    collector = Collector(folder, {file: text.encode() for file, text in records.items()})
    for file in records:
        if (kind := kind_by_place(file, RECORDS_FOLDER)) is not None:
            collector.read(file, kind)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(f"cannot write {folder}: {error.strerror}") from error
    started = _write(collector.project(desk_file, SNAPSHOTS_FOLDER, Archives()), records)
    return attrs.evolve(started, left=(example, *started.left)) if is_in_the_way else started


def complete_desk(project: Project) -> Started:
    """Write what a desk lacks of the files beside its records, all of them or none; of a file that is there, no line is changed.

    Raises:
        CannotWriteError: a file could not be written.
    """
    return _write(project, {})


def _refuse(name: str, languages: tuple[str, ...], person: str) -> None:
    for language in languages:
        if not is_language(language):
            meant = language_meant(language)
            question = f"; did you mean {meant}?" if meant else ""
            raise UsageError(f"a language is a tag such as de, en or pt-BR, found {language!r}{question}")
    if not is_slug(person) or len(person) > LONGEST_ID:
        raise UsageError(f"the id of a person has small letters, digits and hyphens, found {person!r}")
    if not name.isprintable() or not name.strip():
        raise UsageError(f"the name of a desk is a printable text, found {name!r}")


def _write(project: Project, records: Mapping[str, str]) -> Started:
    root = project.root
    changes: list[FileChange] = []
    added: dict[str, int] = {}
    left: list[str] = []
    for file, text in {**records, **editing_aids(project)}.items():
        if not os.path.lexists(root / file):
            changes.append(FileChange(file, None, text.encode()))
        elif file == SETTINGS and _there(root / file) != text.encode():
            left.append(file)
    for file, lines in lines_for_git(project.desk_file, FOLDER).items():
        there = _there(root / file)
        if there is None and os.path.lexists(root / file):
            left.append(file)
            continue
        data, number = with_lines(there or b"", lines)
        if number:
            changes.append(FileChange(file, there, data))
            if there is not None:
                added[file] = number
    write_files(root, changes, state_folder(root))
    return Started(root=root, written=tuple(one.file for one in changes if one.before is None), added=added, left=tuple(left))


def _there(path: Path) -> bytes | None:
    """Return what an ordinary file holds, and None where it is none or cannot be read."""
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None
