"""What came after a break: whether readers were told later, or what was there before was put back."""

from __future__ import annotations

from collections import defaultdict

import attrs

from claimtrack import git
from claimtrack.checking import check_since
from claimtrack.history.breaks import Break
from claimtrack.history.comparison import Comparison
from claimtrack.project import Project
from claimtrack.publication import Publication, publication_of
from claimtrack.records.claim import Claim

_CAN_BE_MADE_GOOD = frozenset({
    "CT701", "CT702", "CT703", "CT704", "CT705", "CT706", "CT707", "CT708", "CT709", "CT711", "CT712",
})  # fmt: skip
_TELLS_READERS = frozenset({Publication.PUBLISHED, Publication.CORRECTED, Publication.RETRACTED})
_LOOKED_AT = 10
"""How many breaks of one claim that are still open are looked at when it changes; an honest one has one or two."""


@attrs.frozen
class _Open:
    """A break that nobody has made good yet.

    Attributes:
        place: its place among the breaks.
        before: the desk as it was before the break, with nothing in it but the claim.
        claim_id: the id that the claim had then.
        told: what readers had been told by the break: how many corrections, and whether the claim was withdrawn.
    """

    place: int
    before: Project
    claim_id: str
    told: tuple[int, bool]


class MadeGood:
    """Looks at claims with breaks whenever they change again."""

    def __init__(self, breaks: list[Break]) -> None:
        """Take the list of breaks; where one is made good, that is written into it."""
        self._breaks = breaks
        self._open: dict[str, list[_Open]] = defaultdict(list)

    def remember(self, comparison: Comparison, place: int) -> None:
        """Take in a break, to see what becomes of it."""
        found = self._breaks[place]
        if found.claim is None or found.finding.code not in _CAN_BE_MADE_GOOD:
            return
        former = comparison.former_ids.get(found.claim, found.claim)
        claim = comparison.before.claims.get(former)
        if claim is None:
            return
        file = comparison.before.file_of("claim", former)
        before = attrs.evolve(comparison.before, claims={former: claim}, files={("claim", former): file}, articles={})
        now = comparison.after.claims.get(found.claim)
        self._open[found.claim].append(_Open(place, before, former, _told(now) if now else (0, False)))

    def look(self, comparison: Comparison, commit: git.Commit) -> None:
        """See whether breaks of the claims that changed are made good by it."""
        if not self._open:
            return
        renamed = {old: new for new, old in comparison.former_ids.items()}
        for claim_id in [one for one in comparison.touched or () if one in self._open]:
            waiting = self._open.pop(claim_id)
            now_called = renamed.get(claim_id, claim_id)
            left = [one for one in waiting[-_LOOKED_AT:] if not self._is_made_good(comparison, commit, one, now_called)]
            if left:
                self._open[now_called] += left

    def _is_made_good(self, comparison: Comparison, commit: git.Commit, one: _Open, now_called: str) -> bool:
        now = comparison.after.claims.get(now_called)
        if now is None or publication_of(comparison.after, now) not in _TELLS_READERS:
            return False
        since = attrs.evolve(
            comparison,
            before=attrs.evolve(one.before, today=comparison.before.today),
            commits=(),
            touched=sorted({one.claim_id, now_called}),
        )
        found = self._breaks[one.place]
        if any(finding.code == found.finding.code for finding in check_since(since)):
            return False
        told = _told(now) != one.told and found.finding.code != "CT706"
        self._breaks[one.place] = attrs.evolve(found, later=commit, how="told" if told else "put back")
        return True


def _told(claim: Claim) -> tuple[int, bool]:
    return len(claim.corrections), claim.retracted is not None
