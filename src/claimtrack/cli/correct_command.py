"""``claimtrack correct``: the correction of something published is opened."""

from __future__ import annotations

from typing import Unpack, get_args

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.moves.correcting import Told, opened_for_correction
from claimtrack.moves.naming import named_claim
from claimtrack.moves.stepping import Signature
from claimtrack.records.vocabulary import CorrectionCause, CorrectionClass


@click.command("correct")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.option("--class", "class_", type=click.Choice(get_args(CorrectionClass)), help="How much it changes.")
@click.option("--cause", type=click.Choice(get_args(CorrectionCause)), help="What led to it.")
@click.option("--notice", metavar="TEXT", multiple=True, help="What readers are told; `en=TEXT` for one of several languages.")
@click.option("--was-rating", metavar="RATING", default="", shell_complete=completing.RATING, help="The rating that readers were told.")
@click.option("--was-summary", metavar="TEXT", multiple=True, help="The summary that readers were told.")
@writes
def command(
    claim_id: str,
    class_: str | None,
    cause: str | None,
    notice: tuple[str, ...],
    was_rating: str,
    was_summary: tuple[str, ...],
    **asked: Unpack[Writing],
) -> int:
    """Open the correction of the published claim ID, before anything in it is changed.

    The record says then what readers were told before, as long as nobody has changed it; otherwise --was-rating and --was-summary say
    so. Until the claim is approved again, readers see no answer.
    """
    desk = opened(asked)
    claim = named_claim(desk.project, claim_id)
    told = Told(class_=class_ or "", cause=cause or "", notice=notice, was_rating=was_rating, was_summary=was_summary)
    return carry(desk, opened_for_correction(desk.project, claim, Signature(desk.by, desk.today), told))
