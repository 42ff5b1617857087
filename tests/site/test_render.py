"""The Jinja2 door: a desk's own templates come first, everything is escaped, and a fault names the template and the line."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from claimtrack.errors import TemplateError
from claimtrack.project import Project
from claimtrack.site.pages import build_pages
from claimtrack.site.render import Renderer, built_in_templates

TODAY = datetime.date(2026, 6, 2)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """The folder of a desk's own templates."""
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def render(templates: Path, source: str, **context: object) -> str:
    (templates / "page.html").write_text(source, "utf-8")
    return Renderer(templates).render("page.html", **context).decode()


def fault(templates: Path, source: str, **context: object) -> str:
    with pytest.raises(TemplateError) as caught:
        render(templates, source, **context)
    return str(caught.value).replace(str(templates), "templates")


def test_everything_is_escaped(templates: Path) -> None:
    assert render(templates, "<p title='{{ it }}'>{{ it }}</p>", it="<b>'\"") == "<p title='&lt;b&gt;&#39;&#34;'>&lt;b&gt;&#39;&#34;</p>"


def test_the_built_in_templates_are_those_of_the_checkout(repository: Path) -> None:
    assert built_in_templates() == repository / "templates"


def test_a_desks_own_template_comes_first_and_may_extend_the_built_in_one(templates: Path, public: Project) -> None:
    own = '{% extends "claimtrack/claim.html" %}{% block title %}{{ super() }}<p>OWN {{ page.badge.checked }}</p>{% endblock %}'
    (templates / "claim.html").write_text(own, "utf-8")
    (templates / "style.css").write_text("p { color: red }", "utf-8")
    pages = build_pages(public, preview=False, now=TODAY, desk_templates=templates)
    assert "</header>\n<p>OWN ob diese Person es gesagt hat</p>" in pages["de/claims/clock-quote.html"].decode()
    assert [data for path, data in pages.items() if path.startswith("assets/style.")] == [b"p { color: red }"]
    assert "OWN" not in pages["de/articles/zeitung.html"].decode()


def test_own_templates_reach_pages_that_extend_a_built_in_one(templates: Path, public: Project) -> None:
    own = '{% extends "claimtrack/base.html" %}{% block foot %}<footer>OWN</footer>{% endblock %}'
    (templates / "base.html").write_text(own, "utf-8")
    pages = build_pages(public, preview=False, now=TODAY, desk_templates=templates)
    assert [path for path, data in pages.items() if path.endswith(".html") and b"<footer>OWN</footer>" not in data] == []


def test_a_folder_that_is_not_there_is_no_folder(tmp_path: Path, public: Project) -> None:
    assert build_pages(public, preview=False, now=TODAY, desk_templates=tmp_path / "none") == build_pages(public, preview=False, now=TODAY)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a\n{{ nothing }}", "templates/page.html:2: 'nothing' is undefined"),
        ("a\n\n{{ it.nothing }}", "templates/page.html:3: 'str object' has no attribute 'nothing'"),
        ("a\n{% if %}", "templates/page.html:2: Expected an expression, got 'end of statement block'"),
        ("a\n{% block a %}\n", "templates/page.html:2: Unexpected end of template."),
        ('{% include "none.html" %}', "templates/page.html:1: there is no template none.html"),
        ('{% extends "claimtrack/none.html" %}', "templates/page.html:1: there is no template claimtrack/none.html"),
        ("a\n{{ 1 / 0 }}", "templates/page.html:2: division by zero"),
        ("{{ it + 1 }}", 'templates/page.html:1: can only concatenate str (not "int") to str'),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "templates/page.html:1: maximum recursion depth exceeded"),
        ("{{ it.__class__.__mro__ }}", "templates/page.html:1: access to attribute '__class__' of 'str' object is unsafe."),
        ("{{ [].append(1) }}", "templates/page.html:1: access to attribute 'append' of 'list' object is unsafe."),
        ("{% for one in range(1000000) %}{% endfor %}", "templates/page.html:1: Range too big."),
        ('{% include "../secret.html" %}', "templates/page.html:1: there is no template ../secret.html"),
        ('{% include "/etc/passwd" %}', "templates/page.html:1: there is no template /etc/passwd"),
    ],
)
def test_a_fault_names_the_template_and_the_line(templates: Path, source: str, told: str) -> None:
    (templates.parent / "secret.html").write_text("SECRET", "utf-8")
    assert re.sub(r" while calling.*|(Range too big\.).*", r"\1", fault(templates, source, it="x")).startswith(told)


def test_a_fault_in_an_extended_template_names_that_one(templates: Path) -> None:
    (templates / "base.html").write_text("a\nb\n{% block c %}{% endblock %}{{ nothing }}", "utf-8")
    assert fault(templates, '{% extends "base.html" %}') == "templates/base.html:3: 'nothing' is undefined"


def test_no_link_leads_out_of_the_folder(templates: Path) -> None:
    (templates.parent / "secret.html").write_text("SECRET", "utf-8")
    (templates / "linked.html").symlink_to(templates.parent / "secret.html")
    elsewhere = "expected a file, found a link that leads elsewhere, a folder or a device"
    assert fault(templates, '{% include "linked.html" %}') == f"templates/linked.html: {elsewhere}"
    (templates / "style.css").symlink_to(templates.parent / "secret.html")
    with pytest.raises(TemplateError, match=r"style\.css: expected a file, found a link"):
        Renderer(templates).asset("style.css")


def test_templates_that_are_no_folder_are_not_passed_over(templates: Path) -> None:
    link = templates.with_name("linked")
    link.symlink_to(templates)
    with pytest.raises(TemplateError, match="linked: expected a folder, found a symbolic link"):
        Renderer(link)
    file = templates.with_name("file")
    file.write_text("x", "utf-8")
    with pytest.raises(TemplateError, match="file: expected a folder, found something else"):
        Renderer(file)


def test_a_template_that_asks_for_more_memory_than_there_is(templates: Path) -> None:
    assert fault(templates, "{{ 'a'.ljust(10 ** 17) }}") == "templates/page.html:1: MemoryError"


def test_a_template_that_is_no_utf_8(templates: Path) -> None:
    (templates / "page.html").write_bytes(b"\xff")
    with pytest.raises(TemplateError, match=r"page\.html:1: cannot be read"):
        Renderer(templates).render("page.html")


def test_an_asset_that_is_not_there(templates: Path) -> None:
    with pytest.raises(TemplateError, match=r"^there is no logo\.svg in "):
        Renderer(templates).asset("logo.svg")
