"""Contents: the files of a commit, and the bytes behind them."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator
from typing import IO

import attrs

from claimtrack.errors import NoHistoryError
from claimtrack.git.asking import parts, running
from claimtrack.git.repositories import Repository, cut_off

_AT_ONCE = 50
"""How many contents are asked for before the answers are read: few enough that the questions fit into the smallest pipe there is, so
that neither side ever waits for the other."""

_PIECE = 1 << 16

_WITH_A_CONTENT = 3
"""How many words stand in front of a content: its id, its kind, its size. For one that is not there, there are two."""


@attrs.frozen
class Stored:
    """A file as a commit has it.

    Attributes:
        file: its name below the folder of the repository that is looked at.
        content: the id of its content.
        mode: what git knows of its kind, such as ``100644`` for a file and ``120000`` for a symbolic link.
    """

    file: str
    content: str
    mode: str

    @property
    def is_ordinary(self) -> bool:
        """Whether it is an ordinary file: no symbolic link, and no repository within the repository."""
        return self.mode in {"100644", "100755"}


def files_of(repository: Repository, commit: str, *within: str) -> tuple[Stored, ...]:
    """Return the files that a commit has below the folder of the repository that is looked at.

    Arguments:
        repository: where.
        commit: the id of the commit.
        within: folders or files below that folder; all, if none is named.

    Raises:
        NoHistoryError: the clone does not have them all.
    """
    names = [f"{repository.prefix}{one}" for one in within] or ([repository.prefix] if repository.prefix else [])
    found = []
    trouble = f"git cannot list the files of {commit[:12]}{cut_off(repository)}"
    with running(repository.folder, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", *names], trouble) as (_, said):
        for line in parts(said):
            about, _, name = line.partition(b"\t")
            mode, kind, content = about.decode("ascii").split()
            if kind == "blob":
                found.append(Stored(below(repository, name), content, mode))
    return tuple(found)


Read = Callable[[Iterable[str]], Iterator[tuple[str, bytes | None]]]
"""Yields the bytes behind ids of contents, in their order; None for one that no commit here has."""


def contents(repository: Repository, wanted: Iterable[str], *, most: int | None = None) -> Iterator[tuple[str, bytes | None]]:
    """Yield the bytes behind ids of contents, in their order, by asking git once; None for one that no commit here has.

    Arguments:
        repository: where.
        wanted: ids of contents, as :class:`Stored` has them.
        most: how many bytes are of interest; of what is longer, one byte more than that is kept, so that it can be seen.

    Raises:
        NoHistoryError: the clone does not have them all.
    """
    if ids := list(wanted):
        with reading(repository, most=most) as read:
            yield from read(ids)


@contextlib.contextmanager
def reading(repository: Repository, *, most: int | None = None) -> Iterator[Read]:
    """Start git once, and give what yields the bytes behind ids as often as it is asked; each answer is read to its end before the next.

    Arguments:
        repository: where.
        most: how many bytes are of interest; of what is longer, one byte more than that is kept, so that it can be seen.

    Raises:
        NoHistoryError: the clone does not have them all.
    """
    trouble = f"git does not have all the files that it should{cut_off(repository)}"
    with running(repository.folder, ["cat-file", "--batch"], trouble) as (asking, said):
        yield functools.partial(_read, repository, asking, said, most, trouble)


def _read(
    repository: Repository, asking: IO[bytes], said: IO[bytes], most: int | None, trouble: str, wanted: Iterable[str]
) -> Iterator[tuple[str, bytes | None]]:
    ids = list(wanted)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        asking.write("".join(f"{one}\n" for one in some).encode("ascii"))
        asking.flush()
        for one in some:
            data = _content(said, most, trouble)
            if data is None and repository.is_partial:
                raise NoHistoryError(trouble)
            yield one, data


def below(repository: Repository, name: bytes) -> str:
    """Return the name of a file as it is below the folder that is looked at."""
    return name.decode("utf-8", "surrogateescape").removeprefix(repository.prefix)


def _content(said: IO[bytes], most: int | None, trouble: str) -> bytes | None:
    """Read one answer of ``cat-file --batch``: a line about the content, and the content."""
    about = said.readline().split()
    if not about:  # git has ended, since it cannot go on without what it lacks
        raise NoHistoryError(trouble)
    if len(about) < _WITH_A_CONTENT:
        return None
    size = int(about[2])
    kept = size if most is None else min(size, most + 1)
    data = said.read(kept)
    left = size - len(data) + 1  # and the line break behind it
    while left > 0 and (piece := said.read(min(left, _PIECE))):
        left -= len(piece)
    if left > 0:
        raise NoHistoryError(trouble)
    return data
