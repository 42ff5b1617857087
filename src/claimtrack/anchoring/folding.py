"""Texts made comparable, with the way back: what two people would call the same words is the same, and every place is known again."""

from __future__ import annotations

import bisect
import re
import unicodedata

_BLANKS = r"[\s\u00ad\u200b\u2060\ufeff]+"
_QUOTES = "\"'`´«»‹›“”„‟‘’‚‛"
_DASHES = "‐‑‒–—―−"
_LIKE = {**dict.fromkeys(_QUOTES, '"'), **dict.fromkeys(_DASHES, "-"), "…": "..."}
_SAME = re.compile(rf"{_BLANKS}|.[\u0300-\u036f]+")
_ALIKE = re.compile(rf"{_BLANKS}|.[\u0300-\u036f]+|[{re.escape(''.join(_LIKE))}]")


class Folded:
    """A text made comparable.

    Blanks and line breaks count as one blank, invisible characters among them, and letters with their accents are in Unicode's form NFC.
    Where *alike* is asked for, all quotation marks and apostrophes are one character, and so are all dashes and hyphens.

    Attributes:
        text: the text made comparable.
    """

    def __init__(self, text: str, *, alike: bool = False) -> None:
        parts: list[str] = []
        self._here: list[int] = [0]
        self._there: list[int] = [0]
        length = at = 0
        for match in (_ALIKE if alike else _SAME).finditer(text):
            new = _folded(match[0])
            if new == match[0]:
                continue
            parts += (text[at : match.start()], new)
            length += match.start() - at
            self._note(length, match.start())
            length += len(new)
            at = match.end()
            self._note(length, at)
        parts.append(text[at:])
        self.text = "".join(parts)

    def _note(self, here: int, there: int) -> None:
        self._here.append(here)
        self._there.append(there)

    def place(self, here: int) -> int:
        """Return where a place in the comparable text is in the text that it was made from, in code points.

        >>> Folded("so  far").place(3)
        4
        """
        known = bisect.bisect_right(self._here, here) - 1
        there = self._there[known] + here - self._here[known]
        return min(there, self._there[known + 1]) if known + 1 < len(self._there) else there


def _folded(found: str) -> str:
    if found in _LIKE:
        return _LIKE[found]
    if found[0].isspace() or found[0] in "\u00ad\u200b\u2060\ufeff":
        return " " if any(map(str.isspace, found)) else ""
    return unicodedata.normalize("NFC", found)
