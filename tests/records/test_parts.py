"""Which parts of a record are found, and with which paths."""

from __future__ import annotations

import pytest

from claimtrack.records.evidence import Evidence
from claimtrack.records.parts import BeyondLatin, is_beyond_latin, parts_of, parts_of_kinds
from claimtrack.records.source import Archive, Source
from claimtrack.records.text import Text

SOURCE = Source(title="Zählung", publisher=Text.plain("Roads Office"), author=Text.plain("\u0420ike"), archives=(Archive(provider="own"),))
EVIDENCE = Evidence(id="count", source=SOURCE, stance="supports", translation=Text({"en": "so", "de": "s\u200bo"}))


def test_parts_of_one_type_come_with_their_paths() -> None:
    assert list(parts_of(EVIDENCE, Source, ("evidence", 2))) == [(("evidence", 2, "source"), SOURCE)]
    assert list(parts_of(EVIDENCE, Archive)) == [(("source", "archives", 0), Archive(provider="own"))]


def test_of_texts_only_those_are_found_that_are_asked_for() -> None:
    assert parts_of_kinds(EVIDENCE, frozenset({BeyondLatin})) == [
        (("source", "author"), "\u0420ike"),
        (("translation", "de"), "s\u200bo"),
    ]
    every_text = [words for _, words in parts_of_kinds(EVIDENCE, frozenset({BeyondLatin, str}))]
    assert every_text == ["count", "Zählung", "Roads Office", "\u0420ike", "own", "so", "s\u200bo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zählung „im Hafen“ – 3 %…", False),
        ("co\u00adoperate", True),
        ("\u034e", False),
        ("\u034f", True),
        ("\u200f", True),
        ("\u2010\u2026", False),
        ("\u2027", True),
        ("Ре", True),
    ],
)
def test_a_text_is_beyond_latin_where_a_sign_is(text: str, *, expected: bool) -> None:
    assert is_beyond_latin(text) is expected
