"""What every command that writes ends in: who acts, the objections of the rules, a diff or the writing, and the next step."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NotRequired, TypedDict, TypeVar

import attrs
import click

from claimtrack import git
from claimtrack.cli import completing, exits
from claimtrack.cli.console import existing, shown_from_here, today, wants_colour
from claimtrack.cli.differing import shown_differences
from claimtrack.cli.languages import LANGUAGE, language
from claimtrack.cli.looking import unfinished
from claimtrack.editing import recover, state_folder
from claimtrack.errors import RefusedError
from claimtrack.findings import Finding
from claimtrack.formats.languages import said, translator
from claimtrack.formats.terminal import safe
from claimtrack.loading import load
from claimtrack.moves.acting import acting_person
from claimtrack.moves.next_steps import next_step
from claimtrack.moves.plan import Plan, Weighed, carry_out, weigh
from claimtrack.moves.ways_back import ways_back
from claimtrack.project import Project
from claimtrack.reading.files import find_root

Command = TypeVar("Command", bound=Callable[..., object])


class Writing(TypedDict):
    """The options of every command that writes."""

    by: NotRequired[str | None]
    dry_run: bool
    desk: str | None
    now: str | None
    language: NotRequired[str | None]


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
        return acting_person(self.project, self.asked.get("by"), lambda name: git.setting(self.project.root, name))


def writes(command: Command) -> Command:
    """Give a command the options of every command that writes, and the one that says who acts."""
    by = click.option("--by", metavar="PERSON", shell_complete=completing.PERSON, help="Who acts, instead of whom git's user.email says.")
    return by(writes_without_a_name(command))


def writes_without_a_name(command: Command) -> Command:
    """Give a command the options of every command that writes, where nothing that it writes says who did it."""
    return LANGUAGE(writes_down_a_language(command))


def writes_down_a_language(command: Command) -> Command:
    """Give a command the options of every command that writes, where ``--language`` is the language of what is written about."""
    for option in (
        click.option("--now", metavar="DATE", help="The day that is written, instead of today."),
        click.option("--desk", metavar="FOLDER", shell_complete=completing.folders, help="The desk, instead of the one of this folder."),
        click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written."),
    ):
        command = option(command)
    return command


def opened(asked: Writing) -> Desk:
    """Read the desk that a command is to write to; what an earlier command left half done is put in order first."""
    folder = existing(asked["desk"]) if asked["desk"] else Path()
    root, _ = find_root(folder)
    for words in unfinished(root) if asked["dry_run"] else recover(root, state_folder(root)):
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
    weighed = weigh(plan, desk.today, sound) if plan.changes else Weighed(project=desk.project)
    if weighed.objections:
        raise RefusedError(refusal(desk, weighed.objections))
    if not plan.changes:
        click.echo("nothing to change: the records say so already")
    elif desk.asked["dry_run"]:
        for line in shown_differences(plan, colour=wants_colour("auto")):
            click.echo(line, color=True)
        click.echo("a dry run: nothing was written", err=True)
    else:
        carry_out(plan)
        for words in plan.said:
            click.echo(safe(words))
        for one in plan.changes:
            what = "removed" if one.after is None else "wrote"
            click.echo(f"{what} {safe(shown_from_here(desk.project.root, one.file))}")
    for line in _told(desk, weighed.misgivings, "have a look:"):
        click.echo(line, err=True)
    following = plan.following or (next_step(weighed.project, plan.about) if plan.about else "")
    if following and not desk.asked["dry_run"]:
        click.echo(f"next: {safe(following, 2_000)}", err=True)
    return exits.CLEAN


def refusal(desk: Desk, against: tuple[Finding, ...]) -> str:
    """Say what the rules have against a plan, the places as they would be in the new text."""
    told = _told(desk, against, "refused, and nothing was written; afterwards there would be")
    first = [f"first: {safe(words, 2_000)}" for words in ways_back(desk.project, against)]
    return "\n".join([*told, *first, f"`claimtrack explain {against[0].code}` says more"])


def _told(desk: Desk, findings: tuple[Finding, ...], introduction: str) -> list[str]:
    """Return the lines that tell findings in short, and nothing where there are none."""
    translate = translator(language(desk.asked.get("language")))
    lines = [introduction] if findings else []
    for one in findings:
        place = f"{safe(shown_from_here(desk.project.root, one.file))}:{one.span.line}"
        lines.append(f"  {place}: {one.code} {safe(said(one.message, translate), 2_000)}")
        if one.hint:
            lines.append(f"    {safe(said(one.hint, translate), 2_000)}")
    return lines
