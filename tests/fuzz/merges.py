"""Random merges: records in many hands, changed on two branches, merged, and held against what was done to them.

``python tests/fuzz/merges.py`` makes 1,000 of them and says what came of it, with git's own merge of the same texts beside it;
``--seed`` and ``--only`` make one of them again and show it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from claimtrack.merging import Marks, Merged, merge_records

if TYPE_CHECKING:
    from tests.fuzz.merge_changes import three
    from tests.fuzz.merge_choices import Record, written
    from tests.fuzz.merge_oracle import Expected, decided, expected, fault, is_same, read
else:
    from merge_changes import three
    from merge_choices import Record, written
    from merge_oracle import Expected, decided, expected, fault, is_same, read

HERE = Path(tempfile.gettempdir())


@attrs.define
class Tally:
    """What was found.

    Attributes:
        merges: how many merges were made.
        conflicts: in how many of them both sides had changed the same field.
        wrong: what is wrong, and how to see it again.
        as_text: why merges were left to git.
        git: what git's own merge made of the same texts.
    """

    merges: int = 0
    conflicts: int = 0
    wrong: list[str] = attrs.Factory(list)
    as_text: Counter[str] = attrs.Factory(Counter)
    git: Counter[str] = attrs.Factory(Counter)

    def __str__(self) -> str:
        """Return the tally as lines."""
        reasons = [f"  left to git: {count:5} {reason}" for reason, count in self.as_text.most_common()]
        git = [f"  {what:<60} {count:5}" for what, count in sorted(self.git.items())]
        return "\n".join([
            f"{self.merges} merges, in {self.conflicts} of them a conflict as it has to be; {len(self.wrong)} wrong", *self.wrong, *reasons,
            "git's own merge of the same texts:", *git,
        ])  # fmt: skip


def merge(base: Record, ours: Record, theirs: Record) -> tuple[tuple[str, str, str], Merged]:
    """Merge three records, and return their texts too."""
    texts = (written(base), written(ours), written(theirs))
    first, second, third = (one.encode("utf-8") for one in texts)
    return texts, merge_records(first, second, third, Marks(), HERE)


def judge(seed: str, tally: Tally, *, with_git: bool) -> None:
    """Make one merge, and another one with the sides changed, and see what became of them."""
    base, ours, theirs, _ = three(seed)
    texts, merged = merge(base, ours, theirs)
    for text, record in zip(texts, (base, ours, theirs), strict=True):
        assert read(text) is not None, f"{seed}: the generator wrote what cannot be read\n{text}{record}"
    want = expected(base, ours, theirs)
    tally.merges += 1
    tally.conflicts += bool(want.conflicts)
    if merged.as_text:
        tally.as_text[merged.as_text] += 1
        tally.wrong.append(f"--only {seed}: left to git, since {merged.as_text}")
        return
    text = merged.data.decode("utf-8")
    said = fault(base, ours, theirs, texts, text)
    if said is None and bool(merged.conflicts) != bool(want.conflicts):
        said = "it says that there is a conflict where there is none, or the other way round"
    if said is None:
        _, other = merge(base, theirs, ours)
        other_text = other.data.decode("utf-8")
        if not all(is_same(read(decided(text, side)), read(decided(other_text, 1 - side))) for side in range(2)):
            said = "the sides changed, something else comes out"
    if said is not None:
        tally.wrong.append(f"--only {seed}: {said}")
    if with_git:
        tally.git[by_git(texts, want)] += 1


def by_git(texts: tuple[str, str, str], want: Expected) -> str:
    """Have git merge the same texts, and return what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in zip(("base", "ours", "theirs"), texts, strict=True):
            Path(folder, name).write_text(text, "utf-8", newline="\n")
        done = subprocess.run(
            ["git", "merge-file", "-p", "-q", "-L", "ours", "-L", "base", "-L", "theirs", "ours", "base", "theirs"],  # noqa: S607
            cwd=folder, capture_output=True, check=False,
        )  # fmt: skip
    if done.returncode:
        return "conflict, as it has to be" if want.conflicts else "conflict where different things were changed"
    says = read(done.stdout.decode("utf-8"))
    if says is None:
        return "no conflict, and what comes out cannot be read"
    if want.conflicts:
        return "no conflict where the same thing was changed"
    return "merged as it has to be" if is_same(says, want.ours) else "no conflict, and what comes out says something else"


def fuzz(merges: int, seed: int, *, with_git: bool = True) -> Tally:
    """Make random merges."""
    tally = Tally()
    for number in range(merges):
        judge(f"{seed}-{number}", tally, with_git=with_git)
    return tally


def show(seed: str) -> int:
    """Make one merge again, and print everything about it."""
    base, ours, theirs, done = three(seed)
    texts, merged = merge(base, ours, theirs)
    print("\n".join(done))
    for name, text in zip(("base", "ours", "theirs"), texts, strict=True):
        print(f"=== {name}\n{text}")
    print(f"=== merged{' as text, since ' + merged.as_text if merged.as_text else ''}: {merged.conflicts}\n{merged.data.decode()}")
    tally = Tally()
    judge(seed, tally, with_git=True)
    print(f"=== expected conflicts: {expected(base, ours, theirs).conflicts}\n{tally}")
    return 1 if tally.wrong else 0


def main() -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description="Make random merges of records and judge what comes out.")
    parser.add_argument("--merges", type=int, default=1_000, help="how many (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--only", metavar="SEED-NUMBER", help="make one merge again and show it")
    options = parser.parse_args()
    if options.only is not None:
        return show(options.only)
    began = time.monotonic()
    tally = fuzz(options.merges, options.seed)
    print(f"{tally}\nseed {options.seed}, {time.monotonic() - began:,.0f} s")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
