"""Takes the README's picture of a report page: ``python docs/make_picture.py`` (needs the extra ``browser`` and a Chromium)."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import claimtrack

HERE = Path(__file__).parent
DESK = HERE.parent / "examples" / "harbour-desk"
PAGE = "en/claims/gaeste-quallenoog.html"
DAY = datetime.date(2026, 11, 24)


def main() -> None:
    """Build the invented desk and photograph the top of one of its pages."""
    picture = HERE / "report.png"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        claimtrack.build(DESK, Path(folder) / "site", today=DAY)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1000, "height": 1490}, color_scheme="light")
        page.goto((Path(folder) / "site" / PAGE).as_uri())
        page.screenshot(path=picture)
        browser.close()
    print(f"wrote {picture}")


if __name__ == "__main__":
    main()
