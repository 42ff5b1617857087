"""The invented desk of the examples, changed in memory and exported."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.exchange.outgoing import Loss
from claimtrack.exchange.registry import FORMATS
from claimtrack.loading import load
from claimtrack.moves.exporting import outgoing
from claimtrack.moves.selecting import parse_selection
from claimtrack.project import Project

TODAY = datetime.date(2026, 11, 24)
"""A day after everything that happens at the invented desks."""


@attrs.frozen
class Exported:
    """What came of an export.

    Attributes:
        text: what was written.
        losses: what got lost, each as ``id: why``; with a ``~`` in front where only a part is missing.
    """

    text: str
    losses: tuple[str, ...]

    @property
    def data(self) -> Any:  # noqa: ANN401  (any JSON)
        """What a reader of JSON makes of it; numbers that are not finite are no JSON."""
        return json.loads(self.text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


@attrs.frozen
class Desk:
    """A desk in memory, of which parts can be exchanged."""

    project: Project

    def with_claim(self, claim_id: str, **fields: Any) -> Desk:  # noqa: ANN401  (any field of a claim)
        """Return the desk with other fields in a claim."""
        claims = dict(self.project.claims)
        claims[claim_id] = attrs.evolve(claims[claim_id], **fields)
        return Desk(attrs.evolve(self.project, claims=claims))

    def with_article(self, article_id: str, **fields: Any) -> Desk:  # noqa: ANN401  (any field of an article)
        """Return the desk with other fields in an article."""
        articles = {**self.project.articles, article_id: attrs.evolve(self.project.articles[article_id], **fields)}
        return Desk(attrs.evolve(self.project, articles=articles))

    def with_source(self, source_id: str, **fields: Any) -> Desk:  # noqa: ANN401  (any field of a source)
        """Return the desk with other fields in a source."""
        sources = {**self.project.sources, source_id: attrs.evolve(self.project.sources[source_id], **fields)}
        return Desk(attrs.evolve(self.project, sources=sources))

    def with_desk(self, **fields: Any) -> Desk:  # noqa: ANN401  (any field of a desk)
        """Return the desk with other fields in its own record."""
        return Desk(attrs.evolve(self.project, desk=attrs.evolve(self.project.desk, **fields)))

    def export(self, name: str, query: str = "", *, everything: bool = False, language: str | None = None) -> Exported:
        """Export claims of the desk in a format."""
        goes_out = outgoing(self.project, parse_selection(query), everything=everything, language=language)
        parts = list(FORMATS[name].export(goes_out))
        losses = [one for one in parts if isinstance(one, Loss)]
        return Exported(
            "".join(one for one in parts if isinstance(one, str)),
            tuple(f"{'' if one.is_whole else '~'}{one.of}: {one.why}" for one in losses),
        )


def desk_at(folder: Path) -> Desk:
    """Read a desk."""
    return Desk(attrs.evolve(load(folder)[0], today=TODAY))


@pytest.fixture(scope="session")
def harbour(repository: Path) -> Desk:
    """The invented desk that has every field and every kind of page."""
    return desk_at(repository / "examples" / "harbour-desk")


@pytest.fixture(scope="session")
def school(repository: Path) -> Desk:
    """The invented desk with a scale and a workflow of its own."""
    return desk_at(repository / "examples" / "school-desk")
