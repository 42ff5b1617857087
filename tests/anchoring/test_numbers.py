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
    ("۴۵٪ از لوله‌ها", "45 % of the pipes"),
    ("٤٥٫٥٪", "45,5 %"),
    ("١٬٢٣٤٬٥٦٧", "1.234.567"),
    ("४५ प्रतिशत", "45 percent"),
    ("۶٫۹ میلیون", "6,900,000"),
    ("um 14.30 Uhr", "at 2:30 pm"),
    ("um 20 Uhr", "at 8 p.m."),
    ("gezählt [@count-2025]", "counted"),
    ("siehe https://example.org/2025/620", "see there"),
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
    ("5 Prozent", "7 per cent", ["5"], ["7"]),
    ("۴۵٪", "46 %", ["45"], ["46"]),
    ("620 am Tag, meist morgens", "6200 a day, mostly mornings", ["620"], ["6200"]),
    ("300 und 300", "301 and 302", ["300"], ["301", "302"]),
]


@pytest.mark.parametrize(("one", "other", "only_one", "only_other"), DIFFERENT)
def test_another_number_is_named_with_its_counterpart(one: str, other: str, only_one: list[str], only_other: list[str]) -> None:
    assert differing_numbers(one, other) == (only_one, only_other)
    assert differing_numbers(other, one) == (only_other, only_one)


@pytest.mark.parametrize(
    ("one", "other", "missed"),
    [
        ("620 Lastwagen am Tag", "a lot of lorries", ["620"]),
        ("45 % der Rohre", "many of the pipes", ["45"]),
        ("5,4 Punkte", "some points", ["5,4"]),
        ("14 Kilometer", "a long way", ["14"]),
        ("im Jahr 2024 geschlossen", "closed", ["2024"]),
    ],
)
def test_a_number_that_the_other_language_leaves_out_is_missed(one: str, other: str, missed: list[str]) -> None:
    assert differing_numbers(one, other, ("de", "en")) == (missed, [])
    assert differing_numbers(other, one, ("en", "de")) == ([], missed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14 Kilometer", "fourteen kilometres"),
        ("24 Ziegen", "two dozen goats"),
        ("100 Menschen", "a hundred people"),
        ("100 % mehr", "twice as much"),
        ("50 %", "one half"),
        ("40 %", "four in ten"),
        ("1,5 Jahre", "a year and a half"),
        ("mehr als 2025", "more than a year before"),
        ("12 Jahre", "twelve or so"),
        ("die G20", "the big economies"),
        ("auf der A 45", "on the motorway"),
        ("nach Covid-19", "after the pandemic"),
        ("das 5G-Netz", "the network"),
        ("20 Uhr", "in the evening"),
        ("60 Kilometer", "far more than 5 miles"),
    ],
)
def test_what_may_well_be_words_in_the_other_language_is_not_missed(one: str, other: str) -> None:
    assert differing_numbers(one, other, ("de", "en")) == ([], [])
    assert differing_numbers(other, one, ("en", "de")) == ([], [])


@pytest.mark.parametrize(
    ("one", "missed"),
    [("620 Lastwagen", ["620"]), ("45 %", ["45"]), ("40 %", []), ("14 Kilometer", []), ("5,4", ["5,4"]), ("5,5", []), ("im Jahr 2024", [])],
)
def test_of_a_language_whose_words_are_not_known_only_what_nobody_writes_out_is_missed(one: str, missed: list[str]) -> None:
    assert differing_numbers(one, "szó", ("de", "hu")) == (missed, [])
