"""Changes: what somebody does to a record on a branch."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from tests.fuzz.merge_choices import Field, Group, Hand, Leaf, Maker, Record
else:
    from merge_choices import Field, Group, Hand, Leaf, Maker, Record

FIELDS = ("short", "aspect", "kind", "happened", "location", "so_far", "internal")
INSIDE = ("note", "level", "origin")
NAMES = {"authors", "topics"}
"""Lists whose entries are what they say and nothing else."""


@attrs.frozen
class Place:
    """A field on its way from the root: the groups around it, and it."""

    groups: tuple[Group, ...]
    names: tuple[str, ...]
    field: Field

    @property
    def around(self) -> Group:
        return self.groups[-1]

    @property
    def in_flow(self) -> bool:
        return any(one.flow for one in self.groups)

    @property
    def is_name(self) -> bool:
        return self.names[-2:-1] != () and self.names[-2] in NAMES


def places(group: Group, groups: tuple[Group, ...] = (), names: tuple[str, ...] = ()) -> Iterator[Place]:
    """Yield every field of a record."""
    for field in group.fields:
        place = Place((*groups, group), (*names, field.uid), field)
        yield place
        if isinstance(field.value, Group):
            yield from places(field.value, place.groups, place.names)


def change(maker: Maker, record: Record, favourites: list[tuple[str, ...]]) -> str:
    """Do something to a record, often at a place where something was done on the other branch as well; return what and where."""
    random = maker.random
    every = list(places(record.root))
    likely = [one for one in every if one.names in favourites]
    place = random.choice(likely) if likely and random.random() < 0.35 else random.choice(every)
    deeds = [_set, _set, _set, _set, _add, _add, _add, _grow, _grow, _grow, _remove, _comment, _comment, _write_anew, _reorder, _reindent]
    for deed in random.sample(deeds, len(deeds)):
        if deed(maker, record, place):
            favourites.append(place.names)
            return f"{deed.__name__[1:]} {'/'.join(place.names)}"
    return "nothing"


def _set(maker: Maker, _: Record, place: Place) -> bool:
    field = place.field
    if not isinstance(field.value, Leaf):
        return False
    if place.is_name:
        new = maker.person()
        if place.around.find(new.uid) is not None:
            return False
        field.uid, field.value = new.uid, new.value
    elif field.value.sign == "|":
        field.value = Leaf(f"{maker.word()}\n{maker.word()}\n", "|")
    else:
        field.value = maker.short()
    return True


def _add(maker: Maker, _: Record, place: Place) -> bool:
    group = place.around
    key = maker.random.choice(FIELDS if len(place.groups) == 1 else INSIDE)
    if group.kind != "map" or group.find(key) is not None or (place.names[0].startswith("source-") and len(place.groups) == 1):
        return False
    field = maker.field(key, key, maker.short() if place.in_flow else maker.languages(), flow=place.in_flow)
    group.fields.insert(maker.random.randint(1, len(group.fields)), field)
    return True


def _grow(maker: Maker, _: Record, place: Place) -> bool:
    value = place.field.value
    if not isinstance(value, Group) or value.kind != "list":
        return False
    new = maker.entry(place.names[-1])
    if value.find(new.uid) is not None or (value.flow and isinstance(new.value, Group) and not new.value.flow):
        return False
    if value.flow:
        new.above, new.behind, new.below = [], "", []
    place_of_new = len(value.fields) if maker.random.random() < 0.7 else maker.random.randint(0, len(value.fields))
    value.fields.insert(place_of_new, new)
    return True


def _remove(maker: Maker, _: Record, place: Place) -> bool:
    is_first = place.around.kind == "map" and place.field is place.around.fields[0]
    if len(place.around.fields) < 2 or is_first or (place.names[-1] in ("url", "on", "by") and maker.random.random() < 0.9):
        return False
    place.around.fields.remove(place.field)
    return True


def _comment(maker: Maker, _: Record, place: Place) -> bool:
    if place.in_flow:
        return False
    maker.comment(place.field)
    return True


def _write_anew(maker: Maker, _: Record, place: Place) -> bool:
    """Change how a value is written, and nothing of what it says."""
    value = place.field.value
    if isinstance(value, Leaf):
        if value.sign == "|" or place.is_name:
            return False
        value.sign = maker.random.choice(['"', "'"])
        return True
    inner = [one.field for one in places(value)]
    bare = not any(one.above or one.behind or one.below or one.is_apart for one in inner)
    one_line = all(not isinstance(one.value, Leaf) or (one.value.sign != "|" and _fits(one.value)) for one in inner)
    if place.in_flow or (not value.flow and not (bare and one_line and len(inner) < 6)):
        return False
    if place.field.key is None and place.field.behind:
        return False
    value.flow = not value.flow
    if value.flow:
        for one in inner:
            if isinstance(one.value, Group):
                one.value.flow = True
    return True


def _fits(value: Leaf) -> bool:
    return value.sign != "" or not set(value.text) & set(",[]{}#")


def _reorder(maker: Maker, _: Record, place: Place) -> bool:
    group = place.around
    if group.kind != "map" or len(group.fields) < 3 or maker.random.random() < 0.7:
        return False
    one = maker.random.randrange(1, len(group.fields) - 1)
    group.fields[one], group.fields[one + 1] = group.fields[one + 1], group.fields[one]
    return True


def _reindent(maker: Maker, record: Record, _: Place) -> bool:
    if maker.random.random() < 0.8:
        return False
    random = maker.random
    record.hand = Hand(random.choice([2, 4]), random.choice([0, 2, 4]), random.choice([1, 3]), random.choice([1, 2, 8]))
    return True


def three(seed: str) -> tuple[Record, Record, Record, list[str]]:
    """Return a record and what two people made of it, and what they did."""
    random = Random(seed)  # noqa: S311  (it is to be the same next time)
    maker = Maker(random)
    base = maker.record()
    ours, theirs = copy.deepcopy(base), copy.deepcopy(base)
    favourites: list[tuple[str, ...]] = []
    done = [f"ours: {change(maker, ours, favourites)}" for _ in range(random.randint(1, 4))]
    their_favourites = [*favourites]
    done += [f"theirs: {change(maker, theirs, their_favourites)}" for _ in range(random.randint(1, 4))]
    if random.random() < 0.1:  # both do one thing in the same way
        same = copy.deepcopy(maker.random.getstate())
        made = maker.made
        done.append(f"ours: {change(maker, ours, favourites)}")
        maker.random.setstate(same)
        maker.made = made
        done.append(f"theirs: {change(maker, theirs, favourites[:-1])}")
    return base, ours, theirs, done
