"""Ready files for the CI of a forge: check what is proposed, say what changed, preview, publish."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import attrs

from claimtrack import git
from claimtrack.editing import FileChange, state_folder, write_files
from claimtrack.errors import NoHistoryError, UsageError

Forge = Literal["github", "gitlab"]

_FOLDER = Path(__file__).parents[1] / "ready_ci"
_FILES: Mapping[Forge, Mapping[str, str]] = {
    "github": {".github/workflows/check.yaml": "github/check.yaml", ".github/workflows/publish.yaml": "github/publish.yaml"},
    "gitlab": {".gitlab-ci.yml": "gitlab/gitlab-ci.yml"},
}
"""By forge: where each file belongs in a repository, and which of ours it is."""
_SOURCE = "@CLAIMTRACK@"
PLACEHOLDER = "git+https://REPOSITORY@COMMIT"
"""What stands for where claimtrack comes from, where nobody knows."""


@attrs.frozen
class ReadyCi:
    """What came of writing the files.

    Attributes:
        written: the files that were written.
        left: the files that were there already and stayed as they are.
    """

    written: tuple[str, ...]
    left: tuple[str, ...]


def ready_files(forge: Forge, source: str) -> Mapping[str, str]:
    """Return the texts of the files by where they belong in a repository.

    Arguments:
        forge: the forge.
        source: where claimtrack comes from, as pip takes it.
    """
    return {file: (_FOLDER / ours).read_text("utf-8").replace(_SOURCE, source) for file, ours in _FILES[forge].items()}


def write_ready_files(root: Path, forge: Forge, source: str) -> ReadyCi:
    """Write the files, all of them or none; one that is there already stays as it is.

    Arguments:
        root: the root of the desk, which has to be the top of its repository, since a forge looks there.
        forge: the forge.
        source: where claimtrack comes from, as pip takes it.

    Raises:
        UsageError: the desk lies below the top of its repository.
        CannotWriteError: a file could not be written.
    """
    if prefix := _below_the_top(root):
        raise UsageError(
            f"the desk lies in {prefix} of its repository, and a forge reads its files for CI at the top only; "
            "write them there by hand, with that folder as the one to work in"
        )
    files = ready_files(forge, source)
    left = tuple(file for file in files if os.path.lexists(root / file))
    changes = [FileChange(file, None, text.encode("utf-8")) for file, text in files.items() if file not in left]
    if changes:
        write_files(root, changes, state_folder(root))
    return ReadyCi(tuple(one.file for one in changes), left)


def _below_the_top(root: Path) -> str:
    try:
        return git.repository_of(root).prefix
    except NoHistoryError:  # no repository yet: then this will be the top of it
        return ""
