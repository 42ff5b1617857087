"""What became of a check since it was published: the steps that readers could see, day by day."""

from __future__ import annotations

import datetime

import attrs

from claimtrack.records.claim import Claim
from claimtrack.records.scale import Rating
from claimtrack.records.vocabulary import CorrectionClass
from claimtrack.site.views.badges import rating_label
from claimtrack.site.views.edition import Edition, Phrase


@attrs.frozen(kw_only=True)
class Moment:
    """What readers could see change on a day.

    Attributes:
        day: the day.
        by: the people of the desk who made it, by id.
        commit: the id of the commit, where readers can look it up; else None.
        published: whether the page was there for the first time.
        hidden: whether the page was taken off the site.
        shown_again: whether it came back.
        being_corrected: whether the page lost its answer, to be corrected.
        answered_again: whether it got one again.
        corrections: the classes of the corrections that were written.
        rating: the rating before and after, each None where there was none; None where it did not change.
        reworded: which texts changed: ``headline``, ``summary``, ``reasoning``. What they were is not told.
        evidence_added: how many pieces of evidence were added.
        evidence_removed: how many were taken away.
    """

    day: datetime.date
    by: tuple[str, ...] = ()
    commit: str | None = None
    published: bool = False
    hidden: bool = False
    shown_again: bool = False
    being_corrected: bool = False
    answered_again: bool = False
    corrections: tuple[CorrectionClass, ...] = ()
    rating: tuple[Rating | None, Rating | None] | None = None
    reworded: tuple[str, ...] = ()
    evidence_added: int = 0
    evidence_removed: int = 0

    @property
    def is_something(self) -> bool:
        """Whether readers could see anything of it."""
        return attrs.evolve(self, by=(), commit=None) != Moment(day=self.day)


@attrs.frozen(kw_only=True)
class TimelineEntry:
    """A day of the timeline.

    Attributes:
        day: the day.
        sentences: what happened.
        by: who did it.
        commit: the beginning of the id of the commit, where readers can look it up.
    """

    day: str
    sentences: tuple[str, ...]
    by: tuple[Phrase, ...]
    commit: str | None


_SHOWN_OF_A_COMMIT = 8
_TEXTS = {"headline": "timeline_headline", "summary": "timeline_summary", "reasoning": "timeline_reasoning"}


def timeline(edition: Edition, claim: Claim, moments: tuple[Moment, ...]) -> tuple[TimelineEntry, ...]:
    """Return the timeline of a claim, the oldest first.

    The ratings that it had are not told where it has none for readers now, or where a correction was made for legal reasons.

    Arguments:
        edition: the edition.
        claim: the claim.
        moments: what readers could see change.
    """
    silent = claim.verdict is None or any(one.cause == "legal" for one in claim.corrections)
    return tuple(
        TimelineEntry(
            day=edition.words.date(one.day),
            sentences=_sentences(edition, attrs.evolve(one, rating=(None, None)) if silent and one.rating else one),
            by=tuple(edition.person(person) for person in one.by),
            commit=one.commit[:_SHOWN_OF_A_COMMIT] if one.commit else None,
        )
        for one in moments
    )


def _sentences(edition: Edition, one: Moment) -> tuple[str, ...]:
    words = edition.words
    happened = {
        "timeline_published": one.published and one.rating is None,
        "timeline_hidden": one.hidden,
        "timeline_shown_again": one.shown_again,
        "timeline_being_corrected": one.being_corrected,
        "timeline_answered_again": one.answered_again,
    }
    sentences = [words[key] for key, has in happened.items() if has]
    sentences += [words.fill("timeline_corrected", kind=words.one_of("correction_class", kind)) for kind in one.corrections]
    if one.rating is not None:
        sentences.append(_of_rating(edition, *one.rating, published=one.published))
    if one.reworded:
        texts = words.listing([words[_TEXTS[text]] for text in one.reworded])
        sentences.append(words.fill("timeline_reworded", texts=texts))
    if one.evidence_added:
        sentences.append(words.count("timeline_evidence_added", one.evidence_added))
    if one.evidence_removed:
        sentences.append(words.count("timeline_evidence_removed", one.evidence_removed))
    return tuple(sentences)


def _of_rating(edition: Edition, before: Rating | None, after: Rating | None, *, published: bool) -> str:
    words = edition.words
    was, now = (None if one is None else rating_label(edition, one) for one in (before, after))
    if published:
        return words["timeline_published"] if now is None else words.name("timeline_published_rated", rating=(now.text, now.language))
    if was and now:
        return words.name("timeline_rerated", before=(was.text, was.language), after=(now.text, now.language))
    if now:
        return words.name("timeline_rated", rating=(now.text, now.language))
    if was:
        return words.name("timeline_unrated", rating=(was.text, was.language))
    return words["timeline_rating_changed"]
