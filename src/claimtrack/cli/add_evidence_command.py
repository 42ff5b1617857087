"""``claimtrack add evidence``: add what a source says about a claim."""

from __future__ import annotations

from typing import Unpack, get_args

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes_without_a_name
from claimtrack.moves.add_evidence import Told, add_evidence
from claimtrack.records.vocabulary import Counts, Level, Seen, Stance


class _Given(Writing):
    """The options of the command."""

    source: str
    stance: str
    id: str | None
    quote: str | None
    translation: tuple[str, ...]
    quantity: str | None
    as_of: str | None
    counts: str | None
    origin: str | None
    level: str | None
    seen: str | None


@click.command("evidence")
@click.argument("claim", shell_complete=completing.CLAIM)
@click.option("--source", required=True, shell_complete=completing.SOURCE, help="The id of its source.")
@click.option("--stance", required=True, type=click.Choice(get_args(Stance)), help="What it does to the claim.")
@click.option("--id", help="Its id in the claim; else it is made of the source's.")
@click.option("--quote", help="The words of the source, in its language.")
@click.option("--translation", multiple=True, metavar="LANGUAGE=TEXT", help="The quote in a language of the desk; repeat.")
@click.option("--quantity", metavar="'NUMBER UNIT'", help="The number that it gives, such as '62 accident'.")
@click.option("--as-of", metavar="DATE", help="The date that the number holds for.")
@click.option("--counts", type=click.Choice(get_args(Counts)), help="What the number counts.")
@click.option("--origin", shell_complete=completing.ORIGIN, help="Whom it comes from, where that is not the source's origin.")
@click.option("--level", type=click.Choice(get_args(Level)), help="How near the source is to this, where it differs from the source's.")
@click.option("--seen", type=click.Choice(get_args(Seen)), help="How this was seen, where it differs from the source's.")
@writes_without_a_name
def command(claim: str, **given: Unpack[_Given]) -> int:
    """Add evidence to CLAIM, behind what it has.

    Where the claim is published already, the day is written down too.
    """
    desk = opened(given)
    told = Told(
        source=given["source"],
        stance=given["stance"],
        id=given["id"],
        quote=given["quote"],
        translation=given["translation"],
        quantity=given["quantity"],
        as_of=given["as_of"],
        counts=given["counts"],
        origin=given["origin"],
        level=given["level"],
        seen=given["seen"],
    )
    return carry(desk, add_evidence(desk.project, claim, told, desk.today))
