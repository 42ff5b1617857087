"""``claimtrack show``: one claim, what its next status would still demand, and the fingerprint that a review would cover."""

from __future__ import annotations

import difflib
from pathlib import Path

import attrs
import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import existing, shown_from_here, today
from claimtrack.errors import UsageError
from claimtrack.fingerprint import fingerprint
from claimtrack.formats.terminal import safe
from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.publication import publication_of
from claimtrack.records.claim import Claim
from claimtrack.records.workflow import DEMANDS
from claimtrack.rules.demands import missing


@click.command("show")
@click.argument("claim_id", metavar="ID", shell_complete=completing.CLAIM)
@click.option("--desk", "folder", metavar="FOLDER", shell_complete=completing.folders, help="The desk, instead of the one of this folder.")
def command(claim_id: str, folder: str | None) -> int:
    """Show the claim ID: the record, what its next status would still demand, and the fingerprint to paste into an approval."""
    project, _ = load(existing(folder) if folder else Path(), archives=False)
    project = attrs.evolve(project, today=today(None))
    claim = project.claims.get(claim_id)
    if claim is None:
        raise UsageError(_no_such(project, claim_id))
    for line in (*_head(project, claim), "", *_next(project, claim), "", *_record(project, claim)):
        click.echo(line)
    return exits.CLEAN


def _no_such(project: Project, claim_id: str) -> str:
    if claim_id in project.unreadable.get("claim", ()):
        return f"the record of {claim_id!r} has errors of reading; `claimtrack check` shows them"
    close = difflib.get_close_matches(claim_id, project.claims, n=1)
    advice = f"did you mean {close[0]}?" if close else "`claimtrack list` lists them all"
    return f"there is no claim {claim_id!r}; {advice}"


def _head(project: Project, claim: Claim) -> list[str]:
    language = project.desk.reference_language
    answer = claim.headline or claim.statement
    rating = f"{claim.verdict.rating} (checked: {claim.aspect or 'not said'})" if claim.verdict else "no verdict"
    lines = [safe(answer.best(language, language)[0])] if answer else []
    return [
        *lines,
        f"file         {safe(shown_from_here(project.root, project.file_of('claim', claim.id)))}",
        f"status       {safe(claim.status)}, {publication_of(project, claim).value}",
        f"rating       {safe(rating)}",
        f"origins      {len(project.independent_origins(claim))} independent",
        f"fingerprint  {fingerprint(project, claim)}",
    ]


def _next(project: Project, claim: Claim) -> list[str]:
    status = project.status_of(claim)
    if project.workflow is None or status is None:
        return [f"the workflow has no status {safe(claim.status)!r}"]
    lines: list[str] = []
    for next_id in status.moves:
        following = project.workflow.status(next_id)
        if following is None or following.id == status.id or following.id in {"declined", "duplicate"}:
            continue
        wanted = missing(project, claim, following)
        lines.append(f"{safe(next_id)} would still demand:" if wanted else f"{safe(next_id)} would demand nothing more")
        lines += [f"  - {DEMANDS[demand]}" for demand in wanted]
    return lines or [f"nothing follows {safe(claim.status)!r}"]


def _record(project: Project, claim: Claim) -> list[str]:
    data, _ = project.read(project.file_of("claim", claim.id))
    return [safe(line, 10_000) for line in (data or b"").decode("utf-8", "replace").splitlines()]
