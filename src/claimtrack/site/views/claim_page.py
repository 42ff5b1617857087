"""The page of a claim, in the order in which readers need it: the answer, the words, the rating, what it rests on, what is missing."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from markupsafe import Markup

from claimtrack.findings import Finding
from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim
from claimtrack.records.vocabulary import RelationKind
from claimtrack.records.workflow import Demand
from claimtrack.site.markdown import Citation, Written, written
from claimtrack.site.views import account
from claimtrack.site.views.amounts import Sum, written_sum
from claimtrack.site.views.badges import Badge, badge
from claimtrack.site.views.basis import Basis, basis
from claimtrack.site.views.claimed import Claimed, claimed
from claimtrack.site.views.corrections import CorrectionView, corrections
from claimtrack.site.views.desk_work import CheckView, FindingView, WantedFor, check_view, finding_views, still_wanted
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.views.evidence import EvidenceCard, evidence_cards, numbered
from claimtrack.site.views.relations import Related, content_of, related, said_in
from claimtrack.site.views.rows import Answer, ClaimRow, answer
from claimtrack.site.views.speakers import note_on_attribution
from claimtrack.site.views.timeline import Moment, TimelineEntry, timeline


@attrs.frozen(kw_only=True)
class ClaimPage:
    """Everything on the page of a claim.

    Attributes:
        answer: the title.
        corrections: what was corrected, the newest first.
        under_correction: whether the page is without an answer because it is being corrected.
        correcting_note: in the preview, what readers see meanwhile.
        claimed: what is claimed and by whom.
        badge: the rating and what was checked.
        has_verdict: whether there is a rating to show.
        note: the sentence that says whom or what the rating does not touch.
        content: the claims in which what is said here is checked on its own.
        said_in: the claims that check whether this is said.
        summary: the verdict in one or two sentences.
        so_far: what is known, where there is no verdict.
        basis: what the check rests on.
        missing: what is missing.
        sum: the calculation.
        media: what was done to a picture, a recording or a film.
        reasoning: the reasoning, with citations; its language where it is not the page's.
        questions: questions that the check answers.
        chain: how the words travelled.
        evidence: the evidence.
        objections: who disagrees.
        exemptions: what was waived, and why.
        searches: what was searched.
        letters: who was asked.
        related: related claims.
        check: who stands behind it.
        timeline: what became of it since it was published, where the site tells that.
        wanted: in the preview, what the next status would still demand.
        findings: in the preview, what checking the record found.
    """

    answer: Answer
    corrections: tuple[CorrectionView, ...]
    under_correction: bool
    correcting_note: str | None
    claimed: Claimed
    badge: Badge
    has_verdict: bool
    note: str | None
    content: tuple[ClaimRow, ...]
    said_in: tuple[ClaimRow, ...]
    summary: Phrase | None
    so_far: Phrase | None
    basis: Basis
    missing: tuple[account.Missing, ...]
    sum: Sum | None
    media: account.MediaView | None
    reasoning: Markup | None
    reasoning_language: str | None
    questions: tuple[account.Asked, ...]
    chain: tuple[account.ChainLink, ...]
    evidence: tuple[EvidenceCard, ...]
    objections: tuple[account.Objection, ...]
    exemptions: tuple[account.Exemption, ...]
    searches: tuple[account.SearchMade, ...]
    letters: tuple[account.LetterSent, ...]
    related: tuple[Related, ...]
    check: CheckView
    timeline: tuple[TimelineEntry, ...]
    wanted: tuple[WantedFor, ...]
    findings: tuple[FindingView, ...]


# Long because it only says, field by field, where each part of the page comes from.
def claim_page(
    edition: Edition,
    claim: Claim,
    *,
    back: list[tuple[RelationKind, str]],
    missing: Mapping[str, tuple[Demand, ...]],
    findings: tuple[Finding, ...],
    moments: tuple[Moment, ...] = (),
) -> ClaimPage:
    """Return the page of a claim that is not retracted.

    Arguments:
        edition: the edition.
        claim: the claim.
        back: the relations that other claims have to it.
        missing: in the preview, for each status that can follow, what it would still demand.
        findings: in the preview, the findings about its record.
        moments: what readers could see change since it was published, where the site tells that.
    """
    page = edition.paths.claim(claim.id)
    correcting = publication_of(edition.project, claim) is Publication.UNDER_CORRECTION
    hidden = correcting and not edition.preview
    anchors = numbered(claim)
    label = edition.words["evidence_one"]
    citable = {one: Citation(number, anchor, f"{label} {number}") for one, (number, anchor) in anchors.items()}
    verdict = None if hidden else claim.verdict
    rationale = edition.phrase_or_none(verdict.rationale) if verdict else None
    reasoning = written(rationale.text, citable) if rationale else Written(Markup())
    shown = badge(edition, claim)
    return ClaimPage(
        answer=answer(edition, claim),
        corrections=corrections(edition, claim, citable),
        under_correction=hidden,
        correcting_note=edition.words["correcting_preview"] if correcting and not hidden else None,
        claimed=claimed(edition, claim, page),
        badge=shown,
        has_verdict=verdict is not None,
        note=None if hidden else _note(edition, claim, shown),
        content=content_of(edition, claim, page),
        said_in=said_in(edition, claim, back, page),
        summary=edition.phrase_or_none(verdict.summary) if verdict else None,
        so_far=None if hidden or verdict else edition.phrase_or_none(claim.so_far),
        basis=basis(edition, claim),
        missing=account.missing(edition, claim),
        sum=None if hidden else written_sum(edition, claim, anchors),
        media=None if hidden else account.media(edition, claim),
        reasoning=reasoning.html or None,
        reasoning_language=rationale.language if rationale else None,
        questions=() if hidden else account.questions(edition, claim, anchors),
        chain=account.chain(edition, claim),
        evidence=evidence_cards(edition, claim, reasoning.places),
        objections=account.objections(edition, claim),
        exemptions=account.exemptions(edition, claim),
        searches=account.searches(edition, claim),
        letters=account.letters(edition, claim, anchors),
        related=related(edition, claim, back, page),
        check=check_view(edition, claim),
        timeline=timeline(edition, claim, moments),
        wanted=still_wanted(edition, claim, missing),
        findings=finding_views(edition, findings),
    )


def _note(edition: Edition, claim: Claim, shown: Badge) -> str | None:
    """Return the sentence that says what the rating does not say.

    That something was said does not make it so, and that a text puts words into somebody's mouth says nothing about that somebody.
    """
    if claim.aspect == "said":
        if shown.tone != "full":
            return edition.words["note_said"]
        return edition.words["note_said_proposed" if shown.proposed else "note_said_supported"]
    return note_on_attribution(edition, claim)
