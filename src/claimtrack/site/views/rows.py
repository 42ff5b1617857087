"""Rows: a claim as one entry of a list, answer first."""

from __future__ import annotations

import attrs

from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim
from claimtrack.site.views.badges import Badge, badge
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.views.paths import fits_path, way
from claimtrack.site.views.speakers import Voice, attributed, claimant


@attrs.frozen
class Answer:
    """What a page or an entry of a list is called: the answer, so that not the claim travels.

    Attributes:
        words: the answer; where there is none yet, the claim itself.
        lead: what stands in front of a bare claim, so that it is not taken for the answer; empty before an answer.
    """

    words: Phrase
    lead: str = ""

    @property
    def title(self) -> str:
        """The same as plain text, for the title of a page."""
        return f"{self.lead} {self.words.text}".strip()


@attrs.frozen(kw_only=True)
class ClaimRow:
    """A claim in a list.

    Attributes:
        link: the way to its page.
        answer: the answer in one line.
        badge: its rating and what was checked.
        claimant: who makes the claim.
        attributed_to: whom it is only attributed to.
        status: where it stands, as readers see it.
        status_id: the same as the record writes it; in a public build what became of it for readers.
    """

    link: str
    answer: Answer
    badge: Badge
    claimant: Voice
    attributed_to: Voice | None
    status: Phrase
    status_id: str


def row(edition: Edition, claim: Claim, page: str) -> ClaimRow:
    """Return a claim as an entry of a list that stands on a page."""
    status, status_id = standing(edition, claim)
    return ClaimRow(
        link=way(page, edition.paths.claim(claim.id)),
        answer=answer(edition, claim),
        badge=badge(edition, claim),
        claimant=claimant(edition, claim, brief=True),
        attributed_to=attributed(edition, claim),
        status=status,
        status_id=status_id,
    )


def answer(edition: Edition, claim: Claim) -> Answer:
    """Return the answer in one line; without one, the claim behind the words that it is still to be checked."""
    words = edition.words
    if publication_of(edition.project, claim) is Publication.UNDER_CORRECTION and not edition.preview:
        return Answer(Phrase(words["under_correction"]))
    if headline := edition.phrase_or_none(claim.headline):
        return Answer(headline)
    statement = edition.phrase_or_none(claim.statement)
    return Answer(Phrase(words["no_statement"])) if statement is None else Answer(statement, words["to_check"])


def standing(edition: Edition, claim: Claim) -> tuple[Phrase, str]:
    """Return where a claim stands and the id of that: for the desk its status, for readers what they can see of it."""
    if not edition.preview:
        state = publication_of(edition.project, claim)
        return Phrase(edition.words.one_of("publication", state.value)), state.value
    status = edition.project.status_of(claim)
    return (Phrase(claim.status), claim.status) if status is None else (edition.phrase(status.label), status.id)


def is_listed(edition: Edition, claim_id: str) -> bool:
    """Say whether lists show a claim: it has a page, and it is not retracted, so that more than a notice is left of it."""
    claim = edition.project.claims.get(claim_id)
    return claim is not None and fits_path(claim_id) and publication_of(edition.project, claim) is not Publication.RETRACTED


def listed(edition: Edition) -> list[Claim]:
    """Return the claims that lists show, by id."""
    claims = edition.project.claims
    return [claims[one] for one in sorted(claims) if is_listed(edition, one)]
