"""Where quotes stand in texts, what comes nearest to those that do not, and that no text makes the search slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.anchoring.folding import Folded
from claimtrack.anchoring.quotes import MOST_PLACES, Passage, QuotedText
from claimtrack.records.passage import Quote, Stretch

TEXT = "Sie sagte: „Die Brücke  ist\nsicher“ – und ging. Die Brücke ist alt; die Bru\u0308cke bleibt."


def places(words: str, prefix: str | None = None) -> list[str]:
    """Return the passages of TEXT that a quote is found at."""
    return [TEXT[at.start : at.end] for at in QuotedText(TEXT).places(Quote(exact=words, prefix=prefix))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sie sagte", ["Sie sagte"]),
        ("Die Brücke ist sicher", ["Die Brücke  ist\nsicher"]),
        ("die Brücke bleibt", ["die Bru\u0308cke bleibt"]),
        ("Die Brücke", ["Die Brücke", "Die Brücke"]),
        ("Sie sagte … ging", [TEXT[: TEXT.index("ging") + 4]]),
        ("Sie … sicher … alt", [TEXT[: TEXT.index("alt") + 3]]),
        ("ging … Sie", []),
        ('"Die Brücke', []),
        ("die Straße", []),
    ],
)
def test_words_are_found_whatever_their_blanks_and_accents_and_as_often_as_they_stand(words: str, found: list[str]) -> None:
    assert places(words) == found


def test_words_before_and_after_choose_the_place() -> None:
    assert QuotedText(TEXT).places(Quote(exact="Die Brücke", prefix="ging. ")) == (Stretch(48, 58),)
    assert QuotedText(TEXT).places(Quote(exact="Die Brücke", suffix="ist sicher")) == (Stretch(12, 22),)
    assert places("Die Brücke", prefix="gang.") == []


@pytest.mark.parametrize(
    ("words", "at", "stands"),
    [
        ("Sie sagte", "0-9", True),
        ("Sie sagte", "0-10", False),
        ("Sie sagte", "1-10", False),
        ("Die Brücke ist sicher", "12-34", True),
        ("Sie … Brücke", "0-22", True),
        ("Sie … sagte … Brücke", "0-22", True),
        ("Sie … Brücke … sagte", "0-22", False),
        ("Sie … ie sagte", "0-9", False),
        ("bleibt.", "80-87", True),
        ("bleibt.", "80-88", False),
    ],
)
def test_a_position_is_right_only_exactly(words: str, at: str, *, stands: bool) -> None:
    assert QuotedText(TEXT).stands_at(Quote(exact=words), Stretch.parse(at)) is stands


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("Die Brücke ist älter", Passage(Stretch(48, 66), "Die Brücke ist alt", 3, "Die Brücke ist älter")),
        ('"Die Brücke ist sicher" -', Passage(Stretch(11, 37), "„Die Brücke  ist\nsicher“ –", 0, '"Die Brücke ist sicher" -')),
        ("Sie sagte … und gang", Passage(Stretch(38, 46), "und ging", 1, "und gang")),
        ("Nichts davon ist je gesagt worden", None),
        ("ging … Sie sagte", None),
    ],
)
def test_what_comes_nearest_to_words_that_do_not_stand_there(words: str, nearest: Passage | None) -> None:
    assert QuotedText(TEXT).nearest(Quote(exact=words)) == nearest


@given(st.text(alphabet="ab \n“é-–\u0301\u00ad", max_size=40), st.data())
def test_every_stretch_of_a_text_stands_where_it_was_taken_from(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start + 1, max(len(text), start + 1)))
    words = text[start:end]

    assert QuotedText(text).stands_at(Quote(exact=words), Stretch(start, end)) is bool(words and end <= len(text))


@given(st.text(alphabet="ab \n“é-–…\u0301\u00ad", max_size=40))
def test_places_in_a_comparable_text_lead_back_in_order_and_to_its_end(text: str) -> None:
    for folded in (Folded(text), Folded(text, alike=True)):
        back = [folded.place(place) for place in range(len(folded.text) + 1)]
        assert back[-1] == len(text)
        assert back == sorted(back)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a" * 1_000_000, "a … b … c"),
        ("a" * 1_000_000, "ab" * 500),
        ("ab " * 300_000, "ba" * 100 + "x"),
        ("\u0301“ " * 300_000, "“x\u0301" * 60),
        ("x " * 400_000, " … ".join("x" * 500) + " … y"),
    ],
    ids=["gaps", "long", "alike", "marks", "many parts"],
)
def test_no_text_makes_the_search_slow(text: str, words: str) -> None:
    quoted = QuotedText(text)
    begin = time.process_time()

    assert len(quoted.places(Quote(exact=words))) <= MOST_PLACES
    quoted.nearest(Quote(exact=words))

    assert time.process_time() - begin < 5
