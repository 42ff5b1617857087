"""How claims became what they are: what each commit in between made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

import attrs

from claimtrack import git
from claimtrack.reading.documents import read_document
from claimtrack.reading.guard import bounds_of
from claimtrack.reading.structuring import structure
from claimtrack.records.claim import Claim


@attrs.frozen
class Edit:
    """What a commit made of a claim.

    Attributes:
        commit: the commit.
        file: the file of the claim as the commit left it, or as it was where the commit took it away, relative to the root.
        before: the claim as it was; None where it was not there, or could not be read.
        after: the claim as the commit left it; None where it is not there any more, or cannot be read.
        is_gone: whether the commit took its file away.
        is_new: whether the commit brought its file in.
    """

    commit: git.Commit
    file: str
    before: Claim | None
    after: Claim | None
    is_gone: bool = False
    is_new: bool = False


ReadClaims = Callable[[Iterable[git.Stored]], Mapping[git.Stored, Claim | None]]
"""Gives the claims in stored files; None for one that cannot be read."""


def edits_of(read: ReadClaims, commits: Iterable[git.Commit], files: Mapping[str, str]) -> Mapping[str, tuple[Edit, ...]]:
    """Return what commits made of claims.

    Arguments:
        read: gives the claims that were there; it is asked once, such as :func:`from_git`.
        commits: the commits, the newest first.
        files: the ids of claims by their files as these are called after the newest commit; former names are followed.

    Returns:
        For each id the edits, the oldest first. A merge is told beside its first parent, behind what came in by it.

    Raises:
        NoHistoryError: the clone does not have what is needed.
    """
    told = list(_followed(commits, files))
    claims = read(dict.fromkeys(one for _, _, moved in told for one in (moved.before, moved.after) if one is not None and one.is_ordinary))
    edits: dict[str, list[Edit]] = {claim_id: [] for claim_id in files.values()}
    for claim_id, commit, moved in reversed(told):
        before, after = (claims.get(one) if one is not None else None for one in (moved.before, moved.after))
        edit = Edit(commit, _file(moved), before, after, is_gone=moved.after is None, is_new=moved.before is None)
        edits[claim_id].append(edit)
    return {claim_id: tuple(of_claim) for claim_id, of_claim in edits.items()}


def from_git(repository: git.Repository) -> ReadClaims:
    """Return what reads claims by asking git for all of their contents at once."""

    def read(wanted: Iterable[git.Stored]) -> Mapping[git.Stored, Claim | None]:
        stored = list(wanted)
        size = max((bounds_of(one.file).size for one in stored), default=0)
        data = git.contents(repository, [one.content for one in stored], most=size)
        return {one: read_claim(one.file, of_it) for one, (_, of_it) in zip(stored, data, strict=True)}

    return read


def _followed(commits: Iterable[git.Commit], files: Mapping[str, str]) -> Iterator[tuple[str, git.Commit, git.Moved]]:
    """Yield what commits did to files, the newest first, with the claim that it was done to."""
    names = dict(files)
    for commit in commits:
        for moved in commit.files:
            name = _file(moved)
            if name in names:
                yield names[name], commit, moved
                if moved.before is not None and moved.before.file != name:
                    names.setdefault(moved.before.file, names[name])


def _file(moved: git.Moved) -> str:
    return next((one.file for one in (moved.after, moved.before) if one is not None), "")


def read_claim(file: str, data: bytes | None) -> Claim | None:
    """Read a claim; None where that is not possible, which is of no interest any more."""
    if data is None or len(data) > bounds_of(file).size:
        return None
    document, _ = read_document(file, data)
    if document is None:
        return None
    path = PurePosixPath(file)
    claim, _ = structure(document.values, Claim, given={"id": path.stem, "folder": path.parent.name})
    return claim
