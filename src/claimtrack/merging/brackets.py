"""Brackets: a list in `[ ]` or a mapping in `{ }` that both sides have changed, put together entry by entry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from claimtrack.editing.remarks import remarks
from claimtrack.editing.tree import Entry, Node
from claimtrack.merging.deciding import Deciding, Decision, Path, Three, entries_of, keys_of
from claimtrack.merging.identities import Key
from claimtrack.merging.meanings import Meaning
from claimtrack.merging.pieces import NoRoom


@attrs.frozen(eq=False)
class Bracketed:
    """A list or mapping in brackets.

    Attributes:
        text: the text that it stands in.
        node: the list or mapping.
    """

    text: str
    node: Node

    def entry(self, entry: Entry) -> str:
        """Return an entry as it is written."""
        return self.text[entry.start : entry.end]

    @property
    def gaps(self) -> list[str]:
        """What stands between the entries."""
        entries = self.node.entries
        return [self.text[one.end : other.start] for one, other in pairwise(entries)]


def in_brackets(deciding: Deciding, path: Path, sides: tuple[Bracketed, Bracketed], value: Three[Meaning]) -> str:
    """Return what two sides made of a list or mapping in brackets, as one that is written like ours.

    Arguments:
        deciding: decides what becomes of each entry.
        path: where it stands.
        sides: ours and theirs.
        value: what it means in the three versions.

    Raises:
        NoRoom: There is a conflict in it, or a comment, or it is written in a way that cannot be continued.
    """
    ours, theirs = sides
    if any(remarks(one.text, one.node.start, one.node.end, [one.node]) for one in sides):
        raise NoRoom
    keys = keys_of(path, value)
    our_entries = dict(zip(keys.ours or (), ours.node.entries, strict=True))
    their_entries = dict(zip(keys.theirs or (), theirs.node.entries, strict=True))
    written: dict[Key, str] = {}
    for key, one in entries_of(path, value).items():
        decision = deciding.decide((*path, key), one)
        if decision is Decision.CONFLICT:
            raise NoRoom
        our_entry, their_entry = our_entries.get(key), their_entries.get(key)
        if decision is Decision.BOTH and our_entry is not None and their_entry is not None:
            written[key] = _entry_of_both(deciding, (*path, key), sides, (our_entry, their_entry), one)
        elif decision is Decision.OURS and our_entry is not None:
            written[key] = ours.entry(our_entry)
        elif decision is Decision.THEIRS and their_entry is not None:
            written[key] = _on_one_line(theirs.entry(their_entry))
    if ours.node.entries:
        return _like(ours, list(our_entries), written)
    return _on_one_line(_like(theirs, list(their_entries), written))


def _entry_of_both(
    deciding: Deciding, path: Path, sides: tuple[Bracketed, Bracketed], entries: tuple[Entry, Entry], value: Three[Meaning]
) -> str:
    ours, theirs = (Bracketed(side.text, entry.value) for side, entry in zip(sides, entries, strict=True))
    start = entries[0].start
    return ours.text[start : ours.node.start] + in_brackets(deciding, path, (ours, theirs), value)


def _on_one_line(written: str) -> str:
    if "\n" in written:
        raise NoRoom
    return written


def _like(side: Bracketed, keys: Sequence[Key], written: dict[Key, str]) -> str:
    """Return entries in brackets, set apart as they are on a side, and what is new there as the others are."""
    text, node = side.text, side.node
    entries = node.entries
    brackets = text[node.start] + text[node.end - 1]
    if not written:
        return brackets
    if not entries:
        return f"{brackets[0]}{', '.join(written.values())}{brackets[1]}"
    usual = side.gaps[0] if side.gaps else ", "
    gaps = dict(zip(pairwise(keys), side.gaps, strict=True))
    order = list(written)
    parts = [text[node.start : entries[0].start], written[order[0]]]
    for before, key in pairwise(order):
        parts += gaps.get((before, key), usual), written[key]
    return "".join((*parts, text[entries[-1].end : node.end]))
