"""The audit on trial: lives of invented desks with planted breaks, and whether each is found and none is invented.

Run it from a clone, in the environment that claimtrack is installed in:

    python tests/fuzz/audits.py --commits 10000 --claims 2000

It makes a repository with `git fast-import`, audits it, and compares what was found with what was planted, commit by commit. It says as
well what that cost beside what git alone needs for the same: `git log --raw`, and `git cat-file` for every content that the log names.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.findings import Severity
from claimtrack.moves.auditing import audit

if TYPE_CHECKING:
    from tests.fuzz.desk_lives import PACE, START, Life, Made
else:  # a script finds its neighbours by their folder
    from desk_lives import PACE, START, Life, Made

_TIP = "refs/heads/main"


@dataclass
class Trial:
    """A repository with a planted life, and what was planted: code and claim by the id of the commit on the main line."""

    folder: Path
    planted: dict[tuple[str, str, str], Made]


def make(folder: Path, *, commits: int, claims: int, seed: int, breaks: float) -> Trial:
    """Make a repository."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    marks = folder / ".git" / "marks"
    life = Life(seed, breaks)
    made = list(life.commits(commits, claims))
    landed: list[int] = []
    stream = b"".join(_stream(made, landed))
    _git(folder, "fast-import", "--quiet", f"--export-marks={marks}", stdin=stream)
    _git(folder, "reset", "--quiet", "--hard", "main")
    ids = dict(line.split() for line in marks.read_text("ascii").splitlines())
    planted = {(code, claim, ids[f":{mark}"]): one for one, mark in zip(made, landed, strict=True) for code, claim in one.planted}
    return Trial(folder, planted)


def _stream(made: Sequence[Made], landed: list[int]) -> Iterator[bytes]:
    mark, tip, when = 0, 0, START
    for one in made:
        when += PACE
        parents = [tip]
        before = tip
        for place, aside in enumerate(one.side):
            mark += 1
            yield _commit(mark, aside, when - PACE / 2 + datetime.timedelta(minutes=place), [before])
            before = mark
        if one.side:
            parents = [tip, mark]
        changes = [change for aside in (*one.side, one) for change in aside.changes]
        mark += 1
        yield _commit(mark, one, when, parents, changes)
        tip = mark
        landed.append(mark)


def _commit(
    mark: int, one: Made, when: datetime.datetime, parents: Sequence[int], changes: Sequence[tuple[str, ...]] | None = None
) -> bytes:
    message = f"Commit {mark}".encode()
    stamp = f"{int(when.timestamp())} +0000"
    lines = [f"commit {_TIP if len(parents) > 1 or changes is not None else 'refs/heads/side'}", f"mark :{mark}"]
    lines += [f"author {one.by} {stamp}", f"committer {one.by} {stamp}", f"data {len(message)}"]
    parts = ["\n".join(lines).encode(), b"\n", message, b"\n"]
    if parents[0]:
        parts.append("".join(f"{'merge' if place else 'from'} :{parent}\n" for place, parent in enumerate(parents)).encode())
    for change in one.changes if changes is None else changes:
        if change[0] == "M":
            data = change[2].encode()
            parts.append(f"M 100644 inline {change[1]}\ndata {len(data)}\n".encode() + data + b"\n")
        else:
            parts.append((" ".join(change) + "\n").encode())
    return b"".join(parts) + b"\n"


def judge(trial: Trial) -> tuple[list[str], list[str], float]:
    """Audit a repository, and return what was planted and missed, what was found and not planted, and the seconds of CPU."""
    started = _spent()
    found = audit(trial.folder)
    took = _spent() - started
    told = {(one.finding.code, one.claim or "", one.commit.id) for one in found.breaks if one.finding.severity is Severity.ERROR}
    missed = [f"{code} {claim} in {commit[:8]}" for code, claim, commit in sorted(trial.planted.keys() - told)]
    invented = [f"{code} {claim} in {commit[:8]}" for code, claim, commit in sorted(told - trial.planted.keys())]
    return missed, invented, took


def floor(folder: Path) -> tuple[float, float]:
    """Return the seconds of CPU that git alone needs: to tell the whole history, and to give every content that it names."""
    started = _spent()
    log = _git(folder, "log", "--raw", "--no-abbrev", "--diff-merges=first-parent", "--root", "--find-renames", "--format=%H")
    logged = _spent() - started
    ids = {word for line in log.splitlines() if line.startswith(b":") for word in line.split()[2:4] if word.strip(b"0")}
    started = _spent()
    _git(folder, "cat-file", "--batch", stdin=b"".join(one + b"\n" for one in sorted(ids)))
    return logged, _spent() - started


def _spent() -> float:
    """Return the seconds of CPU that this process and those that it has waited for have used; others on the machine do not count."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    isolated = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=True, env={**os.environ, **isolated}).stdout


def main() -> int:
    """Make, audit, compare, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commits", type=int, default=10_000, help="how many landings after the first")
    parser.add_argument("--claims", type=int, default=2_000, help="how many of them take a claim in before anything else happens")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--breaks", type=float, default=0.01, help="which share of the rest are breaks")
    parser.add_argument("--keep", type=Path, help="a new folder for the repository, to look at it afterwards")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = make(asked.keep or Path(folder) / "desk", commits=asked.commits, claims=asked.claims, seed=asked.seed, breaks=asked.breaks)
        missed, invented, took = judge(trial)
        logged, given = floor(trial.folder)
    for word, ones in (("missed", missed), ("invented", invented)):
        print(*(f"{word}: {one}" for one in ones), sep="\n", end="\n" * bool(ones))
    print(f"{len(trial.planted)} planted, {len(missed)} missed, {len(invented)} invented")
    ratio = took / max(logged + given, 0.01)  # a hundredth of a second is told from none, and less is not
    print(f"in CPU: audit {took:.2f} s; git log --raw {logged:.2f} s, git cat-file {given:.2f} s; audit / git = {ratio:.1f}")
    return 1 if missed or invented else 0


if __name__ == "__main__":
    sys.exit(main())
