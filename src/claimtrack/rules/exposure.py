"""CT6xx, fourth part: what everybody can read although it is not for readers."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.source import Source
from claimtrack.rules.records import parts_in
from claimtrack.rules.rule import rule

_SHOWN = 10
_Place = tuple[str, RecordPath, str]


@rule("CT621", "private-in-public-repository", Severity.ERROR)
def private_in_public_repository(project: Project) -> Iterator[Remark]:
    """The repository is public and holds what is not for readers.

    Reason: Everybody can read the records in a public repository, whatever the site shows: claims before anybody has approved them,
        internal notes, and who a protected source is. It stays in the history when it is taken out.
    Remedy: Keep such records in a private repository, and publish only the site. What is out already has to be taken out of the history
        too; treat a protected source as exposed.

    Bad:
        --- desk.yaml
        repository: public  # here

    Good:
        --- desk.yaml
        repository: private
    """
    if project.desk.repository != "public":
        return
    claims, texts, sources = list(_unpublished(project)), list(_internal(project)), list(_protected(project))
    counted = ((len(claims), "claim that is not published"), (len(texts), "internal text"), (len(sources), "protected source"))
    found = [_plural(number, what) for number, what in counted if number]
    if found:
        yield Remark(
            project.desk_file,
            ("repository",),
            f"the repository is public and holds what is not for readers; found {', '.join(found)}, expected none",
            "keep them in a private repository, and take them out of the history of this one",
            related=tuple([*sources, *texts, *claims][:_SHOWN]),
        )


def _unpublished(project: Project) -> Iterator[_Place]:
    for claim in project.claims.values():
        if claim.published is None or (project.today is not None and claim.published > project.today):
            yield project.file_of("claim", claim.id), (), "not published"


def _internal(project: Project) -> Iterator[_Place]:
    if project.desk.internal is not None:
        yield project.desk_file, ("internal",), "internal"
    for article in project.articles.values():
        if article.internal is not None:
            yield project.file_of("article", article.id), ("internal",), "internal"
    for claim in project.claims.values():
        if claim.internal is not None:
            yield project.file_of("claim", claim.id), ("internal",), "internal"


def _protected(project: Project) -> Iterator[_Place]:
    for file, path, source in parts_in(project, Source):
        if source.protected is not None:
            yield file, (*path, "protected"), "a protected source"


def _plural(number: int, what: str) -> str:
    """Count something in words.

    >>> _plural(1, "claim that is not published"), _plural(2, "claim that is not published")
    ('1 claim that is not published', '2 claims that are not published')
    """
    if number == 1:
        return f"1 {what}"
    return f"{number} {what.replace('claim that is', 'claims that are')}" + ("" if what.startswith("claim") else "s")


RULES = (private_in_public_repository,)
"""The rules of this part of the family, in the order of their codes."""
