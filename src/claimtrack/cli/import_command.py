"""``claimtrack import``: what others have checked, as claims to look at."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Unpack

import click

from claimtrack.cli import completing, exits
from claimtrack.cli.carrying_out import Desk, Writing, opened, refusal, writes
from claimtrack.cli.console import existing, nearest, shown_from_here, wants_colour
from claimtrack.cli.differing import shown_differences
from claimtrack.cli.languages import language
from claimtrack.errors import CannotReadError, RefusedError, UsageError
from claimtrack.exchange.incoming import Given
from claimtrack.exchange.registry import SOURCES, ForeignSource
from claimtrack.findings import Severity
from claimtrack.formats.report import Report
from claimtrack.formats.terminal import safe
from claimtrack.formats.writing import FORMATS as OUTPUT_FORMATS
from claimtrack.formats.writing import WITH_A_SUMMARY, usual_bound, write
from claimtrack.moves.adding_copies import add_copies
from claimtrack.moves.column_mapping import column_mapping
from claimtrack.moves.importing import Import, import_checks, receiving, usual_folder
from claimtrack.moves.plan import carry_out
from claimtrack.moves.restoring import restore
from claimtrack.reading.language_tags import is_language

OWN = "jsonl"
"""The format of whole records."""
TABLE = "csv"
"""The format that has no meaning of its own."""
COPIES = "auto-archiver"
"""The format that adds copies to what the desk has."""
_FOR_PEOPLE = frozenset({"full", "concise"})


class _Given(Writing):
    """The options of the command."""

    files: tuple[str, ...]
    into: str | None
    text_language: str | None
    mapping: str | None
    output_format: str
    at_most: int | None


@click.command("import")
@click.argument("format_name", metavar="FORMAT", shell_complete=completing.among(lambda: [*SOURCES, OWN, COPIES]))
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=completing.files)
@click.option("--into", metavar="FOLDER", help="The folder of claims that they go to, instead of one called as the first file.")
@click.option("--text-language", metavar="TAG", help="The language of texts that do not say which they are in.")
@click.option("--mapping", metavar="FILE", shell_complete=completing.files, help="For csv: which column means what, as YAML.")
@click.option("--output-format", type=click.Choice(OUTPUT_FORMATS), default="concise", help="How to write what there is to say.")
@click.option(
    "--at-most",
    type=click.IntRange(min=0),
    metavar="N",
    help="Show N findings of a code and count the rest; 0 for all.  [default: 100, for json, jsonl and sarif 0]",
)
@writes
def command(format_name: str, **given: Unpack[_Given]) -> int:
    """Take in what others have checked: each item of FILE... becomes a claim, with the check as evidence that nobody here has seen.

    FORMAT is claimreview, averitec or csv; jsonl for whole records that claimtrack has exported, which come in as they went out; or
    auto-archiver, whose copies are added to the sources and appearances that have their addresses.

    Somebody else's rating never becomes the desk's verdict. What was repaired, what was refused and what does not come in is told with its
    place; the item itself stands in the record word by word. What the desk has already, or what stands there twice, comes in once.
    """
    source = None if format_name in {OWN, COPIES} else _source(format_name)
    if source is None and given["into"]:
        raise UsageError(f"--into is for what others have checked; what comes in by {format_name} says itself where it belongs")
    tag = given["text_language"] or ""
    if tag and not is_language(tag):
        raise UsageError(f"--text-language wants the tag of a language such as de or pt-BR, found {tag!r}")
    mapping = _mapping(format_name, given["mapping"])
    desk = opened(given)
    told = receiving(desk.project, desk.today, tag, mapping)
    if format_name == COPIES:
        ready = add_copies(desk.project, _opened(given["files"]), desk.today)
    elif source is None:
        ready = restore(desk.project, _opened(given["files"]), told)
    else:
        into = given["into"] or usual_folder(given["files"])
        ready = import_checks(desk.project, source, _opened(given["files"]), into, desk.by, told)
    _show_findings(desk, ready, given["output_format"], given["at_most"])
    if ready.objections:
        raise RefusedError(refusal(desk, ready.objections))
    return _ended(desk, ready, for_programs=given["output_format"] not in _FOR_PEOPLE)


def _source(name: str) -> ForeignSource:
    if name in SOURCES:
        return SOURCES[name]
    raise UsageError(f"there is no format {name!r} to import; {nearest(name, [*SOURCES, OWN, COPIES])}")


def _mapping(format_name: str, name: str | None) -> Mapping[str, str]:
    if (format_name == TABLE) != (name is not None):
        raise UsageError(f"{TABLE} wants --mapping FILE, and no other format does: which column means what")
    if name is None:
        return {}
    try:
        return column_mapping(name, existing(name).read_bytes())
    except OSError as error:
        raise CannotReadError(f"{name} cannot be read: {error.strerror}") from error


def _opened(names: Sequence[str]) -> Iterator[Given]:
    """Yield each file, open while it is read."""
    for name in names:
        path = existing(name)
        if not path.is_file():
            raise UsageError(f"{name!r} is no file; name the files of a folder one by one, or with *")
        with contextlib.ExitStack() as open_files:
            try:
                stream = open_files.enter_context(path.open("rb"))
            except OSError as error:
                raise CannotReadError(f"{name} cannot be read: {error.strerror}") from error
            yield Given(Path(name).as_posix(), stream)


def _show_findings(desk: Desk, ready: Import, output_format: str, at_most: int | None) -> None:
    report = Report(
        findings=tuple(sorted(ready.findings, key=lambda one: one.sort_key)),
        claims=ready.tally.items,
        at_most=usual_bound(output_format) if at_most is None else at_most,
        language=language(desk.asked.get("language")),
        colour=wants_colour("auto"),
    )
    if report.findings or output_format in WITH_A_SUMMARY:
        click.echo(write(output_format, report), color=True)


def _ended(desk: Desk, ready: Import, *, for_programs: bool) -> int:
    """Write, or show what would be written, and say what became of the items."""
    tally, plan = ready.tally, ready.plan
    if desk.asked["dry_run"]:
        for line in shown_differences(plan, colour=wants_colour("auto")):
            click.echo(line, color=True, err=for_programs)
        click.echo("a dry run: nothing was written", err=True)
    elif plan.changes:
        carry_out(plan)
        folder = os.path.commonpath([one.file.rpartition("/")[0] for one in plan.changes])
        click.echo(
            f"wrote {_counted(len(plan.changes), 'file', 'files')} to {safe(shown_from_here(desk.project.root, folder))}/", err=for_programs
        )
    parts = [f"{number:,} {what}" for number, what in _became(tally.new, tally.known, tally.repeated, tally.left_out) if number]
    click.echo(f"{_counted(tally.items, 'item', 'items')}: {', '.join(parts)}" if parts else "no item was found", err=True)
    if ready.misgivings:
        told = ", ".join(f"{number:,} × {code}" for code, number in sorted(ready.misgivings.items()))
        click.echo(f"have a look: the new records have {told}", err=True)
    if any(one.before is None for one in plan.changes) and not desk.asked["dry_run"]:
        click.echo("next: read what came in, and `claimtrack move` on what the desk takes up", err=True)
    return exits.FINDINGS if any(one.severity is Severity.ERROR for one in ready.findings) else exits.CLEAN


def _became(new: int, known: int, repeated: int, left_out: int) -> Sequence[tuple[int, str]]:
    return ((new, "new"), (known, "known already"), (repeated, "repeated"), (left_out, "left out"))


def _counted(number: int, one: str, several: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {several}"
