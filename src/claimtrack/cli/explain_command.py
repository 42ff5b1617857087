"""``claimtrack explain``: what a finding, a status, a demand, a rating or a field means."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import existing
from claimtrack.errors import UsageError
from claimtrack.formats.explanations import demand_explained, field_explained, finding_explained, rating_explained, status_explained
from claimtrack.records.format import Place, places
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.scale import Scale
from claimtrack.records.workflow import DEMANDS, Workflow
from claimtrack.rules.registry import KINDS

_STANDARD = WORKFLOWS["standard@1"]
_CODE = re.compile(r"ct\d+", re.ASCII | re.IGNORECASE)


def _words() -> Iterator[str]:
    """Yield what can be explained without a desk: findings, demands, the usual statuses and ratings, fields by their paths."""
    yield from (word for kind in KINDS for word in (kind.code, kind.name))
    yield from DEMANDS
    yield from (status.id for status in _STANDARD.statuses)
    yield from (rating.id for scale in SCALES.values() for rating in scale.ratings)
    yield from (place.path for place in places())


_EXPLAINABLE = completing.together(completing.among(_words), completing.STATUS, completing.RATING)


@click.command("explain")
@click.argument("word", required=False, shell_complete=_EXPLAINABLE)
@click.option(
    "--desk",
    "folder",
    metavar="FOLDER",
    shell_complete=completing.folders,
    help="The desk whose statuses and ratings are meant, instead of standard@1.",
)
def command(word: str | None, folder: str | None) -> int:
    """Explain WORD, a finding, a status, a demand, a rating or a field.

    Findings go by code or name (CT301), fields by their path (evidence.stance); in-review is a status, two-origins a demand, refuted a
    rating. Without WORD, all findings are listed.
    """
    if word is None:
        for kind in KINDS:
            click.echo(f"{kind.code}  {kind.severity.value:<7}  {kind.name:<32}  {kind.title}")
        return exits.CLEAN
    workflow, own_scale = _of_desk(existing(folder)) if folder else (_STANDARD, None)
    scales = {**({own_scale.id: own_scale} if own_scale else {}), **SCALES}
    pages = list(_pages(word, workflow, scales.values()))
    if not pages:
        raise UsageError(_no_such(word, workflow, scales.values()))
    click.echo("\n\n\n".join(pages))
    return exits.CLEAN


def _of_desk(folder: Path) -> tuple[Workflow, Scale | None]:
    """Return the workflow of a desk, and its scale where that can be read."""
    from claimtrack.loading import load

    project, _ = load(folder, archives=False)
    if project.workflow is None:
        raise UsageError(f"the desk in {folder} has no workflow that can be read; `claimtrack check` shows what is wrong")
    return project.workflow, project.scale


def _pages(word: str, workflow: Workflow, scales: Collection[Scale]) -> Iterator[str]:
    """Yield everything that goes by the word: a finding, a status, ratings, fields, a demand; one page for fields of one meaning."""
    yield from (finding_explained(kind) for kind in KINDS if word.casefold() in {kind.code.casefold(), kind.name})
    status = workflow.status(word)
    if status is not None:
        yield status_explained(workflow, status)
    for scale in scales:
        rating = scale.rating(word)
        if rating is not None:
            yield rating_explained(scale, rating)
    same: dict[tuple[str, str], list[Place]] = {}
    whole = [place for place in places() if place.path == word]
    for place in whole or [place for place in places() if place.path.endswith(f".{word}")]:
        same.setdefault((str(place.attribute.type), place.attribute.metadata["doc"]), []).append(place)
    yield from (field_explained(tuple(several)) for several in same.values())
    yield from (demand_explained(workflow, demand) for demand in DEMANDS if demand == word)


def _no_such(word: str, workflow: Workflow, scales: Collection[Scale]) -> str:
    if _CODE.fullmatch(word):
        return f"there is no finding with the code {word.upper()}"
    known = [word for kind in KINDS for word in (kind.code, kind.name)]
    known += [status.id for status in workflow.statuses]
    known += [*DEMANDS, *(rating.id for scale in scales for rating in scale.ratings)]
    known += [place.path.rsplit(".", 1)[-1] for place in places()]
    close = difflib.get_close_matches(word, list(dict.fromkeys(known)), n=1)
    advice = f"did you mean {close[0]}? " if close else ""
    return f"there is no finding, status, demand, rating or field {word!r}; {advice}`claimtrack explain` lists the findings"
