"""The door to trafilatura: the main text of a page of the web, and what the page says of itself. It is loaded only when somebody asks."""

from __future__ import annotations

import codecs
import re
from typing import Any

import attrs

from claimtrack.errors import MissingExtraError, UsageError

MAX_BYTES = 16 * 1024 * 1024
"""The largest page that is looked at."""

_NEAR_THE_TOP = 4_096
_DECLARED = re.compile(rb"<meta[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_AS_BROWSERS_DO = {"ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
                   "iso-8859-9": "cp1254", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8"}  # fmt: skip
"""What browsers take for what a page declares (the Encoding Standard); a declaration that could be read is not in UTF-16."""


@attrs.frozen(kw_only=True)
class Page:
    """What a page of the web says of itself; empty where it does not say it.

    Attributes:
        title: its title.
        authors: who wrote it.
        published: the day of publication, `YYYY-MM-DD`.
        language: the tag of its language, as declared.
        url: the address that it calls its own.
        site: what the site calls itself.
        text: its main text, a line for each paragraph.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    url: str = ""
    site: str = ""
    text: str = ""


def page_in(html: str) -> Page:
    """Return what a page of the web says of itself, and its main text.

    Arguments:
        html: the page.

    Raises:
        MissingExtraError: trafilatura is not installed.
        UsageError: nothing can be taken out of the page.
    """
    try:
        import trafilatura  # noqa: PLC0415  (an extra, and slow to load)
    except ImportError:
        raise MissingExtraError("extract", "taking the text out of a page of the web") from None
    try:
        tree = trafilatura.load_html(html)
        language = _language(tree)
        # Only what the page says of its day counts: without these, days are guessed from its text and address.
        how_dates = {"extensive_search": False, "original_date": True}
        found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=how_dates)
    except Exception as error:  # a page can be anything, and the library promises nothing about what it raises
        raise UsageError(f"nothing can be taken out of the page: {type(error).__name__}; give its text as a text file") from error
    if found is None or not (text := _said(found, "text")).strip():
        raise UsageError("no main text was found in the page; give its text as a text file")
    return Page(
        title=_said(found, "title"),
        authors=tuple(one for part in _said(found, "author").split(";") if (one := part.strip())),
        published=_said(found, "date"),
        language=language,
        url=_said(found, "url"),
        site=_said(found, "sitename"),
        text=text,
    )


def decoded(data: bytes) -> str:
    r"""Return a page as text, by its byte order mark, else by what it declares, else as UTF-8.

    Raises:
        UsageError: it declares something that is no encoding, or is not written in what it declares.

    >>> decoded(b'<meta charset="iso-8859-1"><p>\x84So\x93</p>')[-8:]
    '„So“</p>'
    """
    declared = _DECLARED.search(data[:_NEAR_THE_TOP])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    encoding = next((known for mark, known in _MARKS.items() if data.startswith(mark)), _AS_BROWSERS_DO.get(name, name))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte 0x{data[error.start]:02X}, number {error.start + 1:,} of the file, is not {encoding}"
        said = f"which the page says that it is in ({name})" if declared else "and the page does not say what it is in"
        raise UsageError(f"{place}, {said}; save the page as UTF-8") from None
    except (LookupError, ValueError):
        raise UsageError(f"the page says that it is in {name!r}, which is no encoding of texts; save the page as UTF-8") from None


def _said(found: Any, name: str) -> str:  # noqa: ANN401  (a class of the library)
    value = getattr(found, name, None)
    return value if isinstance(value, str) else ""


def _language(tree: Any) -> str:  # noqa: ANN401  (a tree of lxml)
    """Return the language that a page declares: on its outermost element, else for networks."""
    if tree is None:
        return ""
    declared = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    declared += tree.xpath("//meta[@property='og:locale']/@content")[:1]
    return next((str(one).strip().replace("_", "-") for one in declared if one and str(one).strip()), "")
