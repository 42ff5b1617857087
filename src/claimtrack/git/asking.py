"""Starting git and reading its answers: never another program, and nothing that a repository could make it start."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

_HARMLESS = (
    "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "log.showSignature=false",
)  # fmt: skip
"""What keeps a repository from having us start programs of its own, or go to a network."""

_PIECE = 1 << 16

_LONGEST_WAIT = 30
"""In seconds, for questions whose answer takes milliseconds."""


def answer(folder: Path, *arguments: str) -> str | None:
    """Ask git, and return its answer without the last line break, or None where it has none."""
    try:
        done = subprocess.run(  # noqa: S603  (the same)
            _command(folder, arguments), capture_output=True, stdin=subprocess.DEVNULL, timeout=_LONGEST_WAIT, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n") if done.returncode == 0 else None


def running(folder: Path, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start git on something whose answer may be long; the caller reads it, and sees in ``returncode`` whether it is whole."""
    return subprocess.Popen(  # noqa: S603  (no shell; which git there is, the user decides)
        _command(folder, arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    return ["git", "-C", str(folder), *_HARMLESS, *arguments]


def parts(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield what stands between zero bytes."""
    begun = b""
    while piece := stream.read(_PIECE):
        *whole, begun = (begun + piece).split(b"\0")
        yield from whole
