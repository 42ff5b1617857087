"""What a verdict rests on: the evidence that carries it, the numbers that it adds up, and whether it says that the claim is right."""

from __future__ import annotations

from claimtrack.project import Project
from claimtrack.records.arithmetic import FormulaError, names_in
from claimtrack.records.claim import Claim

CARRYING = frozenset({"supports", "refutes", "term"})
"""The stances of evidence that can carry a verdict; what is for context or can be read either way carries none."""


def carrying(project: Project, claim: Claim) -> tuple[int, ...]:
    """Return the places of the evidence that carries the verdict of a claim: what takes a side or is added up, and was seen."""
    return tuple(place for place, evidence in enumerate(claim.evidence) if evidence.stance in CARRYING and project.was_seen(evidence))


def added_up(claim: Claim) -> frozenset[str]:
    """Return the ids of the evidence that the calculation of a claim names; none where it has no calculation that can be read."""
    try:
        return frozenset(names_in(claim.computed.formula)) if claim.computed is not None else frozenset()
    except FormulaError:  # told by the rule about calculations that cannot be read
        return frozenset()


def says_how_it_is(project: Project, claim: Claim) -> bool:
    """Say whether a verdict says how right or wrong the claim is; a rating off the axis, such as that it cannot be checked, does not.

    On a scale without an axis every rating is taken to say so.
    """
    scale, rating = project.scale_of(claim), project.rating_of(claim)
    return scale is not None and rating is not None and (rating.number is not None or scale.bounds is None)


def is_rated_right(project: Project, claim: Claim) -> bool:
    """Say whether the rating of a claim lies above the middle of its axis; where the numbers are not in order, nobody can tell."""
    scale, rating = project.scale_of(claim), project.rating_of(claim)
    bounds = scale.bounds if scale and scale.is_in_order else None
    return bool(bounds and rating and rating.number is not None and 2 * rating.number > sum(bounds))
