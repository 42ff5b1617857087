"""The filter of the start page: it works from disk, without a server, and says how many claims it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Visiting


@pytest.fixture
def start(visiting: Visiting, sites: Mapping[str, Path]) -> Iterator[Page]:
    """The start page of the shipped claims' preview, with all of its claims shown."""
    with visiting() as visit:
        page = visit.open(sites["claims, preview"] / "index.html")
        assert shown(page) > 40
        yield page


def shown(page: Page) -> int:
    """Return how many claims are to be seen, which is what the page says."""
    visible = page.locator(".row:visible").count()
    assert page.locator("#filter-shown").inner_text().startswith(f"Es passen {visible} von ")
    return int(visible)


def test_text_narrows_the_list_and_every_claim_left_has_all_of_its_words(start: Page) -> None:
    everything = shown(start)
    start.fill("#filter-text", "KREML freundschaftlich")
    assert 0 < shown(start) < everything
    assert all("Kreml" in row and "freundschaftlich" in row for row in start.locator(".row:visible").all_inner_texts())
    start.fill("#filter-text", "")
    assert shown(start) == everything


def test_marks_on_letters_and_the_case_do_not_matter(start: Page) -> None:
    start.fill("#filter-text", "überwiegend")
    with_marks = shown(start)
    start.fill("#filter-text", "UBERWIEGEND")
    assert shown(start) == with_marks > 0


def test_rating_and_status_narrow_it_together(start: Page) -> None:
    everything = shown(start)
    start.select_option("#filter-rating", "mostly-supported")
    rated = shown(start)
    assert 0 < rated < everything
    assert start.locator(".group:visible").count() == 1
    start.select_option("#filter-status", "researching")
    assert shown(start) < rated


def test_nothing_that_fits_is_said_and_not_left_to_guessing(start: Page) -> None:
    start.fill("#filter-text", "kein einziges passendes Wort")
    assert shown(start) == 0
    assert "0" in start.locator("#filter-shown").inner_text()
