"""The checks that readers can see, which are the only ones that figures count."""

from __future__ import annotations

import datetime

from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim

_COUNTED = {Publication.PUBLISHED, Publication.CORRECTED, Publication.UNDER_CORRECTION}


def published_checks(project: Project) -> tuple[Claim, ...]:
    """Return the checks that have a page, in the order of their publication; withdrawn ones, of which only a notice is left, have none."""
    return tuple(claim for claim, state in project.once(_ever_published) if state in _COUNTED)


def first_publication(project: Project) -> datetime.date | None:
    """Return the day on which the desk first published a check, or None where it never has; a check that was withdrawn since counts."""
    return next((claim.published for claim, _ in project.once(_ever_published)), None)


def _ever_published(project: Project) -> tuple[tuple[Claim, Publication], ...]:
    """Return everything that was ever published, by day and id, with what readers see of it now."""
    dated = sorted((one.published, one.id) for one in project.claims.values() if one.published)
    states = ((project.claims[one], publication_of(project, project.claims[one])) for _, one in dated)
    return tuple((claim, state) for claim, state in states if state is not Publication.UNPUBLISHED)
