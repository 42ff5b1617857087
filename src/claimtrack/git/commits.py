"""Commits: who did what to which files, the whole history in one pass."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from claimtrack.errors import NoHistoryError
from claimtrack.git.asking import parts, running
from claimtrack.git.contents import Stored, below
from claimtrack.git.repositories import Repository, cut_off

_COMMIT = (
    "%x01%H%x00%P%x00%aN%x00%aE%x00%cN%x00%cE%x00%aI%x00%cI%x00%s%x00%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x02)%x00"
)
_FIELDS = 10


@attrs.frozen
class Identity:
    """Somebody as git knows them, names and addresses put right by the mailmap of the repository."""

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
    names = [f"{repository.prefix}{one}" for one in within] or ([repository.prefix] if repository.prefix else [])
    asked = ["log", "--topo-order", "--full-history", "--sparse", "--no-color", "--no-ext-diff", "--no-textconv", "--raw", "--no-abbrev",
             "-z", "-M", "--diff-merges=first-parent", "--root", f"--format={_COMMIT}", *revisions, "--", *names]  # fmt: skip
    with running(repository.folder, asked) as process:
        if process.stdout is None:
            raise AssertionError("a pipe was asked for")
        between = parts(process.stdout)
        part = next(between, None)
        while part is not None:
            fields = [part.removeprefix(b"\1"), *itertools.islice(between, _FIELDS - 1)]
            files = []
            while (part := next(between, None)) is not None and not part.startswith(b"\1"):
                if part:
                    files.append(_moved(repository, part.lstrip(b"\n"), between))
            yield _commit([one.decode("utf-8", "replace") for one in fields], tuple(files))
    if process.returncode:
        raise NoHistoryError(f"git cannot tell the history between {' and '.join(revisions)}{cut_off(repository)}")


def _commit(fields: Sequence[str], files: tuple[Moved, ...]) -> Commit:
    commit, parents, name, mail, committer, committer_mail, written, committed, subject, others = fields
    return Commit(
        id=commit,
        parents=tuple(parents.split()),
        author=Identity(name, mail),
        committer=Identity(committer, committer_mail),
        co_authors=tuple(_identity(one) for one in others.split("\2") if one),
        written=written,
        committed=committed,
        subject=subject,
        files=files,
    )


def _identity(written: str) -> Identity:
    name, _, mail = written.partition("<")
    return Identity(name.strip(), mail.partition(">")[0].strip())


def _moved(repository: Repository, about: bytes, names: Iterator[bytes]) -> Moved:
    """Read one line of what a commit did: ``:mode mode content content status``, and the name or the two names behind it."""
    mode, new_mode, content, new_content, status = about.lstrip(b":").decode("ascii").split()
    name = below(repository, next(names))
    new_name = below(repository, next(names)) if status[0] in "RC" else name
    return Moved(
        None if status[0] in "AC" else Stored(name, content, mode),
        None if status[0] == "D" else Stored(new_name, new_content, new_mode),
    )
