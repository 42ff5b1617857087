"""Which files changed since a revision, those that are not committed yet among them."""

from __future__ import annotations

from collections.abc import Collection

from claimtrack import git
from claimtrack.errors import NoHistoryError
from claimtrack.history.comparison import compared_with, different
from claimtrack.project import Project
from claimtrack.reading.guard import bounds_of


def changed_files(project: Project, revision: str, files: Collection[str]) -> frozenset[str]:
    """Return those of some files that are not what they were at a revision: changed, new, called otherwise, or not known to git at all.

    Files that are as they are to be taken and not as they are on disk are compared in that form; how lines end makes no difference.

    Arguments:
        project: the records.
        revision: a branch, a tag, ``HEAD~3``, the id of a commit; the last commit that it has in common with what is checked out counts.
        files: the files, by their names relative to the root; records or anything else.

    Raises:
        NoHistoryError: there is no git, no repository, no such commit, or the clone does not have what is needed.
    """
    repository = git.repository_of(project.root)
    _, base = compared_with(repository, revision)
    changed = different(repository, project, base).keys() & set(files)
    others = sorted(set(files) - project.digests.keys())
    if others:
        stored = {one.file: one.content for one in git.files_of(repository, base, *others) if one.is_ordinary}
        changed |= set(others) - stored.keys()
        most = max((bounds_of(one).size for one in stored), default=0)
        for file, (_, then) in zip(stored, git.contents(repository, stored.values(), most=most), strict=True):
            if then is None:
                raise NoHistoryError(f"git does not have {file} as it was in {base[:12]}, so the repository is damaged")
            now, _ = project.read(file)
            if now is None or now.replace(b"\r\n", b"\n") != then.replace(b"\r\n", b"\n"):
                changed.add(file)
    return frozenset(changed)
