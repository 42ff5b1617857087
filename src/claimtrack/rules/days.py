"""CT4xx, third part: days that have not come, and days that have passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claimtrack.dates import PartialDate
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.publication import approval_of
from claimtrack.records.claim import Claim, Letter
from claimtrack.rules.rule import rule


@rule("CT421", "date-in-the-future", Severity.ERROR)
def date_in_the_future(project: Project) -> Iterator[Remark]:
    """Something is recorded as done on a day that has not come yet.

    Reason: Nobody has written a letter, searched or approved tomorrow. The day is mistyped, or the entry is made up.
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
    today = project.today
    places = [(project.file_of("claim", claim.id), *one) for claim in project.claims.values() for one in _days_of(claim)]
    for article in project.articles.values():
        common = article.for_all_claims
        of_all = [*_of_letters(common.letters), (("made_on",), common.made_on)]
        places += [(project.file_of("article", article.id), ("for_all_claims", *path), day) for path, day in of_all]
    for file, path, day in places:
        if day is not None and _has_not_come(day, today):
            yield Remark(file, path, f"the day has not come yet; found {day}, expected {today} at the latest", "correct the day")


@rule("CT422", "review-due", Severity.INFO)
def review_due(project: Project) -> Iterator[Remark]:
    """A published check is due to be looked at again.

    Reason: Numbers change, sources are corrected, pages vanish. A check that nobody has looked at for long tells readers how it was.
    Remedy: Read it again. Approve it again if it still holds, or correct it; then set the next `review_due`.

    Bad:
        review_due: 2026-03-01  # here

    Good:
        review_due: 2026-03-02
    """
    for claim in project.claims.values():
        if project.today is None or claim.retracted is not None:
            continue
        if claim.review_due is not None:
            message = f"the check was due to be looked at again by {claim.review_due}" if claim.review_due < project.today else ""
        else:
            message = _overdue(project, claim, project.today)
        if message:
            path = ("review_due",) if claim.review_due else ("published",)
            yield Remark(project.file_of("claim", claim.id), path, message, "look at it again, then approve or correct it")


def _has_not_come(day: datetime.date | PartialDate, today: datetime.date) -> bool:
    """Say whether a day surely lies ahead; where the desk is, it may be tomorrow already."""
    earliest = day.earliest if isinstance(day, PartialDate) else day
    return earliest.toordinal() > today.toordinal() + 1 and not (isinstance(day, PartialDate) and day.about)


_Day = tuple[RecordPath, datetime.date | PartialDate | None]


def _days_of(claim: Claim) -> Iterator[_Day]:
    """Yield every day on which something is said to have been done."""
    yield ("made_on",), claim.made_on
    yield from _of_letters(claim.letters)
    yield from ((("searches", place, "on"), search.on) for place, search in enumerate(claim.searches))
    yield from ((("evidence", place, "added"), evidence.added) for place, evidence in enumerate(claim.evidence))
    yield ("verdict", "decided_on"), claim.verdict.decided_on if claim.verdict else None
    yield ("legal", "on"), claim.legal.on if claim.legal else None
    yield from ((("corrections", place, "on"), correction.on) for place, correction in enumerate(claim.corrections))
    yield ("retracted", "on"), claim.retracted.on if claim.retracted else None
    yield from ((("history", place, "on"), entry.on) for place, entry in enumerate(claim.history))


def _of_letters(letters: tuple[Letter, ...]) -> Iterator[_Day]:
    return ((("letters", place, "on"), letter.on) for place, letter in enumerate(letters))


def _overdue(project: Project, claim: Claim, today: datetime.date) -> str:
    """Say that a published claim has not been looked at for longer than the desk allows, if that is so."""
    approval, allowed = approval_of(project, claim), project.desk.limits.review_after
    if claim.published is None or approval is None or allowed is None:
        return ""
    last = max(claim.published, approval.on)
    months = (today.year - last.year) * 12 + today.month - last.month - (today.day <= last.day)
    if months < allowed.count:
        return ""
    return f"nobody has looked at the check since {last}; the desk looks again after {allowed.count} months"


RULES = (date_in_the_future, review_due)
"""The rules of this part of the family, in the order of their codes."""
