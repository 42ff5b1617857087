"""``claimtrack diff``: what changed since a revision, or between two, in the desk's terms."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from claimtrack.checking import check_since
from claimtrack.cli import exits
from claimtrack.cli.console import NOW, existing, nearest, today, wants_colour
from claimtrack.cli.languages import LANGUAGE, language
from claimtrack.errors import UsageError
from claimtrack.formats.differences import Told, write, write_json, write_markdown
from claimtrack.history.comparison import Comparison, compare, state_at
from claimtrack.history.differences import Difference, differences
from claimtrack.loading import load
from claimtrack.project import Project

_FORMATS = {"text": write, "markdown": write_markdown, "json": write_json}


class _Asked(TypedDict):
    """What the caller asked for."""

    revisions: tuple[str, ...]
    only: tuple[str, ...]
    common: bool
    output_format: str
    language: str | None
    colour: str
    now: str | None
    desk: str | None


@click.command("diff")
@click.argument("revisions", metavar="[REV [REV]]", nargs=-1)
@click.option("--only", "only", metavar="ID", multiple=True, help="Only this claim, article or source; repeat for several.")
@click.option("--merge-base", "common", is_flag=True, help="Compare with the last commit that REV and this branch have in common.")
@click.option("--output-format", type=click.Choice(list(_FORMATS)), default="text", help="How to write it.")
@LANGUAGE
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to use colours.")
@NOW
@click.option("--desk", metavar="FOLDER", help="The desk, instead of the one of this folder.")
def command(**asked: Unpack[_Asked]) -> int:
    """Say what changed in the records: since REV in the files as they are, or from the first REV to the second; without any, since HEAD.

    Verdicts, evidence, texts and moves are told in the words of the desk. Layout and comments are no changes.
    """
    if len(asked["revisions"]) > 2:  # noqa: PLR2004  (a state before and a state after)
        raise UsageError("diff compares two states: name one revision or two")
    project, _ = load(existing(asked["desk"]) if asked["desk"] else Path(), archives=False)
    comparison, after = _compared(project, asked)
    speaks = language(asked["language"])
    wanted = tuple(_wanted(comparison, speaks, asked["only"]))
    findings = check_since(comparison, today=today(asked["now"]))
    files = {one.file for one in wanted}
    told = Told(
        before=comparison.called,
        after=after,
        differences=wanted,
        findings=tuple(one for one in findings if not asked["only"] or one.file in files),
        language=speaks,
        colour=wants_colour(asked["colour"]),
    )
    click.echo(_FORMATS[asked["output_format"]](told), color=True)
    return exits.CLEAN


def _compared(project: Project, asked: _Asked) -> tuple[Comparison, str | None]:
    """Return the two states that are asked for, and what the later one is called; None where it is the files as they are."""
    before, after = (*asked["revisions"], None, None)[:2]
    if after is None:
        return compare(project, before or "HEAD", common=asked["common"]), None
    return compare(state_at(project, after), before or "HEAD", common=asked["common"], until=after), after


def _wanted(comparison: Comparison, speaks: str, only: tuple[str, ...]) -> list[Difference]:
    known = {one for _, one in (*comparison.before.files, *comparison.after.files)}
    for one in only:
        if one not in known:
            raise UsageError(f"there is no record {one!r}, neither now nor in {comparison.called}; {nearest(one, known)}")
    return [one for one in differences(comparison, speaks) if not only or {one.id, one.former_id} & set(only)]
