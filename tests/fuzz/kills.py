"""Kills a program while it writes records, again and again, and looks whether every file is as it was or as it was to be.

Run it from a clone, in the environment that claimtrack is installed in:

    python tests/fuzz/kills.py --kills 1000 --twice

Each is tried with one file, and with three together: one at the top, one in a folder, one that moves into a new folder.

- A process writes one write after the other and is killed (SIGKILL) at a moment of chance.
- A write is ended before each of the system calls that it makes, one after the other. With ``--twice`` the recovery from each of these
  is also ended before each of its calls, and a write of which one call failed is ended before each call by which it puts everything back.

Then a process that lives recovers. Now all files of a write have to be old, or all new, whatever was reported as done has to be done, and
nothing may lie about.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import itertools
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.editing import FileChange, recover, write_files
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from tests.fuzz.system_calls import Call, Instead, ending, failing, watched
else:
    from system_calls import ending, failing, watched  # a script finds its neighbours by their folder

ONE, THREE = "one file", "three files"
ENDED = 9
LONGEST = 0.025
"""Within how many seconds a process is killed; in this time it starts and writes a few times."""


@dataclass
class Desk:
    """A few files, whose contents tell by which write they were made."""

    root: Path
    files: str

    def __post_init__(self) -> None:
        self.state = self.root / "state"
        for file, data in self.of(0).items():
            (self.root / file).parent.mkdir(parents=True, exist_ok=True)
            (self.root / file).write_bytes(data)

    def of(self, number: int) -> dict[str, bytes]:
        """Return the files as the write of a number makes them."""
        names = ["claims/one.yaml", "claims/harbour/two.yaml", f"claims/moved-{number}/three.yaml"]
        return {name: _content(name, number) for name in (names if self.files == THREE else names[:1])}

    def write(self, number: int) -> None:
        old, new = self.of(number - 1), self.of(number)
        write_files(self.root, [FileChange(file, old.get(file), new.get(file)) for file in sorted({*old, *new})], self.state)

    def keep_writing(self, number: int, to: int) -> None:
        """Write and report, until somebody puts an end to it."""
        for one in itertools.count(number):
            self.write(one)
            os.write(to, b".")

    def recover(self) -> None:
        recover(self.root, self.state)

    def number(self, possible: Iterable[int]) -> int | None:
        """Return by which write the files were made, if it was one, and nothing else is there, not even an empty folder."""
        there = [path for path in self.root.rglob("*") if path not in (self.state, self.state / "lock")]
        found = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in there if path.is_file()}
        if any(not any(path.iterdir()) for path in there if path.is_dir()):
            return None
        return next((number for number in possible if found == self.of(number)), None)


def _content(name: str, number: int) -> bytes:
    line = hashlib.sha256(f"{name} {number}".encode()).hexdigest()
    return f"number: {number}\n{line * 40}\n".encode()


@dataclass
class Tally:
    """What came of it."""

    name: str
    seen: Counter[str] = field(default_factory=Counter)

    def add(self, desk: Desk, done: int, what: str) -> int:
        """Recover, and count whether the files are those of the last write that was done, or of the next."""
        torn = desk.number((done, done + 1)) is None
        try:
            desk.recover()
        except ClaimtrackError as error:
            what = f"{what}: {error}"
        number = desk.number((done, done + 1))
        self.seen["tried"] += 1
        self.seen["to recover"] += torn
        self.seen["old" if number == done else "new" if number == done + 1 else "WRONG"] += 1
        if number is None:
            print(f"{self.name}, {what}: {sorted(str(path) for path in desk.root.rglob('*'))}")
        return done if number is None else number

    def __str__(self) -> str:
        return f"{self.name}: " + ", ".join(f"{self.seen[what]:,} {what}" for what in ("tried", "to recover", "old", "new", "WRONG"))


def child(action: Callable[[], object]) -> int:
    """Do something in a process of its own, and return that process."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            action()
            status = 0
        finally:
            os._exit(status)
    return process


def is_ended(instead: Instead, action: Callable[[], object]) -> bool:
    """Do something in a process of its own, and tell whether that came to the call before which it was to be ended."""

    def at_once(number: int, call: Call) -> object:
        if call.name == "fsync":  # what is not on the disk yet, a process that is ended does not take along
            call.done = lambda: None
        return instead(number, call)

    def watching() -> None:
        with watched(at_once):
            action()

    return os.waitstatus_to_exitcode(os.waitpid(child(watching), 0)[1]) == ENDED


def kill(files: str, kills: int, chance: random.Random) -> Tally:
    """Kill a process that writes one write after the other, and go on from what it has left."""
    tally = Tally(f"killed, {files}")
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), files)
        for _ in range(kills):
            reading, writing = os.pipe()
            process = child(partial(desk.keep_writing, number + 1, writing))
            os.close(writing)
            time.sleep(chance.uniform(0, LONGEST))
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            with os.fdopen(reading, "rb") as reported:
                number = tally.add(desk, number + len(reported.read()), "killed")
    return tally


def end_at_every_step(files: str, *, twice: bool) -> Tally:
    """End a write before each of its calls, and, if wanted, the recovery from it as well."""
    tally = Tally(f"{'recovery ' if twice else ''}ended at every step, {files}")
    for first in range(1, calls_of_a_write(files) + 1):
        for second in itertools.count(1):
            with tempfile.TemporaryDirectory() as folder:
                desk = Desk(Path(folder), files)
                is_ended(ending(first, ENDED), partial(desk.write, 1))
                goes_on = twice and is_ended(ending(second, ENDED), desk.recover)
                tally.add(desk, 0, f"ended before call {first}, the recovery before {second}")
            if not goes_on:
                break
    return tally


def end_while_putting_back(files: str) -> Tally:
    """Fail each call of a write, and end it before each of the calls that follow."""
    tally = Tally(f"failed, then ended at every step, {files}")
    for first in range(1, calls_of_a_write(files) + 1):
        for second in itertools.count(first + 1):
            with tempfile.TemporaryDirectory() as folder:
                desk = Desk(Path(folder), files)
                ended = is_ended(failing(first, errno.EIO, then=ending(second, ENDED)), partial(desk.write, 1))
                tally.add(desk, 0, f"call {first} failed, ended before {second}")
            if not ended:
                break
    return tally


def calls_of_a_write(files: str) -> int:
    with tempfile.TemporaryDirectory() as folder, watched() as seen:
        Desk(Path(folder), files).write(1)
        return len(seen.calls)


def main() -> int:
    """Read the command line, and do and tell what it says."""
    parser = argparse.ArgumentParser(description="Kill a program while it writes records, and see that they are old or new.")
    parser.add_argument("--kills", type=int, default=1000, help="how many in all (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="at which moments (default: %(default)s)")
    parser.add_argument("--twice", action="store_true", help="end recovering and putting back at every step, too (takes some minutes)")
    options = parser.parse_args()
    wrong = 0
    for files in (ONE, THREE):
        work = [
            partial(end_at_every_step, files, twice=False),
            partial(kill, files, options.kills // 2, random.Random(options.seed)),  # noqa: S311  (moments, not secrets)
            *([partial(end_at_every_step, files, twice=True), partial(end_while_putting_back, files)] if options.twice else []),
        ]
        for one in work:
            tally = one()
            wrong += tally.seen["WRONG"]
            print(tally, flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
