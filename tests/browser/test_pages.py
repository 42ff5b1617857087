"""Every page of every site as a reader meets it: valid, accessible, whole on a phone, on paper, in the dark and without a script.

A tour opens each page three times (in the light, in the dark, without scripts) and collects complaints; the tests ask it for one kind of
complaint each. A page with every fault is toured first: a checker that sees nothing finds no fault either.
"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize
    from tests.browser.conftest import Visiting

Complaints = Mapping[str, Sequence[str]]

PHONE: ViewportSize = {"width": 390, "height": 844}
PAPER: ViewportSize = {"width": 794, "height": 1123}  # A4, at 96 dots per inch
DESK: ViewportSize = {"width": 1280, "height": 800}

# What sticks out of the window to the right, by its tag and class.
STICKING_OUT = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
    .map(one => one.tagName.toLowerCase() + (one.className ? "." + one.className : "")).concat("the page").slice(0, 5)"""

# 0 is black, 1 is white; where a page says nothing, the browser's paper is white.
BRIGHTNESS = """() => {
    const colour = [document.body, document.documentElement].map(one => getComputedStyle(one).backgroundColor)
        .find(one => one !== "rgba(0, 0, 0, 0)") ?? "rgb(255, 255, 255)";
    return colour.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((sum, one) => sum + one) / 765;
}"""

# The words that a reader sees in the content. The controls of a search, and links that lead back up the page, are no content.
WORDS = """() => {
    document.querySelectorAll("main [role=search], main .back").forEach(one => one.remove());
    return document.querySelector("main").innerText.split(/\\s+/);
}"""

# Whether the focus is on a link into the content of the page.
ON_SKIP_LINK = """() => {
    const target = document.activeElement.getAttribute("href") ?? "";
    return target.startsWith("#") && document.getElementById(target.slice(1))?.closest("main") != null;
}"""

# Everything that axe knows (its rules for WCAG and its best practices), and what alone depends on the colours; without its own
# requests for style sheets, which the pages rightly forbid.
ALL_RULES = "{resultTypes: ['violations'], preload: false}"
COLOURS = "{resultTypes: ['violations'], preload: false, runOnly: ['color-contrast', 'link-in-text-block']}"

# A page from disk has no origin for this checker, so that it takes `'self'` for nothing; browsers do not, as the tour shows.
NO_ORIGIN = "Resource violates Content Security Policy (meta tag): external "


def pages(folders: Iterable[Path]) -> list[Path]:
    found = sorted(path for folder in folders for path in folder.rglob("*.html"))
    assert found
    return found


def invalid_html(checker: list[str], folders: Iterable[Path]) -> list[str]:
    """Return what the Nu HTML checker says, warnings too; all pages in one run, since starting it takes longer than checking."""
    done = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", "--stdout", *map(str, pages(folders))],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return [
        f"{Path(message.get('url', '')).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if (message["type"] != "info" or message.get("subType") == "warning") and not message["message"].startswith(NO_ORIGIN)
    ]


def barriers(page: Page, axe: str, rules: str) -> list[str]:
    """Return what axe-core finds, each kind with the first element that has it."""
    page.evaluate(axe)
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in page.evaluate(f"axe.run({rules})")["violations"]]


def tour(visiting: Visiting, axe: str, folders: Iterable[Path]) -> Complaints:
    """Open every page in every way that readers have, and return the complaints by kind."""
    found: dict[str, list[str]] = defaultdict(list)

    def complain(kind: str, path: Path, what: Iterable[str]) -> None:
        found[kind] += [f"{path.name}: {one}" for one in what]

    with visiting(viewport=DESK) as usual, visiting(color_scheme="dark") as dark, visiting(java_script_enabled=False) as plain:
        for path in pages(folders):
            page = usual.open(path)
            page.keyboard.press("Tab")
            complain("skip link", path, [] if page.evaluate(ON_SKIP_LINK) else ["the first tab does not lead to the content"])
            complain("barriers", path, barriers(page, axe, ALL_RULES))
            complain("light", path, [] if page.evaluate(BRIGHTNESS) > 0.8 else ["dark"])
            page.set_viewport_size(PHONE)
            complain("phone", path, page.evaluate(STICKING_OUT))
            words = set(page.evaluate(WORDS))
            page.set_viewport_size(PAPER)
            page.emulate_media(media="print")
            complain("paper", path, page.evaluate(STICKING_OUT))
            complain("words on paper", path, sorted(words - set(page.evaluate(WORDS))))
            page.emulate_media(media="screen")
            page.set_viewport_size(DESK)

            complain("words without scripts", path, sorted(words - set(plain.open(path).evaluate(WORDS))))

            page = dark.open(path)
            complain("barriers in the dark", path, barriers(page, axe, COLOURS))
            complain("dark", path, [] if page.evaluate(BRIGHTNESS) < 0.2 else ["bright"])
        found["elsewhere"] += usual.troubles + dark.troubles
    return found


KINDS = [
    "skip link", "barriers", "barriers in the dark", "light", "dark", "phone", "paper", "words on paper",
    "words without scripts", "elsewhere",
]  # fmt: skip


@pytest.fixture(scope="module")
def folders(sites: Mapping[str, Path], packs: Path) -> list[Path]:
    """The sites of this repository, and the packs for assessors of its desks."""
    return [*sites.values(), packs]


@pytest.fixture(scope="module")
def complaints(visiting: Visiting, axe: str, folders: list[Path]) -> Complaints:
    """What there is to complain of in them."""
    return tour(visiting, axe, folders)


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_of_any_site_gives_cause_for_complaint(complaints: Complaints, kind: str) -> None:
    assert complaints[kind] == []


def test_every_page_of_every_site_is_valid_html(html_checker: list[str], folders: list[Path]) -> None:
    assert invalid_html(html_checker, folders) == []


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one page that has every fault."""
    folder = tmp_path_factory.mktemp("faulty")
    (folder / "page.html").write_text(
        """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
        <meta name="viewport" content="width=device-width"><style>
        body { background: white; color: black }
        @media (prefers-color-scheme: dark) { p { color: #ddd } }
        @media print { #screen { display: none } }
        </style></head><body><main><h1>A page</h1><p>Some words, pale in the dark.</p><p id="screen">Invisible</p>
        <div class="wide" style="width: 1200px">Wide</div><p id="late"></p></main>
        <script>document.getElementById("late").textContent = "Scripted"</script>
        <script src="https://elsewhere.example/x.js"></script><img src="gone.png"></div></body></html>""",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def complaints_of_the_faulty(visiting: Visiting, axe: str, faulty: Path) -> Complaints:
    """What there is to complain of in the faulty site."""
    return tour(visiting, axe, [faulty])


@pytest.mark.parametrize(
    ("kind", "complaint"),
    [
        ("skip link", "the first tab does not lead to the content"),
        ("barriers", 'image-alt: <img src="gone.png">'),
        ("barriers in the dark", "color-contrast: <p>Some words, pale in the dark.</p>"),
        ("dark", "bright"),
        ("phone", "div.wide"),
        ("paper", "div.wide"),
        ("words on paper", "Invisible"),
        ("words without scripts", "Scripted"),
        ("elsewhere", "asks for https://elsewhere.example/x.js"),
    ],
)
def test_the_tour_sees_a_fault(complaints_of_the_faulty: Complaints, kind: str, complaint: str) -> None:
    assert f"page.html: {complaint}" in complaints_of_the_faulty[kind]


def test_the_tour_sees_a_missing_file(complaints_of_the_faulty: Complaints, faulty: Path) -> None:
    assert f"page.html: does not get {(faulty / 'gone.png').as_uri()}" in complaints_of_the_faulty["elsewhere"]


def test_the_html_checker_sees_a_fault(html_checker: list[str], faulty: Path) -> None:
    assert [one for one in invalid_html(html_checker, [faulty]) if "alt" not in one] == ["page.html:9: Stray end tag “div”."]
