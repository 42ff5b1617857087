"""The pages that list: the start page, the checks by status, the sources."""

from __future__ import annotations

import attrs

from claimtrack.findings import Finding
from claimtrack.records.claim import Claim
from claimtrack.site.views.article_page import in_order
from claimtrack.site.views.badges import rating_label
from claimtrack.site.views.desk_work import FindingView, finding_views
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.views.paths import fits_path, way
from claimtrack.site.views.rows import Answer, answer, listed, row
from claimtrack.site.views.sources import SourceView, source_view
from claimtrack.site.views.tallies import Group, by_rating, by_status


@attrs.frozen(kw_only=True)
class ArticleEntry:
    """An article in a list: the way to its page, its title, its publisher, its date, and how many claims come from it."""

    link: str
    title: Phrase
    publisher: Phrase | None
    published: str | None
    count: str


@attrs.frozen
class Choice:
    """A choice of the filter: the rating or status as rows carry it, and what readers see."""

    id: str
    label: Phrase


@attrs.frozen(kw_only=True)
class StartPage:
    """Everything on the start page.

    Attributes:
        count: how many claims there are, in words; empty for none.
        articles: the articles that claims were taken from.
        ratings: the claims by rating.
        statuses: the claims by status.
        status_page: the way to the page that lists them by status.
        rating_choices: the ratings that the filter offers, each once, "none" for none.
        findings: in the preview, findings that belong to no claim and no article.
    """

    count: str
    articles: tuple[ArticleEntry, ...]
    ratings: tuple[Group, ...]
    statuses: tuple[Group, ...]
    status_page: str
    rating_choices: tuple[Choice, ...]
    findings: tuple[FindingView, ...]


@attrs.frozen(kw_only=True)
class StatusPage:
    """The claims by status."""

    statuses: tuple[Group, ...]


@attrs.frozen
class CitedIn:
    """A claim that a source is used for: the way to its page, and its answer."""

    link: str
    answer: Answer


@attrs.frozen(kw_only=True)
class SourceEntry:
    """A source in the list of sources.

    Attributes:
        anchor: its id on the page.
        source: the source.
        seen: how it was read.
        level: how near it is to what it reports.
        origin: whom it comes from in the end.
        cited_in: the claims that it is used for.
    """

    anchor: str
    source: SourceView
    seen: str | None
    level: str | None
    origin: Phrase | None
    cited_in: tuple[CitedIn, ...]


@attrs.frozen(kw_only=True)
class SourcePage:
    """The sources that claims cite."""

    sources: tuple[SourceEntry, ...]


def start_page(edition: Edition, findings: tuple[Finding, ...]) -> StartPage:
    """Return the start page.

    Arguments:
        edition: the edition.
        findings: in the preview, the findings that belong to no claim and no article.
    """
    page = edition.paths.start
    rows = [row(edition, claim, page) for claim in in_reading_order(edition)]
    ratings = by_rating(edition, rows)
    return StartPage(
        count=edition.words.count("all_claims", len(rows)) if rows else "",
        articles=_articles(edition, page),
        ratings=ratings,
        statuses=by_status(edition, rows),
        status_page=way(page, edition.paths.page("status")),
        rating_choices=_rating_choices(edition, ratings),
        findings=finding_views(edition, findings, with_file=True),
    )


def status_page(edition: Edition) -> StatusPage:
    """Return the claims by status."""
    page = edition.paths.page("status")
    return StatusPage(statuses=by_status(edition, [row(edition, claim, page) for claim in in_reading_order(edition)]))


def source_page(edition: Edition) -> SourcePage:
    """Return the sources that claims cite, by title; sources that are written out in a claim have no entry of their own."""
    page = edition.paths.page("sources")
    cited: dict[str, dict[str, CitedIn]] = {}
    for claim in in_reading_order(edition):
        used = CitedIn(way(page, edition.paths.claim(claim.id)), answer(edition, claim))
        for evidence in claim.evidence:
            if isinstance(evidence.source, str):
                cited.setdefault(evidence.source, {}).setdefault(claim.id, used)
    entries = [_source(edition, one, tuple(used.values())) for one, used in cited.items() if one in edition.project.sources]
    by_title = sorted(entries, key=lambda one: (not one.source.has_title, one.source.title.text.casefold(), one.anchor))
    return SourcePage(sources=tuple(by_title))


def in_reading_order(edition: Edition) -> list[Claim]:
    """Return the claims that lists show: those of articles in the order of their texts, then the others by id."""
    articles = edition.project.articles
    ordered = [claim for article in sorted(articles) for claim in in_order(edition, articles[article])]
    return ordered + [claim for claim in listed(edition) if claim.folder not in articles]


def _rating_choices(edition: Edition, groups: tuple[Group, ...]) -> tuple[Choice, ...]:
    """Return the ratings to choose from; a proposal and a verdict are one choice, and so are all reasons not to have any."""
    scale = edition.project.scale
    choices: dict[str, Choice] = {}
    for group in groups:
        rating = scale.rating(group.id) if scale and group.id else None
        label = group.label if group.id else Phrase(edition.words["unrated"])
        choices.setdefault(group.id, Choice(group.id or "none", rating_label(edition, rating) if rating else label))
    return tuple(choices.values())


def _articles(edition: Edition, page: str) -> tuple[ArticleEntry, ...]:
    articles = edition.project.articles
    return tuple(
        ArticleEntry(
            link=way(page, edition.paths.article(one)),
            title=edition.in_language(articles[one].title, articles[one].language),
            publisher=edition.name_or_none(articles[one].publisher),
            published=edition.date(articles[one].published),
            count=edition.words.count("claims", len(in_order(edition, articles[one]))),
        )
        for one in sorted(articles)
        if fits_path(one)
    )


def _source(edition: Edition, source_id: str, used: tuple[CitedIn, ...]) -> SourceEntry:
    source = edition.project.sources[source_id]
    named = source.origin if source.protected is None else None
    return SourceEntry(
        anchor=f"source-{source_id}" if fits_path(source_id) and source.protected is None else "",
        source=source_view(edition, source),
        seen=edition.words.one_of("seen", source.seen) if source.seen else None,
        level=edition.words.one_of("level", source.level) if source.level else None,
        origin=edition.origin(named) if named else None,
        cited_in=used,
    )
