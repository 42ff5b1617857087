"""git, asked without knowing what for: the one room that starts a program, always this one, and never one that a repository names."""

from __future__ import annotations

import subprocess
from pathlib import Path

_HARMLESS = ("-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "--no-optional-locks")
"""What keeps a repository from having us start programs of its own."""

_LONGEST_WAIT = 30
"""In seconds; what we ask git takes milliseconds."""


def setting(folder: Path, name: str) -> str:
    """Return a setting of git as it holds in a folder, or an empty text where there is none, or no git.

    Arguments:
        folder: the folder; what its repository, the user and the system have set holds there.
        name: the setting, such as ``user.email``.
    """
    return _answer(folder, "config", "--get", name)


def folder_of(folder: Path) -> Path | None:
    """Return the folder in which git keeps what it knows of a working tree, or None where there is no repository, or no git."""
    answer = _answer(folder, "rev-parse", "--absolute-git-dir")
    return Path(answer) if answer else None


def _answer(folder: Path, *arguments: str) -> str:
    """Ask git, and take any failure for having no answer."""
    try:
        done = subprocess.run(  # noqa: S603  (no shell, and nothing of a record is among the arguments)
            ["git", "-C", str(folder), *_HARMLESS, *arguments],  # noqa: S607  (which git there is, the user decides)
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_LONGEST_WAIT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""
