"""Texts that say nearly the same: what is one claim, what is another, and that the fast way finds what the slow one finds."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.anchoring.similar import nearly_alike


def are_alike(one: str, other: str, language: str = "en") -> bool:
    return list(nearly_alike([one, other], language)) == [(1, (0,))]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The bridge is closed.", "The bridge is closed."),
        ("en", "The bridge is closed", "the bridge is “closed”!"),
        ("en", "The old bridge was repaired in 1998.", "In 1998 the old bridge was repaired."),
        (
            "en",
            "In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.",
            "The old bridge of Alderford carried twice as many lorries in January 2026 as in January 2025.",
        ),
        (
            "de",
            "Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025.",
            "Doppelt so viele Lastwagen wie im Januar 2025 fuhren im Januar 2026 über die alte Brücke von Alderford.",
        ),
        ("en", "Xi said Washington’s thaw cannot shake Russia.", "Xi said that Washington's thaw can’t shake Russia."),
        ("en", "The fair drew 10,000 guests to the quay.", "The fair drew 10000 guests to the quay."),
        ("en", "The fair drew 3.5 million guests to the quay.", "The fair drew 3,5 million guests to the quay."),
        (
            "en",
            "Shops by the old quay must officially pay high taxes since last winter",
            "Shops by the old quay must reportedly pay high taxes since last winter",
        ),
        ("zh", "桥梁今年冬天因维修而关闭三个月时间。", "桥梁今年冬天因为维修而关闭三个月时间。"),
        ("hi", "मंत्री ने कहा कि पुल तीन महीने से बंद है।", "मंत्री ने कहा कि पुल तीन महीने से बंद है"),
        ("ru", "Мост через реку закрыт для грузовиков.", "Мост через реку закрыт для грузовиков"),
    ],
)
def test_one_claim_in_nearly_the_same_words_is_found(language: str, one: str, other: str) -> None:
    assert are_alike(one, other, language)
    assert are_alike(other, one, language)


@pytest.mark.parametrize(
    ("language", "frame", "one", "other"),
    [
        ("en", "the old bridge by the quay was repaired for the third time in {}", "1998", "1999"),
        ("en", "the fair of last year drew {} million guests to the quay", "3.5", "35"),
        ("en", "the fair of last year cost {} per guest on the quay", "$5", "€5"),
        ("en", "the fair of last year drew {} hundred guests to the quay", "two", "three"),
        ("en", "the bridge by the quay is{} closed to lorries", "", " not"),
        ("en", "the bridge by the quay of this town {} closed to lorries in winter", "isn't", "is"),
        ("de", "die Brücke an der Mole ist{} für Lastwagen gesperrt", "", " nicht"),
        ("de", "es gibt am Kai bei der alten Mole noch immer {} Aufzug", "einen", "keinen"),
        ("en", "lorries that crossed the old bridge by the quay of {} doubled in January", "Alderford", "Brackham"),
        ("en", "{} exported more gas by ship last winter than in the year before", "Germany", "France"),
        ("en", "{} over the old bridge by the quay last winter", "Alderford sued Brackham", "Brackham sued Alderford"),
        ("en", "gas flowed from {} all winter", "Alderford to Brackham", "Brackham to Alderford"),
        ("de", "{} im Winter an", "Russland griff die Ukraine", "die Ukraine griff Russland"),
        ("en", "crime in the city {} sharply last year, said police", "rose", "fell"),
        ("en", "it was {} for shops by the old quay to sell fireworks last winter", "legal", "illegal"),
        (
            "en",
            "the council shut {} by the old quay last winter for many weeks and said so with regret in public",
            "schools and ferries",
            "prisons and markets",
        ),
    ],
)
def test_what_makes_another_claim_of_it_is_seen(language: str, frame: str, one: str, other: str) -> None:
    texts = [frame.format(one), frame.format(other)]
    here, there = (set(text.lower().split()) - {"the", "die", "der"} for text in texts)

    assert len(here & there) * 5 >= len(here | there) * 4, "the words alone would make them alike"
    assert list(nearly_alike(texts, language)) == []


@pytest.mark.parametrize(("text", "found"), [("gulls eat chips", [(1, (0,))]), ("gulls eat", []), ("the gulls eat a", [])])
def test_very_short_texts_are_not_compared(text: str, found: list[tuple[int, tuple[int, ...]]]) -> None:
    assert list(nearly_alike([text, text], "en")) == found


def test_four_fifths_of_the_words_are_enough_and_less_are_not() -> None:
    assert are_alike("ferries run slowly here", "ferries run slowly here still")
    assert not are_alike("ferries run slowly", "ferries run slowly still")


def test_every_earlier_one_is_named_each_pair_once() -> None:
    texts = ["ferries run slowly here", "gulls eat chips there", "ferries run slowly here still", "ferries run slowly here"]

    assert sorted(nearly_alike(texts, "en")) == [(2, (0,)), (3, (0, 2))]


WORDS = ["ferries", "gulls", "run", "eat", "here", "legal", "illegal", "still", "not", "Holm", "Roth", "in", "1998", "1999", "the", "a"]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), max_size=8))
def test_among_few_texts_every_pair_is_found_and_no_other(texts: list[str]) -> None:
    found = {(earlier, later) for later, before in nearly_alike(texts, "en") for earlier in before}

    expected = {(one, other) for one, other in itertools.combinations(range(len(texts)), 2) if are_alike(texts[one], texts[other])}
    assert found == expected


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8), st.integers(5, 14))
def test_among_wordings_that_share_most_words_every_pair_is_found(changes: list[int], length: int) -> None:
    words = [f"w{place}" for place in range(length)]
    texts = [" ".join(word for place, word in enumerate(words) if place != change) for change in changes]

    found = {(earlier, later) for later, before in nearly_alike(texts, "xx") for earlier in before}

    expected = set()
    for one, other in itertools.combinations(range(len(texts)), 2):
        here, there = set(texts[one].split()), set(texts[other].split())
        if len(here & there) * 5 >= len(here | there) * 4:
            expected.add((one, other))
    assert found == expected


@pytest.mark.parametrize(
    "texts",
    [
        ["the old bridge was closed for good"] * 20_000,
        [f"the old bridge of x{number} carried many more lorries this winter than the new one did" for number in range(20_000)],
        [f"the old bridge by w{number % 150} carried many more lorries than w{number // 150} did here" for number in range(20_000)],
        [" ".join(f"w{(number * step) % 61}" for step in range(1, 15)) for number in range(20_000)],
    ],
    ids=["identical", "one slot", "two slots", "many of few"],
)
def test_templates_cost_no_more_than_a_bounded_effort_each(texts: list[str]) -> None:
    before = time.process_time()
    pairs = sum(len(earlier) for _, earlier in nearly_alike(texts, "en"))

    assert time.process_time() - before < 20
    assert pairs <= 72 * len(texts)
