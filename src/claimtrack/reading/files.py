"""Files: which of them are records, and their bytes; no link is followed, nothing is read past its bound, and no name can do harm."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import attrs

from claimtrack.errors import NotADeskError, UsageError
from claimtrack.findings import Finding, Fix, finding
from claimtrack.locations import START
from claimtrack.phrases import Phrase, say
from claimtrack.reading.file_names import DESK, RIGHT_NAMES, FileKind, kind_by_name
from claimtrack.reading.guard import bounds_of, too_large
from claimtrack.reading.kinds import NOT_A_FILE, STRAY_FILE, SYMBOLIC_LINK, UNPRINTABLE_NAME, UNREADABLE

RECORDS_FOLDER = "claims"
SITE_FOLDER = "site"
"""The folder of a project that its site is built into, unless somebody says otherwise."""

READ_ONLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: to be read, as bytes, without following a link or waiting for somebody at the other end of a pipe."""

_PIECE = 65_536
NOT_RECORDS = frozenset({"archives", "snapshots", "templates", SITE_FOLDER})
"""Folders of a desk whose records lie at the root of the project, beside everything else."""
IN_ROOT: dict[str, FileKind] = {DESK: "desk", "sources.yaml": "sources"}
IN_FOLDER: dict[str, FileKind] = {"article.yaml": "article", "sources.yaml": "sources"}
_KNOWN_NAMES = tuple(RIGHT_NAMES.values())
_LEFT_BEHIND = ("~", ".bak", ".orig", ".rej", ".tmp", ".old", ".swp", ".backup")


@attrs.frozen
class RecordFile:
    """A file of records.

    Attributes:
        file: its name, relative to the project's root, with `/`.
        kind: what it holds.
    """

    file: str
    kind: FileKind


def find_root(start: Path) -> tuple[Path, Path]:
    """Find the desk that a folder or file belongs to.

    Arguments:
        start: a folder or file that exists.

    Returns:
        The root of the project, and the folder of its records, which may be the same.

    Raises:
        UsageError: There is nothing of that name.
        NotADeskError: There is no desk record there or above.
    """
    here = Path(os.path.abspath(start))  # noqa: PTH100  (a link that the caller named is followed by the system, not resolved by us)
    if not os.path.lexists(here):
        raise UsageError(f"There is no file or folder {start}.")
    for folder in (here, *here.parents):
        if os.path.lexists(folder / RECORDS_FOLDER / DESK):
            return folder, folder / RECORDS_FOLDER
        if os.path.lexists(folder / DESK):
            return (folder.parent if folder.name == RECORDS_FOLDER else folder), folder
    raise NotADeskError(
        f"There is no desk in {start} or in any folder above it: no {RECORDS_FOLDER}/{DESK} and no {DESK} was found. "
        "Go to the folder of your desk, or begin one with `claimtrack init`."
    )


def walk(root: Path, records: Path) -> tuple[tuple[RecordFile, ...], tuple[Finding, ...]]:
    """List the files of records of a desk.

    Arguments:
        root: the root of the project.
        records: the folder of its records.

    Returns:
        The files: the desk, its sources, then folder by folder the article, its sources and the claims, each sorted by name; and a finding
        for everything that lies among them and is not a record. Names that begin with a dot are passed over.
    """
    found = list(_in_records(root, records))
    return tuple(one for one in found if isinstance(one, RecordFile)), tuple(one for one in found if isinstance(one, Finding))


def read_file(folder: Path, file: str, most: int | None = None) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Read a file, never further than its bound, and only if it is an ordinary file and no link.

    Arguments:
        folder: the folder that its name is relative to, such as the project's root.
        file: its name there, with `/`.
        most: how many bytes it may have; without it, as many as a record of that name.

    Returns:
        Its bytes, or None with the finding that says why not.
    """
    most = bounds_of(file).size if most is None else most
    try:
        descriptor = os.open(folder / file, READ_ONLY)
    except (OSError, ValueError) as error:
        return None, (_unopened(file, error),)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None, (_not_a_file(file, is_folder=stat.S_ISDIR(status.st_mode)),)
        if status.st_size > most:
            return None, (too_large(file, status.st_size, most),)
        data = b"".join(_pieces(descriptor, most + 1))
    except OSError as error:
        return None, (_unreadable(file, error),)
    finally:
        os.close(descriptor)
    return (data, ()) if len(data) <= most else (None, (too_large(file, len(data), most),))


def _pieces(descriptor: int, most: int) -> Iterator[bytes]:
    while most > 0 and (piece := os.read(descriptor, min(_PIECE, most))):
        most -= len(piece)
        yield piece


def _in_records(root: Path, records: Path) -> Iterator[RecordFile | Finding]:
    shared = root == records
    inside = "" if shared else records.name
    if inside and records.is_symlink():
        yield _link(inside)
        return
    folders = []
    for entry in _entries(records, inside):
        if isinstance(entry, Finding):
            yield entry
        elif shared and (entry.name in NOT_RECORDS or not (_has_yaml_name(entry.name) or Path(entry.path).is_dir())):
            continue
        elif _is_folder(entry) and not _has_yaml_name(entry.name):
            folders.append(entry)
        else:
            yield _file(entry, inside, IN_ROOT)
    for folder in folders:
        yield from _in_folder(Path(folder.path), _joined(inside, folder.name))


def _in_folder(folder: Path, inside: str) -> Iterator[RecordFile | Finding]:
    if os.path.lexists(folder / ".git"):
        message = say("the folder is a git repository of its own, whose records are not read")
        yield finding(STRAY_FILE, inside, START, message, say("take its records into this repository"))
        return
    claims = []
    for entry in _entries(folder, inside):
        if isinstance(entry, Finding):
            yield entry
        elif _is_folder(entry) and not _has_yaml_name(entry.name):
            message = say("a folder of records holds no further folders, so nobody looks in here")
            yield finding(STRAY_FILE, _joined(inside, entry.name), START, message, say("move its records one folder up"))
        else:
            found = _file(entry, inside, IN_FOLDER)
            if isinstance(found, RecordFile) and found.kind == "claim":
                claims.append(found)
            else:
                yield found
    yield from claims


def _entries(folder: Path, inside: str) -> Iterator[os.DirEntry[str] | Finding]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(inside or ".", error)
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.name.isprintable():
            yield entry
        else:
            shown = "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in entry.name)
            message = say("the name holds characters that cannot be shown")
            hint = say("rename it with the letters a to z, digits and hyphens")
            yield finding(UNPRINTABLE_NAME, _joined(inside, shown), START, message, hint)


def _file(entry: os.DirEntry[str], inside: str, kinds: dict[str, FileKind]) -> RecordFile | Finding:
    file = _joined(inside, entry.name)
    if entry.is_symlink():
        return _link(file)
    if not entry.is_file(follow_symlinks=False):
        return _not_a_file(file, is_folder=_is_folder(entry))
    if entry.name in kinds:
        return RecordFile(file, kinds[entry.name])
    return _claim_or_stray(file, entry.name, kinds)


def _claim_or_stray(file: str, name: str, kinds: dict[str, FileKind]) -> RecordFile | Finding:
    usual, fix = name.casefold(), None
    if usual.endswith(".yml"):
        usual = usual.removesuffix(".yml") + ".yaml"
    if usual in _KNOWN_NAMES and usual not in kinds:
        message = say("`{name}` belongs elsewhere", name=usual)
        hint = say("move it one folder up") if usual == DESK else say("move it into the folder of its article")
    elif usual in kinds or (usual.endswith(".yaml") and not name.endswith(".yaml")):
        better = usual if usual in kinds else f"{name.rpartition('.')[0]}.yaml"
        message, hint = say("no kind of record has such a name"), say("rename it to `{name}`", name=better)
        if usual in kinds or kinds is IN_FOLDER:  # outside all folders it would still be no record
            fix = Fix(rename=_joined(file.rpartition("/")[0], better))
    elif usual.endswith(".yaml") and kinds is IN_FOLDER:
        return RecordFile(file, "claim")
    elif usual.endswith(".yaml") and (meant := kind_by_name(usual)) is not None:
        message, hint = say("no kind of record has such a name"), _renamed(meant)
    elif usual.endswith(".yaml"):
        message, hint = say("a claim lies outside all folders of claims"), say("move it into one, such as that of its article")
    elif usual.endswith(_LEFT_BEHIND) or usual.startswith("#"):
        message, hint = say("this looks like a copy that an editor or a merge left behind"), say("delete it")
    else:
        message = say("no kind of record has such a name")
        hint = say("move it out of the records; archived copies belong in `archives/`")
    return finding(STRAY_FILE, file, START, message, hint, fix=fix)


def _renamed(meant: FileKind) -> Phrase:
    """Return what to do with a file that lies beside the desk record and has nearly the name of another record."""
    name = RIGHT_NAMES[meant]
    if meant == "article":
        return say("did you mean `{name}`? then move it into the folder of its article", name=name)
    return say("did you mean `{word}`?", word=name)


def _link(file: str) -> Finding:
    message = say("this is a symbolic link, which is not followed")
    return finding(SYMBOLIC_LINK, file, START, message, say("put the file itself in its place"))


def _not_a_file(file: str, *, is_folder: bool) -> Finding:
    what = say("a folder") if is_folder else say("a pipe, a socket or a device")
    message = say("expected an ordinary file, found {what}", what=what)
    return finding(NOT_A_FILE, file, START, message, say("put an ordinary file in its place"))


def _unopened(file: str, error: OSError | ValueError) -> Finding:
    if isinstance(error, OSError) and error.errno in (errno.ELOOP, errno.EMLINK):  # what systems answer to O_NOFOLLOW
        return _link(file)
    if isinstance(error, OSError) and error.errno == errno.ENXIO:  # a socket
        return _not_a_file(file, is_folder=False)
    return _unreadable(file, error)


def _unreadable(file: str, error: OSError | ValueError) -> Finding:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT:
        return finding(UNREADABLE, file, START, say("there is no such file"), say("restore it, or run the command again"))
    if number in (errno.EACCES, errno.EPERM):
        return finding(UNREADABLE, file, START, say("you are not allowed to read this"), say("give yourself permission to read it"))
    reason = error.strerror if isinstance(error, OSError) else error
    return finding(UNREADABLE, file, START, say("this cannot be read: {reason}", reason=reason), say("restore it from git"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _has_yaml_name(name: str) -> bool:
    return name.casefold().endswith((".yaml", ".yml"))


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
