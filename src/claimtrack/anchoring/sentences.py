"""The sentences of a text, counted so that a doubt never makes two out of one.

A mark at the end of a sentence is one only where a new sentence begins behind it. "20. Februar", "z. B.", "Dr. Holm", "U.S. troops", a
decimal, an ellipsis and whatever stands in quotation marks or brackets end nothing. After an abbreviation or a German "20." only a word
that is written with a capital because a sentence begins with it, such as "Die" or "The", says that one has ended.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator

from claimtrack.anchoring.abbreviations import MAY_END, NEVER_END, STARTERS

_MARK = re.compile(r"[.!?…؟]+|[。！？｡।॥۔։።။។]+|\n[^\S\n]*\n")
_PLAIN_ENDS = frozenset("。！？｡।॥۔։።။។\n")
"""Marks that stand for nothing but the end of a sentence."""
_CLOSERS = ')]’”“»«"」』）'
_BEHIND = re.compile(r"""([”“»«"’)\]」』）]{0,8})(\s{0,20})(["“„«»‘‚(\[¿¡「『（]{0,8})(\w{0,30})""")
_TOKEN = re.compile(r"[^\s()\[\]„“”\"«»‘’‚/–—-]*\Z")
_LETTER = re.compile(r"[^\W\d_]")
_ORDINAL = re.compile(r"\d[\d.]*|[IVXLC]+")
_VOWEL = re.compile("[aeiouyäöü]", re.IGNORECASE)
_LONGEST_TOKEN = 40
_BRACKET = re.compile('[„“”«»‘’‚"()\\[\\]「」『』（）]')
_OPENED = {"„": "“”", "“": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", '"': '"', "(": ")", "[": "]", "「": "」", "『": "』", "（": "）"}
_DEEPEST = 8
_SHORT = 4
_PIECE_OF_ABBREVIATION = 3
_SURELY_A_WORD = 6

_Stretches = list[tuple[int, int]]


def sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a text, in order; where it is not sure that a sentence ends, it does not.

    Arguments:
        text: the text.
        language: the tag of its language. German and English are known well; in others, short words before a full stop are taken for
            abbreviations.

    >>> sentences("Dr. Holm closed the bridge on 4.5 counts. The council agreed.", "en")
    ('Dr. Holm closed the bridge on 4.5 counts.', 'The council agreed.')
    >>> len(sentences("Am 4. Februar fuhren z. B. Lastwagen über die Brücke Nr. 5.", "de"))
    1
    """
    ends = [0, *_ends(text, language.partition("-")[0].lower()), len(text)]
    parts = (text[start:end].strip() for start, end in itertools.pairwise(ends))
    return tuple(part for part in parts if part)


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield where sentences end, but for the last one."""
    first = _MARK.search(text)
    if first is None or first.end() == len(text):  # as in most texts: one sentence, and behind its mark nothing
        return
    enclosed = _enclosed(text)
    begun = looked = 0
    has_words = False
    for mark in _MARK.finditer(text):
        has_words = has_words or _LETTER.search(text, looked, mark.start()) is not None
        looked = mark.start()
        closed = _end_of_enclosure(enclosed, mark.start())
        end = mark.end() if closed is None else closed
        if end - mark.end() > _DEEPEST or text[mark.end() : end].strip(_CLOSERS):
            continue
        behind = _BEHIND.match(text, end)
        if behind is None or not behind[4] or not has_words:
            continue
        before = text[max(begun, mark.start() - _LONGEST_TOKEN) : mark.start()]
        if _ends_here(before, mark[0], behind, language, quoted=closed is not None):
            begun = behind.end(1)
            has_words = False
            yield begun


def _ends_here(before: str, mark: str, behind: re.Match[str], language: str, *, quoted: bool) -> bool:
    """Say whether a sentence ends at a mark, by the words on both sides of it."""
    word = behind[4]
    starts = word in STARTERS.get(language, ())
    if mark[0] in _PLAIN_ENDS:
        return starts or not quoted
    if not behind[2] or word[0].islower() or _is_elision(mark):
        return False
    if quoted or "!" in mark or (word[0].isdigit() and behind[3]):
        return starts
    if mark != ".":
        return True
    found = _TOKEN.search(before)
    token = found[0].rstrip("ـ") if found else ""
    if _ORDINAL.fullmatch(token):
        return starts or (language == "en" and len(token) < len(before.strip()) and word[0].isupper())
    return _ends_a_sentence(token, word, language, starts=starts)


def _ends_a_sentence(token: str, word: str, language: str, *, starts: bool) -> bool:
    """Say whether a full stop between two words ends a sentence; *starts* says that one surely begins with the second."""
    name = token.lower()
    if (len(token) == 1 and token.isalpha()) or name in NEVER_END:
        return False
    if word[0].isalpha() and not word[0].isupper():  # no capitals there; which scripts of that sort have full stops is known
        return "\u0590" <= word[0] <= "\u07ff" and len(token) >= _PIECE_OF_ABBREVIATION and "." not in token and name not in MAY_END
    if name in MAY_END or _looks_abbreviated(token, language) or (word[0].isdigit() and len(token) < _SURELY_A_WORD):
        return starts
    return True


def _looks_abbreviated(token: str, language: str) -> bool:
    """Say whether an unknown word looks abbreviated: "D.C", a short one without a vowel, and in unknown languages any short one."""
    if "." in token:
        return all(len(piece) <= _PIECE_OF_ABBREVIATION for piece in token.split("."))
    if token.endswith("str"):  # the streets of German addresses
        return True
    if len(token) > _SHORT or not token.isalpha():
        return False
    return language not in STARTERS or not (token.isupper() or _VOWEL.search(token))


def _is_elision(mark: str) -> bool:
    return ("…" in mark or ".." in mark) and not any(sign in mark for sign in "!?؟")


def _enclosed(text: str) -> _Stretches:
    """Return the outermost stretches in quotation marks or brackets, these included; one that is never closed is none."""
    stretches: _Stretches = []
    opened: list[tuple[int, str]] = []
    for sign in _BRACKET.finditer(text):
        place = sign.start()
        is_apostrophe = sign[0] == "’" and text[place + 1 : place + 2].isalnum()
        depth = next((depth for depth in reversed(range(len(opened))) if sign[0] in opened[depth][1]), None)
        if depth is not None and not is_apostrophe:
            start = opened[depth][0]
            del opened[depth:]
            while stretches and stretches[-1][0] > start:
                stretches.pop()
            stretches.append((start, place + 1))
        elif sign[0] in _OPENED and len(opened) < _DEEPEST:
            opened.append((place, _OPENED[sign[0]]))
    return stretches


def _end_of_enclosure(stretches: _Stretches, place: int) -> int | None:
    """Return where the stretch around a place ends, or None where there is none around it."""
    before = bisect.bisect_right(stretches, (place,)) - 1
    return stretches[before][1] if before >= 0 and place < stretches[before][1] else None
