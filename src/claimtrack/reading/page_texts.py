"""The text of a web page that was kept: what its readers saw as words, without tags, scripts and styles.

The page is read by hand and not by ``html.parser``, which takes seconds for a few kilobytes of tags that never end. Here a comment, a tag
or a script without an end reaches to the end of the page, as it does in browsers, so that no place is looked at twice.
"""

from __future__ import annotations

import codecs
import html
import re

_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_TAG = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_REST_OF_TAG = re.compile(r"""(?>[^>=]+|=\s*+(?:"[^"]*"|'[^']*')|=)*+>""")
_UNSEEN = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in ("script", "style", "template")}
_WITHIN_A_LINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""The tags that do not part words; before and behind all others there is at least a blank."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
_DECLARED_WITHIN = 1024
"""Where a page has to say its encoding (HTML standard): within its first 1024 bytes."""
_ENCODINGS = re.compile(r"iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr")
_ENDLESS_NUMBER = re.compile(r"&#\d{12,}")


def text_of_page(data: bytes) -> str | None:
    """Return the text of a page, or None where its encoding is not known.

    Whatever parts blocks becomes a line break; entities are resolved. A page that is not UTF-8 is read in the encoding that it declares,
    if that is a common one.

    >>> text_of_page(b"<p>620 <b>lor</b>ries &amp; 40 carts</p><script>count()</script><p>a day</p>").split()
    ['620', 'lorries', '&', '40', 'carts', 'a', 'day']
    """
    page = _decoded(data)
    if page is None:
        return None
    parts: list[str] = []
    at = 0
    while markup := _MARKUP.search(page, at):
        parts.append(_words(page[at : markup.start()]))
        at, between = _behind(page, markup.start())
        parts.append(between)
    parts.append(_words(page[at:]))
    return "".join(parts)


def _behind(page: str, start: int) -> tuple[int, str]:
    """Return where a page goes on behind what begins with ``<``, and what stands in its place."""
    if page.startswith("<!--", start):
        return _after(page, "-->", start + 2), ""
    tag = _TAG.match(page, start)
    if tag is None:
        return _after(page, ">", start), ""
    name = tag[1].lower()
    rest = _REST_OF_TAG.match(page, tag.end())
    end = rest.end() if rest else len(page)
    if name in _UNSEEN and page[start + 1] != "/":
        closed = _UNSEEN[name].search(page, end)
        end = closed.start() if closed else len(page)
    return end, "" if name in _WITHIN_A_LINE else "\n"


def _after(page: str, sign: str, start: int) -> int:
    found = page.find(sign, start)
    return len(page) if found < 0 else found + len(sign)


def _words(text: str) -> str:
    return html.unescape(_ENDLESS_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded_as(data, "utf-16")
    text = _decoded_as(data, "utf-8-sig")
    if text is not None:
        return text
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    encoding = declared[1].decode("ascii").lower() if declared else ""
    if not _ENCODINGS.fullmatch(encoding):
        return None
    return _decoded_as(data, "windows-1252" if encoding == "iso-8859-1" else encoding)  # what browsers take it for


def _decoded_as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
