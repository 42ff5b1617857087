"""Numbers that may be words in another language: ``40 %`` and "four in ten", ``14`` and "vierzehn", ``2025`` and "the year before"."""

from __future__ import annotations

import re

_FRACTIONS = {
    "de": r"halb|hälfte|drittel|viertel|fünftel|zehntel|doppelt|dreifach|vierfach",
    "en": r"\bhal(?:f|ves|ved|ving)\b|\bthirds?\b|\bquarters?\b|\bfifths?\b|\btenths?\b|\btwice\b|\bdoubl|\btripl|\btreble|\w+fold\b",
    "fr": r"\bdemi|moitié|\btiers\b|\bquarts?\b|\bdoubl|\btripl",
}
_SMALL = {
    "de": r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|jede[rsn]?\b)",
    "en": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    "fr": r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\b",
}
_LARGE = {
    "de": r"zehn\b|zwanzig|dreißig|dreissig|\w{3}zig|hundert|tausend|dutzend|schock|million",
    "en": r"\w{3}teen|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|dozen|\bscores?\b|million|century|fortnight",
    "fr": r"treize|quatorze|quinze|seize|\bdix-|vingt|trente|quarante|cinquante|soixante|\bcent|mille|douzaine|dizaine|million",
}
_YEARS = {
    "de": r"jahr|jährig|jährlich|heuer|damals|seither|seitdem|\bnun\b|jetzt|heute|bisher",
    "en": r"year|annual|decade|\bthen\b|\bnow\b|today|since|\bago\b|earlier|previous|before",
    "fr": r"\bans?\b|année|annuel|alors|depuis|aujourd",
}
_YEAR = range(1000, 2100)
_SURE = 3
"""A number of so many figures that is no round one is hardly ever written as words."""


def may_be_words(number: str, text: str, language: str, *, measured: bool) -> bool:
    """Say whether a text that has a number nowhere in figures may well have it in words, or in other words for the same thing.

    Of a language whose words are not known here, only what hardly anybody writes as words is told apart.

    Arguments:
        number: the number as the other text has it, in figures.
        text: the text in which it is missed.
        language: its language, a BCP 47 tag.
        measured: whether the number is a percentage or a sum of money.

    >>> may_be_words("40", "four in ten", "en", measured=True)
    True
    >>> may_be_words("204,000", "some money", "en", measured=True)
    False
    """
    known = language.partition("-")[0].lower()
    whole, tail = _split(number)
    if number.isdigit() and len(number) == 4 and int(number) in _YEAR and not measured:  # noqa: PLR2004  (a year)
        return known not in _YEARS or _has(_YEARS, known, text)
    if tail:
        return tail in {"5", "25", "75"} and (known not in _FRACTIONS or _has(_FRACTIONS, known, text))
    if len(whole) >= _SURE and not whole.endswith("00"):
        return _has(_LARGE, known, text)
    if known not in _LARGE:
        return not measured or whole.endswith(("0", "25", "75"))
    return _has(_LARGE, known, text) or _has(_FRACTIONS, known, text) or (measured and _has(_SMALL, known, text))


def _split(number: str) -> tuple[str, str]:
    """Return the figures before and behind a decimal mark; three figures behind a mark may be thousands and are no fraction."""
    head, _, tail = number.rpartition(max(".", ",", key=number.rfind))
    if head and len(tail) != 3:  # noqa: PLR2004
        return re.sub(r"\D", "", head), tail.rstrip("0")
    return re.sub(r"\D", "", number), ""


def _has(words: dict[str, str], language: str, text: str) -> bool:
    return language in words and re.search(words[language], text, re.IGNORECASE) is not None
