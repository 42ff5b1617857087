"""Settings that a repository has of its own, read and written; those of the user and of the system are only ever read."""

from __future__ import annotations

from pathlib import Path

from claimtrack.errors import CannotWriteError
from claimtrack.git.asking import answer


def own_setting(folder: Path, name: str) -> str | None:
    """Return a setting that the repository of a folder has itself, or None where it has none.

    Arguments:
        folder: the folder.
        name: the setting, such as ``merge.claimtrack.driver``.
    """
    return answer(folder, "config", "--local", "--get", "--end-of-options", name)


def set_own_setting(folder: Path, name: str, value: str | None) -> bool:
    """Give the repository of a folder a setting, or take it away, and return whether that changes anything.

    Arguments:
        folder: the folder.
        name: the setting.
        value: what it is to be; None takes it away.

    Raises:
        CannotWriteError: git does not do it, say since its file of settings is read-only.
    """
    if own_setting(folder, name) == value:
        return False
    asked = ("--unset-all", "--end-of-options", name) if value is None else ("--replace-all", "--end-of-options", name, value)
    if answer(folder, "config", "--local", *asked) is None:
        raise CannotWriteError(f"git cannot write the setting {name} of the repository that {folder} lies in")
    return True
