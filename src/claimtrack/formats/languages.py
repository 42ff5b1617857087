"""The languages that findings are said in: English is in the source, the others are in catalogues."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimtrack.phrases import Phrase, Translate

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")
"""The languages that there are; English is what all others are translated from."""

_CATALOGUES = Path(__file__).parents[1] / "locale"
_THOUSANDS = {ENGLISH: ",", "de": "."}


@cache
def translator(language: str) -> Translate:
    """Return what gives the templates of a language for English ones; where a catalogue lacks a sentence, the English one itself.

    Arguments:
        language: one of :data:`LANGUAGES`.
    """
    if language == ENGLISH:
        return str
    from gettext import GNUTranslations  # noqa: PLC0415  (of no use to those who read English)

    with (_CATALOGUES / language / "LC_MESSAGES" / "claimtrack.mo").open("rb") as file:
        catalogue = GNUTranslations(file)
    # The empty sentence is the key of what a catalogue says about itself.
    return lambda template: catalogue.gettext(template) if template else template


def said(words: str, translate: Translate) -> str:
    """Return words in the language of a catalogue; what is no phrase is said as it is.

    Arguments:
        words: a phrase, or any text.
        translate: gives the template of another language for an English one.
    """
    return words.by(translate) if isinstance(words, Phrase) else words


def grouped(number: int, language: str) -> str:
    """Return a number the way that a language groups its digits.

    >>> grouped(19900, "en"), grouped(19900, "de"), grouped(310, "de")
    ('19,900', '19.900', '310')
    """
    return f"{number:,}".replace(",", _THOUSANDS[language])
