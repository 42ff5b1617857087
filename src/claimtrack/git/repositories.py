"""Repositories: where one is, and which commit a name means."""

from __future__ import annotations

from pathlib import Path

import attrs

from claimtrack.errors import NoHistoryError
from claimtrack.git.asking import answer, complaint


@attrs.frozen
class Repository:
    """A repository and the folder in it that we are interested in.

    Attributes:
        folder: the folder, such as the root of a desk.
        prefix: where it lies below the top of the repository, with ``/`` behind it; empty where it is the top.
        git_folder: where git keeps what it knows of this working tree.
        is_shallow: whether the history is cut off.
        is_partial: whether the clone was made without all of its files, which git would fetch when it needs them.
    """

    folder: Path
    prefix: str
    git_folder: Path
    is_shallow: bool = False
    is_partial: bool = False


def setting(folder: Path, name: str) -> str:
    """Return a setting of git as it holds in a folder, or an empty text where there is none, or no git.

    Arguments:
        folder: the folder; what its repository, the user and the system have set holds there.
        name: the setting, such as ``user.email``.
    """
    return answer(folder, "config", "--get", "--end-of-options", name) or ""


def folder_of(folder: Path) -> Path | None:
    """Return the folder in which git keeps what it knows of a working tree, or None where there is no repository, or no git."""
    told = answer(folder, "rev-parse", "--absolute-git-dir")
    return Path(told) if told else None


def is_ignored(folder: Path, file: str) -> bool:
    """Say whether git is told to pass over a file; it need not be there yet.

    Arguments:
        folder: a folder of the working tree.
        file: the file, relative to that folder.
    """
    return answer(folder, "check-ignore", "--quiet", "--", file) is not None


def repository_of(folder: Path) -> Repository:
    """Return the repository that a folder lies in.

    Raises:
        NoHistoryError: there is no git on this machine, or no repository.
    """
    told = answer(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    git_folder = folder_of(folder)
    if told is None or git_folder is None:
        raise NoHistoryError(_why_not(folder))
    is_shallow, _, prefix = told.partition("\n")
    is_partial = answer(folder, "config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$") is not None
    return Repository(folder, prefix, git_folder, is_shallow == "true", is_partial)


def commit_id(repository: Repository, revision: str) -> str:
    """Return the id of the commit that a revision names: a branch, a tag, ``HEAD~3``, an id.

    Raises:
        NoHistoryError: there is no such commit here.
    """
    told = answer(repository.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if told and not told.startswith("^"):  # as git answers where all but a commit is meant
        return told
    if answer(repository.folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        raise NoHistoryError("there is no commit yet in this repository, so there is no history to compare with")
    raise NoHistoryError(f"there is no commit {revision!r} in this repository{cut_off(repository)}")


def merge_base(repository: Repository, one: str, other: str) -> str:
    """Return the id of the last commit that two commits have in common.

    Raises:
        NoHistoryError: they have none in common, at least none that is here.
    """
    told = answer(repository.folder, "merge-base", one, other)
    if told:
        return told.split("\n")[0]
    raise NoHistoryError(f"{one[:12]} and {other[:12]} have no commit in common{cut_off(repository)}")


def cut_off(repository: Repository) -> str:
    """Return what to do where a clone does not have everything, as the end of a sentence; else nothing."""
    if repository.is_shallow:
        return "; this clone is shallow, `git fetch --unshallow` gets the rest"
    if repository.is_partial:
        return "; this clone is partial and nothing is fetched here, `git fetch --refetch --no-filter` gets the rest"
    return ""


def _why_not(folder: Path) -> str:
    said = complaint(folder, "rev-parse", "--git-dir")
    if said is None or answer(folder, "--version") is None:
        return "there is no git on this machine, so nothing is known of the history"
    if "safe.directory" in said:
        return (
            f"git does not look into {folder}, since it belongs to somebody else; "
            f"if that is as it should be, `git config --global --add safe.directory FOLDER` says so, with the top folder of the repository"
        )
    return f"{folder} lies in no git repository, so nothing is known of its history"
