"""Whether a write was cut off, for those who only read: some of its files may be new and others old."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from claimtrack.editing.journal import JOURNAL

_LINK = b"gitdir:"
"""What a file called ``.git`` begins with, in another working tree and in a submodule."""


def is_cut_off(root: Path) -> bool:
    """Tell whether a write to a desk was cut off between its first and its last file.

    Git is not asked, since that takes longer than reading most desks; where its folder lies elsewhere by a variable, nothing is told.

    Arguments:
        root: the project's root.
    """
    return any(os.path.lexists(folder / JOURNAL) for folder in _folders(root.resolve()))


def _folders(root: Path) -> Iterator[Path]:
    """Yield the folders in which the journal of a desk can lie, see :func:`claimtrack.editing.state_folder`."""
    yield root / ".claimtrack"
    for top in (root, *root.parents):
        git = _git_folder(top)
        if git is not None:
            yield git / "claimtrack" if top == root else git / "claimtrack" / "desks" / root.relative_to(top)
            return


def _git_folder(top: Path) -> Path | None:
    git = top / ".git"
    try:
        if git.is_dir():
            return git
        with git.open("rb") as file:
            link = file.read(5_000)
    except OSError:
        return None
    return top / os.fsdecode(link.removeprefix(_LINK).strip()) if link.startswith(_LINK) else None
