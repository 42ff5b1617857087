"""``claimtrack check``: hold records against the format, each other and the standards."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TypedDict, Unpack

import attrs
import click

from claimtrack import __version__
from claimtrack.checking import check
from claimtrack.cli import completing, exits
from claimtrack.cli.comparing import AGAINST, CHANGED, in_changed_files, of_history
from claimtrack.cli.console import NOW, SNAPSHOTS, existing, is_terminal, shown_from_here, today, wants_colour
from claimtrack.cli.languages import LANGUAGE, language
from claimtrack.cli.looking import Looked, unfinished
from claimtrack.errors import UsageError
from claimtrack.findings import Finding, Severity
from claimtrack.formats.report import Replacement, ReplacementOf, Report
from claimtrack.formats.summary import summary_of
from claimtrack.formats.terminal import safe
from claimtrack.formats.writing import FORMATS, WITH_A_SUMMARY, WITH_STATISTICS, lines_of_files, usual_bound, write, write_statistics
from claimtrack.loading import load
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.reading.files import find_root
from claimtrack.rules.registry import select

_LONGEST = 4_000
"""How many characters of one sentence are shown."""


class _Asked(TypedDict):
    """What the caller asked for."""

    paths: tuple[str, ...]
    output_format: str | None
    codes: str | None
    ignored: str | None
    statistics: bool
    at_most: int | None
    fail_on: str
    language: str | None
    colour: str
    snapshots: str | None
    now: str | None
    against: str | None
    changed: str | None
    fix: bool
    diff: bool


@click.command("check")
@click.argument("paths", nargs=-1, shell_complete=completing.files)
@click.option("--output-format", type=click.Choice(FORMATS), help="How to write findings: full on a terminal, else concise.")
@click.option("--select", "codes", metavar="CODES", help="Show only these codes, names or families: CT101,CT3,unknown-source.")
@click.option("--ignore", "ignored", metavar="CODES", help="Do not show these; what is not shown is counted, and does not fail.")
@AGAINST
@CHANGED
@click.option("--fix", is_flag=True, help="Mend what can be mended without a decision, then show what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would do as a diff, and write nothing, with --fix as well.")
@click.option("--statistics", is_flag=True, help="Show how many findings of each code there are, and not the findings.")
@click.option(
    "--at-most",
    type=click.IntRange(min=0),
    metavar="N",
    help="Show N findings of a code and count the rest; 0 for all.  [default: 100, for json, jsonl and sarif 0]",
)
@click.option("--fail-on", type=click.Choice([one.value for one in Severity]), default="error", help="What makes the exit code 1.")
@LANGUAGE
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to use colours.")
@SNAPSHOTS
@NOW
def command(**asked: Unpack[_Asked]) -> int:
    """Check the desk that PATHS lie in; findings in other files are not shown.

    PATHS are folders or files of one desk; without any, the desk of this folder is checked. Everything is read in any case, since
    records depend on each other. `claimtrack explain CODE` says more about a finding.

    Nothing is written, except with --fix: what some findings are about can be mended without changing anything that readers are told.
    With --select, --ignore or --changed, only what is shown is mended.
    """
    output_format = asked["output_format"] or ("full" if is_terminal() else "concise")
    if asked["statistics"] and output_format not in WITH_STATISTICS:
        raise UsageError(f"--statistics cannot be written as {output_format}; choose one of {', '.join(WITH_STATISTICS)}")
    asked["fix"] = asked["fix"] and not asked["diff"]  # what is to be shown is not written
    report, looked = _look(asked, usual_bound(output_format) if asked["at_most"] is None else asked["at_most"])
    if asked["diff"]:
        text = "\n".join(looked.differences)
    else:
        text = write_statistics(output_format, report) if asked["statistics"] else write(output_format, report)
    if text:
        click.echo(text, color=True)
    for words in looked.told:
        click.echo(safe(report.say(words), _LONGEST), err=True)
    if asked["diff"] or output_format not in WITH_A_SUMMARY:
        click.echo(summary_of(report), err=asked["diff"] or output_format != "full")
    return exits.FINDINGS if _fails(report.findings, Severity(asked["fail_on"])) else exits.CLEAN


def _look(asked: _Asked, at_most: int) -> tuple[Report, Looked]:
    """Read, check and mend, and return what there is to say, and what else the caller should know."""
    chosen = [existing(path) for path in asked["paths"]]
    wanted = _Wanted(asked["codes"], asked["ignored"])
    hiding = (*wanted.options, *(["--changed"] if asked["changed"] is not None else []))
    speaks, day, colour = language(asked["language"]), today(asked["now"]), wants_colour(asked["colour"])
    snapshots = existing(asked["snapshots"]) if asked["snapshots"] else None
    folder = chosen[0] if chosen else Path()
    told = _put_in_order(folder) if asked["fix"] else tuple(unfinished(find_root(folder)[0]))
    project, findings = load(folder, snapshots=snapshots)
    within = [_within(project, path) for path in chosen] or [_EVERYTHING]
    looked = Looked(project=project, findings=(*findings, *check(project, today=day)), told=told)
    if asked["fix"] or asked["diff"]:
        changed = in_changed_files(project, asked["changed"], looked.findings)
        mends = lambda one: wanted.has(one.code) and _lies_in(one.file, within) and changed(one)  # noqa: E731  (a question, asked twice)
        from claimtrack.cli.mending import mended, would_be_mended

        looked = mended(looked, day, mends) if asked["fix"] else would_be_mended(looked, day, mends, colour=colour)
    found = (*looked.findings, *of_history(looked.project, asked["against"], day))
    there = [one for one in sorted(found, key=lambda one: one.sort_key) if _lies_in(one.file, within)]
    changed = in_changed_files(looked.project, asked["changed"], there)
    asked_for = tuple(one for one in there if wanted.has(one.code) and changed(one))
    report = Report(
        findings=asked_for,
        claims=_claims(looked.project, looked.findings, within),
        hidden=len(there) - len(asked_for),
        hidden_by=hiding,
        at_most=at_most,
        language=speaks,
        colour=colour,
        version=__version__,
        shown=lambda file: shown_from_here(project.root, file),
        lines_of=lines_of_files(looked.project),
        replacement_of=_replacements(looked.project),
        fixed=looked.fixed,
    )
    passed_over = _passed_over(looked.project, looked.findings, chosen, within)
    return report, attrs.evolve(looked, told=(*looked.told, *passed_over))


# Most checks mend nothing. What edits records, and starts git, is loaded only for those that do.


def _put_in_order(folder: Path) -> tuple[Phrase, ...]:
    from claimtrack.cli.mending import put_in_order

    return put_in_order(folder)


def _replacements(project: Project) -> ReplacementOf:
    def of_finding(finding: Finding) -> Replacement | None:
        from claimtrack.cli.mending import replacements

        return replacements(project)(finding)

    return of_finding


class _Wanted:
    """Which codes are to be shown: those that were selected, without those that were ignored."""

    def __init__(self, selected: str | None, ignored: str | None) -> None:
        self._selected = None if selected is None else select(selected)
        self._ignored = frozenset() if ignored is None else select(ignored)
        given = {"--select": selected, "--ignore": ignored}
        self.options = tuple(option for option, codes in given.items() if codes is not None)

    def has(self, code: str) -> bool:
        """Say whether findings of a code are to be shown."""
        return code not in self._ignored and (self._selected is None or code in self._selected)


def _passed_over(project: Project, findings: Sequence[Finding], chosen: Sequence[Path], within: Sequence[str]) -> Iterator[Phrase]:
    """Say what was not looked at although the caller may think so."""
    if not project.desk_is_sound:
        yield say("{file} cannot be read, so no rule was run", file=shown_from_here(project.root, project.desk_file))
    for path, place in zip(chosen, within, strict=False):
        if not any(_lies_in(file, [place]) for file in (*project.digests, *(one.file for one in findings))):
            yield say("no record lies in {path}", path=str(path))


_EVERYTHING = ""
"""Stands for the whole desk where findings are chosen by the folder or file that they are in."""


def _within(project: Project, path: Path) -> str:
    """Return what the path is in the project: empty for all of it, else a file or a folder relative to the root."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  (`..` has to go, and a link on the way to the desk is not ours to resolve)
    root, records = project.root.absolute(), (project.root / project.desk_file).absolute().parent
    for real in (whole, whole.resolve()):
        if records.is_relative_to(real) or records.resolve().is_relative_to(real):
            return _EVERYTHING
        for base in (root, root.resolve()):
            if real.is_relative_to(base):
                return real.relative_to(base).as_posix()
    raise UsageError(f"{str(path)!r} does not belong to the desk in {project.root}; check one desk at a time")


def _lies_in(file: str, within: Sequence[str]) -> bool:
    return any(not one or file == one or file.startswith(one + "/") for one in within)


def _claims(project: Project, findings: Sequence[Finding], within: Sequence[str]) -> int:
    """Return how many claims were looked at, those that cannot be read among them."""
    if _EVERYTHING in within:
        return project.claims_in_all
    read = {file for (kind, _), file in project.files.items() if kind == "claim"}
    broken = project.unreadable.get("claim", frozenset())
    files = {*project.digests, *(one.file for one in findings)} - read
    unread = [file for file in files if PurePosixPath(file).stem in broken]
    return sum(1 for file in (*read, *unread) if _lies_in(file, within))


def _fails(findings: tuple[Finding, ...], level: Severity) -> bool:
    return any(one.severity.rank <= level.rank for one in findings)
