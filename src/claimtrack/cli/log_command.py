"""``claimtrack log``: the life of a claim, as the commits tell it."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from claimtrack import git
from claimtrack.cli import exits
from claimtrack.cli.console import existing, nearest, wants_colour
from claimtrack.cli.languages import LANGUAGE, language
from claimtrack.errors import UsageError
from claimtrack.formats.lives import Life, write, write_json, write_markdown
from claimtrack.history.lives import life_of
from claimtrack.loading import load

_FORMATS = {"text": write, "markdown": write_markdown, "json": write_json}


class _Asked(TypedDict):
    """What the caller asked for."""

    claim_id: str
    output_format: str
    language: str | None
    colour: str
    desk: str | None


@click.command("log")
@click.argument("claim_id", metavar="ID")
@click.option("--output-format", type=click.Choice(list(_FORMATS)), default="text", help="How to write it.")
@LANGUAGE
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to use colours.")
@click.option("--desk", metavar="FOLDER", help="The desk, instead of the one of this folder.")
def command(**asked: Unpack[_Asked]) -> int:
    """Tell the life of the claim ID from the commits: taken in, changed, judged, reviewed, published, corrected; by whom and when.

    A claim that is gone by now can be asked for as well. What is not committed yet is not told; `claimtrack diff` tells that.
    """
    project, _ = load(existing(asked["desk"]) if asked["desk"] else Path(), archives=False)
    speaks = language(asked["language"])
    steps = life_of(project, asked["claim_id"], speaks)
    if not steps:
        if ("claim", asked["claim_id"]) in project.files:
            raise UsageError(f"the claim {asked['claim_id']!r} is in no commit yet; commit it first")
        advice = nearest(asked["claim_id"], project.claims, "`claimtrack list` lists them all")
        raise UsageError(f"there is no claim {asked['claim_id']!r}, and no commit has one; {advice}")
    life = Life(
        claim=asked["claim_id"],
        steps=steps,
        is_cut_off=git.repository_of(project.root).is_shallow,
        language=speaks,
        colour=wants_colour(asked["colour"]),
    )
    click.echo(_FORMATS[asked["output_format"]](life), color=True)
    return exits.CLEAN
