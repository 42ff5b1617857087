"""How a value is written down: plain where that reads as what it is in every version of YAML, else in quotation marks or below `|`."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Literal, TypeAlias

from claimtrack.changes import Bare, Empty, Scalar
from claimtrack.reading.characters import forbidden_in, shown

Sign: TypeAlias = Literal["", "'", '"', "|", ">"]
"""What a text is written with; nothing where it stands there plain."""
Quote: TypeAlias = Literal["'", '"']

LONGEST_NAME = 200
"""How many characters the name of a field may have; YAML readers begin to disagree a little further."""

_OTHER_THAN_TEXT = re.compile(
    r"""(?:
      y|yes|n|no|on|off|true|false|null|~|=|<<
    | [-+]?\.?(?:inf|nan)
    | [-+]?[.\d][\d_.,]*(?:e[-+]?[\d_.]*)?           # 10, 010, 1_000, .5, 1.2.3, 1e3
    | [-+]?0[xob][\da-f_]+
    | [-+]?\d[\d_]*(?::[\d_.]+)+                     # 1:30, which is ninety in YAML 1.1
    | \d{4}-\d\d?-\d\d?(?:(?:t|[ \t]+)\d\d?:.*)?     # days and instants
    )""",
    re.VERBOSE | re.IGNORECASE | re.ASCII | re.DOTALL,
)
"""What one version of YAML or the other takes for something else than a text, and a little more."""

_SIGN_AT_FRONT = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.")
_SIGN_INSIDE = re.compile(r": | #|:$|\t")
_SIGN_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_BREAKS_BARE_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?![\w/])", re.ASCII)

_WORD = re.compile(r"[A-Za-z][A-Za-z_]*")

_SAME_IN_ALL_VERSIONS = re.compile(
    r"""(?:
      yes|no|on|off|true|false                       # a word, or yes and no: the letters are the same
    | [-+]?(?:0|[1-9]\d*)                            # no zero in front, which makes it octal in YAML 1.1
    | [-+]?(?:0|[1-9]\d*)?\.\d+
    | \d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?
    )""",
    re.VERBOSE | re.ASCII,
)
"""What reads as something else than a text, but as the same in every version."""


class Unwritable(ValueError):  # noqa: N818  (a value that no record may hold, on its way to a refusal)
    """A value cannot be written into a record.

    Attributes:
        reason: why, as a clause.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def letters(value: Scalar) -> str:
    """Return the letters of a value, which are what a record holds of it.

    Raises:
        Unwritable: It holds a character that records may not hold, or is no number that has digits.

    >>> letters(True), letters(Decimal("1E+3")), letters(datetime.date(2026, 2, 9)), letters(Bare("2025-02~"))
    ('true', '1000', '2026-02-09', '2025-02~')
    """
    if isinstance(value, Empty | bool):
        return "null" if isinstance(value, Empty) else str(value).lower()
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise Unwritable(f"{value} is no number that can be written in digits")
        return format(value, "f")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = value.text if isinstance(value, Bare) else value
    if (character := "\r" if "\r" in text else forbidden_in(text)) is not None:
        raise Unwritable(f"the new text holds {shown(character)}, which no record may hold")
    return text


def spell(value: Scalar, *, sign: Sign = "", quote: Quote = '"', in_flow: bool = False) -> str:
    r"""Return how a value is written on one line.

    Arguments:
        value: the value; texts that have several lines get `\\n`.
        sign: how it is to be written if it can be: plain, or in one kind of quotation marks.
        quote: the quotation marks that are usual where it stands, for what cannot be plain.
        in_flow: whether it stands in brackets or braces, where more signs have a meaning.

    Raises:
        Unwritable: No record may hold it.

    >>> spell("Lastenrad: 29 Verletzte"), spell("no"), spell("no", sign="'"), spell("a, b"), spell("a, b", in_flow=True)
    ('"Lastenrad: 29 Verletzte"', '"no"', "'no'", 'a, b', '"a, b"')
    """
    text = letters(value)
    if sign not in ("'", '"'):
        if _can_be_plain(value, text, in_flow=in_flow):
            return text
        sign = quote
        if sign == '"' and ('"' in text or "\\" in text) and "'" not in text:
            sign = "'"
    if sign == "'" and "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def spell_name(name: str, *, sign: Sign = "", quote: Quote = '"') -> str:
    """Return how the name of a field is written; `on` and `no` stand there without quotation marks in all files.

    Raises:
        Unwritable: It cannot be the name of a field.
    """
    if "\n" in name or len(name) > LONGEST_NAME:
        raise Unwritable(f"a name of more than {LONGEST_NAME} characters, or of several lines, is none that every YAML reader takes")
    if not sign and _WORD.fullmatch(name):
        return name
    return spell(name, sign=sign, quote=quote, in_flow=True)


def is_plain(value: Scalar, *, in_flow: bool = False) -> bool:
    """Tell whether a value can be written without quotation marks and reads as what it is in every version of YAML.

    Raises:
        Unwritable: No record may hold it.
    """
    return _can_be_plain(value, letters(value), in_flow=in_flow)


def _can_be_plain(value: Scalar, text: str, *, in_flow: bool) -> bool:
    if not text or text[0].isspace() or text[-1].isspace() or "\n" in text:
        return False
    if isinstance(value, str):
        if _OTHER_THAN_TEXT.fullmatch(text) or (in_flow and _SIGN_IN_FLOW.search(text)):
            return False
    elif isinstance(value, Bare):
        if _OTHER_THAN_TEXT.fullmatch(text) and not _SAME_IN_ALL_VERSIONS.fullmatch(text):
            return False
        if in_flow and _BREAKS_BARE_IN_FLOW.search(text):
            return False
    else:
        return True
    signed = isinstance(value, Bare) and re.match(r"-[\d.]", text)
    return (bool(signed) or not _SIGN_AT_FRONT.match(text)) and not _SIGN_INSIDE.search(text)


def literal(text: str, indent: int, *, marked: bool = False) -> tuple[str, list[str]] | None:
    r"""Return how a text is written below `|`: what stands behind that sign, and the lines; or None where it cannot be written so.

    Arguments:
        text: the text.
        indent: how far its lines are indented; more than what it belongs to.
        marked: whether a figure behind the sign says how far, so that the first line may begin with blanks.

    >>> literal("One line.\nAnd another.\n", 2)
    ('', ['  One line.', '  And another.'])
    >>> literal(" Begins with a blank.", 2)
    """
    lines = _lines_below(text, marked=marked)
    if lines is None:
        return None
    return _chomping(text), [" " * indent + line if line else "" for line in lines]


def folded(text: str, indent: int, width: int = 80) -> tuple[str, list[str]] | None:
    r"""Return how a text is written below `>`, as :func:`literal` does; its lines are broken at blanks where they get too wide.

    Arguments:
        text: the text.
        indent: how far its lines are indented.
        width: how many characters a line has at most, where there is a blank to break it at.

    >>> folded("One two three.\nFour.\n", 2, 10)
    ('', ['  One two', '  three.', '', '  Four.'])
    """
    lines = _lines_below(text)
    if lines is None or any(line[:1].isspace() or line[-1:].isspace() for line in lines):
        return None
    folded_lines: list[str] = []
    begun = False
    for line in lines:
        if begun or not line:  # a line end of the text is an empty line here
            folded_lines.append("")
        folded_lines += [" " * indent + part for part in _broken(line, width - indent)] if line else []
        begun = begun or bool(line)
    return _chomping(text), folded_lines


def _broken(line: str, width: int) -> list[str]:
    """Break a line at single blanks between words."""
    parts: list[str] = []
    for word in re.split(r"(?<=[^\s]) (?=[^\s])", line):
        if parts and len(parts[-1]) + 1 + len(word) <= width:
            parts[-1] += " " + word
        else:
            parts.append(word)
    return parts


def _lines_below(text: str, *, marked: bool = False) -> list[str] | None:
    """Return the lines of a text, without the empty ones at its end but where they belong to it; None where they cannot be told."""
    body = text.rstrip("\n")
    first = body.lstrip("\n")
    if not first or (first[0].isspace() and not (marked and first[0] == " ")) or forbidden_in(text) is not None:
        return None
    lines = body.split("\n")
    if any(line and not line.strip(" \t") for line in lines):
        return None
    return lines + [""] * max(len(text) - len(body) - 1, 0)


def _chomping(text: str) -> str:
    return "+" if text.endswith("\n\n") else "" if text.endswith("\n") else "-"
