"""What a status demands of a claim: each demand one small question, and what of a status is still missing.

A source that cannot be resolved has a finding of its own; here it gets the benefit of the doubt, so that one fault is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from claimtrack.lineage.doubts import doubtful
from claimtrack.phrases import NOTHING, Phrase, Row, one_of, quoted, say
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim, Reasons
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.records.speaker import NoClaimant, Speaker
from claimtrack.records.text import Text
from claimtrack.records.workflow import Demand, Status
from claimtrack.rules.openable import can_be_opened

INDEPENDENT_ORIGINS = 2
"""How many independent origins evidence needs."""

_OWN_DOCUMENT = frozenset({"said", "attribution", "translation"})
"""The aspects where the speaker's own document is the point, and one origin is enough."""


def missing(project: Project, claim: Claim, status: Status) -> tuple[Demand, ...]:
    """Return what a status demands and a claim does not have, in the order of the status.

    Arguments:
        project: the project of the claim.
        claim: the claim as it was written; what its article says for all of its claims counts too.
        status: the status that the claim is in, or that it is to get.
    """
    reasons = project.reasons_of(claim)
    return tuple(demand for demand in status.demands if not MEETS[demand](project, claim, reasons))


def shortfall(project: Project, claim: Claim, demand: Demand) -> Phrase:
    """Say how far a claim has got with a demand that it does not meet, where that helps; else say nothing."""
    return _SHORTFALLS[demand](project, project.as_meant(claim)) if demand in _SHORTFALLS else NOTHING


def _has_authors(_: Project, claim: Claim, __: Reasons) -> bool:
    return bool(claim.authors)


def _has_statement(_: Project, claim: Claim, __: Reasons) -> bool:
    return claim.statement is not None


def _has_anchor(_: Project, claim: Claim, reasons: Reasons) -> bool:
    return claim.quote is not None or bool(claim.appearances) or reasons.no_quote is not None


def _has_aspect(_: Project, claim: Claim, __: Reasons) -> bool:
    return claim.aspect is not None


def _has_claimant(_: Project, claim: Claim, __: Reasons) -> bool:
    return claim.claimant is not None


def _has_evidence(_: Project, claim: Claim, __: Reasons) -> bool:
    return bool(claim.evidence)


def _has_conclusion(_: Project, claim: Claim, __: Reasons) -> bool:
    verdict = claim.verdict
    if verdict is None:
        return claim.so_far is not None and bool(claim.gaps)
    return claim.headline is not None and verdict.summary is not None and verdict.rationale is not None


def _has_two_origins(project: Project, claim: Claim, reasons: Reasons) -> bool:
    return (
        claim.aspect in _OWN_DOCUMENT
        or reasons.single_origin is not None
        or len(project.independent_origins(claim)) >= INDEPENDENT_ORIGINS
        or any(_comes_from_nobody_knows(project, evidence) for evidence in claim.evidence)
    )


def _comes_from_nobody_knows(project: Project, evidence: Evidence) -> bool:
    """Say whether nobody can follow evidence to its origins, because a source on the way does not exist or cites itself in the end."""
    if evidence.origin is not None or not project.was_seen(evidence):
        return False
    source = project.source_of(evidence)
    if source is None or not source.cites:
        return source is None
    doubts = project.once(_doubtful)
    if isinstance(evidence.source, str):
        return evidence.source in doubts
    return any(one not in project.sources or one in doubts for one in source.cites)


def _doubtful(project: Project) -> frozenset[str]:
    return doubtful(project.sources)


def _has_approval(project: Project, claim: Claim, __: Reasons) -> bool:
    return approval_of(project, claim) is not None


def _has_selection(project: Project, claim: Claim, _: Reasons) -> bool:
    article = project.article_of(claim)
    return claim.selection is not None or (article is not None and article.for_all_claims.selection is not None)


def _has_letter(project: Project, claim: Claim, reasons: Reasons) -> bool:
    if isinstance(claim.claimant, NoClaimant) or reasons.claimant_not_asked is not None:
        return True
    article = project.article_of(claim)
    letters = claim.letters + (article.for_all_claims.letters if article else ())
    return any(letter.about == "claim" for letter in letters)


def _has_primary_source(project: Project, claim: Claim, reasons: Reasons) -> bool:
    return reasons.no_primary_source is not None or any(
        project.source_of(evidence) is None or project.level_of(evidence) == "primary" for evidence in claim.evidence
    )


def _has_contrary_search(_: Project, claim: Claim, reasons: Reasons) -> bool:
    against = any(evidence.stance == "refutes" for evidence in claim.evidence)
    return against or bool(claim.searches) or reasons.no_contrary_search is not None


def _has_archives(project: Project, claim: Claim, reasons: Reasons) -> bool:
    return reasons.no_archive is not None or all(map(_is_archived, _sources(project, claim)))


def _is_archived(source: Source) -> bool:
    return source.url is None or any(archive.status in {None, "ok"} and can_be_opened(archive, source.url) for archive in source.archives)


def _has_all_languages(project: Project, claim: Claim, __: Reasons) -> bool:
    reference = project.desk.reference_language
    return not any(text.missing(project.desk.languages, reference) for text in _told(claim))


def _told(claim: Claim) -> Iterator[Text]:
    """Yield what every language of the desk has to have."""
    verdict = claim.verdict
    texts = (claim.statement, claim.headline, claim.so_far, *((verdict.summary, verdict.rationale) if verdict else ()))
    return (text for text in texts if text is not None)


def _has_legal_reading(_: Project, claim: Claim, __: Reasons) -> bool:
    return claim.legal is not None or not claim.accuses


def _has_public_role(_: Project, claim: Claim, reasons: Reasons) -> bool:
    named = [one for one in (claim.claimant, claim.attributed_to) if isinstance(one, Speaker) and one.kind == "person"]
    return reasons.person_named is not None or all(person.role is not None for person in named)


def _has_reason(_: Project, __: Claim, reasons: Reasons) -> bool:
    return reasons.declined is not None or reasons.duplicate is not None


def _names_its_original(_: Project, claim: Claim, __: Reasons) -> bool:
    return any(relation.kind == "duplicate-of" for relation in claim.relations)


def _has_no_verdict(_: Project, claim: Claim, __: Reasons) -> bool:
    return claim.verdict is None


def _has_somebody_assigned(_: Project, claim: Claim, __: Reasons) -> bool:
    return claim.assigned is not None


def _sources(project: Project, claim: Claim) -> Iterator[Source]:
    for evidence in claim.evidence:
        source = project.source_of(evidence)
        if source is not None:
            yield source


MEETS: Mapping[Demand, Callable[[Project, Claim, Reasons], bool]] = {
    "authors": _has_authors,
    "statement": _has_statement,
    "anchor": _has_anchor,
    "aspect": _has_aspect,
    "claimant": _has_claimant,
    "evidence": _has_evidence,
    "conclusion": _has_conclusion,
    "two-origins": _has_two_origins,
    "approval": _has_approval,
    "selection": _has_selection,
    "letter": _has_letter,
    "primary-source": _has_primary_source,
    "contrary-search": _has_contrary_search,
    "archives": _has_archives,
    "all-languages": _has_all_languages,
    "legal": _has_legal_reading,
    "public-role": _has_public_role,
    "reason": _has_reason,
    "duplicate-of": _names_its_original,
    "no-verdict": _has_no_verdict,
    "assignee": _has_somebody_assigned,
}
"""For each demand, whether a claim of a project meets it; it is given the claim as it was written, and the reasons that hold for it."""


def _short_of_a_conclusion(_: Project, claim: Claim) -> Phrase:
    if claim.verdict is None:
        return say("found `so_far` without `gaps`") if claim.so_far is not None else say("found neither")
    parts = {"headline": claim.headline, "verdict.summary": claim.verdict.summary, "verdict.rationale": claim.verdict.rationale}
    return say("found no {parts}", parts=one_of(f"`{name}`" for name, text in parts.items() if text is None))


def _short_of_two_origins(project: Project, claim: Claim) -> Phrase:
    """Say what there is of independent origins; there are none or one, else the demand would be met."""
    found = project.independent_origins(claim)
    return say("found only ‘{origin}’", origin=next(iter(found))) if found else say("found none that was seen")


def _short_of_archives(project: Project, claim: Claim) -> Phrase:
    named = [
        evidence.source if isinstance(evidence.source, str) else f"{claim.id}/{evidence.id}"
        for evidence in claim.evidence
        if (source := project.source_of(evidence)) is not None and not _is_archived(source)
    ]
    return say("found none of {sources}", sources=Row(quoted(dict.fromkeys(named))))


def _short_of_languages(project: Project, claim: Claim) -> Phrase:
    languages = [one for text in _told(claim) for one in text.missing(project.desk.languages, project.desk.reference_language)]
    return say("found texts without {languages}", languages=", ".join(dict.fromkeys(languages)))


_SHORTFALLS: Mapping[Demand, Callable[[Project, Claim], Phrase]] = {
    "conclusion": _short_of_a_conclusion,
    "two-origins": _short_of_two_origins,
    "archives": _short_of_archives,
    "all-languages": _short_of_languages,
}
