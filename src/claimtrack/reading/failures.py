"""The failure of a parser, and what stands around the place of it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimtrack.findings import Finding, Kind, Related, finding
from claimtrack.locations import Span
from claimtrack.phrases import NOTHING, Phrase, say
from claimtrack.reading.kinds import NOT_YAML
from claimtrack.reading.lines import Lines
from claimtrack.reading.yaml_door import Mark, Unparsable

QUOTE = say("put the whole text in quotation marks")
"""The commonest advice."""


@attrs.frozen
class Failure:
    """A failure of the parser, with the text around it."""

    file: str
    lines: Lines
    complaint: Unparsable
    texts: Sequence[tuple[int, int, str]]

    @property
    def at(self) -> Mark:
        """The place of the failure; the end of the last line where the parser ran out of text or does not say."""
        last = Mark(len(self.lines.all) - 1, len(self.lines.all[-1]))
        return min(self.complaint.mark or last, last)

    @property
    def began(self) -> Mark:
        """The place where that began that the parser could not finish."""
        return self.complaint.began or self.at

    @property
    def line(self) -> str:
        """The line of the failure."""
        return self.lines[self.at.line]

    @property
    def rest(self) -> str:
        """What stands from the place of the failure to the end of the line."""
        return self.line[self.at.column :].rstrip()

    @property
    def begins_line(self) -> bool:
        """Whether there are only blanks in front of the place of the failure."""
        return not self.line[: self.at.column].strip()

    def says(
        self, mark: Mark, message: Phrase, hint: Phrase, *, kind: Kind = NOT_YAML, length: int = 1, related: Phrase = NOTHING
    ) -> Finding:
        """Return the finding; with *related*, the beginning is pointed at and those are the words for it."""
        others = (Related(self.file, self._span(self.began), related),) if related else ()
        return finding(kind, self.file, self._span(mark, length), message, hint, others)

    def _span(self, mark: Mark, length: int = 1) -> Span:
        return Span.at(mark.line + 1, mark.column + 1, min(length, max(len(self.lines[mark.line]) - mark.column, 0)))
