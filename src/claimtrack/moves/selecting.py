"""Choosing claims by a line of text, such as ``topic=traffic rating=refuted``; the same questions as those of ``claimtrack list``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.moves.choosing import Choice

QUESTIONS: Mapping[str, str] = {
    "id": "ids",
    "status": "statuses",
    "rating": "ratings",
    "topic": "topics",
    "source": "sources",
    "folder": "folders",
    "text": "text",
}
"""What can be asked, and what it is called in a choice."""

_VALUE = r"\"[^\"]*\"|[^\s\",=]+"
_TERM = re.compile(rf"\s*(?P<name>[^\s\"=,]+)=(?P<values>(?:{_VALUE})(?:,(?:{_VALUE}))*)(?=\s|\Z)")
_EACH = re.compile(_VALUE)


def parse_selection(query: str) -> Choice:
    """Return what a query asks for.

    A query is a number of terms ``name=value`` with blanks between them. Terms of different names narrow the choice together; several
    values with commas between them, or the same name once more, widen it. A value with blanks, commas or ``=`` stands in double quotation
    marks. A claim has ``text="two words"`` where both words stand in any of its texts. An empty query asks for every claim.

    Raises:
        UsageError: it is no such query, or asks for something that cannot be asked.

    >>> choice = parse_selection('topic=traffic,harbour text="cargo bikes"')
    >>> choice.topics, choice.text
    (('traffic', 'harbour'), 'cargo bikes')
    """
    asked: dict[str, list[str]] = {}
    at = 0
    while query[at:].strip():
        term = _TERM.match(query, at)
        if term is None:
            raise UsageError(_no_term(query[at:].strip()))
        asked.setdefault(_field(term["name"]), []).extend(one.strip('"') for one in _EACH.findall(term["values"]))
        at = term.end()
    words = " ".join(asked.pop("text", []))
    each: dict[str, Any] = {field: tuple(values) for field, values in asked.items()}
    return Choice(text=words, **each)


def _field(name: str) -> str:
    if name in QUESTIONS:
        return QUESTIONS[name]
    close = difflib.get_close_matches(name, list(QUESTIONS), n=1)
    advice = f"did you mean {close[0]}?" if close else f"there are {', '.join(QUESTIONS)}"
    raise UsageError(f"--select cannot ask for {name!r}; {advice}")


def _no_term(rest: str) -> str:
    if rest.count('"') % 2:
        return f"--select: a quotation mark is opened and not closed in {rest!r}"
    return f'--select wants terms such as topic=traffic rating=refuted,misleading text="two words", found {rest!r}'
