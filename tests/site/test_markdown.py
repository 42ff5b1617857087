"""The little Markdown of rationales and notices: what it can say, and that it can say nothing else."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest

from claimtrack.site.markdown import MAX_LENGTH, Citation, written

CITABLE = {"a": Citation(1, "evidence-a", "Beleg 1"), "b-2": Citation(2, "evidence-b-2", "Beleg 2")}
REL = 'rel="noopener noreferrer ugc nofollow"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>\n"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        (
            "| a | b |\n|---|--:|\n| 1 | 2 |",
            (
                '<table>\n<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n'
                '<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table>\n'
            ),
        ),
        ("[a](https://b.example/c)", f'<p><a href="https://b.example/c" {REL}>a</a> <span class="host">b.example</span></p>\n'),
        ('[a](https://b.example "t")', f'<p><a href="https://b.example/" {REL}>a</a> <span class="host">b.example</span></p>\n'),
        ("<https://b.example/>", f'<p><a href="https://b.example/" {REL}>https://b.example/</a></p>\n'),
    ],
)
def test_what_it_can_say(text: str, html: str) -> None:
    assert str(written(text).html) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# a", "<p># a</p>\n"),
        ("a\n===", "<p>a\n===</p>\n"),
        ("<b>a</b><!-- c -->", "<p>&lt;b&gt;a&lt;/b&gt;&lt;!-- c --&gt;</p>\n"),
        ("<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>\n"),
        ("    a", "<p>a</p>\n"),
        ("[a]: https://b.example", "<p>[a]: https://b.example</p>\n"),
        ("---", "<p>---</p>\n"),
        ("![words](https://b.example/p.png)", "<p>words</p>\n"),
        ("www.b.example https://b.example", "<p>www.b.example https://b.example</p>\n"),
    ],
)
def test_what_it_shows_as_it_was_typed(text: str, html: str) -> None:
    assert str(written(text).html) == html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "data:image/gif,x",
        "vbscript:x",
        "blob:https://a.example/x",
        "//evil.example",
        "/etc/passwd",
        "mailto:a@b.example",
        "http://user:pass@a.example",
        "https://a.example\\@b.example",
        "x:y",
    ],
)
def test_a_link_leads_nowhere_where_the_gate_refuses(address: str) -> None:
    for text in (f"[a]({address})", f"[a](<{address}>)", f"<{address}>", f"![a]({address})"):
        assert "<a " not in written(text).html, text
        assert "<img" not in written(text).html, text


def test_citations_are_numbered_and_know_their_places() -> None:
    found = written("Eins [@a], zwei [@b-2] und [@a].", CITABLE)
    assert str(found.html) == (
        '<p>Eins <a class="cite" id="cite-1-1" href="#evidence-a" aria-label="Beleg 1">[1]</a>, '
        'zwei <a class="cite" id="cite-2-1" href="#evidence-b-2" aria-label="Beleg 2">[2]</a> '
        'und <a class="cite" id="cite-1-2" href="#evidence-a" aria-label="Beleg 1">[1]</a>.</p>\n'
    )
    assert found.places == {"a": ("cite-1-1", "cite-1-2"), "b-2": ("cite-2-1",)}


def test_a_citation_of_nothing_stays_as_typed() -> None:
    found = written("So [@c] und [@ a] und `[@a]`.", CITABLE)
    assert str(found.html) == "<p>So [@c] und [@ a] und <code>[@a]</code>.</p>\n"
    assert found.places == {}


def test_a_citation_is_never_inside_another_link() -> None:
    class Depth(HTMLParser):
        depth = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (HTMLParser's own signature)
            if tag == "a":
                self.depth += 1
                assert self.depth == 1

        def handle_endtag(self, tag: str) -> None:
            self.depth -= tag == "a"

    for text in ("[x [@a] y](https://b.example)", "[@a](https://b.example)", "[[@a]](https://b.example)"):
        Depth().feed(written(text, CITABLE).html)


def test_a_text_over_the_bound_is_shown_as_it_was_written() -> None:
    text = "*a* <b> " * (MAX_LENGTH // 8 + 1)
    assert str(written(text).html) == f'<p class="as-written">{text.replace("<", "&lt;").replace(">", "&gt;")}</p>'


@pytest.mark.parametrize("unit", ["![", "[", "*", "_", "`", "> ", "- ", "<", '"', "[@", "[a](", "|a", "~~"])
def test_no_text_takes_long(unit: str) -> None:
    before = time.process_time()
    written(unit * (MAX_LENGTH // len(unit)), CITABLE)
    assert time.process_time() - before < 2
