"""Which texts are about to be read by others, so that work in progress is not asked for what it can still get."""

from __future__ import annotations

from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence

_HELD_TO_ALL_LANGUAGES = (("statement",), ("headline",), ("so_far",), ("verdict", "summary"), ("verdict", "rationale"))
"""The texts of a claim that the demand for all languages asks about."""

_Place = tuple[str, str | None]
"""A record: its file, and for a source its id."""


def is_for_readers(project: Project, file: str, path: RecordPath) -> bool:
    """Say whether a text has to be there for readers in the reference language by now, and no status asks for it already.

    The desk's own texts are always for readers. Those of a claim are where its status demands all languages or where it is published;
    those of an article and of a source where such a claim is taken from it or rests on it. The translation of a quote is not needed in the
    language that the quote is in.

    Arguments:
        project: the project.
        file: the file of the text.
        path: where in the file it stands.
    """
    if file == project.desk_file:
        return True
    told = project.once(_told)
    claim = told.get((file, None))
    if claim is None:
        return (file, None) in told or (file, str(path[0])) in told
    if path[0] == "evidence" and path[2] == "translation":
        return not _is_in_reference_language(project, claim.evidence[int(path[1])])
    status = project.status_of(claim)
    asked = status is not None and "all-languages" in status.demands
    return not (asked and path[: 2 if path[0] == "verdict" else 1] in _HELD_TO_ALL_LANGUAGES)


def _is_in_reference_language(project: Project, evidence: Evidence) -> bool:
    """Say whether the words of evidence are in the desk's first language; where nobody says in which they are, they may be."""
    source = project.source_of(evidence)
    language = source.language if source else None
    return language is None or language.partition("-")[0] == project.desk.reference_language.partition("-")[0]


def _told(project: Project) -> dict[_Place, Claim | None]:
    """Return each record that is for readers by now; a claim with itself."""
    told: dict[_Place, Claim | None] = {}
    for claim in project.claims.values():
        status = project.status_of(claim)
        if claim.published is None and (status is None or "all-languages" not in status.demands):
            continue
        told[project.file_of("claim", claim.id), None] = claim
        if claim.folder in project.articles:
            told[project.file_of("article", claim.folder), None] = None
        for evidence in claim.evidence:
            if isinstance(evidence.source, str) and evidence.source in project.sources:
                told[project.file_of("source", evidence.source), evidence.source] = None
    return told
