"""CT6xx, first part: what is published, and what only seems to be."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.publication import approval_of, is_correcting
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come


@rule("CT601", "published-without-approval", Severity.ERROR)
def published_without_approval(project: Project) -> Iterator[Remark]:
    """A claim has a day of publication and is not approved.

    Reason: A date publishes nothing: readers do not see a claim that nobody has approved. Whoever wrote the date believes that they do.
    Remedy: Have the claim approved, or take `published` away.
    Clause: efcsn-second-person

    Bad:
        published: 2026-02-20  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    if project.workflow is None or not project.workflow.approves:
        return  # told at the desk: no claim can be approved
    for claim in project.claims.values():
        status = project.status_of(claim)
        if claim.published is None or status is None or status.approves:
            continue
        correcting = is_correcting(project, claim)
        if not correcting or approval_of(project, claim) is None:
            never = say(
                "the claim has a day of publication and is not approved; found no approval in `history`, expected an approved claim"
            )
            not_now = say(
                "the claim has a day of publication and is not approved; found the status ‘{status}’, expected an approved claim",
                status=claim.status,
            )
            yield Remark(
                project.file_of("claim", claim.id),
                ("published",),
                never if correcting else not_now,
                say("have it approved, or take `published` away"),
            )


@rule("CT602", "published-with-decisive-gap", Severity.ERROR)
def published_with_decisive_gap(project: Project) -> Iterator[Remark]:
    """A claim is published although something decisive is missing.

    Reason: The desk itself has written that nothing can be published without it.
    Remedy: Close the gap and take it out, say in words what it would change and drop `decisive`, or do not publish.

    Bad:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        gaps:
          - {wanted: council-minutes, decisive: yes}  # here

    Good:
        published: 2026-02-20
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        gaps:
          - {wanted: council-minutes, would_change: How exactly she put it.}
    """
    for claim in project.claims.values():
        for place, gap in enumerate(claim.gaps):
            if claim.published is not None and claim.retracted is None and gap.decisive:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("gaps", place, "decisive"),
                    say("the claim has a day of publication and a gap that is decisive; expected no open gap of that kind"),
                    say("close the gap, or do not publish"),
                )


@rule("CT603", "published-too-early", Severity.ERROR)
def published_too_early(project: Project) -> Iterator[Remark]:
    """A check was published before the claim was made, or before anybody had approved it.

    Reason: One of the days is wrong, and readers and search engines are told it.
    Remedy: Correct the day that is wrong.
    Clause: google-claim-date, efcsn-second-person

    Bad:
        published: 2026-02-13  # here
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}

    Good:
        published: 2026-02-14
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim in project.claims.values():
        if claim.published is None:
            continue
        article = project.article_of(claim)
        made_on = claim.made_on or (article.for_all_claims.made_on if article else None)
        approvals = [entry.on for entry in claim.history if (status := project.status(entry.to)) and status.approves]
        if made_on is not None and made_on.surely_after(claim.published) and not has_not_come(project, made_on):
            message = say(
                "the check was published before the claim was made; found {day}, expected {made_on} or later",
                day=claim.published,
                made_on=made_on,
            )
        elif approvals and claim.published < min(approvals) and not has_not_come(project, min(approvals)):
            message = say(
                "the check was published before it was approved; found {day}, expected {approved} or later",
                day=claim.published,
                approved=min(approvals),
            )
        else:
            continue
        yield Remark(project.file_of("claim", claim.id), ("published",), message, say("correct the day that is wrong"))


@rule("CT604", "not-yet-published", Severity.INFO)
def not_yet_published(project: Project) -> Iterator[Remark]:
    """The day of publication lies ahead.

    Reason: Readers see the claim only in a site that is built on that day or later; nothing publishes it by itself.
    Remedy: Build the site again on that day. If the day has passed, it is mistyped.

    Bad:
        published: 2026-03-03  # here
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}

    Good:
        published: 2026-03-02
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
    """
    for claim in project.claims.values():
        if claim.published is not None and project.today is not None and claim.published > project.today:
            yield Remark(
                project.file_of("claim", claim.id),
                ("published",),
                say("readers do not see the claim before {day}", day=claim.published),
                say("build the site again on that day"),
            )


@rule("CT605", "correcting-unpublished", Severity.ERROR)
def correcting_unpublished(project: Project) -> Iterator[Remark]:
    """A claim is being corrected that was never published.

    Reason: What nobody has read needs no correction, it is simply changed. Readers would be shown that something was wrong, and nobody
        could say what.
    Remedy: Send the claim back into the work, or add `published` if it was.

    Bad:
        status: correcting  # here
        history: [{to: correcting, on: 2026-02-20, by: ines}]

    Good:
        status: needs-work
        history: [{to: needs-work, on: 2026-02-20, by: omar}]
    """
    for claim in project.claims.values():
        if is_correcting(project, claim) and claim.published is None:
            yield Remark(
                project.file_of("claim", claim.id),
                ("status",),
                say("the status is ‘{status}’ and the claim was never published; expected a day under `published`", status=claim.status),
                say("send the claim back into the work, or add `published` if it was"),
            )


RULES = (published_without_approval, published_with_decisive_gap, published_too_early, not_yet_published, correcting_unpublished)
"""The rules of this part of the family, in the order of their codes."""
