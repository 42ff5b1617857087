"""What stands where in a text of YAML: every value, name and bracket with its offsets, as the parser met them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from claimtrack.reading.yaml_door import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    Unparsable,
    begin,
    end,
    events,
)

MOST_NESTED = 100
"""How deep lists and mappings may be nested in a file that is edited; no record is a fifth of that, and parsers go down far below."""

Kind: TypeAlias = Literal["scalar", "list", "mapping", "alias"]

_HEADER = re.compile(r"[|>]([-+0-9]*)(?=[ \t]*(?:#.*)?$)", re.MULTILINE)


_COLON = re.compile(r"\s*:")


class TooDeepError(ValueError):
    """Lists and mappings are nested deeper than an edit goes.

    Attributes:
        line: where, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__("nested too deep")
        self.line = line


@attrs.define(eq=False)
class Node:
    """A value, or the name of a field.

    Attributes:
        kind: what it is; an alias is `*name`, wherever that leads.
        start: the offset of its first character, an anchor or tag in front of it included.
        end: the offset behind its last character. Of a list or mapping without brackets, that is the end of its last value; of a text below
            `|` or `>`, the end of its last line, or the beginning of the line behind it where empty lines belong to the text.
        column: the column of its first character, from 0; of a list without brackets, that of its hyphens.
        anchor: the name that it goes by in aliases; of an alias, the name asked for.
        tag: its type, where the file says one.
        sign: what a text is written with; nothing where it is plain.
        flow: whether a list or mapping stands in brackets.
        text: what a scalar reads as.
        entries: the values of a list or mapping, with the names in front of them.
    """

    kind: Kind
    start: int
    end: int
    column: int
    anchor: str | None = None
    tag: str | None = None
    sign: str = ""
    flow: bool = False
    text: str = ""
    entries: list[Entry] = attrs.Factory(list)

    @property
    def is_collection(self) -> bool:
        """Whether it is a list or a mapping."""
        return self.kind in ("list", "mapping")

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all is written there."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def is_below_sign(self) -> bool:
        """Whether it is a text below `|` or `>`."""
        return self.sign in ("|", ">")


@attrs.define(eq=False)
class Entry:
    """A value in a list, or a field of a mapping.

    Attributes:
        key: the name of the field; None in a list.
        value: the value.
    """

    key: Node | None
    value: Node

    @property
    def start(self) -> int:
        """The offset of its first character, without a hyphen or question mark in front of it."""
        return self.value.start if self.key is None else self.key.start

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return max(self.value.end, self.key.end) if self.key is not None else self.value.end


def documents(text: str) -> list[Node]:
    """Return the roots of all documents in a text; a document with nothing in it has a root that is nothing.

    Arguments:
        text: the text, without a byte order mark, its lines ending with LF.

    Raises:
        Unparsable: It is no YAML.
        TooDeepError: It is nested deeper than an edit goes.
    """
    roots: list[Node] = []
    open_: list[Node] = []
    keys: list[Node | None] = []
    for event in events(text.encode("utf-8")):
        if isinstance(event, CollectionEndEvent):
            closed = open_.pop()
            keys.pop()
            _close(closed, event)
            continue
        if not isinstance(event, NodeEvent):
            if isinstance(event, DocumentStartEvent):
                keys.clear()
            continue
        node = _node(event, text)
        if not open_:
            roots.append(node)
        elif (around := open_[-1]).kind == "list":
            around.entries.append(Entry(None, node))
        elif keys[-1] is None:
            keys[-1] = node
        else:
            around.entries.append(Entry(keys[-1], _behind(keys[-1], node, text)))
            keys[-1] = None
        if isinstance(event, CollectionStartEvent):
            open_.append(node)
            keys.append(None)
            if len(open_) > MOST_NESTED:
                raise TooDeepError(begin(event).line + 1)
    return roots


def _node(event: NodeEvent, text: str) -> Node:
    first, last = begin(event), end(event)
    anchor = event.anchor
    if isinstance(event, AliasEvent):
        return Node("alias", first.index, last.index, first.column, anchor)
    if isinstance(event, ScalarEvent):
        sign = event.style or ""
        until = _end_below_sign(text, first.index, last.index) if sign in ("|", ">") else last.index
        return Node("scalar", first.index, until, first.column, anchor, event.tag, sign, text=event.value)
    kind: Kind = "mapping" if isinstance(event, MappingStartEvent) else "list"
    flow = bool(event.flow_style) if isinstance(event, CollectionStartEvent) else False
    return Node(
        kind, first.index, last.index, first.column, anchor, event.tag if isinstance(event, CollectionStartEvent) else None, flow=flow
    )


def _behind(key: Node, value: Node, text: str) -> Node:
    """Return the value of a field; one that is not there at all stands right behind the name or its colon."""
    if value.is_nothing and text[value.start - 1 : value.start] != ":":
        colon = _COLON.match(text, key.end, value.start)
        value.start = value.end = colon.end() if colon else key.end
    return value


def _close(node: Node, event: Event) -> None:
    if node.flow:
        node.end = end(event).index
    elif node.entries:
        node.end = node.entries[-1].end


def _end_below_sign(text: str, start: int, limit: int) -> int:
    """Return where a text below `|` or `>` ends; *limit* is where the parser says so, which is behind the empty lines that follow."""
    header = header_below_sign(text, start)
    if "+" in header[1]:
        return limit
    body = text.find("\n", header.end(), limit) + 1
    if not body:
        return header.end()
    lines = text[body:limit].split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), default=len(text))
    until = header.end()
    for line in lines:
        if line.strip(" ") or len(line) > indent:
            until = body + len(line)
        body += len(line) + 1
    return until


def header_below_sign(text: str, start: int) -> re.Match[str]:
    """Return the sign that a text stands below, `|` or `>`, with the signs behind it as its first group.

    Arguments:
        text: the text of the file.
        start: where the value begins, with an anchor or a tag if it has one.

    Raises:
        Unparsable: There is none, whatever the parser says.
    """
    header = _HEADER.search(text, start)
    if header is None:
        raise Unparsable("the sign that a text stands below was not found", None)
    return header


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything in it, names too, in the order in which it stands there."""
    left = [node]
    while left:
        one = left.pop()
        yield one
        for entry in reversed(one.entries):
            left.append(entry.value)
            if entry.key is not None:
                left.append(entry.key)
