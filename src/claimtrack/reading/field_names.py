"""Names of fields: what they may look like, and which two of them a reader would take for the same."""

from __future__ import annotations

import unicodedata

import attrs

from claimtrack.findings import Finding, Related, finding
from claimtrack.locations import Span
from claimtrack.reading.guard import MAX_KEY
from claimtrack.reading.kinds import BAD_KEY, DUPLICATE_KEY, MERGE_KEY
from claimtrack.reading.lines import Lines
from claimtrack.reading.yaml_door import Place, ScalarEvent, begin, end

QUOTE_IT = "if it was meant as a text, put it in quotation marks"

_INVISIBLE = frozenset("\u034f\u115f\u1160\u3164\uffa0") | {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
"""Letters and marks without a shape; what Unicode calls format characters is invisible too and has a category of its own."""


@attrs.define
class Names:
    """The names of one mapping, and whose turn it is: a name's or a value's."""

    _awaits_name: bool = True
    _first: dict[str, ScalarEvent] = attrs.Factory(dict)

    def takes_turns(self) -> bool:
        """Tell whether what comes now is a name; what comes next is then a value."""
        self._awaits_name = not self._awaits_name
        return not self._awaits_name

    def take(self, file: str, lines: Lines, event: ScalarEvent) -> Finding | None:
        """Take in a name, and return what is wrong with it."""
        name = event.value
        if name == "<<" and not event.style:
            return finding(MERGE_KEY, file, _span(event), "`<<` takes fields from elsewhere", "write the fields out")
        if (form := _bad_form(name)) is not None:
            return finding(BAD_KEY, file, _span(event), *form)
        if (question := _question_mark(lines, begin(event))) is not None:
            return finding(BAD_KEY, file, question, "the name of a field begins with `? `", "leave the question mark out")
        first = self._first.setdefault(same_name(name), event)
        if first is event:
            return None
        same = f"`{name}` stands here a second time"
        message = same if first.value == name else f"`{name}` is the same name as `{first.value}` for readers"
        related = (Related(file, _span(first), "first defined here"),)
        return finding(DUPLICATE_KEY, file, _span(event), message, "keep one of the two", related)


def _span(event: ScalarEvent) -> Span:
    first, last = begin(event), end(event)
    return Span.at(first.line + 1, first.column + 1, last.column - first.column if last.line == first.line else 1)


def _bad_form(name: str) -> tuple[str, str] | None:
    """Return message and hint for a name that cannot be one."""
    if not name.strip():
        return "a field has no name", "write a name in front of the colon"
    if len(name) > MAX_KEY:
        return f"the name of a field has {len(name):,} characters, expected at most {MAX_KEY}", QUOTE_IT
    if name.strip() != name.strip(" "):
        return "the name of a field begins or ends with a blank that is none for YAML", "put an ordinary blank in its place"
    if "\n" in name:
        return "the name of a field has a line break", QUOTE_IT
    return None


def same_name(name: str) -> str:
    r"""Return what is the same for all names that readers take for one.

    >>> same_name("Cafe\u0301\u200b") == same_name("caf\u00e9")
    True
    """
    if name.isascii():
        return name.lower()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(letter for letter in folded if unicodedata.category(letter) != "Cf" and letter not in _INVISIBLE)


def _question_mark(lines: Lines, name: Place) -> Span | None:
    """Return where the question mark stands that makes a key out of what follows it, or None."""
    if not lines.has_question_mark:
        return None
    number = name.line
    before = lines[number][: name.column].rstrip()
    while not before and number > 0:
        number -= 1
        before = lines[number].rstrip()
        if before.strip(" -?:") or before.rfind("?") >= name.column:
            return None
    return Span.at(number + 1, len(before)) if before.endswith("?") else None
