"""``sarif``: valid by the schema of OASIS, every code explained, and fingerprints that survive a change of lines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.findings import Finding, Related, Severity
from claimtrack.formats import sarif
from claimtrack.formats.report import Report
from claimtrack.locations import Span
from claimtrack.phrases import say
from claimtrack.rules.registry import KINDS

if TYPE_CHECKING:
    from tests.formats.conftest import Faults, Make, ReportOn

RunOf = Callable[[Report], dict[str, Any]]


@pytest.fixture
def run_of(faults: Faults) -> RunOf:
    """Write a report as SARIF, make sure that it is valid, and return its run."""

    def run_of(made: Report) -> dict[str, Any]:
        log = json.loads(sarif.write(made))
        assert faults(log) == []
        (run,) = log["runs"]
        assert isinstance(run, dict)
        return run

    return run_of


def test_the_schema_refuses_what_is_no_sarif(faults: Faults) -> None:
    assert faults({"version": "2.1.0", "runs": [{"results": [{"message": "words"}]}]}) != []


def test_every_code_is_explained(report: ReportOn, run_of: RunOf) -> None:
    run = run_of(report(*(Finding("a.yaml", Span(1, 1, 1, 2), kind.code, kind.severity, say("wrong")) for kind in KINDS)))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(kind.code for kind in KINDS)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [kind.code for kind in KINDS]
    for kind in KINDS:
        rule = next(rule for rule in rules if rule["id"] == kind.code)
        assert rule["name"] == kind.name
        assert rule["shortDescription"]["text"] == kind.title
        assert rule["fullDescription"]["text"] == kind.reason
        assert rule["help"]["text"].startswith(kind.remedy)
        assert rule["defaultConfiguration"]["level"] == {"error": "error", "warning": "warning", "info": "note"}[kind.severity]
        assert rule["properties"]["tags"] == [kind.standard, *kind.clauses]
        assert len(rule["properties"]["tags"]) <= 20  # GitHub takes no more
        assert kind.bad in rule["help"]["markdown"]


def test_only_the_codes_that_occur_are_explained(make: Make, report: ReportOn, run_of: RunOf) -> None:
    driver = run_of(report(make(), make(), make(code="CT002")))["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["CT002", "CT040"]
    assert {key: driver[key] for key in ("name", "version", "semanticVersion", "language")} == {
        "name": "claimtrack", "version": "1.2.3", "semanticVersion": "1.2.3", "language": "en",
    }  # fmt: skip
    assert "helpUri" not in driver["rules"][0]


def test_a_result(make: Make, report: ReportOn, run_of: RunOf) -> None:
    one = make("see [x](https://evil.example)", hint="mend it", severity=Severity.INFO, file="claims/böse datei.yaml",
               related=(Related("b.yaml", Span(1, 2, 3, 4), say("first [here](0)")),))  # fmt: skip
    run = run_of(report(one, language="de"))
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "de")
    (result,) = run["results"]
    prints = result.pop("partialFingerprints")
    assert re.fullmatch(r"[0-9a-f]{32}:1", prints.pop("claimtrack/v1"))
    assert prints == {}
    assert result == {
        "ruleId": "CT040",
        "ruleIndex": 0,
        "level": "note",
        "message": {"text": "see [x] (https://evil.example)\nAbhilfe: mend it"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "claims/b%C3%B6se%20datei.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 0,
                "physicalLocation": {
                    "artifactLocation": {"uri": "b.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 2, "endLine": 3, "endColumn": 4},
                },
                "message": {"text": "first [here] (0)"},
            }
        ],
    }


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("../a b.yaml", "../a%20b.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/srv/desk/ä.yaml", "file:///srv/desk/%C3%A4.yaml"),
        ("D:/desk/a b.yaml", "file:///D:/desk/a%20b.yaml"),
    ],
)
def test_a_file_is_named_by_an_address(file: str, uri: str) -> None:
    assert sarif.address(file)["uri"] == uri
    assert ("uriBaseId" in sarif.address(file)) == (not uri.startswith("file:"))


Prints = Callable[..., list[str]]


@pytest.fixture
def prints(run_of: RunOf, report: ReportOn) -> Prints:
    """Return the fingerprints of findings."""

    def prints(*found: Finding, language: str = "en") -> list[str]:
        return [one["partialFingerprints"]["claimtrack/v1"] for one in run_of(report(*found, language=language))["results"]]

    return prints


def test_a_fingerprint_stays_when_lines_move_and_when_the_language_changes(make: Make, prints: Prints) -> None:
    message = say("{first} and {last}", first="a", last="b")
    (before,) = prints(make(message))
    assert prints(make(message, span=Span(90, 1, 90, 3))) == [before]
    assert prints(make(message), language="de") == [before]
    assert prints(make(message, hint="another hint")) == [before]


def test_fingerprints_of_one_run_differ(make: Make, prints: Prints) -> None:
    found = [
        make("one"), make("two"), make("one", code="CT043"), make("one", file="claims/town/b.yaml"), make("one", span=Span(9, 1, 9, 2)),
    ]  # fmt: skip
    assert len(set(prints(*found))) == len(found)
    assert prints(*found)[:4] == prints(*found[:4])


def test_what_is_left_out_and_hidden_is_said(make: Make, run_of: RunOf) -> None:
    run = run_of(Report(findings=(make(), make(), make(code="CT002")), claims=3, hidden=4, at_most=1))
    assert run["properties"] == {
        "formatVersion": 1,
        "claims": 3,
        "counts": {"error": 3, "warning": 0, "info": 0},
        "notShown": 4,
        "fixed": 0,
        "more": [{"code": "CT040", "count": 1}],
    }
    assert "version" not in run["tool"]["driver"]


def test_a_clean_run_is_valid(report: ReportOn, run_of: RunOf) -> None:
    run = run_of(report())
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
