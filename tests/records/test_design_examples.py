"""The examples that the record format was designed with: a desk, a claim in review, and a claim from draft to correction, all clean."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import claimtrack
from claimtrack.fingerprint import fingerprint
from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.rules.demands import missing

DESIGN = Path(__file__).parent / "design"
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def project() -> Project:
    project, findings = claimtrack.load(DESIGN)
    assert findings == ()
    return project


def test_the_examples_have_nothing_to_mend_and_only_the_text_of_the_article_is_not_at_hand(project: Project) -> None:
    found = [(one.severity.value, one.code, one.file) for one in claimtrack.check(project, today=TODAY)]

    assert found == [("info", "CT116", "displaced/article.yaml")]


def test_a_year_after_its_approval_the_desk_is_told_to_look_at_the_published_claim_again(project: Project) -> None:
    def due(today: datetime.date) -> list[str]:
        return [one.message for one in claimtrack.check(project, today=today) if one.code == "CT422"]

    assert due(datetime.date(2027, 3, 9)) == []
    assert due(datetime.date(2027, 3, 10)) == ["nobody has looked at the check since 2026-03-09; the desk looks again after 12 months"]


def test_the_claim_in_review_says_what_an_approval_would_still_take(project: Project) -> None:
    claim = project.claims["example-claim"]
    assert project.workflow is not None
    approved = project.workflow.status("approved")
    assert approved is not None

    assert missing(project, claim, approved) == ("approval", "selection", "letter", "contrary-search", "archives")


def test_the_sum_of_the_claim_in_review_comes_out_exactly_and_within_the_tolerance(project: Project) -> None:
    computed = project.claims["example-claim"].computed

    assert computed is not None
    assert computed.formula == "refugees + inside-ukraine"
    assert str(computed.result) == "10575500"


def test_the_corrected_claim_is_public_and_the_one_in_review_is_not(project: Project) -> None:
    public = claimtrack.published(project, today=TODAY)

    assert {one.id: publication_of(project, one) for one in project.claims.values()} == {
        "example-claim": Publication.UNPUBLISHED,
        "example-life": Publication.CORRECTED,
    }
    assert list(public.claims) == ["example-life"]
    assert public.claims["example-life"].internal is None
    assert sorted(public.sources) == ["klinikum-2025", "letter", "polizei-statistik-2024", "polizei-statistik-2025"]
    assert public.articles == {}


def test_before_its_day_the_claim_is_not_public(project: Project) -> None:
    assert list(claimtrack.published(project, today=datetime.date(2026, 2, 16)).claims) == []
    assert list(claimtrack.published(project, today=datetime.date(2026, 2, 17)).claims) == ["example-life"]


def test_the_fingerprints_of_the_examples_stay_what_they_are(project: Project) -> None:
    """Approvals out in the world carry them: a change here makes every one of them stale and needs a new version."""
    assert {one.id: fingerprint(project, one) for one in project.claims.values()} == {
        "example-claim": "v1:b14321e33d17a078",
        "example-life": "v1:4e124b4f752d2203",
    }
