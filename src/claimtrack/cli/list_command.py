"""``claimtrack list``: the claims with status and rating, all of them or some."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import NOW, existing, given_day, not_looked_at, shown_from_here, today
from claimtrack.formats.as_json import FORMAT_VERSION
from claimtrack.formats.table import table
from claimtrack.loading import load
from claimtrack.moves.choosing import NO_RATING, Choice, choose
from claimtrack.project import Project
from claimtrack.publication import publication_of
from claimtrack.records.claim import Claim

_NOTHING = "-"
_DUE_NOW = "now"


@click.command("list")
@click.argument("folder", required=False, shell_complete=completing.folders)
@click.option("--status", "statuses", multiple=True, metavar="STATUS", shell_complete=completing.STATUS, help="Only claims in this status.")
@click.option(
    "--rating",
    "ratings",
    multiple=True,
    metavar="RATING",
    shell_complete=completing.together(completing.RATING, completing.among(lambda: [NO_RATING])),
    help="Only with this rating; `none` for those without a verdict.",
)
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", shell_complete=completing.TOPIC, help="Only claims with this topic.")
@click.option(
    "--source", "sources", multiple=True, metavar="SOURCE", shell_complete=completing.SOURCE, help="Only claims that cite this source."
)
@click.option("--in", "folders", multiple=True, metavar="ARTICLE", shell_complete=completing.ARTICLE, help="Only claims of this folder.")
@click.option("--text", default="", metavar="WORDS", help="Only claims with all of these words, in any of their texts.")
@click.option("--due", is_flag=False, flag_value=_DUE_NOW, metavar="[DATE]", help="Only claims with something to do by DATE, or by today.")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="For people, or for programs.")
@NOW
def command(  # noqa: PLR0913, PLR0917  (one for each question)
    folder: str | None,
    statuses: tuple[str, ...],
    ratings: tuple[str, ...],
    topics: tuple[str, ...],
    sources: tuple[str, ...],
    folders: tuple[str, ...],
    text: str,
    due: str | None,
    output_format: str,
    now: str | None,
) -> int:
    """List the claims of the desk that FOLDER lies in: id, status, publication, rating and aspect, statement.

    Options of different names narrow the list together; the same one given several times widens it.
    """
    project, _ = load(existing(folder) if folder else Path(), archives=False)
    project = attrs.evolve(project, today=today(now))
    by = None if due is None else today(now) if due == _DUE_NOW else given_day("--due", due)
    choice = Choice(statuses=statuses, ratings=ratings, topics=topics, sources=sources, folders=folders, text=text, due=by)
    claims = choose(project, choice)
    unreadable = sorted(project.unreadable.get("claim", ()))
    if output_format == "json":
        click.echo(_as_json(project, claims, unreadable))
        return exits.CLEAN
    rows = [("id", "status", "publication", "rating (of)", "statement"), *(_row(project, claim) for claim in claims)]
    if choice == Choice():
        rows += [(claim_id, "unreadable", _NOTHING, _NOTHING, _NOTHING) for claim_id in unreadable]
    for line in table(rows):
        click.echo(line)
    if unreadable and choice != Choice():
        click.echo(not_looked_at(len(unreadable)), err=True)
    return exits.CLEAN


def _row(project: Project, claim: Claim) -> tuple[str, ...]:
    language = project.desk.reference_language
    statement = claim.statement.best(language, language)[0] if claim.statement else _NOTHING
    rating = claim.verdict.rating if claim.verdict else NO_RATING
    return (claim.id, claim.status, publication_of(project, claim).value, f"{rating} ({claim.aspect or _NOTHING})", statement)


def _as_json(project: Project, claims: Sequence[Claim], unreadable: Sequence[str]) -> str:
    whole = {
        "format_version": FORMAT_VERSION,
        "claims": [_claim(project, claim) for claim in claims],
        "unreadable": unreadable,
    }
    return json.dumps(whole, indent=2, ensure_ascii=True)


def _claim(project: Project, claim: Claim) -> dict[str, Any]:
    language = project.desk.reference_language
    scale = project.scale_of(claim)
    return {
        "id": claim.id,
        "file": shown_from_here(project.root, project.file_of("claim", claim.id)),
        "status": claim.status,
        "publication": publication_of(project, claim).value,
        "rating": claim.verdict.rating if claim.verdict else None,
        "scale": scale.id if scale and claim.verdict else None,
        "aspect": claim.aspect,
        "topics": claim.topics,
        "statement": claim.statement.best(language, language)[0] if claim.statement else None,
        "published": claim.published.isoformat() if claim.published else None,
    }
