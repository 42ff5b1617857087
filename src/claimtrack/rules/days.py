"""CT4xx, fourth part: days that have not come, and days that have passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claimtrack.dates import PartialDate
from claimtrack.findings import Remark, Severity
from claimtrack.freshness import due_again
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.article import ForAllClaims
from claimtrack.records.claim import Claim
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come, not_yet


@rule("CT421", "date-in-the-future", Severity.ERROR)
def date_in_the_future(project: Project) -> Iterator[Remark]:
    """Something is recorded as done on a day that has not come yet.

    Reason: Nobody has written a letter, searched or approved tomorrow. The day is mistyped, or the entry is made up. Where the desk
        is it may be tomorrow already, so tomorrow passes.
    Remedy: Correct the day. A day on which something is planned (`published`, `until`, `review_due`) may lie ahead.

    Bad:
        history:
          - {to: in-review, on: 2062-02-13, by: ines}  # here

    Good:
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
    """
    if project.today is None:
        return
    for claim in project.claims.values():
        for path, day in _days_of(claim):
            if has_not_come(project, day):
                yield Remark(project.file_of("claim", claim.id), path, not_yet(day, project.today), say("correct the day"))
    for article in project.articles.values():
        for path, day in _days_of_all(article.for_all_claims):
            if has_not_come(project, day):
                file = project.file_of("article", article.id)
                yield Remark(file, ("for_all_claims", *path), not_yet(day, project.today), say("correct the day"))


@rule("CT422", "review-due", Severity.INFO)
def review_due(project: Project) -> Iterator[Remark]:
    """A published check is due to be looked at again.

    Reason: Numbers change, sources are corrected, pages vanish. A check that nobody has looked at for long tells readers how it was.
    Remedy: Read it again. Approve it again if it still holds, or correct it; then set the next `review_due`.

    Bad:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        published: 2026-02-20
        review_due: 2026-03-01  # here

    Good:
        status: approved
        history:
          - {to: in-review, on: 2026-02-13, by: ines}
          - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
        published: 2026-02-20
        review_due: 2026-03-02
    """
    if project.today is None:
        return
    for claim in project.claims.values():
        due = due_again(project, claim)
        if due is not None and due < project.today:
            path: RecordPath = ("review_due",) if claim.review_due else ("published",)
            hint = say("look at it again, then approve or correct it")
            yield Remark(project.file_of("claim", claim.id), path, _overdue(project, claim, due), hint)


_Day = tuple[RecordPath, datetime.date | PartialDate]
_EVENTS = (("letters", "on"), ("searches", "on"), ("evidence", "added"), ("corrections", "on"), ("history", "on"))
_ONCE = (("verdict", "decided_on"), ("legal", "on"), ("retracted", "on"))


def _days_of(claim: Claim) -> Iterator[_Day]:
    """Yield every day on which something is said to have been done."""
    if claim.made_on is not None:
        yield ("made_on",), claim.made_on
    for field, name in _EVENTS:
        for place, one in enumerate(getattr(claim, field)):
            day = getattr(one, name)
            if day is not None:
                yield (field, place, name), day
    for field, name in _ONCE:
        one = getattr(claim, field)
        day = getattr(one, name) if one is not None else None
        if day is not None:
            yield (field, name), day


def _days_of_all(common: ForAllClaims) -> Iterator[_Day]:
    """Yield every day on which something is said to have been done for all claims of an article."""
    for place, letter in enumerate(common.letters):
        yield ("letters", place, "on"), letter.on
    if common.made_on is not None:
        yield ("made_on",), common.made_on


def _overdue(project: Project, claim: Claim, due: datetime.date) -> Phrase:
    approval, allowed = approval_of(project, claim), project.desk.limits.review_after
    if claim.review_due is not None or claim.published is None or approval is None or allowed is None:
        return say("the check was due to be looked at again by {day}", day=due)
    last = max(claim.published, approval.on)
    if allowed.count == 1:
        return say("nobody has looked at the check since {day}; the desk looks again after a month", day=last)
    return say(
        "nobody has looked at the check since {day}; the desk looks again after {months} months",
        day=last,
        months=allowed.count,
    )


RULES = (date_in_the_future, review_due)
"""The rules of this part of the family, in the order of their codes."""
