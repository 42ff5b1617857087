"""Names of fields: what they may look like, and which two of them a reader would take for the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

import attrs

from claimtrack.findings import Finding, Related, finding
from claimtrack.locations import Span
from claimtrack.phrases import Phrase, all_of, say
from claimtrack.reading.guard import MAX_KEY
from claimtrack.reading.kinds import BAD_KEY, DUPLICATE_KEY, MERGE_KEY
from claimtrack.reading.lines import Lines
from claimtrack.reading.yaml_door import Place, ScalarEvent, begin, end

QUOTE_IT = say("if it was meant as a text, put it in quotation marks")

_INVISIBLE = frozenset("\u034f\u115f\u1160\u3164\uffa0") | {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
"""Letters and marks without a shape; what Unicode calls format characters is invisible too and has a category of its own."""


Below = Literal["nothing", "list", "name"]
"""What a mapping begins with on a line of its own, which can be lost: nothing, the `- ` of a list, or a name of its own."""

_MOST_LISTED = 4
"""How many repeated names are told one by one."""


@attrs.define
class Repetition:
    """Names that stand in one mapping a second time, one behind the other: one slip, and so one finding.

    Attributes:
        first: the first of them, where it stood before.
        again: the same, where it stands again.
        names: all of them as they are written the second time.
        below: what the mapping begins with.
    """

    first: ScalarEvent
    again: ScalarEvent
    names: list[str]
    below: Below

    def finding(self, file: str) -> Finding:
        """Return the finding in a file."""
        related = (Related(file, _span(self.first), say("first defined here")),)
        return finding(DUPLICATE_KEY, file, _span(self.again), *self._in_words(), related)

    def _in_words(self) -> tuple[Phrase, Phrase]:
        if len(self.names) == 1:
            (name,) = self.names
            if self.first.value == name:
                message = say("`{name}` stands here a second time", name=name)
            else:
                message = say("`{name}` is the same name as `{first}` for readers", name=name, first=self.first.value)
            if self.below == "list":
                return message, say("keep one of the two; if a new entry of the list begins here, put `- ` in front of it")
            if self.below == "nothing" and name.isdigit():
                return message, say("keep one of the two; a number inside `{{ }}` is written without commas")
            return message, say("keep one of the two")
        fields = listed(self.names)
        if self.below == "list":
            return (
                say("{fields} stand here a second time, as if the line with the `- ` of a new entry had been lost", fields=fields),
                say("begin the new entry with `- ` and its first field; if they belong to the entry above, keep one of each"),
            )
        if self.below == "name":
            return (
                say("{fields} stand here a second time, as if the line with the name above them had been lost", fields=fields),
                say("write the name that they belong to above them; if they belong to the fields above, keep one of each"),
            )
        return say("{fields} stand here a second time", fields=fields), say("keep one of each")


def listed(names: Sequence[str]) -> Phrase:
    """Return the names of fields one after the other; of many, only the first ones and how many more there are.

    >>> listed(["url", "title"]), listed(["url", "title", "publisher", "origin", "kind"])
    ('`url` and `title`', '`url`, `title`, `publisher` and 2 more fields')
    """
    quoted = [f"`{name}`" for name in names]
    if len(quoted) <= _MOST_LISTED:
        return all_of(quoted)
    few = ", ".join(quoted[: _MOST_LISTED - 1])
    return say("{fields} and {number} more fields", fields=few, number=len(quoted) - _MOST_LISTED + 1)


@attrs.define
class Names:
    """The names of one mapping, and whose turn it is: a name's or a value's."""

    _below: Below
    """What the mapping begins with on a line of its own."""
    _awaits_name: bool = True
    _first: dict[str, ScalarEvent] = attrs.Factory(dict)
    _repetition: Repetition | None = None
    _of_value: Repetition | None = None
    """The repetition that the value of the last name has ended in."""
    _since: set[str] = attrs.Factory(set)
    """The names that have come since the repetition began."""

    def takes_turns(self) -> bool:
        """Tell whether what comes now is a name; what comes next is then a value."""
        self._awaits_name = not self._awaits_name
        return not self._awaits_name

    def take(self, file: str, lines: Lines, event: ScalarEvent) -> Finding | Repetition | None:
        """Take in a name, and return what is wrong with it; what stands a second time may have more names later on."""
        name = event.value
        if name == "<<" and not event.style:
            return finding(MERGE_KEY, file, _span(event), say("`<<` takes fields from elsewhere"), say("write the fields out"))
        if (form := _bad_form(name)) is not None:
            return finding(BAD_KEY, file, _span(event), *form)
        if (question := _question_mark(lines, begin(event))) is not None:
            message = say("the name of a field begins with `? `")
            return finding(BAD_KEY, file, question, message, say("leave the question mark out"))
        return self._repeated(same_name(name), event)

    def goes_on_behind(self, value: Names) -> None:
        """Take in that a mapping ends, so that a repetition in it that goes on behind it stays one."""
        self._of_value = value._repetition

    def _repeated(self, name: str, event: ScalarEvent) -> Repetition | None:
        """Return the repetition that a name begins, if it does; a further name of it is only noted.

        Where a line can have been lost, new names do not end a repetition: what stood below it
        may have fields that what is above it has not.
        """
        first = self._first.setdefault(name, event)
        of_value, self._of_value = self._of_value, None
        if first is event:
            self._since.add(name)
            if self._below == "nothing":
                self._repetition = None
        elif self._repetition is None or name in self._since:
            self._since = {name}
            if of_value is not None:
                self._repetition = of_value
                of_value.names.append(event.value)
                of_value.below = self._below
                return None
            self._repetition = Repetition(first, event, [event.value], self._below)
            return self._repetition
        else:
            self._since.add(name)
            self._repetition.names.append(event.value)
        return None


def _span(event: ScalarEvent) -> Span:
    first, last = begin(event), end(event)
    return Span.at(first.line + 1, first.column + 1, last.column - first.column if last.line == first.line else 1)


def _bad_form(name: str) -> tuple[Phrase, Phrase] | None:
    """Return message and hint for a name that cannot be one."""
    if not name.strip():
        return say("a field has no name"), say("write a name in front of the colon")
    if len(name) > MAX_KEY:
        return say("the name of a field has {length:,} characters, expected at most {most}", length=len(name), most=MAX_KEY), QUOTE_IT
    if name.strip() != name.strip(" "):
        return say("the name of a field begins or ends with a blank that is none for YAML"), say("put an ordinary blank in its place")
    if "\n" in name:
        return say("the name of a field has a line break"), QUOTE_IT
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
