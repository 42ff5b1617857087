"""CT8xx, seventh part: what the desk's own rules want readers to be told of how a check was made."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.rules.rule import rule


@rule("CT845", "machine-not-disclosed", Severity.WARNING)
def machine_not_disclosed(project: Project) -> Iterator[Remark]:
    """A machine wrote on a claim that already says something, and the record does not say what the machine did.

    Reason: Readers, and whoever approves the claim, have to know which of it was written by a machine. Claims without a verdict and without
        `so_far` are left alone: there is nothing yet that anybody could take for the work of people.
    Remedy: Write under `disclosure.ai_use` what the machine did, and what people have done since.

    Bad:
        authors: [ines, robot]  # here

    Good:
        authors: [ines, robot]
        disclosure: {ai_use: {en: A language model wrote the first draft., de: Ein Sprachmodell hat den ersten Entwurf geschrieben.}}
    """
    machines = {one for one, person in project.desk.people.items() if person.kind == "machine"}
    if not machines:
        return
    for claim in project.claims.values():
        if claim.disclosure.ai_use is not None or (claim.verdict is None and claim.so_far is None):
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
