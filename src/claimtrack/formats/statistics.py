"""How many findings of each code there are."""

from __future__ import annotations

from collections import Counter

import attrs

from claimtrack.findings import Severity
from claimtrack.formats.languages import grouped
from claimtrack.formats.report import Report, name_of
from claimtrack.formats.summary import called
from claimtrack.formats.terminal import padded, width


@attrs.frozen
class Row:
    """A code, what it is called, how much it matters, and how many findings of it there are."""

    count: int
    code: str
    severity: Severity
    name: str


def rows(report: Report) -> list[Row]:
    """Return one row for each code that was found, the most frequent first; those that are equally frequent by code."""
    counts = Counter((one.code, one.severity) for one in report.findings)
    found = [Row(number, code, severity, name_of(code)) for (code, severity), number in counts.items()]
    return sorted(found, key=lambda row: (-row.count, row.code))


def write(report: Report) -> str:
    """Write the counts as lines of columns: count, severity, code, name."""
    cells = [(grouped(row.count, report.language), report.say(called(row.severity)), row.code, row.name) for row in rows(report)]
    widths = [max(width(line[place]) for line in cells) for place in range(2)] if cells else []
    return "\n".join(f"{count:>{widths[0]}}  {padded(severity, widths[1])}  {code}  {name}" for count, severity, code, name in cells)
