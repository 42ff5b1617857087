"""The one encoder of JSON-LD for pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

# What HTML could take for the end of the script element or the beginning of a comment, and what JavaScript could take for a line's end.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def encode(document: Mapping[str, Any]) -> str:
    r"""Return a document as JSON that can stand in a ``script`` element whatever its texts are.

    Raises:
        ValueError: a number is not finite, which JSON cannot say.
        TypeError: a value is nothing that JSON knows, such as a date.

    >>> encode({"name": "</script>", "a": 1})
    '{"a":1,"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.translate(_ESCAPES)
