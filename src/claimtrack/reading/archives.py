"""The desk's own copies of sources: which files that records name lie below ``archives/``, their digests, and the texts of some.

Only what is named is looked at, no link is followed, and a file that is too large is not read: see the bounds. What is wrong with a file is
not said here but by rules, since it is the record that names it.
"""

from __future__ import annotations

import difflib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import attrs

from claimtrack.findings import Finding, finding
from claimtrack.locations import START
from claimtrack.phrases import say
from claimtrack.reading.files import READ_ONLY
from claimtrack.reading.kinds import SYMBOLIC_LINK
from claimtrack.reading.page_texts import text_of_page
from claimtrack.records.claim import Claim
from claimtrack.records.source import Archive, Source

ARCHIVES_FOLDER = "archives"
"""The folder of a project that its copies lie in."""
MAX_HASHED = 256 * 1024 * 1024
"""The largest file that a digest is taken of, in bytes."""
MAX_READ = 4 * 1024 * 1024
"""The largest file whose text is read, in bytes."""
MAX_KEPT = 16 * 1024 * 1024
"""How long the texts of all copies together may be, in code points; what comes behind that is not kept."""

_PIECE = 1024 * 1024
_MOST_NAMES = 1000
_MOST_COMPARED = 20_000
_ODD = re.compile(r'[\\:*?"<>|]|^/|//|/$|(?:^|/)\.|^$')
_PLAIN = (".txt", ".md")
_PAGES = (".html", ".htm", ".xhtml")

State = Literal["there", "missing", "link", "folder", "device", "unreadable"]
"""What a name below ``archives/`` leads to: an ordinary file (``there``), nothing, a symbolic link or something behind one, a folder, a
pipe or a socket or a device, or something that the system does not let us read."""


@attrs.frozen
class CopyFile:
    """A file that records name below ``archives/``, as it was found.

    Attributes:
        state: what the name leads to; only what is ``there`` has a size, a digest or a text.
        size: its size in bytes.
        sha256: the digest of its bytes in hex; None where nobody wants it, or the file is larger than :data:`MAX_HASHED`.
        text: its text; None where no quote is looked for in it, or it is no text, or it is too large.
        too_large: whether its text was wanted and not kept because it is larger than :data:`MAX_READ`, or all of them together larger
            than :data:`MAX_KEPT`.
        near: for a file that is missing, the name of another that may be meant; may be empty.
    """

    state: State = "there"
    size: int = 0
    sha256: str | None = None
    text: str | None = attrs.field(default=None, repr=False)
    too_large: bool = False
    near: str = ""


@attrs.frozen
class Archives:
    """What lies below ``archives/`` of what records name.

    Attributes:
        at_hand: false where records name files and the whole folder is missing or empty, as it is where it does not lie in git.
        files: every file that is named and that could be looked for, by its name; empty where nothing is at hand.
    """

    at_hand: bool = True
    files: Mapping[str, CopyFile] = attrs.field(factory=dict)


def stays_below(name: str) -> bool:
    """Say whether a name leads to somewhere below ``archives/``, on every system.

    >>> stays_below("hauliers/survey.pdf"), stays_below("../survey.pdf"), stays_below("C:/survey.pdf")
    (True, False, False)
    """
    return not _ODD.search(name) and name.isprintable()


def is_text(name: str) -> bool:
    """Say whether the text of a file of that name can be read.

    >>> is_text("survey.HTML"), is_text("survey.pdf")
    (True, False)
    """
    return name.lower().endswith((*_PLAIN, *_PAGES))


@attrs.define
class Named:
    """The files that records name below ``archives/``.

    Attributes:
        copies: the copies, which have digests.
        quoted: those of them that quotes of evidence can be held against.
        others: web archives and proofs, which only have to be there.
    """

    copies: set[str] = attrs.Factory(set)
    quoted: set[str] = attrs.Factory(set)
    others: set[str] = attrs.Factory(set)

    def add(self, archives: Iterable[Archive], *, quoted: bool = False) -> None:
        """Note the files of archived copies of one thing, and whether evidence quotes from it."""
        for archive in archives:
            if archive.file is not None:
                self.copies.add(archive.file)
                if quoted:
                    self.quoted.add(archive.file)
            if archive.wacz is not None:
                self.others.add(archive.wacz)
            self.others.update(archive.proofs)


def named_by(sources: Mapping[str, Source], claims: Iterable[Claim]) -> Named:
    """Return the files that the archived copies of sources and appearances name."""
    named = Named()
    quoted: set[str] = set()
    for claim in claims:
        for appearance in claim.appearances:
            named.add(appearance.archives)
        for evidence in claim.evidence:
            if not isinstance(evidence.source, str):
                named.add(evidence.source.archives, quoted=evidence.quote is not None)
            elif evidence.quote is not None:
                quoted.add(evidence.source)
    for source in sources.values():
        named.add(source.archives, quoted=source.id in quoted)
    return named


def read_archives(root: Path, named: Named) -> tuple[Archives, tuple[Finding, ...]]:
    """Look at the files that records name.

    Arguments:
        root: the project's root.
        named: the files.

    Returns:
        Every file that is named, whatever was found in its place; names that do not stay below the folder are left out. And a finding
        where the folder itself is a link, so that nothing in it was looked at.
    """
    names = sorted(filter(stays_below, named.copies | named.others))
    folder = root / ARCHIVES_FOLDER
    if not names:
        return Archives(), ()
    if folder.is_symlink():
        message = say("this is a symbolic link, which is not followed")
        return Archives(), (finding(SYMBOLIC_LINK, ARCHIVES_FOLDER, START, message, say("put the folder itself in its place")),)
    if _is_empty(folder):
        return Archives(at_hand=False), ()
    reader = _Reader(folder)
    return Archives(files={name: reader.look_at(name, named) for name in names}), ()


@attrs.define
class _Reader:
    """Looks at one file after the other, and keeps texts until there are too many."""

    folder: Path
    room: int = MAX_KEPT
    ways: dict[str, State] = attrs.Factory(dict)
    effort: int = _MOST_COMPARED

    def look_at(self, name: str, named: Named) -> CopyFile:
        way = self._way_to(name.rpartition("/")[0])
        if way != "there":
            return self._missing(name) if way == "missing" else CopyFile(way)
        try:
            descriptor = os.open(self.folder / name, READ_ONLY)
        except (OSError, ValueError) as error:
            state = _state_of(error)
            return self._missing(name) if state == "missing" else CopyFile(state)
        try:
            return self._opened(descriptor, name, named)
        except OSError:
            return CopyFile("unreadable")
        finally:
            os.close(descriptor)

    def _opened(self, descriptor: int, name: str, named: Named) -> CopyFile:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return CopyFile("folder" if stat.S_ISDIR(status.st_mode) else "device")
        size = status.st_size
        wants_text = name in named.quoted and is_text(name)
        if size > MAX_HASHED or name not in named.copies:
            return CopyFile(size=size, too_large=wants_text)
        hashed, kept = hashlib.sha256(), bytearray()
        keeps = wants_text and size <= MAX_READ
        while size > 0 and (piece := os.read(descriptor, min(_PIECE, size))):
            hashed.update(piece)
            size -= len(piece)
            if keeps:
                kept += piece
        text = _text_of(name, bytes(kept)) if keeps else None
        if text is not None and len(text) > self.room:
            text, keeps = None, False
        self.room -= len(text or "")
        return CopyFile(size=status.st_size, sha256=hashed.hexdigest(), text=text, too_large=wants_text and not keeps)

    def _way_to(self, folder: str) -> State:
        """Say whether every folder on the way to a file is there and none of them is a link."""
        way: State = "there"
        so_far = ""
        for step in folder.split("/") if folder else ():
            so_far = f"{so_far}/{step}" if so_far else step
            way = self.ways.get(so_far) or self._step_to(so_far)
            if way != "there":
                break
        return way

    def _step_to(self, folder: str) -> State:
        try:
            mode = os.lstat(self.folder / folder).st_mode
            way: State = "link" if stat.S_ISLNK(mode) else "there" if stat.S_ISDIR(mode) else "missing"
        except (OSError, ValueError) as error:
            way = _state_of(error)
        self.ways[folder] = way
        return way

    def _missing(self, name: str) -> CopyFile:
        """Return what is known of a file that is not there: perhaps another that is meant."""
        twice = name.removeprefix(f"{ARCHIVES_FOLDER}/")
        if twice != name and self._way_to(twice.rpartition("/")[0]) == "there" and os.path.lexists(self.folder / twice):
            return CopyFile("missing", near=twice)
        within, _, last = name.rpartition("/")
        known = _names_in(self.folder / within) if self.effort > 0 and self._way_to(within) == "there" else []
        self.effort -= len(known)
        close = difflib.get_close_matches(last, known, n=1)
        return CopyFile("missing", near=f"{within}/{close[0]}".lstrip("/") if close else "")


def _text_of(name: str, data: bytes) -> str | None:
    if name.lower().endswith(_PAGES):
        return text_of_page(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_empty(folder: Path) -> bool:
    """Say whether a folder is not there, or holds nothing but what keeps it in git: hidden files, or a word on what belongs there."""
    return all(name.startswith((".", "README")) for name in _names_in(folder))


def _names_in(folder: Path) -> list[str]:
    """Return the names in a folder, not more than a check has time for; none where there is no folder that can be read."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry, _ in zip(entries, range(_MOST_NAMES), strict=False)]
    except (OSError, ValueError):
        return []
    return sorted(name for name in names if name.isprintable())


def _state_of(error: OSError | ValueError) -> State:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return "missing"
    if number in (errno.ELOOP, errno.EMLINK):  # what systems answer to O_NOFOLLOW
        return "link"
    return "device" if number == errno.ENXIO else "unreadable"  # a socket
