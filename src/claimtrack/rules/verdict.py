"""CT3xx, first part: what was judged, on which scale, and whether the evidence allows it."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.presets import SCALES
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions


@rule("CT301", "unknown-scale", Severity.ERROR)
def unknown_scale(project: Project) -> Iterator[Remark]:
    """A verdict is on a scale that nobody knows, or on a version of it that nobody knows.

    Reason: A rating means what the scale says it means. Without the scale readers have a word and no definition.
    Remedy: Name a scale by its name and version, or leave `scale` out, which means the scale of the desk.
    Clause: efcsn-ratings

    Bad:
        verdict:
          rating: supported
          scale: six-steps@1  # here
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}

    Good:
        verdict:
          rating: supported
          scale: six-step@1
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
    """
    known = sorted({*SCALES, *([project.scale.id] if project.scale else ())})
    suggestions = Suggestions(known)
    for claim in project.claims.values():
        if claim.verdict is not None and claim.verdict.scale is not None and project.scale_of(claim) is None:
            yield Remark(
                project.file_of("claim", claim.id),
                ("verdict", "scale"),
                say("there is no scale ‘{scale}’; expected one of {scales}", scale=claim.verdict.scale, scales=", ".join(known)),
                suggestions.hint(claim.verdict.scale, say("leave `scale` out if the verdict is on the scale of the desk")),
            )


@rule("CT302", "unknown-rating", Severity.ERROR)
def unknown_rating(project: Project) -> Iterator[Remark]:
    """A rating is not on the scale.

    Reason: A rating that the scale does not define means what each reader takes it to mean.
    Remedy: Write one of the scale's ratings, by its id and not by the label that readers see.
    Clause: efcsn-ratings

    Bad:
        verdict:
          rating: true  # here
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}

    Good:
        verdict:
          rating: supported
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
    """
    for claim in project.claims.values():
        scale = project.scale_of(claim)
        if claim.verdict is not None and scale is not None and scale.ratings and scale.rating(claim.verdict.rating) is None:
            ratings = [rating.id for rating in scale.ratings]
            yield Remark(
                project.file_of("claim", claim.id),
                ("verdict", "rating"),
                say(
                    "the scale {scale} has no rating ‘{rating}’; expected one of {ratings}",
                    scale=scale.id,
                    rating=claim.verdict.rating,
                    ratings=", ".join(ratings),
                ),
                Suggestions(ratings).hint(claim.verdict.rating, say("write a rating of the scale")),
            )


@rule("CT303", "verdict-without-evidence", Severity.ERROR)
def verdict_without_evidence(project: Project) -> Iterator[Remark]:
    """There is a verdict and not one piece of evidence.

    Reason: A verdict that rests on nothing is an opinion.
    Remedy: Add the evidence. As long as there is none, leave the verdict out and say under `so_far` what is known and under `gaps` what
        is missing.
    Clause: ifcn-3.1, efcsn-replicable

    Bad:
        status: researching
        history: [{to: researching, on: 2026-02-10, by: ines}]
        evidence: []
        computed: ~
        letters: []
        verdict:  # here
          rating: supported

    Good:
        status: researching
        history: [{to: researching, on: 2026-02-10, by: ines}]
        evidence: []
        computed: ~
        letters: []
        verdict: ~
        so_far: The councillor names two numbers of the Roads Office; nobody here has seen its counts.
    """
    for claim in project.claims.values():
        if claim.verdict is not None and not claim.evidence:
            yield Remark(
                project.file_of("claim", claim.id),
                ("verdict",),
                say("the verdict rests on no evidence; expected at least one piece"),
                say("add `evidence`, or say under `so_far` what is known and leave the verdict out"),
                key=True,
            )


@rule("CT304", "verdict-and-so-far", Severity.ERROR)
def verdict_and_so_far(project: Project) -> Iterator[Remark]:
    """There is a verdict, and also a text that stands in for one.

    Reason: `so_far` tells readers that the question is open. Beside a verdict one of the two is wrong, usually left over.
    Remedy: Take `so_far` away if the verdict holds; what is still worth saying belongs into its rationale. Otherwise take the verdict away.

    Bad:
        so_far: So far only the councillor's own numbers are known.  # here

    Good:
        verdict: ~
        so_far:
          en: So far only the councillor's own numbers are known.
          de: Bisher sind nur die Zahlen der Stadträtin bekannt.
    """
    for claim in project.claims.values():
        if claim.verdict is not None and claim.so_far is not None:
            yield Remark(
                project.file_of("claim", claim.id),
                ("so_far",),
                say("there is both `so_far` and a verdict; expected one of them"),
                say("take `so_far` away, or the verdict if the question is still open"),
                key=True,
            )


@rule("CT305", "verdict-against-evidence", Severity.ERROR)
def verdict_against_evidence(project: Project) -> Iterator[Remark]:
    """The verdict says the opposite of all the evidence that takes a side.

    Reason: The highest rating over evidence that only refutes, or the lowest over evidence that only supports, is nearly always a slip in
        one of the two. Evidence for context, unclear evidence and the terms of a calculation take no side, nor does what nobody has seen;
        neither do ratings off the axis, nor any of a scale whose numbers are not in order.
    Remedy: Set the rating or the stances right. If it is meant so, say why under `reasons.against_evidence`.
    Clause: ifcn-5.4

    Bad:
        verdict:
          rating: refuted  # here
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}

    Good:
        verdict:
          rating: refuted
          summary: {en: The office counted 620 and 310., de: Das Amt zählte 620 und 310.}
          rationale: {en: "It counted both [@count-2026].", de: "Es zählte beides [@count-2026]."}
        reasons:
          against_evidence: The office withdrew both counts; the evidence shows what the councillor relied on.
    """
    for claim in project.claims.values():
        if claim.verdict is None:
            continue
        side = _side(project, claim)
        taken = {evidence.stance for evidence in claim.evidence if project.was_seen(evidence)} & {"supports", "refutes"}
        if side is not None and taken and side not in taken and project.reasons_of(claim).against_evidence is None:
            rating = claim.verdict.rating
            if side == "supports":
                message = say(
                    "the rating is ‘{rating}’, and all evidence that takes a side refutes the claim; expected evidence that supports it",
                    rating=rating,
                )
            else:
                message = say(
                    "the rating is ‘{rating}’, and all evidence that takes a side supports the claim; expected evidence that refutes it",
                    rating=rating,
                )
            hint = say("correct the rating or the stances, or say why under `reasons.against_evidence`")
            yield Remark(project.file_of("claim", claim.id), ("verdict", "rating"), message, hint)


def _side(project: Project, claim: Claim) -> str | None:
    """Return what evidence does that bears out the rating, where the rating is at an end of an axis that is in order."""
    scale = project.scale_of(claim)
    rating = project.rating_of(claim)
    bounds = scale.bounds if scale and scale.is_in_order else None
    if bounds is None or rating is None or rating.number is None or bounds[0] == bounds[1]:
        return None
    return {bounds[0]: "refutes", bounds[1]: "supports"}.get(rating.number)


RULES = (
    unknown_scale,
    unknown_rating,
    verdict_without_evidence,
    verdict_and_so_far,
    verdict_against_evidence,
)
"""The rules of this part of the family, in the order of their codes."""
