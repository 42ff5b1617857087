"""What is asked of the system while something runs: counted, and at a place of somebody's choice failed, interrupted or ended."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

FILES = (
    "open", "read", "write", "fsync", "close", "stat", "lstat", "fstat", "listdir", "scandir", "mkdir", "rmdir", "link", "unlink", "remove",
    "rename", "replace", "chmod", "fchmod", "chown", "fchown", "listxattr", "getxattr", "setxattr", "removexattr", "lseek", "ftruncate",
)  # fmt: skip
CHANGING = {"write", "fsync", "mkdir", "rmdir", "link", "unlink", "remove", "rename", "replace", "chmod", "fchmod", "setxattr"}
"""What a filesystem refuses that has become read-only, beside opening a file to write."""
REALLY = {name: getattr(os, name) for name in FILES if hasattr(os, name)}
"""The calls themselves, for whoever does something in between that is not counted."""


@dataclass
class Call:
    """One call: its name, what it was given, and how to have it done."""

    name: str
    given: tuple[Any, ...]
    done: Callable[[], Any]

    @property
    def changes(self) -> bool:
        return self.name in CHANGING or (self.name == "open" and bool(self.given[1] & (os.O_WRONLY | os.O_RDWR)))

    def fail(self, code: int) -> NoReturn:
        """Fail as the system would: a write has written half; a file that fails to be closed is closed."""
        if self.name == "write":
            self.half()
        if self.name == "close":
            self.done()
        raise OSError(code, os.strerror(code))

    def half(self) -> None:
        """Write half of what was to be written."""
        os.pwrite(self.given[0], bytes(self.given[1][: len(self.given[1]) // 2]), 0)


@dataclass
class Watched:
    """The calls so far."""

    calls: list[Call] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.calls]


Instead = Callable[[int, Call], Any]


@contextlib.contextmanager
def watched(instead: Instead = lambda _number, call: call.done()) -> Iterator[Watched]:
    """Have every call on files go through *instead*, which gets its number, from 1, and the call."""
    seen = Watched()
    before = {name: getattr(os, name) for name in REALLY}
    for name, really in before.items():
        setattr(os, name, _through(name, really, seen, instead))
    try:
        yield seen
    finally:
        for name, really in before.items():
            setattr(os, name, really)


def _through(name: str, really: Callable[..., Any], seen: Watched, instead: Instead) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (whatever the system is asked for)
        one = Call(name, given, lambda: really(*given, **named))
        seen.calls.append(one)
        return instead(len(seen.calls), one)

    return call


def failing(number: int, code: int, *, ever_after: bool = False, then: Instead = lambda _number, call: call.done()) -> Instead:
    """Fail the call of a number; *ever_after*, as on a full disk, all later ones that change something; *then* do something else."""

    def instead(at: int, call: Call) -> Any:  # noqa: ANN401  (whatever the call returns)
        if at != number and not (ever_after and at > number and call.changes):
            return then(at, call) if at > number else call.done()
        return call.fail(code)

    return instead


def raising(number: int, error: BaseException) -> Instead:
    """Interrupt at the call of a number."""

    def instead(at: int, call: Call) -> Any:  # noqa: ANN401  (whatever the call returns)
        if at == number:
            raise error
        return call.done()

    return instead


def ending(number: int, status: int) -> Instead:
    """End the process before the call of a number, on the spot; of a write, half is done."""

    def instead(at: int, call: Call) -> Any:  # noqa: ANN401  (whatever the call returns)
        if at == number:
            if call.name == "write":
                call.half()
            os._exit(status)
        return call.done()

    return instead


ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EINTR)
