"""``claimtrack new claim``: begin a claim."""

from __future__ import annotations

from typing import Unpack, get_args

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.moves.new_claim import Told, write_claim
from claimtrack.records.vocabulary import Aspect


class _Given(Writing):
    """The options of the command."""

    quote: str
    occurrence: int | None
    statement: tuple[str, ...]
    id: str | None
    aspect: str | None
    claimant: str | None
    role: str | None
    topics: tuple[str, ...]


@click.command("claim")
@click.argument("article", shell_complete=completing.ARTICLE)
@click.option("--quote", required=True, help="The words in the article; ` … ` for what is left out.")
@click.option("--occurrence", type=int, metavar="N", help="Which place is meant, where the words stand in several: 1 for the first.")
@click.option("--statement", multiple=True, help="The claim as one neutral sentence; repeat as de=… for other languages.")
@click.option("--id", help="Its id, which becomes the name of its file; else it is made of the statement, or of the quote.")
@click.option("--aspect", type=click.Choice(get_args(Aspect)), help="What is checked.")
@click.option("--claimant", help="Who makes the claim: `article` for the outlet in its own voice, or a name.")
@click.option("--role", help="The role of the claimant at that time.")
@click.option("--topic", "topics", multiple=True, shell_complete=completing.TOPIC, help="A topic of the desk; repeat.")
@writes
def command(article: str, **given: Unpack[_Given]) -> int:
    """Begin a claim that stands in ARTICLE.

    The words are looked for in the article's text, and their place is written down, with the words beside them where it takes these to
    tell it from others. The claim gets the first status of the workflow, and whoever acts is its author.
    """
    desk = opened(given)
    told = Told(
        quote=given["quote"],
        occurrence=given["occurrence"],
        statement=given["statement"],
        id=given["id"],
        aspect=given["aspect"],
        claimant=given["claimant"],
        role=given["role"],
        topics=given["topics"],
        by=desk.by,
    )
    return carry(desk, write_claim(desk.project, article, told))
