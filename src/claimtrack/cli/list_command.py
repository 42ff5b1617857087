"""``claimtrack list``: the claims with status and rating."""

from __future__ import annotations

from pathlib import Path

import attrs
import click

from claimtrack.cli import exits
from claimtrack.cli.console import existing, today
from claimtrack.formats.terminal import padded, safe, width
from claimtrack.loading import load
from claimtrack.publication import publication_of
from claimtrack.records.claim import Claim

_NOTHING = "-"
_STATEMENT = 80


@click.command("list")
@click.argument("folder", required=False)
@click.option("--status", metavar="STATUS", help="Only claims in this status.")
@click.option("--rating", metavar="RATING", help="Only claims with this rating; `none` for those without a verdict.")
@click.option("--in", "article", metavar="ARTICLE", help="Only claims of this folder.")
def command(folder: str | None, status: str | None, rating: str | None, article: str | None) -> int:
    """List the claims of the desk that FOLDER lies in: id, status, publication, rating and aspect, statement."""
    project, _ = load(existing(folder) if folder else Path())
    project = attrs.evolve(project, today=today(None))
    language = project.desk.reference_language
    rows = [("id", "status", "publication", "rating (of)", "statement")]
    for claim in project.claims.values():
        if (status and claim.status != status) or (rating and _rating(claim) != rating) or (article and claim.folder != article):
            continue
        statement = claim.statement.best(language, language)[0] if claim.statement else _NOTHING
        judged = f"{_rating(claim)} ({claim.aspect or _NOTHING})"
        rows.append((claim.id, claim.status, publication_of(project, claim).value, judged, statement))
    rows += [(claim_id, "unreadable", _NOTHING, _NOTHING, _NOTHING) for claim_id in sorted(project.unreadable.get("claim", ()))]
    rows = [tuple(safe(cell) for cell in row) for row in rows]  # type: ignore[misc]  # mypy loses the length of the tuple
    columns = [min(_STATEMENT, max(width(row[place]) for row in rows)) for place in range(5)]
    for row in rows:
        click.echo("  ".join(padded(cell, columns[place]) for place, cell in enumerate(row)).rstrip())
    return exits.CLEAN


def _rating(claim: Claim) -> str:
    return claim.verdict.rating if claim.verdict else "none"
