"""Where reviews lie in a value of others: every ClaimReview, every MediaReview without one, every answer of the Fact Check Tools API."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

from claimtrack.locations import RecordPath

Sort = Literal["claim review", "media review", "answer", "page"]
"""What an item is: the two reviews of schema.org, a claim as the API answers it, and a page as the API is sent it."""
_NAME = re.compile(r"[^/:#\s]+$")
_ONLY_REFERS = frozenset({"@type", "@id", "@context", "url"})
"""What a mere reference to a review has."""


@attrs.frozen
class Item:
    """An item that was found.

    Attributes:
        sort: what it is.
        node: the object.
        path: where it lies in the value.
        whole: where that lies which belongs together and is kept as the original; the same, or around it.
    """

    sort: Sort
    node: Mapping[str, Any]
    path: RecordPath
    whole: RecordPath


def types_of(node: Mapping[str, Any]) -> frozenset[str]:
    """Return the types of an object, without what stands in front of their names and without capitals.

    >>> sorted(types_of({"@type": ["http://schema.org/ClaimReview", "Review"]}))
    ['claimreview', 'review']
    """
    told = node.get("@type")
    several = told if isinstance(told, list) else [told]
    names = (_NAME.search(one.strip()) for one in several if isinstance(one, str))
    return frozenset(name[0].lower() for name in names if name)


def items_in(value: Any) -> Iterator[Item]:  # noqa: ANN401  (any value of JSON)
    """Yield each item of a value, in the order in which they stand there; a mere reference to one is none."""
    waiting: list[tuple[Any, RecordPath, RecordPath | None]] = [(value, (), None)]
    while waiting:
        one, path, around = waiting.pop()
        if isinstance(one, list):
            waiting.extend((inside, (*path, place), around) for place, inside in reversed(list(enumerate(one))))
            continue
        if not isinstance(one, dict):
            continue
        sort = _sort_of(one)
        within = around
        if sort in {"claim review", "media review"}:
            if not _is_part(one, sort, around):
                yield Item(sort, one, path, around if around is not None else path)
            within = path if around is None else around
        elif sort is not None:
            yield Item(sort, one, path, path)
            continue
        waiting.extend((inside, (*path, name), within) for name, inside in reversed(list(one.items())))


def _sort_of(node: Mapping[str, Any]) -> Sort | None:
    types = types_of(node)
    if "claimreview" in types:
        return "claim review"
    if "mediareview" in types:
        return "media review"
    if isinstance(node.get("claimReview"), list) and "@type" not in node:
        return "answer"
    if isinstance(node.get("claimReviewMarkups"), list):
        return "page"
    return None


def _is_part(node: Mapping[str, Any], sort: Sort, around: RecordPath | None) -> bool:
    """Tell whether a review is a part of another one, or only refers to it: a MediaReview within, or around, a ClaimReview."""
    if set(node) <= _ONLY_REFERS and around is not None:
        return True
    if sort == "claim review":
        return False
    return around is not None or _holds_a_claim_review(node)


def _holds_a_claim_review(node: Mapping[str, Any]) -> bool:
    inside = node.get("associatedClaimReview")
    several = inside if isinstance(inside, list) else [inside]
    return any(isinstance(one, dict) and "claimreview" in types_of(one) and not set(one) <= _ONLY_REFERS for one in several)
