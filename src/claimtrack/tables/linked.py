"""What tables need to know of the records and of how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.evidence import Evidence
from claimtrack.records.scale import Rating, Scale
from claimtrack.records.source import Source
from claimtrack.records.vocabulary import Level, Seen


class Linked(Protocol):
    """Records that are linked, as ``claimtrack.Project`` links them; its names mean the same here."""

    @property
    def desk(self) -> Desk:
        """The desk record."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""

    @property
    def claims_in_all(self) -> int:
        """How many claims there are, those that cannot be read among them."""

    @property
    def scale(self) -> Scale | None:
        """The scale of the desk."""

    def article_of(self, claim: Claim) -> Article | None:
        """Return the article that a claim's folder is about."""

    def scale_of(self, claim: Claim) -> Scale | None:
        """Return the scale that a claim's verdict is on."""

    def rating_of(self, claim: Claim) -> Rating | None:
        """Return the rating of a claim as its scale knows it."""

    def source_of(self, evidence: Evidence) -> Source | None:
        """Return the source of a piece of evidence."""

    def level_of(self, evidence: Evidence) -> Level | None:
        """Return how near evidence is to what it reports."""

    def seen_of(self, evidence: Evidence) -> Seen | None:
        """Return how evidence was seen."""

    def origin_of(self, evidence: Evidence) -> str:
        """Return whom evidence or its source names as its origin."""

    def independent_origins(self, claim: Claim) -> frozenset[str]:
        """Return the independent origins of a claim's evidence."""
