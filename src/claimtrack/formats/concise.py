"""One line for each finding: ``path:line:column: CODE message``."""

from __future__ import annotations

from claimtrack.findings import Finding
from claimtrack.formats.terminal import safe


def concise(finding: Finding, shown_file: str) -> str:
    """Write a finding on one line.

    Arguments:
        finding: the finding.
        shown_file: its file, as the reader of the line would open it.
    """
    return f"{safe(shown_file)}:{finding.span.line}:{finding.span.column}: {finding.code} {safe(finding.message)}"
