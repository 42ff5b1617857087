"""Ids for checks of others: where the check stands, in letters that ids have, and a part that is the same for the same check again.

Titles are not transliterated: for Arabic, Hindi or Chinese there is no one way that people would find again, and libraries for it change
their minds. The host and what the address says in Latin letters can be read; the eight digits behind them make the id one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import unquote

from claimtrack.rules.ids import LONGEST_ID, slug_of
from claimtrack.variants.documents import document_at

_DIGITS = 8
_LONGEST_HOST = 24
_ENDING = re.compile(r"\.(?:html?|php|aspx?|amp)$", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{3}")


def id_of_check(address: str, publisher: str, identity: str, taken: Container[str]) -> str:
    """Return the id of a claim that came in with a check of it.

    Arguments:
        address: the address of the check; empty where it has none.
        publisher: who checked it.
        identity: what makes it the same check, hex digits.
        taken: ids that are somebody else's.

    >>> id_of_check("https://www.checks.example/2026/02/pool-closed-200-days.html", "", "0f3c52aa11223344", set())
    'checks-example-pool-closed-200-days-0f3c52aa'
    >>> id_of_check("https://checks.example/%D9%81%D8%AD%D8%B5/", "", "0f3c52aa11223344", {"checks-example-0f3c52aa"})
    'checks-example-0f3c52aa11223344'
    """
    document = document_at(address)
    where, _, path = document.key.partition("?")[0].partition("/") if document else ("", "", "")
    host = slug_of(where or publisher)[:_LONGEST_HOST].strip("-") or "check"
    for digits in (identity[:_DIGITS], identity):
        room = LONGEST_ID - len(host) - len(digits) - 2
        made = "-".join(filter(None, (host, _words(path, room), digits)))
        if made not in taken:
            return made
    return made


def _words(path: str, room: int) -> str:
    """Return what the path of an address says, as much of it as there is room for in whole words."""
    steps = [_ENDING.sub("", one) for one in unquote(path).split("/")]
    said = next((slug for one in reversed(steps) if _SAYS_SOMETHING.search(slug := slug_of(one))), "")
    while len(said) > room:
        said = said.rpartition("-")[0] if "-" in said else said[:room]
    return said.strip("-")
