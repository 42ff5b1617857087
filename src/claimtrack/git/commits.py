"""Commits: who did what to which files, the whole history in one pass."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from claimtrack.git.asking import answer, parts, running
from claimtrack.git.contents import Stored, below
from claimtrack.git.repositories import Repository, cut_off

_COMMIT = (
    "%x01%H%x00%P%x00%aN%x00%aE%x00%cN%x00%cE%x00%aI%x00%cI%x00%s%x00%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x02)%x00"
)
_FIELDS = 10
_AT_ONCE = 1000
"""How many commits are read before git is asked how their co-authors are called by the mailmap."""

_CONTACT = re.compile(r"[^<>\n]*<[^<>\n]+>")
"""What git takes for somebody: a name, which may be missing, and an address."""


@attrs.frozen
class Identity:
    """Somebody as git knows them, names and addresses put right by the mailmap of the repository.

    Attributes:
        name: the name.
        mail: the e-mail address; empty where a commit names a co-author without one.
    """

    name: str
    mail: str


@attrs.frozen
class Moved:
    """What a commit did to a file.

    Attributes:
        before: the file as it was in the first parent, or None where it is new.
        after: the file as it is in the commit, or None where it is gone. Another name than before means that it was renamed.
    """

    before: Stored | None
    after: Stored | None


@attrs.frozen
class Commit:
    """A commit.

    Attributes:
        id: its id, whole.
        parents: the ids of its parents.
        author: who wrote it.
        committer: who committed it.
        co_authors: who else wrote it, as its last lines say (``Co-authored-by``).
        written: when it was written, in ISO 8601 with zone.
        committed: when it was committed, in ISO 8601 with zone.
        subject: its first line.
        files: what it did to the files that are looked at, compared with its first parent.
    """

    id: str
    parents: tuple[str, ...]
    author: Identity
    committer: Identity
    co_authors: tuple[Identity, ...]
    written: str
    committed: str
    subject: str
    files: tuple[Moved, ...] = ()


def commits(repository: Repository, revisions: Sequence[str], *within: str) -> Iterator[Commit]:
    """Yield commits with what they did to the files, the newest first and each before its parents, by asking git once.

    Arguments:
        repository: where.
        revisions: ids of commits, and ``^`` and the id of one whose history is left out.
        within: folders or files below the folder that is looked at; all, if none is named.

    Raises:
        NoHistoryError: git cannot tell, for instance since the clone is partial.
    """
    names = within or (["."] if repository.prefix else [])
    renames = "--find-renames=100%" if repository.is_partial else "--find-renames"  # what was edited as well takes contents to be seen
    asked = ["log", "--topo-order", "--full-history", "--sparse", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
             "--encoding=UTF-8", "--raw", "--no-abbrev", "-z", renames, "--diff-merges=first-parent", "--root", f"--format={_COMMIT}",
             *revisions, "--", *names]  # fmt: skip
    trouble = f"git cannot tell the history of {' '.join(revisions)}{cut_off(repository)}"
    known: dict[str, Identity] = {}
    with running(repository.folder, asked, trouble) as (_, said):
        read = _read(repository, parts(said))
        while some := list(itertools.islice(read, _AT_ONCE)):
            others = {one for _, co_authors in some for one in co_authors}
            known.update(_identities(repository, sorted(others - known.keys())))
            yield from (attrs.evolve(commit, co_authors=tuple(known[one] for one in co_authors)) for commit, co_authors in some)


def _read(repository: Repository, between: Iterator[bytes]) -> Iterator[tuple[Commit, list[str]]]:
    """Yield the commits of a log, each with its co-authors as they are written there."""
    part = next(between, None)
    while part is not None:
        fields = [part.removeprefix(b"\1"), *itertools.islice(between, _FIELDS - 1)]
        files = []
        while (part := next(between, None)) is not None and not part.startswith(b"\1"):
            if part:
                files.append(_moved(repository, part.lstrip(b"\n"), between))
        if len(fields) == _FIELDS:  # fewer where git was cut off, which is told when it has ended
            yield _commit([one.decode("utf-8", "replace") for one in fields], tuple(files))


def _commit(fields: Sequence[str], files: tuple[Moved, ...]) -> tuple[Commit, list[str]]:
    commit, parents, name, mail, committer, committer_mail, written, committed, subject, others = fields
    made = Commit(
        id=commit,
        parents=tuple(parents.split()),
        author=Identity(name, mail),
        committer=Identity(committer, committer_mail),
        co_authors=(),
        written=_with_zone(written),
        committed=_with_zone(committed),
        subject=subject,
        files=files,
    )
    return made, [one.strip() for one in others.split("\2") if one.strip()]


def _with_zone(time: str) -> str:
    """Return a time with its zone in figures, as only older versions of git write that of Greenwich."""
    return f"{time[:-1]}+00:00" if time.endswith("Z") else time


def _identities(repository: Repository, written: Iterable[str]) -> dict[str, Identity]:
    """Return who co-authors are, by how commits name them; the log puts names right by the mailmap for authors and committers only."""
    contacts = [one for one in written if _CONTACT.fullmatch(one) and not one.startswith("-")]
    told = answer(repository.folder, "check-mailmap", *contacts) if contacts else None
    mended = told.split("\n") if told is not None else []
    right = dict(zip(contacts, mended, strict=True)) if len(mended) == len(contacts) else {}
    return {one: _identity(right.get(one, one)) for one in written}


def _identity(written: str) -> Identity:
    name, _, mail = written.partition("<")
    return Identity(name.strip(), mail.partition(">")[0].strip())


def _moved(repository: Repository, about: bytes, names: Iterator[bytes]) -> Moved:
    """Read one line of what a commit did: ``:mode mode content content status``, and the name or the two names behind it."""
    mode, new_mode, content, new_content, status = about.lstrip(b":").decode("ascii").split()
    name = below(repository, next(names, b""))
    new_name = below(repository, next(names, b"")) if status[0] in "RC" else name
    return Moved(
        None if status[0] in "AC" else Stored(name, content, mode),
        None if status[0] == "D" else Stored(new_name, new_content, new_mode),
    )
