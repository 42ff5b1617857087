"""CT1xx, first part, continued: where a claim appeared first."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.rules.rule import rule


@rule("CT129", "several-first-appearances", Severity.WARNING)
def several_first_appearances(project: Project) -> Iterator[Remark]:
    """Two appearances of a claim are both said to be the first.

    Reason: Only one can be. Readers and other programs are told the one that stands first in the list, by chance.
    Remedy: Leave `first: yes` with the earlier one, and take it away from the other.

    Bad:
        appearances:
          - {url: "https://holm.example/speech", published: 2026-02-02, first: yes}
          - {url: "https://council.example/minutes", published: 2026-02-02, first: yes}  # here

    Good:
        appearances:
          - {url: "https://holm.example/speech", published: 2026-02-02, first: yes}
          - {url: "https://council.example/minutes", published: 2026-02-02}
    """
    for claim in project.claims.values():
        if len(claim.appearances) > 1:
            first, *others = [place for place, one in enumerate(claim.appearances) if one.first] or [0]
            file = project.file_of("claim", claim.id)
            for place in others:
                yield Remark(
                    file,
                    ("appearances", place, "first"),
                    say("another appearance is said to be the first already; expected one"),
                    say("leave `first: yes` with the earlier one"),
                    related=((file, ("appearances", first, "first"), say("said of this one before")),),
                )


RULES = (several_first_appearances,)
"""The rules of this part of the family, in the order of their codes."""
