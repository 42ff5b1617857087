"""Characters that no file of records may hold, raw or escaped: invisible ones that end lines, turn text round or take over terminals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from claimtrack.findings import Finding, Kind, finding
from claimtrack.phrases import Phrase, say
from claimtrack.reading.kinds import BIDIRECTIONAL, CONTROL_CHARACTER, LINE_SEPARATOR
from claimtrack.reading.lines import Lines

MOST_LOOKED_AT = 1_000
"""How many forbidden characters are looked at; a file that has more is broken as a whole."""

_LAST_OF_PLANES = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_CONTROL = f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_LAST_OF_PLANES}]"
_SEPARATOR = "[\x85\u2028\u2029]|\r(?!\n)"
_BIDIRECTIONAL = "[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
_FLAGS = "\U0001f3f4(?:{})\U000e007f".format(
    "|".join("".join(chr(0xE0000 + ord(letter)) for letter in place) for place in ("gbeng", "gbsct", "gbwls"))
)
"""The flags of England, Scotland and Wales, which are written with tag characters; no other emoji is, and no other text needs them."""
_FORBIDDEN = re.compile(f"({_CONTROL}+)|((?:{_SEPARATOR})+)|({_BIDIRECTIONAL}+)|{_FLAGS}")
"""Runs of forbidden characters, each in the group of its kind; and, in no group, what looks like one and is none."""
_KINDS = (CONTROL_CHARACTER, LINE_SEPARATOR, BIDIRECTIONAL)
"""The kinds of the three groups of the pattern."""

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85", "L": "\u2028", "P": "\u2029"}

_NAMES = {
    "\0": "NULL",
    "\a": "BELL",
    "\b": "BACKSPACE",
    "\v": "LINE TABULATION",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
    "\ufeff": "BYTE ORDER MARK",
}

CONTROL_BYTES = bytes(range(0x09)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20)) + b"\x7f"
"""Bytes that are forbidden wherever they stand; a carriage return is not among them."""

_BY_LEAD: dict[bytes, Callable[[bytes], object]] = {
    b"\xc2": re.compile(rb"\xc2[\x80-\x9f]").search,
    b"\xe2": re.compile(rb"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])").search,
    b"\xef": re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbb\xbf|\xbf[\xb9-\xbb\xbe\xbf])").search,
    b"\xf0": re.compile(rb"\xf0.\xbf[\xbe\xbf]", re.DOTALL).search,
    b"\xf1": re.compile(rb"\xf1.\xbf[\xbe\xbf]", re.DOTALL).search,
    b"\xf2": re.compile(rb"\xf2.\xbf[\xbe\xbf]", re.DOTALL).search,
    b"\xf3": re.compile(rb"\xf3(?:\xa0[\x80\x81]|.\xbf[\xbe\xbf])", re.DOTALL).search,
    b"\xf4": re.compile(rb"\xf4.\xbf[\xbe\xbf]", re.DOTALL).search,
}
"""The bytes that begin characters of which some are forbidden, and a search for these; each quick because it begins with that byte."""

LEADS = b"".join(_BY_LEAD)
"""The bytes that begin characters of which some are forbidden."""


def may_be_forbidden(data: bytes, signs: bytes) -> bool:
    """Tell quickly whether a file holds a forbidden character.

    Arguments:
        data: the file in UTF-8.
        signs: the bytes of it that matter, in any order: at least all of CONTROL_BYTES and LEADS, and carriage returns.
    """
    if len(signs.translate(None, CONTROL_BYTES)) != len(signs):
        return True
    if b"\r" in signs and data.count(b"\r") != data.count(b"\r\n"):
        return True
    return any(lead in signs and search(data) for lead, search in _BY_LEAD.items())


def forbidden_characters(file: str, lines: Lines) -> list[Finding]:
    """Return a finding for each run of forbidden characters in a text, and one for all lines of a text that has no other line ends."""
    findings: list[Finding] = []
    ends = lines.text.count("\r") if "\n" not in lines.text else 0
    runs = (run for run in _FORBIDDEN.finditer(lines.text) if run.lastindex)
    for run in islice(runs, MOST_LOOKED_AT):
        if not ends or run[0].strip("\r"):
            findings.append(_raw(file, lines, run, len(run[0])))
        elif run.start() == lines.text.index("\r"):
            findings.append(_raw(file, lines, run, ends))
    return findings


def _raw(file: str, lines: Lines, run: re.Match[str], number: int) -> Finding:
    kind = _kind(run)
    character = shown(run[0][0])
    what = say("{character} (and {number} more)", character=character, number=number - 1) if number > 1 else character
    if kind is CONTROL_CHARACTER:
        message = say("{characters} has no place in a text", characters=what)
    elif kind is LINE_SEPARATOR:
        message = say("{characters} ends a line for some programs and not for others", characters=what)
    else:
        message = say("{characters} is invisible and changes what readers see", characters=what)
    return finding(kind, file, lines.span(run.start(), len(run[0])), message, _hint(kind))


def forbidden_escapes(file: str, lines: Lines, texts: Iterable[tuple[int, int]]) -> list[Finding]:
    """Return a finding for each escape that stands for a forbidden character.

    Arguments:
        file: the file.
        lines: its text.
        texts: where in it texts in double quotation marks begin and end.
    """
    return list(islice((one for start, end in texts for one in _escapes(file, lines, start, end)), MOST_LOOKED_AT))


def _escapes(file: str, lines: Lines, start: int, end: int) -> Iterator[Finding]:
    for escape in _ESCAPE.finditer(lines.text, start, end):
        digits = escape[1] or escape[2] or escape[3]
        character = chr(min(int(digits, 16), 0x10FFFF)) if digits else _SHORT_ESCAPES.get(escape[4], " ")
        if run := _FORBIDDEN.match(character):
            span = lines.span(escape.start(), len(escape[0]))
            yield finding(_kind(run), file, span, _of_escape(_kind(run), escape[0], shown(character)), _hint(_kind(run)))


def _of_escape(kind: Kind, escape: str, character: str) -> Phrase:
    if kind is CONTROL_CHARACTER:
        return say("`{escape}` stands for {character}, which has no place in a text", escape=escape, character=character)
    if kind is LINE_SEPARATOR:
        return say(
            "`{escape}` stands for {character}, which ends a line for some programs and not for others", escape=escape, character=character
        )
    return say("`{escape}` stands for {character}, which is invisible and changes what readers see", escape=escape, character=character)


def forbidden_in(text: str) -> str | None:
    """Return the first character of a text that no record may hold, or None."""
    return next((run[0][0] for run in _FORBIDDEN.finditer(text) if run.lastindex), None)


def without_forbidden(text: str) -> str:
    """Return a text of the same length with every forbidden character replaced, so that the rest of it can be looked at."""
    return _FORBIDDEN.sub(lambda run: "\N{REPLACEMENT CHARACTER}" * len(run[0]) if run.lastindex else run[0], text)


def shown(character: str) -> str:
    r"""Return the number and the name of a character, for people.

    >>> shown("\u2028"), shown("\0"), shown("\ufffe")
    ('U+2028 LINE SEPARATOR', 'U+0000 NULL', 'U+FFFE')
    """
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def _kind(run: re.Match[str]) -> Kind:
    return _KINDS[(run.lastindex or 1) - 1]


def _hint(kind: Kind) -> Phrase:
    return say("put an ordinary line break or a blank in its place") if kind is LINE_SEPARATOR else say("delete it")
