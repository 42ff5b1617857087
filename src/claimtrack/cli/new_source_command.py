"""``claimtrack new source``: add a source."""

from __future__ import annotations

from typing import Unpack, get_args

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes_down_a_language
from claimtrack.moves.new_source import Told, add_source
from claimtrack.records.vocabulary import Level, Seen


class _Given(Writing):
    """The options of the command."""

    url: str | None
    unknown: tuple[str, ...]
    title: str | None
    publisher: tuple[str, ...]
    author: tuple[str, ...]
    published: str | None
    accessed: str | None
    written_in: str | None
    kind: str | None
    level: str | None
    origin: str | None
    cites: tuple[str, ...]
    seen: str | None
    article: str | None


@click.command("source")
@click.argument("source_id", metavar="ID")
@click.option("--url", help="Its address.")
@click.option("--unknown", multiple=True, metavar="REASON", help="Why there is no address, in place of --url.")
@click.option("--title", help="Its title as it stands there.")
@click.option("--publisher", multiple=True, help="Who published it; repeat as de=… for other languages.")
@click.option("--author", multiple=True, help="Who wrote it.")
@click.option("--published", metavar="DATE", help="When it was published: 2026-02-09, 2026-02 or 2026.")
@click.option("--accessed", metavar="DATE", help="The day it was read; nothing is written where you do not say it.")
@click.option("--language", "written_in", metavar="TAG", help="The language it is in, as a tag: de, en, pt-BR.")
@click.option("--kind", help="What sort of source it is, in a word: statistics, readout, repost.")
@click.option("--level", type=click.Choice(get_args(Level)), help="How near it is to what it reports.")
@click.option("--origin", shell_complete=completing.ORIGIN, help="Whom the information comes from, an origin of the desk.")
@click.option("--cites", multiple=True, metavar="SOURCE", shell_complete=completing.SOURCE, help="A source it has this from; repeat.")
@click.option("--seen", type=click.Choice(get_args(Seen)), help="How it was seen.")
@click.option("--for", "article", metavar="ARTICLE", shell_complete=completing.ARTICLE, help="The article whose claims cite it.")
@writes_down_a_language
def command(source_id: str, **given: Unpack[_Given]) -> int:
    """Add the source ID to the sources of the desk, or with --for to those of one article.

    Only what you say is written: no day on which it was read, no way in which it was seen. What only tracks readers is left out of the
    address, and a document that the desk has already is refused, with its id.
    """
    desk = opened(given)
    told = Told(
        url=given["url"],
        unknown=given["unknown"],
        title=given["title"],
        publisher=given["publisher"],
        author=given["author"],
        published=given["published"],
        accessed=given["accessed"],
        language=given["written_in"],
        kind=given["kind"],
        level=given["level"],
        origin=given["origin"],
        cites=given["cites"],
        seen=given["seen"],
    )
    return carry(desk, add_source(desk.project, source_id, told, given["article"]))
