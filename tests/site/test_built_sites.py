"""What holds for every page of every site that this repository builds, read without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Attributes that make a browser fetch something by itself; a link is followed by a reader only.
FETCHED = {
    ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"), ("embed", "src"),
    ("object", "data"), ("link", "href"), ("video", "poster"), ("input", "src"), ("use", "href"),
}  # fmt: skip
ONLY_SAID = {"canonical", "alternate", "license", "author", "prev", "next"}
"""The relations of a ``link`` element that tell something and fetch nothing."""


@dataclass
class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, the ids, the addresses, the text."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    @classmethod
    def read(cls, html: str) -> Page:
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]

    def addresses(self) -> Iterator[str]:
        for _, attributes in self.elements:
            yield from (attributes[name] for name in ("href", "src", "data", "poster", "action") if name in attributes)

    def fetched(self) -> Iterator[str]:
        for tag, attributes in self.elements:
            if attributes.get("rel") not in ONLY_SAID:
                yield from (value for name, value in attributes.items() if (tag, name) in FETCHED)


def pages(site: Path) -> dict[Path, Page]:
    found = {path: Page.read(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    assert found
    return found


def dead_links(site: Path) -> list[str]:
    """Return the links inside a site that lead nowhere: no such file, or no such place in it."""
    read = pages(site)
    dead = []
    for path, page in read.items():
        for address in page.addresses():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            there = read.get(target)
            if not target.is_file() or (
                parts.fragment and (there is None or not any(one.get("id") == unquote(parts.fragment) for _, one in there.elements))
            ):
                dead.append(f"{path.relative_to(site)}: {address}")
    return dead


def fetched_from_elsewhere(site: Path) -> list[str]:
    """Return what a browser would ask other hosts for, in pages and style sheets."""
    asked = [
        f"{path.relative_to(site)}: {address}"
        for path, page in pages(site).items()
        for address in page.fetched()
        if urlsplit(address).netloc or urlsplit(address).scheme not in ("", "data")
    ]
    sheets = [*site.rglob("*.css"), *site.rglob("*.html"), *site.rglob("*.js")]
    return asked + [
        f"{path.relative_to(site)}: {found}"
        for path in sheets
        for found in re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*\)|@import[^;]*//[^;]*|fetch\([^)]*\)", path.read_text("utf-8"))
    ]


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    assert fetched_from_elsewhere(site) == []


def test_links_lead_only_to_the_web_or_into_the_site(site: Path) -> None:
    schemes = {urlsplit(address).scheme for page in pages(site).values() for address in page.addresses()}
    assert schemes <= {"", "http", "https", "mailto", "data"}


def test_every_page_says_its_language_has_a_title_and_one_main_heading(site: Path) -> None:
    assert [
        str(path.relative_to(site))
        for path, page in pages(site).items()
        if not (
            page.all("html")[0].get("lang") in ("de", "en") and len(page.all("title")) == len(page.all("h1")) == len(page.all("main")) == 1
        )
    ] == []


def test_a_preview_says_on_every_page_that_it_is_a_draft_and_keeps_out_of_search(preview: Path) -> None:
    for path, page in pages(preview).items():
        text = " ".join(page.words)
        assert re.search(r"\b(ENTWURF|VORSCHAU|DRAFT|PREVIEW)\.", text), path.name
        assert any("noindex" in one.get("content", "") for one in page.all("meta", name="robots")), path.name
        assert page.all("script", type="application/ld+json") == [], path.name


def test_the_checks_see_a_dead_link_and_a_request_to_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        """<a href="index.html#here" id="here">x</a><a href="#gone">x</a><a href="gone.html">x</a><a href="https://x.example/">x</a>
        <img src="https://x.example/a.png"><link rel="stylesheet" href="style.css">
        <link rel="canonical" href="https://x.example/"><script src="//x.example/a.js"></script>""",
        "utf-8",
    )
    (tmp_path / "style.css").write_text("@font-face { src: url(https://x.example/font.woff2) }", "utf-8")
    assert dead_links(tmp_path) == ["index.html: #gone", "index.html: gone.html"]
    assert fetched_from_elsewhere(tmp_path) == [
        "index.html: https://x.example/a.png",
        "index.html: //x.example/a.js",
        "style.css: url(https://x.example/font.woff2)",
    ]
