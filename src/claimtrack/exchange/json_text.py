"""JSON that is no markup: one value, or a list that is written item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from claimtrack.exchange.outgoing import Loss, Parts

_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_TOLD_APART = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
"""What some readers take for the end of a line or do not show, and halves of characters, which no UTF-8 can hold."""


def as_json(value: object) -> str:
    r"""Return a value as JSON on one line, in the order that it has.

    Raises:
        ValueError: a number is not finite, which JSON cannot say.
        TypeError: a value is nothing that JSON knows, such as a date.

    >>> as_json({"b": "ä\n", "a": ["\u2028"]})
    '{"b":"ä\\n","a":["\\u2028"]}'
    """
    text = _ENCODE(value)
    return _TOLD_APART.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def as_list(items: Parts) -> Parts:
    """Yield a list of JSON values, one a line, and what got lost between them."""
    between = "[\n"
    for one in items:
        if isinstance(one, Loss):
            yield one
        else:
            yield between + one
            between = ",\n"
    yield "[]\n" if between.startswith("[") else "\n]\n"


def text_of(parts: Parts) -> Iterator[str]:
    """Yield what was written, without what got lost."""
    return (one for one in parts if isinstance(one, str))
