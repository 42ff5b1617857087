"""What ``check --against`` costs beside ``check``: ``python benchmarks/against.py [CLAIMS [CHANGED]]``.

A desk that has published is put under git, and some of its claims are changed, corrected and approved again in commits of their own. Then
the same is measured with and without the comparison, in one process and in CPU time, that of git included: reading and checking as
``check`` does, and what the comparison adds: asking git, reading what was there before, the rules about it. That is done several times,
each in a process of its own; the ratio is the median of the rounds. The target: little more than ``check``.
"""

from __future__ import annotations

import datetime
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desks import make_desk

from claimtrack.checking import check, check_since
from claimtrack.fingerprint import fingerprint
from claimtrack.history.comparison import compare
from claimtrack.loading import load

_ROUNDS = 5
_IN_A_COMMIT = 10
_TODAY = datetime.date(2026, 3, 9)
_CORRECTION = """\
  - {to: approved, on: 2026-03-05, by: jens, covers: fingerprint-to-be-taken}
corrections:
  - on: 2026-03-05
    class: minor
    cause: reader
    notice: {de: Die Überschrift war unklar., en: The headline was not clear.}
published:"""
_IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "Jens", "GIT_AUTHOR_EMAIL": "jens@yardstick.example",
    "GIT_COMMITTER_NAME": "Jens", "GIT_COMMITTER_EMAIL": "jens@yardstick.example",
}  # fmt: skip


def main() -> None:
    """Measure and print; with ``--once FOLDER``, measure that desk once and print the bare numbers."""
    if sys.argv[1:2] == ["--once"]:
        print(*_once(Path(sys.argv[2])))
        return
    claims, changed = (int(sys.argv[place]) if len(sys.argv) > place else usual for place, usual in ((1, 10_000), (2, 100)))
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        make_desk(desk, claims, published=True)
        _git(desk, "init", "-q", "-b", "main")
        _commit(desk, "Publish")
        _git(desk, "checkout", "-q", "-b", "work")
        _correct(desk, changed)
        print(f"{claims} claims, {changed} corrected in {-(-changed // _IN_A_COMMIT)} commits, Python {platform.python_version()}")
        rounds = [_in_a_process_of_its_own(desk) for _ in range(_ROUNDS)]
    alone, comparing, ruling = (min(one[place] for one in rounds) for place in range(3))
    ratio = statistics.median((one[0] + one[1] + one[2]) / one[0] for one in rounds)
    print(
        f"check {alone:.2f} s  comparing {comparing:.2f} s  rules of the history {ruling:.2f} s  "
        f"check --against / check = {ratio:.2f}  ({rounds[0][3]:.0f} findings)"
    )


def _correct(desk: Path, number: int) -> None:
    """Correct published claims, each with an approval and a correction, some in each commit."""
    project, _ = load(desk)
    published = [claim.id for claim in project.claims.values() if claim.published is not None]
    chosen = random.Random("corrected").sample(published, number)  # noqa: S311  (nothing here is secret)
    files = {one: desk / project.file_of("claim", one) for one in chosen}
    for file in files.values():
        text = file.read_text("utf-8").replace("headline:\n  de: ", "headline:\n  de: Nun ").replace("published:", _CORRECTION)
        file.write_text(text, "utf-8")
    corrected, _ = load(desk)
    for one, file in files.items():
        covers = fingerprint(corrected, corrected.claims[one])
        file.write_text(file.read_text("utf-8").replace("fingerprint-to-be-taken", covers), "utf-8")
    for first in range(0, number, _IN_A_COMMIT):
        some = chosen[first : first + _IN_A_COMMIT]
        _commit(desk, f"Correct {len(some)} claims", *(str(files[one]) for one in some))


def _commit(desk: Path, message: str, *files: str) -> None:
    _git(desk, "add", "--all", *files)
    _git(desk, "commit", "-q", "-m", message)


def _git(desk: Path, *arguments: str) -> None:
    command = ["git", "-C", str(desk), *arguments]
    subprocess.run(command, check=True, env={**os.environ, **_IDENTITY})  # noqa: S603  (which git there is, the user decides)


def _in_a_process_of_its_own(desk: Path) -> tuple[float, ...]:
    done = subprocess.run([sys.executable, __file__, "--once", str(desk)], capture_output=True, check=True, text=True)  # noqa: S603
    return tuple(map(float, done.stdout.split()))


def _once(desk: Path) -> tuple[float, float, float, int]:
    started = _time()
    project, findings = load(desk)
    findings += check(project, today=_TODAY)
    checked = _time()
    comparison = compare(project, "main")
    compared = _time()
    findings += check_since(comparison, today=_TODAY)
    return checked - started, compared - checked, _time() - compared, len(findings)


def _time() -> float:
    """Return the CPU time used so far, by this process and by git."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


if __name__ == "__main__":
    main()
