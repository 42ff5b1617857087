"""Renaming: another name for a field, whose value stays where it is."""

from __future__ import annotations

from claimtrack.editing.rows import Rows
from claimtrack.editing.sites import Refused, Site, Source, Splice, indexes_of
from claimtrack.editing.spelling import Sign, spell_name

_QUOTES: dict[str, Sign] = {"'": "'", '"': '"'}


def rename(source: Source, around: Site, index: int, name: str) -> list[Splice]:
    """Return how a field gets another name; nothing where it has it.

    Arguments:
        source: the text.
        around: the mapping.
        index: which field of it.
        name: its new name.

    Raises:
        Refused: It cannot be done.
        Unwritable: It cannot be the name of a field.
    """
    node = around.node
    entry = node.entries[index]
    key = entry.key
    if key is None:
        raise Refused("only fields have names, and this is a value of a list", node.start)
    if key.anchor is not None or key.tag is not None or key.is_below_sign or key.is_nothing:
        raise Refused("the name has an anchor or a tag, or is written in a way of its own", key.start)
    if key.text == name:
        return []
    if found := indexes_of(node, name):
        raise Refused(f"the field `{name}` is there already", node.entries[found[0]].start)
    spelled = spell_name(name, sign=_QUOTES.get(key.sign, ""), quote=source.hand.quote)
    splices = [Splice(key.start, key.end, spelled)]
    between = source.text[key.end : entry.value.start]
    room = 0 if node.flow else Rows(source.text, node).room_for_names(index)
    if room > len(spelled) + 1 and between.strip(" ") == ":":
        splices.append(Splice(key.end, entry.value.start, ":".ljust(room - len(spelled))))
    return splices
