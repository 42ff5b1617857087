"""The page of an article: what it is, what is unknown about it, its claims in the order of the text, its faults that are no claims."""

from __future__ import annotations

import attrs

from claimtrack.findings import Finding
from claimtrack.records.article import Article, NotChecked, Problem
from claimtrack.records.claim import Claim
from claimtrack.site.views.desk_work import FindingView, finding_views
from claimtrack.site.views.edition import Edition, Phrase, Place
from claimtrack.site.views.rows import ClaimRow, is_listed, row
from claimtrack.site.views.tallies import by_rating, checked_in_words, ratings_in_words

_MEANING = ("attribution", "translation")
_SLIPS = ("spelling", "grammar", "wording", "structure")


@attrs.frozen(kw_only=True)
class Rewritten:
    """The text that an article rewrites or translates: its title, its publisher, its date."""

    title: Phrase | None
    publisher: Phrase | None
    published: str | None


@attrs.frozen(kw_only=True)
class Fault:
    """A fault of the article that is no claim.

    Attributes:
        quote: the words; an omission has none of its own.
        category: what sort of fault it is.
        what: what is wrong.
        should_be: what it should be.
    """

    quote: Phrase | None
    category: str
    what: Phrase
    should_be: Phrase | None


@attrs.frozen(kw_only=True)
class Introduced:
    """A claim into which an error came on its way: who brought it in, the words there, and the claim."""

    who: Phrase
    text: Phrase
    row: ClaimRow


@attrs.frozen(kw_only=True)
class Unchecked:
    """A passage that is not checked: the words, and why."""

    quote: Phrase
    why: Phrase


@attrs.frozen(kw_only=True)
class Wish:
    """Something that was looked for and not seen: what, and what is known about it."""

    what: Phrase
    remark: Phrase | None


@attrs.frozen(kw_only=True)
class ArticlePage:
    """Everything on the page of an article.

    Attributes:
        title: its title, in its language.
        publisher: who published it.
        authors: who wrote it.
        language: the language it is in, as a word.
        published: when.
        retrieved: when its text was taken.
        live: the article itself.
        unknown: what is not known about it.
        rewrites: the text that it rewrites or translates.
        glance: in a few sentences how many claims there are, with which ratings, checked for what, and how many without one.
        introduced: claims into which an error came on the way, and with whom.
        meaning: faults that change the meaning.
        rated: the claims with a rating, in the order of the text.
        unrated: the claims without one, in the order of the text.
        not_checked: passages that are not checked.
        omissions: what is left out.
        unsourced: what stands without a source.
        slips: faults of language.
        slips_title: how many those are, in words.
        wanted: what was looked for and not seen.
        findings: in the preview, what checking the records found.
    """

    title: Phrase
    publisher: Phrase | None
    authors: tuple[Phrase, ...]
    language: str
    published: str | None
    retrieved: str | None
    live: Place | None
    unknown: Phrase | None
    rewrites: Rewritten | None
    glance: tuple[str, ...]
    introduced: tuple[Introduced, ...]
    meaning: tuple[Fault, ...]
    rated: tuple[ClaimRow, ...]
    unrated: tuple[ClaimRow, ...]
    not_checked: tuple[Unchecked, ...]
    omissions: tuple[Fault, ...]
    unsourced: tuple[Fault, ...]
    slips: tuple[Fault, ...]
    slips_title: str
    wanted: tuple[Wish, ...]
    findings: tuple[FindingView, ...]


def article_page(edition: Edition, article: Article, findings: tuple[Finding, ...]) -> ArticlePage:
    """Return the page of an article.

    Arguments:
        edition: the edition.
        article: the article.
        findings: in the preview, the findings about it and its sources.
    """
    page = edition.paths.article(article.id)
    claims = in_order(edition, article)
    rows = {claim.id: row(edition, claim, page) for claim in claims}
    slips = _faults(edition, article, _SLIPS)
    return ArticlePage(
        title=edition.in_language(article.title, article.language),
        publisher=edition.name_or_none(article.publisher),
        authors=tuple(Phrase(one) for one in article.authors),
        language=edition.words.language_called(article.language),
        published=edition.date(article.published),
        retrieved=edition.date(article.retrieved),
        live=edition.place(article.url),
        unknown=edition.phrase_or_none(article.unknown),
        rewrites=_rewritten(edition, article),
        glance=_glance(edition, list(rows.values())),
        introduced=tuple(one for claim in claims if (one := _introduced(edition, claim, rows[claim.id])) is not None),
        meaning=_faults(edition, article, _MEANING),
        rated=tuple(one for one in rows.values() if one.badge.rating),
        unrated=tuple(one for one in rows.values() if not one.badge.rating),
        not_checked=tuple(_unchecked(edition, article, one) for one in article.not_checked),
        omissions=_faults(edition, article, ("omission",)),
        unsourced=_faults(edition, article, ("unsourced",)),
        slips=slips,
        slips_title=edition.words.count("slips", len(slips)),
        wanted=tuple(Wish(what=edition.phrase(one.what), remark=edition.phrase_or_none(one.remark)) for one in article.wanted.values()),
        findings=finding_views(edition, findings, with_file=True),
    )


def in_order(edition: Edition, article: Article) -> list[Claim]:
    """Return the claims of an article in the order of its text; claims whose place is not known come last."""
    own = [claim for claim in edition.folders.get(article.id, ()) if is_listed(edition, claim.id)]
    return sorted(own, key=lambda one: ((one.quote.at.start, one.quote.at.end) if one.quote and one.quote.at else (10**9, 0), one.id))


def _glance(edition: Edition, rows: list[ClaimRow]) -> tuple[str, ...]:
    words = edition.words
    if not rows:
        return (words["no_claims_yet"],)
    sentences = [words.count("claims_recorded", len(rows))]
    groups = by_rating(edition, rows)
    if rated := [one for one in rows if one.badge.rating]:
        lead = words["ratings_proposed" if any(one.badge.proposed for one in rated) else "ratings_given"]
        sentences.append(f"{lead} {ratings_in_words(edition, groups)}.")
        sentences.append(f"{words['checked']} {checked_in_words(edition, rated)}.")
    if unrated := len(rows) - len(rated):
        sentences.append(words.count("claims_unrated", unrated))
    return tuple(sentences)


def _introduced(edition: Edition, claim: Claim, shown: ClaimRow) -> Introduced | None:
    faulty = next((link for link in claim.chain if link.fault), None)
    if faulty is None:
        return None
    text, language = faulty.text.best(edition.language, edition.reference)
    return Introduced(who=edition.name(faulty.who), text=edition.in_language(text, faulty.language or language), row=shown)


def _faults(edition: Edition, article: Article, categories: tuple[str, ...]) -> tuple[Fault, ...]:
    return tuple(_fault(edition, article, one) for one in article.problems if one.category in categories)


def _fault(edition: Edition, article: Article, one: Problem) -> Fault:
    """What it should be stands in the article's language where the record gives it without a language of its own."""
    should_be = edition.phrase_or_none(one.should_be)
    if one.should_be is not None and should_be is not None and len(one.should_be.by_language) == 1:
        should_be = edition.in_language(should_be.text, article.language)
    return Fault(
        quote=edition.in_language(one.quote.exact, article.language) if one.quote else None,
        category=edition.words.one_of("problem_category", one.category),
        what=edition.phrase(one.what),
        should_be=should_be,
    )


def _unchecked(edition: Edition, article: Article, one: NotChecked) -> Unchecked:
    return Unchecked(quote=edition.in_language(one.quote.exact, article.language), why=edition.phrase(one.why))


def _rewritten(edition: Edition, article: Article) -> Rewritten | None:
    origin = article.rewrites
    if origin is None:
        return None
    return Rewritten(
        title=Phrase(origin.title) if origin.title else None,
        publisher=edition.name_or_none(origin.publisher),
        published=edition.date(origin.published),
    )
