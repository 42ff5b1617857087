"""``claimtrack next``: what there is to do now, by person and day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import click

from claimtrack.agenda import Task, agenda
from claimtrack.cli import completing, exits
from claimtrack.cli.console import NOW, existing, given_day, nearest, not_looked_at, today
from claimtrack.errors import UsageError
from claimtrack.formats.as_json import FORMAT_VERSION
from claimtrack.formats.table import table
from claimtrack.formats.terminal import safe
from claimtrack.loading import load
from claimtrack.phrases import one_of

_AHEAD = datetime.timedelta(days=14)


@click.command("next")
@click.argument("folder", required=False, shell_complete=completing.folders)
@click.option("--by", "person", metavar="PERSON", shell_complete=completing.PERSON, help="Only what this person of the desk can do.")
@click.option("--until", metavar="DATE", help="Leave out what is due later; 14 days from now unless given.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="For people, or for programs.")
@NOW
def command(folder: str | None, person: str | None, until: str | None, output_format: str, now: str | None) -> int:
    """Say what there is to do at the desk that FOLDER lies in: reviews, replies, gaps, checks that are due again, work in hand."""
    project, _ = load(existing(folder) if folder else Path(), archives=False)
    project = attrs.evolve(project, today=today(now))
    if person is not None and person not in project.desk.people:
        raise UsageError(f"there is nobody {person!r} at the desk; {nearest(person, project.desk.people)}")
    unreadable = sorted(project.unreadable.get("claim", ()))
    day = today(now)
    last = given_day("--until", until) if until is not None else _last_day(day)
    tasks = [task for task in agenda(project) if person is None or person in task.who]
    shown = [task for task in tasks if task.due is None or task.due <= last]
    if output_format == "json":
        click.echo(_as_json(shown, day, unreadable))
        return exits.CLEAN
    for line in _page(shown, day):
        click.echo(line)
    click.echo(_summary(shown, len(tasks) - len(shown), day, last), err=True)
    if unreadable:
        click.echo(not_looked_at(len(unreadable)), err=True)
    return exits.CLEAN


def _last_day(day: datetime.date) -> datetime.date:
    return day + _AHEAD if day <= datetime.date.max - _AHEAD else datetime.date.max


def _page(tasks: Sequence[Task], day: datetime.date) -> Iterator[str]:
    """Yield a block for each person, or group of people any of whom can do it."""
    for place, who in enumerate(dict.fromkeys(task.who for task in tasks)):
        if place:
            yield ""
        yield safe(one_of(who)) if who else "nobody at the desk may do this"
        rows = [_row(task, day) for task in tasks if task.who == who]
        yield from (f"  {line}" for line in table(rows))


def _row(task: Task, day: datetime.date) -> tuple[str, ...]:
    due = f"{task.due}{' overdue' if task.is_overdue(day) else ''}" if task.due else "-"
    more = f" and {len(task.claims) - 1} more" if len(task.claims) > 1 else ""
    return (due, task.kind, task.claims[0] + more, task.what)


def _summary(shown: Sequence[Task], later: int, day: datetime.date, last: datetime.date) -> str:
    overdue = sum(1 for task in shown if task.is_overdue(day))
    words = f"{len(shown)} {'thing' if len(shown) == 1 else 'things'} to do, {overdue} overdue"
    return f"{words}; {later} due after {last} not shown (--until)" if later else words


def _as_json(tasks: Sequence[Task], day: datetime.date, unreadable: Sequence[str]) -> str:
    whole = {
        "format_version": FORMAT_VERSION,
        "today": day.isoformat(),
        "tasks": [
            {
                "kind": task.kind,
                "claims": task.claims,
                "who": task.who,
                "due": task.due.isoformat() if task.due else None,
                "overdue": task.is_overdue(day),
                "what": task.what,
            }
            for task in tasks
        ],
        "unreadable": unreadable,
    }
    return json.dumps(whole, indent=2, ensure_ascii=True)
