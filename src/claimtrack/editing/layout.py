"""How lists and mappings are laid out that nobody has laid out before: as a careful person writes them in these records.

Two blanks of indentation, `- ` two blanks deeper than the name of the list. What is short stands in brackets on one line: words such as
`[ada, ben]`, and mappings of words, numbers and days such as `{to: draft, on: 2026-02-09, by: ada}`. Prose never does, for in brackets
a comma cuts it. A text of several lines stands below `|`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeGuard

from claimtrack.changes import Scalar, Value
from claimtrack.editing.spelling import Quote, literal, spell, spell_name

WIDTH = 110
"""How many characters a line has at most that is written in brackets."""

_SHORT = 40
"""How many characters a text has at most that is no prose."""
_END_OF_SENTENCE = re.compile(r"[.!?…]\W*$")
_WORD = re.compile(r"[a-z_]+", re.ASCII)
_WORDS_OF_OTHERS = "exact"
"""The field of a quote: somebody's words stand in braces too where their place stands beside them, `{exact: …, at: 4244-4285}`."""

_NEVER_IN_BRACKETS = frozenset({"id", "title"})
"""What has one of these is a record of its own, a piece of evidence or a source, and gets a line for each field."""

_List: TypeAlias = Sequence[Value]


def is_mapping(value: Value) -> TypeGuard[Mapping[str, Value]]:
    """Tell whether a value has fields of its own."""
    return isinstance(value, Mapping)


def is_list(value: Value) -> TypeGuard[_List]:
    """Tell whether a value is a list of values."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def lines_of_fields(fields: Mapping[str, Value], indent: int, quote: Quote = '"') -> list[str]:
    """Return the lines of a mapping without brackets.

    Arguments:
        fields: its fields, in the order in which they are to stand; at least one.
        indent: how far they are indented.
        quote: the quotation marks for what cannot be plain.

    Raises:
        Unwritable: No record may hold one of the values.
    """
    lines: list[str] = []
    for name, value in fields.items():
        lines += lines_of_field(name, value, indent, quote)
    return lines


def lines_of_field(name: str, value: Value, indent: int, quote: Quote = '"') -> list[str]:
    r"""Return the lines of one field.

    Arguments:
        name: its name.
        value: its value.
        indent: how far the name is indented.
        quote: the quotation marks for what cannot be plain.

    Raises:
        Unwritable: No record may hold the value.

    >>> lines_of_field("authors", ["ada", "ben"], 0)
    ['authors: [ada, ben]']
    >>> lines_of_field("summary", {"en": "It was closed.\nOn 91 days.\n"}, 2)
    ['  summary:', '    en: |', '      It was closed.', '      On 91 days.']
    """
    return _led_by(" " * indent + _spelled_name(name, quote) + ":", value, indent, quote)


def lines_of_entry(value: Value, indent: int, quote: Quote = '"') -> list[str]:
    """Return the lines of one entry of a list without brackets.

    Arguments:
        value: the entry.
        indent: how far its `- ` is indented.
        quote: the quotation marks for what cannot be plain.

    Raises:
        Unwritable: No record may hold the value.

    >>> lines_of_entry({"id": "count", "source": "report", "quote": "It was closed on 91 days."}, 2)
    ['  - id: count', '    source: report', '    quote: It was closed on 91 days.']
    """
    first = " " * indent + "-"
    inside: list[str] = []
    if in_brackets(value, indent + 2, quote) is None:
        if is_mapping(value):
            inside = lines_of_fields(value, indent + 2, quote)
        elif is_list(value):
            inside = [line for one in value for line in lines_of_entry(one, indent + 2, quote)]
    if inside:
        return [first + inside[0][indent + 1 :], *inside[1:]]
    return _led_by(first, value, indent, quote)


def in_brackets(value: Value, before: int = 0, quote: Quote = '"') -> str | None:
    """Return a list or mapping as it is written in brackets on one line, or None where it is no such value, or not short.

    Arguments:
        value: the value.
        before: how many characters stand before it on the line.
        quote: the quotation marks for what cannot be plain.

    Raises:
        Unwritable: No record may hold one of its values.

    >>> in_brackets({"to": "draft", "by": "ada"}), in_brackets({"en": "Prose, with a comma in it."})
    ('{to: draft, by: ada}', None)
    """
    if is_mapping(value):
        fits = not _NEVER_IN_BRACKETS & set(value) and all(_is_short(one, among=value, name=name) for name, one in value.items())
    elif is_list(value):
        fits = all(not is_mapping(one) and not is_list(one) and _is_short(one) for one in value)
    else:
        return None
    if not fits:
        return None
    written = spelled_in_brackets(value, quote)
    return written if not value or before + len(written) <= WIDTH else None


def spelled_in_brackets(value: Value, quote: Quote = '"') -> str:
    """Return a value as it is written within brackets, however long it gets.

    Raises:
        Unwritable: No record may hold it.
    """
    if is_mapping(value):
        fields = (f"{_spelled_name(name, quote)}: {spelled_in_brackets(one, quote)}" for name, one in value.items())
        return "{" + ", ".join(fields) + "}"
    if is_list(value):
        return "[" + ", ".join(spelled_in_brackets(one, quote) for one in value) + "]"
    return spell(_scalar(value), quote=quote, in_flow=True)


def _led_by(lead: str, value: Value, indent: int, quote: Quote) -> list[str]:
    """Return the lines of a value behind what stands before it on its line: a name with its colon, or the hyphen of a list."""
    short = in_brackets(value, len(lead) + 1, quote)
    if short is not None:
        return [f"{lead} {short}"]
    if is_mapping(value):
        return [lead, *lines_of_fields(value, indent + 2, quote)]
    if is_list(value):
        return [lead, *(line for one in value for line in lines_of_entry(one, indent + 2, quote))]
    scalar = _scalar(value)
    if isinstance(scalar, str) and "\n" in scalar and (below := literal(scalar, indent + 2)) is not None:
        chomping, lines = below
        return [f"{lead} |{chomping}", *lines]
    return [f"{lead} {spell(scalar, quote=quote)}"]


def _spelled_name(name: str, quote: Quote) -> str:
    """Return how the name of a field is written; `on` and `no` stand there without quotation marks in all records."""
    return name if _WORD.fullmatch(name) else spell_name(name, quote=quote, in_flow=True)


def _is_short(value: Value, among: Mapping[str, Value] | None = None, name: str = "") -> bool:
    if is_mapping(value):
        return False
    if is_list(value):
        return all(not is_mapping(one) and not is_list(one) and _is_short(one) for one in value)
    if not isinstance(value, str):
        return True
    if "\n" in value or not value:
        return False
    if name == _WORDS_OF_OTHERS and among is not None and "at" in among:
        return True
    return " " not in value or (len(value) <= _SHORT and not _END_OF_SENTENCE.search(value))


def _scalar(value: Value) -> Scalar:
    if is_mapping(value) or is_list(value):
        raise AssertionError("a list or mapping was taken for a single value")
    return value  # type: ignore[return-value]  # what is neither is a scalar, which the type guards cannot say
