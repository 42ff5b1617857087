"""For a comment on a pull request or the summary of a job: findings by file, errors first, and no more than a comment holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claimtrack.findings import Finding
from claimtrack.formats.languages import grouped
from claimtrack.formats.markdown_text import code, plain, sentence
from claimtrack.formats.report import Report, more_of, name_of, rest
from claimtrack.formats.statistics import rows
from claimtrack.formats.summary import called, summary_of
from claimtrack.phrases import say

COMMENT = 65_536
"""How many characters a comment on GitHub holds."""


def write(report: Report) -> str:
    """Write the summary, the findings under the names of their files, and how many of each code there was no room for."""
    head = _head(report)
    longest = "\n".join(_more(report, rest(report.findings, ())))
    room = COMMENT - _length(head) - _length(longest) - 2
    text: list[str] = []
    written: list[Finding] = []
    for file, findings in groupby(_in_order(report.written), key=lambda one: one.file):
        heading = f"\n### {code(report.shown(file))}\n\n"
        for one in findings:
            item = heading + _item(report, one)
            room -= _length(item) + 1
            if room < 0:
                break
            text.append(item)
            written.append(one)
            heading = ""
        if room < 0:
            break
    more = list(_more(report, rest(report.findings, written)))
    return "\n".join([head, *text, *([""] if more else []), *more])


def write_statistics(report: Report) -> str:
    """Write the summary, and a table of how many findings of each code there are."""
    lines = [_head(report)]
    if report.findings:
        count, severity, kind = (plain(report.say(one)) for one in (say("count"), say("severity"), say("code and name")))
        lines += ["", f"| {count} | {severity} | {kind} |", "|--:|---|---|"]
    lines += [
        f"| {grouped(row.count, report.language)} | {report.say(called(row.severity))} | {row.code} {row.name} |" for row in rows(report)
    ]
    return "\n".join(lines)


def _head(report: Report) -> str:
    return f"**{plain(summary_of(report))}**"


def _in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    worst: dict[str, int] = {}
    for one in findings:
        worst[one.file] = min(one.severity.rank, worst.get(one.file, one.severity.rank))
    return sorted(findings, key=lambda one: (worst[one.file], one.file, one.severity.rank, one.sort_key))


def _item(report: Report, finding: Finding) -> str:
    where = plain(report.say(say("line {line}", line=finding.span.line)))
    severity = plain(report.say(called(finding.severity)))
    lines = [f"- **{severity} {finding.code}** {name_of(finding.code)}, {where}: {sentence(finding.message, report.translate)}"]
    if finding.hint:
        lines.append(f"  - {plain(report.say(say('help')))}: {sentence(finding.hint, report.translate)}")
    for other in finding.related:
        where = plain(report.say(say("line {line}", line=other.span.line)))
        lines.append(f"  - {code(report.shown(other.file))}, {where}: {sentence(other.message, report.translate)}")
    return "\n".join(lines)


def _more(report: Report, left: dict[str, int]) -> Iterator[str]:
    for one, number in left.items():
        yield f"- {plain(report.say(more_of(one, grouped(number, report.language))))}"


def _length(text: str) -> int:
    """Return the length of a text as forges count it, in units of UTF-16."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")
