"""Which texts are about to be read by others, so that work in progress is not asked for what it can still get."""

from __future__ import annotations

from claimtrack.locations import RecordPath
from claimtrack.project import Project

_HELD_TO_ALL_LANGUAGES = (("statement",), ("headline",), ("so_far",), ("verdict", "summary"), ("verdict", "rationale"))
"""The texts of a claim that the demand for all languages asks about."""

_Records = dict[tuple[str, str | None], bool]


def is_for_readers(project: Project, file: str, path: RecordPath) -> bool:
    """Say whether a text has to be there for readers by now, and no status asks for it already.

    The desk's own texts are always for readers. Those of a claim are where its status demands all languages or where it is published;
    those of an article and of a source where such a claim is taken from it or rests on it.

    Arguments:
        project: the project.
        file: the file of the text.
        path: where in the file it stands.
    """
    if file == project.desk_file:
        return True
    told = project.once(_told)
    if (file, None) in told:
        return not (told[file, None] and path[: 2 if path[0] == "verdict" else 1] in _HELD_TO_ALL_LANGUAGES)
    return (file, str(path[0])) in told


def _told(project: Project) -> _Records:
    """Return each record that is for readers, as its file and for sources its id, and whether a status asks for all languages of it."""
    told: _Records = {}
    for claim in project.claims.values():
        status = project.status_of(claim)
        asked = status is not None and "all-languages" in status.demands
        if not asked and claim.published is None:
            continue
        told[project.file_of("claim", claim.id), None] = asked
        if claim.folder in project.articles:
            told[project.file_of("article", claim.folder), None] = False
        for evidence in claim.evidence:
            if isinstance(evidence.source, str) and evidence.source in project.sources:
                told[project.file_of("source", evidence.source), evidence.source] = False
    return told
