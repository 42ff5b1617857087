"""JSON of others: one value, a list or a feed item by item, or an item a line; what is broken is told with its place and never guessed at.

What surrounds the JSON of a page is taken away where it can be nothing else: a byte order mark, the marks of a comment of HTML or of CDATA,
a semicolon behind it. Nothing within it is changed, but that line ends and tabs within texts, which JSON wants to be escaped, are read as
what they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, BinaryIO

import attrs

from claimtrack.exchange.pieces import Lines, Piece, after_blanks
from claimtrack.findings import Finding, Kind, finding
from claimtrack.locations import Span
from claimtrack.phrases import NOTHING, Phrase, say
from claimtrack.reading.kinds.of_imports import BROKEN_JSON, FOREIGN_BOUNDS, FOREIGN_FILE, REFUSED, REPAIRED

MAX_LINE = 16_777_216
"""How many bytes a line with an item may have, and a page of the web."""
MAX_FILE = 536_870_912
"""How many bytes a file may have that is one JSON value."""
ITEM_BY_ITEM = frozenset({"dataFeedElement", "claims", "claimReviewMarkupPages"})
"""Lists that are the whole content of a file, and are read item by item."""

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_WRAPPED = re.compile(
    r"\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)(.*?)(?://\s*)?(?:-->|/\*\s*\]\]>\s*\*/|\]\]>)\s*", re.DOTALL
)
_NOT_ESCAPED = re.compile(r"[\x00-\x1f]")
_DIGITS = 40

Found = Iterator[Piece | Finding]
"""What a reader yields: the values of a file, and between them what is wrong with it."""
Reading = Generator[Piece | Finding, None, int]
"""The same, with the offset that was come to in the end."""


@attrs.define
class _Decoder:
    """Decodes values, and remembers what JSON leaves open about the last one."""

    repeated: list[str] = attrs.Factory(list)
    constants: list[str] = attrs.Factory(list)
    _json: json.JSONDecoder = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._json = json.JSONDecoder(
            strict=False,
            object_pairs_hook=self._fields,
            parse_int=lambda digits: int(digits) if len(digits) < _DIGITS else digits,
            parse_float=_exact,
            parse_constant=self._constant,
        )

    def value_at(self, text: str, offset: int) -> tuple[Any, int]:
        """Return a value and where it ends."""
        self.repeated.clear()
        self.constants.clear()
        return self._json.raw_decode(text, offset)

    def _fields(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            names = [name for name, _ in pairs]
            self.repeated.extend(dict.fromkeys(name for name in names if names.count(name) > 1))
        return fields

    def _constant(self, name: str) -> None:
        self.constants.append(name)


def _exact(digits: str) -> Decimal | str:
    if len(digits) > _DIGITS:
        return digits
    try:
        return Decimal(digits)
    except InvalidOperation:
        return digits


def text_in(file: str, data: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """Return bytes as text, by their byte order mark, else as UTF-8; and what there is to say about that."""
    mark = next((one for one in _MARKS if data.startswith(one)), b"")
    try:
        text = data.decode(_MARKS.get(mark, "utf-8"))
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if _MARKS.get(mark) == "utf-16" else "UTF-8"
        message = say(
            "byte 0x{byte:02X}, number {number:,}, is not {encoding}", byte=data[error.start], number=error.start + 1, encoding=encoding
        )
        line = data.count(b"\n", 0, error.start) + 1
        return None, (finding(FOREIGN_FILE, file, Span.at(line, 1), message, say("save the file as UTF-8")),)
    if not mark:
        return text, ()
    return text, (finding(REPAIRED, file, None, say("a byte order mark at the beginning was passed over")),)


def values_of_lines(file: str, stream: BinaryIO) -> Found:
    """Yield the value of each line; a line that is broken is told, and the next one is read all the same."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            message = say("the line has more than {most:,} bytes", most=MAX_LINE)
            yield finding(FOREIGN_BOUNDS, file, Span.at(number, 1), message, say("split the file"))
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            continue
        text, findings = text_in(file, line)
        yield from (attrs.evolve(one, span=Span.at(number, 1)) for one in findings)
        if text is not None and text.strip():
            yield from values_in(file, text, number)


def values_in(file: str, text: str, line: int = 1, column: int = 1) -> Found:
    """Yield the values of a text: that of each entry where it is a list or a feed, and of each of several behind one another.

    Arguments:
        file: the file as the caller names it.
        text: the JSON.
        line: the line of the file that the text begins in.
        column: the column that it begins in.
    """
    reader = _Reader(file, Lines(text, line), column)
    begins, ends = 0, len(text)
    if (wrapped := _WRAPPED.fullmatch(text)) is not None:
        begins, ends = wrapped.span(1)
        yield reader.finding(REPAIRED, 0, say("the marks of a comment around the JSON were passed over"))
    yield from reader.values(text[:ends], begins)


@attrs.frozen
class _Reader:
    """Reads the values of one text."""

    _file: str
    _lines: Lines
    _column: int
    _decoder: _Decoder = attrs.field(factory=_Decoder, init=False)

    def finding(self, kind: Kind, offset: int, message: Phrase, hint: Phrase = NOTHING) -> Finding:
        line, column = self._place(offset)
        return finding(kind, self._file, Span.at(line, column), message, hint)

    def _place(self, offset: int) -> tuple[int, int]:
        line, column = self._lines.place(offset)
        return line, column + (self._column - 1 if line == self._lines.first else 0)

    def values(self, text: str, offset: int) -> Found:
        """Yield all values from an offset on; where one is broken, that is said, and nothing behind it is read."""
        try:
            offset = after_blanks(text, offset)
            while offset < len(text):
                if text[offset] == "[":
                    offset = yield from self._entries(text, offset)
                elif text[offset] == "{":
                    offset = yield from self._feed(text, offset)
                else:
                    offset = yield from self._whole(text, offset)
                offset = after_blanks(text, offset)
                if text[offset : offset + 1] == ";" and not text[offset + 1 :].strip():
                    yield self.finding(REPAIRED, offset, say("the semicolon behind the JSON was passed over"))
                    return
        except json.JSONDecodeError as error:
            yield self.finding(BROKEN_JSON, min(error.pos, max(len(text) - 1, 0)), _in_words(error), _MEND_IT)
        except RecursionError:
            message = say("lists and objects are nested too deep behind this place")
            yield self.finding(FOREIGN_BOUNDS, offset, message, say("take the item out of the file"))

    def _entries(self, text: str, offset: int) -> Reading:
        """Yield each entry of a list, and return where it ends."""
        offset = after_blanks(text, offset + 1)
        if text[offset : offset + 1] == "]":
            return offset + 1
        while True:
            offset = yield from self._whole(text, offset)
            offset = after_blanks(text, offset)
            sign = text[offset : offset + 1]
            if sign == "]":
                return offset + 1
            if sign != ",":
                raise json.JSONDecodeError("Expecting ',' delimiter", text, offset)
            offset = after_blanks(text, offset + 1)

    def _feed(self, text: str, offset: int) -> Reading:
        """Yield the entries of a feed, or the object as a whole where it is none, and return where it ends."""
        if not any(f'"{name}"' in text for name in ITEM_BY_ITEM):
            return (yield from self._whole(text, offset))
        begin, is_feed = offset, False
        offset = after_blanks(text, offset + 1)
        while text[offset : offset + 1] != "}":
            if text[offset : offset + 1] != '"':
                raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, offset)
            name, offset = self._decoder.value_at(text, offset)
            offset = after_blanks(text, offset)
            if text[offset : offset + 1] != ":":
                raise json.JSONDecodeError("Expecting ':' delimiter", text, offset)
            offset = after_blanks(text, offset + 1)
            if name in ITEM_BY_ITEM and text[offset : offset + 1] == "[":
                is_feed = True
                offset = yield from self._entries(text, offset)
            else:
                _, offset = self._decoder.value_at(text, offset)
            offset = after_blanks(text, offset)
            if text[offset : offset + 1] == ",":
                offset = after_blanks(text, offset + 1)
            elif text[offset : offset + 1] != "}":
                raise json.JSONDecodeError("Expecting ',' delimiter", text, offset)
        if not is_feed:
            return (yield from self._whole(text, begin))
        return offset + 1

    def _whole(self, text: str, offset: int) -> Reading:
        """Yield one value, with what JSON leaves open about it, and return where it ends."""
        value, end = self._decoder.value_at(text, offset)
        line, column = self._place(offset)
        raw = text[offset:end]
        for name in self._decoder.repeated:
            message = say("`{name}` stands in one object twice; the last one was taken", name=name)
            yield self.finding(REFUSED, offset, message, say("look which one is meant"))
        for name in self._decoder.constants:
            yield self.finding(REFUSED, offset, say("{name} is no number that JSON knows; nothing was taken for it", name=name))
        if _NOT_ESCAPED.search(raw) and (odd := _line_end_in_text(raw)) is not None:
            yield self.finding(REPAIRED, offset + odd, say("a line end or tab within a text is not escaped, and was read as it is"))
        yield Piece(self._file, value, raw, line, column)
        return end


_MEND_IT = say("mend it at this place and import the file again")


def _in_words(error: json.JSONDecodeError) -> Phrase:
    around = " ".join(error.doc[max(error.pos - 15, 0) : error.pos + 15].split())
    if error.msg.startswith("Unterminated string"):
        return say("this is no JSON: a text that begins here does not end; near ‘{around}’", around=around)
    if error.msg.startswith("Expecting ','"):
        return say(
            "this is no JSON: a comma or an end was expected; perhaps a quotation mark is not escaped, near ‘{around}’", around=around
        )
    return say("this is no JSON; near ‘{around}’", around=around)


def _line_end_in_text(raw: str) -> int | None:
    """Return where a text of a sound value holds a control character that is not escaped, or None where none does."""
    for text in re.finditer(r'"(?:[^"\\]|\\.)*"', raw, re.DOTALL):
        if (odd := _NOT_ESCAPED.search(text[0])) is not None:
            return text.start() + odd.start()
    return None
