"""The oracle: what two records make together, told from what was done to which entry, and not from what they look like.

It shares nothing with the merge: entries are known by an identity that the generator gave them, and comments by their numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import yaml

if TYPE_CHECKING:
    from tests.fuzz.merge_choices import Field, Group, Leaf, Record, spelled
else:
    from merge_choices import Field, Group, Leaf, Record, spelled

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

KNOWN_BY = {
    "archives": ("url",), "evidence": ("id",), "gaps": ("what",), "history": ("to", "on", "by"), "letters": ("to", "about", "on"),
}  # fmt: skip
"""By what entries of a list are the same on all branches."""

JUDGEMENT = (("verdict",), ("headline",))
"""What is one thing once it was published."""

_REGION = re.compile(r"^<{7} ours\n(.*?)^={7}\n(.*?)^>{7} theirs\n", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"# (c\d+ )")


@attrs.frozen
class Expected:
    """A value after a merge: as it is with our version of every conflict, with theirs, and where the conflicts are. None is gone."""

    ours: Plain | None
    theirs: Plain | None
    conflicts: tuple[tuple[str, ...], ...] = ()


def expected(base: Record, ours: Record, theirs: Record) -> Expected:
    """Return what has to come out."""
    is_published = any(one.root.find("published") is not None for one in (ours, theirs))
    sides = [_as_known(base.root, one.root) for one in (ours, theirs)]
    return _Merging(is_published).of((), *(Field("", "", one) for one in (base.root, *sides)))


def _as_known(base: Group, side: Group, name: str = "") -> Group:
    """Return a list or mapping in which every entry is another one that got another identity and does not say half of what it said."""
    fields = []
    for field in side.fields:
        was = base.find(field.uid)
        if was is None or not isinstance(field.value, Group) or not isinstance(was.value, Group):
            fields.append(field)
            continue
        is_renamed = any(plain(_value(was.value, key)) != plain(_value(field.value, key)) for key in KNOWN_BY.get(name, ()))
        is_another = is_renamed and 2 * _likeness(plain(was.value), plain(field.value)) < 1
        uid = f"another {spelled(field.value)}" if is_another else field.uid
        fields.append(attrs.evolve(field, uid=uid, value=_as_known(was.value, field.value, field.uid)))
    return attrs.evolve(side, fields=fields)


def _value(group: Group, key: str) -> Leaf | Group | None:
    """Return the value of a field of a mapping."""
    found = group.find(key)
    return found.value if found else None


def _likeness(old: Plain | None, new: Plain | None) -> Fraction:
    if old == new:
        return Fraction(1)
    if not isinstance(old, dict) or not isinstance(new, dict) or not old:
        return Fraction(0)
    return sum((_likeness(value, new.get(name)) for name, value in old.items()), Fraction(0)) / len(old)


@attrs.frozen
class _Merging:
    """Three versions put together; what is judged of a published record is one thing."""

    is_published: bool

    def of(self, path: tuple[str, ...], base: Field | None, ours: Field | None, theirs: Field | None) -> Expected:
        values = [one.value if one is not None else None for one in (base, ours, theirs)]
        was, our_value, their_value = map(plain, values)
        if is_same(our_value, their_value) or is_same(their_value, was):
            return Expected(our_value, our_value)
        if is_same(our_value, was):
            return Expected(their_value, their_value)
        old, one, other = values
        here = Expected(our_value, their_value, (path,))
        if not isinstance(one, Group) or not isinstance(other, Group) or one.kind != other.kind or (old and _kind(old) != one.kind):
            return here
        before = old if isinstance(old, Group) else Group(one.kind)
        if (self.is_published and path in JUDGEMENT) or (one.kind == "list" and _is_replaced_twice(before, one, other)):
            return here
        inside = self.inside(path, before, one, other)
        # In brackets, no line can be marked for itself.
        return here if inside.conflicts and one.flow and other.flow else inside

    def inside(self, path: tuple[str, ...], base: Group, ours: Group, theirs: Group) -> Expected:
        keys = {field.uid: field.key for group in (ours, theirs) for field in group.fields}
        found = {name: self.of((*path, name), base.find(name), ours.find(name), theirs.find(name)) for name in keys}
        conflicts = tuple(place for each in found.values() for place in each.conflicts)
        made = [
            {keys[name] or name: value for name, each in found.items() if (value := (each.ours, each.theirs)[side]) is not None}
            for side in range(2)
        ]
        if ours.kind == "list":
            return Expected([*made[0].values()], [*made[1].values()], conflicts)
        return Expected(made[0], made[1], conflicts)


def _kind(value: Leaf | Group) -> str:
    return value.kind if isinstance(value, Group) else "leaf"


def _is_replaced_twice(base: Group, ours: Group, theirs: Group) -> bool:
    was, our_names, their_names = ({one.uid for one in group.fields} for group in (base, ours, theirs))
    gone = was - our_names - their_names
    return bool(gone and (our_names - was) - their_names and (their_names - was) - our_names)


def plain(value: Leaf | Group | None) -> Plain | None:
    """Return what a value says."""
    if value is None or isinstance(value, Leaf):
        return value.text if value else None
    if value.kind == "list":
        return [_there(plain(one.value)) for one in value.fields]
    return {str(one.key): _there(plain(one.value)) for one in value.fields}


def _there(value: Plain | None) -> Plain:
    assert value is not None
    return value


def is_same(one: Plain | None, other: Plain | None) -> bool:
    """Tell whether two values say the same, in whatever order lists are."""
    return _sorted(one) == _sorted(other)


def _sorted(value: Plain | None) -> object:
    if isinstance(value, list):
        return sorted((_sorted(one) for one in value), key=repr)
    return {name: _sorted(one) for name, one in sorted(value.items())} if isinstance(value, dict) else value


# What came out


def decided(text: str, side: int) -> str:
    """Return a text with every conflict decided for one side, 0 or 1."""
    return _REGION.sub(lambda found: found[side + 1], text)


def regions(text: str) -> list[tuple[str, str]]:
    """Return the conflicts that are marked in a text."""
    return [(found[1], found[2]) for found in _REGION.finditer(text)]


class _Once(yaml.CBaseLoader):
    """Reads every scalar as the text that it is, and no name twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  (PyYAML's own)
        names = [key.value for key, _ in node.value]
        if len(set(names)) < len(names):
            raise yaml.YAMLError(f"twice: {names}")
        return super().construct_mapping(node, deep)


def _construct(loader: _Once, node: yaml.MappingNode) -> object:
    return loader.construct_mapping(node, deep=True)


_Once.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct)


def read(text: str) -> Plain | None:
    """Return what a text says, or None where it is no YAML or has a name twice."""
    try:
        value: Plain = yaml.load(text, _Once)  # noqa: S506  (a base loader constructs texts only)
    except yaml.YAMLError:
        return None
    return value


def fault(base: Record, ours: Record, theirs: Record, texts: tuple[str, str, str], merged: str) -> str | None:
    """Return what is wrong with a merge, or None."""
    want = expected(base, ours, theirs)
    found = regions(merged)
    if len(found) != len(want.conflicts):
        return f"{len(found)} conflicts, expected {len(want.conflicts)}: {want.conflicts}"
    for side, value in enumerate((want.ours, want.theirs)):
        says = read(decided(merged, side))
        if says is None:
            return f"decided for side {side}, it cannot be read"
        if not is_same(says, value):
            return f"decided for side {side}, it says something else"
    for one, other in found:
        if one == other:
            return "a conflict about nothing"
    return _fault_of_comments(texts, merged)


def _fault_of_comments(texts: tuple[str, str, str], merged: str) -> str | None:
    was, one, other = (Counter(_COMMENT.findall(text)) for text in texts)
    sides = [Counter(_COMMENT.findall(decided(merged, side))) for side in range(2)]
    for comment in {*was, *one, *other}:
        most = max(side[comment] for side in sides)
        if most > 1 and not regions(merged) and not (comment in one and comment in other and comment not in was):
            return f"the comment {comment} is there twice"
        is_wanted = (comment in one and comment in other) or (comment not in was)
        if is_wanted and not most:
            return f"the comment {comment} is lost"
    return None
