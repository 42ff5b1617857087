"""Texts inside Markdown that forges and job summaries render: our own sentences as they are, everything from a record as code.

Inside a code span nothing is a heading, a link, an address, a picture, HTML, or somebody's name that is called with ``@``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from claimtrack.formats.terminal import safe
from claimtrack.phrases import Phrase, Row, Translate

_MARKS = re.compile(r"([\\*_\[\]<>#|~!&])")
_CALLS = re.compile(r"(@[\w@-]*|\w+://\S*|www\.\S*)")

_Piece = tuple[bool, str]
"""A stretch of text, and whether it is code."""


def code(text: str) -> str:
    """Return a text as a code span, on one line; nothing where there is no text.

    >>> code("@everyone"), code("a ` b"), code("`")
    ('`@everyone`', '``a ` b``', '`` ` ``')
    """
    inside = safe(text)
    if not inside:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", inside)), default=0) + 1)
    # One blank at each end is taken off again by whoever reads it, unless there is nothing but blanks.
    blank = " " if inside.strip() and (inside[0] in " `" or inside[-1] in " `") else ""
    return f"{fence}{blank}{inside}{blank}{fence}"


def plain(text: str) -> str:
    r"""Return a sentence of our own: what it has in backticks is code, and nothing else in it is Markdown.

    >>> plain("name it in `parties`, as *one* [@id]")
    'name it in `parties`, as \\*one\\* \\[`@id`\\]'
    """
    return _joined(_own(text))


def sentence(words: str, translate: Translate) -> str:
    """Return a phrase in a language, with every value in it as code; a text that is no phrase is code as a whole.

    Arguments:
        words: a phrase, or any text.
        translate: gives the template of another language for an English one.
    """
    return _joined(_pieces(words, translate))


def fenced(text: str, language: str = "") -> str:
    """Return lines as a block of code."""
    fence = "`" * max(3, max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _pieces(words: str, translate: Translate) -> Iterator[_Piece]:
    if not isinstance(words, Phrase):
        yield (True, words)
        return
    in_code = False
    for literal, field, spec, conversion in Formatter().parse(translate(words.template)):
        for number, part in enumerate(literal.split("`")):
            in_code ^= number > 0
            yield (in_code, part)
        if field is None:
            continue
        value = words.values[field]
        if isinstance(value, Phrase) and not in_code:
            yield from _pieces(value, translate)
        elif isinstance(value, Row) and any(isinstance(one, Phrase) for one in value) and not in_code:
            for number, one in enumerate(value):
                yield (False, value.between if number else "")
                yield from _pieces(one if isinstance(one, str) else str(one), translate)
        else:
            shown = value.by(translate) if isinstance(value, Phrase) else value
            shown = Formatter().convert_field(shown, conversion)
            yield (in_code or not isinstance(value, int), format(shown, spec or ""))


def _own(text: str) -> Iterator[_Piece]:
    for number, part in enumerate(text.split("`")):
        yield (number % 2 == 1, part)


def _joined(pieces: Iterator[_Piece]) -> str:
    """Put pieces together; code beside code is one span, since two would run into each other."""
    text, pending = "", ""
    for is_code, part in pieces:
        if is_code:
            pending += part
        elif part:
            text += code(pending) + _escaped(part)
            pending = ""
    return text + code(pending)


def _escaped(part: str) -> str:
    """Return words of our own with every mark of Markdown in it as itself, and what a forge would make a link of as code."""
    words = _CALLS.split(part)
    return "".join(code(word) if number % 2 else _MARKS.sub(r"\\\1", safe(word, len(word) + 1)) for number, word in enumerate(words))
