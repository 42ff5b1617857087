"""Choosing claims by a line of text: one grammar, and a word of advice for whatever else is written."""

from __future__ import annotations

import re

import pytest

from claimtrack.errors import UsageError
from claimtrack.moves.choosing import Choice
from claimtrack.moves.selecting import parse_selection


@pytest.mark.parametrize(
    ("query", "choice"),
    [
        ("", Choice()),
        ("  \t ", Choice()),
        ("topic=traffic", Choice(topics=("traffic",))),
        ("topic=traffic rating=refuted", Choice(topics=("traffic",), ratings=("refuted",))),
        ("  topic=a   topic=b,c ", Choice(topics=("a", "b", "c"))),
        ("id=a status=b rating=c", Choice(ids=("a",), statuses=("b",), ratings=("c",))),
        ("topic=d source=e folder=f", Choice(topics=("d",), sources=("e",), folders=("f",))),
        ('text="two words"', Choice(text="two words")),
        ('text=one text="two, = three"', Choice(text="one two, = three")),
        ('text="" topic=a', Choice(topics=("a",))),
        ('topic="a","b"', Choice(topics=("a", "b"))),
    ],
)  # fmt: skip
def test_what_a_query_asks_for(query: str, choice: Choice) -> None:
    assert parse_selection(query) == choice


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("traffic", "found 'traffic'"),
        ("topic=a traffic", "found 'traffic'"),
        ("topic = a", "found 'topic = a'"),
        ("topic=", "found 'topic='"),
        ("topic=a,", "found 'topic=a,'"),
        ("topic=a,,b", "found 'topic=a,,b'"),
        ("topic==a", "found 'topic==a'"),
        ("=a", "found '=a'"),
        ('text="a', "--select: a quotation mark is opened and not closed in 'text=\"a'"),
        ('text="a"b', "found 'text=\"a\"b'"),
        ("topics=a", "--select cannot ask for 'topics'; did you mean topic?"),
        ("Topic=a", "--select cannot ask for 'Topic'; did you mean topic?"),
        ("x=a", "--select cannot ask for 'x'; there are id, status, rating, topic, source, folder, text"),
    ],
)
def test_what_no_query_is(query: str, words: str) -> None:
    with pytest.raises(UsageError, match=re.escape(words)):
        parse_selection(query)


def test_a_query_without_an_end_ends_soon() -> None:
    """Nothing in the grammar goes back over what it has read."""
    for query in ("topic=" + "a," * 50_000 + "=", 'text="' + 'a" ' * 50_001, "a" * 100_000, "topic=" + '"a",' * 50_000):
        with pytest.raises(UsageError):
            parse_selection(query)
