"""One mistyped day is told once: a day that has not come is in no order with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

APPROVED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
SOURCE = "--- sources.yaml\nhaulier-survey:\n  url: 'https://hauliers.example/survey'\n  level: secondary\n  origin: hauliers\n"
COPY = "archives: [{provider: archive, url: 'https://archive.example/1', captured_at: "


@pytest.mark.parametrize(
    ("record", "right", "told"),
    [
        (SOURCE + "  accessed: 2026-02-10\n  published: DAY  # here", "2026-02-12", "CT212"),
        ("--- article.yaml\nretrieved: 2026-02-04\npublished: DAY  # here", "2026-02-06", "CT212"),
        (f"{APPROVED}{SOURCE}  {COPY}DAYT10:00:00Z}}]  # here", "2026-02-20", "CT216"),
        ("letters:\n  - {to: Rike Holm, about: claim, until: 2026-02-14, on: DAY}  # here", "2026-02-15", "CT427"),
        (APPROVED + "accuses: yes\nlegal: {by: omar, on: DAY}  # here", "2026-02-15", "CT419"),
        (APPROVED + "verdict: {rating: misleading, decided_on: DAY, summary: So., rationale: So.}  # here", "2026-02-15", "CT419"),
        (APPROVED + "published: 2026-02-20\nmade_on: DAY  # here", "2026-02-21", "CT603"),
        (
            "published: 2026-02-20\nstatus: approved\nhistory:\n  - {to: approved, on: DAY, by: omar, covers: 5e1f00d2}  # here",
            "2026-02-21",
            "CT603",
        ),
        (
            f"appearances:\n  - url: 'https://a.example/'\n    {COPY}2026-02-03T10:00:00Z}}]\n    published: DAY  # here",
            "2026-02-05",
            "CT213",
        ),
        (
            f"appearances:\n  - url: 'https://a.example/'\n    {COPY}2026-02-03T10:00:00Z}}]\nmade_on: DAY  # here",
            "2026-02-05",
            "CT213",
        ),
        (
            "history:\n  - {to: researching, on: DAY, by: ines}  # here\n  - {to: in-review, on: 2026-02-13, by: ines}",
            "2026-02-14",
            "CT404",
        ),
    ],
)
def test_a_day_that_has_not_come_is_told_once(record: str, right: str, told: str, check_base: CheckBase) -> None:
    checked = check_base(record.replace("DAY", "2062-02-20"))

    assert {told} <= {one.code for one in check_base(record.replace("DAY", right)).findings}, "the days are in a wrong order"
    assert [checked.place(one) for one in checked.findings if one.code in {"CT211", "CT421"}] == ["here"]
    assert checked.of(told) == []
