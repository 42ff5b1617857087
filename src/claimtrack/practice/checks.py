"""The checks that readers can see, which are the only ones that figures count."""

from __future__ import annotations

import datetime

from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim

_COUNTED = {Publication.PUBLISHED, Publication.CORRECTED, Publication.UNDER_CORRECTION}


def published_checks(project: Project) -> tuple[Claim, ...]:
    """Return the checks that have a page, in the order of their publication; withdrawn ones, of which only a notice is left, have none."""
    return project.once(_published_checks)


def first_publication(project: Project) -> datetime.date | None:
    """Return the day on which the desk first published a check, or None where it never has; a check that was withdrawn since counts."""
    return project.once(_first_publication)


def _published_checks(project: Project) -> tuple[Claim, ...]:
    dated = [(one.published, one.id) for one in project.claims.values() if one.published and publication_of(project, one) in _COUNTED]
    return tuple(project.claims[one] for _, one in sorted(dated))


def _first_publication(project: Project) -> datetime.date | None:
    dated = (one for one in project.claims.values() if one.published and publication_of(project, one) is not Publication.UNPUBLISHED)
    return min((one.published for one in dated if one.published), default=None)
