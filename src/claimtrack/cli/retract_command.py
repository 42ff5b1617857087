"""``claimtrack retract``: a page is withdrawn, and a notice takes its place."""

from __future__ import annotations

from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes_without_a_name
from claimtrack.moves.naming import named_claim
from claimtrack.moves.retracting import retracted


@click.command("retract")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.option(
    "--notice", metavar="TEXT", multiple=True, required=True, help="What readers are told; `en=TEXT` for one of several languages."
)
@writes_without_a_name
def command(claim_id: str, notice: tuple[str, ...], **asked: Unpack[Writing]) -> int:
    """Withdraw the published claim ID: a notice takes the place of the page, and must not repeat the claim."""
    desk = opened(asked)
    claim = named_claim(desk.project, claim_id)
    return carry(desk, retracted(desk.project, claim, desk.today, notice))
