"""Starting git and reading its answers: never another program, and nothing that a repository could make it start."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from claimtrack.errors import NoHistoryError

_HARMLESS = (
    "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "log.showSignature=false",
    "-c", "log.follow=false",
)  # fmt: skip
"""What keeps a repository from having us start programs of its own, or go to a network, and from changing how git answers."""

_OF_ANOTHER_CALL = frozenset({
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_IMPLICIT_WORK_TREE", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_QUARANTINE_PATH", "GIT_FLUSH", "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
})  # fmt: skip
"""Variables by which git tells a hook which repository it works on; the one that we ask about is that of the folder."""

_OURS = {
    "GIT_ALLOW_PROTOCOL": "none",  # over whatever a repository allows for a single protocol, such as one that is a program
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}
"""Variables that keep git from fetching what a partial clone lacks, from asking anybody, and from complaining in another language."""

_PIECE = 1 << 16

_LONGEST_WAIT = 30
"""In seconds, for questions whose answer takes milliseconds."""


def answer(folder: Path, *arguments: str) -> str | None:
    """Ask git, and return its answer without the last line break, or None where it has none."""
    done = _asked(folder, arguments)
    if done is None or done.returncode:
        return None
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def raw_answer(folder: Path, *arguments: str) -> tuple[int, bytes] | None:
    """Ask git, and return how it ended and everything that it said, or None where there is no git."""
    done = _asked(folder, arguments)
    return None if done is None else (done.returncode, done.stdout)


def complaint(folder: Path, *arguments: str) -> str | None:
    """Ask git, and return what it complains about, or None where there is no git."""
    done = _asked(folder, arguments)
    return None if done is None else done.stderr.decode("utf-8", "replace")


@contextlib.contextmanager
def running(folder: Path, arguments: Sequence[str], trouble: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Start git on something whose answer may be long, and give what is written to it and what is read from it.

    Arguments:
        folder: where.
        arguments: what is asked.
        trouble: what to say where git ends badly. That it was not read to its end is nothing bad.

    Raises:
        NoHistoryError: git ended badly, or cannot be started.
    """
    try:
        process = subprocess.Popen(  # noqa: S603  (no shell; which git there is, the user decides)
            _command(folder, arguments), env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except (OSError, ValueError) as error:
        raise NoHistoryError(f"git cannot be started: {error}") from error
    if process.stdin is None or process.stdout is None:
        raise AssertionError("pipes were asked for")
    try:
        yield process.stdin, process.stdout
    except BrokenPipeError as error:  # it went away while it was asked
        raise NoHistoryError(trouble) from error
    else:
        if _ended(process):
            raise NoHistoryError(trouble)
    finally:
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                stream.close()
        process.wait()


def _ended(process: subprocess.Popen[bytes]) -> int:
    """Wait until git has ended by itself, and return its exit code; whatever it still has to say is read and forgotten."""
    if process.stdin is None or process.stdout is None:
        raise AssertionError("pipes were asked for")
    with contextlib.suppress(OSError):
        process.stdin.close()
    while process.stdout.read(_PIECE):
        pass
    return process.wait()


def parts(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield what stands between zero bytes."""
    begun = b""
    while piece := stream.read(_PIECE):
        *whole, begun = (begun + piece).split(b"\0")
        yield from whole


def _asked(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes] | None:
    """Ask git something short; None where it cannot be started, or does not come back."""
    try:
        return subprocess.run(  # noqa: S603  (the same)
            _command(folder, arguments),
            env=_environment(),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_LONGEST_WAIT,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    # Whether a file is passed over is asked by its name and never by a pattern, and git refuses to be told so once more.
    harmless = [one for one in _HARMLESS if arguments[0] != "check-ignore" or one != "--literal-pathspecs"]
    return ["git", "-C", str(folder), *harmless, *arguments]


def _environment() -> dict[str, str]:
    """Return the environment that git is started in: the caller's, without what another call of git has left there for its own use."""
    return {**{name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_CALL}, **_OURS}
