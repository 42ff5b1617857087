"""Counts of claims by rating and by status, as lists and as words; never of persons, never summed into a grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from claimtrack.site.views.badges import Badge
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.views.rows import ClaimRow


@attrs.frozen(kw_only=True)
class Group:
    """Claims that have a rating, or a status, in common.

    Attributes:
        id: the rating or status as records write it; empty for no rating.
        anchor: the id of the group on the page.
        label: what readers see.
        badge: for a rating, its badge, with what it means.
        count: how many, in words.
        checked: how many of them were checked for what, in words.
        rows: the claims.
    """

    id: str
    anchor: str
    label: Phrase
    badge: Badge | None
    count: str
    checked: str
    rows: tuple[ClaimRow, ...]


def by_rating(edition: Edition, rows: Iterable[ClaimRow]) -> tuple[Group, ...]:
    """Return the claims by rating, in the order of the desk's scale; then those on other scales, and last those without a rating."""
    found: dict[tuple[str, str], list[ClaimRow]] = {}
    for one in rows:
        found.setdefault((one.badge.rating, one.badge.label.text), []).append(one)
    places = {rating.id: place for place, rating in enumerate(edition.project.scale.ratings)} if edition.project.scale else {}
    keys = sorted(found, key=lambda key: (key[0] == "", places.get(key[0], len(places)), key))
    return tuple(
        _group(edition, rating, f"rating-{number}", found[rating, label][0].badge, found[rating, label])
        for number, (rating, label) in enumerate(keys, start=1)
    )


def by_status(edition: Edition, rows: Iterable[ClaimRow]) -> tuple[Group, ...]:
    """Return the claims by status, in the order of the work."""
    found: dict[str, list[ClaimRow]] = {}
    for one in rows:
        found.setdefault(one.status_id, []).append(one)
    workflow = edition.project.workflow
    places = {status.id: place for place, status in enumerate(workflow.statuses)} if workflow else {}
    return tuple(
        Group(
            id=status,
            anchor=f"status-{number}",
            label=found[status][0].status,
            badge=None,
            count=edition.words.count("claims", len(found[status])),
            checked=checked_in_words(edition, found[status]),
            rows=tuple(found[status]),
        )
        for number, status in enumerate(sorted(found, key=lambda one: (places.get(one, len(places)), one)), start=1)
    )


def ratings_in_words(edition: Edition, groups: Sequence[Group]) -> str:
    """Return how many claims have which rating, as part of a sentence; those without a rating are another sentence."""
    words = edition.words
    rated = [group for group in groups if group.id]
    return words.listing([words.fill("rating_count", label=group.label.text, n=words.numeral(len(group.rows))) for group in rated])


def checked_in_words(edition: Edition, rows: Sequence[ClaimRow]) -> str:
    """Return how many of some claims were checked for what, since a tally of ratings alone would turn accusations into facts."""
    words = edition.words
    aspects = Counter(one.badge.checked for one in rows)
    if len(aspects) == 1:
        return next(iter(aspects))
    return "; ".join(words.fill("checked_count", n=words.numeral(number), checked=checked) for checked, number in aspects.most_common())


def _group(edition: Edition, rating: str, anchor: str, badge: Badge, rows: list[ClaimRow]) -> Group:
    count = edition.words.count("claims", len(rows))
    checked = checked_in_words(edition, rows)
    return Group(id=rating, anchor=anchor, label=badge.label, badge=badge, count=count, checked=checked, rows=tuple(rows))
