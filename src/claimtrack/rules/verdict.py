"""CT3xx, first part: what was judged, on which scale, and whether it can be said like that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.presets import SCALES
from claimtrack.records.scale import Scale
from claimtrack.records.text import Text
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions

_LEAD = re.compile(r"[\[(]([^\])]{1,80})[\])]|([^:–—]{1,80}?)\s*(?:[:–—]|\s-\s)")
"""Words that stand apart in front of a sentence: ``[False] …``, ``False: …``, ``False – …``."""


@rule("CT301", "unknown-scale", Severity.ERROR)
def unknown_scale(project: Project) -> Iterator[Remark]:
    """A verdict is on a scale that nobody knows, or on a version of it that nobody knows.

    Reason: A rating means what the scale says it means. Without the scale readers have a word and no definition.
    Remedy: Name a scale by its name and version, or leave `scale` out, which means the scale of the desk.

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
                f"there is no scale ‘{claim.verdict.scale}’; expected one of {', '.join(known)}",
                suggestions.hint(claim.verdict.scale, "leave `scale` out if the verdict is on the scale of the desk"),
            )


@rule("CT302", "unknown-rating", Severity.ERROR)
def unknown_rating(project: Project) -> Iterator[Remark]:
    """A rating is not on the scale.

    Reason: A rating that the scale does not define means what each reader takes it to mean.
    Remedy: Write one of the scale's ratings, by its id and not by the label that readers see.

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
        if claim.verdict is not None and scale is not None and scale.rating(claim.verdict.rating) is None:
            ratings = [rating.id for rating in scale.ratings]
            yield Remark(
                project.file_of("claim", claim.id),
                ("verdict", "rating"),
                f"the scale {scale.id} has no rating ‘{claim.verdict.rating}’; expected one of {', '.join(ratings)}",
                Suggestions(ratings).hint(claim.verdict.rating, "write a rating of the scale"),
            )


@rule("CT303", "verdict-without-evidence", Severity.ERROR)
def verdict_without_evidence(project: Project) -> Iterator[Remark]:
    """There is a verdict and not one piece of evidence.

    Reason: A verdict that rests on nothing is an opinion.
    Remedy: Add the evidence. As long as there is none, leave the verdict out and say under `so_far` what is known and under `gaps` what
        is missing.

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
                "the verdict rests on no evidence; expected at least one piece",
                "add `evidence`, or say under `so_far` what is known and leave the verdict out",
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
                "there is both `so_far` and a verdict; expected one of them",
                "take `so_far` away, or the verdict if the question is still open",
                key=True,
            )


@rule("CT305", "verdict-against-evidence", Severity.ERROR)
def verdict_against_evidence(project: Project) -> Iterator[Remark]:
    """The verdict says the opposite of all the evidence that takes a side.

    Reason: The highest rating over evidence that only refutes, or the lowest over evidence that only supports, is nearly always a slip in
        one of the two. Evidence for context, unclear evidence and the terms of a calculation take no side, nor does what nobody has seen;
        neither do ratings off the axis.
    Remedy: Set the rating or the stances right. If it is meant so, say why under `reasons.against_evidence`.

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
        side = _side(project, claim)
        taken = {evidence.stance for evidence in claim.evidence if project.was_seen(evidence)} & {"supports", "refutes"}
        if claim.verdict is None or side is None or not taken or side in taken:
            continue
        if project.reasons_of(claim).against_evidence is None:
            yield Remark(
                project.file_of("claim", claim.id),
                ("verdict", "rating"),
                f"the rating is ‘{claim.verdict.rating}’, and all evidence that takes a side {taken.pop()} the claim; "
                f"expected evidence that {side} it",
                "correct the rating or the stances, or say why under `reasons.against_evidence`",
            )


@rule("CT306", "rating-in-statement", Severity.WARNING)
def rating_in_statement(project: Project) -> Iterator[Remark]:
    """The statement begins with a rating.

    Reason: The statement says what was claimed. With "False:" in front it travels, in search results and in other people's data, as if
        somebody had claimed that.
    Remedy: Take the rating out of the statement; it stands in the verdict.

    Bad:
        statement:
          en: "False: In January 2026 the old bridge carried twice as many lorries as a year before."  # here
          de: Im Januar 2026 fuhren über die alte Brücke doppelt so viele Lastwagen wie ein Jahr davor.

    Good:
        statement:
          en: In January 2026 the old bridge carried twice as many lorries as a year before.
          de: Im Januar 2026 fuhren über die alte Brücke doppelt so viele Lastwagen wie ein Jahr davor.
    """
    known = {label for scale in SCALES.values() for label in _labels(scale)}
    known.update(_labels(project.scale) if project.scale else ())
    for claim in project.claims.values():
        for path, words in (*_texts("statement", claim.statement), *_texts("short", claim.short)):
            lead = _LEAD.match(words)
            label = (lead[1] or lead[2]).strip() if lead else ""
            if label.casefold() in known:
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    f"the statement begins with the rating ‘{label}’; expected the bare claim",
                    "take the rating away; it stands in the verdict",
                )


@rule("CT307", "headline-repeats-claim", Severity.WARNING)
def headline_repeats_claim(project: Project) -> Iterator[Remark]:
    """The headline is the claim once more.

    Reason: The headline is what people see in shares and search results, often without the rating. If it repeats the claim, the claim is
        what travels.
    Remedy: Write the answer in one line: what is so.

    Bad:
        headline:
          en: In January 2026, the old bridge of Alderford carried twice as many lorries as in January 2025  # here
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor

    Good:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor
    """
    for claim in project.claims.values():
        claimed = {_bare(words) for text in (claim.statement, claim.short) for _, words in _texts("", text)}
        claimed.update([_bare(claim.quote.exact)] if claim.quote else ())
        for path, words in _texts("headline", claim.headline):
            if _bare(words) in claimed:
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    "the headline repeats the claim; expected the answer",
                    "say in one line what is so",
                )


def _side(project: Project, claim: Claim) -> str | None:
    """Return what evidence does that bears out the rating, where the rating is at an end of its axis."""
    scale = project.scale_of(claim)
    rating = project.rating_of(claim)
    bounds = scale.bounds if scale else None
    if bounds is None or rating is None or rating.number is None or bounds[0] == bounds[1]:
        return None
    return {bounds[0]: "refutes", bounds[1]: "supports"}.get(rating.number)


def _labels(scale: Scale) -> Iterator[str]:
    """Yield everything that a rating of a scale is called."""
    for rating in scale.ratings:
        yield rating.id.casefold()
        yield rating.id.replace("-", " ").casefold()
        yield from (label.casefold() for label in rating.label.by_language.values())


def _texts(field: str, text: Text | None) -> Iterator[tuple[RecordPath, str]]:
    """Yield every language of a text, with its path."""
    for language, words in text.by_language.items() if text else ():
        yield (field, language) if language else (field,), words


def _bare(words: str) -> str:
    """Return only the letters and digits of a text, all of them small."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words).casefold() if letter.isalnum())


RULES = (
    unknown_scale,
    unknown_rating,
    verdict_without_evidence,
    verdict_and_so_far,
    verdict_against_evidence,
    rating_in_statement,
    headline_repeats_claim,
)
"""The rules of this part of the family, in the order of their codes."""
