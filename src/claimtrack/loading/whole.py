"""From a folder to a project: every file read once, and every fault of every file found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from claimtrack.errors import UsageError
from claimtrack.findings import Finding
from claimtrack.loading.collecting import Collector
from claimtrack.project import Project
from claimtrack.reading.archives import Archives
from claimtrack.reading.file_names import DESK
from claimtrack.reading.files import find_root, walk
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER
from claimtrack.reading.unsaved import with_unsaved


def load(
    folder: str | Path,
    *,
    snapshots: str | Path | None = None,
    archives: bool = True,
    unsaved: Mapping[str, bytes | None] | None = None,
) -> tuple[Project, tuple[Finding, ...]]:
    """Read all records of a desk.

    Arguments:
        folder: the folder of the desk, or any folder or file in it.
        snapshots: the folder with the texts of articles, where it is not ``snapshots/`` of the project.
        archives: whether to look at the desk's own copies; without, nothing is known of them, and the rules say nothing about them.
        unsaved: files that are taken from here and not from disk, by their names relative to the root, so that a change can be checked
            before it is written; None for a file that is to be taken as gone.

    Returns:
        The project with every record that could be read, and what is wrong with the files; findings of the rules are not among them,
        see :func:`claimtrack.check`.

    Raises:
        NotADeskError: there is no ``desk.yaml`` in the folder or above it.
        UsageError: there is nothing of that name, or no folder for the snapshots.
    """
    root, records = find_root(Path(folder))
    if snapshots is not None and not Path(snapshots).is_dir():
        raise UsageError(f"There is no folder {snapshots} with the texts of articles.")
    collector = Collector(root, unsaved or {})
    entries, strays = walk(root, records)
    if unsaved:
        entries = with_unsaved(entries, "" if root == records else records.name, unsaved)
    for stray in strays:
        collector.pass_over(stray)
    for entry in entries:
        collector.read(entry.file, entry.kind)
    texts = SNAPSHOTS_FOLDER if snapshots is None else Path(snapshots).absolute().as_posix()
    collector.read_snapshots(texts)
    desk_file = (records / DESK).relative_to(root).as_posix()
    project = collector.project(desk_file, texts, collector.read_archives() if archives else Archives())
    return project, collector.found
