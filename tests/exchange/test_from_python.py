"""Exporting from a program: the same bytes as on the command line, and the same refusals."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import claimtrack
from claimtrack.cli.program import run
from claimtrack.errors import UsageError
from claimtrack.exchange import Loss
from claimtrack.exchange.third_parties import format_names

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def project(invented_desk: Path) -> claimtrack.Project:
    return claimtrack.load(invented_desk)[0]


@pytest.mark.parametrize("name", ["csv", "jsonl", "claimreview", "bibtex"])
def test_the_text_is_that_of_the_command(
    name: str, project: claimtrack.Project, invented_desk: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    parts = list(claimtrack.export(project, name, select="folder=posts", language="en", today=TODAY))
    assert run(["export", name, str(invented_desk), "--select", "folder=posts", "--language", "en", "--now", "2026-11-24"]) == 0
    assert "".join(part for part in parts if not isinstance(part, Loss)).encode("utf-8") == capfdbinary.readouterr().out


def test_drafts_go_out_only_where_somebody_asks_for_them(project: claimtrack.Project) -> None:
    def lines(*, everything: bool) -> int:
        return "".join(str(part) for part in claimtrack.export(project, "csv", everything=everything, today=TODAY)).count("\r\n") - 1

    assert (lines(everything=False), lines(everything=True)) == (12, 22)


@pytest.mark.parametrize(
    ("name", "asked", "message"),
    [
        ("cvs", {}, "there is no format 'cvs'; did you mean csv?"),
        ("word", {}, f"there is no format 'word'; there are {', '.join(format_names())}"),
        ("csv", {"language": "fr"}, "the desk has no texts in 'fr'; its languages are de, en"),
        ("csv", {"select": "colour=red"}, "--select cannot ask for 'colour'; there are id, status, rating, topic, source, folder, text"),
        (
            "datafeed",
            {"everything": True},
            (
                "datafeed says that something is published, so drafts can never go out in it; leave out `everything`, "
                "or take one of averitec, csv, jsonl, bibtex"
            ),
        ),
    ],
)
def test_what_cannot_be_is_refused_at_once(name: str, asked: dict[str, Any], message: str, project: claimtrack.Project) -> None:
    with pytest.raises(UsageError) as error:
        claimtrack.export(project, name, today=TODAY, **asked)
    assert str(error.value) == message


def test_without_a_day_nothing_goes_out(project: claimtrack.Project) -> None:
    with pytest.raises(UsageError, match="give `today`"):
        claimtrack.export(project, "csv")
