"""Merging three texts line by line, as git does it where nobody knows what they mean."""

from __future__ import annotations

import tempfile
from pathlib import Path

import attrs

from claimtrack.git.asking import raw_answer

_MOST_CONFLICTS = 127
"""As which number git tells that there are so many conflicts, or more; what is greater is a failure."""


@attrs.frozen
class MergedText:
    """What came of three texts.

    Attributes:
        data: the bytes, conflicts in them marked.
        conflicts: how many there are.
    """

    data: bytes
    conflicts: int


def merged_as_text(folder: Path, versions: tuple[bytes, bytes, bytes], called: tuple[str, str, str], size: int) -> MergedText | None:
    """Merge three texts line by line; None where git cannot, since there is none or they are no texts.

    Arguments:
        folder: where git is asked; which style of conflicts the user wants holds there.
        versions: the text of the common ancestor, ours, and theirs.
        called: what these are called at conflicts.
        size: how many signs a mark of a conflict has.
    """
    with tempfile.TemporaryDirectory() as place:
        names = [Path(place, name) for name in ("base", "ours", "theirs")]
        for path, data in zip(names, versions, strict=True):
            path.write_bytes(data)
        base, ours, theirs = map(str, names)
        labels = [part for name in (called[1], called[0], called[2]) for part in ("-L", name)]
        done = raw_answer(folder, "merge-file", "-p", "-q", f"--marker-size={size}", *labels, ours, base, theirs)
    if done is None or not 0 <= done[0] <= _MOST_CONFLICTS:
        return None
    return MergedText(done[1], done[0])
