"""Characters that nobody sees, and letters that look like those of another script."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u115f\u1160\u200b\u2060\u2800\u3164\ufeff\uffa0]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_GREEK_LIKE_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρτυχ"
_OTHER_SCRIPT = re.compile(f"[\u0400-\u052f{_GREEK_LIKE_LATIN}]")


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
    if _OTHER_SCRIPT.search(text) is None:
        return None
    for match in _WORD.finditer(text):
        word = match[0]
        other = _OTHER_SCRIPT.search(word)
        if other is not None and any(unicodedata.name(letter, "").startswith("LATIN ") for letter in word):
            return word, "Greek" if other[0] in _GREEK_LIKE_LATIN else "Cyrillic"
    return None
