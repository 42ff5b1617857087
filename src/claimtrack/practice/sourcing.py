"""What each check rests on, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source


@attrs.frozen(kw_only=True)
class Sourcing:
    """What one check rests on.

    Attributes:
        check: the id of the check.
        evidence: how many pieces of evidence it has.
        sources: how many different sources they are drawn from, protected ones aside.
        origins: how many independent origins they go back to, protected sources aside.
        protected: how many pieces come from protected sources, whose origins nobody may learn.
        primary: how many pieces are primary.
        secondary: how many pieces are secondary.
        for_it: how many pieces speak for the claim.
        against_it: how many pieces speak against it.
        searches: how many searches against it are on record.
        on_the_web: how many of its sources lie on the web.
        archived: how many of those have an archived copy that is not known to be gone.
    """

    check: str
    evidence: int
    sources: int
    origins: int
    protected: int
    primary: int
    secondary: int
    for_it: int
    against_it: int
    searches: int
    on_the_web: int
    archived: int


def sourcing(project: Project, claim: Claim) -> Sourcing:
    """Return what a check rests on."""
    named = tuple(one for one in claim.evidence if not _is_protected(project, one))
    on_the_web = {source.url: source for one in named if (source := project.source_of(one)) is not None and source.url}
    return Sourcing(
        check=claim.id,
        evidence=len(claim.evidence),
        sources=len({_name(one) for one in named}),
        origins=len(project.independent_origins(attrs.evolve(claim, evidence=named))),
        protected=len(claim.evidence) - len(named),
        primary=sum(project.level_of(one) == "primary" for one in claim.evidence),
        secondary=sum(project.level_of(one) == "secondary" for one in claim.evidence),
        for_it=sum(one.stance == "supports" for one in claim.evidence),
        against_it=sum(one.stance == "refutes" for one in claim.evidence),
        searches=len(claim.searches),
        on_the_web=len(on_the_web),
        archived=sum(_is_archived(source) for source in on_the_web.values()),
    )


def median(numbers: Sequence[int]) -> Decimal:
    """Return the middle one of some numbers, or what lies half way between the two in the middle; 0 for none.

    >>> median([5, 1, 2]), median([1, 2])
    (Decimal('2'), Decimal('1.5'))
    """
    if not numbers:
        return Decimal(0)
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return Decimal(ordered[middle]) if len(ordered) % 2 else Decimal(ordered[middle - 1] + ordered[middle]) / 2


def _is_protected(project: Project, evidence: Evidence) -> bool:
    source = project.source_of(evidence)
    return source is not None and source.protected is not None


def _is_archived(source: Source) -> bool:
    return any(archive.status in {None, "ok"} for archive in source.archives)


def _name(evidence: Evidence) -> str:
    """Return what tells the sources of a claim apart; one that is written out at a piece of evidence is a source of its own."""
    return evidence.source if isinstance(evidence.source, str) else f"at {evidence.id}"
