"""What the tests of editing share: the system, asked by a program that can be failed or ended at every call."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FUZZ = Path(__file__).parents[1] / "fuzz"


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module ``tests/fuzz/system_calls.py``, which programs share that are no tests."""
    monkeypatch.syspath_prepend(FUZZ)
    return sys.modules.get("system_calls") or importlib.import_module("system_calls")


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where the system has that: thousands of files are made and removed there."""
    memory = Path("/dev/shm")  # noqa: S108  (a folder with a name of chance is made in it)
    if memory.is_dir() and os.access(memory, os.W_OK):
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            yield Path(folder)
    else:
        yield tmp_path


@pytest.fixture(scope="session")
def edit_fuzzer() -> Iterator[ModuleType]:
    """The module ``tests/fuzz/edits.py``, which makes random edits and judges them."""
    sys.path.insert(0, str(FUZZ))
    yield importlib.import_module("edits")
    sys.path.remove(str(FUZZ))


@pytest.fixture(scope="session")
def hands(edit_fuzzer: ModuleType) -> ModuleType:
    """The module ``tests/fuzz/hands.py``, which writes documents as many people would."""
    return importlib.import_module("hands", edit_fuzzer.__package__)
