"""What the rules cost beside reading the same records: ``python benchmarks/rules.py [CLAIMS]``.

Both are measured in one process, in CPU time; that is done several times, each in a process of its own, so that nothing is remembered from
one to the next. The smallest of each is taken, since everything else is noise from outside. The target: all rules together cost no more
than reading.
"""

from __future__ import annotations

import datetime
import gc
import platform
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
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        make_desk(desk, claims)
        rounds = [_in_a_process_of_its_own(desk) for _ in range(_ROUNDS)]
    reading, checking, findings = (min(one[place] for one in rounds) for place in range(3))
    print(f"{claims} claims, {findings:.0f} findings, Python {platform.python_version()}, {platform.machine()}")
    print(f"reading   {reading:7.2f} s CPU  {reading / claims * 1e3:6.3f} ms a claim")
    print(f"rules     {checking:7.2f} s CPU  {checking / claims * 1e3:6.3f} ms a claim")
    print(f"rules / reading = {checking / reading:.2f}")


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
