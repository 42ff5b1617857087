"""For machines: JSON with a version; fields are only ever added."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from claimtrack.findings import Finding, count
from claimtrack.locations import Span

FORMAT_VERSION = 1
"""The version of the JSON; rises when a field goes or changes its meaning."""


def as_json(claims: int, findings: tuple[Finding, ...], name_of: Callable[[str], str], shown: Callable[[str], str]) -> str:
    """Write findings as one JSON object, in ASCII.

    Arguments:
        claims: how many claims were looked at.
        findings: the findings.
        name_of: gives the name of a code.
        shown: gives a file as the reader would open it.
    """
    whole = {
        "format_version": FORMAT_VERSION,
        "claims": claims,
        "counts": {severity.value: number for severity, number in count(findings)},
        "findings": [_finding(one, name_of, shown) for one in findings],
    }
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False)


def _finding(finding: Finding, name_of: Callable[[str], str], shown: Callable[[str], str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": name_of(finding.code),
        "severity": finding.severity.value,
        "file": shown(finding.file),
        **_span(finding.span),
        "message": finding.message,
        "hint": finding.hint,
        "related": [{"file": shown(one.file), **_span(one.span), "message": one.message} for one in finding.related],
    }


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
