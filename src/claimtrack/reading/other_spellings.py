"""How people write dates, times, numbers and positions elsewhere, and how the same is written in a record.

Each function takes what somebody wrote and returns every way of writing in a record that it can mean: none where it means nothing that
we know, several where there is no telling. Whether they are sound, such as whether a day exists, is for the caller to try.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan", "february februar feber feb", "march märz mär mar", "april apr", "may mai", "june juni jun",
            "july juli jul", "august aug", "september sept sep", "october oktober oct okt", "november nov", "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_POINTS = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ([^\W\d]+)\.? (\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})")
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ]\d.*", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(\d{1,2}|[^\W\d]+)[./ ]{1,2}(\d{4})")
_SHORT_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_ABOUT = re.compile(r"(?:~|≈|(?:about|around|circa|approx\.?|ca\.?|c\.|um|etwa)(?=[ \d])) ?(.+)", re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)? ?([Zz]|[+-]\d\d:?\d\d)", re.ASCII)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", re.ASCII)
_YEARS = re.compile(r"(\d{1,3}|an?|one|eine?s?) ?(?:years?|yrs?|y|jahre?)", re.IGNORECASE | re.ASCII)
_MONTHS_ONLY = re.compile(r"(\d{1,4}|an?|one|eine?s?) ?(?:months?|mo|m|monate?)", re.IGNORECASE | re.ASCII)
_PER_CENT = re.compile(r"(?:±|\+/-)? ?(\d{1,3}(?:[.,]\d{1,6})?) ?(?:%|per ?cent|prozent|v\. ?h\.)", re.IGNORECASE | re.ASCII)
_PLUS_OR_MINUS = re.compile(r"(?:±|\+/-) ?(.+)")
_GERMAN = re.compile(r"-?\d{1,3}(?:\.\d{3})+,\d{1,40}", re.ASCII)
_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d{1,40}", re.ASCII)
_POWER = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?[eE]\+?\d{1,2}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}([.,' _\u00a0\u202f])\d{3}(?:\1\d{3})*", re.ASCII)
_DASH = re.compile(r" *(?:[-\u2010-\u2015\u2212]|\.\.+) *")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:\.\d{1,3})?)", re.ASCII)

_YES = frozenset({"y", "yes", "true", "on", "1", "ja", "j", "wahr", "oui", "si", "sí"})
_NO = frozenset({"n", "no", "false", "off", "0", "nein", "falsch", "non"})


def days(text: str) -> Iterator[str]:
    """Yield what a full date can mean.

    >>> list(days("24.09.2026")), list(days("03/04/2026")), list(days("September 24, 2026"))
    (['2026-09-24'], ['2026-04-03', '2026-03-04'], ['2026-09-24'])
    """
    if match := _POINTS.fullmatch(text):
        yield _written(match[3], match[2], match[1])
    elif match := _YEAR_FIRST.fullmatch(text):
        yield _written(match[1], match[3], match[4])
    elif match := _TOGETHER.fullmatch(text):
        yield _written(*match.groups())
    elif match := _WITH_TIME.fullmatch(text):
        yield match[1]
    elif match := _YEAR_LAST.fullmatch(text):
        yield from dict.fromkeys((_written(match[4], match[3], match[1]), _written(match[4], match[1], match[3])))
    elif (match := _DAY_FIRST.fullmatch(text)) and (month := _MONTHS.get(match[2].casefold())):
        yield _written(match[3], str(month), match[1])
    elif (match := _MONTH_FIRST.fullmatch(text)) and (month := _MONTHS.get(match[1].casefold())):
        yield _written(match[3], str(month), match[2])


def dates(text: str) -> Iterator[str]:
    """Yield what a date can mean of which the day or the month may be left out.

    >>> list(dates("September 2026")), list(dates("ca. 2025")), list(dates("9.2026"))
    (['2026-09'], ['2025~'], ['2026-09'])
    """
    if about := _ABOUT.fullmatch(text):
        inside = list(dates(about[1])) or [about[1]]
        yield from (f"{one}~" for one in inside)
        return
    yield from days(text)
    if match := _MONTH_AND_YEAR.fullmatch(text):
        month = _MONTHS.get(match[1].casefold()) or match[1]
        if str(month).isdigit():
            yield f"{match[2]}-{int(month):02}"
    elif match := _SHORT_MONTH.fullmatch(text):
        yield f"{match[1]}-{int(match[2]):02}"


def _written(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def instants(text: str) -> Iterator[str]:
    """Yield what a time with its zone can mean; the stamps of the Wayback Machine are in UTC.

    >>> list(instants("2026-02-09 10:00+0100")), list(instants("20260209100000"))
    (['2026-02-09T10:00:00+01:00'], ['2026-02-09T10:00:00Z'])
    """
    if match := _TIME.fullmatch(text):
        zone = match[4].upper()
        yield f"{match[1]}T{match[2]}{match[3] or ':00'}" + (zone if zone == "Z" else f"{zone[:3]}:{zone[-2:]}")
    elif match := _STAMP.fullmatch(text):
        yield "{}-{}-{}T{}:{}:{}Z".format(*match.groups())


def yes_or_no(text: str) -> Iterator[str]:
    """Yield what an answer can mean.

    >>> list(yes_or_no("Ja")), list(yes_or_no("maybe"))
    (['yes'], [])
    """
    if text.casefold() in _YES:
        yield "yes"
    elif text.casefold() in _NO:
        yield "no"


def months(text: str) -> Iterator[str]:
    """Yield what a span can mean in months.

    >>> list(months("1 year")), list(months("6 Monate")), list(months("6"))
    (['12 months'], ['6 months'], ['6 months', '72 months'])
    """
    if match := _YEARS.fullmatch(text):
        yield f"{_number(match[1]) * 12} months"
    elif match := _MONTHS_ONLY.fullmatch(text):
        yield f"{_number(match[1])} months"
    elif text.isascii() and text.isdigit() and len(text) < 4:  # noqa: PLR2004  (no desk plans a thousand months ahead)
        yield f"{int(text)} months"
        yield f"{int(text) * 12} months"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 1


def shares(text: str) -> Iterator[str]:
    """Yield what a share can mean.

    >>> list(shares("10 Prozent")), list(shares("0.4")), list(shares("10"))
    (['10 %'], ['0.4 %', '40 %'], ['10 %'])
    """
    if match := _PER_CENT.fullmatch(text):
        yield f"{match[1].replace(',', '.')} %"
    elif match := _PER_CENT.fullmatch(f"{text} %"):
        share = match[1].replace(",", ".")
        yield f"{share} %"
        if 0 < Decimal(share) < 1:
            yield f"{(Decimal(share) * 100).normalize():f} %"


def tolerances(text: str) -> Iterator[str]:
    """Yield what a tolerance can mean.

    >>> list(tolerances("±5 %")), list(tolerances("+/- 500 person"))
    (['5 %'], ['500 person'])
    """
    if match := _PER_CENT.fullmatch(text):
        yield f"{match[1].replace(',', '.')} %"
    elif match := _PLUS_OR_MINUS.fullmatch(text):
        yield match[1]


def numbers(text: str) -> Iterator[str]:
    """Yield what an exact number can mean.

    >>> list(numbers("1.234,56")), list(numbers("1,234.56")), list(numbers("+.5")), list(numbers("1e6"))
    (['1234.56'], ['1234.56'], ['0.5'], ['1000000'])
    """
    text = text.removeprefix("+")
    if _GERMAN.fullmatch(text):
        yield text.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(text):
        yield text.replace(",", "")
    elif _POWER.fullmatch(text):
        yield f"{Decimal(text):f}"
    else:
        yield re.sub(r"^(-?)\.", r"\g<1>0.", text)


def whole_numbers(text: str) -> Iterator[str]:
    """Yield what a whole number can mean.

    >>> list(whole_numbers("4.628")), list(whole_numbers("4628.0"))
    (['4628'], ['4628'])
    """
    if _GROUPED.fullmatch(text):
        yield re.sub(r"\D", "", text)
    else:
        yield re.sub(r"[.,]0+$", "", text)


def stretches(text: str) -> Iterator[str]:
    """Yield what a stretch of a text can mean.

    >>> list(stretches("4244 – 4285")), list(stretches("4285-4244"))
    (['4244-4285'], ['4244-4285'])
    """
    ends = _DASH.split(text)
    if len(ends) == 2 and all(one.isascii() and one.isdigit() for one in ends):  # noqa: PLR2004  (a start and an end)
        yield "-".join(sorted(ends, key=int))


def media_stretches(text: str) -> Iterator[str]:
    """Yield what a stretch of a recording can mean; two numbers are minutes and seconds, as players show them.

    >>> list(media_stretches("0:12-0:15")), list(media_stretches("75:10"))
    (['0:00:12-0:00:15'], ['1:15:10'])
    """
    times = [_CLOCK.fullmatch(one) for one in _DASH.split(text)]
    clocks = [_clock(one[1] or "0", one[2], one[3]) for one in times if one]
    if len(clocks) == len(times) <= 2:  # noqa: PLR2004  (the same)
        yield "-".join(written for _, written in sorted(clocks))


def _clock(hours: str, minutes: str, seconds: str) -> tuple[Decimal, str]:
    whole = int(hours) * 60 + int(minutes)
    return whole * 60 + Decimal(seconds), f"{whole // 60}:{whole % 60:02}:{seconds}"
