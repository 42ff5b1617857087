"""What makes a hostile text harmless on a terminal and in the log of a build, and how wide a text is there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: they move the cursor, change colours, write to the clipboard
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff"  # invisible characters and separators
    "\u202a-\u202e\u2066-\u2069"  # bidirectional controls: they show text in another order than it has
    "\U000e0000-\U000e007f\ufff9-\ufffb\ud800-\udfff]"  # tag characters, annotations, lone surrogates
)
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f")
"""Marks that are letters without a shape: they turn no run of text round, but say on which side punctuation and numbers stand."""
_REACH = 40
"""How many characters away the letters may be that such a mark stands between."""
COMMAND_OF_A_LOG = re.compile(r"##(?=[A-Za-z]*\[)")
"""What GitHub, Azure Pipelines and TeamCity take for a command to them, wherever in a line it stands: ``##[`` and ``##vso[``."""
_MAX = 400


def safe(text: str, limit: int = _MAX) -> str:
    r"""Return a text that cannot do anything on a terminal or in the log of a build but be read, on one line.

    >>> safe("red \x1b[31m alert"), safe("##[add-mask]e")
    ('red \\u{1b}[31m alert', '#\\u{23}[add-mask]e')
    """
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    shown = _HARMFUL.sub(_escape, shown)
    return COMMAND_OF_A_LOG.sub(r"#\\u{23}", shown) if "##" in shown else shown


def safe_start(file: str) -> str:
    """Return the name of a file as it may begin a line: what begins a line with ``::`` is a command in the log of a build.

    >>> safe_start("claims/a.yaml"), safe_start("::stop-commands::x.yaml")
    ('claims/a.yaml', './::stop-commands::x.yaml')
    """
    return safe(f"./{file}" if file.lstrip().startswith("::") else file)


def _escape(match: re.Match[str]) -> str:
    if match[0] in _DIRECTION_MARKS and _is_part_of_writing(match.string, match.start()):
        return match[0]
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(match[0], f"\\u{{{ord(match[0]):x}}}")


def _is_part_of_writing(text: str, place: int) -> bool:
    """Tell whether a mark of direction stands between letters, one of which at least is of a script that runs to the left.

    It may touch nothing else that cannot be seen, and not part one number in two, whose halves would change places.
    """
    before, behind = text[max(0, place - _REACH) : place], text[place + 1 : place + 1 + _REACH]
    if _HARMFUL.fullmatch(before[-1:]) or _HARMFUL.fullmatch(behind[:1]) or (before[-1:].isdigit() and behind[:1].isdigit()):
        return False
    near = (_first_letter(reversed(before)), _first_letter(iter(behind)))
    return all(near) and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in near)


def _first_letter(letters: Iterator[str]) -> str:
    """Return the first letter, or an empty text where there is none before something harmful."""
    for letter in letters:
        if letter.isalpha():
            return letter
        if letter not in _DIRECTION_MARKS and _HARMFUL.fullmatch(letter):
            break
    return ""


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal.

    >>> width("中俄关系"), width("e\u0301")
    (8, 1)
    """
    columns = 0
    for letter in text:
        if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
            continue
        columns += 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
    return columns


def padded(text: str, columns: int) -> str:
    """Return a text filled with blanks up to a number of columns, and cut with an ellipsis where it is wider."""
    if width(text) > columns:
        kept = ""
        for letter in text:
            if width(kept + letter) > columns - 1:
                break
            kept += letter
        text = kept + "…"
    return text + " " * (columns - width(text))
