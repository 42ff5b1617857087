"""Two states of a list: which entries are the same, which are known again although something in them has changed, which are new or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import attrs

from claimtrack.records.article import NotChecked, Problem
from claimtrack.records.claim import Appearance, Correction, Dispute, Gap, HistoryEntry, Letter, Link, Question, Relation, Search
from claimtrack.records.evidence import Evidence
from claimtrack.records.scale import Rating
from claimtrack.records.source import Archive
from claimtrack.records.text import Text
from claimtrack.records.workflow import Status

_KEYS: Mapping[type, Callable[[Any], Hashable]] = {
    Appearance: lambda one: one.article or one.url,
    Archive: lambda one: one.url or one.file,
    Correction: lambda one: one.on,
    Dispute: lambda one: _words(one.who),
    Evidence: lambda one: one.id,
    Gap: lambda one: one.wanted or _words(one.what),
    HistoryEntry: lambda one: (one.to, one.on, one.by),
    Letter: lambda one: (_words(one.to), one.about, one.on),
    Link: lambda one: _words(one.who),
    NotChecked: lambda one: one.quote.exact,
    Problem: lambda one: (one.category, one.quote.exact if one.quote else _words(one.what)),
    Question: lambda one: _words(one.question),
    Rating: lambda one: one.id,
    Relation: lambda one: (one.kind, one.target),
    Search: lambda one: (_words(one.read), one.on),
    Status: lambda one: one.id,
    Text: lambda _: None,  # an answer that was reworded is still the answer
    str: lambda one: one,
}
"""By what an entry of a list is known again although something in it has changed."""

_LOOKED_AT = 20
"""How many entries that are known by the same are looked at for an equal one; honest lists have one or two, and hostile ones any number."""


@attrs.frozen
class Row:
    """Two states of a list.

    Attributes:
        pairs: the places of entries that have changed, in the list as it was and as it is.
        gone: the places of entries that are gone, in the list as it was.
        came: the places of entries that are new, in the list as it is.
        is_only_ordered_otherwise: whether there is nothing of all this, and the entries stand in another order.
    """

    pairs: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    came: tuple[int, ...]
    is_only_ordered_otherwise: bool


def compared(old: Sequence[Any], new: Sequence[Any]) -> Row:
    """Compare two states of a list: first what stays the same is set aside, then what is known again, and the rest is new or gone."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(new):
        waiting[_key(one)].append(place)
    left = []
    for place, one in enumerate(old):
        candidates = waiting.get(_key(one), [])
        same = next((other for other in candidates[:_LOOKED_AT] if new[other] == one), None)
        if same is None:
            left.append(place)
        else:
            candidates.remove(same)
    pairs, gone = [], []
    for place in left:
        candidates = waiting.get(_key(old[place]), [])
        if candidates:
            pairs.append((place, candidates.pop(0)))
        else:
            gone.append(place)
    came = sorted(place for candidates in waiting.values() for place in candidates)
    return Row(tuple(pairs), tuple(gone), tuple(came), not pairs and not gone and not came and list(old) != list(new))


def _key(one: Any) -> Hashable:  # noqa: ANN401  (an entry of any list)
    return type(one), _KEYS[type(one)](one)


def _words(text: Text | None) -> Hashable:
    return None if text is None else tuple(sorted(text.by_language.items()))
