"""JSON-LD: what it is made of, and the one encoder of it, for pages and for files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from claimtrack.project import Project
from claimtrack.records.text import Text

# What HTML could take for the end of the script element or the beginning of a comment, and what JavaScript could take for a line's end.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no UTF-8 can hold; no file has any, but a program can put them into a record."""


def encode(document: Mapping[str, Any]) -> str:
    r"""Return a document as JSON that can stand in a ``script`` element whatever its texts are.

    Raises:
        ValueError: a number is not finite, which JSON cannot say.
        TypeError: a value is nothing that JSON knows, such as a date.

    >>> encode({"name": "</script>", "a": 1})
    '{"a":1,"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return _LONE.sub("\ufffd", text.translate(_ESCAPES))


def words(project: Project, text: Text | None, language: str) -> str | None:
    """Return a text on one line, in a language if there is one, else in the desk's first; None where there is none."""
    return None if text is None else one_line(text.best(language, project.desk.reference_language)[0])


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def present(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that have something to say.

    >>> present({"a": 0, "b": None, "c": "", "d": []})
    {'a': 0}
    """
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
