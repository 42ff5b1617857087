"""Documents: a file of YAML as plain values, every one of which knows its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from claimtrack.findings import Finding, Severity
from claimtrack.locations import RecordPath, Span
from claimtrack.phrases import say
from claimtrack.reading.guard import MAX_KEY, MAX_NESTING, admit
from claimtrack.reading.inspection import look_closer
from claimtrack.reading.lines import Lines
from claimtrack.reading.yaml_door import (
    NOTHING,
    CollectionNode,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Unparsable,
    begin,
    compose,
    end,
)

MOST_OF_A_KIND = 100
"""How many findings of one kind are shown for a file."""


@attrs.frozen(eq=False)
class Document:
    """A file that could be read.

    Lines and columns are counted in code points from 1, as editors do: a byte order mark at the beginning is not counted.

    Attributes:
        file: its name, relative to the project's root.
        values: the fields by name: texts, None, and lists and dicts of these. Nothing is converted: numbers, dates, yes and no are the
            texts that stand in the file.
    """

    file: str
    values: dict[str, Any] = attrs.field(repr=False)
    _root: Node = attrs.field(repr=False)
    _lines: Lines = attrs.field(repr=False)
    _children: dict[int, dict[str | int, tuple[Node, Node]]] = attrs.field(factory=dict, init=False, repr=False)
    """The names and values of each mapping that was asked about, by its identity."""

    def span(self, path: RecordPath, *, key: bool = False) -> Span:
        """Return the span of a value.

        A text and what stands in brackets take the span from their first to their last character, quotation marks and brackets
        included; a text below `|` or `>` begins at that sign. A list or mapping in block style is pointed at by its first line only: from
        its first key or hyphen to the end of what stands on that line. An empty value takes no room.

        Arguments:
            path: the value meant; where it is absent, the nearest value around it is shown.
            key: true where the name of the field is meant instead of its value.
        """
        name, node = None, self._root
        for step in path:
            child = self._child(node, step)
            if child is None:
                return _span(node, self._lines)
            name, node = child
        return _span(name if key and name is not None else node, self._lines)

    def is_flow(self, path: RecordPath) -> bool:
        """Tell whether the list or mapping at a path stands in `[ ]` or `{ }`."""
        node = self._root
        for step in path:
            child = self._child(node, step)
            if child is None:
                return False
            node = child[1]
        return isinstance(node, CollectionNode) and bool(node.flow_style)

    def is_bare_name(self, path: RecordPath) -> bool:
        """Tell whether a path leads to a name in `{ }` that has no colon behind it and is not the first one there."""
        *around, _ = path
        if not self.is_flow(tuple(around)):
            return False
        node = self._root
        first = False
        name = None
        for step in path:
            child = self._child(node, step)
            if child is None:
                return False
            first = isinstance(node, MappingNode) and node.value[0][0] is child[0]
            name, node = child
        return name is not None and not first and not self._lines.text[end(name).index :].lstrip().startswith(":")

    def _child(self, node: Node, step: str | int) -> tuple[Node | None, Node] | None:
        """Return the key, if there is one, and the value that a step of a path leads to."""
        if isinstance(node, MappingNode):
            if id(node) not in self._children:
                self._children[id(node)] = {key.value: (key, value) for key, value in node.value}
            return self._children[id(node)].get(step)
        if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            return None, node.value[step]
        return None


def read_document(file: str, data: bytes) -> tuple[Document | None, tuple[Finding, ...]]:
    """Read a file of records.

    Arguments:
        file: its name, relative to the project's root, for the findings.
        data: its bytes.

    Returns:
        The document, or None where anything in it is an error; and all that is wrong with it.
    """
    admitted, findings = admit(file, data)
    if admitted is None:
        return None, few_of_each(findings)
    if not admitted.suspicious:
        try:
            root = compose(admitted.data)
            if root is not None:
                return Document(file, _fields(root), root, Lines(admitted.text)), findings
        except (Unparsable, _Odd):
            pass  # what exactly is wrong, the closer look finds out
    findings = few_of_each((*findings, *look_closer(file, admitted)))
    if any(one.severity is Severity.ERROR for one in findings):
        return None, findings
    root = compose(admitted.data)
    if root is None:
        raise AssertionError(f"{file} passed the closer look, yet there is nothing in it")
    return Document(file, _fields(root, looked_at=True), root, Lines(admitted.text)), findings


def few_of_each(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order; of a kind that crowds a file, only the first ones, the last of which says so."""
    of_kind: dict[str, list[Finding]] = {}
    for one in sorted(findings, key=lambda one: one.sort_key):
        of_kind.setdefault(one.code, []).append(one)
    for code, (*few, last) in ((code, many[:MOST_OF_A_KIND]) for code, many in of_kind.items() if len(many) > MOST_OF_A_KIND):
        message = say("{message} (and more of the kind behind it, which are not shown)", message=last.message)
        of_kind[code] = [*few, attrs.evolve(last, message=message)]
    return tuple(sorted((one for few in of_kind.values() for one in few), key=lambda one: one.sort_key))


class _Odd(Exception):  # noqa: N818  (nothing has failed; there is something that only the closer look can judge)
    """The document may not be what a record can be."""


def _fields(root: Node, *, looked_at: bool = False) -> dict[str, Any]:
    """Return the values of a document; raise _Odd where it needs the closer look and has not had it."""
    if root.__class__ is not MappingNode:
        raise _Odd
    names: set[str] = set()
    values = _mapping(root, names, MAX_NESTING)
    if not looked_at:
        together = "".join(names)
        usual = together.isascii() and together == together.lower() and "\n" not in together
        if not usual or "" in names or max(map(len, names), default=0) > MAX_KEY:
            raise _Odd
    return values


def _mapping(node: Node, names: set[str], room: int) -> dict[str, Any]:
    """Return the values of a mapping; written for speed, since every value of every file comes through here or the next function."""
    if room == 0 or node.tag:
        raise _Odd
    values: dict[str, Any] = {}
    for key, value in node.value:
        if key.__class__ is not ScalarNode:
            raise _Odd
        if value.__class__ is ScalarNode:
            text = value.value
            values[key.value] = None if text in NOTHING and not value.style else text
        elif value.__class__ is MappingNode:
            values[key.value] = _mapping(value, names, room - 1)
        else:
            values[key.value] = _list(value, names, room - 1)
    if len(values) != len(node.value):  # a name stands there twice
        raise _Odd
    names.update(values)
    return values


def _list(node: Node, names: set[str], room: int) -> list[Any]:
    """Return the values of a list."""
    if room == 0 or node.tag:
        raise _Odd
    values: list[Any] = []
    for value in node.value:
        if value.__class__ is ScalarNode:
            text = value.value
            values.append(None if text in NOTHING and not value.style else text)
        elif value.__class__ is MappingNode:
            values.append(_mapping(value, names, room - 1))
        else:
            values.append(_list(value, names, room - 1))
    return values


def _span(node: Node, lines: Lines) -> Span:
    first, last = begin(node), end(node)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):  # the parser's end lies behind the empty lines that follow
        end_line, end_column = lines.place(first.index + len(lines.text[first.index : last.index].rstrip()))
    elif isinstance(node, CollectionNode) and not node.flow_style:
        end_line, end_column = first.line, _end_on_line(node, lines[first.line])
    else:
        end_line, end_column = last.line, last.column
    return Span(first.line + 1, first.column + 1, end_line + 1, end_column + 1)


def _end_on_line(node: Node, line: str) -> int:
    """Return the column behind the part of a node that stands on the line where the node begins."""
    here = begin(node).line
    if isinstance(node, MappingNode) and not node.flow_style:
        key, value = node.value[0]
        return _end_on_line(value if begin(value).line == here else key, line)
    if isinstance(node, SequenceNode) and not node.flow_style:
        entry = node.value[0]
        return _end_on_line(entry, line) if begin(entry).line == here else begin(node).column + 1
    return end(node).column if end(node).line == here else len(line.rstrip())
