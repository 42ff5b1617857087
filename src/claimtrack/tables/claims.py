"""The table of claims: one row for each."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.records.claim import Claim
from claimtrack.records.speaker import OwnVoice, Speaker
from claimtrack.tables.columns import Column, Plain, words, written
from claimtrack.tables.linked import Linked
from claimtrack.urls import web_address


def _rating_label(project: Linked, claim: Claim, language: str) -> Plain:
    rating = project.rating_of(claim)
    return words(project, rating.label, language) if rating else None


def _rating_number(project: Linked, claim: Claim, _: str) -> Plain:
    rating = project.rating_of(claim)
    return rating.number if rating else None


def _scale(project: Linked, claim: Claim, _: str) -> Plain:
    scale = project.scale_of(claim) if claim.verdict else None
    return scale.id if scale else None


def _claimant(project: Linked, claim: Claim, language: str) -> Plain:
    if isinstance(claim.claimant, Speaker):
        return words(project, claim.claimant.name, language)
    article = project.article_of(claim)
    return words(project, article.publisher, language) if isinstance(claim.claimant, OwnVoice) and article else None


def _made_on(project: Linked, claim: Claim, _: str) -> Plain:
    article = project.article_of(claim)
    return written(claim.made_on or (article.for_all_claims.made_on if article else None))


def _first_seen(project: Linked, claim: Claim, _: str) -> Plain:
    """Return where the claim appeared first, as far as that is known."""
    first = next((one for one in claim.appearances if one.first), None)
    article = project.article_of(claim)
    address = first.url if first else article.url if article else next((one.url for one in claim.appearances if one.url), None)
    return web_address(address or "")


def _article_title(project: Linked, claim: Claim, _: str) -> Plain:
    article = project.article_of(claim)
    return article.title or None if article else None


def _sources(project: Linked, claim: Claim) -> Iterator[str]:
    """Yield the ids of the sources, each once; that of a protected one may name it, and stays out of tables."""
    cited = dict.fromkeys(one.source for one in claim.evidence if isinstance(one.source, str))
    sources = project.sources
    return (one for one in cited if one not in sources or sources[one].protected is None)


def _corrected(_: Linked, claim: Claim, __: str) -> Plain:
    return max((one.on for one in claim.corrections if one.class_ != "minor"), default=None)


COLUMNS: tuple[Column[Claim], ...] = (
    Column("id", "the id of the claim", lambda _, claim, __: claim.id),
    Column("folder", "its folder, which is the id of the article where there is one", lambda _, claim, __: claim.folder),
    Column("status", "its status in the workflow", lambda _, claim, __: claim.status),
    Column("statement", "the claim", lambda project, claim, language: words(project, claim.statement, language)),
    Column("claimant", "who makes it, by name; empty where nobody can be named", _claimant),
    Column("made_on", "when it was made, as far as that is known: `2025`, `2025-02`, `2025-02~`", _made_on),
    Column("first_seen", "the address of the first appearance, else of the article", _first_seen),
    Column("article_title", "the title of the article", _article_title),
    Column("topics", "the ids of its topics, with blanks between them", lambda _, claim, __: " ".join(claim.topics)),
    Column("aspect", "what was checked", lambda _, claim, __: claim.aspect),
    Column("kind", "what sort of claim it is", lambda _, claim, __: claim.kind),
    Column("value", "the number that it claims", lambda _, claim, __: claim.quantity.value if claim.quantity else None),
    Column("up_to", "the upper end, where it claims a range", lambda _, claim, __: claim.quantity.up_to if claim.quantity else None),
    Column("unit", "what that number counts or measures", lambda _, claim, __: claim.quantity.unit if claim.quantity else None),
    Column("rating", "the rating, as records write it", lambda _, claim, __: claim.verdict.rating if claim.verdict else None),
    Column("rating_label", "the rating in words", _rating_label),
    Column("rating_number", "its place on the axis of the scale, the higher the truer; empty for ratings off the axis", _rating_number),
    Column("scale", "the scale with its version", _scale),
    Column("headline", "the answer in one line", lambda project, claim, language: words(project, claim.headline, language)),
    Column(
        "summary",
        "the answer in one or two sentences",
        lambda project, claim, language: words(project, claim.verdict.summary, language) if claim.verdict else None,
    ),
    Column("evidence", "how many pieces of evidence there are", lambda _, claim, __: None if claim.retracted else len(claim.evidence)),
    Column(
        "sources",
        "the ids of the sources cited, with blanks between them",
        lambda project, claim, _: " ".join(_sources(project, claim)),
    ),
    Column(
        "origins",
        "how many independent origins the evidence has",
        lambda project, claim, _: None if claim.retracted else len(project.independent_origins(claim)),
    ),
    Column("published", "the day of publication", lambda _, claim, __: claim.published),
    Column("corrected", "the day of the last correction that changed something", _corrected),
    Column("withdrawn", "the day of withdrawal", lambda _, claim, __: claim.retracted.on if claim.retracted else None),
    Column("review_due", "the day on which the check is to be looked at again", lambda _, claim, __: claim.review_due),
)
"""The columns, in their order."""
