"""Formats of other packages, held at arm's length: whatever fails in them is told in a sentence that names the package."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import attrs

from claimtrack.errors import ClaimtrackError, ForeignFaultError
from claimtrack.exchange.outgoing import Loss, Outgoing, Parts

_END = object()


@attrs.frozen
class Origin:
    """Where a format comes from.

    Attributes:
        form: what the format is called.
        package: the package that brings it, with its version.
    """

    form: str
    package: str

    def fault(self, what: str) -> ForeignFaultError:
        """Return the error that says that the package is at fault."""
        return ForeignFaultError(self.package, f"the format {self.form!r} comes from the package {self.package}, which {what}")

    @contextlib.contextmanager
    def blamed(self) -> Iterator[None]:
        """Tell whatever goes wrong within as a fault of the package, but what it says to the caller by an error of claimtrack."""
        try:
            yield
        except ClaimtrackError:
            raise
        except (Exception, SystemExit) as wrong:
            words = " ".join(str(wrong).split())
            raise self.fault(f"fails: {type(wrong).__name__}{f': {words}' if words else ''}; update it or uninstall it") from wrong


def guarded(export: Callable[[Outgoing], Parts], origin: Origin) -> Callable[[Outgoing], Parts]:
    """Return the function of another package that writes a format, so that it fails in plain words and gives nothing but parts."""

    def guarded_export(outgoing: Outgoing) -> Parts:
        with origin.blamed():
            parts = iter(export(outgoing))
        while True:
            with origin.blamed():
                part = next(parts, _END)
                if isinstance(part, str):
                    part.encode("utf-8")  # half a character cannot be written, and fails here rather than with whoever writes
            if part is _END:
                return
            if not isinstance(part, str | Loss):
                raise origin.fault(f"gives {type(part).__name__} where a text or a loss is expected; update it or uninstall it")
            yield part

    return guarded_export
