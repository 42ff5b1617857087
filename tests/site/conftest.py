"""The toy desk of these tests, invented, with one claim for every kind of page, and the sites that are made of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

from claimtrack.findings import Finding, Severity
from claimtrack.loading import load
from claimtrack.locations import Span
from claimtrack.phrases import NOTHING, say
from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.records.workflow import Demand
from claimtrack.site.pages import build_pages
from claimtrack.site.views.edition import Edition
from claimtrack.site.views.paths import all_paths

TODAY = datetime.date(2026, 6, 2)


@pytest.fixture(scope="session")
def toy() -> Project:
    """The toy desk as it was read, with everything that readers may not see."""
    project, findings = load(Path(__file__).parent / "toy")
    assert findings == ()
    return attrs.evolve(project, today=TODAY)


@pytest.fixture(scope="session")
def public(toy: Project) -> Project:
    """What readers may see of the toy desk."""
    return published(toy)


@pytest.fixture(scope="session")
def toy_site(public: Project) -> Mapping[str, bytes]:
    """The public site."""
    return build_pages(public, preview=False, now=TODAY)


FINDINGS = (
    Finding("claims/desk.yaml", Span.at(3, 1), "CT801", Severity.WARNING, say("no imprint"), say("add one")),
    Finding("claims/zeitung/accusation-content.yaml", Span.at(4, 1), "CT105", Severity.WARNING, say("<b>bold</b>"), NOTHING),
    Finding("claims/zeitung/article.yaml", Span.at(5, 1), "CT106", Severity.INFO, say("no snapshot"), NOTHING),
    Finding("claims/zeitung/sources.yaml", Span.at(6, 1), "CT202", Severity.ERROR, say("no such host"), say("mend it")),
)
MISSING: Mapping[str, Mapping[str, tuple[Demand, ...]]] = {
    "accusation-content": {"needs-work": (), "approved": ("approval", "selection"), "declined": ("reason",)},
    "draft": {"researching": ("aspect", "claimant"), "in-review": ("aspect", "claimant", "evidence"), "duplicate": ("duplicate-of",)},
}


@pytest.fixture(scope="session")
def toy_preview(toy: Project) -> Mapping[str, bytes]:
    """The preview of the same."""
    return build_pages(toy, preview=True, now=TODAY, findings=FINDINGS, missing=MISSING)


@pytest.fixture
def german(public: Project) -> Edition:
    """The German edition for readers."""
    return Edition(project=public, paths=all_paths(("de", "en"))[0], preview=False, now=TODAY)


@pytest.fixture
def english(public: Project) -> Edition:
    """The English edition for readers."""
    return Edition(project=public, paths=all_paths(("de", "en"))[1], preview=False, now=TODAY)


@pytest.fixture
def draft(toy: Project) -> Edition:
    """The German edition of the preview."""
    return Edition(project=toy, paths=all_paths(("de", "en"))[0], preview=True, now=TODAY)
