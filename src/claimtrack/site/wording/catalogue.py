"""What a language needs so that pages can be written in it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class Catalogue:
    """The words of the pages in one language; a language is added by adding one of these.

    Attributes:
        language: its tag, such as ``de``.
        words: what stands on the pages, by key; keys with a dot belong to a list of the record format (``aspect.fact``).
        plurals: sentences with a number in them, for one and for several; ``{n}`` is the number in words, ``{N}`` the
            same at the beginning of a sentence.
        numerals: nought to twelve in words; beyond that, figures.
        months: January to December.
        day: a full date, of ``{day}``, ``{month}`` and ``{year}``.
        about: how a date says that it is only roughly known, by how much of it is known: ``day``, ``month``, ``year``.
        thousands: what stands between groups of three digits.
        percent: the sign for per cent with what stands before it.
        decimal: what stands before the decimals.
        conjunction: what stands between the last two things of a list.
        units: units that records use, for one and for several.
        languages: names of languages, by tag.
        lower_after_colon: whether a label begins small behind "Proposed:".
    """

    language: str
    words: Mapping[str, str]
    plurals: Mapping[str, tuple[str, str]]
    numerals: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    about: Mapping[str, str]
    thousands: str
    percent: str
    decimal: str
    conjunction: str
    units: Mapping[str, tuple[str, str]]
    languages: Mapping[str, str]
    lower_after_colon: bool
