"""``claimtrack audit``: the whole history, held against what readers were told."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from claimtrack.cli import exits
from claimtrack.cli.console import existing, wants_colour
from claimtrack.cli.languages import LANGUAGE, language
from claimtrack.findings import Severity
from claimtrack.formats.audit_pages import write_page, write_page_as_json, write_page_in_markdown
from claimtrack.formats.audits import Audited, write, write_json, write_markdown
from claimtrack.moves.auditing import audit

_FORMATS = {"text": (write, write_page), "markdown": (write_markdown, write_page_in_markdown), "json": (write_json, write_page_as_json)}


class _Asked(TypedDict):
    """What the caller asked for."""

    revisions: str
    summary: bool
    output_format: str
    fail_on: str
    language: str | None
    colour: str
    desk: str | None


@click.command("audit")
@click.argument("revisions", metavar="[REV..REV]", default="HEAD")
@click.option("--summary", is_flag=True, help="Write a page that can be published: figures and kinds, no addresses, no unpublished claims.")
@click.option("--output-format", type=click.Choice(list(_FORMATS)), default="text", help="How to write it.")
@click.option("--fail-on", type=click.Choice([one.value for one in Severity]), default="error", help="What makes the exit code 1.")
@LANGUAGE
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to use colours.")
@click.option("--desk", metavar="FOLDER", help="The desk, instead of the one of this folder.")
def command(**asked: Unpack[_Asked]) -> int:
    """Walk the history and report everything that readers were not told: published verdicts that changed silently, records that are
    gone, corrections and approvals that were rewritten, approvals that somebody gave to themselves.

    Without REV..REV, everything up to the last commit is looked at. Each finding names the commit, its day and who made it; what was made
    good later is told all the same. `claimtrack explain CODE` says more about a finding.
    """  # noqa: D205  (click shows the first paragraph as a whole)
    found = audit(existing(asked["desk"]) if asked["desk"] else Path(), asked["revisions"], figures=asked["summary"])
    audited = Audited(audit=found, language=language(asked["language"]), colour=wants_colour(asked["colour"]))
    usual, page = _FORMATS[asked["output_format"]]
    click.echo((page if asked["summary"] else usual)(audited), color=True)
    level = Severity(asked["fail_on"])
    return exits.FINDINGS if any(one.finding.severity.rank <= level.rank for one in found.breaks) else exits.CLEAN
