"""Numbers in texts, compared between languages: ``6.906.500``, ``6,906,500`` and ``6.9 million`` as people read them.

The comparison is on the safe side: a number written as a word, a date written otherwise or a unit converted is not called an error. Where
each of two texts has a number that the other has not, they differ; where only one of them has, they differ if the other one cannot well
have it in words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import attrs

from claimtrack.anchoring.number_words import may_be_words

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?![\d\w])|\d+(?:[.,]\d+)*")
_DIGITS = re.compile(r"\d\d*")  # and not `\d+`, which is looked for half as fast
_MAY_BE_DIGIT = re.compile(r"[0-9\u0660-\U0010ffff]")
"""A digit, or a sign that lies where the digits of other scripts begin; looking for it is cheap."""
_SIGNS = str.maketrans({"٪": "%", "٫": ".", "٬": ","})
_NO_NUMBERS = re.compile(r"\[@[^\]\n]*\]|https?://\S+")
"""Citations and addresses: what they hold is compared elsewhere, or means nothing to readers."""
_TIME = re.compile(r"\b(\d{1,2}):([0-5]\d)\b(?!:)|\b(\d{1,2})(?:\.([0-5]\d))?(?=\s?(?:Uhr\b|[ap]\.?m\b|o['’]clock|h\b))")
_SCALE = re.compile(
    r"tausend|thousand|\bmio|\bmill|million|\bmrd|\bmld|milliard|billion|(?<=\d)\s?(?:bn|m|k)\b|\bmille\b|\bmil\b|\bmilyon|\bmilyar"
    r"|\btys|\bmln|lakh|crore|тыс|тис|млн|млрд|миллион|мільйон|миллиард|мільярд|مليون|مليار|[أا]لف|میلیون|میلیارد|هزار|מיליון|מיליארד|אלף",
    re.IGNORECASE,
)
_OTHER_UNITS = re.compile(r"\b(?:miles?|feet|foot|inch(?:es)?|yards?|acres?|pounds?|ounces?|gallons?|fahrenheit)\b|°F", re.IGNORECASE)
_MEASURE_BEHIND = re.compile(
    r"\s?(?:(?:million(?:en)?|mio\.?|bn|m)\s)?(?:%|per ?cent|prozent|pour cent|por ciento|процент|відсот|درصد|אחוז"
    r"|[€$£₪₴₽]|euros?\b|eur\b|dollars?\b|usd\b|cents?\b)",
    re.IGNORECASE,
)
_MEASURE_BEFORE = re.compile(r"[%€$£₪₴₽]\s?$")
_NAME_BEFORE = re.compile(r"(?:[^\W\d_][-‐‑]?|\b[A-Z]\s)$")
_NAME_BEHIND = re.compile(r"[A-Z]")
_SMALL = 12
_MOST = 500


@attrs.frozen
class _Number:
    """A number as it is written, whether it is a percentage or a sum of money, and whether it is part of a name such as G20."""

    written: str
    measured: bool = False
    in_name: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it may well be a word, a month or an hour in the other language."""
        return self.written.isdigit() and int(self.written[:_MOST]) <= _SMALL


def differing_numbers(one: str, other: str, languages: tuple[str, str] = ("", "")) -> tuple[list[str], list[str]]:
    """Return the numbers that only the one text has and those that only the other has; nothing where words may stand for them.

    Arguments:
        one: a text.
        other: the same in another language.
        languages: the languages of both, BCP 47 tags; for those that are known, words for numbers are looked for.

    >>> differing_numbers("am Tag 620 Lastwagen", "260 lorries a day")
    (['620'], ['260'])
    >>> differing_numbers("10,58 Millionen", "10.58 million")
    ([], [])
    >>> differing_numbers("am Tag 620 Lastwagen", "lorries every day", ("de", "en"))
    (['620'], [])
    """
    if not _has_digit(one) and not _has_digit(other):
        return [], []
    one, other = _without_addresses(one), _without_addresses(other)
    if sorted(_DIGITS.findall(one)) == sorted(_DIGITS.findall(other)):
        return [], []  # as most texts have; the rest is for those that have not
    one, other = _prepared(one), _prepared(other)
    if sorted(_DIGITS.findall(one)) == sorted(_DIGITS.findall(other)):
        return [], []
    scaled = bool(_SCALE.search(one) or _SCALE.search(other))
    here, there = _numbers(one), _numbers(other)
    only_here = _without_match(here, there, scaled=scaled)
    only_there = _without_match(there, here, scaled=scaled)
    if _OTHER_UNITS.search(one) or _OTHER_UNITS.search(other):
        return [], []
    if not only_here or not only_there:
        only_here = [number for number in only_here if _is_missed(number, other, languages[1])]
        only_there = [number for number in only_there if _is_missed(number, one, languages[0])]
    return [number.written for number in only_here], [number.written for number in only_there]


def _has_digit(text: str) -> bool:
    return _MAY_BE_DIGIT.search(text) is not None and _DIGITS.search(text) is not None


def _without_addresses(text: str) -> str:
    return _NO_NUMBERS.sub(" ", text) if "[@" in text or "://" in text else text


def _prepared(text: str) -> str:
    """Return a text with the digits of all scripts as 0 to 9, and hours as a clock shows them."""
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text.translate(_SIGNS))
    return _TIME.sub(lambda time: f"{int(time[1] or time[3]) % 12} {time[2] or time[4] or ''}", text)


def _numbers(text: str) -> list[_Number]:
    found: dict[str, _Number] = {}
    for match in _NUMBER.finditer(text):
        parts = re.split(r"[.,]", match[0])
        is_date = len(parts) == 3 and len(parts[0]) <= 2 and len(parts[1]) <= 2  # noqa: PLR2004  (24.02.2025 is no number)
        before = text[max(match.start() - 3, 0) : match.start()]
        measured = bool(_MEASURE_BEHIND.match(text, match.end()) or _MEASURE_BEFORE.search(before))
        in_name = bool(_NAME_BEFORE.search(before) or _NAME_BEHIND.match(text, match.end()))
        for written in parts if is_date else [match[0]]:
            known = found.get(written, _Number(written, in_name=True))
            found[written] = _Number(written, known.measured or measured, known.in_name and in_name)
        if len(found) > _MOST:
            break
    return list(found.values())


def _without_match(numbers: Iterable[_Number], others: Iterable[_Number], *, scaled: bool) -> list[_Number]:
    known = {reading for other in others for reading in _readings(other.written, scaled=scaled)}
    return [
        number
        for number in numbers
        if (number.measured or not number.is_small) and not any(one in known for one in _readings(number.written, scaled=scaled))
    ]


def _is_missed(number: _Number, text: str, language: str) -> bool:
    """Say whether a text that has a number nowhere in figures ought to have it."""
    named = number.in_name and not number.measured
    return not (number.is_small or named or may_be_words(number.written, text, language, measured=number.measured))


def _readings(number: str, *, scaled: bool) -> set[str]:
    """Return the ways in which a number can be meant, whatever its separators stand for."""
    digits = re.sub(r"\D", "", number)
    readings = {_plain(digits, "")}
    head, mark, tail = number.rpartition(max(".", ",", key=number.rfind))
    if mark:
        readings.add(_plain(re.sub(r"\D", "", head), tail))
        if len(tail) != 3:  # noqa: PLR2004  (three digits may be thousands)
            readings.discard(_plain(digits, ""))
    if scaled:
        readings.add("scaled " + digits.strip("0"))
    if len(digits) == 4 and not mark:  # noqa: PLR2004  (a year)
        readings.add("year " + digits[2:])
    elif len(digits) == 2 and not mark:  # noqa: PLR2004  (a year, cut short)
        readings.add("year " + digits)
    return readings


def _plain(whole: str, tail: str) -> str:
    return f"{whole.lstrip('0')}.{tail.rstrip('0')}"
