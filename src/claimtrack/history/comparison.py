"""Two states of a desk side by side: as it was at a revision, and as it is now."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

import attrs

from claimtrack import git
from claimtrack.errors import NoHistoryError
from claimtrack.findings import Finding
from claimtrack.history.edits import Edit, ReadClaims, edits_of, from_git
from claimtrack.history.likeness import is_the_same, paired
from claimtrack.loading import load_again
from claimtrack.project import Project, digest
from claimtrack.reading.file_names import FileKind
from claimtrack.reading.guard import bounds_of
from claimtrack.reading.unsaved import kind_by_place
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim

Found = TypeVar("Found")


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
        repository: where both are; None where they are in none.
        touched: the ids of the claims and articles whose files are not the same, where that is known; only these are looked at then.
        read: gives the claims that lie in stored files, where git is not to be asked for each comparison.
    """

    revision: str
    commit: str
    before: Project
    after: Project
    unread: tuple[Finding, ...] = ()
    commits: tuple[git.Commit, ...] = ()
    repository: git.Repository | None = attrs.field(default=None, repr=False)
    touched: Collection[str] | None = None
    read: ReadClaims | None = attrs.field(default=None, repr=False)
    _worked_out: dict[Any, Any] = attrs.field(factory=dict, init=False, repr=False)

    def once(self, work_out: Callable[[Comparison], Found]) -> Found:
        """Return what a function gives for this comparison, and call it only the first time; so rules share what they need."""
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        return cast("Found", self._worked_out[work_out])

    @property
    def called(self) -> str:
        """The state before, as messages call it, such as ``origin/main (1a2b3c4d)``."""
        short = self.commit[:8]
        return short if self.commit.startswith(self.revision) else f"{self.revision} ({short})"

    def on(self, day: datetime.date | None) -> Comparison:
        """Return the comparison as it is on a day, with which the dates of both states are compared."""
        return (
            self
            if day is None
            else attrs.evolve(self, before=attrs.evolve(self.before, today=day), after=attrs.evolve(self.after, today=day))
        )

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """The ids that claims had before, by those that they have now, for claims that were renamed.

        That they were is known from what a claim says of its former ids, from the names of files that git has seen change, or, as long as
        nothing is committed, from a claim that is gone and a new one that says the same. A claim that says something else is another one.
        """
        gone = {one: claim for one, claim in self._looked_at(self.before.claims) if not self.after.exists("claim", one)}
        new = {one: claim for one, claim in self._looked_at(self.after.claims) if one not in self.before.claims}
        if not gone or not new:
            return {}
        former = self._said(gone, new)
        for new_id, old in self._renamed_files().items():
            if (
                new_id in new
                and old in gone
                and new_id not in former
                and old not in former.values()
                and is_the_same(gone[old], new[new_id])
            ):
                former[new_id] = old
        left = [claim for one, claim in gone.items() if one not in former.values()]
        former.update(paired(left, [claim for one, claim in new.items() if one not in former]))
        return former

    def claims(self) -> Iterator[tuple[Claim | None, Claim | None]]:
        """Yield every claim as it was and as it is: None where it was not there yet, or is not there any more."""
        former = self.former_ids
        for claim_id, claim in self._looked_at(self.after.claims):
            yield self.before.claims.get(former.get(claim_id, claim_id)), claim
        renamed = set(former.values())
        for claim_id, claim in self._looked_at(self.before.claims):
            if claim_id not in self.after.claims and claim_id not in renamed:
                yield claim, None

    def articles(self) -> Iterator[tuple[Article | None, Article | None]]:
        """Yield every article as it was and as it is: None where it was not there yet, or is not there any more."""
        for article_id, article in self._looked_at(self.after.articles):
            yield self.before.articles.get(article_id), article
        for article_id, article in self._looked_at(self.before.articles):
            if article_id not in self.after.articles:
                yield article, None

    @cached_property
    def changed(self) -> tuple[tuple[Claim | None, Claim | None], ...]:
        """The claims whose records are not what they were, as :meth:`claims` gives them."""
        return tuple((before, after) for before, after in self.claims() if before is not after)

    def edits(self, claims: Collection[str]) -> Mapping[str, tuple[Edit, ...]]:
        """Return how claims became what they are: for each id what the commits in between made of it, the oldest first.

        Arguments:
            claims: ids that claims have now. All of them at once, since git is asked once.

        Raises:
            NoHistoryError: the clone does not have what is needed.
        """
        if self.repository is None:
            return dict.fromkeys(claims, ())
        read = self.read or from_git(self.repository)
        files = {self.after.file_of("claim", one): one for one in claims}
        return edits_of(read, self.commits, files)

    def _looked_at(self, records: Mapping[str, Found]) -> Iterable[tuple[str, Found]]:
        """Return the records of a state that may be different in the other."""
        if self.touched is None:
            return records.items()
        return [(one, record) for one in self.touched if (record := records.get(one)) is not None]

    def _said(self, gone: Mapping[str, Claim], new: Mapping[str, Claim]) -> dict[str, str]:
        """Return the former ids that claims themselves name."""
        said: dict[str, str] = {}
        for claim in new.values():
            named = [one for one in reversed(claim.former_ids) if one in gone and one not in said.values()]
            if named:
                said[claim.id] = named[0]
        return said

    def _renamed_files(self) -> Mapping[str, str]:
        """Return the former names of files that commits have renamed, by their names now, without folder and ending."""
        former: dict[str, str] = {}
        for commit in reversed(self.commits):
            for moved in commit.files:
                if moved.before and moved.after and moved.before.file != moved.after.file:
                    old, new = (PurePosixPath(one.file).stem for one in (moved.before, moved.after))
                    if old != new:
                        former[new] = former.pop(old, old)
        return former


def compare(project: Project, revision: str, *, common: bool = True, until: str = "HEAD") -> Comparison:
    """Return a project beside what it was at a revision, for :func:`claimtrack.check` to hold what changed against the rules.

    Only files whose content differs are read and parsed once more.

    Arguments:
        project: the records as they are.
        revision: a branch, a tag, ``HEAD~3``, the id of a commit.
        common: whether to take the last commit that the revision and ``until`` have in common, as a pull request is compared with the
            branch that it is for; without it, the revision itself.
        until: the revision whose records the project has, where these are not the files as they are; see :func:`state_at`.

    Raises:
        NoHistoryError: there is no git, no repository, no such commit, or the clone does not have what is needed.
    """
    repository = git.repository_of(project.root)
    head, base = compared_with(repository, revision, common=common, until=until)
    before, unread = load_again(project, different(repository, project, base))
    commits = tuple(git.commits(repository, [head, f"^{base}"], *_within(project)))
    return Comparison(revision, base, before, project, unread, commits, repository)


def compared_with(repository: git.Repository, revision: str, *, common: bool = True, until: str = "HEAD") -> tuple[str, str]:
    """Return the ids of the later commit, such as the one that is checked out, and of the one it is compared with; see :func:`compare`."""
    commit = git.commit_id(repository, revision)
    head = git.commit_id(repository, until)
    return head, git.merge_base(repository, commit, head) if common else commit


def state_at(project: Project, revision: str) -> Project:
    """Return a project as it was at a revision.

    Arguments:
        project: the records as they are.
        revision: a branch, a tag, ``HEAD~3``, the id of a commit.

    Raises:
        NoHistoryError: there is no git, no repository, no such commit, or the clone does not have what is needed.
    """
    repository = git.repository_of(project.root)
    then, _ = load_again(project, different(repository, project, git.commit_id(repository, revision)))
    return then


def different(repository: git.Repository, project: Project, commit: str) -> dict[str, bytes | None]:
    """Return the files of records that were different in a commit, as they were then; None for those that were not there.

    Files that differ only in how their lines end are the same: git itself changes that where a system wants it.

    Raises:
        NoHistoryError: the clone does not have what is needed.
    """
    inside = "".join(_within(project))
    stored = {
        one.file: one.content
        for one in git.files_of(repository, commit, *_within(project))
        if one.is_ordinary and kind_of_record(one.file, inside) is not None
    }
    changed = [file for file, content in stored.items() if project.digests.get(file) != bytes.fromhex(content)]
    files: dict[str, bytes | None] = {file: None for file in project.digests if file not in stored}
    most = max(map(bounds_of, changed), key=lambda one: one.size).size if changed else 0
    for file, (_, data) in zip(changed, git.contents(repository, [stored[file] for file in changed], most=most), strict=True):
        if data is None:
            raise NoHistoryError(f"git does not have {file} as it was in {commit[:12]}, so the repository is damaged")
        if not _differs_only_in_line_ends(project, file, data):
            files[file] = data if len(data) <= bounds_of(file).size else _TOO_LARGE
    return files


def kind_of_record(file: str, inside: str) -> FileKind | None:
    """Return what a file of a commit holds by its name, or None where it is not read: no record lies there, or the name cannot be shown.

    Arguments:
        file: its name, relative to the root.
        inside: the folder of the records, relative to the root; empty where it is the root.
    """
    if not file.isprintable() or any(part.startswith(".") for part in file.split("/")):
        return None
    return kind_by_place(file, inside)


_TOO_LARGE = b"\0"
"""Stands for a file that was too large to be read: there it was, and nobody can read it."""


def _within(project: Project) -> tuple[str, ...]:
    folder = PurePosixPath(project.desk_file).parent.as_posix()
    return () if folder == "." else (folder,)


def _differs_only_in_line_ends(project: Project, file: str, then: bytes) -> bool:
    """Say whether a file is what it was, but for its line ends; also where git takes its digest in another way than we do."""
    known = project.digests.get(file)
    now = project.read(file)[0] if known is not None else None
    if now is None or digest(now) != known:
        return False
    return now == then or now.replace(b"\r\n", b"\n") == then.replace(b"\r\n", b"\n")
