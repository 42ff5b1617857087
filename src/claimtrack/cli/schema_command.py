"""``claimtrack schema``: what an editor needs to know about this desk's records."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import existing, shown_from_here
from claimtrack.formats.terminal import safe
from claimtrack.loading import load
from claimtrack.moves.editing_aids import FOLDER, write_schemas


@click.command("schema")
@click.argument("folder", required=False, shell_complete=completing.folders)
def command(folder: str | None) -> int:
    """Write JSON Schemas for the desk that FOLDER lies in, and settings for Visual Studio Code where there are none yet.

    An editor then knows every field, what it means, and the people, statuses, ratings, topics and sources of this desk. Run it again when
    these change.
    """
    project, _ = load(existing(folder) if folder else Path(), archives=False)
    for one in write_schemas(project):
        shown = safe(shown_from_here(project.root, one.path.relative_to(project.root).as_posix()))
        if one.is_written:
            click.echo(f"wrote {shown}")
        else:
            click.echo(f"left {shown} as it is; the settings to add are\n{one.text}")
    claim = f"../../{FOLDER}/claim.schema.json"
    click.echo(f"for an editor without such settings, a first line of a claim does it: # yaml-language-server: $schema={claim}", err=True)
    return exits.CLEAN
