"""Meanings: what stands in a record once layout, comments and ways of spelling are taken away."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal, TypeAlias

import attrs

from claimtrack.editing.tree import Node, walk
from claimtrack.reading.yaml_door import NOTHING

Kind: TypeAlias = Literal["word", "list", "mapping"]


class Unmergeable(Exception):  # noqa: N818  (nothing has failed; git merges such a file as text)
    """A file, or what would come of it, is nothing that can be merged by meaning.

    Attributes:
        reason: why, as a clause.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@attrs.frozen
class Word:
    """A scalar.

    Attributes:
        text: what it reads as; the field decides what that is, whether it stands in quotation marks or not.
        is_nothing: whether it is written, and says that there is no value.
    """

    text: str
    is_nothing: bool = False


Meaning: TypeAlias = "Word | list[Meaning] | dict[str, Meaning]"
"""A scalar, a list, or a mapping, whose order does not count."""


def meaning(node: Node) -> Meaning:
    """Return what a value means.

    Arguments:
        node: the value, as :func:`refuse_what_is_not_understood` lets it through.
    """
    if node.kind == "list":
        return [meaning(entry.value) for entry in node.entries]
    if node.kind == "mapping":
        return {entry.key.text: meaning(entry.value) for entry in node.entries if entry.key is not None}
    return Word(node.text, not node.sign and node.text in NOTHING)


def refuse_what_is_not_understood(root: Node, text: str) -> None:
    """Look for anything in a document that has an effect elsewhere, or is written in a way that no record is.

    Raises:
        Unmergeable: There is something of the kind.
    """
    for node in walk(root):
        if node.kind == "alias" or node.anchor is not None:
            raise Unmergeable("it has anchors or aliases")
        if node.tag is not None:
            raise Unmergeable("it has tags")
        if node.flow and text[node.start] not in "[{":
            raise Unmergeable("it has a pair in a list without braces around it")
        if node.kind == "mapping":
            _refuse_odd_names(node)


def _refuse_odd_names(node: Node) -> None:
    keys = [entry.key for entry in node.entries]
    if not all(key is not None and key.kind == "scalar" and not key.is_below_sign for key in keys):
        raise Unmergeable("it has a name that is no word")
    if len({key.text for key in keys if key is not None}) < len(keys):
        raise Unmergeable("it has a field twice")
    if any(key is not None and key.text == "<<" for key in keys):
        raise Unmergeable("it has merge keys")


def kind_of(value: Meaning | None) -> Kind | None:
    """Return what sort of thing a value is; None for what is not there, or is written but says nothing, as both can become anything."""
    if value is None or (isinstance(value, Word) and value.is_nothing):
        return None
    return "list" if isinstance(value, list) else "mapping" if isinstance(value, dict) else "word"


def frozen(value: Meaning | None) -> Hashable:
    """Return a value as something that can be looked up."""
    if isinstance(value, list):
        return ("list", *map(frozen, value))
    if isinstance(value, dict):
        return ("mapping", frozenset((name, frozen(one)) for name, one in value.items()))
    return value


def is_as_much(one: Meaning | None, other: Meaning | None) -> bool:
    """Tell whether two values say the same, where an empty list or mapping says as much as nothing does.

    >>> is_as_much({"a": []}, {"a": Word("", is_nothing=True)}), is_as_much([Word("a")], [])
    (True, False)
    """
    if isinstance(one, dict) and isinstance(other, dict) and one and other:
        return one.keys() == other.keys() and all(is_as_much(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list) and one and other:
        return len(one) == len(other) and all(map(is_as_much, one, other))
    return one == other or (_says_nothing(one) and _says_nothing(other))


def _says_nothing(value: Meaning | None) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, Word) and value.is_nothing)
