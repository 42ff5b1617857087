"""How lists and mappings are laid out that nobody has laid out before: as a careful person writes them in these records.

Unless the hand of an author says otherwise: two blanks of indentation, `- ` two blanks deeper than the name of the list. What is short
stands in brackets on one line: words such as `[ada, ben]`, and mappings of words, numbers and days such as
`{to: draft, on: 2026-02-09, by: ada}`. Prose never does, for in brackets a comma cuts it. A text of several lines stands below `|`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeGuard

from claimtrack.changes import Scalar, Value
from claimtrack.editing.handwriting import Hand
from claimtrack.editing.spelling import letters, literal

WIDTH = 110
"""How many characters a line has at most that is written in brackets."""

_USUAL = Hand()
_SHORT = 40
"""How many characters a text has at most that is no prose."""
_END_OF_SENTENCE = re.compile(r"[!?…]\W*$|(?<!\b[A-ZÀ-Þ])(?<!\b[A-ZÀ-Þ]\w)(?<!\b[A-ZÀ-Þ]\w\w)\.\W*$")
"""A point behind a short word with a capital letter ends a name: `J. Q.`, `Sea Corp. Ltd.`, `Weg und Steg e. V.`"""
_WORDS_OF_OTHERS = "exact"
"""The field of a quote: somebody's words stand in braces too where their place stands beside them, `{exact: …, at: 4244-4285}`."""

_NEVER_IN_BRACKETS = frozenset({"id", "title"})
"""What has one of these is a record of its own, a piece of evidence or a source, and gets a line for each field."""

_NEVER_FIRST_IN_BRACKETS = frozenset({"unknown", "url"})
"""What begins with its address, or with why there is none, is a source or an appearance, and gets a line for each field too."""

_List: TypeAlias = Sequence[Value]


def is_mapping(value: Value) -> TypeGuard[Mapping[str, Value]]:
    """Tell whether a value has fields of its own."""
    return isinstance(value, Mapping)


def is_list(value: Value) -> TypeGuard[_List]:
    """Tell whether a value is a list of values."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def is_scalar(value: Value) -> TypeGuard[Scalar]:
    """Tell whether a value is a text or a word, and neither a list nor a mapping."""
    return isinstance(value, Scalar)


def has_lines(value: Value) -> bool:
    """Tell whether a text of several lines is anywhere in a value."""
    if is_mapping(value):
        return any(has_lines(one) for one in value.values())
    if is_list(value):
        return any(has_lines(one) for one in value)
    return isinstance(value, str) and "\n" in value


def lines_of_fields(fields: Mapping[str, Value], indent: int, hand: Hand = _USUAL) -> list[str]:
    """Return the lines of a mapping without brackets.

    Arguments:
        fields: its fields, in the order in which they are to stand; at least one.
        indent: how far they are indented.
        hand: how the author writes.

    Raises:
        Unwritable: No record may hold one of the values.
    """
    lines: list[str] = []
    for name, value in fields.items():
        lines += lines_of_field(name, value, indent, hand)
    return lines


def lines_of_field(name: str, value: Value, indent: int, hand: Hand = _USUAL, *, room: int = 0, brackets: bool = False) -> list[str]:
    r"""Return the lines of one field.

    Arguments:
        name: its name.
        value: its value.
        indent: how far the name is indented.
        hand: how the author writes.
        room: how much room names take there together with the colon and the blanks behind it, where values stand below each other.
        brackets: whether all values beside it stand in brackets, so that this one does too if it fits on the line.

    Raises:
        Unwritable: No record may hold the value.

    >>> lines_of_field("authors", ["ada", "ben"], 0)
    ['authors: [ada, ben]']
    >>> lines_of_field("summary", {"en": "It was closed.\nOn 91 days.\n"}, 2)
    ['  summary:', '    en: |', '      It was closed.', '      On 91 days.']
    """
    lead = " " * indent + hand.spell_name(name) + ":"
    lead += " ".ljust(indent + room - len(lead))
    if brackets and not is_scalar(value) and not has_lines(value):
        short = spelled_in_brackets(value, hand)
        if len(lead) + len(short) <= WIDTH:
            return [lead + short]
    return _led_by(lead, value, indent, hand, name)


def lines_of_entry(value: Value, indent: int, hand: Hand = _USUAL, *, brackets: bool | None = None) -> list[str]:
    """Return the lines of one entry of a list without brackets.

    Arguments:
        value: the entry.
        indent: how far its `- ` is indented.
        hand: how the author writes.
        brackets: whether lists and mappings stand in brackets there; None where there is nothing to go by.

    Raises:
        Unwritable: No record may hold the value.

    >>> lines_of_entry({"id": "count", "source": "report", "quote": "It was closed on 91 days."}, 2)
    ['  - id: count', '    source: report', '    quote: It was closed on 91 days.']
    """
    lead = " " * indent + "-" + " " * hand.gap
    if is_scalar(value) or not value:
        return _led_by(lead, value, indent, hand)
    if has_lines(value) or (brackets is None and is_mapping(value) and len(value) == 1):
        brackets = False  # nobody puts a single field in braces, `- {duplicate-of: x}`
    short = in_brackets(value, len(lead), hand) if brackets is None else spelled_in_brackets(value, hand) if brackets else None
    if short is not None:
        return [lead + short]
    inside = lines_of_collection(value, len(lead), hand)
    return [lead + inside[0].lstrip(" "), *inside[1:]]


def lines_of_collection(value: Value, indent: int, hand: Hand = _USUAL) -> list[str]:
    """Return the lines of a list or mapping without brackets.

    Arguments:
        value: the list or mapping, with something in it.
        indent: how far its names or hyphens are indented.
        hand: how the author writes.

    Raises:
        Unwritable: No record may hold one of its values.
    """
    if is_mapping(value):
        return lines_of_fields(value, indent, hand)
    return [line for one in value for line in lines_of_entry(one, indent, hand)] if is_list(value) else []


def in_brackets(value: Value, before: int = 0, hand: Hand = _USUAL) -> str | None:
    """Return a list or mapping as it is written in brackets on one line, or None where it is no such value, or not short.

    Arguments:
        value: the value.
        before: how many characters stand before it on the line.
        hand: how the author writes.

    Raises:
        Unwritable: No record may hold one of its values.

    >>> in_brackets({"to": "draft", "by": "ada"}), in_brackets({"en": "Prose, with a comma in it."})
    ('{to: draft, by: ada}', None)
    """
    if is_mapping(value):
        fits = (
            not _NEVER_IN_BRACKETS & set(value)
            and next(iter(value), None) not in _NEVER_FIRST_IN_BRACKETS
            and all(_is_short(one, among=value, name=name) for name, one in value.items())
        )
    elif is_list(value):
        fits = all(is_scalar(one) and _is_short(one) for one in value)
    else:
        return None
    if not fits:
        return None
    written = spelled_in_brackets(value, hand)
    return written if not value or before + len(written) <= WIDTH else None


def spelled_in_brackets(value: Value, hand: Hand = _USUAL, name: str | None = None) -> str:
    """Return a value as it is written within brackets, however long it gets; *name* is that of its field.

    Raises:
        Unwritable: No record may hold it.
    """
    if is_mapping(value):
        fields = (hand.spell_field(key) + spelled_in_brackets(one, hand, key) for key, one in value.items())
        return "{" + hand.pad + hand.comma.join(fields) + hand.pad + "}" if value else "{}"
    if is_list(value):
        return "[" + hand.comma.join(spelled_in_brackets(one, hand) for one in value) + "]"
    return hand.spell(_scalar(value), name=name, in_flow=True)


def _led_by(lead: str, value: Value, indent: int, hand: Hand, name: str | None = None) -> list[str]:
    """Return the lines of a value behind what stands before it on its line: a name with its colon, or the hyphen of a list."""
    short = in_brackets(value, len(lead), hand)
    if short is not None:
        return [lead + short]
    if not is_scalar(value):
        return [lead.rstrip(" "), *lines_of_collection(value, indent + (hand.step if is_mapping(value) else hand.dash), hand)]
    if isinstance(value, str) and "\n" in value and hand.below_sign:
        below = literal(letters(value), indent + (1 + hand.gap if name is None else hand.step))
        if below is not None:
            return [f"{lead}|{below[0]}", *below[1]]
    return [lead + hand.spell(value, name=name)]


def _is_short(value: Value, among: Mapping[str, Value] | None = None, name: str = "") -> bool:
    if is_mapping(value):
        return False
    if is_list(value):
        return all(is_scalar(one) and _is_short(one) for one in value)
    if not isinstance(value, str):
        return True
    if "\n" in value or not value:
        return False
    if name == _WORDS_OF_OTHERS and among is not None and "at" in among:
        return True
    return " " not in value or (len(value) <= _SHORT and not _END_OF_SENTENCE.search(value))


def _scalar(value: Value) -> Scalar:
    if not is_scalar(value):
        raise AssertionError("a list or mapping was taken for a single value")
    return value
