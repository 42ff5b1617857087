"""CT2xx, first part: addresses, and what stands in place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, MediaReview
from claimtrack.records.desk import Forge, Pages, Publisher
from claimtrack.records.fields import written_fields
from claimtrack.records.source import Archive, Source
from claimtrack.records.speaker import Speaker
from claimtrack.rules.rule import part_rule, rule
from claimtrack.urls import AddressError, rewritten, secret_in, web_address
from claimtrack.variants.shorteners import shortener_of
from claimtrack.variants.tracking import without_tracking
from claimtrack.variants.wrappers import unwrapped

_FIELDS: dict[type, tuple[str, ...]] = {
    Article: ("url",),
    Source: ("url", "copies"),
    Archive: ("url",),
    Appearance: ("url",),
    Speaker: ("same_as",),
    MediaReview: ("original",),
    Publisher: ("url", "logo"),
    Forge: ("records", "history"),
    Pages: tuple(one.name for one in written_fields(Pages)),
}
"""The fields of every class of records that hold addresses."""

_Part = Article | Source | Archive | Appearance | Speaker | MediaReview | Publisher | Forge | Pages

_REPOSTS = frozenset({"mirror", "repost", "reprint", "scraper"})
_MAIL = "mailto:"
_MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")


@part_rule("CT201", "bad-address", Severity.ERROR, *_FIELDS)
def bad_address(_: Project, file: str, path: RecordPath, part: _Part) -> Iterator[Remark]:
    """An address is none that a page can link to.

    Reason: Only http and https addresses with a host lead readers somewhere, and only if every program reads them alike. A blank, a
        backslash or a user name in them is a mistake, or a trick that sends readers elsewhere than the page says.
    Remedy: Open the page in a browser and copy the address from there. Write other letters as the browser does, with `%`.
    Clause: ifcn-3.1, efcsn-replicable

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
    for place, address in _addresses(path, part):
        try:
            rewritten(address)
        except AddressError as error:
            if not secret_in(address):
                lacks_scheme = "begin with" in str(error)
                hint = say("write the whole address, with https:// in front") if lacks_scheme else say("copy it from the browser")
                if place[-1] == "report" and _MAIL_ADDRESS.fullmatch(address):
                    hint = say("write `mailto:{address}`", address=address)
                yield Remark(file, place, say("the address {fault}", fault=error.args[0]), hint)


@part_rule("CT202", "secret-in-address", Severity.ERROR, *_FIELDS)
def secret_in_address(_: Project, file: str, path: RecordPath, part: _Part) -> Iterator[Remark]:
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
    for place, address in _addresses(path, part):
        if secret := secret_in(address):
            message = say("the address holds what gives access, in ‘{secret}’; expected an address that everybody can use", secret=secret)
            yield Remark(file, place, message, say("take it out, and make it invalid where it was issued"))


@part_rule("CT203", "address-or-reason", Severity.ERROR, Article, Source)
def address_or_reason(_: Project, file: str, path: RecordPath, part: Article | Source) -> Iterator[Remark]:
    """A source or an article has neither an address nor a reason why there is none, or it has both.

    Reason: Readers must be able to look for themselves, or be told why they cannot.
    Remedy: Give `url`; or say in `unknown` why there is no address, such as "a letter to the desk". A source whose `protected` says why it
        cannot be named needs neither.
    Clause: ifcn-3.1, efcsn-replicable

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
    if part.url is not None and part.unknown is not None:
        message = say("there is an address, and a reason why there is none; expected one of the two")
        yield Remark(file, (*path, "unknown"), message, say("keep the one that holds"), key=True)
    elif part.url is None and part.unknown is None and not (isinstance(part, Source) and part.protected):
        message = say("there is neither an address nor a reason why there is none; expected `url` or `unknown`")
        yield Remark(file, path, message, say("add `url`, or say in `unknown` why there is none"), key=True)


@rule("CT204", "only-a-repost", Severity.INFO)
def only_a_repost(project: Project) -> Iterator[Remark]:
    """All that links to what somebody says are copies by third parties.

    Reason: A copy can be cut, changed or gone tomorrow, and it sends readers to whoever copied. Where the original could not be had, this
        note is no reproach; it says which origins it concerns.
    Remedy: Add the original as a source, with its address if it is known, even where only the copy was read (`seen: not-seen`).
    Clause: ifcn-3.2, efcsn-primary

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
            message = say(
                "all that links to what ‘{origin}’ says are copies by third parties ({count} in all)", origin=origin, count=len(sources)
            )
            hint = say("add the original as a source, if it is known")
            yield Remark(project.file_of("source", first.id), (first.id,), message, hint, key=True)


@part_rule("CT205", "tracking-in-address", Severity.INFO, *(kind for kind in _FIELDS if kind is not Archive))
def tracking_in_address(_: Project, file: str, path: RecordPath, part: _Part) -> Iterator[Remark]:
    """An address holds what only tracks readers.

    Reason: It says who shared the link, or through what, and follows whoever opens it. The document is the same without it, and under an
        address of its own it looks like another one.
    Remedy: Write the address that the note shows, and see that it leads to the same page. Captures of web archives are left as they are.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey?utm_source=newsletter"  # here
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
    """
    for place, address in _addresses(path, part):
        shorter = without_tracking(address) if "=" in address else address
        if shorter != address and (whole := web_address(address)) is not None and unwrapped(whole) is None:
            message = say("the address holds what only tracks readers; without it, it is {address}", address=shorter)
            yield Remark(file, place, message, say("write it without what tracks, if it leads to the same page"))


@part_rule("CT206", "shortened-address", Severity.WARNING, *_FIELDS)
def shortened_address(_: Project, file: str, path: RecordPath, part: _Part) -> Iterator[Remark]:
    """An address is a short one that a service gave for another.

    Reason: It says nothing of where it leads, and nobody can see whether that is a document that is cited already. Whoever runs the
        service can lead readers elsewhere, and when the service ends the address is lost.
    Remedy: Open it, and write the address at which the browser arrives.
    Clause: ifcn-3.1, efcsn-replicable

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://bit.ly/3xYzAbC"  # here
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
    """
    for place, address in _addresses(path, part):
        if host := shortener_of(address):
            message = say("the address is a short one of {host}; expected the address that it leads to", host=host)
            yield Remark(file, place, message, say("open it, and write the address at which the browser arrives"))


def _addresses(path: RecordPath, part: _Part) -> Iterator[tuple[RecordPath, str]]:
    """Yield every address in a part of a record; the desk's own page for reports may be a mail address."""
    for name in _FIELDS[type(part)]:
        value = getattr(part, name)
        if isinstance(value, tuple):
            yield from (((*path, name, place), one) for place, one in enumerate(value))
        elif value is not None and not (name == "report" and value.startswith(_MAIL)):
            yield (*path, name), value


RULES = (bad_address, secret_in_address, address_or_reason, only_a_repost, tracking_in_address, shortened_address)
"""The rules of this part of the family, in the order of their codes."""
