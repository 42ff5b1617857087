"""The voice of the pages in one language: its words, and its ways with numbers, dates and lists."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal

import attrs
from markupsafe import Markup

from claimtrack.dates import PartialDate
from claimtrack.site.wording.catalogue import Catalogue
from claimtrack.site.wording.english import ENGLISH
from claimtrack.site.wording.german import GERMAN

CATALOGUES = (GERMAN, ENGLISH)
"""The languages that pages can be written in."""

_EXACT = Context(prec=80)
"""Longer than any number that a record may hold, so that formatting never rounds one."""


@attrs.frozen
class Words:
    """The words of the pages in a language; templates write ``words.evidence`` for what the catalogue calls ``evidence``."""

    catalogue: Catalogue

    def __getitem__(self, key: str) -> str:
        """Return what stands on the pages under a key."""
        return self.catalogue.words[key]

    def fill(self, key: str, **values: str) -> str:
        """Return a sentence with its gaps filled; a value is not taken for part of the page's own words only where it is ours."""
        return self.catalogue.words[key].format(**values)

    def name(self, key: str, **names: tuple[str, str | None]) -> Markup:
        """Return a sentence with words of a record in its gaps, each set apart so that it cannot disturb what stands around it.

        Arguments:
            key: the sentence.
            names: for each gap the words and their language, which is None where it is the page's.
        """
        return Markup(self.catalogue.words[key]).format(**{gap: isolated(*name) for gap, name in names.items()})  # noqa: S704  (our own words)

    def one_of(self, kind: str, value: str) -> str:
        """Return the words for a value of one of the record format's lists, such as the aspect ``said``."""
        return self.catalogue.words[f"{kind}.{value}"]

    def numeral(self, number: int) -> str:
        """Return a whole number in words, as far as running text does that.

        >>> words_in("en").numeral(3), words_in("de").numeral(44)
        ('three', '44')
        """
        return self.catalogue.numerals[number] if number < len(self.catalogue.numerals) else self.number(Decimal(number))

    def count(self, key: str, number: int, **values: str) -> str:
        """Return a sentence that holds a number; it is written in words, as far as running text does that.

        >>> words_in("en").count("basis_pieces", 2)
        'Two pieces of evidence.'
        """
        numeral = self.numeral(number)
        begins = numeral[:1].upper() + numeral[1:]
        return self.catalogue.plurals[key][0 if number == 1 else 1].format(n=numeral, N=begins, **values)

    def number(self, number: Decimal) -> str:
        """Return a number in figures.

        >>> words_in("de").number(Decimal("10575500.50")), words_in("en").number(Decimal("-1234.5"))
        ('10.575.500,5', '-1,234.5')
        """
        figures = f"{number.normalize(_EXACT):,f}"
        marks = {",": self.catalogue.thousands, ".": self.catalogue.decimal}
        return "".join(marks.get(sign, sign) for sign in figures)

    def share(self, percent: Decimal, places: int | None = None) -> str:
        r"""Return a number of per cent, rounded to a number of decimals where one is given.

        >>> words_in("de").share(Decimal("5.4418"), 1)
        '5,4\xa0%'
        """
        if places is not None:
            percent = percent.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN, _EXACT)
        return f"{self.number(percent)}{self.catalogue.percent}"

    def unit(self, unit: str, number: Decimal) -> str | None:
        """Return a unit in words, or None where the catalogue does not know it and it can only be shown as written."""
        known = self.catalogue.units.get(unit)
        return None if known is None else known[0 if abs(number) == 1 else 1]

    def date(self, date: PartialDate | datetime.date) -> str:
        """Return a date as far as it is known.

        >>> words_in("de").date(PartialDate.parse("2025-02-24")), words_in("en").date(PartialDate.parse("2025-02~"))
        ('24. Februar 2025', 'about February 2025')
        """
        if isinstance(date, datetime.date):
            date = PartialDate.of(date)
        year = str(date.year)
        if date.month is None:
            known, text = "year", year
        else:
            month = self.catalogue.months[date.month - 1]
            if date.day is None:
                known, text = "month", f"{month} {year}"
            else:
                known, text = "day", self.catalogue.day.format(day=date.day, month=month, year=year)
        return self.catalogue.about[known].format(date=text) if date.about else text

    def listing(self, things: Sequence[str]) -> str:
        """Return a list as part of a sentence.

        >>> words_in("en").listing(["one", "two", "three"])
        'one, two and three'
        """
        if len(things) < 2:  # noqa: PLR2004  (two things need an "and")
            return "".join(things)
        return f"{', '.join(things[:-1])} {self.catalogue.conjunction} {things[-1]}"

    def language_called(self, tag: str) -> str:
        """Return what a language is called, or its tag where the catalogue has no name for it."""
        names = self.catalogue.languages
        return names.get(tag) or names.get(tag.partition("-")[0]) or tag

    def behind_a_colon(self, label: str) -> str:
        """Return a label as it is written behind "Proposed:"."""
        return label[:1].lower() + label[1:] if self.catalogue.lower_after_colon else label


def isolated(text: str, language: str | None = None) -> Markup:
    """Return words of a record as an element of their own, whose direction of writing is its own affair too.

    >>> isolated("<b>", "en")
    Markup('<bdi lang="en">&lt;b&gt;</bdi>')
    """
    if language is None:
        return Markup("<bdi>{}</bdi>").format(text)
    return Markup('<bdi lang="{}">{}</bdi>').format(language, text)


def catalogue_of(language: str) -> Catalogue | None:
    """Return the catalogue for a language tag (``de-AT`` reads the one for ``de``), or None where there is none."""
    primary = language.partition("-")[0].lower()
    return next((one for one in CATALOGUES if one.language == primary), None)


def words_in(language: str) -> Words:
    """Return the words of a language.

    Raises:
        KeyError: there is no catalogue for it.
    """
    catalogue = catalogue_of(language)
    if catalogue is None:
        raise KeyError(language)
    return Words(catalogue)


def site_languages(languages: Iterable[str]) -> tuple[str, ...]:
    """Return those of a desk's languages that pages can be written in; English where there is none, so that there are pages at all."""
    return tuple(language for language in languages if catalogue_of(language)) or (ENGLISH.language,)
