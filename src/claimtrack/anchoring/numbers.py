"""Numbers in texts, compared between languages: ``6.906.500``, ``6,906,500`` and ``6.9 million`` as people read them.

The comparison is on the safe side: a number counts as different only where each of two texts has one that the other has not, so that a
number written as a word, a date written otherwise or a unit converted is not called an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?![\d\w])|\d+(?:[.,]\d+)*")
_DIGITS = re.compile(r"\d+")
_SCALE = re.compile(r"\b(?:tausend|thousand|mio|mill|million|mrd|mld|milliard|billion|bn|m|k)", re.IGNORECASE)
_OTHER_UNITS = re.compile(r"\b(?:miles?|feet|foot|inch(?:es)?|yards?|acres?|pounds?|ounces?|gallons?|fahrenheit)\b|°F", re.IGNORECASE)
_SMALL = 12
_MOST = 500


def differing_numbers(one: str, other: str) -> tuple[list[str], list[str]]:
    """Return the numbers that only the one text has and those that only the other has; empty lists where only one side has any.

    >>> differing_numbers("am Tag 620 Lastwagen", "260 lorries a day")
    (['620'], ['260'])
    >>> differing_numbers("10,58 Millionen", "10.58 million")
    ([], [])
    """
    if sorted(_DIGITS.findall(one)) == sorted(_DIGITS.findall(other)):
        return [], []
    scaled = bool(_SCALE.search(one) or _SCALE.search(other))
    here, there = _numbers(one), _numbers(other)
    only_here = _without_match(here, there, scaled=scaled)
    only_there = _without_match(there, here, scaled=scaled)
    if not only_here or not only_there or _OTHER_UNITS.search(one) or _OTHER_UNITS.search(other):
        return [], []
    return only_here, only_there


def _numbers(text: str) -> list[str]:
    found: list[str] = []
    for match in _NUMBER.finditer(text):
        parts = re.split(r"[.,]", match[0])
        is_date = len(parts) == 3 and len(parts[0]) <= 2 and len(parts[1]) <= 2  # noqa: PLR2004  (24.02.2025 is no number)
        found.extend(parts if is_date else [match[0]])
        if len(found) > _MOST:
            break
    return list(dict.fromkeys(found))


def _without_match(numbers: Iterable[str], others: Iterable[str], *, scaled: bool) -> list[str]:
    known = {reading for other in others for reading in _readings(other, scaled=scaled)}
    return [
        number for number in numbers if not _is_small(number) and not any(reading in known for reading in _readings(number, scaled=scaled))
    ]


def _is_small(number: str) -> bool:
    """Say whether a number may well be a word, a month or an hour in the other language."""
    return number.isdigit() and int(number[:_MOST]) <= _SMALL


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
