"""Hostile texts in every field change no element and no attribute of any page."""

from __future__ import annotations

import datetime
import json
import typing
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest

from claimtrack.project import Project
from claimtrack.publication import published
from claimtrack.records.claim import Verdict
from claimtrack.records.text import Text
from claimtrack.site.markdown import written
from claimtrack.site.pages import build_pages

TODAY = datetime.date(2026, 6, 2)

# Shapes known from the lists of OWASP, PortSwigger and html5sec, one of each kind.
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--<script>",
    "--><svg onload=alert(1)>",
    "]]><img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "x onclick=alert(1)//",
    "<img src=`x` onerror=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=jav&#x09;ascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<math><mtext></table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=q>",
    "<object data=//evil.example>",
    "</bdi></p></main></body></html><h1>x</h1>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "{{ 7*7 }}{% raw %}{# x #}",
    "${alert(1)}",
    "\u2028alert(1)\u2029",
    "<\u200bscript>",
    "＜script＞alert(1)＜/script＞",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    '\\"; alert(1); //',
    "</SCRIPT\t><svg/onload=alert(1)>",
    "\u202eevil\u202c",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "{0} {name} {n!r}",
]

# Words with a meaning of their own: with something else in them the record would be another one, not the same with another text.
KEPT = {"id", "folder", "status", "rating", "scale", "workflow", "to", "by", "source", "wanted", "reply", "covers", "but", "expression"}
MARKDOWN = {"rationale", "notice"}
SCRIPTING = {"javascript", "data", "vbscript"}


class Shape(HTMLParser):
    """The elements of a page with the names of their attributes; texts and values aside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", (data,)))


def with_text(value: Any, text: str, name: str = "") -> Any:  # noqa: ANN401  (anything that a record holds)
    """Return a value of a record with a text in the place of every text in it."""
    if isinstance(value, Text):
        return value if name in MARKDOWN else Text(dict.fromkeys(value.by_language, text))
    if attrs.has(type(value)) and type(value).__module__.startswith("claimtrack.records"):
        hints = typing.get_type_hints(type(value))
        changed = {
            one.name: with_text(getattr(value, one.name), text, one.name)
            for one in attrs.fields(type(value))
            if one.name not in KEPT and not _is_choice(hints[one.name])
        }
        return attrs.evolve(value, **changed)
    if isinstance(value, tuple):
        return tuple(with_text(one, text, name) for one in value)
    if isinstance(value, Mapping):
        return {key: with_text(one, text, name) for key, one in value.items()}
    return text if isinstance(value, str) and name not in {"languages", "authors", "topics", "decided_by", "former_ids"} else value


def _is_choice(hint: object) -> bool:
    """Say whether a field takes one of the words of a closed list."""
    return typing.get_origin(hint) is typing.Literal or any(map(_is_choice, typing.get_args(hint)))


def site_with(toy: Project, text: str, *, preview: bool) -> dict[str, str]:
    """Return a site of the claims that between them fill every field, in one language: enough, and quick to build."""
    claims = {one: toy.claims[one] for one in ("accusation-content", "clock-quote", "corrected", "retracted", "visitors-sum")}
    project = attrs.evolve(
        toy,
        desk=attrs.evolve(with_text(toy.desk, text), languages=("de",)),
        articles=with_text(toy.articles, text),
        sources=with_text(toy.sources, text),
        claims=with_text(claims, text),
    )
    pages = build_pages(project if preview else published(project), preview=preview, now=TODAY)
    return {path: data.decode() for path, data in pages.items() if path.endswith(".html")}


def test_the_comparison_sees_an_element_too_many() -> None:
    assert Shape("<p>a</p>").elements != Shape("<p><b>a</b></p>").elements
    assert Shape("<p>a</p>").elements != Shape("<p onclick=a>a</p>").elements


@pytest.fixture(scope="module")
def harmless(toy: Project) -> dict[bool, dict[str, Shape]]:
    return {preview: {path: Shape(page) for path, page in site_with(toy, "harmless", preview=preview).items()} for preview in (False, True)}


@pytest.mark.parametrize("text", HOSTILE)
def test_every_page_has_the_same_elements(text: str, toy: Project, harmless: dict[bool, dict[str, Shape]]) -> None:
    preview = HOSTILE.index(text) % 2 == 1  # each text in one of the two builds; both go through the same templates
    pages = {path: Shape(page) for path, page in site_with(toy, text, preview=preview).items()}
    assert pages.keys() == harmless[preview].keys()
    for path, page in pages.items():
        assert page.elements == harmless[preview][path].elements, path
        assert [one for one in page.links if one.split(":")[0].lower().strip() in SCRIPTING or one.startswith("//")] == []
    assert text in pages["de/claims/visitors-sum.html"].words, "the text itself is shown as it is"


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_stays_one_block_that_says_the_same(text: str, toy: Project) -> None:
    publisher = attrs.evolve(with_text(toy.desk.publisher, text), url=toy.desk.publisher.url)
    desk = attrs.evolve(with_text(toy.desk, text), languages=("de",), publisher=publisher, pages=toy.desk.pages)
    claims = with_text({"visitors-sum": toy.claims["visitors-sum"]}, text)
    project = published(attrs.evolve(toy, desk=desk, claims=claims, articles=with_text(toy.articles, text)))
    page = build_pages(project, preview=False, now=TODAY)["de/claims/visitors-sum.html"].decode()
    start = page.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    block = page[start : page.index("</script>", start)]
    assert not set("<>&\u2028\u2029") & set(block)
    review = json.loads(block)
    plain = " ".join(text.split())
    assert (review["claimReviewed"], review["author"]["name"], review["reviewRating"]["ratingExplanation"]) == (plain, plain, plain)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_makes_only_what_it_may(text: str) -> None:
    for around in ("{}", "[{}](https://a.example)", "[a]({})", "![{}]({})", "`{}`", "**{}**", "| {} |\n|---|\n| {} |", "<{}>", "[@{}]"):
        shape = Shape(str(written(around.replace("{}", text)).html))
        allowed = {"p", "a", "em", "strong", "code", "s", "span", "table", "thead", "tbody", "tr", "th", "td", "br"}
        assert {tag for tag, _ in shape.elements} <= allowed, around
        assert [names for tag, names in shape.elements if tag == "a" and names != ("href", "rel")] == []
        assert [one for one in shape.links if not one.startswith("https://a.example")] == []


@pytest.mark.parametrize("field", ["status", "verdict.rating", "evidence.id", "authors", "topics", "relations"])
def test_words_with_a_meaning_of_their_own(field: str, toy: Project) -> None:
    """A record that names something which does not exist is a finding, and its page in the preview is still a page."""
    text = '"><img src=x onerror=alert(1)>'
    claim = toy.claims["visitors-sum"]
    changed: dict[str, Any] = {
        "status": {"status": text},
        "verdict.rating": {"verdict": Verdict(rating=text, scale=text)},
        "evidence.id": {"evidence": tuple(attrs.evolve(one, id=text, source=text, origin=text) for one in claim.evidence)},
        "authors": {"authors": (text,), "disputes": (attrs.evolve(claim.disputes[0], source=text),)},
        "topics": {"topics": (text,), "former_ids": (text, "../x")},
        "relations": {"relations": tuple(attrs.evolve(one, target=text) for one in claim.relations)},
    }
    claims = {**toy.claims, claim.id: attrs.evolve(claim, **changed[field])}
    pages = build_pages(attrs.evolve(toy, claims=claims), preview=True, now=TODAY)
    for path, page in pages.items():
        if path.endswith(".html"):
            assert "img" not in {tag for tag, _ in Shape(page.decode()).elements}, path
    assert [path for path in pages if not all(part.replace("-", "").replace(".", "").isalnum() for part in path.split("/"))] == []
