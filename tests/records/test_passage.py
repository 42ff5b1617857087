"""Where words stand: stretches of texts and recordings, and quotes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.records.passage import MediaStretch, Quote, Stretch

POSITION = "a position is start-end in code points from 0, the end exclusive and after the start, such as 4244-4285"
TIME = "a media time is h:mm:ss or h:mm:ss-h:mm:ss, the end after the start, such as 1:02:40-1:02:58"


@given(st.integers(0, 10**9 - 2), st.integers(1, 10**6))
def test_a_stretch_is_read_back_as_it_was_written(start: int, length: int) -> None:
    stretch = Stretch(start, min(start + length, 10**9 - 1))

    assert Stretch.parse(str(stretch)) == stretch


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4244",
        "4244-",
        "-4285",
        "4244-4244",
        "4285-4244",
        "0-0",
        "4244–4285",
        "4244 - 4285",
        "1-2-3",
        "1-2\n",
        "１-２",
        "0-1000000000",
        "a-b",
    ],
)
def test_what_is_no_stretch_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(POSITION)}$"):
        Stretch.parse(text)


def test_stretches_are_ordered_by_where_they_begin() -> None:
    assert sorted([Stretch(10, 12), Stretch(2, 40), Stretch(2, 3)]) == [Stretch(2, 3), Stretch(2, 40), Stretch(10, 12)]


@pytest.mark.parametrize(
    "text", ["0:00:00", "1:02:40", "100:59:59", "0:00:01.5", "1:02:40-1:02:58", "0:59:59-1:00:00", "0:00:01-0:00:01.001"]
)
def test_a_stretch_of_a_recording_stays_as_it_was_written(text: str) -> None:
    assert str(MediaStretch.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "12:30", "90", "1:2:3", "1:60:00", "1:00:60", "1:02:40-1:02:40", "1:02:58-1:02:40", "0:00:01-0:00:02-0:00:03", "1:02:40-",
        "-1:02:40", "1:02:40 - 1:02:58", "1:02:40\n", "1000:00:00", "0:00:01.1234", "0:00:01.", "١:02:40", "1h02m40s",
    ],
)  # fmt: skip
def test_what_is_no_time_of_a_recording_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(TIME)}$"):
        MediaStretch.parse(text)


@pytest.mark.parametrize(
    ("exact", "parts"),
    [
        ("the bridge is closed", ("the bridge is closed",)),
        ("the bridge … is closed", ("the bridge", "is closed")),
        ("the … bridge … is closed", ("the", "bridge", "is closed")),
        ("the bridge… is closed", ("the bridge… is closed",)),
        ("the bridge [...] is closed", ("the bridge [...] is closed",)),
    ],
)
def test_only_an_ellipsis_with_blanks_around_it_leaves_words_out(exact: str, parts: tuple[str, ...]) -> None:
    assert Quote(exact=exact).parts == parts
