"""What is written as people write it elsewhere is refused with the way to write it here; where there is no telling, with both ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claimtrack.findings import Finding
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source

Make = Callable[..., tuple[Any, tuple[Finding, ...]]]

DAY = (Claim, "status: draft\npublished: '{}'\n")
DATE = (Claim, "status: draft\nmade_on: '{}'\n")
TIME = (Source, "archives: [{{provider: own, captured_at: '{}'}}]\n")
ANSWER = (Claim, "status: draft\naccuses: '{}'\n")
SPAN = (Desk, "format: 1\npublisher: {{name: D}}\nlanguages: [en]\nlimits: {{review_after: '{}'}}\n")
SHARE = (Desk, "format: 1\npublisher: {{name: D}}\nlanguages: [en]\nlimits: {{quotes_of_article: '{}'}}\n")
TOLERANCE = (Claim, "status: draft\nquantity: {{value: 1, unit: person, tolerance: '{}'}}\n")
NUMBER = (Claim, "status: draft\nquantity: {{value: '{}', unit: person}}\n")
PLACE = (Claim, "status: draft\nquote: {{exact: x, at: '{}'}}\n")
RECORDING = (Claim, "status: draft\nappearances: [{{at: '{}'}}]\n")
PEOPLE = (Claim, "status: draft\nauthors: {}\n")

NO_DATE = "what is known of a date but is no date goes into a text, such as `published_note`"
ZONE = "put `Z` behind it where it is in UTC, else its distance from UTC, such as `+02:00`"
ALONE = "write {} here; words have fields of their own, such as `unit` and `about`"


@pytest.mark.parametrize(
    ("field", "written", "hint"),
    [
        (DAY, "24.09.2026", "write 2026-09-24"),
        (DAY, "9. 2. 2026", "write 2026-02-09"),
        (DAY, "2026/09/24", "write 2026-09-24"),
        (DAY, "2026-9-4", "write 2026-09-04"),
        (DAY, "20260924", "write 2026-09-24"),
        (DAY, "09/24/2026", "write 2026-09-24"),
        (DAY, "24/09/2026", "write 2026-09-24"),
        (DAY, "03/04/2026", "write 2026-04-03 or 2026-03-04, whichever is meant"),
        (DAY, "04/04/2026", "write 2026-04-04"),
        (DAY, "24. September 2026", "write 2026-09-24"),
        (DAY, "9. März 2026", "write 2026-03-09"),
        (DAY, "September 24th, 2026", "write 2026-09-24"),
        (DAY, "24 Sept. 2026", "write 2026-09-24"),
        (DAY, "31.02.2026", ""),
        (DAY, "September 2026", ""),
        (DAY, "2026", ""),
        (DAY, "yesterday", ""),
        (DATE, "24.09.2026", "write 2026-09-24"),
        (DATE, "September 2026", "write 2026-09"),
        (DATE, "9/2026", "write 2026-09"),
        (DATE, "13/2026", NO_DATE),
        (DATE, "ca. 2025", "write 2025~"),
        (DATE, "um den 3. Mai 2025", NO_DATE),
        (DATE, "about May 2025", "write 2025-05~"),
        (DATE, "2025/26", NO_DATE),
        (TIME, "2026-02-09 10:00Z", "write 2026-02-09T10:00:00Z"),
        (TIME, "2026-02-09T10:00:00+0100", "write 2026-02-09T10:00:00+01:00"),
        (TIME, "20260209100000", "write 2026-02-09T10:00:00Z"),
        (TIME, "2026-02-09T10:00:00", ZONE),
        (ANSWER, "ja", "write yes"),
        (ANSWER, "NEIN", "write no"),
        (ANSWER, "y", "write yes"),
        (ANSWER, "perhaps", ""),
        (SPAN, "1 year", "write 12 months"),
        (SPAN, "2 Jahre", "write 24 months"),
        (SPAN, "6 Monate", "write 6 months"),
        (SPAN, "6", "write 6 months or 72 months, whichever is meant"),
        (SPAN, "0 years", ""),
        (SHARE, "10 Prozent", "write 10 %"),
        (SHARE, "10,5 %", "write 10.5 %"),
        (SHARE, "40", "write 40 %"),
        (SHARE, "1", "write 1 %"),
        (SHARE, "0.4", "write 0.4 % or 40 %, whichever is meant"),
        (SHARE, "110 percent", ""),
        (TOLERANCE, "±5 %", "write 5 %"),
        (TOLERANCE, "+/- 500 person", "write 500 person"),
        (TOLERANCE, "5", ""),
        (TOLERANCE, "10 Prozent", "write 10 %"),
        (TOLERANCE, "2,5 per cent", "write 2.5 %"),
        (NUMBER, "1.234,56", "write 1234.56"),
        (NUMBER, "+5", "write 5"),
        (NUMBER, "1e6", "write 1000000"),
        (NUMBER, "1e99", ""),
        (NUMBER, "82,6", ""),
        (NUMBER, "82,6 Mio. Euro", ALONE.format("82.6")),
        (NUMBER, "5 %", ALONE.format("5")),
        (NUMBER, "rund 5", ALONE.format("5")),
        (NUMBER, "5 to 6", ""),
        (PLACE, "4244 – 4285", "write 4244-4285"),
        (PLACE, "4285-4244", "write 4244-4285"),
        (PLACE, "4244-4244", ""),
        (PLACE, "12:30", ""),
        (RECORDING, "0:12-0:15", "write 0:00:12-0:00:15"),
        (RECORDING, "75:10", "write 1:15:10"),
        (RECORDING, "1:02:58-1:02:40", "write 1:02:40-1:02:58"),
        (RECORDING, "0:12-0:12", ""),
        (RECORDING, "0:75", ""),
        (PEOPLE, "ines, tom", "write [ines, tom]"),
        (PEOPLE, "Ines Example, Tom", "put each behind `- `"),
        (DAY, "1" * 100, ""),
    ],
)
def test_what_is_written_otherwise(make: Make, field: tuple[type[Any], str], written: str, hint: str) -> None:
    record, text = field
    made, (one,) = make(record, text.format(written))
    assert made is None
    assert one.hint == hint
