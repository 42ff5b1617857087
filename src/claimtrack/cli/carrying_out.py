"""What every command that writes ends in: who acts, the objections of the rules, a diff or the writing, and the next step."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypedDict, TypeVar

import attrs
import click

from claimtrack import git
from claimtrack.cli import completing, exits
from claimtrack.cli.console import existing, shown_from_here, today, wants_colour
from claimtrack.cli.languages import LANGUAGE, language
from claimtrack.editing import recover, state_folder
from claimtrack.errors import RefusedError
from claimtrack.findings import Finding
from claimtrack.formats.languages import said, translator
from claimtrack.formats.terminal import safe
from claimtrack.loading import load
from claimtrack.moves.acting import acting_person
from claimtrack.moves.plan import Plan, carry_out, differences, objections
from claimtrack.project import Project
from claimtrack.reading.files import find_root

Command = TypeVar("Command", bound=Callable[..., object])


class Writing(TypedDict):
    """The options of every command that writes."""

    by: str | None
    dry_run: bool
    desk: str | None
    now: str | None
    language: str | None


@attrs.frozen
class Desk:
    """The desk that a command writes to.

    Attributes:
        project: its records.
        today: the day that is written into them.
        asked: the options of the command.
    """

    project: Project
    today: datetime.date
    asked: Writing

    @property
    def by(self) -> str:
        """Who acts, a person of the desk."""
        return acting_person(self.project, self.asked["by"], lambda name: git.setting(self.project.root, name))


def writes(command: Command) -> Command:
    """Give a command the options of every command that writes."""
    for option in (
        LANGUAGE,
        click.option("--now", metavar="DATE", help="The day that is written, instead of today."),
        click.option("--desk", metavar="FOLDER", shell_complete=completing.folders, help="The desk, instead of the one of this folder."),
        click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written."),
        click.option("--by", metavar="PERSON", shell_complete=completing.PERSON, help="Who acts, instead of whom git's user.email says."),
    ):
        command = option(command)
    return command


def opened(asked: Writing) -> Desk:
    """Read the desk that a command is to write to; what an earlier command left half done is put in order first."""
    folder = existing(asked["desk"]) if asked["desk"] else Path()
    root, _ = find_root(folder)
    if not asked["dry_run"]:
        for words in recover(root, state_folder(root)):
            click.echo(safe(words), err=True)
    day = today(asked["now"])
    project, _ = load(folder)
    return Desk(attrs.evolve(project, today=day), day, asked)


def carry(desk: Desk, plan: Plan, sound: AbstractSet[str] = frozenset()) -> int:
    """Write a plan, or show it where the caller wants a dry run, and say what was done and what comes next.

    Arguments:
        desk: the desk.
        plan: what to write.
        sound: files that must have no error at all afterwards.

    Raises:
        RefusedError: the rules have something against the outcome; nothing was written.
    """
    against = objections(plan, desk.today, sound)
    if against:
        raise RefusedError(_refusal(desk, against))
    root = desk.project.root
    if not plan.changes:
        click.echo("nothing to change: the records say so already")
    elif desk.asked["dry_run"]:
        for line in differences(plan):
            click.echo(_coloured(safe(line, 10_000)), color=True)
        click.echo("a dry run: nothing was written", err=True)
        return exits.CLEAN
    else:
        carry_out(plan)
        for words in plan.said:
            click.echo(safe(words))
        for one in plan.changes:
            what = "removed" if one.after is None else "wrote"
            click.echo(f"{what} {safe(shown_from_here(root, one.file))}")
    if plan.following:
        click.echo(f"next: {safe(plan.following)}", err=True)
    return exits.CLEAN


def _refusal(desk: Desk, against: tuple[Finding, ...]) -> str:
    """Say what the rules have against a plan, the places as they would be in the new text."""
    translate = translator(language(desk.asked["language"]))
    lines = ["refused, and nothing was written; afterwards there would be"]
    for one in against:
        place = shown_from_here(desk.project.root, one.file)
        lines.append(f"  {place}: {one.code} {said(one.message, translate)}")
        if one.hint:
            lines.append(f"    {said(one.hint, translate)}")
    return "\n".join([*lines, f"`claimtrack explain {against[0].code}` says more"])


def _coloured(line: str) -> str:
    """Return a line of a diff in the usual colours, where these are wanted."""
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=colour) if colour and wants_colour("auto") else line
