"""What is claimed: the words, where they stand, who says them and whom they are attributed to."""

from __future__ import annotations

import attrs

from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, Claim
from claimtrack.site.views.amounts import Amount, amount
from claimtrack.site.views.edition import Edition, Phrase, Place
from claimtrack.site.views.paths import fits_path, way
from claimtrack.site.views.sources import ArchivedCopy, archived_copy
from claimtrack.site.views.speakers import Voice, attributed, claimant


@attrs.frozen(kw_only=True)
class Appeared:
    """A place where the claim appeared.

    Attributes:
        quote: the words there.
        title: the title there.
        page: the way to the page of the article on this site, where it has one.
        publisher: who published it.
        published: when.
        at: where in a recording, such as ``1:02:40-1:02:58``.
        live: the place itself.
        archives: archived copies of it.
        unknown: what is not known about it.
    """

    quote: Phrase | None = None
    title: Phrase | None = None
    page: str | None = None
    publisher: Phrase | None = None
    published: str | None = None
    at: str | None = None
    live: Place | None = None
    archives: tuple[ArchivedCopy, ...] = ()
    unknown: Phrase | None = None


@attrs.frozen(kw_only=True)
class Claimed:
    """What is claimed.

    Attributes:
        statement: the claim as one neutral sentence.
        appeared: where it stands, the folder's article first.
        claimant: who makes the claim.
        attributed_to: whom it is only attributed to.
        made_on: when it was said.
        happened: when what it says happened.
        location: where that happened.
        topics: what it is about.
        amount: the number it claims.
    """

    statement: Phrase | None
    appeared: tuple[Appeared, ...]
    claimant: Voice
    attributed_to: Voice | None
    made_on: str | None
    happened: str | None
    location: Phrase | None
    topics: tuple[Phrase, ...]
    amount: Amount | None


def claimed(edition: Edition, claim: Claim, page: str) -> Claimed:
    """Return what is claimed, as it stands on a page."""
    meant = edition.project.as_meant(claim)
    article = edition.project.article_of(claim)
    topics = edition.project.desk.topics
    appeared = [_appeared(edition, one, page) for one in claim.appearances]
    if article is not None:
        appeared.insert(0, in_article(edition, article, claim.quote.exact if claim.quote else None, page))
    elif claim.quote is not None:
        appeared.insert(0, Appeared(quote=Phrase(claim.quote.exact)))
    return Claimed(
        statement=edition.phrase_or_none(claim.statement),
        appeared=tuple(appeared),
        claimant=claimant(edition, claim),
        attributed_to=attributed(edition, claim),
        made_on=edition.date(meant.made_on),
        happened=edition.date(claim.happened),
        location=edition.phrase_or_none(claim.location),
        topics=tuple(edition.phrase(topics[one]) if one in topics else Phrase(one) for one in claim.topics),
        amount=amount(edition, claim.quantity) if claim.quantity else None,
    )


def in_article(edition: Edition, article: Article, words: str | None, page: str) -> Appeared:
    """Return the place of a quote in an article of the project."""
    return Appeared(
        quote=edition.in_language(words, article.language) if words else None,
        title=edition.in_language(article.title, article.language),
        page=way(page, edition.paths.article(article.id)) if fits_path(article.id) else None,
        publisher=edition.name_or_none(article.publisher),
        published=edition.date(article.published),
        live=edition.place(article.url),
        unknown=edition.phrase_or_none(article.unknown),
    )


def _appeared(edition: Edition, one: Appearance, page: str) -> Appeared:
    article = edition.project.articles.get(one.article) if one.article else None
    if article is not None:
        return in_article(edition, article, one.quote.exact if one.quote else None, page)
    return Appeared(
        quote=Phrase(one.quote.exact) if one.quote else None,
        title=Phrase(one.title) if one.title else None,
        publisher=edition.name_or_none(one.publisher),
        published=edition.date(one.published),
        at=str(one.at) if one.at and ":" in str(one.at) else None,
        live=edition.place(one.url),
        archives=tuple(copy for archive in one.archives if (copy := archived_copy(edition, archive)) is not None),
    )
