"""Ordering: where what is new on either side stands among the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

One = TypeVar("One", bound=Hashable)


def ordered(base: Sequence[One], ours: Sequence[One], theirs: Sequence[One]) -> list[One]:
    """Return everything that is on either side, in our order, unless only they have put things into another one.

    What is new on their side stands behind what it follows there, and behind what is new at that place on ours.

    >>> ordered("abc", "axbc", "abcy"), ordered("abc", "abcx", "abcy"), ordered("abc", "abcx", "cab")
    (['a', 'x', 'b', 'c', 'y'], ['a', 'b', 'c', 'x', 'y'], ['c', 'x', 'a', 'b'])
    """
    common = set(base) & set(ours) & set(theirs)
    before, our_order, their_order = ([key for key in keys if key in common] for keys in (base, ours, theirs))
    known = set(base)
    if our_order == before != their_order:
        return _put_in(theirs, ours, lambda _: False)
    return _put_in(ours, theirs, lambda key: key not in known)


def _put_in(keys: Sequence[One], others: Sequence[One], goes_before: Callable[[One], bool]) -> list[One]:
    """Put what is missing in a list behind what it follows in another, and behind everything there that goes before it."""
    there, elsewhere = set(keys), set(others)
    behind: dict[One | None, list[One]] = defaultdict(list)
    last: One | None = None
    for key in others:
        if key in there:
            last = key
        else:
            behind[last].append(key)
    result: list[One] = []
    waiting = behind[None]
    for key in keys:
        if goes_before(key) and key not in elsewhere:
            result.append(key)
        else:
            result += [*waiting, key]
            waiting = behind[key]
    return [*result, *waiting]


def by_date(keys: Sequence[One], old: Sequence[One], dates: Callable[[One], str]) -> list[One]:
    """Return keys with every run of new ones in the order of their dates, and otherwise as they are.

    Arguments:
        keys: the keys.
        old: those of the common ancestor, which stay where they are.
        dates: gives the date of an entry, in a form that sorts.

    >>> by_date(["a", "3", "1", "b", "2"], ["a", "b"], str)
    ['a', '1', '3', 'b', '2']
    """
    known = set(old)
    result: list[One] = []
    run: list[One] = []
    for key in keys:
        if key in known:
            result += sorted(run, key=dates)
            result.append(key)
            run = []
        else:
            run.append(key)
    return [*result, *sorted(run, key=dates)]
