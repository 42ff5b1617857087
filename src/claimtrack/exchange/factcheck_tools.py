"""Bodies for Google's Fact Check Tools API (v1alpha1): one ``ClaimReviewMarkupPage`` for each page, to be sent to ``pages.create``.

They say what the ClaimReview on the page says and no more. Numbers are whole and have 32 bits (CR16). ``name`` and ``versionId`` are given
by the API; ``claimLocation`` means where the claim was made, which records do not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.exchange.json_text import as_json, as_list
from claimtrack.exchange.jsonld import present
from claimtrack.exchange.outgoing import Loss, Outgoing, Parts
from claimtrack.exchange.reviews import Review, reviews

_MOST = 2**31 - 1
_NUMBERS = ("ratingValue", "worstRating", "bestRating")


def export(outgoing: Outgoing) -> Parts:
    """Yield a list of bodies, one a line."""
    return as_list(_each(outgoing))


def _each(outgoing: Outgoing) -> Iterator[str | Loss]:
    for one in reviews(outgoing):
        yield one if isinstance(one, Loss) else as_json(_page(one))


def _page(review: Review) -> dict[str, Any]:
    markup = review.markup
    author = present({"name": markup["author"].get("name"), "imageUrl": markup["author"].get("logo")})
    return present(
        {
            "pageUrl": review.address,
            "publishDate": markup["datePublished"],
            "claimReviewAuthor": author,
            "claimReviewMarkups": [_markup(markup)],
        }
    )


def _markup(markup: Mapping[str, Any]) -> dict[str, Any]:
    claim = markup["itemReviewed"]
    return present(
        {
            "url": markup["url"],
            "claimReviewed": markup["claimReviewed"],
            "claimDate": claim.get("datePublished"),
            "claimFirstAppearance": claim.get("firstAppearance", {}).get("url"),
            "claimAppearances": [one["url"] for one in claim.get("appearance", ())],
            "claimAuthor": _author(claim.get("author")),
            "rating": _rating(markup["reviewRating"]),
        }
    )


def _author(author: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if author is None:
        return None
    return present({name: author.get(name) for name in ("name", "jobTitle", "sameAs")})


def _rating(rating: Mapping[str, Any]) -> dict[str, Any]:
    numbers = {name: rating[name] for name in _NUMBERS if name in rating and rating[name] <= _MOST}
    told = {"textualRating": rating["alternateName"], "ratingExplanation": rating.get("ratingExplanation")}
    return present({**(numbers if len(numbers) == len(_NUMBERS) else {}), **told})
