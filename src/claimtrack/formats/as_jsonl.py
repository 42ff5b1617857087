"""For programs that read as it comes: one JSON object a line, each with the version, and a last line that says that this was all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.formats.as_json import FORMAT_VERSION, as_text, fields_of, statistics_of, summary_of
from claimtrack.formats.report import Report


def write(report: Report) -> str:
    """Write findings one a line, and a summary on the last line."""
    return _lines(report, "finding", (fields_of(report, one) for one in report.written))


def write_statistics(report: Report) -> str:
    """Write how many findings of each code there are, one code a line, and a summary on the last line."""
    return _lines(report, "statistic", statistics_of(report))


def _lines(report: Report, kind: str, objects: Iterable[dict[str, Any]]) -> str:
    def lines() -> Iterator[str]:
        for fields in objects:
            yield as_text({"format_version": FORMAT_VERSION, "type": kind, **fields}, indent=None)
        head, tail = summary_of(report)
        yield as_text({"format_version": FORMAT_VERSION, "type": "summary", **head, **tail}, indent=None)

    return "\n".join(lines())
