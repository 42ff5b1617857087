"""What the rules cost beside reading the same records: ``python benchmarks/rules.py [CLAIMS]``.

Two desks are measured: one that is still at work by the core rules, and one that has adopted every standard and published its claims, for
which far more rules have something to look at. Reading and rules are measured in one process, in CPU time; that is done several times, each
in a process of its own, so that nothing is remembered from one to the next. Of the times the smallest is taken, since everything else is
noise from outside; the ratio is the median of the rounds. The target: all rules together cost no more than reading, on either desk.
"""

from __future__ import annotations

import datetime
import gc
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desks import make_desk

from claimtrack.checking import check
from claimtrack.loading import load

_ROUNDS = 5
_TODAY = datetime.date(2026, 3, 2)


def main() -> None:
    """Measure and print; with ``--once FOLDER``, measure that desk once and print the bare numbers."""
    if sys.argv[1:2] == ["--once"]:
        print(*_once(Path(sys.argv[2])))
        return
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    print(f"{claims} claims, Python {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory() as folder:
        desks = {"at work": Path(folder) / "at-work", "published": Path(folder) / "published"}
        for name, desk in desks.items():
            make_desk(desk, claims, published=name == "published")
        rounds = [{name: _in_a_process_of_its_own(desk) for name, desk in desks.items()} for _ in range(_ROUNDS)]
    for name in desks:
        reading, checking, findings = (min(one[name][place] for one in rounds) for place in range(3))
        ratio = statistics.median(one[name][1] / one[name][0] for one in rounds)
        print(
            f"{name:9}  reading {reading:6.2f} s, {reading / claims * 1e3:.3f} ms a claim"
            f"  rules {checking:6.2f} s, {checking / claims * 1e3:.3f} ms a claim  rules / reading = {ratio:.2f}  ({findings:.0f} findings)"
        )


def _in_a_process_of_its_own(desk: Path) -> tuple[float, ...]:
    done = subprocess.run([sys.executable, __file__, "--once", str(desk)], capture_output=True, check=True, text=True)  # noqa: S603
    return tuple(map(float, done.stdout.split()))


def _once(desk: Path) -> tuple[float, float, int]:
    gc.collect()
    started = time.process_time()
    project, _ = load(desk)
    read = time.process_time()
    findings = check(project, today=_TODAY)
    return read - started, time.process_time() - read, len(findings)


if __name__ == "__main__":
    main()
