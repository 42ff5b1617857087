"""Characters that nobody sees, and letters that look like those of another script."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u115f\u1160\u200b\u2060\u2800\u3164\ufeff\uffa0]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_GREEK_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρτυχ")


def unseen(text: str) -> list[tuple[int, str]]:
    """Return place and name of every invisible character that makes equal-looking texts different.

    The joiners and marks of direction that Arabic, Persian, Hebrew, Indic scripts and emoji are written with are not among them.

    >>> unseen("bri\u200bdge")
    [(3, 'ZERO WIDTH SPACE')]
    """
    return [(match.start(), unicodedata.name(match[0])) for match in _UNSEEN.finditer(text)]


def mixed_word(text: str) -> tuple[str, str] | None:
    """Return the first word that mixes Latin letters with letters of another script that look like them, and that script.

    >>> mixed_word("P\u0430ris")
    ('Pаris', 'Cyrillic')
    """
    if text.isascii():
        return None
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii():
            scripts = {script for letter in word if (script := _script(letter))}
            if "Latin" in scripts and len(scripts) > 1:
                return word, min(scripts - {"Latin"})
    return None


def _script(letter: str) -> str:
    if letter.isascii() or letter in _GREEK_LIKE_LATIN:
        return "Latin" if letter.isascii() else "Greek"
    name = unicodedata.name(letter, "")
    return "Latin" if name.startswith("LATIN ") else "Cyrillic" if name.startswith("CYRILLIC ") else ""
