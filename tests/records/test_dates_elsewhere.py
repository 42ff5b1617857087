"""Partial dates against another implementation: edtf reads the whole Extended Date/Time Format, of which ours is a part."""

from __future__ import annotations

import datetime
import importlib
import re
import warnings
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.dates import PartialDate

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what it has to say about its own dependencies
    edtf: Any = importlib.import_module("edtf")

SHARED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?~?", re.ASCII)
"""What both read: years, months and days, all of them known, and about."""


def of_edtf(text: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day that a date may be as edtf reads it, or None where it refuses it.

    Three things it reads are no partial dates of ours: the year 0 (1 BC), seasons, which have the months from 21 on, and the 29th of
    February of any year.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            date = edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return None
    if type(date).__name__ not in {"Date", "UncertainOrApproximate"} or text.startswith("0000"):
        return None
    try:
        return datetime.date(*date.lower_strict()[:3]), datetime.date(*date.upper_strict()[:3])
    except ValueError:
        assert "-02-29" in text
        return None


def of_ours(text: str) -> tuple[datetime.date, datetime.date] | None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return None
    return date.earliest, date.latest


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts of the form that both read, most of them near the bounds of months and years."""
    year = draw(st.integers(0, 9999) | st.sampled_from([0, 1, 4, 100, 400, 1582, 1900, 2000, 2023, 2024, 2100, 9999]))
    month = draw(st.none() | st.integers(0, 14) | st.integers(0, 99))
    day = draw(st.none() | st.integers(0, 32) | st.integers(27, 31)) if month is not None else None
    about = draw(st.sampled_from(["", "~"]))
    return f"{year:04}" + (f"-{month:02}" if month is not None else "") + (f"-{day:02}" if day is not None else "") + about


@given(texts())
@example("2024-02-29")
@example("2023-02-29")
@example("1900-02-29")
@example("2000-02-29~")
@example("0001")
@example("9999-12-31~")
@example("2025-21")
def test_both_read_the_same_dates_and_give_them_the_same_days(text: str) -> None:
    assert SHARED.fullmatch(text)
    assert of_ours(text) == of_edtf(text)


@given(st.from_regex(r"[0-9X]{2,5}([-/][0-9X]{1,3}){0,3}[~?%]{0,2}", fullmatch=True) | texts().map(lambda text: text[:-1]))
@example("2025?")
@example("2025-02-24?~")
@example("20XX")
@example("2025/2026")
@example("20250224")
def test_what_we_read_the_other_reads_too(text: str) -> None:
    ours = of_ours(text)

    assert ours is None or ours == of_edtf(text)
    assert (ours is not None) == (of_edtf(text) is not None and SHARED.fullmatch(text) is not None)


@given(texts(), texts())
@example("2025", "2025-02-24")
@example("2025-02", "2025-02-24")
@example("2025-02-24", "2025-02-24")
@example("2025-02", "2025-03")
@example("2024", "2025")
@example("2024~", "2026")
def test_a_date_is_before_another_only_if_all_its_days_are_by_the_other_calendar_too(one: str, other: str) -> None:
    these, those = of_edtf(one), of_edtf(other)
    if these is None or those is None:
        return
    is_sure = not one.endswith("~") and not other.endswith("~")
    before, after = PartialDate.parse(one), PartialDate.parse(other)

    assert before.surely_before(after) == (is_sure and these[1] < those[0])
    assert before.surely_after(after) == (is_sure and these[0] > those[1])
    assert before.surely_before(those[1]) == (not one.endswith("~") and these[1] < those[1])
