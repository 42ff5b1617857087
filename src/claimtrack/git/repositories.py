"""Repositories: where one is, and which commit a name means."""

from __future__ import annotations

from pathlib import Path

import attrs

from claimtrack.errors import NoHistoryError
from claimtrack.git.asking import answer


@attrs.frozen
class Repository:
    """A repository and the folder in it that we are interested in.

    Attributes:
        folder: the folder, such as the root of a desk.
        prefix: where it lies below the top of the repository, with ``/`` behind it; empty where it is the top.
        git_folder: where git keeps what it knows of this working tree.
        is_shallow: whether the history is cut off.
    """

    folder: Path
    prefix: str
    git_folder: Path
    is_shallow: bool = False


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
    told = answer(folder, "rev-parse", "--absolute-git-dir", "--is-shallow-repository", "--show-prefix")
    if told is None:
        raise NoHistoryError(_why_not(folder))
    git_folder, is_shallow, *prefix = told.split("\n")
    return Repository(folder, prefix[0] if prefix else "", Path(git_folder), is_shallow == "true")


def commit_id(repository: Repository, revision: str) -> str:
    """Return the id of the commit that a revision names: a branch, a tag, ``HEAD~3``, an id.

    Raises:
        NoHistoryError: there is no such commit here.
    """
    told = answer(repository.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if told:
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
    """Return what to do where the history is cut off, as the end of a sentence; else nothing."""
    return "; this clone is shallow, `git fetch --unshallow` gets the rest" if repository.is_shallow else ""


def _why_not(folder: Path) -> str:
    if answer(folder, "--version") is None:
        return "there is no git on this machine, so nothing is known of the history"
    return f"{folder} lies in no git repository, so nothing is known of its history"
