"""How digests of files are written in records: in small letters or, as PowerShell prints them, in capitals."""

from __future__ import annotations

import re

_SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)


def is_digest(text: str) -> bool:
    """Say whether a text is written as a SHA-256 digest is.

    >>> is_digest("A" * 64)
    True
    >>> is_digest("a" * 63)
    False
    """
    return _SHA256.fullmatch(text) is not None
