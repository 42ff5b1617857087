"""``claimtrack build``: the site that readers see, or its preview."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli import completing, exits
from claimtrack.cli.console import NOW, SNAPSHOTS, existing, is_terminal, shown_from_here, today, wants_colour
from claimtrack.cli.languages import language
from claimtrack.formats.report import Report
from claimtrack.formats.summary import summary
from claimtrack.formats.terminal import safe
from claimtrack.formats.writing import lines_of_files, usual_bound, write
from claimtrack.moves.building import build


@click.command("build")
@click.argument("folder", required=False, shell_complete=completing.folders)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    default="site",
    shell_complete=completing.folders,
    help="Where to put the site; replaced as a whole.  [default: site]",
)
@click.option("--preview", is_flag=True, help="Show unpublished claims too, marked as unreviewed on every page.")
@click.option("--builtin-templates", is_flag=True, help="Ignore the desk's own templates, as for a stranger's pull request.")
@click.option("--history", is_flag=True, help="Tell on each page, from git, what became of the check since it was published.")
@SNAPSHOTS
@NOW
def command(
    folder: str | None, output: str, *, preview: bool, builtin_templates: bool, history: bool, snapshots: str | None, now: str | None
) -> int:
    """Build the site of the desk that FOLDER lies in.

    Everything is checked first. An error in the desk record or in anything that is published stops the build and leaves the old site as
    it is; errors in unpublished claims stop nothing, and the preview shows them.
    """
    built = build(
        existing(folder) if folder else Path(),
        Path(output),
        preview=preview,
        today=today(now),
        snapshots=existing(snapshots) if snapshots else None,
        builtin_templates=builtin_templates,
        history=history,
    )
    root = built.project.root
    click.echo(f"checked: {summary(built.project.claims_in_all, built.findings)}", err=True)
    if built.blocking:
        output_format = "full" if is_terminal() else "concise"
        report = Report(
            findings=built.blocking,
            claims=built.project.claims_in_all,
            at_most=usual_bound(output_format),
            language=language(None),
            colour=wants_colour("auto"),
            shown=lambda file: shown_from_here(root, file),
            lines_of=lines_of_files(built.project),
        )
        click.echo(write(output_format, report), color=True)
        click.echo("nothing was built: these errors are in what readers would see", err=True)
        return exits.FINDINGS
    click.echo(_what(built.published, built.shown, preview=preview), err=True)
    click.echo(f"{built.pages} files in {safe(shown_from_here(Path(), output))}; open {safe(str(Path(output) / 'index.html'))}")
    return exits.CLEAN


def _what(published: int, shown: int, *, preview: bool) -> str:
    if preview:
        return f"preview of {_claims(shown)}, {published} of them published; do not publish it"
    if not shown:
        return "no claim is published yet, and the site says so; `--preview` shows the others"
    withdrawn = shown - published
    noun = "claim" if published == 1 else "claims"
    return f"site of {published} published {noun}" + (f", {withdrawn} withdrawn" if withdrawn else "")


def _claims(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"
