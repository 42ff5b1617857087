"""From a project to the same one with other files: only these are read, so that looking ahead or back costs what the difference costs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from claimtrack.findings import Finding
from claimtrack.loading.collecting import Collector
from claimtrack.project import Project
from claimtrack.reading.archives import Archives, named_by
from claimtrack.reading.files import walk
from claimtrack.reading.unsaved import with_unsaved


def load_again(project: Project, files: Mapping[str, bytes | None]) -> tuple[Project, tuple[Finding, ...]]:
    """Return a project as it would be with other files: after a change that is not written yet, or at a time before.

    Arguments:
        project: the project.
        files: the bytes of the files that are different, by their names relative to the root; None for one that is not there.

    Returns:
        The project with these files, and what is wrong with them and with the files that could not be read before. Files that could be
        read are taken to be still what they were.
    """
    inside = PurePosixPath(project.desk_file).parent.as_posix().removeprefix(".")
    unsaved = {**project.unsaved, **files}
    collector = Collector(project.root, unsaved)
    entries, strays = walk(project.root, project.root / inside)
    entries = with_unsaved(entries, inside, unsaved)
    known = {project.desk_file} if project.desk_is_sound else set()
    known.update(project.files.values())
    again = {one.file for one in entries if one.file not in known}.union(files, *project.repeated.values())
    if project.unreadable.get("source") or not project.sources_are_complete:
        again.update(one.file for one in entries if one.kind == "sources")
    collector.take(project, again | (known - {one.file for one in entries}))
    for stray in strays:
        collector.pass_over(stray)
    for entry in entries:
        if entry.file in again:
            collector.read(entry.file, entry.kind)
    collector.put_in_order([one.file for one in entries])
    collector.snapshots.update(
        (one, text)
        for one, text in project.snapshots.items()
        if one in collector.articles and f"{project.snapshots_folder}/{one}.txt" not in files
    )
    collector.read_snapshots(project.snapshots_folder)
    return collector.project(project.desk_file, project.snapshots_folder, _archives(project, collector)), collector.found


def _archives(project: Project, collector: Collector) -> Archives:
    """Return what is known of the desk's own copies; they are only looked at again where other ones are named."""
    if named_by(project.sources, project.claims.values()) == named_by(collector.sources, collector.claims.values()):
        return project.archives
    return collector.read_archives()
