"""CT2xx, seventh part: gaps that say what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Gap
from claimtrack.rules.rule import part_rule


@part_rule("CT242", "unclear-gap", Severity.ERROR, Gap)
def unclear_gap(_: Project, file: str, path: RecordPath, gap: Gap) -> Iterator[Remark]:
    """A gap does not say what is missing, or says it twice.

    Reason: Readers are told that something is missing and not what, and nobody can look for it. What the article declares as wanted has its
        words there; other words here may mean something else.
    Remedy: Write the id of something wanted under `wanted`, or describe it under `what`.
    Clause: efcsn-replicable

    Bad:
        gaps:
          - would_change: How exactly she put it.  # here
            decisive: yes

    Good:
        gaps:
          - what: The minutes of the council of 2 February 2026
            would_change: How exactly she put it.
            decisive: yes
    """
    if gap.wanted is None and gap.what is None:
        message = say("the gap does not say what is missing; expected `wanted` or `what`")
        yield Remark(file, path, message, say("add `what`, or `wanted` with the id of something that the article declares"))
    elif gap.wanted is not None and gap.what is not None:
        message = say("the gap says twice what is missing, under `wanted` and under `what`; expected one of them")
        yield Remark(file, (*path, "what"), message, say("keep the one that holds"), key=True)


RULES = (unclear_gap,)
"""The rules of this part of the family, in the order of their codes."""
