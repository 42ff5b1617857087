"""A desk in memory, invented, with as many published checks as a test wants."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimtrack.project import Project
from claimtrack.records.claim import Claim, HistoryEntry
from claimtrack.records.desk import Desk, Person, Publisher
from claimtrack.records.text import Text

TODAY = datetime.date(2026, 3, 2)

Published = Callable[..., Claim]
DeskOf = Callable[..., Project]


@pytest.fixture
def published() -> Published:
    """Make a claim that is published on a day."""

    def make(claim_id: str, day: str = "2026-02-02", **fields: Any) -> Claim:  # noqa: ANN401  (whatever a claim can have)
        on = datetime.date.fromisoformat(day)
        history = (HistoryEntry(to="approved", on=on, by="omar", covers="v1:0000000000000000"),)
        return Claim(**{"id": claim_id, "status": "approved", "authors": ("ines",), "published": on, "history": history, **fields})

    return make


@pytest.fixture
def desk_of() -> DeskOf:
    """Make a project of claims; further arguments are fields of its desk."""

    def make(*claims: Claim, today: datetime.date | None = TODAY, **fields: Any) -> Project:  # noqa: ANN401  (whatever a desk can have)
        people = {
            "ines": Person(shown=Text.plain("Ines"), may=("write",)),
            "omar": Person(shown=Text.plain("Omar"), may=("write", "review", "publish")),
        }
        desk = Desk(**{"format": 1, "publisher": Publisher(name=Text.plain("Desk")), "languages": ("en",), "people": people, **fields})
        return Project(root=Path("desk"), desk_file="desk.yaml", desk=desk, claims={one.id: one for one in claims}, today=today)

    return make
