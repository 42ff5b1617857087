"""The examples in the docstring of every rule: the bad one has the finding, at the marked line; the good one has nothing to mend."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.findings import Severity
from claimtrack.rules.registry import KINDS, RULES, kind
from claimtrack.rules.rule import AnyRule
from claimtrack.standards import CLAUSES

if TYPE_CHECKING:
    from tests.conftest import SchemaFaults
    from tests.rules.conftest import CheckBase

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind.code}-{rule.kind.name}")


def test_the_base_project_has_nothing_to_mend(check_base: CheckBase) -> None:
    assert check_base().findings == ()


@every_rule
def test_the_bad_example_has_this_finding_at_the_marked_line(rule: AnyRule, check_base: CheckBase) -> None:
    checked = check_base(rule.kind.bad)

    assert [(one.file, one.span.line) for one in checked.of(rule.kind.code)] == [checked.marked], checked.findings
    assert [one for one in checked.findings if one.severity is Severity.ERROR and one.code != rule.kind.code] == []


@every_rule
def test_the_good_example_has_no_finding_of_this_kind_and_no_error(rule: AnyRule, check_base: CheckBase) -> None:
    findings = check_base(rule.kind.good).findings

    assert [one for one in findings if one.severity is Severity.ERROR or one.code == rule.kind.code] == []


@every_rule
def test_an_editor_has_nothing_against_what_is_only_a_matter_of_rules(
    rule: AnyRule, check_base: CheckBase, schema_faults: SchemaFaults, tmp_path: Path
) -> None:
    """The schemas go as far as the forms of values and the words of the desk; where they see more than reading does, a rule sees it too."""
    check_base(rule.kind.good)
    assert list(schema_faults(tmp_path / "desk")) == []
    checked = check_base(rule.kind.bad)
    if not any(one.code < "CT1" for one in checked.findings):
        beyond_reading = "is not one of|does not match|is not valid under any"
        assert [one for one in schema_faults(tmp_path / "desk") if not re.search(beyond_reading, one)] == []


@every_rule
def test_the_docstring_says_what_is_wrong_why_it_matters_and_what_to_do(rule: AnyRule) -> None:
    kind = rule.kind

    assert kind.title.endswith(".")
    assert kind.reason.endswith(".")
    assert kind.remedy.endswith(".")
    assert kind.bad != kind.good
    assert "# here" in kind.bad
    assert "# here" not in kind.good


def test_every_clause_that_a_finding_names_is_one_of_a_standard() -> None:
    assert [(one.code, clause) for one in KINDS for clause in one.clauses if clause not in CLAUSES] == []


def test_every_rule_of_a_standard_stands_for_a_clause_of_it() -> None:
    of_standards = [one for one in KINDS if one.standard != "core"]
    assert of_standards
    assert [one.code for one in of_standards if one.standard not in {CLAUSES[clause].standard for clause in one.clauses}] == []


def test_no_rule_takes_a_number_from_a_clause_that_was_not_verified_without_saying_so() -> None:
    number = re.compile(r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b")
    silent = [
        one.code
        for one in KINDS
        if one.standard in {"ifcn", "efcsn"}
        and number.search(f"{one.title} {one.reason} {one.remedy}")
        and not any(CLAUSES[clause].known == "verified" for clause in one.clauses)
        and "at second hand" not in one.reason
    ]
    assert silent == []
    assert any("at second hand" in one.reason for one in KINDS)


def test_codes_are_in_order_and_codes_and_names_are_used_once() -> None:
    codes = [one.code for one in KINDS]

    assert codes == sorted(set(codes))
    assert len({one.name for one in KINDS}) == len(KINDS)
    assert all(re.fullmatch(r"CT\d{3}", one.code) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.name) for one in KINDS)


def test_a_kind_is_found_by_its_code() -> None:
    assert [kind(one.code) for one in KINDS] == list(KINDS)
    assert kind("CT999") is None
