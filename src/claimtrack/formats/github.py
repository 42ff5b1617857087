"""For the log of a GitHub workflow: commands that put each finding beside its line in the pull request."""

from __future__ import annotations

from claimtrack.findings import Finding, Severity
from claimtrack.formats.languages import grouped
from claimtrack.formats.report import Report, more_of, name_of
from claimtrack.formats.terminal import safe
from claimtrack.phrases import say

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LIMIT = 4_000
_NEXT_LINE = "%0A"


def write(report: Report) -> str:
    """Write each finding as a command, one a line, and a notice for each code of which there are more."""
    lines = [_command(report, one) for one in report.written]
    lines += [
        f"::notice title={_property(_title(code))}::{_data(report.say(more_of(code, grouped(number, report.language))))}"
        for code, number in report.more.items()
    ]
    return "\n".join(lines)


def _command(report: Report, finding: Finding) -> str:
    span = finding.span
    place = {"file": report.shown(finding.file), "line": str(span.line)}
    if span.end_line == span.line:  # GitHub takes columns only where one line is meant
        place |= {"endLine": str(span.end_line), "col": str(span.column), "endColumn": str(span.end_column)}
    else:
        place |= {"endLine": str(span.end_line)}
    words = [_data(report.say(finding.message))]
    if finding.hint:
        words.append(f"{_data(report.say(say('help')))}: {_data(report.say(finding.hint))}")
    words += [
        f"{_data(report.shown(one.file))}:{one.span.line}:{one.span.column}: {_data(report.say(one.message))}" for one in finding.related
    ]
    properties = ",".join(f"{name}={_property(value)}" for name, value in {**place, "title": _title(finding.code)}.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_NEXT_LINE.join(words)}"


def _title(code: str) -> str:
    return f"{code} {name_of(code)}".rstrip()


def _data(text: str) -> str:
    """Return a text as it may stand behind the command: on one line, with nothing in it that is decoded into another."""
    return safe(text, _LIMIT).replace("%", "%25")


def _property(text: str) -> str:
    """Return a text as the value of a property, which colons and commas would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
