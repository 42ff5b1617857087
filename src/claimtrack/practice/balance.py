"""Whom and what the checks of a desk are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, Decimal

import attrs

from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.speaker import OwnVoice, Speaker
from claimtrack.records.text import Text

FEWEST_FOR_A_SHARE = 10
"""Of fewer checks, a single one would make more than a tenth; a share or a rate of them says nothing."""


@attrs.frozen
class Side:
    """Checks about claimants of one affiliation, by the ids of the checks."""

    affiliation: Text
    checks: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Balance:
    """Whom checks are about, by the ids of the checks; every check stands in one place.

    Attributes:
        sides: those about claimants with an affiliation; the most frequent one first, then in the order of publication.
        own_voice: those in which an outlet speaks in its own voice.
        unaffiliated: those about claimants without an affiliation on record.
        nobody: those in which nobody could be named.
        open: those that name no claimant.
    """

    sides: tuple[Side, ...]
    own_voice: tuple[str, ...]
    unaffiliated: tuple[str, ...]
    nobody: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def affiliated(self) -> int:
        """How many checks are about claimants with an affiliation."""
        return sum(len(side.checks) for side in self.sides)


@attrs.frozen(kw_only=True)
class Interest:
    """How many of some checks are about topics that touch the welfare of the public."""

    touching: int
    checks: int

    @property
    def percent(self) -> Decimal:
        """The share of them, in per cent, cut off after one decimal so that it is never called more."""
        return share(self.touching, self.checks)


def share(part: int, whole: int) -> Decimal:
    """Return a share in per cent, cut off after one decimal; 0 of nothing.

    >>> share(2, 3)
    Decimal('66.6')
    """
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_DOWN) if whole else Decimal(0)


def balance(project: Project, claims: Iterable[Claim]) -> Balance:
    """Return whom checks are about: who makes the claims, not those to whom they are only attributed."""
    sides: dict[str, tuple[Text, list[str]]] = {}
    others: dict[str, list[str]] = {"own_voice": [], "unaffiliated": [], "nobody": [], "open": []}
    for claim in claims:
        who = claim.claimant
        if isinstance(who, Speaker) and who.affiliation is not None:
            sides.setdefault(_key(project, who.affiliation), (who.affiliation, []))[1].append(claim.id)
        elif isinstance(who, Speaker):
            others["unaffiliated"].append(claim.id)
        else:
            others["own_voice" if isinstance(who, OwnVoice) else "open" if who is None else "nobody"].append(claim.id)
    ordered = sorted(sides.values(), key=lambda side: -len(side[1]))
    return Balance(
        sides=tuple(Side(name, tuple(ids)) for name, ids in ordered),
        **{name: tuple(ids) for name, ids in others.items()},
    )


def interest(project: Project, claims: Sequence[Claim]) -> Interest | None:
    """Return how many of some checks are about a topic of public interest; None where the desk declares no such topics."""
    topics = frozenset(project.desk.public_interest)
    if not topics:
        return None
    return Interest(touching=sum(not topics.isdisjoint(claim.topics) for claim in claims), checks=len(claims))


def by_topic(project: Project, claims: Iterable[Claim]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the ids of the checks by topic, in the order of the desk record, then other topics by id; last, under "", those without.

    A check with several topics stands under each of them.
    """
    topics: dict[str, list[str]] = {topic: [] for topic in project.desk.topics}
    others: dict[str, list[str]] = {}
    for claim in claims:
        for topic in dict.fromkeys(claim.topics or ("",)):
            (topics if topic in topics else others).setdefault(topic, []).append(claim.id)
    without = others.pop("", [])
    found = [*topics.items(), *sorted(others.items()), ("", without)]
    return tuple((topic, tuple(ids)) for topic, ids in found if ids)


def _key(project: Project, name: Text) -> str:
    """Return what two ways of writing one affiliation have in common: the reference language, whatever the letter case and the blanks."""
    reference = project.desk.reference_language
    return " ".join(name.best(reference, reference)[0].casefold().split())
