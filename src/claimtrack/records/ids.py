"""What an id looks like, and how a text cites one."""

from __future__ import annotations

import re

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form of an id: lower-case letters a to z and digits, with single hyphens between them; part of other patterns."""

CITATION = re.compile(rf"\[@({SLUG})\]", re.ASCII)
"""A citation in a text, ``[@evidence-id]``; its group is the id."""

_ID = re.compile(SLUG, re.ASCII)


def is_slug(text: str) -> bool:
    r"""Say whether a text has the form of an id.

    >>> is_slug("count-2026"), is_slug("Count"), is_slug("count-"), is_slug("count\n")
    (True, False, False, False)
    """
    return _ID.fullmatch(text) is not None
