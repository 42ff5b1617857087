"""What ``claimtrack check`` has seen, and what those who only read are told about a write that was cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from claimtrack.editing.unfinished import is_cut_off
from claimtrack.findings import Finding
from claimtrack.formats.report import Fixed
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project


@attrs.frozen(kw_only=True)
class Looked:
    """What a check has seen, and what was done about it.

    Attributes:
        project: the records.
        findings: what is wrong with them.
        fixed: what was mended, where somebody asked for that.
        differences: what mending would change, where somebody asked for that.
        told: what else the caller should know.
    """

    project: Project
    findings: tuple[Finding, ...]
    fixed: Fixed | None = None
    differences: tuple[str, ...] = ()
    told: tuple[Phrase, ...] = ()


def unfinished(root: Path) -> Iterator[Phrase]:
    """Yield what to say where a command that wrote to a desk was cut off; nothing else."""
    if is_cut_off(root):
        yield say(
            "a command that wrote here was cut off, so that some files may be new and others old; "
            "`claimtrack check --fix` puts that in order, and so does any command that writes"
        )
