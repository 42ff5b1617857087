"""``claimtrack init``: start a desk."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli import exits
from claimtrack.cli.console import shown_from_here
from claimtrack.moves.starting import start_desk


@click.command("init")
@click.argument("folder", required=False, default=".")
@click.option("--name", default="My desk", show_default=True, help="The name of the desk.")
@click.option("--language", "languages", multiple=True, default=["en"], help="A language of the desk, the first first; repeat.")
@click.option("--person", default="me", show_default=True, help="Your id at the desk, in small letters.")
def command(folder: str, name: str, languages: tuple[str, ...], person: str) -> int:
    """Start a desk in FOLDER: a desk record, an article and a first claim to write over. Files that exist are never touched."""
    for written in start_desk(Path(folder), name=name, languages=languages, person=person):
        click.echo(f"wrote {shown_from_here(Path(), str(written))}")
    click.echo("next: edit claims/first-article/, then run `claimtrack check` and `claimtrack build --preview`", err=True)
    return exits.CLEAN
