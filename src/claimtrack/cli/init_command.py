"""``claimtrack init``: start a desk."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import shown_from_here
from claimtrack.cli.installed_from import installed_from
from claimtrack.editing import recover, state_folder
from claimtrack.errors import NotADeskError, UsageError
from claimtrack.formats.terminal import safe
from claimtrack.git import repository_of
from claimtrack.loading import load
from claimtrack.moves.first_records import FIRST_FOLDER
from claimtrack.moves.git_drivers import set_up_drivers, take_drivers_away
from claimtrack.moves.ready_ci import PLACEHOLDER, Forge, write_ready_files
from claimtrack.moves.starting import Started, complete_desk, root_of_desk, start_desk
from claimtrack.reading.file_names import DESK
from claimtrack.reading.files import RECORDS_FOLDER


class _Asked(TypedDict):
    """What the caller asked for."""

    folder: str
    name: str | None
    languages: tuple[str, ...]
    person: str | None
    bare: bool
    git: bool
    undo: bool
    ci: Forge | None


@click.command("init")
@click.argument("folder", required=False, default=".", shell_complete=completing.folders)
@click.option("--name", help="The name of the desk.  [default: My desk]")
@click.option("--language", "languages", multiple=True, help="A language of the desk, the first first; repeat.  [default: en]")
@click.option("--person", help="Your id at the desk, in small letters.  [default: me]")
@click.option("--bare", is_flag=True, help="Leave out the invented claim that shows how one looks.")
@click.option("--git", is_flag=True, help="Have git merge and show records by what they say, in this clone.")
@click.option("--undo", is_flag=True, help="With --git: take that away again, and do nothing else.")
@click.option("--ci", type=click.Choice(["github", "gitlab"]), help="Write the files for the CI of this forge as well.")
def command(**asked: Unpack[_Asked]) -> int:
    """Start a desk in FOLDER: a desk record, an invented claim to look at, and what editors and git have to know.

    Where there is a desk already, what it lacks beside its records is added. No file that exists is replaced; to a .gitignore and a
    .gitattributes, lines are added that are not there.
    """
    folder = Path(asked["folder"])
    root = root_of_desk(folder)
    if asked["undo"]:
        return _undo(root, asked)
    if asked["git"]:
        repository_of(next(one for one in (folder.absolute(), *folder.absolute().parents) if one.is_dir()))
    if root is not None:
        _complete(root, asked)
        if asked["ci"]:
            _set_up_ci(root, asked["ci"])
        return exits.CLEAN
    started = start_desk(
        folder, name=asked["name"] or "My desk", languages=asked["languages"] or ("en",), person=asked["person"] or "me", bare=asked["bare"]
    )
    _tell(started)
    if asked["git"]:
        _set_up_git(started.root, f"{RECORDS_FOLDER}/{DESK}")
    if asked["ci"]:
        _set_up_ci(started.root, asked["ci"])
    enter = "" if folder.resolve() == Path.cwd() else f"`cd {shlex.quote(safe(shown_from_here(folder, '.')))}`, then "
    first = f"{RECORDS_FOLDER}/{FIRST_FOLDER}"
    look = f"look at {first}/ and `claimtrack build --preview`" if any(one.startswith(first) for one in started.written) else ""
    begin = "begin with `claimtrack new article FILE`"
    click.echo(f"next: {enter}{f'{look}; {begin}' if look else begin}", err=True)
    return exits.CLEAN


def _complete(root: Path, asked: _Asked) -> None:
    """Add what a desk lacks."""
    given = [
        option for option, value in (("--name", asked["name"]), ("--language", asked["languages"]), ("--person", asked["person"])) if value
    ]
    project, _ = load(root, archives=False)
    there = shown_from_here(project.root, project.desk_file)
    if given:
        raise UsageError(f"{there} is there already, and {given[0]} is for a new desk; change the record itself")
    for words in recover(project.root, state_folder(project.root)):
        click.echo(safe(words), err=True)
    started = complete_desk(project)
    _tell(started)
    if asked["git"]:
        _set_up_git(project.root, project.desk_file)
    elif not started.written and not started.added and not asked["ci"]:
        click.echo(f"{safe(there)} is there already, and all that belongs to it; nothing was written")
    if started.written or started.added:
        click.echo("next: `claimtrack check`", err=True)


def _set_up_git(root: Path, desk_file: str) -> None:
    """Have git use the drivers, and say what that changes."""
    said = list(set_up_drivers(root, desk_file, sys.executable, exits.CONFLICTS))
    for words in said or ["git is set up already; nothing was changed"]:
        click.echo(safe(words))
    click.echo("this holds in this clone only: everybody runs `claimtrack init --git` in theirs", err=True)


def _set_up_ci(root: Path, forge: Forge) -> None:
    """Write what has a forge check and publish, and say what is left to do."""
    source = installed_from()
    ready = write_ready_files(root, forge, source or PLACEHOLDER)
    for file in ready.written:
        click.echo(f"wrote {safe(shown_from_here(root, file))}")
    for file in ready.left:
        click.echo(f"left {safe(shown_from_here(root, file))} as it is")
    if ready.written and source is None:
        click.echo(f"next: put where you got claimtrack from in place of {PLACEHOLDER} there", err=True)


def _undo(root: Path | None, asked: _Asked) -> int:
    if not asked["git"]:
        raise UsageError("--undo takes away what --git has set up; say `claimtrack init --git --undo`")
    if root is None:
        raise NotADeskError(f"there is no desk in {asked['folder']}")
    project, _ = load(root, archives=False)
    said = list(take_drivers_away(project.root, project.desk_file))
    for words in said or ["git was not set up here; nothing was changed"]:
        click.echo(safe(words))
    return exits.CLEAN


def _tell(started: Started) -> None:
    for file in started.written:
        click.echo(f"wrote {safe(shown_from_here(started.root, file))}")
    for file, number in started.added.items():
        lines = "1 line" if number == 1 else f"{number} lines"
        click.echo(f"added {lines} to {safe(shown_from_here(started.root, file))}")
    for file in started.left:
        otherwise = "; `claimtrack schema` prints what to add" if file.endswith(".json") else ""
        click.echo(f"left {safe(shown_from_here(started.root, file))} as it is{otherwise}")
