"""What notebooks show: everything escaped, nothing that runs, links or colours, and nothing that must not be passed on."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

from claimtrack.loading import load
from claimtrack.notebooks import words
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Verdict
from claimtrack.records.desk import Desk, Publisher
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.records.text import Text

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></tr></table></div><h1>x", "</span><svg onload=alert(1)>",
    '" onmouseover="alert(1)', "' onmouseover='alert(1)", "&lt;script&gt;", "<!--", "]]>", "javascript:alert(1)",
    "</details></summary><iframe>", "<style>*{display:none}</style>",
]  # fmt: skip
TAGS = {"div", "p", "b", "table", "thead", "tbody", "tr", "th", "td", "span", "br", "details", "summary"}
ATTRIBUTES = {"class", "style", "scope", "dir", "lang"}


class Page(HTMLParser):
    """What a browser makes of HTML: its tags, which have to be closed as they were opened, their attributes, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str | None]] = {}
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value)
        if tag != "br":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        pytest.fail(f"a declaration: {decl}")


def is_harmless(page: Page) -> bool:
    """Say whether there is nothing in a page but tables, and nothing in their tags that a text could have put there."""
    return (
        page.tags <= TAGS
        and set(page.attributes) <= ATTRIBUTES
        and page.attributes["style"] == {"text-align: left; vertical-align: top"}
        and page.attributes["class"] == {"claimtrack tex2jax_ignore mathjax_ignore"}
    )


def html_of(shown: Any) -> str:  # noqa: ANN401  (a project or a record)
    """Return what a notebook gets."""
    html = shown._repr_html_()
    assert isinstance(html, str)
    return html


def claim_of(text: str, **fields: Any) -> Claim:  # noqa: ANN401  (any field)
    told = Text({"": text, text: text})
    return Claim(id=text, status=text, statement=told, verdict=Verdict(rating=text, summary=told), topics=(text,), **fields)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_records_are_texts(text: str) -> None:
    desk = Desk(format=1, publisher=Publisher(name=Text.plain(text)), languages=("en",))
    claim = claim_of(text, evidence=(Evidence(id=text, source=Source(url=text, title=text), stance="supports", quote=text),))
    project = Project(root=Path("nowhere"), desk_file="desk.yaml", desk=desk, claims={text: claim})
    for page in (Page(html_of(claim)), Page(html_of(project))):
        assert is_harmless(page)
        assert text in page.texts
        assert page.attributes.get("lang", set()) <= {text, "en"}


def test_letters_that_turn_the_order_round_or_cannot_be_shown_are_not_shown() -> None:
    assert words("a\u202eb\x00c\ud800d\re\r\nf\n", "\u202een") == '<span dir="auto" lang="en">a\ufffdb\ufffdc\ufffdd<br>e<br>f</span>'
    assert html_of(claim_of("\ud800\u202e\x00")).encode("utf-8")


def test_a_claim_is_shown_with_its_fields_and_what_has_many_folded_away() -> None:
    evidence = Evidence(id="report", source="office", stance="refutes")
    claim = Claim(id="sea", status="draft", statement=Text({"": "The sea is level.", "de": "Das Meer ist eben."}), evidence=(evidence,))
    bare = re.sub(r" (style|scope|class|dir)=(\"[^\"]*\"|\w+)", "", html_of(claim))
    assert bare == (
        "<div><p><b><span>Claim sea</span></b></p><table><tbody>"
        "<tr><th><span>status</span></th><td><span>draft</span></td></tr>"
        '<tr><th><span>statement</span></th><td><span>The sea is level.</span><br><span lang="de">Das Meer ist eben.</span></td></tr>'
        "<tr><th><span>evidence</span></th><td><details><summary><span>1</span></summary><table><tbody>"
        "<tr><th><span>id</span></th><td><span>report</span></td></tr>"
        "<tr><th><span>source</span></th><td><span>office</span></td></tr>"
        "<tr><th><span>stance</span></th><td><span>refutes</span></td></tr>"
        "</tbody></table></details></td></tr></tbody></table></div>"
    )


def test_what_never_leaves_the_desk_is_not_shown() -> None:
    mole = Source(title="Mole", url="https://mole.example", protected=Text.plain("at risk"), level="primary")
    claim = Claim(
        id="a",
        status="draft",
        internal="secret note",
        extra={"secret": "thing"},
        evidence=(Evidence(id="e", source=mole, stance="supports"),),
    )
    page = Page(html_of(claim))
    assert "at risk" in page.texts
    assert "primary" in page.texts
    assert not re.search("secret|mole", html_of(claim), re.IGNORECASE)


def test_every_record_of_the_invented_desk_is_shown_without_its_internal_parts(invented_desk: Path) -> None:
    project, _ = load(invented_desk)
    for claim in project.claims.values():
        page = Page(html_of(claim))
        assert is_harmless(page)
        assert "internal" not in page.texts
        assert not any(re.search(r"\w+\(\w+=|Decimal\(|object at 0x", text) for text in page.texts), claim.id
        assert html_of(claim) == html_of(attrs.evolve(claim))


def test_a_project_is_shown_with_numbers_and_its_first_claims(invented_desk: Path) -> None:
    project, _ = load(invented_desk)
    page = Page(html_of(project))
    assert is_harmless(page)
    assert page.texts[:7] == ["Die Faktenboje", "claims", "22", "articles", "2", "sources", "40"]
    assert page.texts[-1] == "and 12 more"
    assert "no verdict: 9" in page.texts
    assert str(invented_desk) not in html_of(project)
    assert html_of(project) == html_of(load(invented_desk)[0])


def test_claims_that_cannot_be_read_are_counted(invented_desk: Path) -> None:
    project = attrs.evolve(load(invented_desk)[0], unreadable={"claim": frozenset({"x"})})
    assert "22, and 1 with errors of reading" in Page(html_of(project)).texts


def test_nothing_is_loaded_for_it_that_makes_pages(invented_desk: Path) -> None:
    program = (
        "import sys, claimtrack; project, _ = claimtrack.load(sys.argv[1]); project._repr_html_(); project.to_records();"
        "next(iter(project.claims.values()))._repr_html_(); print(sorted({'jinja2', 'markupsafe', 'markdown_it'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(invented_desk)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
