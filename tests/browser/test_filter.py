"""The filter of the start page: there only with a script, narrowing by text, rating and status, by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Visiting

Sites = Mapping[str, Path]


def shown(page: Page) -> tuple[int, int, str]:
    """Return how many claims and how many groups are to be seen, and what the filter says about it."""
    return page.locator(".group .row:visible").count(), page.locator(".group:visible").count(), page.locator("#filter-shown").inner_text()


@pytest.fixture
def start(sites: Sites) -> Path:
    """The start page of the shipped claims' preview, in English."""
    return sites["claims, preview"] / "en" / "index.html"


def test_it_narrows_by_text_rating_and_status(start: Path, visiting: Visiting) -> None:
    with visiting() as visit:
        page = visit.open(start)
        everything, groups, words = shown(page)
        assert words == f"{everything} of {everything} claims match."
        page.locator("#filter-text").fill("  NATO ")
        some, fewer_groups, words = shown(page)
        assert 0 < some < everything
        assert fewer_groups < groups
        assert words == f"{some} of {everything} claims match."
        page.locator("#filter-text").fill("")
        page.locator("#filter-rating").select_option("refuted")
        refuted, one_group, _ = shown(page)
        assert 0 < refuted < everything
        assert one_group == 1
        page.locator("#filter-rating").select_option("none")
        assert set(page.locator(".group .row:visible .badge").all_inner_texts()) == {"Not rated yet: evidence is missing"}
        page.locator("#filter-rating").select_option("")
        page.locator("#filter-status").select_option("in-review")
        assert 0 < shown(page)[0] <= everything
        page.locator("#filter-text").fill("no claim says this")
        assert shown(page) == (0, 0, f"0 of {everything} claims match.")
        assert visit.troubles == []


def test_accents_and_case_make_no_difference(sites: Sites, visiting: Visiting) -> None:
    with visiting() as visit:
        page = visit.open(sites["harbour-desk, preview"] / "index.html")
        page.locator("#filter-text").fill("fähre")
        found = shown(page)
        assert found[0] > 0
        page.locator("#filter-text").fill("FAHRE")
        assert shown(page) == found


def test_by_keyboard(start: Path, visiting: Visiting) -> None:
    with visiting() as visit:
        page = visit.open(start)
        everything = shown(page)[0]
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "filter-text":
                break
        page.keyboard.type("NATO")
        assert 0 < shown(page)[0] < everything


def test_without_a_script_it_is_not_there(start: Path, visiting: Visiting) -> None:
    with visiting(java_script_enabled=False) as visit:
        page = visit.open(start)
        assert page.locator(".filter:visible").count() == 0
        assert page.locator(".group .row:visible").count() == page.locator(".group .row").count() > 0
