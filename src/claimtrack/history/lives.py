"""The life of a claim, as the commits tell it: taken in, changed, judged, reviewed, published, corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from claimtrack import git
from claimtrack.history.alterations import Alteration, alterations
from claimtrack.history.showing import Showing
from claimtrack.project import Project
from claimtrack.reading.documents import read_document
from claimtrack.reading.structuring import structure
from claimtrack.records.claim import Claim

_NO_CLAIM = Claim(status="")


@attrs.frozen(kw_only=True)
class Step:
    """What one commit did to a claim.

    Attributes:
        commit: the commit, with everybody who wrote it.
        file: the file of the claim in it, relative to the root.
        state: whether the claim is new in it, was changed, is gone, or cannot be read there.
        alterations: what changed, in the order of the fields; for a new claim, what is in it.
    """

    commit: git.Commit
    file: str
    state: Literal["new", "changed", "gone", "unreadable"]
    alterations: tuple[Alteration, ...]


def life_of(project: Project, claim_id: str, language: str, until: str = "HEAD") -> tuple[Step, ...]:
    """Return what the commits did to a claim, the oldest first; renamed files are followed.

    A merge is a step only where it made something of the claim that was in neither of its sides. Commits that changed nothing but layout
    and comments are left out.

    Arguments:
        project: the records as they are; ratings, statuses and sources are shown by the names that they have now.
        claim_id: the claim.
        language: the language to show labels and texts in, where they are in several.
        until: the revision to look back from.

    Raises:
        NoHistoryError: there is no git, no repository, no commit, or the clone does not have what is needed.
    """
    repository = git.repository_of(project.root)
    commits = git.commits(repository, [git.commit_id(repository, until)], project.desk_file.rpartition("/")[0] or ".")
    touching = _touching(commits, project.files.get(("claim", claim_id)), claim_id)
    versions = {one.content for _, moved in touching for one in (moved.before, moved.after) if one is not None}
    wanted = sorted(versions)
    claims = {content: _claim(data, claim_id) for content, data in git.contents(repository, wanted)}
    steps = [_step(project, commit, moved, claims, language) for commit, moved in touching]
    return tuple(one for one in steps if one.alterations or one.state != "changed")


def _touching(commits: Iterable[git.Commit], file: str | None, claim_id: str) -> list[tuple[git.Commit, git.Moved]]:
    """Return the commits that did something to the file of a claim, the oldest first, under the names that it had by then."""
    names = {file} if file is not None else set()
    found: list[tuple[git.Commit, git.Moved]] = []
    for commit in commits:
        for moved in commit.files:
            there = moved.after or moved.before
            if there is None:
                continue
            if not names and there.file.rpartition("/")[2] == f"{claim_id}.yaml":
                names.add(there.file)  # gone by now: the last file of that name
            if there.file in names:
                found.append((commit, moved))
                if moved.before is not None:
                    names.add(moved.before.file)
    made = {moved.after.content for commit, moved in found if moved.after is not None and len(commit.parents) < 2}  # noqa: PLR2004
    return [
        (commit, moved)
        for commit, moved in reversed(found)
        if len(commit.parents) < 2 or moved.after is None or moved.after.content not in made  # noqa: PLR2004  (a merge has two parents)
    ]


def _claim(data: bytes | None, claim_id: str) -> Claim | None:
    if data is None:
        return None
    document, _ = read_document("claim.yaml", data)
    if document is None:
        return None
    claim, _ = structure(document.values, Claim, given={"id": claim_id, "folder": ""})
    return claim


def _step(project: Project, commit: git.Commit, moved: git.Moved, claims: Mapping[str, Claim | None], language: str) -> Step:
    before, after = (claims[one.content] if one is not None else None for one in (moved.before, moved.after))
    there: Any = moved.after or moved.before
    state: Literal["new", "changed", "gone", "unreadable"] = "changed"
    if moved.after is None:
        state = "gone"
    elif after is None:
        state = "unreadable"
    elif moved.before is None:
        state = "new"
    changed: tuple[Alteration, ...] = ()
    if after is not None:
        was, now = before or _NO_CLAIM, after
        changed = alterations(was, now, Showing(project, language, was), Showing(project, language, now))
    return Step(commit=commit, file=there.file, state=state, alterations=changed)
