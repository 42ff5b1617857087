"""Pages of the web of others: the JSON-LD in their scripts, and what they say in microdata.

Read with the HTML parser of Python. It repairs less than a browser does: elements that nobody closed end with the one around them, and
list items, paragraphs, cells and the like where the next one begins. For attributes and scripts that is enough, and an import needs no
further library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import attrs

from claimtrack.exchange.foreign_json import MAX_LINE, Found, values_in
from claimtrack.exchange.pieces import Piece
from claimtrack.findings import Finding, finding
from claimtrack.locations import Span
from claimtrack.phrases import NOTHING, say
from claimtrack.reading.kinds.of_imports import FOREIGN_BOUNDS, LEFT_OUT, REFUSED
from claimtrack.reading.language_tags import is_language, language_meant

_DEEPEST = 500
"""How deep elements may be nested; browsers stop a little beyond."""
_MOST_ITEMS = 10_000
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
    "p": frozenset({"p"}),
}
"""Elements that end where another one of their kind begins."""
_VALUE_OF: Mapping[str, str] = {
    **dict.fromkeys(("a", "area", "link"), "href"),
    **dict.fromkeys(("audio", "embed", "iframe", "img", "source", "track", "video"), "src"),
    **dict.fromkeys(("data", "meter"), "value"),
    "meta": "content",
    "object": "data",
    "time": "datetime",
}
"""The attribute that the value of a property stands in, by element; of all others it is their text."""
_REVIEW = re.compile(r"(?:^|[/:#\s])(?:Claim|Media)Review\b")


def values_of_page(file: str, html: str) -> Found:
    """Yield the JSON-LD of each script of a page, then each ClaimReview or MediaReview in microdata, with what is wrong with them.

    Arguments:
        file: the page as the caller names it.
        html: the page.
    """
    if len(html) > MAX_LINE:
        message = say("the page has more than {most:,} characters", most=MAX_LINE)
        yield finding(FOREIGN_BOUNDS, file, None, message, say("save only what it says of the claim"))
        return
    page = _Page()
    page.feed(html)
    page.close()
    pieces: list[Piece | Finding] = []
    for text, line, column in page.scripts:
        pieces += values_in(file, text, line, column)
    nodes = {name: node for one in pieces if isinstance(one, Piece) for name, node in nodes_in(one.value)}
    language = page.language
    for one in pieces:
        yield attrs.evolve(one, language=language, nodes=nodes) if isinstance(one, Piece) else one
    for item in page.items:
        yield Piece(file, item.values(), line=item.line, column=item.column, language=language, nodes=nodes)
        if item.refers:
            message = say("`itemref` of the microdata is not followed; what it refers to did not come in")
            yield finding(REFUSED, file, Span.at(item.line, item.column), message)
    for line, column in page.rdfa:
        message = say("a review stands there in RDFa, which is not read; expected JSON-LD or microdata")
        yield finding(LEFT_OUT, file, Span.at(line, column), message, NOTHING)


def nodes_in(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401  (any value of JSON)
    """Yield each object that has a name of its own, ``@id``, and says more than that."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = one.get("@id")
            if isinstance(name, str) and len(one) > 1:
                yield name, one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


@attrs.define
class _Item:
    """An item of microdata: what it is, and what is said of it."""

    kind: str
    line: int
    column: int
    properties: dict[str, list[Any]] = attrs.Factory(dict)
    refers: bool = False

    def values(self) -> dict[str, Any]:
        """Return the item as JSON-LD would say it."""
        said = {name: [one.values() if isinstance(one, _Item) else one for one in several] for name, several in self.properties.items()}
        return {"@type": self.kind, **{name: several[0] if len(several) == 1 else several for name, several in said.items()}}


@attrs.define
class _Open:
    """An element that is open: its name, the item that begins in it, and the property whose text it collects."""

    tag: str
    item: _Item | None = None
    names: tuple[str, ...] = ()
    owner: _Item | None = None
    texts: list[str] | None = None


class _Page(HTMLParser):
    """Goes through a page once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[tuple[str, int, int]] = []
        self.items: list[_Item] = []
        self.rdfa: list[tuple[int, int]] = []
        self.language = ""
        self._open: list[_Open] = []
        self._script: list[str] | None = None
        self._script_begins = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        line, column = self.getpos()
        if tag == "html" and not self.language:
            told = given.get("lang", "").strip()
            self.language = told if is_language(told) else language_meant(told) or ""
        if tag == "script" and given.get("type", "").partition(";")[0].strip().lower() == "application/ld+json":
            tag_text = self.get_starttag_text() or ""
            rows = tag_text.count("\n")
            self._script = []
            self._script_begins = (line + rows, len(tag_text) - tag_text.rfind("\n") if rows else column + len(tag_text) + 1)
        if "typeof" in given and _REVIEW.search(given["typeof"]) and len(self.rdfa) < _MOST_ITEMS:
            self.rdfa.append((line, column + 1))
        self._begin(tag, given, line, column + 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # in HTML the slash means nothing

    def _begin(self, tag: str, given: Mapping[str, str], line: int, column: int) -> None:
        if (ended := _ENDED_BY.get(tag)) and self._open and self._open[-1].tag in ended:
            self._end(len(self._open) - 1)
        owner = next((one.item for one in reversed(self._open) if one.item is not None), None)
        opened = _Open(tag)
        if "itemscope" in given:
            opened.item = _Item(given.get("itemtype", "").split()[0] if given.get("itemtype", "").split() else "", line, column)
            opened.item.refers = "itemref" in given
        names = tuple(given.get("itemprop", "").split())
        if names and owner is not None:
            if opened.item is not None:
                self._say(owner, names, opened.item)
            elif (value := self._value(tag, given)) is not None:
                self._say(owner, names, value)
            else:
                opened.names, opened.owner, opened.texts = names, owner, []
        elif opened.item is not None and _REVIEW.search(opened.item.kind) and len(self.items) < _MOST_ITEMS:
            self.items.append(opened.item)
        if tag in _VOID:
            if opened.texts is not None and opened.owner is not None:
                self._say(opened.owner, opened.names, "")
        elif len(self._open) < _DEEPEST:
            self._open.append(opened)

    def _value(self, tag: str, given: Mapping[str, str]) -> str | None:
        """Return the value of a property that an attribute gives, or None where it is the text of the element."""
        if "content" in given:  # on any element, as publishers write it and search engines read it
            return given["content"]
        return given.get(_VALUE_OF.get(tag, ""))

    @staticmethod
    def _say(item: _Item, names: tuple[str, ...], value: Any) -> None:  # noqa: ANN401  (a text or an item)
        for name in names:
            item.properties.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.append(("".join(self._script), *self._script_begins))
            self._script = None
        place = next((number for number in range(len(self._open) - 1, -1, -1) if self._open[number].tag == tag), None)
        if place is not None:
            self._end(place)

    def _end(self, place: int) -> None:
        for closed in reversed(self._open[place:]):
            if closed.texts is not None and closed.owner is not None:
                self._say(closed.owner, closed.names, "".join(closed.texts))
        del self._open[place:]

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
            return
        if self._open and self._open[-1].tag in {"script", "style"}:
            return
        for one in self._open:
            if one.texts is not None:
                one.texts.append(data)

    def close(self) -> None:
        super().close()
        if self._script is not None:  # a page that ends within a script
            self.scripts.append(("".join(self._script), *self._script_begins))
        self._end(0)
