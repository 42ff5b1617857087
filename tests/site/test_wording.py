"""Both languages say the same things, each value of the record format has words, and no word for readers stands anywhere else."""

from __future__ import annotations

import datetime
import re
import string
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import attrs
import pytest

from claimtrack.dates import PartialDate
from claimtrack.findings import Severity
from claimtrack.practice.pack import Figure
from claimtrack.publication import Publication
from claimtrack.records import vocabulary
from claimtrack.records.claim import Reasons
from claimtrack.records.desk import Pages
from claimtrack.records.known_units import SCALES, UNITS
from claimtrack.records.workflow import Demand
from claimtrack.site.wording.english import ENGLISH
from claimtrack.site.wording.german import GERMAN
from claimtrack.site.wording.words import CATALOGUES, Words, site_languages, words_in
from claimtrack.standards import CLAUSES, Known

LISTS = {
    "aspect": get_args(vocabulary.Aspect),
    "stance": get_args(vocabulary.Stance),
    "stance_said": ("supports", "refutes"),  # where only the saying is checked
    "level": get_args(vocabulary.Level),
    "seen": get_args(vocabulary.Seen),
    "read_all": (*get_args(vocabulary.Seen), "unknown"),
    "counts": get_args(vocabulary.Counts),
    "comparator": get_args(vocabulary.Comparator),
    "letter_about": get_args(vocabulary.LetterAbout),
    "letter_outcome": get_args(vocabulary.LetterOutcome),
    "dispute_about": get_args(vocabulary.DisputeAbout),
    "relation": get_args(vocabulary.RelationKind),
    "relation_back": get_args(vocabulary.RelationKind),
    "correction_class": get_args(vocabulary.CorrectionClass),
    "correction_cause": get_args(vocabulary.CorrectionCause),
    "problem_category": get_args(vocabulary.ProblemCategory),
    "media": get_args(vocabulary.MediaCategory),
    "demand": get_args(Demand),
    "reason": tuple(one.name for one in attrs.fields(Reasons)),
    "pages": tuple(one.name for one in attrs.fields(Pages) if one.name != "report"),
    "publication": tuple(one.value for one in Publication),
    "severity": tuple(one.value for one in Severity),
    "known": get_args(Known),
    "standard": get_args(vocabulary.Standard),
    "figure": get_args(Figure),
    "clause": tuple(CLAUSES),
    "judge": tuple(CLAUSES),
}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert GERMAN.words.keys() == ENGLISH.words.keys()
    assert list(GERMAN.words) == list(ENGLISH.words), "in the same order, so that the two can be read side by side"
    assert GERMAN.plurals.keys() == ENGLISH.plurals.keys()
    assert GERMAN.units.keys() == ENGLISH.units.keys()
    assert GERMAN.languages.keys() == ENGLISH.languages.keys()


def test_every_unit_that_converts_and_every_scale_that_is_spoken_has_words() -> None:
    assert [one.name for one in UNITS if one.name not in GERMAN.units] == []
    assert [scale for scale in SCALES if scale in GERMAN.units] == ["million", "billion", "trillion"]
    assert (ENGLISH.units["billion"], GERMAN.units["billion"]) == (("billion", "billion"), ("Milliarde", "Milliarden"))


def test_both_languages_have_the_same_gaps() -> None:
    assert {key: gaps(text) for key, text in GERMAN.words.items()} == {key: gaps(text) for key, text in ENGLISH.words.items()}
    several = [{key: gaps(both[1]) - {"n", "N"} for key, both in one.plurals.items()} for one in CATALOGUES]
    assert several[0] == several[1]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda one: one.language)
def test_the_words_are_complete(catalogue: object) -> None:
    assert isinstance(catalogue, type(GERMAN))
    assert [key for key, text in catalogue.words.items() if not text.strip() or text != text.strip()] == []
    assert len(catalogue.numerals) == 13
    assert len(catalogue.months) == 12
    assert [f"{name}.{value}" for name, values in LISTS.items() for value in values if f"{name}.{value}" not in catalogue.words] == []


def test_lists_have_words_for_nothing_else() -> None:
    dotted = {tuple(key.split(".", 1)) for key in GERMAN.words if "." in key}
    assert dotted == {(name, value) for name, values in LISTS.items() for value in values}


def test_no_key_is_hidden_behind_a_method() -> None:
    assert [key for key in GERMAN.words if hasattr(Words(GERMAN), key)] == []


def test_every_word_is_used(repository: Path) -> None:
    sources = [*(repository / "src/claimtrack/site").rglob("*.py"), *(repository / "templates").glob("*.html")]
    text = "\n".join(path.read_text("utf-8") for path in sources if path.parent.name != "wording" or path.stem == "words")
    keys = [*(key for key in GERMAN.words if "." not in key), *(key for key in GERMAN.plurals if "." not in key)]
    assert [key for key in keys if not re.search(rf"\b{key}\b", text)] == []


def test_templates_hold_no_words_for_readers(repository: Path) -> None:
    class Texts(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: list[str] = []

        def handle_data(self, data: str) -> None:
            self.found += re.findall(r"[^\W\d_]+", data)

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found += [
                f"{tag} {name}={value}" for name, value in attrs if name in {"alt", "title", "aria-label"} and value and value.strip()
            ]

    for path in sorted((repository / "templates").glob("*.html")):
        source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        parser = Texts()
        parser.feed(source)
        assert parser.found == [], path.name


def test_the_words_that_the_design_fixes() -> None:
    german, english = words_in("de"), words_in("en")
    assert german.one_of("aspect", "said") == "ob es gesagt wurde, nicht ob es zutrifft"
    assert english.one_of("aspect", "said") == "whether it was said, not whether it is true"
    assert [german.one_of("seen", one) for one in get_args(vocabulary.Seen)] == [
        "am Original gelesen",
        "in einer Archivkopie gelesen",
        "vollständig gelesen, nicht am Original",
        "nur ein Auszug gelesen",
        "aus dem Gedächtnis, zählt nicht",
        "bekannt, nicht gesehen",
    ]
    assert f"{german['banner_draft']} {german['banner_draft_text']}" == (
        "ENTWURF. Nicht gegengelesen, nicht veröffentlicht. Bewertungen sind Vorschläge, kein Urteil der Redaktion. "
        "Bitte nicht zitieren oder weitergeben."
    )
    assert f"{english['banner_draft']} {english['banner_draft_text']}" == (
        "DRAFT. Not reviewed, not published. Ratings are proposals, not this desk’s verdict. Please do not quote or pass on."
    )
    assert f"{german['unrated']}: {german['unrated_why']}" == "Noch keine Bewertung: Es fehlen Belege"
    assert f"{english['unrated']}: {english['unrated_why']}" == "Not rated yet: evidence is missing"


@pytest.mark.parametrize(
    ("date", "german", "english"),
    [
        ("2025-02-24", "24. Februar 2025", "24 February 2025"),
        ("2025-03-01~", "um den 1. März 2025", "about 1 March 2025"),
        ("2025-02", "Februar 2025", "February 2025"),
        ("2025-02~", "um Februar 2025", "about February 2025"),
        ("2025", "2025", "2025"),
        ("0999~", "um 999", "about 999"),
    ],
)
def test_dates(date: str, german: str, english: str) -> None:
    assert (words_in("de").date(PartialDate.parse(date)), words_in("en").date(PartialDate.parse(date))) == (german, english)


def test_a_full_date_may_be_one_of_the_calendar() -> None:
    assert words_in("en").date(datetime.date(2026, 6, 2)) == "2 June 2026"


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        ("0", "0", "0"),
        ("999", "999", "999"),
        ("10575500", "10.575.500", "10,575,500"),
        ("-1234.50", "-1.234,5", "-1,234.5"),
        ("1E+3", "1.000", "1,000"),
        ("0.0000001", "0,0000001", "0.0000001"),
        ("1234567890123456789012345678901234567890", "1.234.567.890.123.456.789.012.345.678.901.234.567.890", None),
    ],
)
def test_numbers(number: str, german: str, english: str | None) -> None:
    shown = english or german.replace(".", ",")
    assert (words_in("de").number(Decimal(number)), words_in("en").number(Decimal(number))) == (german, shown)


@pytest.mark.parametrize(("percent", "shown"), [("5.4418", "5,4 %"), ("5.45", "5,4 %"), ("5.55", "5,6 %"), ("10", "10 %"), ("0", "0 %")])
def test_shares_are_rounded_to_one_place(percent: str, shown: str) -> None:
    assert words_in("de").share(Decimal(percent), 1) == shown.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (0, "keine", "none"),
        (1, "eine", "one"),
        (12, "zwölf", "twelve"),
        (13, "13", "13"),
        (1500, "1.500", "1,500"),
    ],
)
def test_numerals_stand_in_words_as_far_as_running_text_has_them(number: int, german: str, english: str) -> None:
    assert (words_in("de").numeral(number), words_in("en").numeral(number)) == (german, english)


def test_a_number_at_the_beginning_of_a_sentence() -> None:
    assert [words_in("de").count("basis_pieces", number) for number in (1, 2, 20)] == ["Ein Beleg.", "Zwei Belege.", "20 Belege."]


def test_a_region_reads_the_catalogue_of_its_language() -> None:
    assert words_in("de-AT").catalogue is GERMAN
    with pytest.raises(KeyError, match="fr"):
        words_in("fr")


@pytest.mark.parametrize(
    ("languages", "written"),
    [(("de", "en"), ("de", "en")), (("fr", "de"), ("de",)), (("fr",), ("en",)), (("en-GB", "it"), ("en-GB",))],
)
def test_pages_are_written_in_the_languages_that_there_are_words_for(languages: tuple[str, ...], written: tuple[str, ...]) -> None:
    assert site_languages(languages) == written


def test_a_name_in_a_sentence_stays_a_name() -> None:
    sentence = words_in("en").name("note_attribution", name=("</p><script>", "he"))
    assert sentence.count('<bdi lang="he">&lt;/p&gt;&lt;script&gt;</bdi>') == 1
    assert "<script>" not in sentence
