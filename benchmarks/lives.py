"""What ``log`` and ``diff`` cost: ``python benchmarks/lives.py [COMMITS [CLAIMS [CHANGED]]]``.

``log`` is measured on a desk with a long history: each commit changes one claim, and the one that is asked for is changed in one of fifty.
The floor is git itself, telling what every commit did (``git log --raw`` with renames, the output thrown away). ``diff`` is measured on a
desk with many claims of which some were changed, beside reading these claims. Each is done several times in processes of their own, and the
smallest wall time is taken, since everything else is noise from outside; git and Python run side by side, so CPU time would say less.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desks import make_desk

_ROUNDS = 5
_ONE_OF = 50
_CLAIMS_OF_THE_LONG_HISTORY = 400
_FLOOR = ("log", "--topo-order", "--full-history", "--raw", "--no-abbrev", "-z", "--find-renames", "--root", "HEAD", "--", "claims")
_ISOLATED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_WHO = "Jens <jens@yardstick.example>"


def main() -> None:
    """Measure and print."""
    commits, claims, changed = (
        int(sys.argv[place]) if len(sys.argv) > place else usual for place, usual in ((1, 10_000), (2, 10_000), (3, 100))
    )
    print(f"Python {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "long"
        make_desk(desk, _CLAIMS_OF_THE_LONG_HISTORY, published=True)
        claim = _make_history(desk, commits)
        floor = _fastest(["git", "-C", str(desk), *_FLOOR])
        log = _fastest([sys.executable, "-m", "claimtrack", "log", claim, "--desk", str(desk)])
        print(f"{commits} commits: git log --raw {floor:.2f} s  claimtrack log {log:.2f} s  ratio {log / floor:.1f}")
        desk = Path(folder) / "broad"
        make_desk(desk, claims, published=True)
        _change(desk, changed)
        read = _fastest(
            [sys.executable, "-c", "import sys; from claimtrack.loading import load; load(sys.argv[1], archives=False)", str(desk)]
        )
        diff = _fastest([sys.executable, "-m", "claimtrack", "diff", "--desk", str(desk)])
        print(f"{claims} claims, {changed} changed: reading {read:.2f} s  claimtrack diff {diff:.2f} s  ratio {diff / read:.2f}")


def _make_history(desk: Path, commits: int) -> str:
    """Put a desk under git and change its claims, one in each commit; return the claim that is changed most."""
    _git(desk, "init", "-q", "-b", "main")
    files = sorted(file for file in desk.rglob("*.yaml") if file.name.startswith("claim-"))
    chosen = files[0]
    stream = [_commit(0, {file.relative_to(desk).as_posix(): file.read_bytes() for file in desk.rglob("*.yaml")})]
    for number in range(1, commits):
        file = chosen if number % _ONE_OF == 0 else files[1 + number % (len(files) - 1)]
        text = file.read_text("utf-8").replace("headline:\n  de: ", f"headline:\n  de: Fassung {number}: ")
        stream.append(_commit(number, {file.relative_to(desk).as_posix(): text.encode("utf-8")}))
    _git(desk, "fast-import", "--quiet", stdin=b"".join(stream))
    _git(desk, "reset", "-q", "--hard", "main")
    return chosen.stem


def _commit(number: int, files: dict[str, bytes]) -> bytes:
    """Return a commit as ``git fast-import`` takes it."""
    subject = f"Commit {number}\n".encode()
    lines = [b"commit refs/heads/main\ncommitter %s %d +0000\ndata %d\n%s" % (_WHO.encode(), 1_700_000_000 + number, len(subject), subject)]
    lines += [b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(data), data) for name, data in files.items()]
    return b"".join(lines)


def _change(desk: Path, number: int) -> None:
    """Put a desk under git, and change some of its claims without committing that."""
    _git(desk, "init", "-q", "-b", "main")
    _git(desk, "add", "--all")
    _git(desk, "-c", "user.name=Jens", "-c", "user.email=jens@yardstick.example", "commit", "-q", "-m", "Publish")
    files = sorted(file for file in desk.rglob("*.yaml") if file.name.startswith("claim-"))
    for file in files[:: max(1, len(files) // number)][:number]:
        file.write_text(file.read_text("utf-8").replace("headline:\n  de: ", "headline:\n  de: Nun "), "utf-8")


def _git(desk: Path, *arguments: str, stdin: bytes | None = None) -> None:
    subprocess.run(["git", "-C", str(desk), *arguments], check=True, input=stdin, env={**os.environ, **_ISOLATED})  # noqa: S603, S607


def _fastest(command: list[str]) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **_ISOLATED})  # noqa: S603
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
