"""The lock: one process at a time writes records; the system holds it, so that it ends with whoever has it."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from claimtrack.editing.places import naming
from claimtrack.editing.staging import make_folder
from claimtrack.errors import RefusedError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = "lock"
_TRIES, _PAUSE = 1000, 0.01
"""How often a lock is asked for that somebody else has, and how long in between, in seconds. A write takes a few thousandths."""
_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextlib.contextmanager
def locked(state: Path) -> Iterator[None]:
    """Be the only one who writes, until this is left.

    The lock is the system's, on the file ``lock`` in the folder of the state; the file stays, and means nothing by itself. So a process
    that dies leaves no lock behind.

    Arguments:
        state: the folder of the state, made where it is not there.

    Raises:
        RefusedError: somebody else is writing, and does not come to an end.
        CannotWriteError: the folder cannot be made, or the system cannot lock there.
    """
    path = state / LOCK
    with naming(state):
        make_folder(state)
    with naming(path):
        descriptor = os.open(path, _OPEN, 0o666)
    try:
        with naming(path):
            _wait_for(descriptor)
            _sign(descriptor)
        yield
    finally:
        with contextlib.suppress(OSError):  # the lock is gone with it in any case
            os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    """Ask until the lock is free. How long that takes changes nothing about what is written, so this is no look at a clock."""
    for _ in range(_TRIES):
        if _take(descriptor):
            return
        threading.Event().wait(_PAUSE)
    raise RefusedError(f"Another claimtrack is writing here (process {_signature(descriptor)}); nothing was written, try again.")


def _take(descriptor: int) -> bool:
    """Take the lock, and say whether that was possible at once."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, 1024, os.SEEK_SET)  # behind the signature, which others read while this is locked
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def _sign(descriptor: int) -> None:
    """Note who has the lock, for the message of whoever waits in vain."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"{os.getpid():<20}\n".encode("ascii"))


def _signature(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 20).decode("ascii", "replace").strip() or "unknown"
