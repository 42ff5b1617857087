"""Every page of every site as a reader meets it: valid, accessible, whole on a phone, on paper, in the dark and without a script.

Each check is a function from pages to complaints, tried on a faulty page first: a checker that sees nothing finds no fault either.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from tests.browser.conftest import Visiting

Sites = Mapping[str, Path]
Media = Literal["screen", "print"]

PHONE = {"width": 390, "height": 844}
PAPER = {"width": 794, "height": 1123}  # A4, at 96 dots per inch

# What sticks out of the window to the right, by its tag and class.
OVERFLOWING = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
    .map(one => one.tagName.toLowerCase() + (one.className ? "." + one.className : "")).concat("the page").slice(0, 5)"""

# 0 is black, 1 is white; where a page says nothing, the browser's paper is white.
BACKGROUND = """() => {
    const colour = [document.body, document.documentElement].map(one => getComputedStyle(one).backgroundColor)
        .find(one => one !== "rgba(0, 0, 0, 0)") ?? "rgb(255, 255, 255)";
    return colour.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((sum, one) => sum + one) / 765;
}"""

# The words that a reader sees in the content; controls of a search say nothing and may need a script.
WORDS = """() => {
    document.querySelectorAll("main [role=search]").forEach(one => one.remove());
    return document.querySelector("main").innerText.split(/\\s+/);
}"""

# Everything that axe knows (its rules for WCAG and its best practices), and what alone depends on the colours.
ALL_RULES = "{resultTypes: ['violations']}"
COLOURS = "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}"


def pages(folders: Sequence[Path]) -> list[Path]:
    found = sorted(path for folder in folders for path in folder.rglob("*.html"))
    assert found
    return found


def invalid_html(checker: list[str], folders: Sequence[Path]) -> list[str]:
    """Return what the Nu HTML checker says, warnings too; all pages in one run, since starting it takes longer than checking.

    From a disk it takes a security policy's 'self' for nothing at all, unlike browsers; whether they get every file is checked below.
    """
    done = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", "--stdout", *map(str, pages(folders))],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
        if not message["message"].startswith("Resource violates Content Security Policy")
    ]


def barriers(visiting: Visiting, axe: str, folders: Sequence[Path], scheme: str, rules: str = ALL_RULES) -> Iterator[str]:
    """Yield what axe-core finds."""
    with visiting(color_scheme=scheme) as visit:
        for path in pages(folders):
            page = visit.open(path)
            page.evaluate(axe)
            for violation in page.evaluate(f"axe.run({rules})")["violations"]:
                yield f"{path.name}: {violation['id']}: {violation['nodes'][0]['html'][:120]}"


def troubles(visiting: Visiting, folders: Sequence[Path]) -> list[str]:
    """Return every request that left the disk, every file that was missing and every word in the console."""
    with visiting() as visit:
        for path in pages(folders):
            visit.open(path)
        return visit.troubles


def overflowing(visiting: Visiting, folders: Sequence[Path], viewport: Mapping[str, int], media: Media) -> Iterator[str]:
    """Yield what would have to be scrolled sideways."""
    with visiting(viewport=viewport) as visit:
        visit.page.emulate_media(media=media)
        for path in pages(folders):
            yield from (f"{path.name}: {what}" for what in visit.open(path).evaluate(OVERFLOWING))


def lost_words(visiting: Visiting, folders: Sequence[Path], media: Media, **settings: bool) -> Iterator[str]:
    """Yield what a reader sees on the screen in a page's ``main`` and misses on paper or without scripts."""
    with visiting() as usual, visiting(**settings) as other:
        other.page.emulate_media(media=media)
        for path in pages(folders):
            expected, shown = (set(visit.open(path).evaluate(WORDS)) for visit in (usual, other))
            yield from (f"{path.name}: {word}" for word in sorted(expected - shown))


def without_skip_link(visiting: Visiting, folders: Sequence[Path]) -> Iterator[str]:
    """Yield the pages where the first press of the tab key does not offer the way to the content."""
    with visiting() as visit:
        for path in pages(folders):
            page = visit.open(path)
            page.keyboard.press("Tab")
            target = page.evaluate("document.activeElement.getAttribute('href') ?? ''")
            if not (target.startswith("#") and page.evaluate("id => !!document.getElementById(id)?.closest('main')", target[1:])):
                yield path.name


def brightness(visiting: Visiting, folders: Sequence[Path], scheme: str) -> Iterator[tuple[str, float]]:
    """Yield how bright the ground of each page is: 0 is black, 1 is white."""
    with visiting(color_scheme=scheme) as visit:
        for path in pages(folders):
            yield path.name, visit.open(path).evaluate(BACKGROUND)


class TestTheSites:
    """What the repository builds stands every check."""

    def test_valid_html(self, sites: Sites, html_checker: list[str]) -> None:
        assert invalid_html(html_checker, [*sites.values()]) == []

    @pytest.mark.parametrize(("scheme", "rules"), [("light", ALL_RULES), ("dark", COLOURS)], ids=["light", "dark"])
    def test_no_barriers(self, sites: Sites, visiting: Visiting, axe: str, scheme: str, rules: str) -> None:
        assert list(barriers(visiting, axe, [*sites.values()], scheme, rules)) == []

    def test_light_and_dark(self, sites: Sites, visiting: Visiting) -> None:
        assert [page for page, value in brightness(visiting, [*sites.values()], "light") if value < 0.8] == []
        assert [page for page, value in brightness(visiting, [*sites.values()], "dark") if value > 0.2] == []

    def test_nothing_from_elsewhere_and_nothing_missing(self, sites: Sites, visiting: Visiting) -> None:
        assert troubles(visiting, [*sites.values()]) == []

    @pytest.mark.parametrize(("viewport", "media"), [(PHONE, "screen"), (PAPER, "print")], ids=["phone", "paper"])
    def test_no_scrolling_sideways(self, sites: Sites, visiting: Visiting, viewport: dict[str, int], media: Media) -> None:
        assert list(overflowing(visiting, [*sites.values()], viewport, media)) == []

    def test_all_of_it_without_scripts(self, sites: Sites, visiting: Visiting) -> None:
        assert list(lost_words(visiting, [*sites.values()], "screen", java_script_enabled=False)) == []

    def test_all_of_it_on_paper(self, sites: Sites, visiting: Visiting) -> None:
        assert list(lost_words(visiting, [*sites.values()], "print")) == []

    def test_the_first_tab_leads_to_the_content(self, sites: Sites, visiting: Visiting) -> None:
        assert list(without_skip_link(visiting, [*sites.values()])) == []


class TestTheChecks:
    """Each check sees a page that has its fault."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> list[Path]:
        (tmp_path / "page.html").write_text(
            """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
            <meta name="viewport" content="width=device-width"><style>
            body { background: white; color: black }
            @media (prefers-color-scheme: dark) { p { color: #ddd } }
            @media print { #screen { display: none } }
            </style></head><body><main><h1>A page</h1><p>Some words, pale in the dark.</p><p id="screen">Invisible</p>
            <div class="wide" style="width: 1200px">Wide</div><p id="late"></p></main>
            <script>document.getElementById("late").textContent = "Scripted"</script>
            <script src="https://elsewhere.example/x.js"></script><img src="gone.png" alt=""></div></body></html>""",
            "utf-8",
        )
        return [tmp_path]

    def test_html(self, site: list[Path], html_checker: list[str]) -> None:
        assert invalid_html(html_checker, site) == ["page.html:9: Stray end tag “div”."]

    def test_barriers(self, site: list[Path], visiting: Visiting, axe: str) -> None:
        assert list(barriers(visiting, axe, site, "light")) == []
        assert list(barriers(visiting, axe, site, "dark", COLOURS)) == ["page.html: color-contrast: <p>Some words, pale in the dark.</p>"]

    def test_light_and_dark(self, site: list[Path], visiting: Visiting) -> None:
        assert list(brightness(visiting, site, "dark")) == [("page.html", 1)]

    def test_elsewhere(self, site: list[Path], visiting: Visiting) -> None:
        found = troubles(visiting, site)
        assert "page.html: asks for https://elsewhere.example/x.js" in found
        assert f"page.html: does not get {(site[0] / 'gone.png').as_uri()}" in found

    def test_scrolling_sideways(self, site: list[Path], visiting: Visiting) -> None:
        assert list(overflowing(visiting, site, PHONE, "screen")) == ["page.html: div.wide", "page.html: the page"]

    def test_scripts(self, site: list[Path], visiting: Visiting) -> None:
        assert list(lost_words(visiting, site, "screen", java_script_enabled=False)) == ["page.html: Scripted"]

    def test_paper(self, site: list[Path], visiting: Visiting) -> None:
        assert list(lost_words(visiting, site, "print")) == ["page.html: Invisible"]

    def test_skip_link(self, site: list[Path], visiting: Visiting) -> None:
        assert list(without_skip_link(visiting, site)) == ["page.html"]
