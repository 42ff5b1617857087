"""Fields that stand in a record where they cannot belong, because the line with the name above them was lost.

One deleted line, such as ``evidence:``, makes every entry below it an impossible entry of the list before: one slip, and so one finding.
It is only taken for that where the evidence is good: the fields fit completely into what that name would hold, and the name is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

import attrs

from claimtrack.locations import RecordPath
from claimtrack.reading.field_places import Around, Container, Place, keys_of, places_of
from claimtrack.reading.language_tags import LANGUAGE_TAG
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Relation
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import RelationKind

_MOST_TRIED = 100
"""For how many mappings of a file a lost name is looked for."""


@attrs.frozen
class Stray:
    """A mapping with keys that it cannot have.

    Attributes:
        path: the mapping.
        record: what it should be.
        around: the record that it stands in, if it stands in one.
        first: the first of those keys.
    """

    path: RecordPath
    record: type
    around: Around | None
    first: str


@attrs.frozen
class LostName:
    """Fields whose name was lost.

    Attributes:
        path: the first of them.
        record: what they seem to belong to.
        keys: the fields, in their order; all of one mapping.
        name: the name that was lost; empty where they are the languages of some text and nobody can say which.
        are_languages: whether they are the languages of a text.
        covers: the values whose misfits follow from the loss, whole.
        missing: where the lost name is.
    """

    path: RecordPath
    record: type
    keys: tuple[str, ...]
    name: str
    are_languages: bool
    covers: tuple[RecordPath, ...]
    missing: RecordPath


def lost_names(values: Mapping[str, Any], strays: Iterable[Stray]) -> Iterator[LostName]:
    """Yield the names that were lost in a file.

    Arguments:
        values: what stands in the file.
        strays: its mappings with keys that they cannot have, in their order.
    """
    told: set[RecordPath] = set()
    tried = 0
    for stray in strays:
        if stray.path in told:
            continue
        tried += 1
        if tried > _MOST_TRIED:
            return
        if (lost := _lost(values, stray)) is not None:
            told.update(lost.covers)
            yield lost


def _lost(values: Mapping[str, Any], stray: Stray) -> LostName | None:
    mapping = at(values, stray.path)
    keys = [str(key) for key in mapping]
    tail = keys[keys.index(stray.first) :]
    options = [*_from_around(values, stray, keys, tail), *_from_within(stray, mapping, tail)]
    if not options:
        return None
    best = [one for one in options if one.strength == max(other.strength for other in options)]
    if len(best) > 1 and not all(one.place.record is Text for one in best):
        return None
    return best[0].lost(stray, name=best[0].place.key if len(best) == 1 else "")


@attrs.frozen
class _Option:
    """One place where stray fields could belong.

    Attributes:
        place: the field.
        owner: the path of the record that the field is missing in.
        keys: the stray fields.
        covers: the mappings that belong there as a whole.
        strength: how much speaks for it.
    """

    place: Place
    owner: RecordPath
    keys: Sequence[str]
    covers: Sequence[RecordPath]
    strength: int

    def lost(self, stray: Stray, *, name: str) -> LostName:
        covers = self.covers or [(*stray.path, key) for key in self.keys]
        return LostName(
            path=(*stray.path, self.keys[0]),
            record=stray.record,
            keys=tuple(self.keys),
            name=name,
            are_languages=self.place.record is Text,
            covers=tuple(covers),
            missing=(*self.owner, self.place.key),
        )


def _from_around(values: Mapping[str, Any], stray: Stray, keys: Sequence[str], tail: Sequence[str]) -> Iterator[_Option]:
    """Yield the fields of the record around that are missing, and that the stray mapping or the end of it fits into."""
    if stray.around is None:
        return
    owner = stray.around.path
    container = _container(stray.path, owner)
    for place in places_of(stray.around.record):
        if place.record is stray.record or at(values, owner).get(place.key) is not None:
            continue
        if container == "none":
            if _ends_in(place, at(values, stray.path), tail):
                yield _Option(place, owner, tail, (), place.is_required)
        elif place.container == container and _fits(place.record, keys):
            behind = list(_entries_behind(values, stray.path, place.record))
            yield _Option(place, owner, keys, behind, (2 if len(behind) > 1 else 0) + place.is_required)


def _ends_in(place: Place, mapping: Mapping[str, Any], tail: Sequence[str]) -> bool:
    """Tell whether the end of a mapping fits into a field: as the record in it, or as its names with a record below each."""
    if place.container == "names":
        return all(isinstance(mapping[key], dict) and _fits(place.record, list(mapping[key])) for key in tail)
    return place.container == "none" and _fits(place.record, tail)


def _from_within(stray: Stray, mapping: Mapping[str, Any], tail: Sequence[str]) -> Iterator[_Option]:
    """Yield the texts that the stray record itself lacks, where the stray fields are languages."""
    if _fits(Text, tail):
        for place in places_of(stray.record):
            if place.container == "none" and place.record is Text and mapping.get(place.key) is None:
                yield _Option(place, stray.path, tail, (), place.is_required)


def _container(path: RecordPath, owner: RecordPath) -> Container:
    """Return what a mapping stands in within a record."""
    if len(path) == len(owner) + 1:
        return "none"
    return "list" if isinstance(path[-1], int) else "names"


def _entries_behind(values: Mapping[str, Any], path: RecordPath, record: type) -> Iterator[RecordPath]:
    """Yield an entry of a list or mapping and those behind it, as long as they fit a record completely."""
    entries = at(values, path[:-1])
    steps = list(range(len(entries))) if isinstance(entries, list) else list(entries)
    for step in steps[steps.index(path[-1]) :]:
        entry = entries[step]
        is_plain_text = record is Text and isinstance(entry, str)
        if not is_plain_text and not (isinstance(entry, dict) and _fits(record, list(entry))):
            return
        yield (*path[:-1], step)


def _fits(record: type, keys: Sequence[str]) -> bool:
    """Tell whether a record can have all of some keys, and they are all that it must have."""
    if record is Text:
        return len(keys) > 1 and all(LANGUAGE_TAG.fullmatch(key) and key not in _short_names() for key in keys)
    if record is Relation:
        return len(keys) == 1 and keys[0] in get_args(RelationKind)
    known = keys_of(record)
    return all(key in known for key in keys) and all(key in keys for key, is_required in known.items() if is_required)


@cache
def _short_names() -> frozenset[str]:
    """Return the names of fields that could be taken for languages, such as `by` and `on`."""
    seen: set[type] = set()
    new: list[type] = [Article, Claim, Desk, Source]
    while new:
        record = new.pop()
        seen.add(record)
        new += [place.record for place in places_of(record) if place.record not in seen]
    return frozenset(key for record in seen for key in keys_of(record) if LANGUAGE_TAG.fullmatch(key))


def at(values: Any, path: RecordPath) -> Any:  # noqa: ANN401  (what stands in a file can be anything)
    """Return the value at a path, which has to be there."""
    for step in path:
        values = values[step]
    return values
