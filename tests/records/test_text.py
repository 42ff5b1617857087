"""Text for readers: in one language or several, and never in one that nobody wrote."""

from __future__ import annotations

import pytest

from claimtrack.records.text import Text

PLAIN = Text.plain("Hallo")
BOTH = Text({"de": "Hallo", "en": "Hello"})
ENGLISH = Text({"en": "Hello"})
MIXED = Text({"fr": "Salut", "en": "Hello"})


@pytest.mark.parametrize(
    ("text", "languages"), [(PLAIN, ("de",)), (BOTH, ("de", "en")), (ENGLISH, ("en",)), (MIXED, ("fr", "en"))]
)  # fmt: skip
def test_the_languages_of_a_text_in_the_order_written(text: Text, languages: tuple[str, ...]) -> None:
    assert text.languages("de") == languages


def test_a_text_written_plainly_is_in_the_first_language_of_whoever_reads_it() -> None:
    assert PLAIN.in_language("de", "de") == "Hallo"
    assert PLAIN.in_language("en", "de") is None
    assert PLAIN.in_language("en", "en") == "Hallo"


@pytest.mark.parametrize(
    ("text", "asked", "best"),
    [
        (BOTH, "en", ("Hello", "en")),
        (BOTH, "de", ("Hallo", "de")),
        (BOTH, "fr", ("Hallo", "de")),
        (PLAIN, "en", ("Hallo", "de")),
        (PLAIN, "de", ("Hallo", "de")),
        (ENGLISH, "de", ("Hello", "en")),
        (MIXED, "de", ("Salut", "fr")),
    ],
)
def test_the_best_text_is_as_asked_else_in_the_first_language_of_the_desk_else_the_first_written(
    text: Text, asked: str, best: tuple[str, str]
) -> None:
    assert text.best(asked, "de") == best


@pytest.mark.parametrize(("text", "missing"), [(BOTH, ()), (PLAIN, ("en",)), (ENGLISH, ("de",)), (MIXED, ("de",))])
def test_the_languages_that_a_text_is_not_in(text: Text, missing: tuple[str, ...]) -> None:
    assert text.missing(("de", "en"), "de") == missing
