"""Whether a value stands in a file already, as what it is."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.changes import Bare, Scalar, Value
from claimtrack.editing.layout import is_list, is_mapping, is_scalar
from claimtrack.editing.spelling import letters
from claimtrack.editing.tree import Node
from claimtrack.reading.yaml_door import type_in_1_1, type_in_1_2


def is_same(node: Node, value: Value) -> bool:
    """Tell whether a node is a value already, so that there is nothing to change.

    Arguments:
        node: what stands in the file.
        value: the value.

    Raises:
        Unwritable: No record may hold the value.
    """
    if node.anchor is not None or node.tag is not None:
        return False
    if is_mapping(value):
        return node.kind == "mapping" and _are_fields(node, value)
    if is_list(value):
        same_length = node.kind == "list" and len(node.entries) == len(value)
        return same_length and all(is_same(entry.value, one) for entry, one in zip(node.entries, value, strict=True))
    return is_scalar(value) and node.kind == "scalar" and not node.is_nothing and _is_scalar(node, value)


def _are_fields(node: Node, fields: Mapping[str, Value]) -> bool:
    there = {entry.key.text: entry.value for entry in node.entries if entry.key is not None and entry.key.kind == "scalar"}
    same_names = len(node.entries) == len(fields) and there.keys() == fields.keys()
    return same_names and all(is_same(there[name], one) for name, one in fields.items())


def _is_scalar(node: Node, value: Scalar) -> bool:
    if node.text != letters(value):
        return False
    if isinstance(value, str):
        return node.sign != "" or type_in_1_1(value) == type_in_1_2(value) == "str"
    return isinstance(value, Bare) or node.sign == ""
