"""The fuzzer: breaks the records of a small desk in a million ways, and tells which input did what no input may do.

Run it from a clone, in the environment that claimtrack is installed in:

    python tests/fuzz/mutate.py --inputs 1000000 --jobs 2

Every input is one file of ``tests/fuzz/desk`` after some accidents; the whole desk is then loaded and checked. An input offends that ends
in an exception, takes more than a second of CPU or 200 MB of memory, takes the process down, or has a finding at a place that the file does
not have. Offending inputs are stored, each with a note. The same seed gives the same inputs, on any machine.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from unittest.mock import patch

from claimtrack.checking import check
from claimtrack.findings import Finding
from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.reading.documents import read_document
from claimtrack.reading.structuring import structure

if TYPE_CHECKING:
    from tests.fuzz.accidents import Corpus
else:
    from accidents import Corpus  # a script finds its neighbours by their folder

STATUS = Path("/proc/self/status")
TODAY = datetime.date(2026, 3, 2)
MOST_WAITED = 30
"""Seconds after which a process that does not move is ended."""
MOST_OF_ONE = 5
"""How many inputs are stored that fail at the same place."""


# One input


class TooSlowError(BaseException):
    """Raised by the alarm; no Exception, so that nobody on the way takes it for one."""


@dataclass
class Offence:
    """What an input did that no input may do."""

    what: str
    where: str
    note: str


@dataclass
class Trial:
    """A desk on disk of which one file at a time is exchanged; what does not change is read once, and what is the same is checked once."""

    root: Path
    files: Mapping[str, bytes]
    seconds: float
    megabytes: int
    _documents: dict[str, Any] = field(default_factory=dict)
    _made: dict[int, Any] = field(default_factory=dict)
    _checked: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        for name, data in self.files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(data)
        self._remember()
        signal.signal(signal.SIGPROF, _too_slow)

    def _remember(self) -> None:
        """Have unchanged files read and structured only the first time."""

        def read_once(file: str, data: bytes) -> Any:  # noqa: ANN401
            if data != self.files.get(file):
                return read_document(file, data)
            if file not in self._documents:
                self._documents[file] = read_document(file, data)
                document = self._documents[file][0]
                self._made.update(dict.fromkeys(map(id, (document.values, *document.values.values()))))
            return self._documents[file]

        def structure_once(values: object, *arguments: Any, **given: Any) -> Any:  # noqa: ANN401
            if id(values) not in self._made:
                return structure(values, *arguments, **given)
            if self._made[id(values)] is None:
                self._made[id(values)] = structure(values, *arguments, **given)
            return self._made[id(values)]

        patch("claimtrack.loading.collecting.read_document", read_once).start()
        patch("claimtrack.project.read_document", read_once).start()
        patch("claimtrack.loading.collecting.structure", structure_once).start()

    def run(self, name: str, data: bytes) -> Offence | None:
        """Load and check the desk with one file exchanged."""
        (self.root / name).write_bytes(data)
        memory, began = _most_memory(anew=True), time.process_time()
        signal.setitimer(signal.ITIMER_PROF, 3 * self.seconds)
        try:
            project, findings = load(self.root)
            same = self._of_unchanged_records(project)
            if same not in self._checked:
                findings += check(project, today=TODAY)
                self._checked.update([] if same is None else [same])
        except (Exception, TooSlowError) as error:  # noqa: BLE001  (that any of them comes is what is looked for)
            return Offence(type(error.__cause__ or error).__name__, _innermost(error), "".join(traceback.format_exception(error)))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            (self.root / name).write_bytes(self.files[name])
        took, grown = time.process_time() - began, _most_memory() - memory
        if took > self.seconds:
            return Offence("slow", name, f"{took:.2f} seconds of CPU")
        if grown > self.megabytes * 1_000_000:
            return Offence("large", name, f"{grown:,} bytes")
        lost = next((one for one in findings if one.file == name and not _is_in(data, one)), None)
        return None if lost is None else Offence("misplaced", lost.code, f"{lost}")

    def _of_unchanged_records(self, project: Project) -> object:
        """Return what tells a project from others that have only unchanged records, as after an accident that left a file unreadable."""
        records = [project.desk, *project.articles.values(), *project.claims.values(), *project.sources.values()]
        unchanged = {id(made[0]) for made in self._made.values() if made is not None}
        if not all(id(one) in unchanged for one in records):
            return None
        texts = [(one.sha256, one.text) for one in project.snapshots.values()]
        return tuple(map(id, records)), tuple(texts), repr(project.archives), project.sources_are_complete, repr(project.unreadable)


def _too_slow(_signal: int, _frame: object) -> NoReturn:
    raise TooSlowError


def _most_memory(*, anew: bool = False) -> int:
    """Return how large the process has been, in bytes; on Linux since the last time that somebody began anew."""
    if anew:
        with contextlib.suppress(OSError):  # not every system has it
            STATUS.with_name("clear_refs").write_text("5")
    if STATUS.exists():
        return 1024 * int(STATUS.read_bytes().partition(b"VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _innermost(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "claimtrack" in Path(frame.filename).parts]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"


def _is_in(data: bytes, finding: Finding) -> bool:
    """Tell whether a finding has its place in a file; of a file that is no UTF-8, nobody knows the places."""
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    span = finding.span
    in_order = (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    return in_order and span.end_line <= len(lines) and span.end_column <= len(lines[span.end_line - 1]) + 1


# A million of them


def work(options: argparse.Namespace) -> int:
    """Try the inputs of one job; the number of the input that is tried stands at the beginning of the file that --beat names."""
    corpus = Corpus.read()
    seen: Counter[tuple[str, str]] = Counter()
    beat = os.open(options.beat, os.O_WRONLY)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), corpus.files, options.cpu, options.memory)
        for number in range(options.first, options.inputs, options.jobs):
            os.pwrite(beat, struct.pack("q", number), 0)
            name, data = corpus.broken(options.seed, number)
            offence = trial.run(name, data)
            if offence is not None:
                seen[offence.what, offence.where] += 1
                if seen[offence.what, offence.where] <= MOST_OF_ONE:
                    store(options, number, name, data, offence)
    os.pwrite(beat, struct.pack("q", options.inputs), 0)
    return 0


def store(options: argparse.Namespace, number: int, name: str, data: bytes, offence: Offence) -> None:
    """Keep an input, and beside it what it did and how to see that again."""
    file = options.store / f"{options.seed}-{number}-{offence.what}"
    options.store.mkdir(parents=True, exist_ok=True)
    file.with_suffix(".input").write_bytes(data)
    again = f"again: python {Path(__file__).name} --seed {options.seed} --only {number}"
    file.with_suffix(".txt").write_text(f"{name}: {offence.what} at {offence.where}\n{again}\n\n{offence.note}\n", "utf-8")


@dataclass
class Job:
    """A process that tries inputs, watched from outside: it may be taken down, or never come back."""

    options: argparse.Namespace
    first: int
    beat: Path
    number: int = -1
    moved: float = field(default_factory=time.monotonic)
    process: subprocess.Popen[bytes] | None = None

    def start(self, first: int) -> None:
        self.beat.write_bytes(struct.pack("q", first))
        given = {name: value for name, value in vars(self.options).items() if name not in {"only", "first", "beat"}}
        words = [f"--{name}={value}" for name, value in {**given, "first": first, "beat": self.beat}.items()]
        self.process = subprocess.Popen([sys.executable, __file__, *words])
        self.moved = time.monotonic()

    def goes_on(self) -> bool:
        """Look after the process; where it was taken down or hangs, keep its input and go on behind it."""
        if self.process is None:
            self.start(self.first)
            return True
        (number,) = struct.unpack("q", self.beat.read_bytes())
        if number != self.number:
            self.number, self.moved = number, time.monotonic()
        hangs = time.monotonic() - self.moved > MOST_WAITED
        if hangs:
            self.process.kill()
        status = self.process.wait() if hangs else self.process.poll()
        if status is None or number >= self.options.inputs:
            return status is None
        what = Offence("hang" if hangs else "down", "?", f"the process ended with {status}")
        store(self.options, number, *Corpus.read().broken(self.options.seed, number), what)
        self.start(number + self.options.jobs)
        return True


def watch(options: argparse.Namespace) -> int:
    """Start the jobs, say how far they are, and tell at the end what was found."""
    shutil.rmtree(options.store, ignore_errors=True)
    name, data = next(iter(Corpus.read().files.items()))
    if (offence := tried(options, name, data)) is not None:
        print(f"The desk offends before anything is broken: {offence.what} at {offence.where}\n{offence.note}", file=sys.stderr)
        return 2
    began = told = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        jobs = [Job(options, first, Path(folder) / str(first)) for first in range(options.jobs)]
        while sum(job.goes_on() for job in jobs):  # all of them are looked after each time
            time.sleep(0.1)
            if time.monotonic() - told > 10:
                told = time.monotonic()
                print(f"{min(job.number for job in jobs):,} of {options.inputs:,} inputs, {told - began:,.0f} s", file=sys.stderr)
    notes = sorted(options.store.glob("*.txt")) if options.store.is_dir() else []
    for note in notes:
        print(f"{note}: {note.read_text('utf-8').partition(chr(10))[0]}")
    print(f"{options.inputs:,} inputs, seed {options.seed}, {time.monotonic() - began:,.0f} s: {len(notes)} stored as offending")
    return 1 if notes else 0


def tried(options: argparse.Namespace, name: str, data: bytes) -> Offence | None:
    """Return what one input does that it may not do."""
    with tempfile.TemporaryDirectory() as folder:
        return Trial(Path(folder), Corpus.read().files, options.cpu, options.memory).run(name, data)


def again(options: argparse.Namespace) -> int:
    """Try one input and print it with what it does."""
    name, data = Corpus.read().broken(options.seed, options.only)
    print(f"# {name}\n{data.decode('utf-8', 'backslashreplace')}")
    offence = tried(options, name, data)
    print(f"# {offence.what} at {offence.where}\n{offence.note}" if offence else "# does nothing that it may not do")
    return 1 if offence else 0


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description="Break records and see that nothing worse than findings comes of it.")
    parser.add_argument("--inputs", type=int, default=10_000, help="how many (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes (default: %(default)s)")
    parser.add_argument("--cpu", type=float, default=1, help="seconds of CPU that an input may take (default: %(default)s)")
    parser.add_argument("--memory", type=int, default=200, help="megabytes that an input may take (default: %(default)s)")
    parser.add_argument("--store", type=Path, default=Path("fuzz-offences"), help="where offending inputs go (default: %(default)s)")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="try one input again and show it")
    parser.add_argument("--first", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--beat", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only is not None:
        return again(options)
    return watch(options) if options.beat is None else work(options)


if __name__ == "__main__":
    sys.exit(main())
