"""Two states of a desk side by side: as it was at a revision, and as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

import attrs

from claimtrack import git
from claimtrack.findings import Finding
from claimtrack.loading import load_again
from claimtrack.project import Project
from claimtrack.reading.guard import bounds_of
from claimtrack.reading.unsaved import kind_by_place
from claimtrack.records.claim import Claim

_FILES = frozenset({"100644", "100755"})
"""What git calls ordinary files; links and submodules are no records."""


@attrs.frozen(slots=False, eq=False)
class Comparison:
    """A desk as it was and as it is.

    Attributes:
        revision: the state before, as the caller named it.
        commit: the id of its commit; where the caller named a branch, that of the last commit that it has in common with this one.
        before: the records as they were then.
        after: the records as they are now.
        unread: what was wrong with the files then; what could not be read is in no comparison.
        commits: the commits in between, the newest first; empty where these are not told.
    """

    revision: str
    commit: str
    before: Project
    after: Project
    unread: tuple[Finding, ...] = ()
    commits: tuple[git.Commit, ...] = ()

    @property
    def called(self) -> str:
        """The state before, as messages call it, such as ``origin/main (1a2b3c4d)``."""
        short = self.commit[:8]
        return short if self.commit.startswith(self.revision) else f"{self.revision} ({short})"

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """The ids that claims had before, by those that they have now, for claims whose file was renamed."""
        former: dict[str, str] = {}
        for commit in reversed(self.commits):
            for moved in commit.files:
                if moved.before and moved.after and moved.before.file != moved.after.file:
                    old, new = (PurePosixPath(one.file).stem for one in (moved.before, moved.after))
                    if old != new:
                        former[new] = former.pop(old, old)
        return {
            new: old
            for new, old in former.items()
            if old in self.before.claims and new in self.after.claims and old not in self.after.claims
        }

    def claims(self) -> Iterator[tuple[Claim | None, Claim | None]]:
        """Yield every claim as it was and as it is: None where it was not there yet, or is not there any more."""
        for claim in self.after.claims.values():
            yield self.before.claims.get(self.former_ids.get(claim.id, claim.id)), claim
        gone = self.before.claims.keys() - self.after.claims.keys() - set(self.former_ids.values())
        for claim_id, claim in self.before.claims.items():
            if claim_id in gone:
                yield claim, None


def compare(project: Project, revision: str, *, common: bool = True, until: str = "HEAD") -> Comparison:
    """Compare a project with what it was at a revision.

    Only files whose content differs are read and parsed once more.

    Arguments:
        project: the records as they are.
        revision: a branch, a tag, ``HEAD~3``, the id of a commit.
        common: whether to take the last commit that the revision and ``HEAD`` have in common, as a pull request is compared with the
            branch that it is for; without it, the revision itself.
        until: the revision that the project is the state of, or goes on from.

    Raises:
        NoHistoryError: there is no git, no repository, no such commit, or the clone does not have what is needed.
    """
    repository = git.repository_of(project.root)
    commit = git.commit_id(repository, revision)
    head = git.commit_id(repository, until)
    base = git.merge_base(repository, commit, head) if common else commit
    before, unread = load_again(project, dict(_different(repository, project, base)))
    commits = tuple(git.commits(repository, [head, f"^{base}"], *_within(project)))
    return Comparison(revision, base, before, project, unread, commits)


def state_at(project: Project, revision: str) -> Project:
    """Return a project as it was at a revision.

    Arguments:
        project: the records as they are.
        revision: a branch, a tag, ``HEAD~3``, the id of a commit.

    Raises:
        NoHistoryError: there is no git, no repository, no such commit, or the clone does not have what is needed.
    """
    repository = git.repository_of(project.root)
    before, _ = load_again(project, dict(_different(repository, project, git.commit_id(repository, revision))))
    return before


def _within(project: Project) -> tuple[str, ...]:
    folder = PurePosixPath(project.desk_file).parent.as_posix()
    return () if folder == "." else (folder,)


def _different(repository: git.Repository, project: Project, commit: str) -> Iterator[tuple[str, bytes | None]]:
    """Yield the files of records that were different in a commit, as they were then; None for those that were not there."""
    inside = "".join(_within(project))
    stored = {
        one.file: one.content
        for one in git.files_of(repository, commit, *_within(project))
        if one.mode in _FILES and kind_by_place(one.file, inside) is not None
    }
    yield from ((file, None) for file in project.digests if file not in stored)
    changed = [file for file, content in stored.items() if project.digests.get(file) != bytes.fromhex(content)]
    for file, (_, data) in zip(changed, git.contents(repository, [stored[file] for file in changed]), strict=True):
        yield file, data if data is not None and len(data) <= bounds_of(file).size else None
