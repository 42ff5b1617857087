"""A schema.org DataFeed of ClaimReviews, as Data Commons and others collect them.

Each page is an element with its address and the ClaimReviews that stand on it. A page whose claim was withdrawn or is being corrected has
an element with nothing in it, so that whoever keeps a copy takes it away (CR32).
"""

from __future__ import annotations

from typing import Any

from claimtrack.exchange.jsonld import encode, present, words
from claimtrack.exchange.outgoing import Loss, Outgoing, Parts
from claimtrack.exchange.reviews import Review, address_in, reviews
from claimtrack.publication import Publication
from claimtrack.urls import web_address

_TAKEN_AWAY = frozenset({Publication.RETRACTED, Publication.UNDER_CORRECTION})


def export(outgoing: Outgoing) -> Parts:
    """Yield a feed: an element a line."""
    yield encode(_feed(outgoing)).removesuffix("}") + ',"dataFeedElement":['
    between = "\n"
    common = _common(outgoing)
    for one in reviews(outgoing):
        if isinstance(one, Loss):
            yield one
        else:
            yield between + encode(_element(one, common))
            between = ",\n"
    for address in _empty_pages(outgoing):
        yield between + encode({"@type": "DataFeedItem", "url": address, "item": None})
        between = ",\n"
    yield "\n]}\n"


def _feed(outgoing: Outgoing) -> dict[str, Any]:
    desk = outgoing.project.desk
    return present(
        {
            "@context": "https://schema.org",
            "@type": "DataFeed",
            "name": words(outgoing.project, desk.publisher.name, outgoing.language),
            "url": web_address(desk.publisher.url or ""),
            "inLanguage": [pages.language for pages in outgoing.pages],
            "dateModified": _day(outgoing),
        }
    )


def _element(review: Review, common: dict[str, Any]) -> dict[str, Any]:
    markup = {**review.markup, **common}
    return present(
        {
            "@type": "DataFeedItem",
            "url": review.address,
            "dateCreated": markup["datePublished"],
            "dateModified": markup.get("dateModified"),
            "item": [markup],
        }
    )


def _common(outgoing: Outgoing) -> dict[str, Any]:
    """Return what is said of the data of every ClaimReview in a feed (CR35)."""
    project = outgoing.project
    publisher = {
        "@type": "Organization",
        "name": words(project, project.desk.publisher.name, outgoing.language),
        "url": web_address(project.desk.publisher.url or ""),
    }
    return present({"sdLicense": _licence(outgoing), "sdPublisher": present(publisher), "sdDatePublished": _day(outgoing)})


def _licence(outgoing: Outgoing) -> str | dict[str, str] | None:
    """Return the licence of the data: its address where the desk gives one, else its name, which stands for no address by itself."""
    licence = outgoing.project.desk.licences.data
    if licence is None:
        return None
    return web_address(licence) or {"@type": "CreativeWork", "name": licence}


def _day(outgoing: Outgoing) -> str | None:
    return outgoing.project.today.isoformat() if outgoing.project.today else None


def _empty_pages(outgoing: Outgoing) -> list[str]:
    gone = [claim for claim in outgoing.claims if outgoing.publication_of(claim) in _TAKEN_AWAY]
    found = [address_in(outgoing, claim, pages) for claim in gone for pages in outgoing.pages]
    return [address for address in found if address is not None]
