"""``github``: one command for each finding, with its place, its hint and the places that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Related
from claimtrack.formats import github
from claimtrack.locations import Span
from claimtrack.phrases import say

if TYPE_CHECKING:
    from tests.formats.conftest import Make, ReportOn


def test_a_command(make: Make, report: ReportOn) -> None:
    one = make(
        "100 % wrong", hint="mend it: now, here", file="claims/a,b:c.yaml", related=(Related("x.yaml", Span(1, 2, 1, 3), say("see")),)
    )
    assert github.write(report(one)) == (
        "::error file=claims/a%2Cb%3Ac.yaml,line=3,endLine=3,col=5,endColumn=9,title=CT040 unknown-field::"
        "100 %25 wrong%0Ahelp: mend it: now, here%0Ax.yaml:1:2: see"
    )


def test_columns_are_left_out_where_several_lines_are_meant(make: Make, report: ReportOn) -> None:
    assert "line=3,endLine=4,title=" in github.write(report(make(span=Span(3, 5, 4, 2))))


def test_the_rest_is_a_notice(make: Make, report: ReportOn) -> None:
    last = github.write(report(make(), make(), make(), at_most=1, language="de")).split("\n")[-1]
    assert last == "::notice title=CT040 unknown-field::CT040: 2 weitere dieser Art"
