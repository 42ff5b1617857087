"""``claimtrack export``: what is published, in other people's formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import NOW, SNAPSHOTS, existing, is_terminal, nearest, not_looked_at, shown_from_here, today, wants_colour
from claimtrack.cli.languages import language as language_of_findings
from claimtrack.errors import UsageError
from claimtrack.exchange.outgoing import Loss, Parts
from claimtrack.exchange.registry import Format
from claimtrack.exchange.third_parties import find_format, format_names
from claimtrack.formats.report import Report
from claimtrack.formats.terminal import safe
from claimtrack.formats.writing import lines_of_files, usual_bound, write
from claimtrack.moves.exported_files import write_export
from claimtrack.moves.exporting import Exporting, exporting
from claimtrack.moves.selecting import parse_selection

_TABLE = "csv"
_MARK = b"\xef\xbb\xbf"
_NAMED = 5
"""How many claims are named at most behind each reason."""


@click.command("export")
@click.argument("format_name", metavar="FORMAT", shell_complete=completing.among(format_names))
@click.argument("folder", required=False, shell_complete=completing.folders)
@click.option(
    "--select", "query", default="", metavar="QUERY", help="Only these claims, such as `topic=traffic rating=refuted,misleading`."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=completing.files,
    help="Where to put it, instead of the terminal; only what an export has made is replaced.",
)
@click.option("--all", "everything", is_flag=True, help="What is not published too, marked as such; not in formats for publication.")
@click.option("--language", metavar="LANGUAGE", help="The language, instead of the desk's first; of pages, those in it and no others.")
@click.option("--bom", is_flag=True, help="For csv: put a byte order mark in front, by which Excel knows that it is UTF-8.")
@SNAPSHOTS
@NOW
def command(  # noqa: PLR0913  (one for each question)
    format_name: str,
    folder: str | None,
    query: str,
    output: str | None,
    *,
    everything: bool,
    language: str | None,
    bom: bool,
    snapshots: str | None,
    now: str | None,
) -> int:
    """Write what the desk that FOLDER lies in has published in one of other people's formats.

    FORMAT is claimreview, datafeed, factcheck-tools, averitec, csv, jsonl or bibtex, or what an installed package adds.

    Everything is checked first. An error in the desk record or in anything that is published stops the export. What a format has no room
    for is said at the end, with the claims that it is about.
    """
    form = _format(format_name, bom=bom)
    ready = exporting(
        existing(folder) if folder else Path(),
        form,
        parse_selection(query),
        today=today(now),
        everything=everything,
        language=language,
        snapshots=existing(snapshots) if snapshots else None,
    )
    if ready.blocking:
        _show_errors(ready)
        return exits.FINDINGS
    losses = _Losses()
    data = _encoded(form.export(ready.outgoing), losses, mark=_MARK if bom else b"")
    if output is None:
        _print(data)
    else:
        write_export(data, Path(output), ready.project.root)
        click.echo(f"wrote {safe(shown_from_here(Path(), output))}")
    for line in _told(ready, losses):
        click.echo(line, err=True)
    return exits.CLEAN


def _format(name: str, *, bom: bool) -> Format:
    form = find_format(name)
    if form is None:
        raise UsageError(f"there is no format {name!r}; {nearest(name, format_names())}")
    if bom and form.name != _TABLE:
        raise UsageError(f"--bom is for {_TABLE}; {form.name} is read as UTF-8 without")
    return form


@attrs.define
class _Losses:
    """What got lost, by reason: how often, and of which claims or sources the first few."""

    whole: dict[str, tuple[int, list[str]]] = attrs.field(factory=dict)
    part: dict[str, tuple[int, list[str]]] = attrs.field(factory=dict)

    def add(self, loss: Loss) -> None:
        """Count something that got lost."""
        into = self.whole if loss.is_whole else self.part
        number, named = into.get(loss.why, (0, []))
        if loss.of and loss.of not in named and len(named) < _NAMED:
            named.append(loss.of)
        into[loss.why] = (number + 1, named)


def _encoded(parts: Parts, losses: _Losses, *, mark: bytes) -> Iterator[bytes]:
    """Yield the bytes of an export, and count what got lost on the way."""
    if mark:
        yield mark
    for part in parts:
        if isinstance(part, Loss):
            losses.add(part)
        else:
            yield part.encode("utf-8")


def _print(data: Iterable[bytes]) -> None:
    """Write bytes to the standard output as they are, whatever the terminal is set to."""
    stream = getattr(sys.stdout, "buffer", None)
    for part in data:
        if stream is None:
            sys.stdout.write(part.decode("utf-8"))
        else:
            stream.write(part)
    sys.stdout.flush()


def _told(ready: Exporting, losses: _Losses) -> Iterator[str]:
    claims = len(ready.outgoing.claims)
    yield f"chosen: {'1 claim' if claims == 1 else f'{claims} claims'}" if claims else "chosen: no claim, none fits"
    for called, counted in (("left out", losses.whole), ("in part", losses.part)):
        for why, (number, named) in counted.items():
            names = ", ".join(safe(one) for one in named) + (", …" if len(named) == _NAMED and number > _NAMED else "")
            yield f"{called}: {number} × {safe(why, 2_000)}{f' ({names})' if names else ''}"
    unreadable = len(ready.project.unreadable.get("claim", ()))
    if unreadable:
        yield not_looked_at(unreadable)


def _show_errors(ready: Exporting) -> None:
    """Show the errors that stop an export, as a build shows those that stop it, but where the data would not have gone."""
    output_format = "full" if is_terminal() else "concise"
    report = Report(
        findings=ready.blocking,
        claims=ready.project.claims_in_all,
        at_most=usual_bound(output_format),
        language=language_of_findings(None),
        colour=wants_colour("auto"),
        shown=lambda file: shown_from_here(ready.project.root, file),
        lines_of=lines_of_files(ready.project),
    )
    click.echo(write(output_format, report), color=True, err=True)
    what = "the desk record" if ready.outgoing.public is not None else "what readers would see"
    click.echo(f"nothing was exported: these errors are in {what}", err=True)
