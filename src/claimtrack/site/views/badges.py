"""Badges: a rating as readers meet it, never without what was checked."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import attrs

from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim
from claimtrack.records.scale import Rating, Scale
from claimtrack.site.views.edition import Edition, Phrase

Tone = Literal["full", "most", "half", "little", "none", "off", "open"]
"""How a rating is drawn: its place on the axis from ``full`` to ``none``, ``off`` the axis, or ``open`` for none at all."""


@attrs.frozen(kw_only=True)
class Badge:
    """A rating, or why there is none.

    Attributes:
        rating: the rating as the record writes it; empty for none.
        label: what readers see, such as "Mostly supported".
        definition: what it means.
        tone: how it is drawn; never the only thing that tells ratings apart.
        proposed: whether nobody has approved it, which then stands in the badge itself.
        checked: what was checked, such as "whether it was said, not whether it is true".
        misread_alone: whether the label says too little without its definition, so that lists give both.
    """

    rating: str
    label: Phrase
    definition: Phrase | None
    tone: Tone
    proposed: bool
    checked: str
    misread_alone: bool = False


def badge(edition: Edition, claim: Claim) -> Badge:
    """Return the badge of a claim."""
    state = publication_of(edition.project, claim)
    if state is Publication.UNDER_CORRECTION and not edition.preview:
        label = Phrase(edition.words.one_of("publication", state.value))
        return Badge(rating="", label=label, definition=None, tone="open", proposed=False, checked=checked(edition, claim))
    scale, rating = edition.project.scale_of(claim), edition.project.rating_of(claim)
    proposed = state not in {Publication.PUBLISHED, Publication.CORRECTED}
    if scale is None or rating is None:
        return _without_rating(edition, claim)
    return Badge(
        rating=rating.id,
        label=rating_label(edition, rating, proposed=proposed),
        definition=edition.phrase(rating.definition),
        tone=tone(scale, rating),
        proposed=proposed,
        checked=checked(edition, claim),
        misread_alone=tone(scale, rating) in {"none", "off"},
    )


def rating_label(edition: Edition, rating: Rating, *, proposed: bool = False) -> Phrase:
    """Return what readers see of a rating; behind "Proposed:" as the language writes it there."""
    label = edition.phrase(rating.label)
    return attrs.evolve(label, text=edition.words.behind_a_colon(label.text)) if proposed and label.language is None else label


def checked(edition: Edition, claim: Claim) -> str:
    """Return what was checked, as it stands behind "Checked:"."""
    return edition.words.one_of("aspect", claim.aspect) if claim.aspect else edition.words["aspect_unknown"]


def tone(scale: Scale, rating: Rating) -> Tone:
    """Return how a rating is drawn, by its place on its scale."""
    if rating.number is None or scale.bounds is None or scale.bounds[0] == scale.bounds[1]:
        return "off"
    low, high = scale.bounds
    share = Fraction(rating.number - low, high - low)
    if share in {0, 1}:
        return "full" if share else "none"
    return "most" if share > Fraction(1, 2) else "half" if share == Fraction(1, 2) else "little"


def _without_rating(edition: Edition, claim: Claim) -> Badge:
    """A claim that ended without a check is not waiting for evidence; its status says what became of it."""
    status = edition.project.status_of(claim)
    ended = status is not None and "reason" in status.demands
    if claim.verdict is not None:
        label, definition = Phrase(claim.verdict.rating), None
    elif status is not None and ended:
        label, definition = edition.phrase(status.label), None
    else:
        label, definition = Phrase(edition.words["unrated"]), Phrase(edition.words["unrated_why"])
    return Badge(
        rating="", label=label, definition=definition, tone="open", proposed=claim.verdict is not None, checked=checked(edition, claim)
    )
