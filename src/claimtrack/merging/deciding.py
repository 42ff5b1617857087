"""Deciding: what becomes of a value that each of two sides may have changed, and the value that a merge is to have in the end.

Nothing here knows how a record is written; the text that is woven has to read as what comes out here.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

import attrs

from claimtrack.merging.identities import BY_DATE, Key, Matched, is_one_thing, matched
from claimtrack.merging.meanings import Meaning, Word, kind_of
from claimtrack.merging.ordering import by_date, ordered

Path = tuple[Key, ...]
"""The way to a value: names of fields, and what entries of lists are known by."""

_JUDGEMENT = (("headline",), ("verdict",))
"""What readers are told, by path. Once it was published, two changes of it are never put together without somebody reading them."""

Value = TypeVar("Value")
Other = TypeVar("Other")


@attrs.frozen
class Three(Generic[Value]):
    """One thing in three versions, each of which may be missing.

    Attributes:
        base: as the common ancestor has it.
        ours: as it is on our side.
        theirs: as it is on theirs.
    """

    base: Value | None
    ours: Value | None
    theirs: Value | None

    def each(self, of: Callable[[Value], Other | None]) -> Three[Other]:
        """Return what something is of each version that is there."""
        return Three(*(None if one is None else of(one) for one in (self.base, self.ours, self.theirs)))


class Decision(enum.Enum):
    """What becomes of a value."""

    OURS = "ours"
    """As it is on our side, which may mean that it is gone."""
    THEIRS = "theirs"
    """As it is on their side, which may mean that it is gone."""
    BOTH = "both"
    """A list or mapping in which each entry is decided by itself."""
    CONFLICT = "conflict"
    """A person has to decide."""


@attrs.frozen
class Deciding:
    """What has to be known to decide.

    Attributes:
        is_published: whether readers have seen the record, on either side.
        whole: values that are one conflict although only something in them is one, since the text has no room for markers there.
    """

    is_published: bool
    whole: AbstractSet[Path] = frozenset()

    def decide(self, path: Path, value: Three[Meaning]) -> Decision:
        """Return what becomes of a value.

        Arguments:
            path: where it stands.
            value: what it is in the three versions.
        """
        if path in self.whole:
            return Decision.CONFLICT
        if value.theirs in (value.ours, value.base):
            return Decision.OURS
        if value.ours == value.base:
            return Decision.THEIRS
        return Decision.BOTH if self._can_be_both(path, value) else Decision.CONFLICT

    def _can_be_both(self, path: Path, value: Three[Meaning]) -> bool:
        """Tell whether what two sides have changed is a list or mapping whose entries can be decided one by one."""
        if self.is_published and path in _JUDGEMENT:
            return False
        ours, theirs, base = kind_of(value.ours), kind_of(value.theirs), kind_of(value.base)
        if ours != theirs or ours in (None, "word") or base not in (None, ours) or is_one_thing(path):
            return False
        return ours == "mapping" or matches(path, value).is_clear

    def outcome(self, path: Path, value: Three[Meaning], preferred: Decision) -> Meaning | None:
        """Return what a value is after the merge; None where it is gone.

        Arguments:
            path: where it stands.
            value: what it is in the three versions.
            preferred: whose version stands for every conflict.
        """
        decision = self.decide(path, value)
        if decision is Decision.CONFLICT:
            decision = preferred
        if decision is not Decision.BOTH:
            return value.ours if decision is Decision.OURS else value.theirs
        entries = entries_of(path, value)
        found = {key: self.outcome((*path, key), one, preferred) for key, one in entries.items()}
        if isinstance(value.ours, list):
            return [one for one in found.values() if one is not None]
        return {str(key): one for key, one in found.items() if one is not None}

    def conflicts(self, path: Path, value: Three[Meaning]) -> list[Path]:
        """Return where a person has to decide, in the order of the record."""
        decision = self.decide(path, value)
        if decision is Decision.CONFLICT:
            return [path]
        entries = entries_of(path, value) if decision is Decision.BOTH else {}
        return [place for key, one in entries.items() for place in self.conflicts((*path, key), one)]


def matches(path: Path, value: Three[Meaning]) -> Matched:
    """Return which entries of three versions of a list are the same one."""
    return matched(path[-1] if path else "", *map(_entries, (value.base, value.ours, value.theirs)))


def keys_of(path: Path, value: Three[Meaning]) -> Three[tuple[Key, ...]]:
    """Return the keys of the entries of a list or mapping, in the order of each version."""
    if isinstance(value.ours, list) or isinstance(value.theirs, list):
        found = matches(path, value)
        return Three(found.base, found.ours, found.theirs)
    return Three(*(tuple(one) if isinstance(one, dict) else () for one in (value.base, value.ours, value.theirs)))


def entries_of(path: Path, value: Three[Meaning]) -> Mapping[Key, Three[Meaning]]:
    """Return the entries of a list or mapping in the three versions, in the order that they are to have."""
    keys = keys_of(path, value)
    was, ours, theirs = (
        dict(zip(names or (), one.values() if isinstance(one, dict) else _entries(one), strict=isinstance(one, dict | list)))
        for names, one in ((keys.base, value.base), (keys.ours, value.ours), (keys.theirs, value.theirs))
    )
    order = ordered(keys.base or (), keys.ours or (), keys.theirs or ())
    if path[-1:] and path[-1] in BY_DATE and ours.keys() - was.keys() and theirs.keys() - was.keys():
        order = by_date(order, keys.base or (), lambda key: _date(ours.get(key) or theirs.get(key)))
    return {key: Three(was.get(key), ours.get(key), theirs.get(key)) for key in order}


def _date(entry: Meaning | None) -> str:
    day = entry.get("on") if isinstance(entry, dict) else None
    return day.text if isinstance(day, Word) else ""


def _entries(value: Meaning | None) -> Sequence[Meaning]:
    return value if isinstance(value, list) else []
