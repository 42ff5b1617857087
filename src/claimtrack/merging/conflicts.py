"""Conflicts: what two sides made of one field, and the marks that git puts around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

from claimtrack.merging.deciding import Decision, Path


@attrs.frozen
class Conflict:
    """Whole lines about which a person has to decide.

    Attributes:
        path: what they are about.
        base: the lines of the common ancestor.
        ours: our lines.
        theirs: their lines.
    """

    path: Path
    base: str
    ours: str
    theirs: str


Woven: TypeAlias = "list[str | Conflict]"
"""A text with conflicts in it; each conflict begins a line, and so does what follows it."""


@attrs.frozen
class Marks:
    """What conflicts are marked with.

    Attributes:
        ours: what our side is called.
        base: what the common ancestor is called.
        theirs: what their side is called.
        size: how many signs a mark has.
        shows_base: whether the lines of the common ancestor are shown too (the styles ``diff3`` and ``zdiff3`` of git).
    """

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7
    shows_base: bool = False

    def around(self, conflict: Conflict) -> str:
        """Return the lines of a conflict between marks."""
        base = f"{self._mark('|', self.base)}{conflict.base}" if self.shows_base else ""
        return "".join((
            self._mark("<", self.ours), conflict.ours, base, self._mark("=", ""), conflict.theirs, self._mark(">", self.theirs),
        ))  # fmt: skip

    def _mark(self, sign: str, called: str) -> str:
        label = " ".join(called.split())
        return f"{sign * self.size}{' ' if label else ''}{label}\n"


def marked(woven: Woven, marks: Marks) -> str:
    """Return a text with its conflicts marked."""
    return "".join(part if isinstance(part, str) else marks.around(part) for part in woven)


def resolved(woven: Woven, preferred: Decision) -> str:
    """Return a text with every conflict decided for one side."""
    return "".join(part if isinstance(part, str) else part.ours if preferred is Decision.OURS else part.theirs for part in woven)


def conflicts_in(woven: Woven) -> Sequence[Conflict]:
    """Return the conflicts of a text, in their order."""
    return [part for part in woven if isinstance(part, Conflict)]


def places(paths: Iterable[Path]) -> list[str]:
    """Return paths as people read them.

    >>> places([("evidence", ("id", "tide-table"), "stance"), ("history", ("approved", "2026-03-05", "ben"))])
    ['evidence › tide-table › stance', 'history › approved, 2026-03-05, ben']
    """
    return [" › ".join(_step(one) for one in path) or "the whole file" for path in paths]


def _step(key: object) -> str:
    if isinstance(key, tuple):
        words = key[1:] if key[:1] == ("id",) else key
        return ", ".join(str(one) for one in words if isinstance(one, str) and one) or "an entry"
    return str(getattr(key, "text", key))
