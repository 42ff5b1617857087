"""What an audit of a history finds: breaks of what readers were told, each with the commit that they landed with."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from claimtrack import git
from claimtrack.findings import Finding
from claimtrack.records.text import Text


@attrs.frozen(kw_only=True)
class Break:
    """Something that the rules of the history have found in what landed.

    Attributes:
        finding: what it is, with file and line as they were in the commit.
        commit: the commit of the main line with which readers saw it.
        made_by: the commit that did it; another one where it came in by a merge.
        who: the name that the desk has for its author; None where the desk does not know them.
        claim: the id of the claim; None where it is not about one.
        is_public: whether readers see or saw that claim, so that it may be named to them.
        later: the commit by which it was made good as far as can be seen; None where it was not.
        how: whether readers were told by then, or what was there before was put back.
    """

    finding: Finding
    commit: git.Commit
    made_by: git.Commit
    who: Text | None
    claim: str | None
    is_public: bool
    later: git.Commit | None = None
    how: Literal["told", "put back"] | None = None


@attrs.frozen
class Unreadable:
    """A file that could not be read from a commit on.

    Attributes:
        file: the file, relative to the root.
        commit: the first commit in which it could not be read.
        is_desk: whether it is the desk record, without which nothing can be told.
    """

    file: str
    commit: git.Commit
    is_desk: bool = False


@attrs.frozen(kw_only=True)
class Figures:
    """What there was in the end.

    Attributes:
        claims: how many claims, those that cannot be read among them.
        published: how many of them readers see, those that are under correction among them.
        withdrawn: how many were withdrawn.
        corrections: how many corrections stand in what readers see.
    """

    claims: int
    published: int
    withdrawn: int
    corrections: int


@attrs.frozen(kw_only=True)
class Audit:
    """A history that was looked at.

    Attributes:
        desk: the name of who publishes, as it was in the end; None where the desk record could never be read.
        first: the first commit that was looked at; None where there is none.
        last: the last one.
        commits: how many commits there are in it, those that came in by merges among them.
        landings: how many of them are on the main line.
        begins: why it begins where it does: with a state that the caller named, where the clone is cut off, or with the first desk record.
        base: the id of the commit whose state was taken as it was; None where there was nothing at all.
        breaks: what was found, the oldest first.
        unreadable: what could not be read at a time, the oldest first.
        figures: what there was in the end, where that was asked for.
        languages: the languages of the desk.
    """

    desk: Text | None
    first: git.Commit | None
    last: git.Commit | None
    commits: int
    landings: int
    begins: Literal["named", "cut off", "first"]
    base: str | None
    breaks: tuple[Break, ...]
    unreadable: tuple[Unreadable, ...]
    figures: Figures | None
    languages: tuple[str, ...] = ("en",)


def day_of(commit: git.Commit) -> datetime.date | None:
    """Return the day on which a commit was committed, in UTC; None where its time is none."""
    try:
        return datetime.datetime.fromisoformat(commit.committed).astimezone(datetime.UTC).date()
    except (ValueError, OverflowError):
        return None
