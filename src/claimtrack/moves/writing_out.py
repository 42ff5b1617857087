"""Writing a report into a file, without ever writing over something that claimtrack has not made."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from claimtrack.errors import CannotWriteError

MARK = "Made by claimtrack compliance, which replaces this file when it is asked to write here again."
"""The sentence that says in a file that it may be replaced."""

_NEAR_AN_END = 400
"""How near to the beginning or the end of a file the sentence stands, in bytes."""


def write_out(data: bytes, path: Path) -> None:
    """Write a report; what was in the file before is replaced as a whole or not at all.

    Arguments:
        data: the report, with :data:`MARK` near its beginning or its end.
        path: the file.

    Raises:
        CannotWriteError: the file could not be written, or there is one that was not made here.
    """
    try:
        if os.path.lexists(path) and not _is_ours(path):
            raise CannotWriteError(f"{path} was not made by claimtrack compliance; choose another name, or remove it yourself")
        put_in_place([data], path)
    except OSError as error:
        raise CannotWriteError(f"{path} cannot be written: {error.strerror}") from error


def put_in_place(parts: Iterable[bytes], path: Path) -> str:
    """Write a file beside its name, part by part, and give it that name in one step once it is whole.

    Arguments:
        parts: what it is to hold; whatever goes wrong while they are made, the name stays with what had it.
        path: the file.

    Returns:
        The SHA-256 digest of what was written, in hex digits.

    Raises:
        OSError: the system refused.
    """
    digest = hashlib.sha256()
    handle, new = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
                digest.update(part)
        Path(new).chmod(0o644)
        Path(new).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(new).unlink()
        raise
    return digest.hexdigest()


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    there, mark = path.read_bytes(), MARK.encode()
    return mark in there[:_NEAR_AN_END] or mark in there[-_NEAR_AN_END:]
