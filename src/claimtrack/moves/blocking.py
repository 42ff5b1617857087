"""Which findings are about what readers see, and which errors therefore stop a build."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from claimtrack.errors import CannotReadError
from claimtrack.findings import Finding, Severity
from claimtrack.project import Project
from claimtrack.publication import cited_by

UNKNOWN = ""
"""Stands for the source of a finding where the file cannot be taken apart; no source has this id."""


def blocking(project: Project, findings: tuple[Finding, ...], *, preview: bool) -> tuple[Finding, ...]:
    """Return the errors that stop a build.

    An error in the desk record always does. A public build is stopped by every error in what readers would see; a preview goes on and
    shows them.

    Arguments:
        project: the records.
        findings: all findings about them.
        preview: whether a preview is to be built.
    """
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if preview:
        return tuple(one for one in errors if one.file == project.desk_file)
    return in_public(project, errors)


def in_public(project: Project, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of the findings that are about what readers see.

    These are the ones in the desk record, in a claim with a ``published`` day, in its article, and in a source that it cites; and those in
    a claim that cannot be read, since it may be a published one, and leaving it out would take down a page without a word.
    """
    public = [claim for claim in project.claims.values() if claim.published is not None]
    files = {project.desk_file, *(project.file_of("claim", claim.id) for claim in public)}
    files |= {project.file_of("article", claim.folder) for claim in public if claim.folder in project.articles}
    known = set(project.files.values()) | {project.desk_file}
    cited = cited_by(project, public)
    return tuple(
        one
        for one in findings
        if one.file in files
        or (one.file not in known and not _is_of_sources(one.file))
        or (_is_of_sources(one.file) and cited and _source_at(project, one) in {*cited, UNKNOWN})
    )


def _is_of_sources(file: str) -> bool:
    return file.rsplit("/", 1)[-1] == "sources.yaml"


def _source_at(project: Project, finding: Finding) -> str:
    """Return the id of the source that a finding lies in: the last whose key stands above it; UNKNOWN where nobody can tell."""
    ids = [one for (kind, one), file in project.files.items() if kind == "source" and file == finding.file]
    ids += sorted(project.unreadable.get("source", ()))
    try:
        lines = sorted(zip((span.line for span in project.locate(finding.file, *(((one,), True) for one in ids))), ids, strict=True))
    except CannotReadError:
        return UNKNOWN
    place = bisect.bisect_right([line for line, _ in lines], finding.span.line)
    return lines[place - 1][1] if place else UNKNOWN
