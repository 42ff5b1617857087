"""The citations in a reasoning: ``[@evidence-id]``."""

from __future__ import annotations

import re

_CITATION = re.compile(r"\[@([^\[\]\n]{0,200})\]")


def cited_in(text: str) -> tuple[str, ...]:
    """Return what a text cites, in order, each once.

    >>> cited_in("So it is [@count], as others say [@survey] too [@count].")
    ('count', 'survey')
    """
    return tuple(dict.fromkeys(_CITATION.findall(text)))
