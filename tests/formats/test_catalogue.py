"""The catalogues of messages: each sentence of the source is in them and no other, with the same values, and compiled as it is written.

Where a sentence has changed, `python docs/make_catalogue.py` brings the catalogues up to date.
"""

from __future__ import annotations

import gettext
import io
import runpy
from collections import Counter
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

pytest.importorskip("babel", reason="the catalogues are read by Babel, of the extra `test`")

MADE_BY = "run `python docs/make_catalogue.py`"


@pytest.fixture(scope="module")
def tool(repository: Path) -> dict[str, Any]:
    """The script that brings catalogues up to date."""
    return runpy.run_path(str(repository / "docs" / "make_catalogue.py"))


@pytest.fixture(scope="module")
def sentences(tool: dict[str, Any]) -> dict[str, str]:
    """The sentences of the source."""
    found: dict[str, str] = tool["sentences"](tool["SOURCE"])
    assert found["{first} or {last}"] == "phrases.py"
    return found


@pytest.fixture(scope="module")
def german(tool: dict[str, Any]) -> str:
    """The German catalogue."""
    text: str = tool["catalogue_of"]("de").read_text("utf-8")
    return text


@pytest.fixture(scope="module")
def translations(tool: dict[str, Any], german: str) -> dict[str, str]:
    """The German sentences by the English ones; empty where there is none yet."""
    found: dict[str, str] = tool["translations"](german)
    return found


def test_every_sentence_of_the_source_is_in_the_catalogue_and_no_other(
    sentences: dict[str, str], translations: dict[str, str], german: str, tool: dict[str, Any]
) -> None:
    assert sorted(sentences.keys() - translations.keys()) == [], MADE_BY
    assert sorted(translations.keys() - sentences.keys()) == [], MADE_BY
    assert german == tool["written"](sentences, translations, "de"), MADE_BY


def test_the_compiled_catalogue_is_the_one_that_is_written(tool: dict[str, Any], german: str, translations: dict[str, str]) -> None:
    compiled = tool["catalogue_of"]("de").with_suffix(".mo").read_bytes()
    assert compiled == tool["compiled"](german, "de"), MADE_BY
    read = gettext.GNUTranslations(io.BytesIO(compiled))
    assert {one: read.gettext(one) for one, there in translations.items() if there} == {
        one: there for one, there in translations.items() if there
    }


def test_no_translation_is_marked_as_doubtful(german: str) -> None:
    assert [line for line in german.splitlines() if line.startswith("#,") or "fuzzy" in line] == []


def test_a_translation_has_the_values_of_its_sentence_and_no_others(translations: dict[str, str]) -> None:
    assert {one: there for one, there in translations.items() if there and values(one) != values(there)} == {}


def values(template: str) -> Counter[str]:
    """Return the names of the values in a sentence, and how they are to be shown."""
    return Counter(f"{field}!{conversion}:{spec}" for _, field, spec, conversion in Formatter().parse(template) if field is not None)


def test_names_of_values_are_names_and_reach_into_nothing(sentences: dict[str, str], translations: dict[str, str]) -> None:
    for template in (*sentences, *translations.values()):
        assert all(field.isidentifier() for _, field, _, _ in Formatter().parse(template) if field is not None), template


def test_what_stands_in_backticks_does_so_in_pairs(sentences: dict[str, str], translations: dict[str, str]) -> None:
    assert [one for one in (*sentences, *translations.values()) if one.count("`") % 2] == []


def test_every_sentence_is_translated(translations: dict[str, str]) -> None:
    assert [one for one, there in translations.items() if not there] == []


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small package that says a few things."""
    (tmp_path / "b.py").write_text('say("later")\nsay("b", x=say("inside {y}", y=1))\nsay("")\nother("not said")\n', "utf-8")
    (tmp_path / "a.py").write_text('def f():\n    say("of two " "parts")\nsay("later")\n', "utf-8")
    return tmp_path


def test_sentences_are_found_in_the_order_of_modules_and_lines(package: Path, tool: dict[str, Any]) -> None:
    assert list(tool["sentences"](package).items()) == [("of two parts", "a.py"), ("later", "a.py"), ("b", "b.py"), ("inside {y}", "b.py")]


@pytest.mark.parametrize("words", ['f"found {x}"', '"found " + x', "WORDS", '"a" if x else "b"'])
def test_a_sentence_that_is_put_together_is_refused(words: str, package: Path, tool: dict[str, Any]) -> None:
    (package / "c.py").write_text(f"\nsay({words}, y=1)\n", "utf-8")
    with pytest.raises(ValueError, match=r"^c\.py:2: say\(.*, …\) does not begin with a literal sentence$"):
        tool["sentences"](package)


def test_what_was_translated_stays_and_what_is_gone_goes(tool: dict[str, Any]) -> None:
    text = tool["written"]({"old": "a.py", "new {x}": "b.py"}, {"old": "alt", "gone": "weg"}, "de")
    assert tool["translations"](text) == {"old": "alt", "new {x}": ""}
    assert text == tool["written"]({"old": "a.py", "new {x}": "b.py"}, tool["translations"](text), "de")
    assert text.partition('8bit"\n')[2] == '\n#. a.py\nmsgid "old"\nmsgstr "alt"\n\n#. b.py\nmsgid "new {x}"\nmsgstr ""\n'


def test_a_doubtful_translation_is_none(tool: dict[str, Any]) -> None:
    text = tool["written"]({"old": "a.py"}, {"old": "alt"}, "de").replace('msgid "old"', '#, fuzzy\nmsgid "old"')
    assert tool["translations"](text) == {}
