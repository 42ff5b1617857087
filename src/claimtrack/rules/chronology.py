"""CT2xx, second part: dates that cannot be right together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from claimtrack.dates import PartialDate
from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.article import Article, Rewrites
from claimtrack.records.claim import Appearance
from claimtrack.records.source import Archive, Source
from claimtrack.rules.rule import part_rule, rule

_A_DAY = datetime.timedelta(days=1)
"""It is tomorrow already somewhere on earth: a day's difference between two places is none."""

_PASSED: Mapping[type, tuple[str, ...]] = {
    Appearance: ("published",),
    Archive: ("captured_at",),
    Article: ("published", "retrieved"),
    Rewrites: ("published",),
    Source: ("published", "accessed"),
}
"""The fields of every class of records that hold days on which something has happened in the world."""


@part_rule("CT211", "seen-in-the-future", Severity.ERROR, *_PASSED)
def seen_in_the_future(project: Project, file: str, path: RecordPath, part: object) -> Iterator[Remark]:
    """Something is said to have been published, read or archived on a day that has not come yet.

    Reason: Such a date is a slip of the pen, most often in the year, and it puts what happened into a wrong order.
    Remedy: Correct the date.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          accessed: 2062-02-10  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          accessed: 2026-02-10
    """
    if project.today is None:
        return
    today = project.today
    for name in _PASSED[type(part)]:
        value = getattr(part, name)
        if value is not None and _is_before(today, day := value if isinstance(value, PartialDate) else PartialDate.of(value)):
            message = say("the day has not come yet; found {found}, expected a day up to {today}", found=day, today=today)
            yield Remark(file, (*path, name), message, say("correct the date"))


@part_rule("CT212", "read-before-published", Severity.ERROR, Article, Source)
def read_before_published(_: Project, file: str, path: RecordPath, part: Article | Source) -> Iterator[Remark]:
    """Something is said to have been read before it was published.

    Reason: One of the two dates is wrong, and with it the order in which things became known.
    Remedy: Correct the date. If the page was changed later, `published` is the day of the version that was read.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          published: 2026-02-12
          accessed: 2026-02-10  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          published: 2026-02
          accessed: 2026-02-10
    """
    name, read = ("retrieved", part.retrieved) if isinstance(part, Article) else ("accessed", part.accessed)
    if read is not None and part.published is not None and _is_before(read, part.published):
        published = part.published
        message = say("read on {read}, before it was published on {published}; expected a day after that", read=read, published=published)
        yield Remark(file, (*path, name), message, say("correct the date that is wrong"))


@rule("CT213", "captured-before-the-claim", Severity.ERROR)
def captured_before_the_claim(project: Project) -> Iterator[Remark]:
    """An archived copy of an appearance is older than the claim.

    Reason: A copy that was taken before the claim was made cannot show it.
    Remedy: Link to a copy that shows the claim, or correct `made_on` or the date of the copy.
    Clause: ifcn-3.1, efcsn-replicable

    Bad:
        appearances:
          - url: "https://video.example/council-2026-02-02"
            archives:
              - {provider: archive, url: "https://archive.example/1/council", captured_at: 2026-01-31T10:00:00Z}  # here

    Good:
        appearances:
          - url: "https://video.example/council-2026-02-02"
            archives:
              - {provider: archive, url: "https://archive.example/1/council", captured_at: 2026-02-03T10:00:00Z}
    """
    for claim in project.claims.values():
        if not claim.appearances:
            continue
        file, made_on = project.file_of("claim", claim.id), project.as_meant(claim).made_on
        for place, appearance in enumerate(claim.appearances):
            for number, archive in enumerate(appearance.archives):
                path = ("appearances", place, "archives", number, "captured_at")
                earliest = appearance.published or made_on
                if archive.captured_at is not None and earliest is not None and _is_before(archive.captured_at.date(), earliest):
                    message = say(
                        "the copy of {found} is older than what it should show, which is of {shown}",
                        found=archive.captured_at.date(),
                        shown=earliest,
                    )
                    yield Remark(file, path, message, say("link to a copy that shows the claim"))


def _is_before(day: datetime.date, other: PartialDate) -> bool:
    """Say whether a day lies before every day that another may be, in every time zone."""
    return day < datetime.date.max - _A_DAY and other.surely_after(day + _A_DAY)


RULES = (seen_in_the_future, read_before_published, captured_before_the_claim)
"""The rules of this part of the family, in the order of their codes."""
