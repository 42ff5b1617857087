"""Foreign files as values: pages of the web, JSON as one value or as one a line, told apart by what stands in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from claimtrack.errors import UsageError
from claimtrack.exchange.foreign_json import MAX_FILE, MAX_LINE, Found, text_in, values_in, values_of_lines
from claimtrack.exchange.incoming import Given
from claimtrack.exchange.pieces import Piece
from claimtrack.exchange.web_page import values_of_page
from claimtrack.extracting import decoded
from claimtrack.findings import Finding, finding
from claimtrack.phrases import say
from claimtrack.reading.kinds.of_imports import FOREIGN_BOUNDS, FOREIGN_FILE, NOTHING_THERE

_PAGES = (".htm", ".html", ".xhtml")
_NEAR_THE_TOP = 4_096
_BLANK = b" \t\r\n\xef\xbb\xbf"
_BEGINS_A_PAGE = re.compile(rb"[\s\xef\xbb\xbf]*<(?!!--\s*[{\[]|!\[CDATA)")
"""What begins like a page of the web and not like JSON within the marks of a comment."""


def values_of(given: Given) -> Iterator[Piece | Finding]:
    """Yield the values of a file, one after the other, and what is wrong with it.

    Arguments:
        given: the file. What begins with ``<`` is a page; what has a whole value on its first line and something on the next one has a
            value a line; everything else is one value, or a list or a feed of them.
    """
    top = given.stream.read(_NEAR_THE_TOP)
    given.stream.seek(0)
    if not top.strip(_BLANK):
        yield finding(NOTHING_THERE, given.name, None, say("there is nothing in the file"))
    elif given.name.casefold().endswith(_PAGES) or _BEGINS_A_PAGE.match(top):
        yield from _of_page(given)
    elif _has_a_value_on_each_line(given):
        yield from values_of_lines(given.name, given.stream)
    else:
        yield from _of_one_value(given)


def _of_page(given: Given) -> Found:
    data = given.stream.read(MAX_LINE + 1)
    if len(data) > MAX_LINE:
        message = say("the page has more than {most:,} bytes", most=MAX_LINE)
        yield finding(FOREIGN_BOUNDS, given.name, None, message, say("save only what it says of the claim"))
        return
    try:
        html = decoded(data)
    except UsageError as error:
        yield finding(FOREIGN_FILE, given.name, None, say("{why}", why=str(error)))
        return
    yield from values_of_page(given.name, html)


def _of_one_value(given: Given) -> Found:
    data = given.stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        message = say("the file has more than {most:,} bytes", most=MAX_FILE)
        yield finding(FOREIGN_BOUNDS, given.name, None, message, say("split it, or write one item a line"))
        return
    text, findings = text_in(given.name, data)
    del data  # of a large feed, once is enough
    yield from findings
    if text is not None:
        yield from values_in(given.name, text)


def _has_a_value_on_each_line(given: Given) -> bool:
    """Tell whether a whole value stands on the first line and something behind it."""
    lines = (line for line in iter(lambda: given.stream.readline(MAX_LINE + 1), b"") if line.strip(_BLANK))
    first, second = next(lines, b""), next(lines, b"")
    given.stream.seek(0)
    if not second:
        return False
    try:
        json.loads(first.removeprefix(b"\xef\xbb\xbf"), strict=False)
    except (ValueError, RecursionError):  # also what is not UTF-8
        return _looks_like_a_line(first) and _looks_like_a_line(second)
    return True


def _looks_like_a_line(line: bytes) -> bool:
    """Tell whether a line begins and ends as an object does; the first of many can be the broken one."""
    line = line.strip(_BLANK)
    return line.startswith(b'{"') and line.endswith(b"}")
