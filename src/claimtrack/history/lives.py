"""The life of a claim, as the commits tell it: taken in, changed, judged, reviewed, published, corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from claimtrack import git
from claimtrack.history.alterations import Alteration, alterations
from claimtrack.history.edits import Edit, edits_of, from_git
from claimtrack.history.showing import Showing
from claimtrack.project import Project
from claimtrack.records.claim import Claim

_NO_CLAIM = Claim(status="")


@attrs.frozen(kw_only=True)
class Step:
    """What one commit did to a claim.

    Attributes:
        commit: the commit, with everybody who wrote it.
        file: the file of the claim in it, relative to the root.
        former_file: the file that it was before, where that is another one.
        state: whether the claim is new in it, was changed, is gone, or cannot be read there.
        alterations: what changed, in the order of the fields; for a new claim, what is in it.
    """

    commit: git.Commit
    file: str
    former_file: str | None
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
    inside = project.desk_file.rpartition("/")[0]
    commits = list(git.commits(repository, [git.commit_id(repository, until)], *([inside] if inside else [])))
    file = project.files.get(("claim", claim_id)) or _last_file(commits, claim_id)
    edits = () if file is None else edits_of(from_git(repository), commits, {file: claim_id})[claim_id]
    steps = list(_steps(project, edits, language))
    return tuple(one for one in steps if one.alterations or one.former_file or one.state != "changed")


def _steps(project: Project, edits: Iterable[Edit], language: str) -> Iterator[Step]:
    was: Claim = _NO_CLAIM
    file: str | None = None
    for edit in _without_what_merges_brought(edits):
        was = edit.before or (_NO_CLAIM if edit.is_new else was)  # what could not be read is skipped
        former = file if file != edit.file and not edit.is_new else None
        yield _step(project, edit, was, former, language)
        was, file = edit.after or was, edit.file


def _last_file(commits: Iterable[git.Commit], claim_id: str) -> str | None:
    """Return the file that a claim lay in when it was there last."""
    name = f"{claim_id}.yaml"
    files = (one.file for commit in commits for moved in commit.files for one in (moved.after, moved.before) if one is not None)
    return next((file for file in files if file.rpartition("/")[2] == name), None)


def _without_what_merges_brought(edits: Iterable[Edit]) -> Iterator[Edit]:
    made: list[Claim | None] = []
    for edit in edits:
        is_merge = len(edit.commit.parents) > 1
        if not is_merge or edit.after not in made:
            yield edit
        made.append(edit.after)


def _step(project: Project, edit: Edit, was: Claim, former: str | None, language: str) -> Step:
    state: Literal["new", "changed", "gone", "unreadable"] = "new" if edit.is_new else "changed"
    changed: tuple[Alteration, ...] = ()
    if edit.after is None:
        state = "gone" if edit.is_gone else "unreadable"
    else:
        changed = alterations(was, edit.after, Showing(project, language, was), Showing(project, language, edit.after))
    return Step(commit=edit.commit, file=edit.file, former_file=former, state=state, alterations=changed)
