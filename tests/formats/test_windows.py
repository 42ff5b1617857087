"""Long texts side by side: what differs is shown, all of it and little else, and no text makes that take long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.formats.windows import windows

WORDS = ["the", "gulls", "left", "harbour", "in", "March", "and", "came", "back", ".", ",", "200", "250", "[@count]", "\n\n", "\n"]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("One two three.", "One two four.", (("One two three.", "One two four."),)),
        ("One two", "One two three", (("One two", "One two three"),)),
        ("One\ntwo", "One two", ()),
        ("One two", "One\n\ntwo", (("One two", "One ¶ two"),)),
        ("在二十世纪,鸟儿们飞走了。", "在二十世纪,鸟儿们飞来了。", (("…,鸟儿们飞走了。", "…,鸟儿们飞来了。"),)),
        ("a", "", (("a", ""),)),
        ("", "", ()),
    ],
)
def test_what_is_shown(before: str, after: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert windows(before, after) == expected


@given(was=SENTENCES, now=SENTENCES)
def test_texts_differ_if_and_only_if_something_is_shown_and_everything_shown_stands_there(was: list[str], now: list[str]) -> None:
    before, after = " ".join(was), " ".join(now)
    shown = windows(before, after)
    assert bool(shown) == (_plain(before) != _plain(after))
    for text, stretches in ((_plain(before), [one for one, _ in shown]), (_plain(after), [one for _, one in shown])):
        at = 0
        for stretch in stretches:
            at = text.index(stretch.removeprefix("…").removesuffix("…").strip(), at)


@given(words=SENTENCES.filter(lambda some: len(some) > 0), data=st.data())
def test_what_is_the_same_far_away_is_not_shown(words: list[str], data: st.DataObject) -> None:
    """Two changes in a long text are two short stretches."""
    far = [f"word{number}" for number in range(200)]
    old, new = [*far[:50], *words, *far[50:150], "old", *far[150:]], [*far[:50], "new", *far[50:150], *words, *far[150:]]
    place = data.draw(st.sampled_from([0, 199]))
    shown = windows(" ".join(old), " ".join(new))
    assert all(f"word{place} " not in text for one in shown for text in one)
    assert max(len(text) for one in shown for text in one) < 10 * (len(words) + 12)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 30_000, " ".join(f"a u{number}" for number in range(15_000))),
        (" ".join(map(str, range(30_000))), " ".join(map(str, range(30_000, 0, -1)))),
        ("x" * 60_000, "x" * 30_000 + "y" + "x" * 30_000),
        ("a b " * 15_000, "b a " * 15_000),
        ("(" * 30_000 + ")" * 30_000, ")" * 30_000 + "(" * 30_000),
    ],
    ids=["one word among others", "turned round", "no blanks", "two words", "marks"],
)
def test_texts_that_are_made_to_take_long(before: str, after: str) -> None:
    assert windows(before, after)


def _plain(text: str) -> str:
    """Return a text with blanks as :func:`windows` shows them."""
    return re.sub(r"\s+", lambda found: " ¶ " if found[0].count("\n") > 1 else " ", text.strip())
