"""What a rule is: a pure function over a project, a part of a record, or what changed since, and the kind that its docstring describes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from claimtrack.findings import Kind, Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project

if TYPE_CHECKING:  # whoever checks without a history has no need of git
    from claimtrack.history.comparison import Comparison

Check = Callable[[Project], Iterator[Remark]]
CheckPart = Callable[[Project, str, RecordPath, Any], Iterable[Remark]]
CheckHistory = Callable[["Comparison"], Iterator[Remark]]


@attrs.frozen
class Rule:
    """A kind of finding together with the function that looks for it."""

    kind: Kind
    check: Check


@attrs.frozen
class PartRule:
    """A kind of finding together with the function that looks at one part of a record after the other.

    Rules that ask the same of every text or every source, wherever it stands, are of this form: the records are then walked once for all
    of them.

    Attributes:
        kind: the kind of finding.
        of: the types of the parts: classes of ``records``, ``str`` or
            :class:`~claimtrack.records.parts.BeyondLatin`; see :func:`~claimtrack.records.parts.parts_of`.
        check: gets the project, the file, the path of the part in it, and the part.
    """

    kind: Kind
    of: tuple[type, ...]
    check: CheckPart


@attrs.frozen
class HistoryRule:
    """A kind of finding together with the function that looks for it in what changed since a revision.

    It is looked for only where somebody gives something to compare with. In its examples, ``--- before:`` stands in front of what is
    different at the revision, and ``--- after:`` in front of what was changed since then; what stands above both was there all the time.
    ``--- after, by Omar <omar@desk.example>:`` says whose commit changed it.
    """

    kind: Kind
    check: CheckHistory


AnyRule = Rule | PartRule | HistoryRule
"""A rule of any form."""


def rule(code: str, name: str, severity: Severity, standard: str = "core") -> Callable[[Check], Rule]:
    """Make a rule out of a function over a project; its docstring, in the form of :class:`~claimtrack.findings.Kind`, explains it.

    Arguments:
        code: ``CT`` and three digits, never reused.
        name: the same in words, in kebab-case.
        severity: how much a finding matters.
        standard: the standard that a desk has to adopt before this is looked for; ``core`` always runs.
    """
    return lambda check: Rule(Kind(code, name, severity, check.__doc__ or "", standard), check)


def part_rule(code: str, name: str, severity: Severity, *of: type, standard: str = "core") -> Callable[[CheckPart], PartRule]:
    """Make a rule out of a function over one part of a record; the arguments are those of :func:`rule`, and the types of the parts."""
    return lambda check: PartRule(Kind(code, name, severity, check.__doc__ or "", standard), of, check)


def history_rule(code: str, name: str, severity: Severity) -> Callable[[CheckHistory], HistoryRule]:
    """Make a rule out of a function over a comparison; the arguments are those of :func:`rule`."""
    return lambda check: HistoryRule(Kind(code, name, severity, check.__doc__ or ""), check)
