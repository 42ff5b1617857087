"""``claimtrack publish``: a claim gets the day from which readers see it."""

from __future__ import annotations

from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.cli.console import given_day
from claimtrack.moves.naming import named_claim
from claimtrack.moves.publishing import published_on
from claimtrack.moves.stepping import Signature


@click.command("publish")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.option("--on", "day", metavar="DATE", help="The day from which readers see it, instead of today.")
@writes
def command(claim_id: str, day: str | None, **asked: Unpack[Writing]) -> int:
    """Publish the approved claim ID: readers see it in a site that is built on that day or later."""
    desk = opened(asked)
    claim = named_claim(desk.project, claim_id)
    on = desk.today if day is None else given_day("--on", day)
    return carry(desk, published_on(desk.project, claim, Signature(desk.by, desk.today), on))
