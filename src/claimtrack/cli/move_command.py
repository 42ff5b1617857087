"""``claimtrack move``: a claim goes from one status to another."""

from __future__ import annotations

from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.moves.moving import moved
from claimtrack.moves.naming import named_claim
from claimtrack.moves.stepping import Signature


@click.command("move")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.argument("status", metavar="STATUS", shell_complete=completing.STATUS)
@click.option("--reason", metavar="TEXT", multiple=True, help="Why the claim ends here; `en=TEXT` for one of several languages.")
@click.option("--duplicate-of", metavar="ID", default="", shell_complete=completing.CLAIM, help="The claim that this one repeats.")
@writes
def command(claim_id: str, status: str, reason: tuple[str, ...], duplicate_of: str, **asked: Unpack[Writing]) -> int:
    """Move the claim ID to STATUS, as the workflow of the desk allows it, and record who did it and when."""
    desk = opened(asked)
    claim = named_claim(desk.project, claim_id)
    signature = Signature(desk.by, desk.today)
    return carry(desk, moved(desk.project, claim, status, signature, reason=reason, duplicate_of=duplicate_of))
