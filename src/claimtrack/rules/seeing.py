"""How evidence was seen, and whether that can carry a verdict."""

from __future__ import annotations

from claimtrack.project import Project
from claimtrack.records.evidence import Evidence
from claimtrack.records.vocabulary import VERDICT_CARRYING, Seen


def seen(project: Project, evidence: Evidence) -> Seen | None:
    """Return how evidence was seen: as it says itself, else as its source does; None where nobody says so."""
    source = project.source_of(evidence)
    return evidence.seen or (source.seen if source is not None else None)


def carries(project: Project, evidence: Evidence) -> bool:
    """Say whether a verdict can rest on evidence; where nobody says how it was seen, it gets the benefit of the doubt."""
    how = seen(project, evidence)
    return how is None or how in VERDICT_CARRYING
