"""The edit fuzzer: makes random edits in YAML files of any kind, and judges each by readers that the editor does not use itself.

Run it from a clone, in the environment that claimtrack is installed in, over folders of your own or over the hand-styled samples:

    python tests/fuzz/edits.py --edits 10000 tests/editing/styles

Every edit takes one file, one kind of change, one place in it and one value, many of them hostile. An edit is done, or refused with a
reason; it is wrong if what comes out is anything else than the tree with the change in it, for PyYAML or for ruamel.yaml, if a comment is
gone, if a line was changed that has nothing to do with it, or if anything but a refusal was raised. The same seed makes the same edits.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from claimtrack.changes import Bare, Change, Set
from claimtrack.editing import edit
from claimtrack.editing.spelling import is_plain
from claimtrack.errors import EditRefusedError
from claimtrack.locations import RecordPath

if TYPE_CHECKING:
    from tests.fuzz.edit_choices import choose
    from tests.fuzz.edit_oracle import Tree, read, scalar_at, wrong_about
else:  # a script finds its neighbours by their folder
    from edit_choices import choose
    from edit_oracle import Tree, read, scalar_at, wrong_about

LARGEST = 200_000
"""A file that has more bytes is left out: the readers that judge take seconds for it."""
MOST_SHOWN = 5


@dataclass
class Tally:
    """What became of the edits."""

    files: int = 0
    edits: int = 0
    done: int = 0
    unchanged: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def share_refused(self) -> float:
        """How many of a hundred edits were refused."""
        return 100 * self.refused.total() / self.edits if self.edits else 0.0

    def __str__(self) -> str:
        refused = f"{self.refused.total():,} refused ({self.share_refused:.2f} %)"
        done = f"{self.done:,} done, {self.unchanged:,} nothing to change, {refused}, {len(self.wrong):,} wrong"
        lines = [f"{self.files:,} files, {self.edits:,} edits: {done}"]
        for reason, number in self.refused.most_common(40):
            lines += [f"{number:7,}  {reason}", f"         such as {self.examples[reason]}"]
        return "\n".join([*lines, *self.wrong[:MOST_SHOWN]])


@dataclass
class Sample:
    """A file that edits are made in."""

    name: str
    data: bytes
    tree: Tree


def samples(folders: list[Path]) -> Iterator[Sample]:
    """Yield the files below some folders that PyYAML can read and that hold a list or mapping."""
    for folder in folders:
        for file in sorted(one for one in folder.rglob("*") if one.suffix in {".yaml", ".yml"} and one.is_file()):
            data = file.read_bytes()
            tree = read(data) if len(data) <= LARGEST else None
            if tree is not None and tree.paths:
                yield Sample(str(file), data, tree)


def fuzz(files: list[Sample], edits: int, seed: int) -> Tally:
    """Make edits and judge them."""
    tally = Tally(files=len(files))
    for number in range(edits):
        random = Random(f"{seed}-{number}")  # noqa: S311  (chance that can be repeated is what is wanted)
        sample = random.choice(files)
        change = choose(random, sample.tree)
        tally.edits += 1
        judge(sample, change, tally, f"--seed {seed} --only {number}")
    return tally


def judge(sample: Sample, change: Change, tally: Tally, again: str) -> bytes | None:
    """Make one edit and see what became of it."""
    try:
        after = edit(sample.data, [change])
    except EditRefusedError as refused:
        reason = re.sub(r"‘.*?’|`.*?`|\d+|'.'", "…", refused.reason)
        tally.refused[reason] += 1
        tally.examples.setdefault(reason, f"{sample.name}:{refused.line} {str(change)[:150]} ({again})")
        return None
    except Exception as error:  # noqa: BLE001  (that any of them comes is what is looked for)
        at = traceback.extract_tb(error.__traceback__)[-1]
        tally.wrong.append(f"{again}: {sample.name}: {change}: {error!r} at {Path(at.filename).name}:{at.lineno}")
        return None
    fault = wrong_about(sample.data, sample.tree, change, after) or there_and_back(sample, change, after)
    if fault is not None:
        tally.wrong.append(f"{again}: {sample.name}: {str(change)[:300]}: {fault}")
    tally.unchanged += after == sample.data
    tally.done += after != sample.data
    return after


def there_and_back(sample: Sample, change: Change, after: bytes) -> str | None:
    """See that a word that is set to another and back again leaves no trace, where the other could be written in the same way."""
    if not isinstance(change, Set) or (old := scalar_at(sample.tree, change.path)) is None or not old.is_simple:
        return None
    now = read(after)
    between = None if now is None else scalar_at(now, change.path)
    if between is None or between.sign != old.sign or (not old.sign and not is_plain(Bare(old.value), in_flow=True)):
        return None
    back = _set_back(after, change.path, sample.tree.written(change.path))
    return None if back in (None, sample.data) else "set back, it is not what it was"


def _set_back(data: bytes, path: RecordPath, value: str | Bare) -> bytes | None:
    try:
        return edit(data, [Set(path, value)])
    except EditRefusedError:
        return None


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description="Make random edits in YAML files and judge what comes out.")
    parser.add_argument("folders", type=Path, nargs="+", help="where the files are")
    parser.add_argument("--edits", type=int, default=10_000, help="how many (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="make one edit again and show it")
    options = parser.parse_args()
    files = list(samples(options.folders))
    if not files:
        print("There are no YAML files in these folders.", file=sys.stderr)
        return 2
    if options.only is not None:
        return again(files, options)
    began = time.monotonic()
    tally = fuzz(files, options.edits, options.seed)
    print(f"{tally}\nseed {options.seed}, {time.monotonic() - began:,.0f} s")
    return 1 if tally.wrong else 0


def again(files: list[Sample], options: argparse.Namespace) -> int:
    """Make one edit and print what it did."""
    random = Random(f"{options.seed}-{options.only}")  # noqa: S311
    sample = random.choice(files)
    change = choose(random, sample.tree)
    print(f"# {sample.name}\n# {change}\n{sample.data.decode('utf-8', 'backslashreplace')}")
    tally = Tally(files=1, edits=1)
    after = judge(sample, change, tally, "")
    print(f"# {tally}" if after is None else f"{after.decode('utf-8')}\n# {tally}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
