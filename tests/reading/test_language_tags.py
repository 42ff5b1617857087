"""Tags of languages: which there are, held against the tables of CLDR, and what is told whoever writes another."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from babel import Locale
from babel.core import get_global

from claimtrack.reading.kinds import BAD_LANGUAGE
from claimtrack.reading.language_codes import BEYOND_CLDR, ISO_639_1, NAMED_BY_CLDR, REGIONS, SCRIPTS, SHORTER
from claimtrack.reading.language_tags import LANGUAGE_TAG, is_language, language_meant
from claimtrack.records.article import Article

Refuse = Callable[..., None]

EXPECTED = "expected a language tag such as de, en, pt-BR or zh-Hans; found"
CLDR = Locale("en")
NO_REGIONS = {"XA", "XB", "ZZ", "QO"}
"""Made up for tests of programs, unknown, and a part of Oceania that only CLDR has."""


FEW = 20
"""CLDR takes in and drops a few names with every release, and the tests run with several of them."""


def test_every_language_that_cldr_names_is_one() -> None:
    named = {str(tag) for tag in CLDR.languages if "_" not in str(tag)}
    assert len({tag for tag in named if not is_language(tag)}) < FEW
    assert len(named ^ (ISO_639_1 | NAMED_BY_CLDR)) < FEW


def test_every_script_and_region_that_cldr_names_is_one() -> None:
    scripts = {str(script) for script in CLDR.scripts}
    assert len((set(CLDR.territories) - NO_REGIONS) ^ REGIONS) < FEW
    assert len({one for one in scripts if not re.fullmatch("Z(inh|mth|sye|sym|xxx|yyy|zzz)|Qaag", one)} ^ SCRIPTS) < FEW


def test_no_language_stands_in_two_lists() -> None:
    assert not BEYOND_CLDR & (ISO_639_1 | NAMED_BY_CLDR)
    assert not SHORTER.keys() & (BEYOND_CLDR | NAMED_BY_CLDR)


def test_shorter_codes_are_those_of_cldr() -> None:
    kept_by_us = {"tgl": "tl", "hbs": "sh", "twi": "tw"}  # CLDR folds these into others; ISO 639-1 and BCP 47 have them
    aliases = get_global("language_aliases")
    assert {code: aliases[code] for code in SHORTER.keys() - kept_by_us} == {
        code: shorter for code, shorter in SHORTER.items() if code not in kept_by_us
    }
    assert {code: SHORTER[code] for code in kept_by_us} == kept_by_us


def test_all_codes_have_the_form_of_a_tag() -> None:
    for language in ISO_639_1 | NAMED_BY_CLDR | BEYOND_CLDR:
        assert LANGUAGE_TAG.fullmatch(language)
    for script in SCRIPTS:
        assert LANGUAGE_TAG.fullmatch(f"und-{script}")
    for region in REGIONS:
        assert LANGUAGE_TAG.fullmatch(f"und-{region}")


@pytest.mark.parametrize(
    "tag",
    [
        "de", "en", "pt-BR", "zh-Hans", "zh-Hant-TW", "sr-Latn-RS", "es-419", "nds", "hsb", "dsb", "fy", "rom", "rmy", "ckb",
        "kmr", "sdh", "prs", "pes", "haz", "ary", "apc", "aii", "gsg", "ase", "bfi", "yue", "mul", "und", "zxx", "qaa", "qtz",
        "en-EU", "sq-XK", "sh", "se", "kr",
    ],
)  # fmt: skip
def test_a_language_that_there_is(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jp", "ja"), ("ua", "uk"), ("cz", "cs"), ("dk", "da"), ("gr", "el"), ("gb", "en-GB"), ("cn", "zh"), ("at", "de-AT"), ("iw", "he"),
        ("en-UK", "en-GB"), ("el-EL", "el-GR"), ("ja-JA", "ja-JP"), ("DE", "de"), ("de-de", "de-DE"), ("en_GB", "en-GB"),
        ("zh-hans", "zh-Hans"), ("zh_hant_tw", "zh-Hant-TW"), ("deu", "de"), ("ger", "de"), ("eng", "en"), ("German", "de"),
        ("französisch", "fr"), ("at-DE", "de-DE"),
    ],
)  # fmt: skip
def test_a_language_that_is_written_otherwise(written: str, meant: str, refuse: Refuse) -> None:
    assert language_meant(written) == meant
    text = f"title: T\nlanguage: ‹{written}›\n"
    refuse(Article, text, BAD_LANGUAGE, f"{EXPECTED} ‘{written}’", f"did you mean `{meant}`?")


CODES = "take the code from ISO 639; for one that has none there or is refused here, write one from `qaa` to `qtz`"
ALONE = "write the language alone, `de`, or with a script and a region that there are"


@pytest.mark.parametrize(
    ("written", "hint"),
    [("xx", CODES), ("xyz", CODES), ("quz1", ""), ("de-XX", ALONE), ("de-Zzzz", ALONE), ("de-DE-1901", ALONE), ("qua-q", "")],
)
def test_a_language_that_there_is_not(written: str, hint: str, refuse: Refuse) -> None:
    refuse(Article, f"title: T\nlanguage: ‹{written}›\n", BAD_LANGUAGE, f"{EXPECTED} ‘{written}’", hint)
