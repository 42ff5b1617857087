"""For merge requests of GitLab: a Code Quality report, which shows each finding beside its line."""

from __future__ import annotations

from typing import Any

from claimtrack.findings import Finding, Severity
from claimtrack.formats.as_json import list_as_text
from claimtrack.formats.report import Report, name_of
from claimtrack.formats.sarif import fingerprints
from claimtrack.formats.terminal import safe
from claimtrack.phrases import say

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_LONGEST = 4_000


def write(report: Report) -> str:
    """Write findings as a list of what GitLab calls issues; it knows no counts and no codes that were left out."""
    found = zip(report.written, fingerprints(report.written), strict=True)
    return list_as_text([_issue(report, finding, fingerprint) for finding, fingerprint in found])


def _issue(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    words = f"{finding.code}: {safe(report.say(finding.message), _LONGEST)}"
    if finding.hint:
        words += f" ({report.say(say('help'))}: {safe(report.say(finding.hint), _LONGEST)})"
    return {
        "description": words,
        "check_name": f"{finding.code} {name_of(finding.code)}".rstrip(),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": report.shown(finding.file),
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }
