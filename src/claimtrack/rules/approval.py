"""CT4xx, third part: approvals that are none."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.fingerprint import fingerprint, is_fingerprint
from claimtrack.freshness import stale_approval
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim, HistoryEntry
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come


@rule("CT414", "approved-by-author", Severity.ERROR)
def approved_by_author(project: Project) -> Iterator[Remark]:
    """A claim was approved by one of those who wrote it or decided its verdict.

    Reason: The approval says that a second person has read it. Nobody sees their own mistakes.
    Remedy: Have it approved by somebody else.
    Clause: efcsn-second-person

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
    for claim, approval, path in project.once(_approvals):
        decided_by = claim.verdict.decided_by if claim.verdict else ()
        if approval.by not in claim.authors and approval.by not in decided_by:
            continue
        wrote = say("‘{person}’ approved the claim and wrote it; expected somebody else", person=approval.by)
        decided = say("‘{person}’ approved the claim and decided its verdict; expected somebody else", person=approval.by)
        for field, people, message, did in (
            (("authors",), claim.authors, wrote, say("wrote it")),
            (("verdict", "decided_by"), decided_by, decided, say("decided its verdict")),
        ):
            if approval.by in people:
                file = project.file_of("claim", claim.id)
                place: RecordPath = (*field, people.index(approval.by))
                yield Remark(file, (*path, "by"), message, say("have it approved by somebody else"), related=((file, place, did),))


@rule("CT415", "approved-by-machine", Severity.ERROR)
def approved_by_machine(project: Project) -> Iterator[Remark]:
    """A machine has approved a claim.

    Reason: Somebody has to answer for what readers are told. A machine may write, and never approves, whatever the desk record allows it.
    Remedy: Have it read and approved by a person.
    Clause: efcsn-second-person

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
                    say("‘{person}’ is a machine and has approved the claim; expected a person who may review", person=entry.by),
                    say("have it read and approved by a person"),
                )


@rule("CT416", "approval-without-fingerprint", Severity.ERROR)
def approval_without_fingerprint(project: Project) -> Iterator[Remark]:
    """An approval does not say what it covers.

    Reason: Without the fingerprint of what was read, everything that is changed later counts as approved too. Other words in its place say
        just as little.
    Remedy: Read the claim as it is, and add the fingerprint that `claimtrack show` prints as `covers`.
    Clause: efcsn-second-person

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
    for claim, approval, path in project.once(_approvals):
        file = project.file_of("claim", claim.id)
        if approval.covers is None:
            message = say("the approval does not say what it covers; expected a fingerprint in `covers`")
            hint = say("read the claim as it is, then add `covers: {fingerprint}`", fingerprint=fingerprint(project, claim))
            yield Remark(file, path, message, hint)
        elif not is_fingerprint(approval.covers):
            message = say(
                "‘{found}’ is no fingerprint; expected one such as {fingerprint}",
                found=approval.covers,
                fingerprint=fingerprint(project, claim),
            )
            hint = say("read the claim as it is, then write the fingerprint that `claimtrack show` prints")
            yield Remark(file, (*path, "covers"), message, hint)


@rule("CT417", "approval-stale", Severity.ERROR)
def approval_stale(project: Project) -> Iterator[Remark]:
    """A claim was changed after it was approved.

    Reason: The approval covers what stood there then. What stands there now has been read by nobody but its author. Whatever readers are
        told counts: statement, headline, quote, evidence, verdict, gaps and reasons; not titles, archives or the days of access.
    Remedy: Have it read and approved again, with the new fingerprint; if it is published, add a correction that says what changed. A
        fingerprint without a version is from before there were versions, and is not compared.
    Clause: efcsn-second-person

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
    for claim, approval, path in project.once(_approvals):
        if stale_approval(project, claim) is None:
            continue
        today = fingerprint(project, claim)
        message = say(
            "the approval covers something else than what stands there now; found {found}, expected {today}",
            found=approval.covers,
            today=today,
        )
        hint = say("have it read and approved again, with `covers: {today}`", today=today)
        yield Remark(project.file_of("claim", claim.id), (*path, "covers"), message, hint)


@rule("CT418", "legal-reading-by-machine", Severity.ERROR)
def legal_reading_by_machine(project: Project) -> Iterator[Remark]:
    """A machine is said to have read a claim for the law.

    Reason: Where a living person is accused, somebody has to answer for what is said of them, in court if need be. A machine cannot.
    Remedy: Have it read by a person, and name that person.
    Clause: efcsn-privacy

    Bad:
        accuses: yes
        legal: {by: robot, on: 2026-02-13}  # here

    Good:
        accuses: yes
        legal: {by: omar, on: 2026-02-13}
    """
    for claim in project.claims.values():
        person = project.desk.people.get(claim.legal.by) if claim.legal else None
        if claim.legal is not None and person is not None and person.kind == "machine":
            yield Remark(
                project.file_of("claim", claim.id),
                ("legal", "by"),
                say("‘{person}’ is a machine and is said to have read the claim for the law; expected a person", person=claim.legal.by),
                say("have it read by a person, and name that person"),
            )


@rule("CT419", "approved-before-it-was-ready", Severity.ERROR)
def approved_before_it_was_ready(project: Project) -> Iterator[Remark]:
    """An approval is older than the verdict, or than the legal reading, that it covers.

    Reason: Nobody can have read and approved a verdict that was decided later; one of the days is wrong, or what was approved was another
        verdict. Where a living person is accused, the second person has to know what the legal reading said.
    Remedy: Have it read and approved again, or correct the day that is wrong.
    Clause: efcsn-second-person

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-11, by: ines}
          - {to: approved, on: 2026-02-12, by: omar, covers: 5e1f00d2}  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-13, by: omar, covers: 5e1f00d2}
    """
    for claim, approval, path in project.once(_approvals):
        decided = claim.verdict.decided_on if claim.verdict else None
        read = claim.legal.on if claim.legal else None
        late = [day for day in (decided, read) if day is not None and day > approval.on and not has_not_come(project, day)]
        if not late:
            continue
        status = project.status_of(claim)
        if status is None or not status.approves or stale_approval(project, claim) is not None:
            continue  # under correction nothing is approved yet; and what is stale has to be approved again anyway
        file = project.file_of("claim", claim.id)
        hint = say("have it read and approved again, or correct the day that is wrong")
        if decided in late:
            message = say("the approval of {day} is older than the verdict; expected {decided} or later", day=approval.on, decided=decided)
            related = ((file, ("verdict", "decided_on"), say("decided on this day")),)
            yield Remark(file, (*path, "on"), message, hint, related=related)
        if read in late:
            message = say("the approval of {day} is older than the legal reading; expected {read} or later", day=approval.on, read=read)
            yield Remark(file, (*path, "on"), message, hint, related=((file, ("legal", "on"), say("read for the law on this day")),))


def _approvals(project: Project) -> tuple[tuple[Claim, HistoryEntry, RecordPath], ...]:
    """Return every claim that rests on an approval, with that and its path; rules ask ``project.once(_approvals)``."""
    approvals = ((claim, approval_of(project, claim)) for claim in project.claims.values())
    return tuple(
        (claim, approval, ("history", next(place for place, entry in enumerate(claim.history) if entry is approval)))
        for claim, approval in approvals
        if approval is not None
    )


RULES = (
    approved_by_author,
    approved_by_machine,
    approval_without_fingerprint,
    approval_stale,
    legal_reading_by_machine,
    approved_before_it_was_ready,
)
"""The rules of this part of the family, in the order of their codes."""
