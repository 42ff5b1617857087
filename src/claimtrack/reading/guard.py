"""The guard in front of the YAML parser: what the bytes of a file may be, and whether they call for a closer look.

Every test is a pass over the bytes in C, so that clean files pay next to nothing. What calls for a closer look goes through
``inspection``, event by event, before a parser that nesting can bring down sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claimtrack.findings import Finding, Fix, finding
from claimtrack.locations import START, Span
from claimtrack.phrases import say
from claimtrack.reading.characters import CONTROL_BYTES, LEADS, forbidden_characters, may_be_forbidden, without_forbidden
from claimtrack.reading.kinds import BYTE_ORDER_MARK, CONFLICT_MARKER, MIXED_LINE_ENDINGS, NOT_UTF8, TOO_LARGE
from claimtrack.reading.lines import Lines

MAX_NESTING = 20
"""How deep lists and mappings may be nested in one another."""

MAX_TEXT = 65_536
"""How many characters a single text may have."""

MAX_KEY = 200
"""How many characters the name of a field may have."""

_FEW_SIGNS = 1_000
"""So many signs that could open a list or mapping are fine for any parser, should each one be inside the one before it."""


@attrs.frozen
class Bounds:
    """How large a file may be.

    Attributes:
        size: in bytes.
        values: texts, lists and mappings, without the names of fields.
        easy: up to this size no other bound can be reached: not that for values, each of which takes two bytes, nor that for a text;
            and nobody could indent deep enough to trouble a parser.
    """

    size: int
    values: int
    easy: int


RECORD_BOUNDS = Bounds(size=1_048_576, values=20_000, easy=32_768)
SOURCES_BOUNDS = Bounds(size=16_777_216, values=320_000, easy=65_536)


def bounds_of(file: str) -> Bounds:
    """Return the bounds of a file, which go by its name: sources.yaml may hold the sources of a whole desk."""
    return SOURCES_BOUNDS if file.rpartition("/")[2] == "sources.yaml" else RECORD_BOUNDS


@attrs.frozen
class Admitted:
    """A file that may go on to the parser.

    Attributes:
        text: the file without its byte order mark. Forbidden characters are replaced, one for one: places stay what they are, and the
            rest can still be looked at.
        data: the same as bytes.
        sound: whether nothing was replaced.
        suspicious: whether it needs the closer look.
    """

    text: str
    data: bytes
    sound: bool
    suspicious: bool


_MARK = b"\xef\xbb\xbf"
_UTF32_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", *_UTF32_MARKS)
_SIGNS = b"\t\r!#%&*-:<=>?[\\{|" + CONTROL_BYTES + LEADS
_UNREMARKABLE = bytes(byte for byte in range(256) if byte not in _SIGNS)
"""Bytes that say nothing about whether any test is due. What remains without them is short, so that asking it costs little."""

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_CONFLICT_SIGNS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
_OPENING = (b"[", b"{", b"- ", b"? ")
_TOKEN_SIGNS = {
    b"&": re.compile(rb"&(?:(?<=\A.)|(?<=[\s,\[{:].))(?=\S)"),
    b"*": re.compile(rb"\*(?:(?<=\A.)|(?<=[\s,\[{:].))(?=[^\s*])"),
    b"!": re.compile(rb"!(?:(?<=\A.)|(?<=[\s,\[{:].))"),
}
"""Signs that begin an anchor, an alias or a tag where they begin a value; each search is quick because it begins with the sign."""

_KEY_SIGN = re.compile(rb"\?(?:(?<=\A.)|(?<=[\s,\[{:].))")
_RARE_ESCAPE = re.compile(rb"\\[0abvfreNLPxuU]")
_CLOSE_COMMENT = re.compile(rb"#(?:(?<=[|>]#)|(?<=[|>][-+0-9]#)|(?<=[|>][-+0-9]{2}#))")
_LINE_OF_BLANKS = re.compile(rb"\n +\r?\n")
_GLUED_COMMENT = re.compile(rb" #[^\s#]")


def admit(file: str, data: bytes) -> tuple[Admitted | None, tuple[Finding, ...]]:
    """Look at the bytes of a file.

    Arguments:
        file: its name, relative to the project's root.
        data: its bytes.

    Returns:
        What may go on to the parser, or None; and what is wrong with the bytes.
    """
    bounds = bounds_of(file)
    if len(data) > bounds.size:
        return None, (too_large(file, len(data), bounds.size),)
    signs = data.translate(None, _UNREMARKABLE)
    if data.startswith(_WIDE_MARKS) or (b"\0" in signs and _looks_like_utf16(data)):
        hint = say("save it as UTF-8, which some editors keep apart from ‘Unicode’")
        wide = "UTF-32" if data.startswith(_UTF32_MARKS) else "UTF-16"
        return None, (finding(NOT_UTF8, file, START, say("the file is written in {wide}, expected UTF-8", wide=wide), hint),)
    findings: list[Finding] = []
    if data.startswith(_MARK):
        message = say("the file begins with a byte order mark")
        fix = Fix(cleaning="byte-order-mark")
        findings.append(finding(BYTE_ORDER_MARK, file, START, message, say("save it as UTF-8 without BOM"), fix=fix))
        data = data.removeprefix(_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (*findings, _undecodable(file, data, error.start))
    sound = True
    if may_be_forbidden(data, signs) and (forbidden := forbidden_characters(file, Lines(text))):
        findings += forbidden
        sound = False
        text = without_forbidden(text)
        data = text.encode("utf-8")
    if b"\r" in signs and 0 < data.count(b"\r\n") < data.count(b"\n"):
        findings.append(_mixed_line_ends(file, text))
    if any(sign in signs for sign in _CONFLICT_SIGNS) and (conflicts := tuple(_conflicts(file, Lines(text)))):
        return None, (*findings, *conflicts)
    return Admitted(text, data, sound, not sound or len(data) > bounds.easy or _is_suspicious(data, signs)), tuple(findings)


def too_large(file: str, size: int, most: int) -> Finding:
    """Return the finding for a file that has more bytes than it may."""
    message = say("the file has {size:,} bytes, expected at most {most:,}", size=size, most=most)
    return finding(TOO_LARGE, file, START, message, say("move long texts out of the record"))


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether every other byte is zero, as in UTF-16 without a byte order mark."""
    zeros = sorted((data[::2].count(0), data[1::2].count(0)))
    return zeros[0] * 10 < zeros[1] and zeros[1] * 3 > len(data)


def _undecodable(file: str, data: bytes, offset: int) -> Finding:
    before = data[:offset].decode("utf-8")
    others = sum("\udc80" <= character <= "\udcff" for character in data.decode("utf-8", "surrogateescape")) - 1
    message = say("byte 0x{byte:02X}, number {number:,} of the file, is not UTF-8", byte=data[offset], number=offset + 1)
    if others == 1:
        message = say("{message}, nor is 1 more byte", message=message)
    elif others:
        message = say("{message}, nor are {others:,} more bytes", message=message, others=others)
    try:
        letter = data[offset : offset + 1].decode("cp1252")
        hint = say("save the file as UTF-8; in Windows-1252 the byte would be ‘{letter}’", letter=letter)
    except UnicodeDecodeError:
        hint = say("save the file as UTF-8")
    return finding(NOT_UTF8, file, Lines(before).span(len(before)), message, hint)


def _mixed_line_ends(file: str, text: str) -> Finding:
    windows = text.count("\r\n")
    others = text.count("\n") - windows
    first = text.index("\n")
    ends_as_on_windows = text.startswith("\r\n", max(first - 1, 0))
    odd = next(number for number, line in enumerate(text.split("\n")) if line.endswith("\r") != ends_as_on_windows)
    message = say(
        "the lines end in two ways: {windows:,} as on Windows (CR LF), {others:,} as elsewhere (LF)", windows=windows, others=others
    )
    span = Span.at(odd + 1, 1, len(Lines(text)[odd]))
    hint = say("choose one kind of line end in the editor and save")
    return finding(MIXED_LINE_ENDINGS, file, span, message, hint, fix=Fix(cleaning="line-ends"))


def _conflicts(file: str, lines: Lines) -> Iterator[Finding]:
    first = last = -1
    for number, line in enumerate(lines.all):
        if not _CONFLICT.fullmatch(line):
            continue
        first, last = first if first >= 0 else number, number
        if line.startswith(">"):
            yield _conflict(file, lines, first, last)
            first = -1
    if first >= 0:
        yield _conflict(file, lines, first, last)


def _conflict(file: str, lines: Lines, first: int, last: int) -> Finding:
    hint = say("decide between the two versions and delete the marker lines")
    message = say("file has an unresolved git conflict, line {first}", first=first + 1)
    if last > first:
        message = say("file has an unresolved git conflict, lines {first} to {last}", first=first + 1, last=last + 1)
    return finding(CONFLICT_MARKER, file, Span.at(first + 1, 1, len(lines[first])), message, hint)


def _is_suspicious(data: bytes, signs: bytes) -> bool:
    return (
        (len(signs) > _FEW_SIGNS and sum(map(data.count, _OPENING)) > _FEW_SIGNS)
        or b"\t" in signs
        or (b"\\" in signs and _RARE_ESCAPE.search(data) is not None)
        or b"<<" in signs
        or (b"#" in signs and (_GLUED_COMMENT.search(data) or _CLOSE_COMMENT.search(data)) is not None)
        or ((b" \n" in data or b"\r" in signs) and _LINE_OF_BLANKS.search(data) is not None)
        or (b"?" in signs and _KEY_SIGN.search(data) is not None)
        or (b"%" in signs and (data.startswith(b"%") or b"\n%" in data))
        or any(sign in signs and pattern.search(data) for sign, pattern in _TOKEN_SIGNS.items())
    )
