"""The Markdown door: the little Markdown that rationales and notices may use, into HTML that cannot be anything else.

Raw HTML, pictures, headings and code blocks are no part of it, a link leads only where the gate for addresses lets it, and ``[@id]``
becomes a numbered citation.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from functools import cache
from typing import Any

import attrs
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from claimtrack.records.ids import CITATION
from claimtrack.urls import host_of, web_address

MAX_LENGTH = 30_000
"""The longest text that is read as Markdown, in code points; a longer one, which takes the parser too long, is shown as it was written."""

RELATION = "noopener noreferrer ugc nofollow"
"""What every link that leads out says about itself (HTML's ``rel``)."""


@attrs.frozen
class Citation:
    """Something that a text can cite.

    Attributes:
        number: the number that readers see.
        anchor: the id of the element that it leads to.
        label: what a screen reader says, such as "Evidence 3".
    """

    number: int
    anchor: str
    label: str


@attrs.frozen
class Written:
    """A text as HTML, and where it cites what.

    Attributes:
        html: the text.
        places: for each cited id the ids of the elements that cite it, in the order of the text.
    """

    html: Markup
    places: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


def written(text: str, citable: Mapping[str, Citation] | None = None, prefix: str = "cite") -> Written:
    r"""Return a text of a record as HTML.

    Arguments:
        text: the Markdown.
        citable: what ``[@id]`` can cite, by id; any other id stays as it was typed, for a rule to find.
        prefix: what the ids of citing elements begin with; another one for each text of a page.

    >>> str(written("It **is** so [@a].", {"a": Citation(1, "evidence-a", "Evidence 1")}).html)
    '<p>It <strong>is</strong> so <a class="cite" id="cite-1-1" href="#evidence-a" aria-label="Evidence 1">[1]</a>.</p>\n'
    >>> str(written("<b>no</b> [x](javascript:alert)").html)
    '<p>&lt;b&gt;no&lt;/b&gt; [x](javascript:alert)</p>\n'
    """
    if len(text) > MAX_LENGTH:
        return Written(Markup('<p class="as-written">{}</p>').format(text))
    places: dict[str, list[str]] = {}
    html = _parser().render(text, {"citable": citable or {}, "places": places, "prefix": prefix})
    return Written(Markup(html), {cited: tuple(ids) for cited, ids in places.items()})  # noqa: S704  (made by the parser below, escaped)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False})
    parser.enable(["table", "strikethrough"])
    # A reference definition would swallow a line of the text; the others are no part of a rationale.
    parser.disable(["heading", "lheading", "code", "fence", "hr", "reference", "html_block", "html_inline"])
    parser.normalizeLink = lambda url: web_address(url) or ""  # type: ignore[method-assign]  # the parser's own way of being told
    parser.validateLink = bool  # type: ignore[method-assign, assignment]  # nothing is left of an address that the gate refuses
    parser.inline.ruler.before("link", "citation", _read_citation)
    parser.core.ruler.push("outside", _mark_links_and_cells)
    parser.add_render_rule("citation", _write_citation)
    parser.add_render_rule("image", _write_image)
    parser.add_render_rule("link_close", _write_link_close)
    return parser


def _read_citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (markdown-it calls it so)
    match = CITATION.match(state.src, state.pos)
    if match is None or match[1] not in state.env["citable"]:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _mark_links_and_cells(state: StateCore) -> None:
    """Say of every link where it leads, and of every cell of a table how it is aligned, in a way that the page's security policy allows."""
    for block in state.tokens:
        if align := block.attrs.pop("style", None):
            block.attrs["class"] = str(align).replace("text-align:", "align-")
        host = ""
        for token in block.children or ():
            if token.type == "link_open":
                address = str(token.attrs["href"])
                token.attrs = {"href": address, "rel": RELATION}
                host = "" if token.info == "auto" else host_of(address)
            elif token.type == "link_close":
                token.meta = {"host": host}


def _write_citation(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    evidence_id = tokens[index].content
    citation: Citation = env["citable"][evidence_id]
    places = env["places"].setdefault(evidence_id, [])
    places.append(f"{env['prefix']}-{citation.number}-{len(places) + 1}")
    link = Markup('<a class="cite" id="{}" href="#{}" aria-label="{}">[{}]</a>')
    # A plain text, since older renderers add the pieces up, and markup escapes what it is added to.
    return str(link.format(places[-1], citation.anchor, citation.label, citation.number))


def _write_image(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
    """A picture would be fetched from elsewhere and tell on the reader; its words are shown instead."""
    return str(escape(renderer.renderInlineAsText(tokens[index].children or (), options, env)))


def _write_link_close(
    _renderer: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: MutableMapping[str, Any]
) -> str:
    host = tokens[index].meta.get("host")
    return str(Markup('</a> <span class="host">{}</span>').format(host)) if host else "</a>"
