"""schema.org MediaReview: what was done to a picture, a recording or a film, told inside the ClaimReview of the same page.

The two name each other (MR05). An original that is at the same time altered is a contradiction, and none is told (MR02).
"""

from __future__ import annotations

from typing import Any, get_args

from claimtrack.exchange.jsonld import present, words
from claimtrack.project import Project
from claimtrack.records.claim import Claim, MediaReview
from claimtrack.records.vocabulary import MediaCategory
from claimtrack.urls import web_address

_ORIGINAL = "OriginalMediaContent"
_ALTERED = frozenset({"EditedOrCroppedContent", "StagedContent", "TransformedContent"})
"""What an original was not made (MR02)."""


def with_media_review(project: Project, claim: Claim, language: str, review: dict[str, Any]) -> dict[str, Any]:
    """Return a ClaimReview with the MediaReview of its claim in it; as it was where there is none to tell.

    Arguments:
        project: what readers may see.
        claim: the claim.
        language: the language of the page.
        review: the ClaimReview of the page.
    """
    media = claim.media_review
    categories = _categories(media) if media else []
    if media is None or not categories:
        return review
    name = f"{review['url']}#claim-review"
    told = present(
        {
            "@type": "MediaReview",
            "@id": f"{review['url']}#media-review",
            "url": review["url"],
            "inLanguage": language,
            "author": review["author"],
            "datePublished": review["datePublished"],
            "dateModified": review.get("dateModified"),
            "mediaAuthenticityCategory": categories[0] if len(categories) == 1 else categories,
            "originalMediaLink": web_address(media.original or ""),
            "originalMediaContextDescription": words(project, media.original_context, language),
            "itemReviewed": _item(review),
            "associatedClaimReview": {"@type": "ClaimReview", "@id": name, "url": review["url"]},
        }
    )
    return {**review, "@id": name, "associatedMediaReview": told}


def _categories(media: MediaReview) -> list[str]:
    """Return the words of schema.org for what was done (MR01), each once; none where they contradict each other."""
    known: list[str] = [one for one in dict.fromkeys(media.categories) if one in get_args(MediaCategory)]
    return [] if _ORIGINAL in known and _ALTERED.intersection(known) else known


def _item(review: dict[str, Any]) -> dict[str, Any]:
    """Return the picture, the recording or the film, as far as the claim says where it was; who made it the record does not know."""
    reviewed = review["itemReviewed"]
    places = [*filter(None, [reviewed.get("firstAppearance")]), *reviewed.get("appearance", ())]
    shown = [present({"@type": "MediaObject", "url": one["url"], "archivedAt": one.get("archivedAt")}) for one in places]
    claimed = {"@type": "Claim", "description": review["claimReviewed"]}
    return present({"@type": "MediaReviewItem", "interpretedAsClaim": claimed, "mediaItemAppearance": shown})
