"""Sites: the place in a file that a change is about, and why no change can be made there, where that is so."""

from __future__ import annotations

import attrs

from claimtrack.editing.handwriting import Hand
from claimtrack.editing.tree import Node
from claimtrack.locations import RecordPath


class Refused(Exception):  # noqa: N818  (nothing has failed; it is on its way to becoming a refusal)
    """A change cannot be made safely.

    Attributes:
        reason: why, as a clause.
        offset: what stands in the way.
    """

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


@attrs.frozen
class Splice:
    """A stretch of a text and what is to stand there instead.

    Attributes:
        start: the offset of its first character.
        end: the offset behind its last.
        new: what is to stand there.
    """

    start: int
    end: int
    new: str


@attrs.frozen
class Source:
    """A text that is edited.

    Attributes:
        text: the text, without a byte order mark, every line of it ending with LF.
        root: the document that is meant, the first one of the file.
        hand: how its author writes.
    """

    text: str = attrs.field(repr=False)
    root: Node = attrs.field(repr=False)
    hand: Hand


@attrs.frozen
class Site:
    """A value, and what it stands in.

    Attributes:
        node: the value.
        around: the lists and mappings around it, from the root to the innermost.
        index: its number in the innermost.
    """

    node: Node
    around: tuple[Node, ...] = ()
    index: int = 0

    @property
    def parent(self) -> Node | None:
        """The list or mapping that it stands in; None for the root."""
        return self.around[-1] if self.around else None

    @property
    def key(self) -> Node | None:
        """The name of its field; None in a list."""
        return self.around[-1].entries[self.index].key if self.around else None

    @property
    def in_flow(self) -> bool:
        """Whether it stands in brackets."""
        return bool(self.around) and self.around[-1].flow

    @property
    def outer_column(self) -> int:
        """The column of what it belongs to; -1 for the root."""
        return self.around[-1].column if self.around else -1


def reach(source: Source, path: RecordPath) -> Site:
    """Return the site that a path leads to; a step behind the last list or mapping may lead to something that has an anchor or a tag.

    Arguments:
        source: the text.
        path: the path.

    Raises:
        Refused: There is no such place, or something on the way has an effect on other places.
    """
    site = Site(source.root)
    for number, step in enumerate(path):
        may_hold(site.node, number and path[number - 1])
        index = index_of(site.node, step)
        site = Site(site.node.entries[index].value, (*site.around, site.node), index)
    return site


def may_hold(node: Node, name: str | int) -> None:
    """Refuse to change anything in a value that has an effect elsewhere, or another meaning than it seems to have."""
    if node.kind == "alias":
        raise Refused(f"`{name}` is an alias of what stands at `&{node.anchor}`, which counts for other places too", node.start)
    if node.anchor is not None:
        raise Refused(f"`{name}` has the anchor `&{node.anchor}`, so that a change counts wherever `*{node.anchor}` stands", node.start)
    if node.tag is not None:
        raise Refused(f"`{name}` has the tag `{node.tag}`, and what may stand there is for whoever gave it to say", node.start)


def index_of(node: Node, step: str | int) -> int:
    """Return which entry of a list or mapping a step leads to.

    Raises:
        Refused: There is no such entry, or several.
    """
    if isinstance(step, int):
        if node.kind != "list":
            raise Refused(f"expected a list with a value number {step}, found {_found(node)}", node.start)
        if not 0 <= step < len(node.entries):
            raise Refused(f"the list has {len(node.entries)} values, and none is number {step} counted from 0", node.start)
        return step
    if node.kind != "mapping":
        raise Refused(f"expected a mapping with a field `{step}`, found {_found(node)}", node.start)
    found = indexes_of(node, step)
    if not found:
        raise Refused(f"there is no field `{step}`", node.start)
    if len(found) > 1:
        raise Refused(f"the field `{step}` is there {len(found)} times", node.entries[found[1]].start)
    return found[0]


def indexes_of(node: Node, name: str) -> list[int]:
    """Return which entries of a mapping have a name."""
    return [
        number
        for number, entry in enumerate(node.entries)
        if entry.key is not None and entry.key.kind == "scalar" and entry.key.text == name
    ]


def _found(node: Node) -> str:
    return "nothing" if node.is_nothing else f"a {node.kind}" if node.is_collection else "a text or a word"
