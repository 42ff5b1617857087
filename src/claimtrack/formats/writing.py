"""The formats by their names; each is loaded when it is used, and not before."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import lru_cache

from claimtrack.formats.report import LinesOf, Report
from claimtrack.project import Project

_MODULES = {
    "full": "full",
    "concise": "concise",
    "json": "as_json",
    "jsonl": "as_jsonl",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "markdown": "markdown",
}
_STATISTICS = {
    "full": "statistics.write",
    "concise": "statistics.write",
    "json": "as_json.write_statistics",
    "jsonl": "as_jsonl.write_statistics",
    "markdown": "markdown.write_statistics",
}

FORMATS = tuple(_MODULES)
"""The names of the formats: ``json``, ``jsonl`` and ``sarif`` are stable and have a version, the others are for people."""
WITH_STATISTICS = tuple(_STATISTICS)
"""The formats in which counts can be written."""
WITH_A_SUMMARY = frozenset({"json", "jsonl"})
"""The formats that programs read the summary from."""
_COMPLETE = frozenset({"json", "jsonl", "gitlab", "sarif"})
_ENOUGH_FOR_PEOPLE = 100


def usual_bound(output_format: str) -> int:
    """Return how many findings of one code a format writes unless somebody says otherwise; 0 for all of them."""
    return 0 if output_format in _COMPLETE else _ENOUGH_FOR_PEOPLE


def write(output_format: str, report: Report) -> str:
    """Write findings in a format.

    Arguments:
        output_format: one of :data:`FORMATS`.
        report: what there is to say.
    """
    return _writer(f"{_MODULES[output_format]}.write")(report)


def write_statistics(output_format: str, report: Report) -> str:
    """Write how many findings of each code there are.

    Arguments:
        output_format: one of :data:`WITH_STATISTICS`.
        report: what there is to say.
    """
    return _writer(_STATISTICS[output_format])(report)


def lines_of_files(project: Project) -> LinesOf:
    """Return what reads the lines of a file of a project, for excerpts; a file that cannot be read has none."""

    @lru_cache(maxsize=8)  # findings come in the order of files, and speak of one or two others
    def lines_of(file: str) -> Sequence[str]:
        data, _ = project.read(file)
        return [] if data is None else [line.rstrip("\r") for line in data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")]

    return lines_of


def _writer(place: str) -> Callable[[Report], str]:
    module, _, name = place.partition(".")
    writer: Callable[[Report], str] = getattr(importlib.import_module(f"claimtrack.formats.{module}"), name)
    return writer
