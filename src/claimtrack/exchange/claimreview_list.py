"""ClaimReviews as a file of JSON-LD: a list, one ClaimReview for each page, as it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.exchange.json_text import as_list
from claimtrack.exchange.jsonld import encode
from claimtrack.exchange.outgoing import Loss, Outgoing, Parts
from claimtrack.exchange.reviews import reviews


def export(outgoing: Outgoing) -> Parts:
    """Yield a list of ClaimReviews; each line between the brackets is one, and can be put into a page as it is."""
    return as_list(_each(outgoing))


def _each(outgoing: Outgoing) -> Iterator[str | Loss]:
    for one in reviews(outgoing):
        yield one if isinstance(one, Loss) else encode(one.markup)
