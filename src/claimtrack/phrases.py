"""What the program says to people: a sentence in English, and what it was made of, so that it can be said in another language.

A phrase is an ordinary ``str``. Whoever knows nothing of languages reads the English; whoever has a catalogue asks :meth:`Phrase.by` for
the sentence of another language, with the same values in it.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from typing import Self

Translate = Callable[[str], str]
"""Gives the template of another language for an English one; the English one itself where there is none."""


class Phrase(str):
    """A sentence, or a part of one, together with the template and the values that it was made of.

    Attributes:
        template: the English sentence with ``{names}`` where the values stand; literal braces are doubled. The key of every catalogue.
        values: what stands in their place. Values that are phrases are translated too; all others are said as they are.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        """Put the values into the template."""
        phrase = super().__new__(cls, template.format_map(values))
        phrase.template = template
        phrase.values = values
        return phrase

    def by(self, translate: Translate) -> str:
        """Return the sentence in the language of a catalogue; numbers with groups of digits (``{number:,}``) get its separator."""
        values = {name: _by(value, translate) for name, value in self.values.items()}
        return _Grouping(translate(GROUPING)).vformat(translate(self.template), (), values)

    def __reduce__(self) -> tuple[type[Self], tuple[str, Mapping[str, object]]]:
        """Keep template and values when the phrase is copied or sent to another process."""
        return (type(self), (self.template, self.values))


def say(template: str, /, **values: object) -> Phrase:
    """Return a phrase.

    Arguments:
        template: the English sentence, a literal text: catalogues are made from what stands in the source. ``{name}`` is replaced.
        values: what stands in place of the names.

    >>> say("found {found}, expected {expected}", found=3, expected="a date")
    'found 3, expected a date'
    """
    return Phrase(template, values)


class Row(tuple[object, ...]):  # noqa: SLOT001  (a tuple can have no slots but empty ones)
    """Words one after the other, some of which may be phrases.

    Attributes:
        between: what stands between two of them; no words of a language.
    """

    between: str

    def __new__(cls, words: Iterable[object], between: str = ", ") -> Self:
        """Put words into a row."""
        row = super().__new__(cls, words)
        row.between = between
        return row

    def __str__(self) -> str:
        """Return the row in English."""
        return self.between.join(map(str, self))

    def __format__(self, format_spec: str) -> str:
        """Return the row in English."""
        return format(str(self), format_spec)

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[object, ...], str]]:
        """Keep what stands in between when the row is copied or sent to another process."""
        return (type(self), (tuple(self), self.between))


def _by(value: object, translate: Translate) -> object:
    if isinstance(value, Phrase):
        return value.by(translate)
    if isinstance(value, Row):
        return value.between.join(str(_by(one, translate)) for one in value)
    return value


class _Grouping(string.Formatter):
    """Formats as ``str.format`` does, with another separator between groups of three digits."""

    def __init__(self, separator: str) -> None:
        self._separator = separator

    def format_field(self, value: object, format_spec: str) -> str:
        written = format(value, format_spec)
        return written.replace(",", self._separator) if format_spec == "," else written


GROUPING = say(",")
"""What stands between groups of three digits."""

NOTHING = say("")
"""No words: a hint where there is nothing to do."""


def one_of(words: Iterable[object]) -> Phrase:
    """Return words as a choice.

    >>> one_of(["draft", "approved", "declined"])
    'draft, approved or declined'
    """
    return _listed(words, lambda first, last: say("{first} or {last}", first=first, last=last))


def all_of(words: Iterable[object]) -> Phrase:
    """Return words one after the other.

    >>> all_of(["draft", "approved"])
    'draft and approved'
    """
    return _listed(words, lambda first, last: say("{first} and {last}", first=first, last=last))


def quoted(words: Iterable[object]) -> list[Phrase]:
    """Return words in the quotation marks of the language.

    >>> one_of(quoted(["draft", "approved"]))
    '‘draft’ or ‘approved’'
    """
    return [say("‘{word}’", word=word) for word in words]


def _listed(words: Iterable[object], joined: Callable[[object, object], Phrase]) -> Phrase:
    *first, last = words
    return joined(Row(first), last) if first else say("{last}", last=last)
