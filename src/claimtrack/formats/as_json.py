"""For programs: JSON with a version, in ASCII; fields are only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from claimtrack.findings import Finding, count
from claimtrack.formats.report import Report, name_of
from claimtrack.formats.statistics import rows
from claimtrack.formats.terminal import COMMAND_OF_A_LOG
from claimtrack.locations import Span

FORMAT_VERSION = 1
"""The version of the JSON; rises when a field goes or changes its meaning."""


def write(report: Report) -> str:
    """Write findings as one JSON object."""
    head, tail = summary_of(report)
    return as_text({"format_version": FORMAT_VERSION, **head, "findings": [fields_of(report, one) for one in report.written], **tail})


def write_statistics(report: Report) -> str:
    """Write how many findings of each code there are as one JSON object."""
    head, _ = summary_of(report)
    return as_text({"format_version": FORMAT_VERSION, **head, "statistics": statistics_of(report)})


def summary_of(report: Report) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is true of all findings together, and what is known when the last of them is written."""
    counts = {severity.value: number for severity, number in count(report.findings)}
    fixed = report.fixed.findings if report.fixed is not None else 0
    head = {"language": report.language, "claims": report.claims, "counts": counts, "not_shown": report.hidden, "fixed": fixed}
    return head, {"more": [{"code": code, "count": number} for code, number in report.more.items()]}


def fields_of(report: Report, finding: Finding) -> dict[str, Any]:
    """Return a finding as the fields of a JSON object."""
    return {
        "code": finding.code,
        "name": name_of(finding.code),
        "severity": finding.severity.value,
        "file": report.shown(finding.file),
        **_span(finding.span),
        "message": report.say(finding.message),
        "hint": report.say(finding.hint),
        "fixable": finding.fix is not None,
        "related": [{"file": report.shown(one.file), **_span(one.span), "message": report.say(one.message)} for one in finding.related],
    }


def statistics_of(report: Report) -> list[dict[str, Any]]:
    """Return the counts of the codes, the largest first, each as the fields of a JSON object."""
    return [{"code": row.code, "name": row.name, "severity": row.severity.value, "count": row.count} for row in rows(report)]


def as_text(fields: Mapping[str, Any], indent: int | None = 2) -> str:
    r"""Return JSON in ASCII that holds no command to the log of a build, and reads back as the same values.

    >>> as_text({"message": "##[add-mask]ä"}, indent=None)
    '{"message": "#\\u0023[add-mask]\\u00e4"}'
    """
    return _dumped(fields, indent)


def list_as_text(entries: Sequence[Mapping[str, Any]]) -> str:
    """Return a list of JSON objects as :func:`as_text` returns one."""
    return _dumped(entries, 2)


def _dumped(value: object, indent: int | None) -> str:
    text = json.dumps(value, indent=indent, ensure_ascii=True, allow_nan=False)
    return COMMAND_OF_A_LOG.sub(r"#\\u0023", text) if "##" in text else text


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
