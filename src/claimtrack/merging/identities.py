"""Identities: by what an entry of a list is known again on another branch, although something in it has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import attrs

from claimtrack.merging.meanings import Meaning, Word, frozen

Key = Hashable
"""What names an entry in all three versions: the name of a field, or what an entry of a list is known by."""

_KNOWN_BY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "appearances": (("article",), ("url",), ("title", "published")),
    "archives": (("url",), ("file",)),
    "chain": (("who",),),
    "corrections": (("on", "class"),),
    "disputes": (("who",),),
    "gaps": (("wanted",), ("what",)),
    "history": (("to", "on", "by"),),
    "letters": (("to", "about", "on"),),
    "not_checked": (("quote",),),
    "problems": (("quote", "at"), ("what",)),
    "questions": (("question",),),
    "searches": (("read", "on"),),
}
"""By which fields entries are known that have no ``id``, by the name of their list: the first group of which the first field is there."""

BY_DATE = frozenset({"history", "corrections"})
"""Lists that tell what happened, one thing after the other."""

_IN_ORDER = frozenset({"difference", "ratio", "sum"})
"""Lists in ``computed`` that are one thing: another order, or another member, is another calculation."""


@attrs.frozen
class Matched:
    """Which entries of three versions of a list are the same one.

    Attributes:
        base: the key of each entry of the common ancestor.
        ours: the key of each entry on our side.
        theirs: the key of each entry on their side.
        is_clear: whether nothing was done to the list on both sides that cannot be told apart.
    """

    base: tuple[Key, ...]
    ours: tuple[Key, ...]
    theirs: tuple[Key, ...]
    is_clear: bool


def is_one_thing(path: tuple[Key, ...]) -> bool:
    """Tell whether a list is no collection, but one value written as several."""
    return path[-1:] != () and path[-1] in _IN_ORDER and path[-2:-1] == ("computed",)


def identity(name: Key, value: Meaning) -> Hashable:
    """Return what an entry of a list is known by.

    Arguments:
        name: the name of the list.
        value: the entry.

    >>> identity("history", {"to": Word("approved"), "on": Word("2026-03-05"), "by": Word("ben"), "covers": Word("v1:00")})
    ('approved', '2026-03-05', 'ben')
    """
    if isinstance(value, dict):
        if isinstance(known := value.get("id"), Word):
            return ("id", known.text)
        for fields in _KNOWN_BY.get(str(name), ()):
            if fields[0] in value:
                return tuple(_plain(value.get(one)) for one in fields)
    return frozen(value)


def _plain(value: Meaning | None) -> Hashable:
    return value.text if isinstance(value, Word) else frozen(value)


def matched(name: Key, base: Sequence[Meaning], ours: Sequence[Meaning], theirs: Sequence[Meaning]) -> Matched:
    """Find out which entries of three versions of a list are the same one.

    Arguments:
        name: the name of the list.
        base: the list of the common ancestor.
        ours: the list on our side.
        theirs: the list on their side.
    """
    identities = [tuple(identity(name, one) for one in version) for version in (base, ours, theirs)]
    if any(len(set(one)) < len(one) for one in identities):
        return _matched_by_value(base, ours, theirs)
    was, our_keys, their_keys = identities
    ours_now, theirs_now = _known_again(was, base, our_keys, ours), _known_again(was, base, their_keys, theirs)
    meant = dict(zip(our_keys, ours_now, strict=True))
    same = all(meant.get(one, key) == key for one, key in zip(their_keys, theirs_now, strict=True))
    clear = same and _was_replaced_once(was, ours_now, theirs_now) and _was_ordered_once(was, ours_now, theirs_now)
    return Matched(was, ours_now, theirs_now, clear)


def _matched_by_value(base: Sequence[Meaning], ours: Sequence[Meaning], theirs: Sequence[Meaning]) -> Matched:
    """Match entries of which some cannot be told apart: what both sides added is clear then, and nothing else is."""
    was, our_keys, their_keys = (tuple(_numbered(map(frozen, version))) for version in (base, ours, theirs))
    is_added_to = was == our_keys[: len(was)] == their_keys[: len(was)]
    return Matched(was, our_keys, their_keys, is_added_to)


def _numbered(values: Iterator[Hashable]) -> Iterator[Hashable]:
    seen: Counter[Hashable] = Counter()
    for one in values:
        seen[one] += 1
        yield (one, seen[one])


def _known_again(was: Sequence[Key], base: Sequence[Meaning], keys: Sequence[Key], entries: Sequence[Meaning]) -> tuple[Key, ...]:
    """Return the keys of a side, where an entry that got another identity keeps the key that it had.

    It is known by its place, between the same neighbours, and by at least half of what it said; the likest go together.
    """
    mended = list(keys)
    common = set(was) & set(keys)
    old_gaps, new_gaps = _gaps(was, common), _gaps(keys, common)
    for bounds, left in old_gaps.items():
        pairs = [(_likeness(base[old], entries[new]), old, new) for old in left for new in new_gaps.get(bounds, ())]
        missing, unknown = {*left}, {*new_gaps.get(bounds, ())}
        for likeness, old, new in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
            if 2 * likeness >= 1 and old in missing and new in unknown:
                mended[new] = was[old]
                missing.remove(old)
                unknown.remove(new)
    return tuple(mended)


def _gaps(keys: Sequence[Key], common: set[Key]) -> dict[tuple[Key, Key], list[int]]:
    """Return which unknown entries stand between each two known ones; in front of the first and behind the last there is None."""
    known = [-1, *(place for place, key in enumerate(keys) if key in common), len(keys)]
    ends: tuple[Key, ...] = (None, *(key for key in keys if key in common), None)
    return {
        bounds: [*range(start + 1, end)] for bounds, (start, end) in zip(pairwise(ends), pairwise(known), strict=True) if end > start + 1
    }


def _likeness(old: Meaning, new: Meaning | None) -> Fraction:
    """Return how much of what an entry said is still said."""
    if old == new:
        return Fraction(1)
    if not isinstance(old, dict) or not isinstance(new, dict) or not old:
        return Fraction(0)
    return sum((_likeness(value, new.get(name)) for name, value in old.items()), Fraction(0)) / len(old)


def _was_replaced_once(was: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> bool:
    """Tell whether no entry was taken out on both sides with another one put in on each, which may be two new versions of one thing."""
    gone = set(was) - set(ours) - set(theirs)
    our_new, their_new = set(ours) - set(was), set(theirs) - set(was)
    return not (gone and our_new - their_new and their_new - our_new)


def _was_ordered_once(was: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> bool:
    """Tell whether at most one side put what all three have into another order, or both into the same."""
    common = set(was) & set(ours) & set(theirs)
    before, our_order, their_order = ([key for key in keys if key in common] for keys in (was, ours, theirs))
    return our_order in (before, their_order) or their_order == before
