"""The one line that a run ends in, and what findings are called."""

from __future__ import annotations

from claimtrack.findings import Finding, Severity, count
from claimtrack.formats.languages import grouped
from claimtrack.formats.report import Fixed, Report
from claimtrack.phrases import Phrase, say


def summary(claims: int, findings: tuple[Finding, ...]) -> str:
    """Say in English how many claims were looked at and what was found.

    Arguments:
        claims: how many claims were looked at.
        findings: what was found.

    >>> summary(1, ())
    '1 claim, 0 errors, 0 warnings, 0 notes'
    """
    return summary_of(Report(findings=findings, claims=claims))


def summary_of(report: Report) -> str:
    """Say how many claims were looked at, what was found, how much of it is not shown, and what was mended before.

    >>> summary_of(Report(findings=(), claims=1_200, hidden=3, hidden_by=("--ignore",)))
    '1,200 claims, 0 errors, 0 warnings, 0 notes, 3 not shown (--ignore)'
    >>> summary_of(Report(findings=(), claims=2, fixed=Fixed(3, 1)))
    '2 claims, 0 errors, 0 warnings, 0 notes, fixed 3 findings in 1 file'
    """
    language = report.language
    counts = dict(count(report.findings))
    line = say(
        "{claims}, {errors}, {warnings}, {notes}",
        claims=say("1 claim") if report.claims == 1 else say("{number} claims", number=grouped(report.claims, language)),
        errors=_number(Severity.ERROR, counts[Severity.ERROR], language),
        warnings=_number(Severity.WARNING, counts[Severity.WARNING], language),
        notes=_number(Severity.INFO, counts[Severity.INFO], language),
    )
    if report.hidden:
        options = ", ".join(report.hidden_by)
        line = say("{found}, {hidden} not shown ({options})", found=line, hidden=grouped(report.hidden, language), options=options)
    if report.fixed is not None:
        line = say("{found}, {fixed}", found=line, fixed=_fixed(report.fixed, language))
    return report.say(line)


def _fixed(fixed: Fixed, language: str) -> Phrase:
    if not fixed.findings:
        return say("nothing fixed") if fixed.written else say("nothing to fix")
    number = grouped(fixed.findings, language)
    findings = say("1 finding") if fixed.findings == 1 else say("{number} findings", number=number)
    files = say("1 file") if fixed.files == 1 else say("{number} files", number=grouped(fixed.files, language))
    if fixed.written:
        return say("fixed {findings} in {files}", findings=findings, files=files)
    return say("`--fix` would fix {findings} in {files}", findings=findings, files=files)


def _number(severity: Severity, number: int, language: str) -> Phrase:
    shown = grouped(number, language)
    match severity:
        case Severity.ERROR:
            return say("1 error") if number == 1 else say("{number} errors", number=shown)
        case Severity.WARNING:
            return say("1 warning") if number == 1 else say("{number} warnings", number=shown)
        case Severity.INFO:
            return say("1 note") if number == 1 else say("{number} notes", number=shown)


def called(severity: Severity) -> Phrase:
    """Return what a finding of a severity is called in front of its code."""
    match severity:
        case Severity.ERROR:
            return say("error")
        case Severity.WARNING:
            return say("warning")
        case Severity.INFO:
            return say("note")
