"""``claimtrack compliance``: the pack for an assessor."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import NOW, SNAPSHOTS, existing, given_day, shown_from_here, today
from claimtrack.formats.terminal import safe
from claimtrack.moves.assessing import assess
from claimtrack.moves.writing_out import MARK, write_out
from claimtrack.practice.pack import Pack
from claimtrack.records.vocabulary import Standard

FORMATS = ("markdown", "html", "json")
_BY_ENDING = {".html": "html", ".htm": "html", ".json": "json"}


@click.command("compliance")
@click.argument("desk", required=False, shell_complete=completing.folders)
@click.option("--standard", "standards", multiple=True, type=click.Choice(get_args(Standard)), help="Go through this standard; repeat.")
@click.option("--from", "first", metavar="DATE", help="The first day that is counted, instead of that of the first publication.")
@click.option("--until", "last", metavar="DATE", help="The last day that is counted, instead of today.")
@click.option("--output-format", type=click.Choice(FORMATS), help="How to write it: as the name of the file ends, else markdown.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=completing.files,
    help="Where to put it, instead of the terminal; only what was made here is replaced.",
)
@click.option("--language", type=click.Choice(["de", "en"]), help="The language of the pack, instead of the first of the desk.")
@SNAPSHOTS
@NOW
def command(  # noqa: PLR0913, PLR0917  (one for each question)
    desk: str | None,
    standards: tuple[Standard, ...],
    first: str | None,
    last: str | None,
    output_format: str | None,
    output: str | None,
    language: str | None,
    snapshots: str | None,
    now: str | None,
) -> int:
    """Write what an assessor of DESK asks for: figures about what is published, and each clause of the standards that it has adopted.

    What claimtrack checks, what it counts and what only a person can judge stand apart under each clause; there is no grade. A standard
    that the desk has not adopted is gone through as if it had, where --standard names it. Nothing but what readers can see is counted.
    """
    pack = assess(
        existing(desk) if desk else Path(),
        today=today(now),
        first=given_day("--from", first) if first else None,
        last=given_day("--until", last) if last else None,
        standards=standards,
        snapshots=existing(snapshots) if snapshots else None,
    )
    chosen = output_format or (_BY_ENDING.get(Path(output).suffix.lower(), "markdown") if output else "markdown")
    data = _written(pack, chosen, language)
    if output is None:
        click.echo(data.decode("utf-8"), nl=False)
    else:
        write_out(data, Path(output))
        click.echo(f"wrote {safe(shown_from_here(Path(), output))}")
    click.echo(_summary(pack), err=True)
    return exits.CLEAN


def _written(pack: Pack, output_format: str, language: str | None) -> bytes:
    """Return the pack in a format; each loads only what it needs."""
    if output_format == "json":
        from claimtrack.formats.pack_json import pack_json

        return pack_json(pack, MARK).encode("utf-8")
    if output_format == "html":
        from claimtrack.site.pack import pack_html

        return pack_html(pack, MARK, language=language, desk_templates=pack.public.root / "templates")
    from claimtrack.formats.pack_markdown import pack_markdown

    return pack_markdown(pack, MARK, language=language).encode("utf-8")


def _summary(pack: Pack) -> str:
    period = pack.figures.period
    checks = _count(len(pack.figures.checks), "published check")
    clauses = _count(sum(len(one.clauses) for one in pack.standards), "clause")
    parts = [f"{checks} from {period.first} to {period.last}, {clauses}"]
    if pack.errors:
        parts.append(f"{_count(pack.errors, 'error')} in what is published, see `claimtrack check`")
    if pack.unreadable:
        parts.append(f"missing here because unreadable: {_count(pack.unreadable, 'claim')}")
    return "; ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
