"""Breaking out: a mapping in braces that gets more than belongs on one line is given a line for each field."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.changes import Add, Bare, Change, Set, Value
from claimtrack.editing.layout import WIDTH, in_brackets, is_scalar, lines_of_field
from claimtrack.editing.remarks import remarks
from claimtrack.editing.rows import line_end, line_start
from claimtrack.editing.sites import Site, Source, Splice, index_of
from claimtrack.editing.spelling import letters
from claimtrack.editing.tree import Node, walk
from claimtrack.locations import RecordPath
from claimtrack.reading.yaml_door import type_in_1_2


def broken_out(before: Source, after: Source, change: Change) -> list[Splice] | None:
    """Return how a mapping in braces is laid out in lines after it was given a field, or None where it stays as it is.

    It stays where it still is what one writes in braces, where only a word was added, where it was more than that before, since then its
    author means it to be so, and where anything but names and values stands in it.

    Arguments:
        before: the text before the change.
        after: the same text with the change in it.
        change: the change.
    """
    if not isinstance(change, Add | Set) or (is_scalar(change.value) and (isinstance(change, Set) or " " not in letters(change.value))):
        return None
    was, site = _outermost(before, change.path), _outermost(after, change.path)
    if was is None or site is None or site.parent is None or not _is_plain(after.text, site.node):
        return None
    if not _gets_too_much(before.text, was.node, after.text, site.node):
        return None
    node, text, hand = site.node, after.text, after.hand
    in_list = site.parent.kind == "list"
    indent = node.column if in_list else site.parent.column + hand.step
    lines = list(_lines(after, node, indent, change.path[len(site.around) :], change.value))
    end = line_end(text, node.end)
    first = lines.pop(0).lstrip(" ") if in_list else ""
    start = node.start if in_list else len(text[: node.start].rstrip(" "))
    return [Splice(start, node.end, first), Splice(end, end, "".join(f"\n{line}" for line in lines))]


def _outermost(source: Source, path: RecordPath) -> Site | None:
    """Return the first mapping in braces on a path, or None where there is none."""
    site = Site(source.root)
    for step in path[:-1]:
        if site.node.flow:
            break
        index = index_of(site.node, step)
        site = Site(site.node.entries[index].value, (*site.around, site.node), index)
    return site if site.node.flow and site.node.kind == "mapping" and site.node.entries else None


def _is_plain(text: str, node: Node) -> bool:
    """Tell whether a mapping stands on one line, with nothing in it but names without quotation marks and values."""
    nodes = list(walk(node))
    names = [entry.key for one in nodes if one.kind == "mapping" for entry in one.entries]
    return (
        "\n" not in text[node.start : node.end]
        and not any(one.anchor or one.tag or one.kind == "alias" for one in nodes)
        and all(name is not None and name.kind == "scalar" and not name.sign for name in names)
        and not remarks(text, node.start, node.end, [node])
    )


def _gets_too_much(before: str, was: Node, after: str, node: Node) -> bool:
    """Tell whether a mapping did fit on its line and does not any more, or was what one writes in braces and is that no more."""
    if _end_on_line(before, was) > WIDTH:
        return False
    return _end_on_line(after, node) > WIDTH or (in_brackets(_values(was)) is not None and in_brackets(_values(node)) is None)


def _end_on_line(text: str, node: Node) -> int:
    return node.end - line_start(text, node.start)


def _values(node: Node) -> Value:
    if node.kind == "mapping":
        return {entry.key.text: _values(entry.value) for entry in node.entries if entry.key is not None}
    if node.kind == "list":
        return [_values(entry.value) for entry in node.entries]
    return node.text if node.sign or type_in_1_2(node.text) == "str" else Bare(node.text)


def _lines(source: Source, node: Node, indent: int, path: RecordPath, value: Value) -> Iterator[str]:
    """Yield the lines of a mapping that stands in braces: what was there as it was written there, and the new value in its own way."""
    for entry in node.entries:
        if entry.key is None:
            raise AssertionError("the fields of a mapping have names")
        inner, further = entry.value, path[1:] if path[:1] == (entry.key.text,) else ()
        lead = " " * indent + source.text[entry.key.start : entry.key.end] + ":"
        written = source.text[inner.start : inner.end]
        if path == (entry.key.text,):
            yield from lines_of_field(entry.key.text, value, indent, source.hand)
        elif inner.is_nothing:
            yield lead
        elif further and inner.kind == "mapping" and in_brackets(_values(inner), len(lead) + 1) is None:
            yield lead
            yield from _lines(source, inner, indent + source.hand.step, further, value)
        else:
            yield f"{lead} {written}"
