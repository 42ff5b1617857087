"""What a check gives account of: what is missing, how the words travelled, who disagrees, what was asked and searched, what was waived."""

from __future__ import annotations

import attrs

from claimtrack.records.claim import Claim, Gap, Letter, Link, Reasons
from claimtrack.site.views.edition import Edition, Phrase, Place
from claimtrack.site.views.sources import SourceView, source_view


@attrs.frozen(kw_only=True)
class Missing:
    """Something that is missing.

    Attributes:
        what: what it is.
        remark: what is known about it.
        would_change: what would change if it were there.
        decisive: whether nothing can be published without it.
    """

    what: Phrase
    remark: Phrase | None
    would_change: Phrase | None
    decisive: bool


@attrs.frozen(kw_only=True)
class ChainLink:
    """One link of the chain by which a claim travelled: who, the words there, and whether the error came in here."""

    who: Phrase
    text: Phrase
    fault: bool


@attrs.frozen(kw_only=True)
class Objection:
    """Somebody who disagrees: who, what they say, what exactly they dispute, and where that stands."""

    who: Phrase
    says: Phrase
    about: str | None
    source: SourceView | None


@attrs.frozen(kw_only=True)
class Exemption:
    """Something that a standard asks for and that was waived, with the reason."""

    what: str
    why: Phrase


@attrs.frozen(kw_only=True)
class SearchMade:
    """A search against the claim."""

    read: Phrase
    looked_for: Phrase | None
    covers: Phrase | None
    found: Phrase
    on: str
    by: Phrase


@attrs.frozen(kw_only=True)
class LetterSent:
    """A letter: to whom, what it asks, when, and what came of it; the reply is the number and the anchor of a piece of evidence."""

    to: Phrase
    about: str
    on: str
    until: str | None
    outcome: str
    reply: tuple[int, str] | None


@attrs.frozen(kw_only=True)
class Asked:
    """A question that the check answers, with the evidence that the answers rest on, as number and anchor."""

    question: Phrase
    answers: tuple[Phrase, ...]
    evidence: tuple[tuple[int, str], ...]


@attrs.frozen(kw_only=True)
class MediaView:
    """What was done to a picture, a recording or a film."""

    categories: tuple[str, ...]
    original: Place | None
    original_context: Phrase | None


def missing(edition: Edition, claim: Claim) -> tuple[Missing, ...]:
    """Return what is missing, in the author's order."""
    return tuple(found for gap in claim.gaps if (found := _missing(edition, claim, gap)) is not None)


def chain(edition: Edition, claim: Claim) -> tuple[ChainLink, ...]:
    """Return how a claim travelled, from the first speaker on."""
    return tuple(ChainLink(who=edition.name(one.who), text=_chain_text(edition, one), fault=one.fault) for one in claim.chain)


def objections(edition: Edition, claim: Claim) -> tuple[Objection, ...]:
    """Return who disagrees."""
    sources = edition.project.sources
    return tuple(
        Objection(
            who=edition.name(one.who),
            says=edition.phrase(one.says),
            about=edition.words.one_of("dispute_about", one.about) if one.about else None,
            source=source_view(edition, sources[one.source]) if one.source is not None and one.source in sources else None,
        )
        for one in claim.disputes
    )


def exemptions(edition: Edition, claim: Claim) -> tuple[Exemption, ...]:
    """Return what was waived and why: what the claim says, and what its article says for all of its claims."""
    reasons = edition.project.as_meant(claim).reasons
    return tuple(
        Exemption(what=edition.words.one_of("reason", one.name), why=edition.phrase(why))
        for one in attrs.fields(Reasons)
        if (why := getattr(reasons, one.name)) is not None
    )


def searches(edition: Edition, claim: Claim) -> tuple[SearchMade, ...]:
    """Return the searches that were made."""
    return tuple(
        SearchMade(
            read=edition.phrase(one.read),
            looked_for=edition.phrase_or_none(one.for_),
            covers=edition.phrase_or_none(one.covers),
            found=edition.phrase(one.found),
            on=edition.words.date(one.on),
            by=edition.person(one.by),
        )
        for one in claim.searches
    )


def letters(edition: Edition, claim: Claim, anchors: dict[str, tuple[int, str]]) -> tuple[LetterSent, ...]:
    """Return the letters that were sent about the claim, or about all claims of its article."""
    return tuple(_letter(edition, one, anchors) for one in edition.project.as_meant(claim).letters)


def questions(edition: Edition, claim: Claim, anchors: dict[str, tuple[int, str]]) -> tuple[Asked, ...]:
    """Return the questions that the check answers."""
    return tuple(
        Asked(
            question=edition.phrase(one.question),
            answers=tuple(edition.phrase(answer) for answer in one.answers),
            evidence=tuple(anchors[evidence] for evidence in one.evidence if evidence in anchors),
        )
        for one in claim.questions
    )


def media(edition: Edition, claim: Claim) -> MediaView | None:
    """Return what was done to a picture, a recording or a film, or None where the claim is about none."""
    review = claim.media_review
    if review is None:
        return None
    return MediaView(
        categories=tuple(edition.words.one_of("media", category) for category in review.categories),
        original=edition.place(review.original),
        original_context=edition.phrase_or_none(review.original_context),
    )


def _missing(edition: Edition, claim: Claim, gap: Gap) -> Missing | None:
    article = edition.project.article_of(claim)
    wanted = article.wanted.get(gap.wanted) if article and gap.wanted else None
    what = gap.what or (wanted.what if wanted else None)
    if what is None:
        return None
    return Missing(
        what=edition.phrase(what),
        remark=edition.phrase_or_none(wanted.remark) if wanted else None,
        would_change=edition.phrase_or_none(gap.would_change),
        decisive=gap.decisive,
    )


def _chain_text(edition: Edition, link: Link) -> Phrase:
    """Return the words of a link of the chain; the language that the link itself gives says more than the one of the record."""
    text, written_in = link.text.best(edition.language, edition.reference)
    return edition.in_language(text, link.language or written_in)


def _letter(edition: Edition, letter: Letter, anchors: dict[str, tuple[int, str]]) -> LetterSent:
    words = edition.words
    return LetterSent(
        to=edition.name(letter.to),
        about=words.one_of("letter_about", letter.about),
        on=words.date(letter.on),
        until=words.fill("letter_until", date=words.date(letter.until)) if letter.until else None,
        outcome=words.one_of("letter_outcome", letter.outcome) if letter.outcome else words["letter_open"],
        reply=anchors.get(letter.reply) if letter.reply else None,
    )
