"""What the records say that was done: corrected, withdrawn, waived, asked, reviewed and disclosed."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimtrack.practice.period import Period
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Correction, HistoryEntry, Letter, Reasons, Retraction
from claimtrack.records.text import Text


@attrs.frozen
class Corrected:
    """A correction of a check."""

    check: str
    correction: Correction


@attrs.frozen
class Withdrawn:
    """A check that was withdrawn."""

    check: str
    retraction: Retraction


@attrs.frozen
class Waived:
    """The written exceptions of a check, each by the field under ``reasons`` that it stands in."""

    check: str
    reasons: tuple[tuple[str, Text], ...]


@attrs.frozen
class Asked:
    """A letter that was sent for a check."""

    check: str
    letter: Letter


@attrs.frozen(kw_only=True)
class Reviewed:
    """Who wrote, decided and approved a check.

    Attributes:
        check: the id of the check.
        authors: who wrote it.
        decided_by: who decided the verdict, where it was not the authors.
        approvals: the approvals in its history, the newest last.
    """

    check: str
    authors: tuple[str, ...]
    decided_by: tuple[str, ...]
    approvals: tuple[HistoryEntry, ...]

    @property
    def by_a_second_person(self) -> bool:
        """Whether everybody who approved it had neither written it nor decided the verdict."""
        involved = {*self.authors, *self.decided_by}
        return bool(self.approvals) and not any(entry.by in involved for entry in self.approvals)


@attrs.frozen(kw_only=True)
class Disclosed:
    """What a check discloses."""

    check: str
    conflicts: Text | None
    ai_use: Text | None


def corrections(claims: Iterable[Claim], period: Period) -> tuple[Corrected, ...]:
    """Return the corrections of a period, the oldest first."""
    found = [Corrected(claim.id, one) for claim in claims for one in claim.corrections if period.has(one.on)]
    return tuple(sorted(found, key=lambda one: one.correction.on))


def retractions(claims: Iterable[Claim], period: Period) -> tuple[Withdrawn, ...]:
    """Return the checks that were withdrawn in a period, the oldest withdrawal first."""
    found = [Withdrawn(claim.id, claim.retracted) for claim in claims if claim.retracted is not None and period.has(claim.retracted.on)]
    return tuple(sorted(found, key=lambda one: (one.retraction.on, one.check)))


def exceptions(project: Project, claims: Iterable[Claim]) -> tuple[Waived, ...]:
    """Return the written exceptions of checks, with what their articles say for all of their claims."""
    found = (Waived(claim.id, _written(project.reasons_of(claim))) for claim in claims)
    return tuple(one for one in found if one.reasons)


def letters(project: Project, claims: Iterable[Claim]) -> tuple[Asked, ...]:
    """Return the letters that were sent for checks, with those for all claims of their articles."""
    return tuple(Asked(claim.id, one) for claim in claims for one in project.as_meant(claim).letters)


def reviews(project: Project, claims: Iterable[Claim]) -> tuple[Reviewed, ...]:
    """Return who wrote, decided and approved each check."""
    return tuple(
        Reviewed(
            check=claim.id,
            authors=claim.authors,
            decided_by=claim.verdict.decided_by if claim.verdict else (),
            approvals=tuple(entry for entry in claim.history if (status := project.status(entry.to)) and status.approves),
        )
        for claim in claims
    )


def disclosures(claims: Iterable[Claim]) -> tuple[Disclosed, ...]:
    """Return what checks disclose; those that disclose nothing are left out."""
    told = (Disclosed(check=one.id, conflicts=one.disclosure.conflicts, ai_use=one.disclosure.ai_use) for one in claims)
    return tuple(one for one in told if one.conflicts is not None or one.ai_use is not None)


def _written(reasons: Reasons) -> tuple[tuple[str, Text], ...]:
    return tuple((one.name, why) for one in attrs.fields(Reasons) if (why := getattr(reasons, one.name)) is not None)
