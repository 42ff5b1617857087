"""For people at a terminal: the finding, the line that it is about with the place underlined, and what to do."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence

from claimtrack.findings import Finding, Severity
from claimtrack.formats.terminal import safe, width
from claimtrack.locations import START, Span

_COLUMNS = 118
_BEFORE = 40
_CALLED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Colour(enum.Enum):
    """Colours of a terminal, as the sequences that switch them on (ECMA-48)."""

    RED = "31"
    YELLOW = "33"
    BLUE = "34"
    BOLD = "1"

    def on(self, text: str, *, colour: bool) -> str:
        """Return the text in this colour, or as it is where there are no colours."""
        return f"\x1b[{self.value}m{text}\x1b[0m" if colour and text else text


_OF_SEVERITY = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW, Severity.INFO: Colour.BLUE}


def full(finding: Finding, shown: Callable[[str], str], lines_of: Callable[[str], Sequence[str]], *, colour: bool = False) -> str:
    """Write a finding with the line that it is about.

    Arguments:
        finding: the finding.
        shown: gives a file as the reader would open it.
        lines_of: gives the lines of a file, or none where it cannot be read as text.
        colour: whether to use colours; they carry nothing that the words do not say.
    """
    paint = _OF_SEVERITY[finding.severity]
    place = f"{safe(shown(finding.file))}:{finding.span.line}:{finding.span.column}"
    called = paint.on(f"{_CALLED[finding.severity]} {finding.code}", colour=colour)
    text = [f"{Colour.BOLD.on(place, colour=colour)}: {called}: {safe(finding.message)}"]
    text += _excerpt(lines_of(finding.file), finding.span, paint, colour=colour)
    if finding.hint:
        text.append(f"     = {Colour.BOLD.on('help', colour=colour)}: {safe(finding.hint)}")
    for other in finding.related:
        text.append(f"     = {safe(shown(other.file))}:{other.span.line}:{other.span.column}: {safe(other.message)}")
        text += _excerpt(lines_of(other.file), other.span, Colour.BLUE, colour=colour)
    return "\n".join(text)


def _excerpt(lines: Sequence[str], span: Span, paint: Colour, *, colour: bool) -> Iterator[str]:
    """Yield the guilty line and a line that underlines the place; nothing where a file is meant as a whole."""
    if span == START or not 0 < span.line <= len(lines):
        return
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    first = 0
    if width(line) > _COLUMNS:
        first = max(0, start - _BEFORE)
    lead = "…" if first else ""
    before = safe(line[first:start].expandtabs(4), _COLUMNS * 10)
    guilty = safe(line[start : max(end, start)].expandtabs(4), _COLUMNS * 10)
    room = _COLUMNS - width(lead + before)
    if width(guilty) > room:
        guilty, after = guilty[:room], "…"
    else:
        rest = safe(line[end:].expandtabs(4), _COLUMNS * 10)
        after = rest if width(guilty + rest) <= room else rest[: max(0, room - width(guilty))] + "…"
    gutter = f"{span.line:>4} | "
    yield f"{gutter}{lead}{before}{guilty}{after}".rstrip()
    yield " " * 5 + "| " + " " * width(lead + before) + paint.on("^" * max(1, width(guilty)), colour=colour)
