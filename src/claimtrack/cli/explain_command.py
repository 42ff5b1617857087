"""``claimtrack explain``: what a finding, a status or a field means."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from claimtrack.cli import exits
from claimtrack.cli.console import existing
from claimtrack.errors import UsageError
from claimtrack.formats.explanations import field_explained, finding_explained, status_explained
from claimtrack.records.format import Place, places
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.workflow import Workflow
from claimtrack.rules.registry import KINDS

_STANDARD = WORKFLOWS["standard@1"]


@click.command("explain")
@click.argument("word", required=False)
@click.option("--desk", "folder", metavar="FOLDER", help="The desk whose statuses are meant, instead of standard@1.")
def command(word: str | None, folder: str | None) -> int:
    """Explain WORD: a finding by its code or name (CT301), a status (in-review), or a field (evidence.stance).

    Without WORD, all findings are listed.
    """
    if word is None:
        for kind in KINDS:
            click.echo(f"{kind.code}  {kind.severity.value:<7}  {kind.name:<32}  {kind.title}")
        return exits.CLEAN
    workflow = _workflow_of(existing(folder)) if folder else _STANDARD
    pages = list(_pages(word, workflow))
    if not pages:
        raise UsageError(_no_such(word, workflow))
    click.echo("\n\n\n".join(pages))
    return exits.CLEAN


def _workflow_of(folder: Path) -> Workflow:
    from claimtrack.loading import load

    project, _ = load(folder, archives=False)
    if project.workflow is None:
        raise UsageError(f"the desk in {folder} has no workflow that can be read; `claimtrack check` shows what is wrong")
    return project.workflow


def _pages(word: str, workflow: Workflow) -> Iterator[str]:
    """Yield everything that goes by the word: a finding, a status, fields; one page for fields of one meaning."""
    yield from (finding_explained(kind) for kind in KINDS if word.casefold() in {kind.code.casefold(), kind.name})
    status = workflow.status(word)
    if status is not None:
        yield status_explained(workflow, status)
    same: dict[tuple[str, str], list[Place]] = {}
    whole = [place for place in places() if place.path == word]
    for place in whole or [place for place in places() if place.path.endswith(f".{word}")]:
        same.setdefault((str(place.attribute.type), place.attribute.metadata["doc"]), []).append(place)
    yield from (field_explained(tuple(several)) for several in same.values())


def _no_such(word: str, workflow: Workflow) -> str:
    known = [word for kind in KINDS for word in (kind.code, kind.name)]
    known += [status.id for status in workflow.statuses]
    known += [place.path.rsplit(".", 1)[-1] for place in places()]
    close = difflib.get_close_matches(word, list(dict.fromkeys(known)), n=1)
    advice = f"did you mean {close[0]}? " if close else ""
    return f"there is no finding, status or field {word!r}; {advice}`claimtrack explain` lists the findings"
