"""Tags of languages (BCP 47, RFC 5646): which there are, and which one was meant where somebody wrote another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimtrack.phrases import NOTHING, Phrase, say
from claimtrack.reading.language_codes import BEYOND_CLDR, ISO_639_1, NAMED_BY_CLDR, REGIONS, SCRIPTS, SHORTER

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?", re.ASCII)
"""The form of a tag of the simple kind: language, perhaps script, perhaps region."""

_OF_OUR_OWN = re.compile(r"q[a-t][a-z]")
"""Codes that ISO 639-2 leaves to private use, for a language that no list has."""
_LANGUAGES = ISO_639_1 | NAMED_BY_CLDR | BEYOND_CLDR

_LISTED = """
al:sq at:de-AT au:en-AU bd:bn by:be cn:zh cz:cs dk:da eg:ar gb:en-GB ge:ka gr:el hk:zh-HK il:he in:id iq:ar ir:fa iw:he ji:yi
jp:ja jw:jv kh:km kz:kk lk:si md:ro mm:my mo:ro mx:es-MX np:ne nz:en-NZ ph:fil pk:ur rs:sr sy:ar tj:tg tm:tk ua:uk us:en-US
vn:vi xk:sq arabic:ar arabisch:ar chinese:zh chinesisch:zh dari:prs deutsch:de englisch:en english:en farsi:fa french:fr
französisch:fr german:de greek:el griechisch:el hebrew:he hebräisch:he italian:it italienisch:it japanese:ja japanisch:ja
kurdish:ku kurdisch:ku persian:fa persisch:fa polish:pl polnisch:pl portuguese:pt portugiesisch:pt romani:rom russian:ru
russisch:ru spanish:es spanisch:es turkish:tr türkisch:tr ukrainian:uk ukrainisch:uk
"""
_MEANT: Mapping[str, str] = dict(pair.split(":") for pair in _LISTED.split())
"""What is written for a language by mistake: the code of a country where the language has another one, a name, a code withdrawn."""

_REGION_MEANT: Mapping[str, str] = {"UK": "GB", "EL": "GR", "JA": "JP", "EN": "GB", "DA": "DK", "CS": "CZ", "ZH": "CN", "KO": "KR"}
"""What is written for a region by mistake: ``UK``, and the language once more."""


def is_language(tag: str) -> bool:
    """Tell whether a text is the tag of a language, all parts of which there are.

    >>> is_language("zh-Hant-TW"), is_language("nds"), is_language("jp"), is_language("en-UK")
    (True, True, False, False)
    """
    if tag in ISO_639_1:
        return True
    if not LANGUAGE_TAG.fullmatch(tag):
        return False
    language, *others = tag.split("-")
    if language not in _LANGUAGES and not _OF_OUR_OWN.fullmatch(language):
        return False
    return all(one in (SCRIPTS if len(one) == 4 else REGIONS) for one in others)  # noqa: PLR2004  (the letters of a script)


def language_meant(written: str) -> str | None:
    """Return the tag that somebody meant who wrote another text for it, or None where there is no telling.

    >>> language_meant("jp"), language_meant("en_UK"), language_meant("deu"), language_meant("xx")
    ('ja', 'en-GB', 'de', None)
    """
    if len(written) > 40:  # noqa: PLR2004  (no name of a language is as long)
        return None
    parts = re.split(r"[-_]", written.strip())
    meant = "-".join(_parts_meant(parts))
    return meant if is_language(meant) else None


def advice(written: str) -> Phrase:
    """Return what to write in place of a text that is no tag, or nothing where there is no telling."""
    if (meant := language_meant(written)) is not None:
        return say("did you mean `{word}`?", word=meant)
    language, *others = written.split("-")
    if others and is_language(language):
        return say("write the language alone, `{language}`, or with a script and a region that there are", language=language)
    if LANGUAGE_TAG.fullmatch(written):
        return say("take the code from ISO 639; for one that has none there or is refused here, write one from `qaa` to `qtz`")
    return NOTHING


def _parts_meant(parts: list[str]) -> Iterator[str]:
    """Yield the parts of a tag in the letters and codes that they should have."""
    language = parts[0].lower()
    meant = _MEANT.get(language) or SHORTER.get(language) or language
    others = parts[1:]
    yield meant.partition("-")[0] if others else meant
    for one in others:
        if len(one) == 4:  # noqa: PLR2004  (the letters of a script)
            yield one.title()
        else:
            yield one.upper() if one.upper() in REGIONS else _REGION_MEANT.get(one.upper(), one.upper())
