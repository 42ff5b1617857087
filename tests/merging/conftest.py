"""What the tests of merging share."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from claimtrack.merging import Marks, Merged, merge_records

PROGRAMS = Path(__file__).parents[1] / "fuzz"

Merging = Callable[..., Merged]


@pytest.fixture
def merging(tmp_path: Path) -> Merging:
    """Merge three texts."""

    def merge(base: str, ours: str, theirs: str, marks: Marks | None = None) -> Merged:
        return merge_records(base.encode(), ours.encode(), theirs.encode(), marks or Marks(), tmp_path)

    return merge


@pytest.fixture(scope="session")
def merge_fuzzer() -> Iterator[ModuleType]:
    """The program that makes random merges."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PROGRAMS))
        yield importlib.import_module("merges")
