"""How many checks a desk publishes in which time."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

import attrs

from claimtrack.practice.balance import FEWEST_FOR_A_SHARE
from claimtrack.practice.checks import first_publication, published_checks
from claimtrack.practice.period import DAYS_OF_A_WEEK, Period, months_back
from claimtrack.project import Project
from claimtrack.records.claim import Claim

IFCN_MONTHS = 6
"""The span that the IFCN looks at (ifcn-1.3, verified)."""

EFCSN_CHECKS = 4
"""How many checks a month the EFCSN asks for (efcsn-rate, known at second hand)."""


@attrs.frozen
class Rate:
    """How many checks were published in a period."""

    period: Period
    checks: int

    @property
    def is_one_a_week(self) -> bool:
        """Whether that is at least one a week on average, exactly."""
        return self.checks * DAYS_OF_A_WEEK >= self.period.days


def within(claims: Iterable[Claim], period: Period) -> tuple[Claim, ...]:
    """Return those of the claims that were published in a period."""
    return tuple(one for one in claims if one.published is not None and period.has(one.published))


def rate(claims: Iterable[Claim], period: Period) -> Rate:
    """Return how many of the claims were published in a period."""
    return Rate(period, len(within(claims, period)))


def rate_of_months(project: Project, months: int) -> Rate | None:
    """Return how many checks the desk has published in the months up to today.

    None where nobody gave the day, where the desk had not published anything yet when those months began, and where it has published
    fewer than ten checks in all: what it will come to, nobody can tell.
    """
    first = first_publication(project)
    if project.today is None or first is None or len(published_checks(project)) < FEWEST_FOR_A_SHARE:
        return None
    period = months_back(project.today, months)
    return rate(published_checks(project), period) if first <= period.first else None


def by_month(claims: Iterable[Claim], period: Period) -> tuple[tuple[datetime.date, int], ...]:
    """Return how many checks were published in each month that the period has a day of; months are named by their first day."""
    counted = Counter(one.published.replace(day=1) for one in within(claims, period) if one.published)
    return tuple((month, counted[month]) for month in period.months())
