"""CT4xx, second part: what a status demands, who may move a claim, and approvals that are none."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.fingerprint import fingerprint, is_fingerprint
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.publication import approval_of, permissions_for
from claimtrack.records.claim import Claim, HistoryEntry
from claimtrack.records.workflow import DEMANDS
from claimtrack.rules.demands import missing, shortfall
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions


@rule("CT411", "status-demands-more", Severity.ERROR)
def status_demands_more(project: Project) -> Iterator[Remark]:
    """A claim is in a status that demands something it does not have.

    Reason: A status is a promise to whoever reads it: what is in review can be reviewed, what is approved is complete. Each missing thing
        is told by itself. What the next status would demand is shown by `claimtrack show`.
    Remedy: Add what is missing, write the reason for the exception where there may be one, or set the status back.

    Bad:
        status: in-review  # here
        aspect: ~

    Good:
        status: in-review
        aspect: fact
    """
    for claim in project.claims.values():
        if project.lacks_its_article(claim):
            continue  # what it says for all of its claims may be what is missing
        status = project.status_of(claim)
        for demand in missing(project, claim, status) if status else ():
            found = shortfall(project, claim, demand)
            yield Remark(
                project.file_of("claim", claim.id),
                ("status",),
                f"the status ‘{claim.status}’ demands {DEMANDS[demand]}" + (f"; {found}" if found else ""),
                "add what is missing, or set the status back",
            )


@rule("CT412", "unknown-person", Severity.ERROR)
def unknown_person(project: Project) -> Iterator[Remark]:
    """Somebody is named as having worked on a claim who is not among the people of the desk.

    Reason: Readers are told who wrote and who reviewed; whether somebody may approve can be seen only of people that the desk knows.
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
                    f"there is no ‘{person}’ among the people of the desk",
                    people.hint(person, "add the person to `people` in the desk record"),
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
                has = f"may {', '.join(person.may)}" if person.may else "may do nothing"
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("history", place, "by"),
                    f"‘{entry.by}’ {has}; moving a claim to ‘{entry.to}’ takes {' and '.join(lacking)}",
                    f"have it moved by somebody who may {' and '.join(lacking)}",
                )


@rule("CT414", "approved-by-author", Severity.ERROR)
def approved_by_author(project: Project) -> Iterator[Remark]:
    """A claim was approved by one of those who wrote it or decided its verdict.

    Reason: The approval says that a second person has read it. Nobody sees their own mistakes.
    Remedy: Have it approved by somebody else.

    Bad:
        authors: [ines, omar]
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}  # here

    Good:
        authors: [ines]
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim, approval, path in _approvals(project):
        decided_by = claim.verdict.decided_by if claim.verdict else ()
        for field, people, did in (
            (("authors",), claim.authors, "wrote it"),
            (("verdict", "decided_by"), decided_by, "decided its verdict"),
        ):
            if approval.by in people:
                file = project.file_of("claim", claim.id)
                message = f"‘{approval.by}’ approved the claim and {did}; expected somebody else"
                place: RecordPath = (*field, people.index(approval.by))
                yield Remark(file, (*path, "by"), message, "have it approved by somebody else", related=((file, place, did),))


@rule("CT415", "approved-by-machine", Severity.ERROR)
def approved_by_machine(project: Project) -> Iterator[Remark]:
    """A machine has approved a claim.

    Reason: Somebody has to answer for what readers are told. A machine may write, and never approves, whatever the desk record allows it.
    Remedy: Have it read and approved by a person.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: robot, covers: 5e1f00d2}  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim in project.claims.values():
        for place, entry in enumerate(claim.history):
            status = project.status(entry.to)
            person = project.desk.people.get(entry.by)
            if status is not None and status.approves and person is not None and person.kind == "machine":
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("history", place, "by"),
                    f"‘{entry.by}’ is a machine and has approved the claim; expected a person who may review",
                    "have it read and approved by a person",
                )


@rule("CT416", "approval-without-fingerprint", Severity.ERROR)
def approval_without_fingerprint(project: Project) -> Iterator[Remark]:
    """An approval does not say what it covers.

    Reason: Without the fingerprint of what was read, everything that is changed later counts as approved too. Other words in its place say
        just as little.
    Remedy: Read the claim as it is, and add the fingerprint that `claimtrack show` prints as `covers`.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar}  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim, approval, path in _approvals(project):
        file = project.file_of("claim", claim.id)
        if approval.covers is None:
            message = "the approval does not say what it covers; expected a fingerprint in `covers`"
            yield Remark(file, path, message, f"read the claim as it is, then add `covers: {fingerprint(project, claim)}`")
        elif not is_fingerprint(approval.covers):
            message = f"‘{approval.covers}’ is no fingerprint; expected one such as {fingerprint(project, claim)}"
            yield Remark(
                file, (*path, "covers"), message, "read the claim as it is, then write the fingerprint that `claimtrack show` prints"
            )


@rule("CT417", "approval-stale", Severity.ERROR)
def approval_stale(project: Project) -> Iterator[Remark]:
    """A claim was changed after it was approved.

    Reason: The approval covers what stood there then. What stands there now has been read by nobody but its author. Whatever readers are
        told counts: statement, headline, quote, evidence, verdict, gaps and reasons; not titles, archives or the days of access.
    Remedy: Have it read and approved again, with the new fingerprint; if it is published, add a correction that says what changed. A
        fingerprint without a version is from before there were versions, and is not compared.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: "v1:0000000000000000"}  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim, approval, path in _approvals(project):
        status = project.status_of(claim)
        covers = approval.covers or ""
        if status is None or not status.approves or not is_fingerprint(covers) or ":" not in covers:
            continue
        if project.lacks_its_article(claim) or any(project.source_of(evidence) is None for evidence in claim.evidence):
            continue  # what is covered as well cannot be read, which is told elsewhere
        if claim.verdict is not None and project.scale_of(claim) is None:
            continue  # so is the scale
        today = fingerprint(project, claim)
        if covers != today:
            yield Remark(
                project.file_of("claim", claim.id),
                (*path, "covers"),
                f"the approval covers something else than what stands there now; found {covers}, expected {today}",
                f"have it read and approved again, with `covers: {today}`",
            )


def _approvals(project: Project) -> Iterator[tuple[Claim, HistoryEntry, RecordPath]]:
    """Yield every claim that rests on an approval, with that and its path."""
    for claim in project.claims.values():
        approval = approval_of(project, claim)
        if approval is not None:
            yield claim, approval, ("history", next(place for place, entry in enumerate(claim.history) if entry is approval))


def _people(claim: Claim) -> Iterator[tuple[RecordPath, str]]:
    """Yield everybody who is named as having worked on a claim; searches have a rule of their own."""
    yield from ((("authors", place), one) for place, one in enumerate(claim.authors))
    if claim.verdict is not None:
        yield from ((("verdict", "decided_by", place), one) for place, one in enumerate(claim.verdict.decided_by))
    if claim.legal is not None:
        yield ("legal", "by"), claim.legal.by
    yield from ((("history", place, "by"), entry.by) for place, entry in enumerate(claim.history))


RULES = (
    status_demands_more,
    unknown_person,
    mover_without_permission,
    approved_by_author,
    approved_by_machine,
    approval_without_fingerprint,
    approval_stale,
)
"""The rules of this part of the family, in the order of their codes."""
