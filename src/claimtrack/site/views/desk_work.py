"""The desk's side of a check: who wrote, rated and reviewed it, and in the preview what it still wants and what was found about it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimtrack.findings import Finding
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import Demand
from claimtrack.site.views.edition import Edition, Phrase


@attrs.frozen
class Signed:
    """Somebody of the desk, and the day."""

    who: Phrase
    on: str


@attrs.frozen(kw_only=True)
class CheckView:
    """Who stands behind a check, and how it came about.

    Attributes:
        written_by: who wrote it.
        decided_by: who rated it, where there is a verdict.
        reviewed: who reviewed it, and when; None where nobody has.
        legal: who read it for the law, and when.
        published: the day it was published.
        review_due: the day it should be looked at again.
        selection: why it was chosen.
        conflicts: relationships that could have an influence.
        ai_use: what a machine did.
        status: where it stands in the desk's work; only in the preview.
        scale: the scale, where it is not the desk's.
    """

    written_by: tuple[Phrase, ...]
    decided_by: tuple[Phrase, ...]
    reviewed: Signed | None
    legal: Signed | None
    published: str | None
    review_due: str | None
    selection: Phrase | None
    conflicts: Phrase | None
    ai_use: Phrase | None
    status: Phrase | None
    scale: str | None


@attrs.frozen
class WantedFor:
    """What a status would still demand: the sentence that names the status, and the demands."""

    sentence: str
    demands: tuple[str, ...]


@attrs.frozen(kw_only=True)
class FindingView:
    """A finding of a check of the records, for the desk; findings are written in English."""

    severity: str
    severity_words: str
    code: str
    message: str
    hint: str
    place: str


def check_view(edition: Edition, claim: Claim) -> CheckView:
    """Return who stands behind a check."""
    approval = approval_of(edition.project, claim)
    status = edition.project.status_of(claim)
    verdict = claim.verdict
    scale = edition.project.scale_of(claim)
    return CheckView(
        written_by=tuple(edition.person(one) for one in claim.authors),
        decided_by=tuple(edition.person(one) for one in (verdict.decided_by or claim.authors)) if verdict else (),
        reviewed=Signed(edition.person(approval.by), edition.words.date(approval.on)) if approval else None,
        legal=Signed(edition.person(claim.legal.by), edition.words.date(claim.legal.on)) if claim.legal else None,
        published=edition.date(claim.published),
        review_due=edition.date(claim.review_due),
        selection=edition.phrase_or_none(edition.project.as_meant(claim).selection),
        conflicts=edition.phrase_or_none(claim.disclosure.conflicts),
        ai_use=edition.phrase_or_none(claim.disclosure.ai_use),
        status=(edition.phrase(status.label) if status else Phrase(claim.status)) if edition.preview else None,
        scale=scale.id if scale and scale != edition.project.scale else None,
    )


def still_wanted(edition: Edition, claim: Claim, missing: Mapping[str, tuple[Demand, ...]]) -> tuple[WantedFor, ...]:
    """Return what the next steps would still demand; ways to end without a check are no next steps.

    Arguments:
        edition: the edition.
        claim: the claim.
        missing: for each status that can follow, what is missing for it.
    """
    words = edition.words
    wanted = []
    for status_id, demands in missing.items():
        status = edition.project.workflow.status(status_id) if edition.project.workflow else None
        if status is None or status.id == claim.status or not demands or "reason" in status.demands:
            continue
        label = edition.phrase(status.label)
        sentence = words.name("wanted_for", status=(label.text, label.language))
        wanted.append(WantedFor(sentence, tuple(words.one_of("demand", demand) for demand in demands)))
    return tuple(wanted)


def finding_views(edition: Edition, findings: tuple[Finding, ...], *, with_file: bool = False) -> tuple[FindingView, ...]:
    """Return findings as the preview shows them, each with its line, and with its file where the page is about several."""
    words = edition.words
    return tuple(
        FindingView(
            severity=one.severity.value,
            severity_words=words.one_of("severity", one.severity.value),
            code=one.code,
            message=one.message,
            hint=one.hint,
            place=", ".join([one.file] * with_file + [words.fill("finding_place", line=str(one.span.line))]),
        )
        for one in findings
    )
