"""The lines of a text, and the way from an offset in it to a place."""

from __future__ import annotations

from functools import cached_property

import attrs

from claimtrack.locations import Span
from claimtrack.phrases import Phrase, say


@attrs.frozen(slots=False)
class Lines:
    """A text and its lines; a line ends with LF or CR LF, which do not belong to it."""

    text: str

    @cached_property
    def all(self) -> list[str]:
        """Every line, without its end; a line end at the end of the text begins no further line."""
        return [line.removesuffix("\r") for line in self.text.removesuffix("\n").split("\n")]

    @cached_property
    def has_question_mark(self) -> bool:
        """Whether there is a question mark anywhere in the text."""
        return "?" in self.text

    def __getitem__(self, number: int) -> str:
        """Return a line by its number from 0, and an empty one where there is none."""
        return self.all[number] if 0 <= number < len(self.all) else ""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 0, of an offset."""
        return self.text.count("\n", 0, offset), offset - (self.text.rfind("\n", 0, offset) + 1)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both from 0; the line has to be there."""
        offset = 0
        for _ in range(line):
            offset = self.text.index("\n", offset) + 1
        return offset + column

    def span(self, offset: int, length: int = 1) -> Span:
        """Return the span of *length* code points from an offset; they have to be on one line."""
        line, column = self.place(offset)
        return Span.at(line + 1, column + 1, length)


def excerpt(text: str, length: int = 60) -> Phrase:
    """Return the beginning of a text in quotation marks, for messages.

    >>> excerpt("The bridge is closed.", 10)
    '‘The bridge…’'
    """
    return say("‘{text}…’", text=text[:length]) if len(text) > length else say("‘{text}’", text=text)
