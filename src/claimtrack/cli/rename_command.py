"""``claimtrack rename``: give something another id, in all files at once."""

from __future__ import annotations

from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.moves.naming_anything import KINDS
from claimtrack.moves.renaming import planned_rename


class _Renaming(Writing):
    """What the caller asked for."""

    old: str
    new: str
    kind: str | None
    forward: bool


_OLD = completing.together(completing.RECORD, completing.EVIDENCE, completing.PERSON, completing.TOPIC, completing.ORIGIN)


@click.command("rename")
@click.argument("old", metavar="OLD", shell_complete=_OLD)
@click.argument("new", metavar="NEW")
@click.option("--kind", type=click.Choice(tuple(KINDS)), help="What OLD is the id of, where several things have it.")
@click.option("--forward", is_flag=True, help="Rename a published claim too, and let its old address lead to the new one.")
@writes
def command(**asked: Unpack[_Renaming]) -> int:
    """Rename OLD to NEW, together with everything that names it: files, folders, references, citations, calculations.

    OLD is the id of a claim, an article or its folder, a source, a person, a topic or an origin; CLAIM/EVIDENCE is evidence of a claim,
    ARTICLE/WANTED something that an article wants. NEW is the new id alone.
    """
    desk = opened(asked)
    return carry(desk, planned_rename(desk.project, asked["old"], asked["new"], asked["kind"], forward=asked["forward"]))
