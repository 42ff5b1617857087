"""The ClaimReviews that go out: one for each page, and why a claim has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from claimtrack.exchange.claimreview import claim_review, page_address
from claimtrack.exchange.outgoing import Loss, Outgoing, Pages
from claimtrack.publication import Publication
from claimtrack.records.claim import Claim

_SILENT = {
    Publication.UNPUBLISHED: "it is not published",
    Publication.RETRACTED: "it was withdrawn, and its markup with it",
    Publication.UNDER_CORRECTION: "it is being corrected and gives no answer meanwhile",
}


@attrs.frozen
class Review:
    """The ClaimReview of one page.

    Attributes:
        claim: the claim.
        address: the address of the page.
        markup: the ClaimReview.
    """

    claim: Claim
    address: str
    markup: dict[str, Any]


def reviews(outgoing: Outgoing) -> Iterator[Review | Loss]:
    """Yield the ClaimReview of each page of each claim that has markup, and for each claim that has none why."""
    for claim in outgoing.claims:
        why = why_none(outgoing, claim)
        if why is not None:
            yield Loss(of=claim.id, why=why)
            continue
        for pages in outgoing.pages:
            path, address = pages.path_of(claim.id), address_in(outgoing, claim, pages)
            aspect = pages.aspects.get(claim.aspect) if claim.aspect else None
            markup = claim_review(outgoing.project, claim, pages.language, path, aspect=aspect) if path else None
            if markup is None or address is None:
                yield Loss(of=claim.id, why="it has no page that markup could stand on")
            else:
                yield Review(claim, address, markup)


def address_in(outgoing: Outgoing, claim: Claim, pages: Pages) -> str | None:
    """Return the address of the page of a claim in one language, or None where it has none."""
    path = pages.path_of(claim.id)
    return page_address(outgoing.project, path) if path else None


def why_none(outgoing: Outgoing, claim: Claim) -> str | None:
    """Return why a claim has no markup, as a clause, or None where it has."""
    project = outgoing.project
    if (silent := _SILENT.get(outgoing.publication_of(claim))) is not None:
        return silent
    if page_address(project, "index.html") is None:
        return "the desk names no site of its own under https (`publisher.url`)"
    if not (project.desk.pages.corrections or project.desk.pages.report):
        return "the desk names neither a corrections policy nor where to report a mistake (`pages`)"
    if claim.verdict is None:
        return "it has no verdict"
    if project.rating_of(claim) is None:
        return "nobody knows its rating"
    return "it has no statement" if claim.statement is None else None
