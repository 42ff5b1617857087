"""For people at a terminal: the finding, the line that it is about with the place underlined, and what to do."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence

from claimtrack.findings import Finding, Severity
from claimtrack.formats.languages import grouped
from claimtrack.formats.report import Report, more_of
from claimtrack.formats.summary import called
from claimtrack.formats.terminal import COMMAND_OF_A_LOG, safe, safe_start, width
from claimtrack.locations import START, Span
from claimtrack.phrases import say

_COLUMNS = 118
_BEFORE = 40


class Colour(enum.Enum):
    """Colours of a terminal, as the sequences that switch them on (ECMA-48)."""

    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    BOLD = "1"

    def on(self, text: str, *, colour: bool) -> str:
        """Return the text in this colour, or as it is where there are no colours."""
        return f"\x1b[{self.value}m{text}\x1b[0m" if colour and text else text


_OF_SEVERITY = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW, Severity.INFO: Colour.BLUE}


def write(report: Report) -> str:
    """Write findings as blocks with an empty line behind each: the finding, its line, what to do, the places that belong to it."""
    blocks = [_block(report, one) for one in report.written]
    more = [report.say(more_of(code, grouped(number, report.language))) for code, number in report.more.items()]
    if more:
        blocks.append("\n".join(more))
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _block(report: Report, finding: Finding) -> str:
    paint, colour = _OF_SEVERITY[finding.severity], report.colour
    place = f"{safe_start(report.shown(finding.file))}:{finding.span.line}:{finding.span.column}"
    severity = paint.on(f"{report.say(called(finding.severity))} {finding.code}", colour=colour)
    text = [f"{Colour.BOLD.on(place, colour=colour)}: {severity}: {safe(report.say(finding.message))}"]
    text += _excerpt(report.lines_of(finding.file), finding.span, paint, colour=colour)
    if finding.hint:
        text.append(f"     = {Colour.BOLD.on(report.say(say('help')), colour=colour)}: {safe(report.say(finding.hint))}")
    if finding.fix is not None:
        does_this = say("`claimtrack check --fix` does this")
        text.append(f"     = {Colour.BOLD.on(report.say(say('fix')), colour=colour)}: {report.say(does_this)}")
    for other in finding.related:
        place = f"{safe(report.shown(other.file))}:{other.span.line}:{other.span.column}"
        text.append(f"     = {place}: {safe(report.say(other.message))}")
        text += _excerpt(report.lines_of(other.file), other.span, Colour.BLUE, colour=colour)
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
    # Each piece is harmless; what they make together has to be so too.
    yield COMMAND_OF_A_LOG.sub(r"#\\u{23}", f"{gutter}{lead}{before}{guilty}{after}").rstrip()
    yield " " * 5 + "| " + " " * width(lead + before) + paint.on("^" * max(1, width(guilty)), colour=colour)
