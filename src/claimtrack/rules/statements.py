"""CT1xx, sixth part: what a statement says, and who else says it."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.anchoring.sentences import sentences
from claimtrack.anchoring.similar import nearly_alike
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import all_of, quoted, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.rules.rule import rule

_BEGINNING = 40
_NAMED = 3


@rule("CT119", "statement-not-atomic", Severity.WARNING)
def statement_not_atomic(project: Project) -> Iterator[Remark]:
    """The statement of a claim holds several sentences.

    Reason: Each sentence can be right or wrong by itself; one verdict on two of them misleads about one. It is asked where the status wants
        a conclusion, and where the claim is published; a draft may still collect what was said.
    Remedy: Record each claim by itself, or say what is claimed in one sentence. "20. Februar", "z. B.", names and what stands in quotation
        marks are not taken for ends of sentences.

    Bad:
        statement:
          en: The old bridge of Alderford carried twice as many lorries. The council wants to close it.  # here
          de: Über die alte Brücke von Alderford fuhren doppelt so viele Lastwagen. Der Rat will sie sperren.

    Good:
        statement:
          en: Dr. Holm said on 4 Feb. 2026 that the old bridge of Alderford carried twice as many lorries.
          de: Am 4. Februar 2026 sagte Dr. Holm, über die alte Brücke von Alderford führen doppelt so viele Lastwagen.
    """
    reference = project.desk.reference_language
    for claim in project.claims.values():
        statement = claim.statement.in_language(reference, reference) if claim.statement else None
        if statement is None or not (claim.published or _wants_a_conclusion(project, claim)):
            continue
        found = sentences(statement, reference)
        if len(found) > 1:
            yield Remark(
                project.file_of("claim", claim.id),
                _path(claim, reference),
                say(
                    "the statement holds {n} sentences; expected one; the second begins with ‘{words}’",
                    n=len(found),
                    words=_beginning(found[1]),
                ),
                say("record each claim by itself, or say it in one sentence"),
            )


@rule("CT120", "near-duplicate", Severity.INFO)
def near_duplicate(project: Project) -> Iterator[Remark]:
    """The statement says nearly the same as that of a claim from elsewhere, and nothing says how the two stand to each other.

    Reason: The same thing gets checked twice, and readers may be given two answers. Only words are compared, so a person has to see whether
        it really is one claim. Statements with other names, numbers, denials or opposites are not meant, nor claims of one article, nor a
        claim that is not checked.
    Remedy: Say under `relations` how the two stand to each other: `duplicate-of`, `repeats` or `variant-of`, and `same-topic` where they
        are two claims.

    Bad:
        --- speeches/lorries-again.yaml
        status: draft
        authors: [ines]
        statement: The old bridge of Alderford carried twice as many lorries in January 2026 as in January 2025.  # here
        quote: Twice as many
        appearances: [{url: "https://video.example/council-2026-02-02"}]

    Good:
        --- speeches/lorries-again.yaml
        status: draft
        authors: [ines]
        statement: The old bridge of Alderford carried twice as many lorries in January 2026 as in January 2025.
        quote: Twice as many
        appearances: [{url: "https://video.example/council-2026-02-02"}]
        relations: [{repeats: example}]
    """
    reference = project.desk.reference_language
    given = ((claim, claim.statement.in_language(reference, reference)) for _, claim in sorted(project.claims.items()) if claim.statement)
    stated = [(claim, statement) for claim, statement in given if statement is not None and not _is_out(project, claim)]
    for place, earlier in nearly_alike([statement for _, statement in stated], reference):
        claim = stated[place][0]
        others = [one for one in (stated[other][0] for other in earlier) if _may_not_know(project, claim, one)]
        if others:
            named = all_of(quoted(one.id for one in others[:_NAMED]))
            yield Remark(
                project.file_of("claim", claim.id),
                _path(claim, reference),
                say(
                    "the statement says nearly the same as that of {claims}, and no relation says how they stand to each other",
                    claims=named,
                ),
                say("say it under `relations`, such as `variant-of: {id}`", id=others[0].id),
                related=tuple(
                    (project.file_of("claim", one.id), _path(one, reference), say("the other statement is here")) for one in others[:_NAMED]
                ),
            )


def _wants_a_conclusion(project: Project, claim: Claim) -> bool:
    status = project.status_of(claim)
    return status is not None and "conclusion" in status.demands


def _path(claim: Claim, reference: str) -> RecordPath:
    return ("statement", reference) if claim.statement and reference in claim.statement.by_language else ("statement",)


def _beginning(sentence: str) -> str:
    return sentence if len(sentence) <= _BEGINNING else sentence[:_BEGINNING].rsplit(None, 1)[0] + " …"


def _is_out(project: Project, claim: Claim) -> bool:
    """Say whether a claim is not checked, or not any more."""
    status = project.status_of(claim)
    given_up = claim.reasons.declined is not None or claim.reasons.duplicate is not None
    return given_up or claim.retracted is not None or (status is not None and "reason" in status.demands)


def _may_not_know(project: Project, one: Claim, other: Claim) -> bool:
    """Say whether two claims come from different places and nothing says how they stand to each other."""
    if not _articles(project, one).isdisjoint(_articles(project, other)):
        return False
    family = project.once(_families)
    same_family = family.get(one.id, one.id) == family.get(other.id, other.id)
    return not (
        same_family
        or any(relation.target == other.id for relation in one.relations)
        or any(relation.target == one.id for relation in other.relations)
    )


def _articles(project: Project, claim: Claim) -> set[str]:
    named = {appearance.article for appearance in claim.appearances if appearance.article is not None}
    return named | {claim.folder} if project.exists("article", claim.folder) else named


def _families(project: Project) -> dict[str, str]:
    """Return for each claim that is, or has, a duplicate or repetition the one that stands for all of these."""
    above: dict[str, str] = {}
    for claim in project.claims.values():
        for relation in claim.relations:
            if relation.kind in {"duplicate-of", "repeats"}:
                above[_head(above, claim.id)] = _head(above, relation.target)
    return {claim_id: _head(above, claim_id) for claim_id in list(above)}


def _head(above: dict[str, str], claim_id: str) -> str:
    """Go up to the claim that stands for all, and shorten the way there for the next."""
    above.setdefault(claim_id, claim_id)
    while above[claim_id] != claim_id:
        above[claim_id] = claim_id = above[above[claim_id]]
    return claim_id


RULES = (statement_not_atomic, near_duplicate)
"""The rules of this part of the family, in the order of their codes."""
