"""``claimtrack review``: a second person has read a claim."""

from __future__ import annotations

from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.errors import UsageError
from claimtrack.moves.naming import named_claim
from claimtrack.moves.reviewing import reviewed_and_approved, sent_back
from claimtrack.moves.stepping import Signature


@click.command("review")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.argument("outcome", metavar="approve|changes", type=click.Choice(("approve", "changes")))
@click.option("--covers", metavar="FINGERPRINT", default="", help="What was read; refused where the claim says something else by now.")
@click.option("--note", metavar="TEXT", default="", help="What is to be changed; kept in `internal`, which never leaves the desk.")
@click.option("--to", "status", metavar="STATUS", default="", shell_complete=completing.STATUS, help="Where the workflow leaves a choice.")
@writes
def command(claim_id: str, outcome: str, covers: str, note: str, status: str, **asked: Unpack[Writing]) -> int:
    """Approve the claim ID as it is now, or send it back for changes.

    An approval covers what stands in the record at that moment. Who wrote a claim or decided its verdict cannot approve it.
    """
    if outcome == "approve" and note:
        raise UsageError("--note goes with `changes`: what is approved needs no change")
    if outcome == "changes" and covers:
        raise UsageError("--covers goes with `approve`: only an approval covers something")
    desk = opened(asked)
    claim = named_claim(desk.project, claim_id)
    signature = Signature(desk.by, desk.today)
    if outcome == "approve":
        return carry(desk, reviewed_and_approved(desk.project, claim, signature, read=covers, to=status))
    return carry(desk, sent_back(desk.project, claim, signature, note=note, to=status))
