"""Where a file may be written: inside the project, through no link, and only where its author could write it too."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from claimtrack.errors import CannotWriteError
from claimtrack.reading.files import READ_ONLY

_PIECE = 65_536
_NOT_IN_A_NAME = "\0\\:" if sys.platform == "win32" else "\0"
_WRITABLE = 0o222
_NO_FILE = (errno.ELOOP, errno.EMLINK, errno.ENXIO, errno.EISDIR)
"""What systems, and we, answer to opening a link, a socket, and what else is no ordinary file."""


@contextlib.contextmanager
def naming(file: str | Path) -> Iterator[None]:
    """Say of a failing system call which file it was about.

    Raises:
        CannotWriteError: a system call failed.
    """
    try:
        yield
    except OSError as error:
        raise CannotWriteError(f"{file} cannot be written: {error.strerror or error}") from error


def place(root: Path, file: str) -> Path:
    """Return where a file of the project lies, after looking at every folder on the way.

    Arguments:
        root: the project's root.
        file: the file, relative to the root, with `/`.

    Raises:
        CannotWriteError: the name leads out of the project or into git's own folder, or a link or a file is in the way.
    """
    parts = file.split("/")
    if not all(map(_may_be_part, parts)):
        raise CannotWriteError(f"{file} cannot be written: expected the name of a file inside the project")
    folder = root
    for number, part in enumerate(parts[:-1], start=1):
        folder = folder / part
        with naming(file):
            status = standing(folder)
        if status is None:
            break
        if not stat.S_ISDIR(status.st_mode):
            what = "a symbolic link, which is not followed" if stat.S_ISLNK(status.st_mode) else "no folder"
            raise CannotWriteError(f"{file} cannot be written: {'/'.join(parts[:number])} is {what}")
    return root.joinpath(*parts)


def standing(path: Path) -> os.stat_result | None:
    """Return what the system knows of a name, of a link and not of what it leads to; None where there is nothing of that name.

    Raises:
        OSError: the system does not tell.
    """
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def look_at(file: str, path: Path) -> os.stat_result | None:
    """Look whether a file may be replaced, and return what the system knows of it; None where there is none.

    A file that nobody may write is not written, although a rename would do it: somebody meant it to stay as it is. Nor is one that has
    a second name (a hard link): a rename would give the new text to one of the names only, and nobody would learn that they differ.

    Raises:
        CannotWriteError: it is no ordinary file, has a second name, or may not be written.
        OSError: the system does not tell.
    """
    status = standing(path)
    if status is None:
        return None
    if stat.S_ISLNK(status.st_mode):
        raise CannotWriteError(f"{file} cannot be written: it is a symbolic link, which is not followed; put the file itself in its place")
    if not stat.S_ISREG(status.st_mode):
        raise CannotWriteError(f"{file} cannot be written: it is no ordinary file")
    if status.st_nlink > 1:
        raise CannotWriteError(
            f"{file} cannot be written: it has a second name (a hard link), which would keep the old text; "
            "put a copy in its place, which is a file of its own"
        )
    if not status.st_mode & _WRITABLE or not os.access(path, os.W_OK):
        raise CannotWriteError(f"{file} cannot be written: it is read-only; give yourself permission to write it")
    return status


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the digest of a file as it is on disk; None where there is nothing of that name, an empty text for what is no file.

    Raises:
        OSError: it cannot be read.
    """
    so_far = hashlib.sha256()
    try:
        for piece in _pieces(path):
            so_far.update(piece)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno in _NO_FILE or path.is_dir():  # the system that has no O_NOFOLLOW says of a folder that it may not be read
            return ""
        raise
    return so_far.hexdigest()


def bytes_of(path: Path) -> bytes:
    """Return the bytes of an ordinary file.

    Raises:
        OSError: there is none, or it cannot be read.
    """
    return b"".join(_pieces(path))


def _pieces(path: Path) -> Iterator[bytes]:
    descriptor = os.open(path, READ_ONLY)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EISDIR, "this is no ordinary file", str(path))
        while piece := os.read(descriptor, _PIECE):
            yield piece
    finally:
        os.close(descriptor)


def _may_be_part(part: str) -> bool:
    return part not in ("", ".", "..") and part.casefold() != ".git" and not any(one in part for one in _NOT_IN_A_NAME)
