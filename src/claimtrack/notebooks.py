"""HTML for notebooks: tables without scripts, colours and links, so that they look right in light and dark and do nothing.

Every text is escaped here and nowhere else. What a text does to its direction stays in its own cell, and formulas in it are not typeset.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import NewType

Html = NewType("Html", str)
"""HTML that was made by the functions of this module."""

_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no HTML may hold, and what turns the order of letters round."""
_LEFT = 'style="text-align: left; vertical-align: top"'


def words(text: str, language: str = "") -> Html:
    """Return a text to be read.

    Arguments:
        text: the text.
        language: the language that it is in, where that is known.

    >>> words("<b> & <i>")
    '<span dir="auto">&lt;b&gt; &amp; &lt;i&gt;</span>'
    """
    shown = html.escape(_NOT_SHOWN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")))
    lang = f' lang="{html.escape(_NOT_SHOWN.sub("", language))}"' if language else ""
    return Html(f'<span dir="auto"{lang}>{shown.replace(chr(10), "<br>")}</span>')


def facts(pairs: Iterable[tuple[str, Html]]) -> Html:
    """Return a table with a name and a value in each row."""
    rows = "".join(f"<tr><th scope=row {_LEFT}>{words(name)}</th><td {_LEFT}>{value}</td></tr>" for name, value in pairs)
    return Html(f"<table><tbody>{rows}</tbody></table>")


def table(headings: Sequence[str], rows: Iterable[Sequence[Html]]) -> Html:
    """Return a table with headings."""
    head = "".join(f"<th scope=col {_LEFT}>{words(one)}</th>" for one in headings)
    body = "".join(f"<tr>{''.join(f'<td {_LEFT}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return Html(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def folded(summary: str, content: Html) -> Html:
    """Return what opens when somebody clicks on its summary."""
    return Html(f"<details><summary>{words(summary)}</summary>{content}</details>")


def below(parts: Iterable[Html]) -> Html:
    """Return parts one after the other, each on a line of its own."""
    return Html("<br>".join(parts))


def card(title: str, *parts: Html) -> Html:
    """Return what a notebook shows of a record: a title and what stands below it."""
    return Html(f'<div class="claimtrack tex2jax_ignore mathjax_ignore"><p><b>{words(title)}</b></p>{"".join(parts)}</div>')
