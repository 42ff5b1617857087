"""One line for each finding: ``path:line:column: CODE message``."""

from __future__ import annotations

from claimtrack.findings import Finding
from claimtrack.formats.languages import grouped
from claimtrack.formats.report import Report, more_of
from claimtrack.formats.terminal import safe, safe_start


def write(report: Report) -> str:
    """Write findings one a line, and a line for each code of which there are more."""
    lines = [_line(report, one) for one in report.written]
    lines += [report.say(more_of(code, grouped(number, report.language))) for code, number in report.more.items()]
    return "\n".join(lines)


def _line(report: Report, finding: Finding) -> str:
    place = f"{safe_start(report.shown(finding.file))}:{finding.span.line}:{finding.span.column}"
    return f"{place}: {finding.code} {safe(report.say(finding.message))}"
