"""Putting finished pages into a folder: the new site as a whole, or the old one as it was."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from claimtrack.errors import CannotWriteError
from claimtrack.site.swap import exchange

if sys.platform != "win32":  # there, of two builds at once one may fail, but neither leaves half a site
    import fcntl

MARKER = ".claimtrack-site"
"""The file that says that a folder was made here and may be replaced; without it no folder is ever touched."""

_MARKER_TEXT = b"This folder was made by claimtrack and is replaced as a whole by the next build. Keep nothing of your own in it.\n"


def publish(pages: Mapping[str, bytes], output: Path, *, keep_out: Path, free: Path | None = None) -> None:
    """Replace a site by a new one.

    Everything is written into a folder beside it first; only then do the two change places. What a build left behind that was killed is
    swept away.

    Arguments:
        pages: the files of the site by their paths, with ``/``.
        output: the folder of the site.
        keep_out: the folder of the records, which the site may be neither in nor around.
        free: a folder in it that holds no records, where the site may be all the same.

    Raises:
        CannotWriteError: the folder must not be replaced or could not be written; what was there is still there.
    """
    output = Path(os.path.abspath(output))  # noqa: PTH100  (``resolve`` would follow the very link that is to be refused)
    try:
        _refuse(output, keep_out, free)
        output.parent.mkdir(parents=True, exist_ok=True)
        _sweep(output)
        new = Path(tempfile.mkdtemp(prefix=_prefix(output), dir=output.parent))
    except OSError as error:
        raise CannotWriteError(f"{output}: the site cannot be written: {error.strerror}") from error
    try:
        with _held(new):
            _write(pages, new)
            _put(new, output)
    except OSError as error:
        raise CannotWriteError(f"{output}: the site cannot be written: {error.strerror}; the old one is still there") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _refuse(output: Path, keep_out: Path, free: Path | None) -> None:
    if output.is_symlink():
        raise CannotWriteError(f"{output} is a symbolic link; name the folder itself")
    target, records = output.resolve(), keep_out.resolve()
    is_free = free is not None and target.is_relative_to(free.resolve())
    if (target.is_relative_to(records) and not is_free) or records.is_relative_to(target):
        raise CannotWriteError(f"{output} holds the records or lies among them; choose another folder for the site")
    if output.exists() and not output.is_dir():
        raise CannotWriteError(f"{output} is no folder; choose another name for the site")
    if output.is_dir() and not _is_ours(output):
        raise CannotWriteError(f"{output} was not made by claimtrack (it has no {MARKER}); choose another folder, or remove it yourself")


def _is_ours(folder: Path) -> bool:
    """Say whether a folder was made here; an empty one may be taken for it, since nothing in it can be lost."""
    return (folder / MARKER).is_file() or not any(folder.iterdir())


def _prefix(output: Path) -> str:
    return f".{output.name}.claimtrack-"


def _sweep(output: Path) -> None:
    """Remove what a killed build left beside the site; it bears the marker too, or is still empty, so that nothing else can be meant."""
    for left in sorted(output.parent.glob(f"{glob.escape(_prefix(output))}*")):
        if left.is_dir() and not left.is_symlink() and _is_ours(left):
            with suppress(OSError), _held(left):  # another build is at work where it is held already
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Mark a folder as ours and hold it against other builds, where the system can; the system lets go of it when a build is killed.

    Raises:
        OSError: another build holds the folder, or it is gone.
    """
    (folder / MARKER).write_bytes(_MARKER_TEXT)
    if sys.platform == "win32":
        yield
    else:
        with (folder / MARKER).open("rb") as marker:
            fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield


def _write(pages: Mapping[str, bytes], folder: Path) -> None:
    for path, data in sorted(pages.items()):
        target = folder.joinpath(*path.split("/"))
        if not target.resolve().is_relative_to(folder.resolve()):
            raise CannotWriteError(f"{path} would lie outside the site")
        for inside in reversed(PurePosixPath(path).parents[:-1]):
            (folder / inside).mkdir(exist_ok=True)  # but never the folder itself: if that is gone, so are the pages before
        with target.open("xb") as file:
            file.write(data)
    folder.chmod(0o755)


def _put(new: Path, output: Path) -> None:
    """Put the new folder in the place of the old one, which is then found under the new one's name and can be removed."""
    if not output.exists():
        new.rename(output)
        return
    if exchange(new, output):
        return
    old = new.with_name(new.name + "-old")
    output.rename(old)
    try:
        new.rename(output)
    except OSError:
        with suppress(OSError):
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)
