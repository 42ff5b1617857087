"""``claimtrack set``: change, add or take out one value of a record."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from typing import Unpack

import click

from claimtrack.cli import completing
from claimtrack.cli.carrying_out import Writing, carry, opened, writes
from claimtrack.cli.languages import language
from claimtrack.errors import RefusedError, UsageError
from claimtrack.formats.languages import said, translator
from claimtrack.moves.finding_records import Home, find_record
from claimtrack.moves.plan import Plan
from claimtrack.moves.setting import BY_OTHER_COMMANDS, UnfitValueError, planned_entry, planned_removal, planned_value
from claimtrack.project import Project

_LONGEST = 1 << 20
"""The longest value, in bytes: no record may be longer."""


class _Set(click.Command):
    """A command whose VALUE may begin with a hyphen that no letter follows, such as a number below zero, which is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        values = [one for one in args if re.match(r"-[^A-Za-z-]", one)]
        if values and "--" not in args:
            args = [*(one for one in args if one not in values), "--", *values]
        return super().parse_args(ctx, args)


class _Value(Writing):
    """What the caller asked for."""

    record_id: str
    path: str
    value: str | None
    kind: str | None
    append: bool
    remove: bool
    as_yaml: bool


def _paths(context: click.Context, incomplete: str) -> Iterator[str]:
    """Yield the paths of fields that need no place in a list, and those of the evidence of the claim."""
    from claimtrack.moves.offering import evidence
    from claimtrack.records.evidence import Evidence
    from claimtrack.records.fields import key_of, written_fields
    from claimtrack.records.format import places, written

    if incomplete.startswith("evidence."):
        for one in evidence(completing.records_of(context), context.params["record_id"]):
            yield from (f"evidence.{one}.{key_of(field)}" for field in written_fields(Evidence) if field.name != "id")

    lists: set[str] = set()
    for place in places():
        kind, _, path = place.path.partition(".")
        if not any(f"{place.path}.".startswith(f"{one}.") for one in lists) and (kind, path.split(".")[0]) not in _OF_OTHERS:
            yield path
        if written(place.attribute.type).startswith(("list", "by id")):
            lists.add(place.path)


_OF_OTHERS = {("claim", one) for one in BY_OTHER_COMMANDS}


@click.command("set", cls=_Set)
@click.argument("record_id", metavar="ID", shell_complete=completing.RECORD)
@click.argument("path", metavar="PATH", shell_complete=completing.quietly(_paths))
@click.argument("value", metavar="[VALUE]", required=False)
@click.option("--append", is_flag=True, help="Put VALUE at the end of the list PATH.")
@click.option("--remove", is_flag=True, help="Take out what stands at PATH.")
@click.option("--yaml", "as_yaml", is_flag=True, help="VALUE is YAML, such as {de: Nein, en: No}, and not a text.")
@click.option("--kind", type=click.Choice(("claim", "article", "source")), help="What ID is the id of, where several things have it.")
@writes
def command(**asked: Unpack[_Value]) -> int:
    """Set PATH of the record ID to VALUE; ID is that of a claim, an article or a source, or `desk`.

    PATH has points between its steps: verdict.summary.en, evidence.0.quote or, by its id, evidence.closed-days.quote. Places count from 0.
    VALUE is taken as it is where the field holds a text, a date or a number, and is YAML where it holds a list or fields of its own:
    topics '[pool, budget]'. With - for VALUE it is read from the standard input.
    """
    if asked["remove"] + asked["append"] + asked["as_yaml"] > 1 or (asked["value"] is None) != asked["remove"]:
        raise UsageError("give a VALUE, or --remove without one; --append, --remove and --yaml exclude each other")
    desk = opened(asked)
    home = find_record(desk.project, asked["record_id"], asked["kind"])
    try:
        plan = _planned(desk.project, home, asked)
    except UnfitValueError as unfit:
        translate = translator(language(asked["language"]))
        words = [said(one, translate) for one in (unfit.finding.message, unfit.finding.hint) if one]
        raise RefusedError(f"nothing was written: {'; '.join(words)} ({unfit.finding.code})") from None
    return carry(desk, plan)


def _planned(project: Project, home: Home, asked: _Value) -> Plan:
    if asked["value"] is None:
        return planned_removal(project, home, asked["path"])
    value = _given(asked["value"])
    if asked["append"]:
        return planned_entry(project, home, asked["path"], value)
    return planned_value(project, home, asked["path"], value, is_yaml=asked["as_yaml"])


def _given(value: str) -> str:
    """Return the value as given, or from the standard input; of that, line breaks at the end of a single line are no part.

    Raises:
        UsageError: it is not UTF-8, or too long for any record.
    """
    data = sys.stdin.buffer.read(_LONGEST + 1) if value == "-" else os.fsencode(value)
    if len(data) > _LONGEST:
        raise UsageError(f"VALUE has more than {_LONGEST:,} bytes; no record may be longer")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError("VALUE is not UTF-8") from None
    if value != "-":
        return text
    text = text.replace("\r\n", "\n").rstrip("\n")
    return f"{text}\n" if "\n" in text else text
