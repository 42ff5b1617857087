"""The formats by their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from claimtrack.findings import Finding
from claimtrack.formats.as_json import as_json
from claimtrack.formats.concise import concise
from claimtrack.formats.full import full
from claimtrack.project import Project
from claimtrack.reading.files import read_file
from claimtrack.rules.registry import kind

FORMATS = ("full", "concise", "json")
"""The names of the formats; ``json`` is stable and has a version, the others are for people."""


def write(
    output_format: str, project: Project, findings: tuple[Finding, ...], *, claims: int, show: Callable[[str], str], colour: bool = False
) -> str:
    """Write findings in a format.

    Arguments:
        output_format: one of :data:`FORMATS`.
        project: where the findings come from.
        findings: the findings, in the order in which they are to be shown.
        claims: how many claims were looked at.
        show: gives a file as the reader would open it.
        colour: whether ``full`` may use colours.
    """
    if output_format == "json":
        return as_json(claims, findings, _name, show)
    if output_format == "concise":
        return "\n".join(concise(one, show(one.file)) for one in findings)

    @cache
    def lines_of(file: str) -> Sequence[str]:
        data, _ = read_file(project.root, file)
        return [] if data is None else [line.rstrip("\r") for line in data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")]

    return "\n\n".join(full(one, show, lines_of, colour=colour) for one in findings) + ("\n" if findings else "")


def _name(code: str) -> str:
    known = kind(code)
    return known.name if known else ""
