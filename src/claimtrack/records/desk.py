"""Who publishes, and by which rules."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping

import attrs
from attrs import field

from claimtrack.phrases import say
from claimtrack.records.fields import doc
from claimtrack.records.quantity import Share
from claimtrack.records.scale import Scale
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import Permission, PersonKind, Repository, Standard
from claimtrack.records.workflow import Workflow

_MONTHS = re.compile(r"([1-9]\d{0,2}) months?", re.ASCII)


@attrs.frozen(kw_only=True)
class Publisher:
    """The organisation whose checks these are."""

    name: Text = field(metadata=doc("The name.", name_from="schema.org ClaimReview.author"))
    url: str | None = field(default=None, metadata=doc("Its site; pages of claims must lie on it.", name_from="schema.org url"))
    logo: str | None = field(default=None, metadata=doc("The address of its logo.", name_from="schema.org logo"))


@attrs.frozen(kw_only=True)
class Pages:
    """Pages that law and standards want a reader to find; each an address."""

    imprint: str | None = field(default=None, metadata=doc("Who is responsible by law."))
    privacy: str | None = field(default=None, metadata=doc("What is stored about readers."))
    team: str | None = field(default=None, metadata=doc("Who works here."))
    methodology: str | None = field(default=None, metadata=doc("How claims are checked."))
    selection: str | None = field(default=None, metadata=doc("How claims are chosen."))
    corrections: str | None = field(default=None, metadata=doc("The corrections policy.", name_from="schema.org correctionsPolicy"))
    funding: str | None = field(default=None, metadata=doc("Who pays.", name_from="schema.org ownershipFundingInfo"))
    complaints: str | None = field(default=None, metadata=doc("How to complain."))
    submit: str | None = field(default=None, metadata=doc("Where readers can submit a claim."))
    report: str | None = field(default=None, metadata=doc("Where readers can report a mistake; an address or `mailto:`."))


@attrs.frozen(kw_only=True)
class Forge:
    """Where the records lie in public, so that a page can link to the record and its history."""

    records: str = field(metadata=doc("The address of the `claims/` folder; the path of the record is put behind it."))
    history: str | None = field(default=None, metadata=doc("The address of the folder's history; the path is put behind it."))


@attrs.frozen(kw_only=True)
class Licences:
    """Under which licences readers may use the pages' content and the records."""

    text: str | None = field(default=None, metadata=doc("The licence of the texts, by its name, such as `CC BY 4.0`."))
    data: str | None = field(default=None, metadata=doc("The licence of the records, by its name.", name_from="schema.org sdLicense"))


@attrs.frozen(kw_only=True)
class Person:
    """Somebody who works at the desk."""

    shown: Text = field(metadata=doc("The name that readers see; may be a role."))
    kind: PersonKind = field(default="human", metadata=doc("A machine may write, and may never approve."))
    may: tuple[Permission, ...] = field(default=(), metadata=doc("What they may do."))
    git: tuple[str, ...] = field(
        default=(), metadata=doc("The e-mail addresses or names that git knows them by, so that commands know who acts; not published.")
    )


@attrs.frozen(kw_only=True)
class Origin:
    """Whom information comes from in the end; independence is counted here."""

    name: Text = field(metadata=doc("The name."))
    part_of: str | None = field(default=None, metadata=doc("The larger body that it belongs to; two parts of one body count once."))
    party: Text | None = field(
        default=None, metadata=doc("In what it is a party, such as a war or a lawsuit; its word alone then proves nothing about that.")
    )


@attrs.frozen
class Months:
    """A span of whole months, written ``12 months``."""

    count: int

    @classmethod
    def parse(cls, text: str) -> Months:
        """Read a span of months.

        Raises:
            ValueError: the text has another form.

        >>> Months.parse("12 months")
        Months(count=12)
        """
        match = _MONTHS.fullmatch(text)
        if match is None:
            raise ValueError(say("a span is written in months, such as 12 months"))
        return cls(int(match[1]))

    def after(self, day: datetime.date) -> datetime.date:
        """Return the same day so many months later, or the last day of that month where it has no such day.

        >>> Months(1).after(datetime.date(2026, 1, 31))
        datetime.date(2026, 2, 28)
        """
        years, month = divmod(day.month - 1 + self.count, 12)
        year = min(day.year + years, datetime.MAXYEAR)
        return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


@attrs.frozen(kw_only=True)
class Limits:
    """How much may be quoted, how long a check stays fresh, and how often one side may be checked."""

    quote: int = field(default=200, metadata=doc("The longest quote.", unit="code points"))
    quotes_of_article: Share = field(
        default=Share.parse("40 %"), metadata=doc("The share of an article that all quotes together may cover.", unit="per cent")
    )
    review_after: Months | None = field(default=None, metadata=doc("After how long a published check is due for review."))
    one_affiliation: Share = field(
        default=Share.parse("60 %"),
        metadata=doc(
            "The share of recent checks that may be about claimants of one affiliation; no standard gives a number.", unit="per cent"
        ),
    )


@attrs.frozen(kw_only=True)
class DeskReasons:
    """The written exceptions of the desk as a whole."""

    few_checks: Text | None = field(default=None, metadata=doc("Why fewer checks are published than an adopted standard asks for."))


@attrs.frozen(kw_only=True)
class Desk:
    """Who publishes, by which rules: the record that every other record is read by."""

    format: int = field(metadata=doc("The version of the record format: 1."))
    publisher: Publisher = field(metadata=doc("The organisation whose checks these are."))
    languages: tuple[str, ...] = field(metadata=doc("The languages of the desk; the first is the reference wording.", unit="BCP 47 tags"))
    repository: Repository | None = field(default=None, metadata=doc("Who can read the repository."))
    standards: tuple[Standard, ...] = field(default=(), metadata=doc("The standards that the desk has signed."))
    scale: str | Scale = field(default="six-step@1", metadata=doc("The scale: a preset by name, or one written out."))
    workflow: str | Workflow = field(default="standard@1", metadata=doc("The workflow: a preset by name, or one written out."))
    pages: Pages = field(factory=Pages, metadata=doc("Pages that readers must be able to find."))
    people: Mapping[str, Person] = field(factory=dict, metadata=doc("Who works here, by id."))
    topics: Mapping[str, Text] = field(factory=dict, metadata=doc("The topics, by id."))
    public_interest: tuple[str, ...] = field(
        default=(), metadata=doc("The topics that touch the welfare of the public; standards want most checks to.")
    )
    origins: Mapping[str, Origin] = field(factory=dict, metadata=doc("Whom evidence comes from in the end, by id."))
    limits: Limits = field(factory=Limits, metadata=doc("Limits of quoting, of freshness and of concentration."))
    reasons: DeskReasons = field(factory=DeskReasons, metadata=doc("Written exceptions of the desk as a whole."))
    notice: Text | None = field(default=None, metadata=doc("A sentence that stands on every page, such as that all of this is invented."))
    forge: Forge | None = field(default=None, metadata=doc("Where the records lie in public."))
    licences: Licences = field(factory=Licences, metadata=doc("Licences of texts and records."))
    internal: str | None = field(default=None, metadata=doc("The only text that never leaves the desk."))

    @property
    def reference_language(self) -> str:
        """The language of the reference wording."""
        return self.languages[0]
