"""What a rule is: a pure function over a project, and the kind of finding that its docstring describes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from claimtrack.findings import Kind, Remark, Severity
from claimtrack.project import Project

Check = Callable[[Project], Iterator[Remark]]


@attrs.frozen
class Rule:
    """A kind of finding together with the function that looks for it."""

    kind: Kind
    check: Check


def rule(code: str, name: str, severity: Severity, standard: str = "core") -> Callable[[Check], Rule]:
    """Make a rule out of a function; its docstring, in the form of :class:`~claimtrack.findings.Kind`, explains it.

    Arguments:
        code: ``CT`` and three digits, never reused.
        name: the same in words, in kebab-case.
        severity: how much a finding matters.
        standard: the standard that a desk has to adopt before this is looked for; ``core`` always runs.
    """
    return lambda check: Rule(Kind(code, name, severity, check.__doc__ or "", standard), check)
