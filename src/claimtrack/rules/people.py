"""CT4xx, second part: who is named in a claim, and what they may do."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import all_of, say
from claimtrack.project import Project
from claimtrack.publication import permissions_for
from claimtrack.records.claim import Claim
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions


@rule("CT412", "unknown-person", Severity.ERROR)
def unknown_person(project: Project) -> Iterator[Remark]:
    """Somebody is named in a claim, as having worked on it or as going to, who is not among the people of the desk.

    Reason: Readers are told who wrote and who reviewed; whether somebody may approve can be seen only of people that the desk knows. What
        is assigned to nobody is done by nobody.
    Remedy: Write the id under which the desk record has the person, or add the person to `people` there.

    Bad:
        authors: [innes]  # here

    Good:
        authors: [ines]
    """
    people = Suggestions(project.desk.people)
    for claim in project.claims.values():
        for path, person in _people(claim):
            if person not in project.desk.people:
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    say("there is no ‘{person}’ among the people of the desk", person=person),
                    people.hint(person, say("add the person to `people` in the desk record")),
                )


@rule("CT413", "mover-without-permission", Severity.ERROR)
def mover_without_permission(project: Project) -> Iterator[Remark]:
    """A claim was moved by somebody who may not do that.

    Reason: The desk record says who may review and who may publish. If anybody can approve, a second person has not been needed.
    Remedy: Have it done by somebody who may, or give the person the permission in the desk record, if they have it.

    Bad:
        status: needs-work
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: needs-work, on: 2026-02-14, by: ines}  # here

    Good:
        status: needs-work
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: needs-work, on: 2026-02-14, by: omar}
    """
    for claim in project.claims.values():
        for place, entry in enumerate(claim.history):
            status = project.status(entry.to)
            person = project.desk.people.get(entry.by)
            if status is None or person is None or (status.approves and person.kind == "machine"):  # the machine is told of by itself
                continue
            lacking = [permission for permission in permissions_for(status) if permission not in person.may]
            if lacking:
                takes, does = all_of(f"`{one}`" for one in lacking), all_of(f"`{one}`" for one in person.may) if person.may else None
                if does is not None:
                    message = say(
                        "only people who may {takes} can move a claim to ‘{status}’; ‘{person}’ may only {does}",
                        takes=takes,
                        status=entry.to,
                        person=entry.by,
                        does=does,
                    )
                else:
                    message = say(
                        "only people who may {takes} can move a claim to ‘{status}’; ‘{person}’ may do nothing",
                        takes=takes,
                        status=entry.to,
                        person=entry.by,
                    )
                hint = say("have it moved by somebody who may {takes}", takes=takes)
                yield Remark(project.file_of("claim", claim.id), ("history", place, "by"), message, hint)


def _people(claim: Claim) -> Iterator[tuple[RecordPath, str]]:
    """Yield everybody of the desk who is named in a claim; searches have a rule of their own."""
    yield from ((("authors", place), one) for place, one in enumerate(claim.authors))
    if claim.verdict is not None:
        yield from ((("verdict", "decided_by", place), one) for place, one in enumerate(claim.verdict.decided_by))
    if claim.legal is not None:
        yield ("legal", "by"), claim.legal.by
    yield from ((("history", place, "by"), entry.by) for place, entry in enumerate(claim.history))
    if claim.assigned is not None:
        yield ("assigned", "to"), claim.assigned.to


RULES = (unknown_person, mover_without_permission)
"""The rules of this part of the family, in the order of their codes."""
