"""The languages of findings: what a catalogue has is said in it, what it lacks in English, and the values are the same."""

from __future__ import annotations

import copy
import pickle

import pytest

from claimtrack.formats.languages import LANGUAGES, grouped, said, translator
from claimtrack.phrases import NOTHING, Phrase, all_of, one_of, say


def test_english_is_what_stands_in_the_source() -> None:
    assert translator("en")("{first} or {last}") == "{first} or {last}"


def test_german_is_what_stands_in_the_catalogue() -> None:
    german = translator("de")
    assert said(one_of(["a", "b", "c"]), german) == "a, b oder c"
    assert said(all_of(["a", "b"]), german) == "a und b"
    assert said(say("{found}, {hidden} not shown ({options})", found=say("1 claim"), hidden=2, options="--ignore"), german) == (
        "1 Aussage, 2 nicht gezeigt (--ignore)"
    )


@pytest.mark.parametrize("words", [say("nobody has translated {this}", this="{that}"), "no phrase, but {words}", NOTHING, ""])
def test_what_a_catalogue_lacks_is_said_in_english(words: str) -> None:
    for language in LANGUAGES:
        assert said(words, translator(language)) == str(words)


def test_a_sentence_says_the_same_when_it_was_copied_or_sent_elsewhere() -> None:
    words = say("{first} or {last}", first="a", last="b")
    for one in (copy.copy(words), copy.deepcopy(words), pickle.loads(pickle.dumps(words))):  # noqa: S301  (our own bytes)
        assert isinstance(one, Phrase)
        assert said(one, translator("de")) == "a oder b"


@pytest.mark.parametrize(
    ("number", "english", "german"), [(0, "0", "0"), (999, "999", "999"), (1_000, "1,000", "1.000"), (1_234_567, "1,234,567", "1.234.567")]
)
def test_digits_are_grouped(number: int, english: str, german: str) -> None:
    assert (grouped(number, "en"), grouped(number, "de")) == (english, german)
