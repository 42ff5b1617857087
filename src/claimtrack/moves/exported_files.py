"""Files of exports: replaced as a whole or not at all, and only where they still are what an export has put there.

Most formats have no room for a mark that says who made a file, so the desk's state folder keeps the digest of each file that was written.
One that somebody has changed since, or that somebody else has made, is never written over.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from claimtrack.editing import state_folder
from claimtrack.errors import CannotWriteError
from claimtrack.moves.writing_out import put_in_place

_LEDGER = "exports.json"
_AT_ONCE = 1 << 20


def write_export(parts: Iterable[bytes], path: Path, root: Path) -> None:
    """Write an export into a file.

    Arguments:
        parts: what it is to hold.
        path: the file.
        root: the root of the project, whose state folder remembers what was written.

    Raises:
        CannotWriteError: the file could not be written, or there is one that no export has made or that was changed since.
    """
    ledger = state_folder(root) / _LEDGER
    known = _remembered(ledger)
    name = str(path.absolute())
    try:
        if os.path.lexists(path) and (path.is_symlink() or not path.is_file() or _digest(path) != known.get(name)):
            told = "was not made by claimtrack export, or was changed since"
            raise CannotWriteError(f"{path} {told}; choose another name, or remove it yourself")
        digest = put_in_place(parts, path)
    except OSError as error:
        raise CannotWriteError(f"{path} cannot be written: {error.strerror}") from error
    _remember(ledger, {**known, name: digest})


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            digest.update(part)
    return digest.hexdigest()


def _remembered(ledger: Path) -> dict[str, str]:
    """Return the digests by file; none where nothing is remembered, so that nothing is taken for ours that may not be."""
    try:
        found = json.loads(ledger.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _remember(ledger: Path, known: dict[str, str]) -> None:
    """Keep the digests of files that are still there; where that is not possible, the next export refuses, which loses nothing."""
    there = {name: digest for name, digest in sorted(known.items()) if os.path.lexists(name)}
    with contextlib.suppress(OSError):
        ledger.parent.mkdir(parents=True, exist_ok=True)
        put_in_place([json.dumps(there, indent=1).encode() + b"\n"], ledger)
