"""Corrections: what changed after publication, and what readers had been told before."""

from __future__ import annotations

import attrs
from markupsafe import Markup

from claimtrack.records.claim import Claim, Correction
from claimtrack.site.markdown import Citation, written
from claimtrack.site.views.badges import rating_label
from claimtrack.site.views.edition import Edition, Phrase


@attrs.frozen(kw_only=True)
class CorrectionView:
    """A correction.

    Attributes:
        title: "Correction of 9 March 2026".
        class_words: how much it changes.
        cause: why it was made.
        notice: what readers are told, as HTML.
        notice_language: the language of the notice, where it is not the page's.
        was_rating: the rating before.
        was_summary: the summary before.
    """

    title: str
    class_words: str
    cause: str
    notice: Markup
    notice_language: str | None
    was_rating: Phrase | None
    was_summary: Phrase | None


@attrs.frozen(kw_only=True)
class RetractionView:
    """A withdrawal: the sentence with its day, and what readers are told, as HTML."""

    on: str
    notice: Markup
    notice_language: str | None


def corrections(edition: Edition, claim: Claim, citable: dict[str, Citation]) -> tuple[CorrectionView, ...]:
    """Return the corrections of a claim, the newest first."""
    newest_first = sorted(enumerate(claim.corrections, start=1), key=lambda one: (one[1].on, one[0]), reverse=True)
    return tuple(_correction(edition, claim, one, citable, f"cite-correction-{number}") for number, one in newest_first)


def retraction(edition: Edition, claim: Claim) -> RetractionView | None:
    """Return the withdrawal of a claim, or None where it stands."""
    if claim.retracted is None:
        return None
    notice = edition.phrase(claim.retracted.notice)
    return RetractionView(
        on=edition.words.fill("retracted_on", date=edition.words.date(claim.retracted.on)),
        notice=written(notice.text).html,
        notice_language=notice.language,
    )


def _correction(edition: Edition, claim: Claim, one: Correction, citable: dict[str, Citation], prefix: str) -> CorrectionView:
    words = edition.words
    notice = edition.phrase(one.notice)
    return CorrectionView(
        title=words.fill("correction_of", date=words.date(one.on)),
        class_words=words.one_of("correction_class", one.class_),
        cause=words.one_of("correction_cause", one.cause),
        notice=written(notice.text, citable, prefix).html,
        notice_language=notice.language,
        was_rating=_was_rating(edition, claim, one),
        was_summary=edition.phrase_or_none(one.was.summary) if one.was else None,
    )


def _was_rating(edition: Edition, claim: Claim, one: Correction) -> Phrase | None:
    if one.was is None:
        return None
    if one.was.rating is None:
        return Phrase(edition.words["was_nothing"])
    scale = edition.project.scale_of(claim)
    rating = scale.rating(one.was.rating) if scale else None
    return rating_label(edition, rating) if rating else Phrase(one.was.rating)
