"""What landed on the main line, one after the other: a commit, or a merge with everything that came in by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimtrack import git


@attrs.frozen
class Landing:
    """A commit of the main line.

    Attributes:
        commit: the commit, with what it did to the files as they stood on the main line.
        side: the commits that came in by it, where it is a merge, the newest first.
    """

    commit: git.Commit
    side: tuple[git.Commit, ...] = ()

    @property
    def commits(self) -> tuple[git.Commit, ...]:
        """All of its commits, the newest first."""
        return (self.commit, *self.side)


@attrs.frozen
class MainLine:
    """A stretch of history as readers saw it: along the first parents, since what is merged is seen when it is merged.

    Attributes:
        landings: what landed, the oldest first.
        base: the id of the commit that the first one landed on; None where it is the first of all, or nobody knows since the clone is
            cut off there.
    """

    landings: tuple[Landing, ...]
    base: str | None


def main_line(commits: Sequence[git.Commit]) -> MainLine:
    """Return the main line that ends in the first of some commits.

    Arguments:
        commits: the newest first, each before its parents, as :func:`claimtrack.git.commits` gives them.
    """
    by_id = {one.id: one for one in commits}
    line: list[git.Commit] = []
    following: str | None = commits[0].id if commits else None
    while following in by_id:
        line.append(by_id[following])
        following = next(iter(line[-1].parents), None)
    line.reverse()
    place = {one.id: number for number, one in enumerate(commits)}
    landed = {one.id for one in line}
    return MainLine(tuple(Landing(one, tuple(_side(one, by_id, place, landed))) for one in line), following)


def _side(merge: git.Commit, by_id: Mapping[str, git.Commit], place: Mapping[str, int], landed: set[str]) -> Iterator[git.Commit]:
    """Yield what came in by a merge and had not landed before, the newest first."""
    waiting = list(merge.parents[1:])
    came: list[git.Commit] = []
    while waiting:
        one = by_id.get(waiting.pop())
        if one is not None and one.id not in landed:
            landed.add(one.id)
            came.append(one)
            waiting += one.parents
    yield from sorted(came, key=lambda one: place[one.id])
