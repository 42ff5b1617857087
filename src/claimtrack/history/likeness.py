"""Whether two records are of one claim: what is said may be put in other words, and what stands around it changes all the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from claimtrack.records.claim import Claim

_SAYS_NOTHING = frozenset({"id", "folder", "status", "authors", "history", "assigned", "published", "review_due", "internal", "extra"})
"""Fields in which two claims may agree, or differ, that have nothing to do with each other."""

_TELLING = tuple(one for one in attrs.fields(Claim) if one.name not in _SAYS_NOTHING)

_NEARLY = 0.5
"""Which share of what both give has to be equal in claims that are nearly equal."""

_LOOKED_AT = 20
"""How many claims with the same words are looked at for one that has another name; a desk has few, and a hostile one any number."""


def is_the_same(one: Claim, other: Claim) -> bool:
    """Say whether two records are of one claim: it is stated, quoted or judged in the same words.

    A claim that has none of these yet cannot be another one than it was.
    """
    marks, others = dict(_marks(one)), dict(_marks(other))
    common = marks.keys() & others.keys()
    return not common or any(marks[name] == others[name] for name in common)


def paired(gone: Iterable[Claim], new: Iterable[Claim]) -> Mapping[str, str]:
    """Return which claims that are gone became which new ones: ids of these by ids of those.

    Arguments:
        gone: claims that are not there any more.
        new: claims that were not there before.

    Returns:
        For the id of a new claim the id of one that is gone, which lay in the same folder and says nearly the same; each at most once.
    """
    by_mark: dict[tuple[str, str, object], list[Claim]] = defaultdict(list)
    for claim in gone:
        for mark in _marks(claim):
            by_mark[claim.folder, *mark].append(claim)
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for claim in new:
        near = {one.id: one for mark in _marks(claim) for one in by_mark.get((claim.folder, *mark), ())[:_LOOKED_AT] if one.id not in taken}
        best = max(near.values(), key=lambda one: (_likeness(one, claim), one.id), default=None)
        if best is not None and _likeness(best, claim) >= _NEARLY:
            pairs[claim.id] = best.id
            taken.add(best.id)
    return pairs


def _marks(claim: Claim) -> Iterator[tuple[str, object]]:
    """Yield the words that a claim is known by."""
    if claim.statement is not None:
        yield "statement", tuple(sorted(claim.statement.by_language.values()))
    if claim.quote is not None:
        yield "quote", claim.quote.exact
    if claim.headline is not None:
        yield "headline", tuple(sorted(claim.headline.by_language.values()))


def _likeness(one: Claim, other: Claim) -> float:
    """Return the share of what either claim gives in which they agree."""
    given = equal = 0
    for field in _TELLING:
        ours, theirs = getattr(one, field.name), getattr(other, field.name)
        if ours or theirs:
            given += 1
            equal += ours == theirs
    return equal / given if given else 0.0


def is_another(one: Claim, other: Claim) -> bool:
    """Say whether two records that have the same id are surely of different claims: nothing that either is known by is the same.

    A statement and its answer may be corrected; whoever corrects them leaves the words that were quoted as they are, or the evidence.
    """
    if is_the_same(one, other) or one.statement is None or other.statement is None:
        return False
    if one.quote is not None and other.quote is not None:
        return True
    return not {piece.id for piece in one.evidence} & {piece.id for piece in other.evidence}


def is_worded_otherwise(one: Claim, other: Claim) -> bool:
    """Say whether the statement or the quote of two records is not the same."""
    marks, others = dict(_marks(one)), dict(_marks(other))
    return any(marks.get(name) != others.get(name) for name in ("statement", "quote"))
