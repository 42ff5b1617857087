"""CT5xx, second part: verdicts of claims that are related."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.vocabulary import RelationKind
from claimtrack.rules.rule import rule


@rule("CT507", "duplicate-with-verdict", Severity.ERROR)
def duplicate_with_verdict(project: Project) -> Iterator[Remark]:
    """A claim is a duplicate of another and has a verdict of its own.

    Reason: The same claim is then judged in two places, and the next correction reaches one of them.
    Remedy: Leave the verdict to the other claim. If this one has to be judged by itself, because it was said elsewhere or by somebody else,
        it `repeats` the other one.

    Bad:
        relations:
          - duplicate-of: other  # here

    Good:
        relations:
          - repeats: other
    """
    for claim in project.claims.values():
        for place, relation in enumerate(claim.relations):
            if relation.kind != "duplicate-of" or claim.verdict is None or relation.target == claim.id:
                continue
            status = project.status_of(claim)
            if status is None or "no-verdict" not in status.demands:  # else that demand has said it
                file = project.file_of("claim", claim.id)
                yield Remark(
                    file,
                    ("relations", place, relation.kind),
                    say("the claim is a duplicate of ‘{id}’ and has a verdict of its own; expected none", id=relation.target),
                    say("take the verdict away, or write `repeats` in place of `duplicate-of`"),
                    related=((file, ("verdict",), say("the verdict")),),
                )


@rule("CT508", "clashing-verdicts", Severity.WARNING)
def clashing_verdicts(project: Project) -> Iterator[Remark]:
    """Two claims say the same, the same is asked about both, and their ratings differ.

    Reason: Readers who find both are told two things. Most often one of them was checked again and the other one was forgotten.
    Remedy: Look at both again. If they are not the same after all, because something changed between the two days or one of them says
        less, the relation is `variant-of`.

    Bad:
        relations:
          - repeats: other
        verdict:
          rating: supported  # here
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        --- other.yaml
        evidence:
          - {id: count, source: bridge-count, stance: refutes}
        verdict: {rating: refuted}

    Good:
        relations:
          - repeats: other
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        --- other.yaml
        evidence:
          - {id: count, source: bridge-count, stance: supports}
        verdict: {rating: supported}
    """
    for claim, other in _pairs(project, "repeats"):
        if claim.aspect is None or claim.aspect != other.aspect:
            continue
        scale, its_scale = project.scale_of(claim), project.scale_of(other)
        rating, its_rating = project.rating_of(claim), project.rating_of(other)
        if scale is None or its_scale is None or rating is None or its_rating is None:
            continue
        if scale.id == its_scale.id and rating.id != its_rating.id:
            message = say(
                "the rating is ‘{rating}’, and that of ‘{other}’, which says the same, is ‘{its_rating}’; expected the same rating",
                rating=rating.id,
                other=other.id,
                its_rating=its_rating.id,
            )
            hint = say("look at both again, or relate them by `variant-of` if they do not say the same")
            yield _about_both(project, claim, other, message=message, hint=hint)


@rule("CT509", "both-sides-right", Severity.WARNING)
def both_sides_right(project: Project) -> Iterator[Remark]:
    """Two claims contradict each other, and both are rated as right.

    Reason: Of two claims that say the opposite at most one is so. One of the verdicts is wrong, or they do not contradict each other.
    Remedy: Look at both again. If both are right, because each speaks of another time or place, they are about the `same-topic`.

    Bad:
        relations:
          - contradicts: other
        verdict:
          rating: supported  # here
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        --- other.yaml
        evidence:
          - {id: count, source: bridge-count, stance: supports}
        verdict: {rating: supported}

    Good:
        relations:
          - contradicts: other
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        --- other.yaml
        evidence:
          - {id: count, source: bridge-count, stance: refutes}
        verdict: {rating: refuted}
    """
    for claim, other in _pairs(project, "contradicts"):
        if claim.aspect == other.aspect == "fact" and _is_right(project, claim) and _is_right(project, other):
            message = say(
                "the claim and ‘{other}’, which contradicts it, are both rated as right; expected one of them at most", other=other.id
            )
            hint = say("look at both again, or relate them by `same-topic` if both can be so")
            yield _about_both(project, claim, other, message=message, hint=hint)


def _pairs(project: Project, kind: RelationKind) -> Iterator[tuple[Claim, Claim]]:
    """Yield each two claims that are related in a way that holds both ways, once, where both have a verdict that stands."""
    seen: set[tuple[str, str]] = set()
    for claim in project.claims.values():
        if claim.verdict is None or claim.retracted is not None:
            continue
        for relation in claim.relations:
            other = project.claims.get(relation.target) if relation.kind == kind else None
            if other is None or other.id == claim.id or other.verdict is None or other.retracted is not None:
                continue
            if (other.id, claim.id) not in seen and (claim.id, other.id) not in seen:
                seen.add((claim.id, other.id))
                yield claim, other


def _is_right(project: Project, claim: Claim) -> bool:
    """Say whether a claim has the best rating of an axis that has a better and a worse end."""
    scale, rating = project.scale_of(claim), project.rating_of(claim)
    bounds = scale.bounds if scale else None
    return rating is not None and bounds is not None and bounds[0] < bounds[1] and rating.number == bounds[1]


def _about_both(project: Project, claim: Claim, other: Claim, *, message: Phrase, hint: Phrase) -> Remark:
    its = (project.file_of("claim", other.id), ("verdict", "rating"), say("the other verdict"))
    return Remark(project.file_of("claim", claim.id), ("verdict", "rating"), message, hint, related=(its,))


RULES = (duplicate_with_verdict, clashing_verdicts, both_sides_right)
"""The rules of this part of the family, in the order of their codes."""
