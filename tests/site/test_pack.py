"""The pack for an assessor as one HTML file: whole in itself, closed to everything else, and open to a desk's own templates."""

from __future__ import annotations

import base64
import datetime
import hashlib
import re
from pathlib import Path

import pytest

from claimtrack.moves.assessing import assess
from claimtrack.practice.pack import Pack
from claimtrack.site.pack import edition_of, pack_html

MARK = "Made by these tests."


@pytest.fixture(scope="module")
def pack(invented_desk: Path) -> Pack:
    return assess(invented_desk, today=datetime.date(2026, 11, 24))


def style_of(page: str) -> str:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert isinstance(style, str)
    return style


def test_it_is_one_file_that_asks_for_nothing_and_says_who_made_it(pack: Pack) -> None:
    page = pack_html(pack, MARK).decode()
    assert re.findall(r"<(?:link|script|img|iframe|object|form)\b|\bsrc=|@import|url\(", page) == []
    digest = base64.b64encode(hashlib.sha256(style_of(page).encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;; base-uri" in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert page.endswith(f"</html>\n<!-- {MARK} -->\n")
    assert pack_html(pack, MARK).decode() == page


@pytest.mark.parametrize(("language", "title"), [("de", "Unterlagen für eine Begutachtung"), ("en", "Pack for an assessment")])
def test_it_is_told_in_one_language(language: str, title: str, pack: Pack) -> None:
    page = pack_html(pack, MARK, language=language).decode()
    assert f'<html lang="{language}">' in page
    assert f"<h1>{title}</h1>" in page
    assert edition_of(pack).language == "de"


def test_every_link_within_leads_to_a_section_or_a_clause(pack: Pack) -> None:
    page = pack_html(pack, MARK).decode()
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert {"content", "rate", "sourcing", "standard-ifcn", "clauses"} <= targets
    assert targets - set(re.findall(r'\bid="([^"]+)"', page)) == set()


def test_a_desk_can_change_how_it_looks_and_break_out_of_nothing(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("p { content: '</style><script>alert(1)</script>' }\r\n", "utf-8", newline="")
    (tmp_path / "compliance.html").write_text(
        '{% extends "claimtrack/compliance.html" %}{% block foot %}<footer>Ask Ada.</footer>{% endblock %}', "utf-8"
    )
    page = pack_html(pack, MARK, desk_templates=tmp_path).decode()
    assert "<footer>Ask Ada.</footer>" in page
    assert "<script" not in page.replace(style_of(page), "")
    assert style_of(page).startswith("p { content: '<\\/style><script>alert(1)<\\/script>' }\n")
    digest = base64.b64encode(hashlib.sha256(style_of(page).encode()).digest()).decode()
    assert f"sha256-{digest}" in page
