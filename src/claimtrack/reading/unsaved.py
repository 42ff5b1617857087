"""Files that are not on disk as they are to be taken, so that a change can be checked before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack.reading.file_names import FileKind
from claimtrack.reading.files import IN_FOLDER, IN_ROOT, NOT_RECORDS, RecordFile


def with_unsaved(entries: Iterable[RecordFile], inside: str, unsaved: Mapping[str, bytes | None]) -> tuple[RecordFile, ...]:
    """Return what a walk would list if files that are not on disk yet were there, and files that are to go were gone.

    Arguments:
        entries: what :func:`walk` listed.
        inside: the folder of the records, relative to the root; empty where it is the root.
        unsaved: the bytes of such files by their names relative to the root; None for a file that is to go.
    """
    files = {one.file: one for one in entries}
    for file, data in unsaved.items():
        if data is None:
            files.pop(file, None)
        elif file not in files and (kind := kind_by_place(file, inside)) is not None:
            files[file] = RecordFile(file, kind)
    return tuple(sorted(files.values(), key=lambda one: _place_in_a_walk(one, inside)))


def kind_by_place(file: str, inside: str) -> FileKind | None:
    """Return what a file holds by where it lies, or None where no records lie.

    Arguments:
        file: its name, relative to the root.
        inside: the folder of the records, relative to the root; empty where it is the root.
    """
    if inside and not file.startswith(f"{inside}/"):
        return None
    folder, _, name = (file.removeprefix(f"{inside}/") if inside else file).rpartition("/")
    if not folder:
        return IN_ROOT.get(name)
    if "/" in folder or folder in NOT_RECORDS or not name.endswith(".yaml"):
        return None
    return IN_FOLDER.get(name, "claim")


def _place_in_a_walk(one: RecordFile, inside: str) -> tuple[str, bool, str]:
    folder, _, name = one.file.removeprefix(f"{inside}/" if inside else "").rpartition("/")
    return folder, one.kind == "claim", name
