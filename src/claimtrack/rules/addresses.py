"""CT2xx, first part: addresses, and what stands in place of one."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, MediaReview
from claimtrack.records.desk import Forge, Pages, Publisher
from claimtrack.records.fields import written_fields
from claimtrack.records.source import Archive, Source
from claimtrack.records.speaker import Speaker
from claimtrack.rules.records import parts_in
from claimtrack.rules.rule import rule
from claimtrack.urls import AddressError, rewritten, secret_in

_FIELDS: tuple[tuple[type[object], tuple[str, ...]], ...] = (
    (Article, ("url",)),
    (Source, ("url", "copies")),
    (Archive, ("url",)),
    (Appearance, ("url",)),
    (Speaker, ("same_as",)),
    (MediaReview, ("original",)),
    (Publisher, ("url", "logo")),
    (Forge, ("records", "history")),
    (Pages, tuple(one.name for one in written_fields(Pages))),
)
"""The fields of every class of records that hold addresses."""

_REPOSTS = frozenset({"mirror", "repost", "reprint", "scraper"})
_MAIL = "mailto:"


@rule("CT201", "bad-address", Severity.ERROR)
def bad_address(project: Project) -> Iterator[Remark]:
    """An address is none that a page can link to.

    Reason: Only http and https addresses with a host lead readers somewhere, and only if every program reads them alike. A blank, a
        backslash or a user name in them is a mistake, or a trick that sends readers elsewhere than the page says.
    Remedy: Open the page in a browser and copy the address from there. Write other letters as the browser does, with `%`.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: www.hauliers.example/survey  # here
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://www.hauliers.example/survey"
          level: secondary
          origin: hauliers
    """
    for file, path, address in _addresses(project):
        try:
            rewritten(address)
        except AddressError as error:
            if not secret_in(address):
                hint = "write the whole address, with https:// in front" if "begin with" in str(error) else "copy it from the browser"
                yield Remark(file, path, f"the address {error}", hint)


@rule("CT202", "secret-in-address", Severity.ERROR)
def secret_in_address(project: Project) -> Iterator[Remark]:
    """An address holds what gives access: a token, a signature, a password.

    Reason: Whoever reads the record or the page can then use that access, and git keeps it for ever. Such an address also stops working
        soon, so that readers could not follow it anyway.
    Remedy: Take the secret out of the address, and make it invalid where it was issued, since it has been written down. If the page
        cannot be reached without it, say so in `unknown` and keep a copy under `archives`.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey?token=c2VjcmV0"  # here
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
    """
    for file, path, address in _addresses(project):
        if secret := secret_in(address):
            message = f"the address holds what gives access, in ‘{secret}’; expected an address that everybody can use"
            yield Remark(file, path, message, "take it out, and make it invalid where it was issued")


@rule("CT203", "address-or-reason", Severity.ERROR)
def address_or_reason(project: Project) -> Iterator[Remark]:
    """A source or an article has neither an address nor a reason why there is none, or it has both.

    Reason: Readers must be able to look for themselves, or be told why they cannot.
    Remedy: Give `url`; or say in `unknown` why there is no address, such as "a letter to the desk". A source whose `protected` says why it
        cannot be named needs neither.

    Bad:
        --- sources.yaml
        haulier-survey:  # here
          title: Survey of members, winter 2026
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          unknown: Sent to the desk on paper.
          title: Survey of members, winter 2026
          level: secondary
          origin: hauliers
    """
    for file, path, record in _with_an_address(project):
        if record.url is not None and record.unknown is not None:
            message = "there is an address, and a reason why there is none; expected one of the two"
            yield Remark(file, (*path, "unknown"), message, "keep the one that holds", key=True)
        elif record.url is None and record.unknown is None and not (isinstance(record, Source) and record.protected):
            message = "there is neither an address nor a reason why there is none; expected `url` or `unknown`"
            yield Remark(file, path, message, "add `url`, or say in `unknown` why there is none", key=True)


@rule("CT204", "only-a-repost", Severity.INFO)
def only_a_repost(project: Project) -> Iterator[Remark]:
    """All that links to what somebody says are copies by third parties.

    Reason: A copy can be cut, changed or gone tomorrow, and it sends readers to whoever copied. Where the original could not be had, this
        note is no reproach; it says which origins it concerns.
    Remedy: Add the original as a source, with its address if it is known, even where only the copy was read (`seen: not-seen`).

    Bad:
        --- sources.yaml
        haulier-survey:  # here
          url: "https://copies.example/survey"
          kind: repost
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://copies.example/survey"
          kind: repost
          level: secondary
          origin: hauliers
        haulier-survey-original:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          seen: not-seen
    """
    by_origin: dict[str, list[Source]] = {}
    for source in project.sources.values():
        if source.origin is not None and source.url is not None:
            by_origin.setdefault(source.origin, []).append(source)
    for origin, sources in by_origin.items():
        if all(source.kind in _REPOSTS for source in sources):
            first = sources[0]
            message = f"all that links to what ‘{origin}’ says are copies by third parties ({len(sources)} in all)"
            yield Remark(
                project.file_of("source", first.id), (first.id,), message, "add the original as a source, if it is known", key=True
            )


def _with_an_address(project: Project) -> Iterator[tuple[str, RecordPath, Article | Source]]:
    yield from parts_in(project, Article)
    yield from parts_in(project, Source)


def _addresses(project: Project) -> Iterator[tuple[str, RecordPath, str]]:
    """Yield every address in the records; the desk's own page for reports may be a mail address."""
    for kind, fields in _FIELDS:
        for file, path, part in parts_in(project, kind):
            for name in fields:
                value = getattr(part, name)
                if isinstance(value, tuple):
                    yield from ((file, (*path, name, place), one) for place, one in enumerate(value))
                elif value is not None and not (name == "report" and value.startswith(_MAIL)):
                    yield file, (*path, name), value


RULES = (bad_address, secret_in_address, address_or_reason, only_a_repost)
"""The rules of this part of the family, in the order of their codes."""
