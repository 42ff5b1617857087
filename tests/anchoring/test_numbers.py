"""Numbers of two languages: what counts as the same, and what is told apart."""

from __future__ import annotations

import pytest

from claimtrack.anchoring.numbers import differing_numbers

SAME = [
    ("6.906.500 Geflüchtete", "6,906,500 refugees"),
    ("10,58 Millionen", "10.58 million"),
    ("6,9 Millionen", "6,900,000"),
    ("12,5 Mio.", "12.5m"),
    ("12.345,67 €", "€12,345.67"),
    ("1.500 Menschen", "1,500 people"),
    ("10 000 Euro", "10,000 euros"),
    ("ein 5.300-Wörter-Text", "a 5,300-word text"),
    ("am 24. Februar 2025", "on 24 February 2025"),
    ("am 24.02.2025", "on 24 February 2025"),
    ("2024/25", "2024 and 2025"),
    ("in den 90ern", "in the 1990s"),
    ("um 14:30 Uhr", "at 2:30 pm"),
    ("G20", "the Group of 20"),
    ("zwei von 12", "2 of twelve"),
    ("100 km weit", "62 miles away"),
    ("40 Prozent", "four in ten"),
    ("keine Zahl", "no number"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_number_written_otherwise_is_no_difference(one: str, other: str) -> None:
    assert differing_numbers(one, other) == ([], [])
    assert differing_numbers(other, one) == ([], [])


DIFFERENT = [
    ("62 Unfälle", "26 accidents", ["62"], ["26"]),
    ("620 am Tag, davor 310", "260 a day, before that 310", ["620"], ["260"]),
    ("6.906.500", "6,960,500", ["6.906.500"], ["6,960,500"]),
    ("10,58 Millionen", "10.85 million", ["10,58"], ["10.85"]),
    ("im Jahr 2024", "in 2025", ["2024"], ["2025"]),
    ("5,4 % darunter", "54 % lower", ["5,4"], ["54"]),
    ("300 und 300", "301 and 302", ["300"], ["301", "302"]),
]


@pytest.mark.parametrize(("one", "other", "only_one", "only_other"), DIFFERENT)
def test_another_number_is_named_with_its_counterpart(one: str, other: str, only_one: list[str], only_other: list[str]) -> None:
    assert differing_numbers(one, other) == (only_one, only_other)
    assert differing_numbers(other, one) == (only_other, only_one)
