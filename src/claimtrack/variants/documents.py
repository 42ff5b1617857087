"""Which document an address leads to: one key for all the addresses that lead to the same one.

Two documents must never get one key; that two addresses of one document get two is the smaller fault. So what could name a document is
kept (every parameter that is not known to track, the case of a path, a fragment that routes), and what is taken away is taken away only
where it is known what it does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.urls import AddressError, rewritten
from claimtrack.variants.services import HOSTS, named_by_service
from claimtrack.variants.tracking import tracks
from claimtrack.variants.wrappers import unwrapped

PARTS = frozenset({"end", "nameddest", "page", "pagemode", "search", "start", "t", "toolbar", "view", "xywh", "zoom"})
"""Parameters behind ``#`` that lead to a place within a document: a page, a moment, a part of a picture, and how it is shown."""

INDEXES = frozenset({"index.htm", "index.html", "index.php"})
"""What servers show for a folder."""

FOR_PHONES = frozenset({"amp", "m", "mobile"})
"""In front of a host: the same pages, laid out for phones."""

_WIKIS = (".m.wikipedia.org", ".m.wiktionary.org", ".m.wikinews.org", ".m.wikiquote.org", ".m.wikisource.org")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "go", "gob", "gov", "gv", "ne", "net", "or", "org"})
_MOST_WRAPPERS = 5
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!'()*,:@$")
_OWN_NAME = re.compile(r"\d{5}|[-_][^-_]+[-_]|\.[a-z]{3,5}$", re.IGNORECASE)
"""What the last step of a path looks like where it names one text and not a section: a number, a slug of three words, a file."""


class Document(NamedTuple):
    """What an address leads to.

    Attributes:
        key: the same for all addresses that lead to the same document.
        captured: the moment of the capture, where the address is one of a web archive; versions of one document differ in it.
        part: the place within the document that the address names; empty where it names none.
    """

    key: str
    captured: str
    part: str


def document_at(address: str) -> Document | None:
    """Return the document that an address leads to, or None where it is no address.

    Not told apart are http and https, the case of a host, ``www.``, hosts for phones, AMP pages and caches, tracking parameters, the
    order of the others, a slash or an index page at the end, ways of escaping, captures of web archives and redirects that name their
    target. What was taken for a page can have been changed since; the key says where it is, not what it says.

    >>> document_at("https://www.a.example/report/?utm_source=letter#page=3")
    Document(key='a.example/report', captured='', part='page=3')
    >>> document_at("https://web.archive.org/web/20250224101500/http://m.a.example/report")
    Document(key='a.example/report', captured='20250224101500', part='')
    >>> document_at("https://a.example/report?id=7").key
    'a.example/report?id=7'
    """
    try:
        address = rewritten(address)
    except AddressError:
        return None
    captured = ""
    for _ in range(_MOST_WRAPPERS):
        within = unwrapped(address)
        if within is None:
            break
        try:
            address = rewritten(within.address)
        except AddressError:
            break
        captured = captured or within.captured
    key, part = _key_and_part(address)
    return Document(key, captured, part)


def _key_and_part(address: str) -> tuple[str, str]:
    rest, _, fragment = address.partition("://")[2].partition("#")
    rest, _, query = rest.partition("?")
    where, _, path = rest.partition("/")
    route, part = _route_and_part(fragment)
    path = _path(path)
    pairs = _pairs(query)
    host = _host(where, named=bool(path or pairs))
    if service := named_by_service(host, path, pairs):
        return service.key, service.part or part
    query = "&".join(sorted(pairs, key=_name))
    return f"{host}{'/' if path else ''}{path}{'?' if query else ''}{query}{'#' if route else ''}{route}", part


def _host(where: str, *, named: bool) -> str:
    """Return a host without what stands in front of it for phones and by habit.

    Arguments:
        where: the host, with its port where that is not the usual one.
        named: whether the address names anything on that host; the front page for phones can be another one.
    """
    where = where.removesuffix(".")
    if where.endswith(_WIKIS):
        where = where.replace(".m.", ".", 1)
    front, _, rest = where.partition(".")
    while (front == "www" or (named and front in FOR_PHONES)) and _can_stand_alone(rest):
        where = rest
        front, _, rest = where.partition(".")
    return HOSTS.get(where, where)


def _can_stand_alone(host: str) -> bool:
    labels = host.partition(":")[0].split(".")
    return len(labels) > 2 or (len(labels) == 2 and not (labels[0] in _SECOND_LEVEL and len(labels[1]) == 2))  # noqa: PLR2004  (co.uk)


def _path(path: str) -> str:
    steps: list[str] = []
    for step in _unescaped(path, _PLAIN).split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    _cut_end(steps)
    if len(steps) > 1 and steps[-1] == "amp" and _OWN_NAME.search(steps[-2]):
        del steps[-1]
        _cut_end(steps)
    elif len(steps) > 1 and steps[0] == "amp" and _OWN_NAME.search(steps[-1]):
        del steps[0]
    if steps and steps[-1].endswith(".amp.html"):
        steps[-1] = steps[-1].removesuffix(".amp.html") + ".html"
    elif steps and _OWN_NAME.search(steps[-1].removesuffix(".amp")):
        steps[-1] = steps[-1].removesuffix(".amp")
    return "/".join(steps)


def _cut_end(steps: list[str]) -> None:
    """Take away a slash at the end of a path, and the index page in front of it."""
    while steps and not steps[-1]:
        del steps[-1]
    if steps and steps[-1].lower() in INDEXES:
        del steps[-1]
        while steps and not steps[-1]:
            del steps[-1]


def _pairs(query: str) -> list[str]:
    pairs = (_unescaped(pair, _PLAIN | {"/", "?"}).replace("%20", "+") for pair in query.split("&") if pair)
    return [pair for pair in pairs if not tracks(_name(pair)) and not _asks_for_amp(pair)]


def _asks_for_amp(pair: str) -> bool:
    name, _, value = pair.lower().partition("=")
    return (name == "amp" and value in {"", "1", "true"}) or pair.lower() == "outputtype=amp" or name in {"amp_gsa", "amp_js_v", "usqp"}


def _name(pair: str) -> str:
    return pair.partition("=")[0]


def _route_and_part(fragment: str) -> tuple[str, str]:
    """Tell apart a fragment that names another document, for a program in the page, and one that names a place within it."""
    fragment, sign, directive = fragment.partition(":~:")
    said = [pair for pair in _unescaped(fragment, _PLAIN | {"/", "?"}).split("&") if pair and not ("=" in pair and tracks(_name(pair)))]
    names = "&".join(said)
    if names.startswith("!") or "/" in names or any("=" in pair and _name(pair).lower() not in PARTS for pair in said):
        return names, directive
    return "", names + sign + directive


def _unescaped(text: str, plain: frozenset[str]) -> str:
    """Return a text in which signs that need no escaping are written as they are, and all others with capital digits."""
    if "%" not in text:
        return text

    def written(found: re.Match[str]) -> str:
        sign = chr(int(found[1], 16))
        return sign if sign in plain else found[0].upper()

    return _ESCAPE.sub(written, text)
