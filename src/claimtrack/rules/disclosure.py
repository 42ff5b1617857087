"""CT8xx, seventh part: what the desk's own rules want readers to be told of how a check was made."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.rules.rule import rule


@rule("CT845", "machine-not-disclosed", Severity.WARNING)
def machine_not_disclosed(project: Project) -> Iterator[Remark]:
    """A machine wrote on a claim that is approved, and the record does not say what the machine did.

    Reason: Readers have to know which of it was written by a machine. Whoever approves the claim vouches for that too.
    Remedy: Write under `disclosure.ai_use` what the machine did, and what people have done since.

    Bad:
        status: approved
        authors: [ines, robot]  # here
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}

    Good:
        status: approved
        authors: [ines, robot]
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        disclosure: {ai_use: {en: A language model wrote the first draft., de: Ein Sprachmodell hat den ersten Entwurf geschrieben.}}
    """
    machines = {one for one, person in project.desk.people.items() if person.kind == "machine"}
    if not machines:
        return
    for claim in project.claims.values():
        status = project.status_of(claim)
        if claim.disclosure.ai_use is not None or status is None or not (status.approves or claim.published is not None):
            continue
        for place, author in enumerate(claim.authors):
            if author in machines:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("authors", place),
                    say("‘{author}’ is a machine, and what it did is not said; expected `disclosure.ai_use`", author=author),
                    say("write under `disclosure.ai_use` what the machine did"),
                )


RULES = (machine_not_disclosed,)
"""The rules of this part of the family, in the order of their codes."""
