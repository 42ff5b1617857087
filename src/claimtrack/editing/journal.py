"""The journal: what a write is about to do, noted before it is done, so that it can be finished or undone if it is cut off.

The note lies in the folder of the state, under one of two names. As ``leftovers.json`` it only says which files to sweep away: those beside
the records are nobody's then. As ``journal.json`` it says that every new text lies ready on the disk, and that some of them may be in
their places already. One becomes the other by a rename, which either happens or does not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from claimtrack.editing.places import place, standing

JOURNAL = "journal.json"
LEFTOVERS = "leftovers.json"
_FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


@attrs.frozen
class Replacement:
    """One file of a write.

    Attributes:
        file: its name, relative to the project's root.
        old: the digest of what it was; None for a file that was not there.
        new: the digest of what it is to be; None for a file that is to go.
        staged: the name, in the same folder, under which its new text lies ready; empty where there is none.
        kept: the name, in the same folder, under which the old file can be had back; empty where there is none.
    """

    file: str
    old: str | None
    new: str | None
    staged: str
    kept: str

    def __attrs_post_init__(self) -> None:
        """Hold every name to what a write would have chosen: what a journal says is renamed and removed."""
        name = self.file.rpartition("/")[2]
        for digest, beside, what in ((self.new, self.staged, "new"), (self.old, self.kept, "old")):
            fits = beside == "" if digest is None else _DIGEST.fullmatch(digest) and _is_beside(beside, name, what)
            if not fits:
                raise ValueError(f"{beside!r} is no name for what is {what} in {self.file!r}")


@attrs.frozen
class Journal:
    """A write as a whole.

    Attributes:
        replacements: the files.
        folders: folders that are made for them, outermost first.
    """

    replacements: tuple[Replacement, ...]
    folders: tuple[str, ...]

    def __bytes__(self) -> bytes:
        """Return the journal as it lies on disk."""
        values = {"format": _FORMAT, "files": [attrs.asdict(one) for one in self.replacements], "folders": list(self.folders)}
        return (json.dumps(values, indent=1) + "\n").encode("ascii")

    @classmethod
    def read(cls, data: bytes) -> Journal:
        """Read a journal.

        Raises:
            ValueError: this is none, or one that names files which no write would have named.
        """
        try:
            values: Any = json.loads(data)
            if values["format"] != _FORMAT:
                raise ValueError("not of this format")
            replacements = tuple(Replacement(**one) for one in values["files"])
            folders = tuple(values["folders"])
            known = {folder for one in replacements for folder in folders_above(one.file)}
        except (AttributeError, KeyError, TypeError, RecursionError) as error:
            raise ValueError("not what a journal holds") from error
        if not known.issuperset(folders):
            raise ValueError("a folder that belongs to no file")
        return cls(replacements, folders)


def noted(root: Path, digests: Mapping[str, tuple[str | None, str | None]]) -> Journal:
    """Note what is about to be done, with names that are free.

    Arguments:
        root: the project's root.
        digests: the files, with the digests of what they are and of what they are to be.

    Raises:
        CannotWriteError: a file does not lie where it may be written.
        OSError: the system does not tell what is there.
    """
    replacements: list[Replacement] = []
    folders: list[str] = []
    for file, (old, new) in digests.items():
        path = place(root, file)
        replacements.append(
            Replacement(file, old, new, staged="" if new is None else _free(path, "new"), kept="" if old is None else _free(path, "old"))
        )
        folders.extend(one for one in folders_above(file) if standing(root / one) is None)
    return Journal(tuple(replacements), tuple(dict.fromkeys(folders)))


def folders_above(file: str) -> Iterable[str]:
    """Return the folders that a file lies in, outermost first, without the root."""
    parts = file.split("/")[:-1]
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _free(path: Path, what: str) -> str:
    """Return a free name beside a file. Only the holder of the lock asks, so counting does, and chance is not needed."""
    return next(name for name in _names(path.name, what) if standing(path.with_name(name)) is None)


def _names(name: str, what: str) -> Iterator[str]:
    number = 1
    while True:
        yield f".{name}.{what}-{number}.tmp"
        number += 1


def _is_beside(beside: str, name: str, what: str) -> bool:
    return re.fullmatch(rf"\.{re.escape(name)}\.{what}-[0-9]{{1,9}}\.tmp", beside) is not None
