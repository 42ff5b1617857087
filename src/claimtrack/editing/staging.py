"""Single steps on the way of bytes to the disk: written beside the file, kept beside it, put in its place, settled for good."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

from claimtrack.editing.places import standing
from claimtrack.errors import CannotWriteError

if sys.platform == "darwin":
    import fcntl

_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ACL = "system.posix_acl_access"
_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)
"""What systems answer on which a file has one name only."""
_NO_SUCH_OWNER = (errno.EPERM, errno.EACCES, errno.EINVAL)
"""What systems answer where a file may not be given to somebody; the last in a container that does not know the owner."""


def stage(path: Path, data: bytes, model: Path | None = None) -> None:
    """Write bytes into a new file and have them on the disk before this returns.

    Arguments:
        path: the new file; there must be nothing of that name.
        data: its bytes.
        model: the file whose mode, owner, and access list it gets; without it, it gets what new files get.

    Raises:
        CannotWriteError: the owning group cannot be kept, and that would open or close the file to somebody.
        OSError: a system call failed; fsync's errors too, since after one of them nobody knows what is on the disk.
    """
    descriptor = os.open(path, _TO_WRITE, 0o666 if model is None else 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if model is not None:
            _dress(descriptor, path, model)
        _bring_to_disk(descriptor)
    finally:
        os.close(descriptor)


def keep(path: Path, kept: Path, data: bytes) -> None:
    """Give a file a second name, by which it can be put back as the very file it was; where the system has no such thing, copy it.

    Arguments:
        path: the file.
        kept: the second name; there must be nothing of that name.
        data: the bytes of the file.

    Raises:
        CannotWriteError, OSError: as for :func:`stage`.
    """
    try:
        kept.hardlink_to(path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        stage(kept, data, path)


def put(source: Path, target: Path) -> None:
    """Give a file a name that must be free; a file that appeared there meanwhile is not overwritten.

    Raises:
        FileExistsError: the name is not free.
        OSError: another system call failed.
    """
    if sys.platform == "win32":
        source.rename(target)  # which on this system refuses to overwrite
    else:
        try:
            target.hardlink_to(source)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            if standing(target) is not None:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
            source.rename(target)
        else:
            source.unlink()


def settle(folder: Path) -> None:
    """Have what was created, renamed and removed in a folder on the disk before this returns.

    Raises:
        OSError: a system call failed.
    """
    if sys.platform != "win32":  # where a folder cannot be opened, and the system keeps a journal of names itself
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a filesystem that has nothing to settle for folders
                raise
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder that is not there, with those above it.

    Raises:
        OSError: a system call failed.
    """
    if standing(folder) is None:
        make_folder(folder.parent)
        with contextlib.suppress(FileExistsError):  # somebody else was quicker
            folder.mkdir()
        settle(folder.parent)


def _bring_to_disk(descriptor: int) -> None:
    if sys.platform == "darwin":  # whose fsync is content with the memory of the disk
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # a filesystem that does not know it, or a failure that fsync will tell of too
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def _dress(descriptor: int, path: Path, model: Path) -> None:
    """Give a new file what its model has: owner, mode, access list, attributes."""
    wanted, given = model.lstat(), os.fstat(descriptor)
    if sys.platform != "win32" and (wanted.st_uid, wanted.st_gid) != (given.st_uid, given.st_gid):
        _give_to_owner(descriptor, wanted, model)
    path.chmod(stat.S_IMODE(wanted.st_mode) & 0o777)
    if sys.platform == "linux":
        _copy_attributes(descriptor, model)


def _give_to_owner(descriptor: int, wanted: os.stat_result, model: Path) -> None:
    """Keep owner and group; where only the system's administrator may give files away, the group alone.

    Whoever could write the file that he does not own could do so as one of its group, or because everybody may. So nobody loses the
    right to write it when he becomes its owner, as long as the group stays.
    """
    if sys.platform != "win32":
        for owner in (wanted.st_uid, -1):
            try:
                os.fchown(descriptor, owner, wanted.st_gid)
            except OSError as error:
                if error.errno not in _NO_SUCH_OWNER:
                    raise
            else:
                return
    if (wanted.st_mode & stat.S_IRWXG) >> 3 != wanted.st_mode & stat.S_IRWXO:
        raise CannotWriteError(
            f"{model.name} cannot be written: the new file could not belong to the group that the old one belongs to, "
            "and others could read or write it then; give it to a group that you are in"
        )


def _copy_attributes(descriptor: int, model: Path) -> None:
    """Copy extended attributes as far as the system lets us; of the access list exactly, since the mode means something else without it."""
    if sys.platform == "linux":
        try:
            wanted = os.listxattr(model, follow_symlinks=False)
            given = os.listxattr(descriptor)
        except OSError as error:
            if error.errno in (errno.ENOTSUP, errno.ENOSYS):
                return
            raise
        if _ACL in given and _ACL not in wanted:  # the folder gave it to what is new in it
            os.removexattr(descriptor, _ACL)
        for name in wanted:
            try:
                os.setxattr(descriptor, name, os.getxattr(model, name, follow_symlinks=False))
            except OSError as error:
                if name == _ACL:
                    raise CannotWriteError(f"{model.name} cannot be written: its access list could not be kept") from error
