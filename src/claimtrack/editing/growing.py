"""Growing: one more field in a mapping, one more value in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claimtrack.changes import Value
from claimtrack.editing.brackets import Brackets
from claimtrack.editing.handwriting import Hand, like
from claimtrack.editing.layout import has_lines, lines_of_entry, lines_of_field, spelled_in_brackets
from claimtrack.editing.rows import Rows, begins_line
from claimtrack.editing.setting import put_in_place
from claimtrack.editing.sites import Refused, Site, Source, Splice, indexes_of, may_hold
from claimtrack.editing.tree import Node

_NEAR = 3
"""So many values on either side of a new one show how such values are written."""


def add(source: Source, site: Site, name: str, value: Value, order: Sequence[str]) -> Iterator[list[Splice]]:
    """Yield ways to add a field to a mapping, the best one first.

    Arguments:
        source: the text.
        site: the mapping.
        name: the name of the field.
        value: its value.
        order: the usual order of the fields of such a mapping.

    Raises:
        Refused: It cannot be done.
        Unwritable: No record may hold the value.
    """
    _may_grow(site, "mapping")
    node = site.node
    if found := indexes_of(node, name):
        raise Refused(f"the field `{name}` is there already", node.entries[found[0]].start)
    if not node.entries:
        yield from _first(source, site, {name: value}, source.hand.spell_field(name), value)
        return
    at = _place(node, name, order)
    hand = like(source.hand, [*_near(node, at)])
    keys = [entry.key for entry in node.entries if entry.key is not None]
    signs = {key.sign for key in keys}
    hand = attrs.evolve(hand, name_sign="'" if signs == {"'"} else '"' if signs == {'"'} else hand.name_sign)
    if node.flow:
        written = hand.spell_field(name) + spelled_in_brackets(value, hand, name)
        yield Brackets(source.text, node).put(at, written, hand.comma)
        return
    rows = Rows(source.text, node)
    brackets = all(entry.value.kind == "mapping" and entry.value.flow for entry in node.entries)
    for one in _hands(hand, value):
        lines = lines_of_field(name, value, node.column, one, room=rows.room_for_names(at), brackets=brackets)
        yield from _rows_put(source, site, rows, at, lines)


def insert(source: Source, site: Site, at: int | None, value: Value) -> Iterator[list[Splice]]:
    """Yield ways to put one more value into a list, the best one first.

    Arguments:
        source: the text.
        site: the list.
        at: the place that it is to have; None for the end.
        value: the value.

    Raises:
        Refused: It cannot be done.
        Unwritable: No record may hold the value.
    """
    _may_grow(site, "list")
    node = site.node
    last = len(node.entries)
    at = last if at is None else at
    if not 0 <= at <= last:
        raise Refused(f"the list has {last} values, so that none can be put at place {at} counted from 0", node.start)
    if not node.entries:
        yield from _first(source, site, [value], "", value)
        return
    near = _near(node, at)
    hand = like(source.hand, near)
    if node.flow:
        yield Brackets(source.text, node).put(at, spelled_in_brackets(value, hand), hand.comma)
        return
    brackets = next((one.flow for one in reversed(near) if one.is_collection and one.entries), None)
    for one in _hands(hand, value):
        yield from _rows_put(source, site, Rows(source.text, node), at, lines_of_entry(value, node.column, one, brackets=brackets))


def _may_grow(site: Site, kind: str) -> None:
    name = "the document" if not site.around else site.key.text if site.key is not None else site.index
    may_hold(site.node, name)
    if site.node.kind != kind and not site.node.is_nothing:
        raise Refused(
            f"expected a {kind}, found {'a ' + site.node.kind if site.node.is_collection else 'a text or a word'}", site.node.start
        )


def _hands(hand: Hand, value: Value) -> list[Hand]:
    """Return the hand, and where there are texts of several lines, the same hand with these on one line."""
    return [hand, attrs.evolve(hand, below_sign=False)] if has_lines(value) else [hand]


def _near(node: Node, at: int) -> list[Node]:
    """Return the values near a place of a list or mapping; the nearest above it comes last."""
    return [entry.value for entry in [*node.entries[at : at + _NEAR], *node.entries[max(at - _NEAR, 0) : at]]]


def _place(node: Node, name: str, order: Sequence[str]) -> int:
    """Return where in a mapping a new field is put: behind the last of those that usually stand before it."""
    names = [entry.key.text if entry.key is not None else "" for entry in node.entries]
    if name not in order or not set(names) & set(order):
        return len(names)
    before = set(order[: order.index(name)])
    return max((number + 1 for number, one in enumerate(names) if one in before), default=0)


def _first(source: Source, site: Site, value: Value, lead: str, inner: Value) -> Iterator[list[Splice]]:
    """Yield ways to write the first value of a list or mapping."""
    node = site.node
    if site.node.flow and "#" in source.text[node.start : node.end]:
        yield Brackets(source.text, node).put(0, lead + spelled_in_brackets(inner, source.hand), source.hand.comma)
        return
    for one in _hands(source.hand, value):
        yield put_in_place(attrs.evolve(source, hand=one), site, value)
    if node.flow:
        yield [Splice(node.start, node.end, spelled_in_brackets(value, source.hand))]


def _rows_put(source: Source, site: Site, rows: Rows, at: int, lines: list[str]) -> Iterator[list[Splice]]:
    """Yield ways to put lines before an entry, or behind all of them.

    Where entries are set apart by empty lines, so is the new one, unless the empty line would become part of a text above it.
    """
    node, text = rows.node, source.text
    new = "".join(line + "\n" for line in lines)
    last = len(node.entries)
    if at == 0:
        head, top = rows.head(0), rows.top(0)
        if not begins_line(text, head) or not (site.around or top or node.kind == "list"):
            yield [Splice(head, head, new.lstrip(" ") + " " * node.column)]
            return
    if at == 0 or (at < last and node.kind == "list"):
        top = rows.top(at)
        if rows.are_apart_near(at):
            yield [Splice(top, top, new + "\n")]
        yield [Splice(top, top, new)]
        return
    outer = site.outer_column
    bottom = rows.bottom(at - 1, outer if at == last and site.around and outer < node.column else node.column)
    if rows.are_apart_near(at - 1):
        yield [Splice(bottom, bottom, "\n" + new)]
    yield [Splice(bottom, bottom, new)]
