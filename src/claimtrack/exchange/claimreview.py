"""schema.org ClaimReview: what a page of a published claim says to machines.

Only what holds by construction is said; the numbers below are those of the rules that this keeps. A claim that has several pages, one in
each language, has one ClaimReview on each of them, with the words and the address of that page (CR07, CR27, CR31).
"""

from __future__ import annotations

import datetime
import re
from typing import Any
from urllib.parse import urlsplit

from claimtrack.dates import PartialDate
from claimtrack.exchange.jsonld import one_line, present, words
from claimtrack.exchange.mediareview import with_media_review
from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, Claim
from claimtrack.records.ids import CITATION
from claimtrack.records.scale import Scale
from claimtrack.records.source import Archive
from claimtrack.records.speaker import OwnVoice, Speaker
from claimtrack.urls import host_of, web_address

_CITED = re.compile(rf"\s*{CITATION.pattern}", CITATION.flags)
"""A citation with the blank before it, which has no place in markup."""
_PERSON = "Person"
_ORGANIZATION = "Organization"


def claim_review(project: Project, claim: Claim, language: str, path: str, *, aspect: str | None = None) -> dict[str, Any] | None:
    """Return the ClaimReview of a claim's page, or None where there must not be one.

    There is none unless the claim is published or corrected (CR32) and rated, the desk has a site under https that the page lies on
    (CR05), and readers can find how it corrects or where to report a mistake (CR34).

    Arguments:
        project: what readers may see.
        claim: the claim.
        language: the language of the page.
        path: where the page lies in the site.
        aspect: what was checked, in the words of the page; beside the rating here too, since "Supported" alone would turn an accusation
            into a fact.
    """
    scale = project.scale_of(claim)
    address = page_address(project, path)
    rating = _rating(project, claim, scale, language, aspect) if scale else None
    if publication_of(project, claim) not in {Publication.PUBLISHED, Publication.CORRECTED} or claim.published is None:
        return None
    if address is None or rating is None or claim.statement is None or not (project.desk.pages.corrections or project.desk.pages.report):
        return None
    reference = project.desk.reference_language
    short = claim.short.in_language(language, reference) if claim.short else None
    reviewed = short or claim.statement.best(language, reference)[0]
    changed = max((one.on for one in claim.corrections), default=None)
    review = present(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "claimReviewed": one_line(reviewed),
            "url": address,
            "inLanguage": language,
            "author": _publisher(project, language),
            "datePublished": claim.published.isoformat(),
            "dateModified": changed.isoformat() if changed and changed >= claim.published else None,
            "reviewRating": rating,
            "itemReviewed": _claim(project, claim, language),
            "correction": _corrections(project, claim, language),
        }
    )
    return with_media_review(project, claim, language, review)


def page_address(project: Project, path: str) -> str | None:
    """Return the address of a page of the site, or None where the desk has no site under https."""
    site = web_address(project.desk.publisher.url or "")
    if site is None or not site.startswith("https://") or urlsplit(site).query or urlsplit(site).fragment:
        return None
    return web_address(f"{site.rstrip('/')}/{path}")


def _rating(project: Project, claim: Claim, scale: Scale, language: str, aspect: str | None) -> dict[str, Any] | None:
    """Return the rating; the numbers stand there together or not at all, and only for ratings on the axis (CR12 to CR15)."""
    rating = project.rating_of(claim)
    if claim.verdict is None or rating is None:
        return None
    told: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": words(project, rating.label, language),
        "reviewAspect": aspect,
        "ratingExplanation": words(project, claim.verdict.summary, language),
    }
    bounds = scale.bounds_in_markup
    if rating.number is not None and bounds is not None:
        told |= {"ratingValue": rating.number, "bestRating": bounds[1], "worstRating": bounds[0]}
    return present(told)


def _claim(project: Project, claim: Claim, language: str) -> dict[str, Any]:
    """Return the claim itself: who makes it, when, and where it appeared. Whom it is only attributed to is never said here."""
    meant = project.as_meant(claim)
    appearances = _appearances(project, claim, language)
    first = [told for one, told in appearances if one is not None and one.first]
    return present(
        {
            "@type": "Claim",
            "author": _claimant(project, claim, language),
            "datePublished": _date(meant.made_on, claim.published),
            "firstAppearance": first[0] if first else None,
            "appearance": [told for _, told in appearances if told not in first[:1]],
        }
    )


def _claimant(project: Project, claim: Claim, language: str) -> dict[str, Any] | None:
    """Return who makes the claim; nobody, rather than a placeholder, where the record names nobody (CR20, CR21)."""
    if isinstance(claim.claimant, Speaker):
        speaker = claim.claimant
        affiliation = words(project, speaker.affiliation, language)
        person = speaker.kind == "person"
        return present(
            {
                "@type": _PERSON if person else _ORGANIZATION,
                "name": words(project, speaker.name, language),
                "jobTitle": words(project, speaker.role, language) if person else None,
                "affiliation": {"@type": _ORGANIZATION, "name": affiliation} if affiliation and person else None,
                "sameAs": web_address(speaker.same_as or ""),
            }
        )
    article = project.article_of(claim)
    if isinstance(claim.claimant, OwnVoice) and article is not None and article.publisher is not None:
        return {"@type": _ORGANIZATION, "name": words(project, article.publisher, language)}
    return None


def _appearances(project: Project, claim: Claim, language: str) -> list[tuple[Appearance | None, dict[str, Any]]]:
    """Return where the claim appeared, each place once, none of them on the desk's own site (CR23 to CR25)."""
    own = host_of(web_address(project.desk.publisher.url or "") or "")
    article = project.article_of(claim)
    told = [(None, _article(project, article, language))] if article is not None else []
    found: dict[str, tuple[Appearance | None, dict[str, Any]]] = {}
    for one, work in [*told, *((one, _appearance(project, one, language)) for one in claim.appearances)]:
        address = work.get("url")
        if address is None or (own and f".{host_of(address)}".endswith(f".{own}")):
            continue
        if address not in found or (one is not None and one.first):
            found[address] = (one, work)
    return list(found.values())


def _article(project: Project, article: Article, language: str) -> dict[str, Any]:
    publisher = words(project, article.publisher, language)
    return present(
        {
            "@type": "CreativeWork",
            "url": web_address(article.url or ""),
            "headline": one_line(article.title),
            "publisher": {"@type": _ORGANIZATION, "name": publisher} if publisher else None,
            "datePublished": _date(article.published),
            "inLanguage": article.language,
        }
    )


def _appearance(project: Project, one: Appearance, language: str) -> dict[str, Any]:
    article = project.articles.get(one.article) if one.article else None
    if article is not None:
        return _article(project, article, language)
    publisher = words(project, one.publisher, language)
    return present(
        {
            "@type": "CreativeWork",
            "url": web_address(one.url or ""),
            "headline": one_line(one.title) if one.title else None,
            "publisher": {"@type": _ORGANIZATION, "name": publisher} if publisher else None,
            "datePublished": _date(one.published),
            "archivedAt": [address for archive in one.archives if (address := _copy(archive)) is not None],
        }
    )


def _copy(archive: Archive) -> str | None:
    return None if archive.status in {"failed", "gone"} else web_address(archive.url or "")


def _corrections(project: Project, claim: Claim, language: str) -> list[dict[str, Any]]:
    """Return the corrections that changed what readers were told (CR33)."""
    return [
        {
            "@type": "CorrectionComment",
            "text": one_line(_CITED.sub("", one.notice.best(language, project.desk.reference_language)[0])),
            "datePublished": one.on.isoformat(),
        }
        for one in claim.corrections
        if one.class_ != "minor"
    ]


def _publisher(project: Project, language: str) -> dict[str, Any]:
    """Return the desk: it is the author of the review, never of the claim (CR18)."""
    desk = project.desk
    return present(
        {
            "@type": _ORGANIZATION,
            "name": words(project, desk.publisher.name, language),
            "url": web_address(desk.publisher.url or ""),
            "logo": web_address(desk.publisher.logo or ""),
            "correctionsPolicy": web_address(desk.pages.corrections or ""),
        }
    )


def _date(date: PartialDate | None, latest: datetime.date | None = None) -> str | None:
    """Return a date in ISO 8601, as far as it is known; none that is only roughly known or lies after the review (CR22)."""
    if date is None or date.about or (latest is not None and date.earliest > latest):
        return None
    return str(date)
