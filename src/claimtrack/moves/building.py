"""Building a site out of a folder: read, check, stop where readers would see an error, render, replace."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs

from claimtrack.checking import check
from claimtrack.findings import Finding
from claimtrack.loading import load
from claimtrack.moves.blocking import blocking
from claimtrack.moves.timelines import timelines
from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.reading.files import SITE_FOLDER
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Demand
from claimtrack.rules.demands import missing
from claimtrack.site.pages import build_pages
from claimtrack.site.publish import publish


@attrs.frozen(kw_only=True)
class Built:
    """What came of building a site.

    Attributes:
        project: what was read.
        findings: all findings.
        blocking: the errors in what readers would see; where there are any, nothing was built.
        published: how many claims are published; what is left of retracted ones does not count.
        shown: how many claims the site shows.
        pages: how many files the site has.
    """

    project: Project
    findings: tuple[Finding, ...]
    blocking: tuple[Finding, ...] = ()
    published: int = 0
    shown: int = 0
    pages: int = 0


def build(
    folder: str | Path,
    output: str | Path,
    *,
    today: datetime.date,
    preview: bool = False,
    snapshots: str | Path | None = None,
    builtin_templates: bool = False,
    history: bool = False,
) -> Built:
    """Check a desk and build its site, replacing the old one as a whole or not at all.

    Arguments:
        folder: the folder of the desk, or any folder in it.
        output: the folder of the site; one that claimtrack did not make is never touched.
        today: the day of the build; the same records and the same day give the same bytes.
        preview: whether to show unpublished claims too, marked as unreviewed on every page.
        snapshots: the folder with the texts of articles, where it is not ``snapshots/`` of the project.
        builtin_templates: whether to ignore the desk's own templates.
        history: whether pages tell, from the commits, what became of a check since it was published.

    Returns:
        What was built, or the errors that prevented it.

    Raises:
        NotADeskError: there is no ``desk.yaml`` in the folder or above it.
        TemplateError: a template of the desk is faulty.
        CannotWriteError: the site could not be written; the old one is still there.
        NoHistoryError: the history is to be told, and there is no git, no repository, or not all of it.
    """
    project, findings = load(folder, snapshots=snapshots)
    project = attrs.evolve(project, today=today)
    findings = tuple(sorted((*findings, *check(project)), key=lambda one: one.sort_key))
    public = published(project)
    stops = blocking(project, findings, preview=preview)
    if stops:
        return Built(project=project, findings=findings, blocking=stops)
    pages = build_pages(
        project if preview else public,
        preview=preview,
        now=today,
        findings=findings if preview else (),
        missing=_still_missing(project) if preview else {},
        moments=timelines(project, public) if history else {},
        desk_templates=None if builtin_templates else project.root / "templates",
    )
    records = (project.root / project.desk_file).parent
    publish(pages, Path(output), keep_out=records, free=project.root / SITE_FOLDER if records == project.root else None)
    return Built(
        project=project,
        findings=findings,
        published=sum(1 for claim in public.claims.values() if claim.retracted is None),
        shown=len(project.claims if preview else public.claims),
        pages=len(pages),
    )


def _still_missing(project: Project) -> dict[str, dict[str, tuple[Demand, ...]]]:
    """Return for each claim what each status that can follow would still demand."""
    return {claim.id: _demands(project, claim) for claim in project.claims.values()}


def _demands(project: Project, claim: Claim) -> dict[str, tuple[Demand, ...]]:
    status = project.status_of(claim)
    following = map(project.status, status.moves) if status else ()
    return {one.id: missing(project, claim, one) for one in following if one is not None}
