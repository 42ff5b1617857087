"""``full`` and ``concise``: one finding is one line or one block, whatever it says, and nothing in it is obeyed by anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.findings import Related, Severity
from claimtrack.formats import concise, full
from claimtrack.locations import START, Span
from claimtrack.phrases import say

if TYPE_CHECKING:
    from tests.formats.conftest import Make, ReportOn


def test_several_findings_stand_apart(make: Make, report: ReportOn) -> None:
    lines = ("status: draft", "quote: 搬不走", "  rating: hmm")
    first = make("`rating` is not on the scale", hint="did you mean `false`?", span=Span(3, 11, 3, 14))
    second = make("it is late", code="CT116", severity=Severity.WARNING, span=START)
    third = make(
        "`quote` stands here a second time",
        code="CT027",
        severity=Severity.INFO,
        span=Span(2, 8, 2, 11),
        related=(Related("claims/town/b.yaml", Span(1, 1, 1, 7), say("first defined here")),),
    )
    assert full.write(report(first, second, third, lines=lines)) == (
        "claims/town/a.yaml:3:11: error CT040: `rating` is not on the scale\n"
        "   3 |   rating: hmm\n"
        "     |           ^^^\n"
        "     = help: did you mean `false`?\n"
        "\n"
        "claims/town/a.yaml:1:1: warning CT116: it is late\n"
        "\n"
        "claims/town/a.yaml:2:8: note CT027: `quote` stands here a second time\n"
        "   2 | quote: 搬不走\n"
        "     |        ^^^^^^\n"
        "     = claims/town/b.yaml:1:1: first defined here\n"
        "   1 | status: draft\n"
        "     | ^^^^^^\n"
    )


@pytest.mark.parametrize("at_most", [0, 1, 2, 3, 4])
def test_what_is_left_out_is_counted(at_most: int, make: Make, report: ReportOn) -> None:
    found = [make(code=code) for code in ("CT040", "CT040", "CT043", "CT040")]
    lines = concise.write(report(*found, at_most=at_most)).split("\n")
    kept = {0: 4, 1: 2, 2: 3, 3: 4, 4: 4}[at_most]
    assert lines[kept:] == {1: ["CT040: 2 more like these"], 2: ["CT040: 1 more like these"]}.get(at_most, [])
    assert all(" it is wrong" in line for line in lines[:kept])


def test_nothing_found_is_nothing_written(report: ReportOn) -> None:
    assert (full.write(report()), concise.write(report())) == ("", "")


@pytest.mark.parametrize(("language", "number"), [("en", "19,900"), ("de", "19.900")])
def test_large_numbers_are_grouped_as_the_language_does(language: str, number: str, make: Make, report: ReportOn) -> None:
    found = report(*(make(span=Span(line, 1, line, 2)) for line in range(1, 20_001)), at_most=100, language=language)
    lines = concise.write(found).split("\n")
    assert len(lines) == 101
    assert lines[-1].startswith(f"CT040: {number} ")


@pytest.mark.parametrize(
    ("line", "span", "shown", "mark"),
    [
        ("a\tb", Span(1, 3, 1, 4), "a   b", "    ^"),
        ("##[x]", Span(1, 2, 1, 3), "#\\u{23}[x]", " ^"),
        ("x" * 300 + "y" + "z" * 300, Span(1, 301, 1, 302), "…" + "x" * 40 + "y" + "z" * 76 + "…", " " * 41 + "^"),
        ("short", Span(1, 4, 1, 40), "short", "   ^^"),
        ("short", Span(1, 40, 1, 41), "short", "     ^"),
    ],
)
def test_the_place_is_underlined_where_it_is(line: str, span: Span, shown: str, mark: str, make: Make, report: ReportOn) -> None:
    _, excerpt, underline = full.write(report(make(span=span), lines=(line,))).removesuffix("\n").split("\n")
    assert excerpt == f"   1 | {shown}"
    assert underline == f"     | {mark}"
