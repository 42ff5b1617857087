"""``claimtrack assign``: somebody is to do the next thing to a claim."""

from __future__ import annotations

from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes_without_a_name
from claimtrack.cli.console import given_day
from claimtrack.errors import UsageError
from claimtrack.moves.assigning import assigned
from claimtrack.moves.naming import named_claim


@click.command("assign")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.argument("person", required=False, shell_complete=completing.PERSON)
@click.option("--nobody", is_flag=True, help="Assign it to nobody any more.")
@click.option("--until", metavar="DATE", help="The day by which.")
@writes_without_a_name
def command(claim_id: str, person: str | None, nobody: bool, until: str | None, **asked: Unpack[Writing]) -> int:  # noqa: FBT001  (a flag of the command line)
    """Assign the claim ID to PERSON, or to nobody; readers do not see it."""
    if (person is None) != nobody:
        raise UsageError("say whom it is assigned to: a person of the desk, or --nobody")
    if nobody and until is not None:
        raise UsageError("--until goes with a person: what is assigned to nobody has no day")
    desk = opened(asked)
    claim = named_claim(desk.project, claim_id)
    return carry(desk, assigned(desk.project, claim, person, given_day("--until", until) if until is not None else None))
