"""``claimtrack check``: hold records against the format, each other and the standards."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from claimtrack.checking import check
from claimtrack.cli import exits
from claimtrack.cli.console import NOW, SNAPSHOTS, existing, is_terminal, shown_from_here, today, wants_colour
from claimtrack.errors import UsageError
from claimtrack.findings import Finding, Severity
from claimtrack.formats.summary import summary
from claimtrack.formats.terminal import safe
from claimtrack.formats.writing import FORMATS, write
from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.rules.registry import select


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--output-format", type=click.Choice(FORMATS), help="How to write findings: full on a terminal, else concise.")
@click.option("--select", "codes", metavar="CODES", help="Show only these codes, names or families: CT101,CT3,unknown-source.")
@click.option("--fail-on", type=click.Choice([one.value for one in Severity]), default="error", help="What makes the exit code 1.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to use colours.")
@SNAPSHOTS
@NOW
def command(
    paths: tuple[str, ...],
    output_format: str | None,
    codes: str | None,
    fail_on: str,
    colour: str,
    snapshots: str | None,
    now: str | None,
) -> int:
    """Check the desk that PATHS lie in; findings in other files are not shown.

    PATHS are folders or files of one desk; without any, the desk of this folder is checked. Everything is read in any case, since
    records depend on each other. Nothing is written.
    """
    chosen = [existing(path) for path in paths]
    wanted = select(codes) if codes is not None else None
    project, findings = load(chosen[0] if chosen else Path(), snapshots=existing(snapshots) if snapshots else None)
    within = [_within(project, path) for path in chosen] or [_EVERYTHING]
    findings += check(project, today=today(now))
    shown = tuple(
        one
        for one in sorted(findings, key=lambda one: one.sort_key)
        if _lies_in(one.file, within) and (wanted is None or one.code in wanted)
    )
    claims = _claims(project, within)
    output_format = output_format or ("full" if is_terminal() else "concise")
    text = write(
        output_format,
        project,
        shown,
        claims=claims,
        show=lambda file: shown_from_here(project.root, file),
        colour=wants_colour(colour),
    )
    if text:
        click.echo(text, color=True)
    if output_format != "json":
        if not project.desk_is_sound:
            click.echo(f"{shown_from_here(project.root, project.desk_file)} cannot be read, so no rule was run", err=True)
        for path, place in zip(chosen, within, strict=False):
            if not any(_lies_in(file, [place]) for file in (*project.digests, *(one.file for one in findings))):
                click.echo(f"no record lies in {safe(str(path))}", err=True)
        click.echo(summary(claims, shown), err=output_format != "full")
    return exits.FINDINGS if _fails(shown, Severity(fail_on)) else exits.CLEAN


_EVERYTHING = ""
"""Stands for the whole desk where findings are chosen by the folder or file that they are in."""


def _within(project: Project, path: Path) -> str:
    """Return what the path is in the project: empty for all of it, else a file or a folder relative to the root."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  (`..` has to go, and a link on the way to the desk is not ours to resolve)
    root, records = project.root.absolute(), (project.root / project.desk_file).absolute().parent
    for real in (whole, whole.resolve()):
        if records.is_relative_to(real) or records.resolve().is_relative_to(real):
            return _EVERYTHING
        for base in (root, root.resolve()):
            if real.is_relative_to(base):
                return real.relative_to(base).as_posix()
    raise UsageError(f"{str(path)!r} does not belong to the desk in {project.root}; check one desk at a time")


def _lies_in(file: str, within: Sequence[str]) -> bool:
    return any(not one or file == one or file.startswith(one + "/") for one in within)


def _claims(project: Project, within: Sequence[str]) -> int:
    read = sum(1 for (kind, _), file in project.files.items() if kind == "claim" and _lies_in(file, within))
    return read + (len(project.unreadable.get("claim", ())) if _EVERYTHING in within else 0)


def _fails(findings: tuple[Finding, ...], level: Severity) -> bool:
    return any(one.severity.rank <= level.rank for one in findings)
