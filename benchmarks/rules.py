"""What the rules cost beside reading the same records: ``python benchmarks/rules.py [CLAIMS]``.

Both are measured in one process, several times in turn, in CPU time; the smallest of each is taken, since everything else is noise from
outside. The target: all rules together cost no more than reading.
"""

from __future__ import annotations

import datetime
import gc
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desks import make_desk

from claimtrack.checking import check
from claimtrack.loading import load

_ROUNDS = 3
_TODAY = datetime.date(2026, 3, 2)
Result = TypeVar("Result")


def main() -> None:
    """Measure and print."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        make_desk(desk, claims)
        reading, checking, findings = [], [], 0
        for _ in range(_ROUNDS):
            seconds, (project, _) = _timed(lambda: load(desk))
            reading.append(seconds)
            seconds, found = _timed(lambda: check(project, today=_TODAY))  # noqa: B023  (called at once)
            checking.append(seconds)
            findings = len(found)
    print(f"{claims} claims, {findings} findings, Python {platform.python_version()}, {platform.machine()}")
    print(f"reading   {min(reading):7.2f} s CPU  {min(reading) / claims * 1e3:6.3f} ms a claim")
    print(f"rules     {min(checking):7.2f} s CPU  {min(checking) / claims * 1e3:6.3f} ms a claim")
    print(f"rules / reading = {min(checking) / min(reading):.2f}")


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    gc.collect()
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


if __name__ == "__main__":
    main()
