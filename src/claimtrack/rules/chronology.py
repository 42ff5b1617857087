"""CT2xx, second part: dates that cannot be right together."""

from __future__ import annotations

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
from claimtrack.rules.time_order import has_not_come, is_before, not_yet

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
        Where the page was read it may be tomorrow already, so tomorrow passes.
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
    for name in _PASSED[type(part)]:
        value = getattr(part, name)
        if value is None:
            continue
        day = value if isinstance(value, PartialDate) else PartialDate.of(value)
        if is_before(project.today, day):
            yield Remark(file, (*path, name), not_yet(day, project.today), say("correct the date"))


@part_rule("CT212", "read-before-published", Severity.ERROR, Article, Source)
def read_before_published(project: Project, file: str, path: RecordPath, part: Article | Source) -> Iterator[Remark]:
    """Something is said to have been read before it was published.

    Reason: One of the two dates is wrong, and with it the order in which things became known. The day before
        passes: where the page was read it may not have been the day of publication yet.
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
    published = part.published
    if read is not None and published is not None and is_before(read, published) and not has_not_come(project, published):
        message = say("read on {read}, before it was published on {published}; expected that day or later", read=read, published=published)
        yield Remark(file, (*path, name), message, say("correct the date that is wrong"))


@rule("CT213", "captured-before-the-claim", Severity.ERROR)
def captured_before_the_claim(project: Project) -> Iterator[Remark]:
    """An archived copy of an appearance is older than the claim.

    Reason: A copy that was taken before the claim was made cannot show it. The day before passes, since archives write down
        the days of another place.
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
                taken = archive.captured_at.date() if archive.captured_at else None
                if taken is None or earliest is None or not is_before(taken, earliest) or has_not_come(project, earliest):
                    continue
                message = say(
                    "the copy of {found} is older than what it should show, which is of {shown}; expected that day or later",
                    found=taken,
                    shown=earliest,
                )
                yield Remark(file, path, message, say("link to a copy that shows the claim"))


RULES = (seen_in_the_future, read_before_published, captured_before_the_claim)
"""The rules of this part of the family, in the order of their codes."""
