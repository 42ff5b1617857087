"""The one line that a run ends in."""

from __future__ import annotations

from claimtrack.findings import Finding, count

_CALLED = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")}


def summary(claims: int, findings: tuple[Finding, ...]) -> str:
    """Say how many claims were looked at and what was found.

    >>> summary(1, ())
    '1 claim, 0 errors, 0 warnings, 0 notes'
    """
    counts = [f"{claims} {'claim' if claims == 1 else 'claims'}"]
    counts += [f"{number} {_CALLED[severity][number != 1]}" for severity, number in count(findings)]
    return ", ".join(counts)
