"""The parts of all records of a project, with their files."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.parts import Part, parts_of
from claimtrack.records.source import Source


def parts_in(project: Project, kind: type[Part]) -> Iterator[tuple[str, RecordPath, Part]]:
    """Yield every value of a type in all records, with its file and path; see :func:`~claimtrack.records.parts.parts_of`."""
    for file, within, record in records_in(project):
        for path, part in parts_of(record, kind, within):
            yield file, path, part


def records_in(project: Project) -> Iterator[tuple[str, RecordPath, Claim | Article | Source | Desk]]:
    """Yield every record that could be read, with its file and where in the file it begins."""
    yield project.desk_file, (), project.desk
    for article in project.articles.values():
        yield project.file_of("article", article.id), (), article
    for source in project.sources.values():
        yield project.file_of("source", source.id), (source.id,), source
    for claim in project.claims.values():
        yield project.file_of("claim", claim.id), (), claim
