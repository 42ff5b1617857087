"""Contents: the files of a commit, and the bytes behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

import attrs

from claimtrack.git.asking import parts, running
from claimtrack.git.repositories import Repository

_AT_ONCE = 500
"""How many contents are asked for before the answers are read: few enough that neither of two pipes is ever full at both ends."""


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


def files_of(repository: Repository, commit: str, *within: str) -> tuple[Stored, ...]:
    """Return the files that a commit has below the folder of the repository that is looked at.

    Arguments:
        repository: where.
        commit: the id of the commit.
        within: folders or files below that folder; all, if none is named.
    """
    names = [f"{repository.prefix}{one}" for one in within] or ([repository.prefix] if repository.prefix else [])
    found = []
    with running(repository.folder, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", *names]) as process:
        if process.stdout is None:
            raise AssertionError("a pipe was asked for")
        for line in parts(process.stdout):
            about, _, name = line.partition(b"\t")
            mode, kind, content = about.decode("ascii").split()
            if kind == "blob":
                found.append(Stored(below(repository, name), content, mode))
    return tuple(found)


def contents(repository: Repository, wanted: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the bytes behind ids of contents, in their order, by asking git once; None for one that is not here.

    Arguments:
        repository: where.
        wanted: ids of contents, as :class:`Stored` has them; a very large one is read like any other, the caller bounds what it uses.
    """
    ids = list(wanted)
    if not ids:
        return
    with running(repository.folder, ["cat-file", "--batch"]) as process:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("pipes were asked for")
        for start in range(0, len(ids), _AT_ONCE):  # few enough that neither pipe is ever full while we write into the other
            some = ids[start : start + _AT_ONCE]
            process.stdin.write("".join(f"{one}\n" for one in some).encode("ascii"))
            process.stdin.flush()
            if start + _AT_ONCE >= len(ids):
                process.stdin.close()
            yield from ((one, data) for one, data in zip(some, _batch(process.stdout, len(some)), strict=True))


def below(repository: Repository, name: bytes) -> str:
    """Return the name of a file as it is below the folder that is looked at."""
    return name.decode("utf-8", "surrogateescape").removeprefix(repository.prefix)


def _batch(stream: IO[bytes], count: int) -> Iterator[bytes | None]:
    """Yield so many answers of ``cat-file --batch``."""
    for _ in range(count):
        _, *about = stream.readline().split()
        if len(about) < 2:  # noqa: PLR2004  ("missing", or "ambiguous": there is no kind and size then)
            yield None
            continue
        data = stream.read(int(about[1]))
        stream.read(1)
        yield data
