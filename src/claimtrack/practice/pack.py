"""The pack for an assessor: what was counted, what was checked, and nothing that would add up to a grade."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

import attrs

from claimtrack.findings import Kind
from claimtrack.practice import account
from claimtrack.practice.balance import Balance, Interest, balance, by_topic, interest
from claimtrack.practice.checks import first_publication, published_checks
from claimtrack.practice.period import Period
from claimtrack.practice.rates import IFCN_MONTHS, Rate, by_month, rate, rate_of_months, within
from claimtrack.practice.sourcing import Sourcing, sourcing
from claimtrack.project import Project
from claimtrack.records.vocabulary import Standard
from claimtrack.records.workflow import Demand
from claimtrack.standards import Clause

Figure = Literal[
    "rate", "interest", "topics", "balance", "selection", "sourcing", "exceptions", "letters", "reviews", "corrections", "retractions",
    "disclosures", "pages",
]  # fmt: skip
"""What is counted or listed, by the name of its section."""

COUNTED: Mapping[str, tuple[Figure, ...]] = {
    "ifcn-1.3": ("rate",),
    "ifcn-1.4": ("interest", "topics"),
    "ifcn-2.1": ("balance", "sourcing"),
    "ifcn-2.2": ("balance", "topics", "selection", "pages"),
    "ifcn-2.3": ("disclosures",),
    "ifcn-3.1": ("sourcing",),
    "ifcn-3.2": ("sourcing", "exceptions"),
    "ifcn-3.3": ("sourcing", "exceptions"),
    "ifcn-4.1": ("pages",),
    "ifcn-5.1": ("pages",),
    "ifcn-5.2": ("selection", "pages"),
    "ifcn-5.3": ("sourcing", "exceptions"),
    "ifcn-5.5": ("letters", "exceptions"),
    "ifcn-5.6": ("pages",),
    "ifcn-6.1": ("pages",),
    "ifcn-6.3": ("corrections", "retractions"),
    "ifcn-6.4": ("pages",),
    "efcsn-evidence": ("sourcing", "exceptions"),
    "efcsn-primary": ("sourcing", "exceptions"),
    "efcsn-two-sources": ("sourcing", "exceptions"),
    "efcsn-replicable": ("sourcing",),
    "efcsn-second-person": ("reviews",),
    "efcsn-ratings": ("pages",),
    "efcsn-rate": ("rate",),
    "efcsn-reply": ("letters", "exceptions"),
    "efcsn-corrections": ("pages",),
    "efcsn-log": ("corrections", "retractions"),
    "efcsn-selection": ("selection", "balance", "pages"),
    "efcsn-funding": ("pages",),
    "efcsn-submit": ("pages",),
    "efcsn-complaints": ("pages",),
    "google-corrections": ("pages", "corrections"),
}
"""Which figures say something about which clause; about those that are not here, none does."""


@attrs.frozen(kw_only=True)
class Figures:
    """What was counted over the checks that were published in a period and that readers can see.

    Attributes:
        period: the period.
        first_publication: the day on which the desk first published anything.
        checks: the ids of the checks, in the order of their publication.
        rate: how many that are.
        by_month: how many were published in each month.
        six_months: the rate of the six months up to the end of the period; None where the desk has not published for so long.
        one_month: the same for one month.
        interest: how many are about a topic of public interest; None where the desk declares no such topics.
        topics: the ids of the checks by topic.
        balance: whom they are about.
        selected: how many say why they were chosen.
        sourcing: what each of them rests on.
        exceptions: the written exceptions of each.
        letters: the letters sent for each.
        reviews: who wrote, decided and approved each.
        disclosures: what each discloses.
        corrections: what was corrected in the period, whenever it had been published.
        retractions: what was withdrawn in the period.
    """

    period: Period
    first_publication: datetime.date | None
    checks: tuple[str, ...]
    rate: Rate
    by_month: tuple[tuple[datetime.date, int], ...]
    six_months: Rate | None
    one_month: Rate | None
    interest: Interest | None
    topics: tuple[tuple[str, tuple[str, ...]], ...]
    balance: Balance
    selected: int
    sourcing: tuple[Sourcing, ...]
    exceptions: tuple[account.Waived, ...]
    letters: tuple[account.Asked, ...]
    reviews: tuple[account.Reviewed, ...]
    disclosures: tuple[account.Disclosed, ...]
    corrections: tuple[account.Corrected, ...]
    retractions: tuple[account.Withdrawn, ...]


@attrs.frozen(kw_only=True)
class DemandMet:
    """Something that statuses demand: which of them, by their ids, and how many of the published checks lack it."""

    demand: Demand
    statuses: tuple[str, ...]
    lacking: int


@attrs.frozen(kw_only=True)
class RuleKept:
    """A rule, and how many findings it has today in what is published."""

    kind: Kind
    findings: int


@attrs.frozen(kw_only=True)
class ClauseAccount:
    """What can be said about a clause: what claimtrack checks for it, and what it counts; the rest is for a person to judge."""

    clause: Clause
    rules: tuple[RuleKept, ...]
    demands: tuple[DemandMet, ...]
    figures: tuple[Figure, ...]


@attrs.frozen(kw_only=True)
class StandardAccount:
    """A standard, whether the desk has adopted it, and its clauses."""

    standard: Standard
    adopted: bool
    clauses: tuple[ClauseAccount, ...]


@attrs.frozen(kw_only=True)
class Pack:
    """Everything that an assessor gets.

    Attributes:
        as_of: the day on which it was made.
        public: what readers may see of the desk's records.
        figures: what was counted.
        standards: what was checked, clause by clause.
        errors: how many errors there are today in what is published.
        unreadable: how many claims could not be read and are missing here.
    """

    as_of: datetime.date
    public: Project
    figures: Figures
    standards: tuple[StandardAccount, ...]
    errors: int
    unreadable: int


def figures(public: Project, first: datetime.date | None = None) -> Figures:
    """Count what was published in a period that ends with the day of the project.

    Arguments:
        public: what :func:`claimtrack.publication.published` returned, and nothing else.
        first: the first day of the period; without it, the day on which the desk first published anything.

    Returns:
        The figures; of a desk that has never published, all of nothing.
    """
    assert public.today is not None  # noqa: S101  (published() has asked for it)
    began = first_publication(public)
    period = Period(first or began or public.today, public.today)
    checks = within(published_checks(public), period)
    everything = public.claims.values()
    return Figures(
        period=period,
        first_publication=began,
        checks=tuple(one.id for one in checks),
        rate=rate(checks, period),
        by_month=by_month(checks, period),
        six_months=rate_of_months(public, IFCN_MONTHS),
        one_month=rate_of_months(public, 1),
        interest=interest(public, checks),
        topics=by_topic(public, checks),
        balance=balance(public, checks),
        selected=sum(public.as_meant(one).selection is not None for one in checks),
        sourcing=tuple(sourcing(public, one) for one in checks),
        exceptions=account.exceptions(public, checks),
        letters=account.letters(public, checks),
        reviews=account.reviews(public, checks),
        disclosures=account.disclosures(checks),
        corrections=account.corrections(everything, period),
        retractions=account.retractions(everything, period),
    )


def counted_for(clause: Clause) -> tuple[Figure, ...]:
    """Return which figures say something about a clause."""
    return COUNTED.get(clause.id, ())
