"""Checking: which rules run, what becomes of their remarks, and what happens when one of them fails."""

from __future__ import annotations

import datetime
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

from claimtrack.checking import check
from claimtrack.errors import ClaimtrackError, RuleCrashError
from claimtrack.findings import Finding, Related, Remark, Severity
from claimtrack.loading import load
from claimtrack.locations import START, RecordPath, Span
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.rules.registry import RULES
from claimtrack.rules.rule import Check, Rule, rule

JAM = "claims/bridge/jam.yaml"
TOLL = "claims/bridge/toll.yaml"
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for file, text in {
        "claims/desk.yaml": "format: 1\npublisher: {name: Desk}\nlanguages: [en]\nstandards: [ifcn]\n",
        JAM: "status: draft\nauthors: [ines, omar]\n",
        TOLL: "status: draft\n",
    }.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    made, findings = load(tmp_path)
    assert findings == ()
    return made


Only = Callable[..., None]


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Only:
    """Let these rules be all there are."""
    return lambda *rules: monkeypatch.setattr("claimtrack.checking.RULES", rules)


def remarking(*remarks: Remark, code: str = "CT990", severity: Severity = Severity.WARNING, standard: str = "core") -> Rule:
    """Return a rule that always makes these remarks."""

    def found(_: Project) -> Iterator[Remark]:
        yield from remarks

    return rule(code, f"rule-{code.lower()}", severity, standard)(found)


def remark(path: RecordPath = ("status",), message: str = "wrong", hint: str = "", file: str = JAM) -> Remark:
    return Remark(file, path, say("{text}", text=message), say("{text}", text=hint))


def test_a_remark_becomes_a_finding_at_its_place(project: Project, only: Only) -> None:
    first_and_second = Remark(
        JAM, ("authors", 1), say("twice"), say("take one away"), related=((JAM, ("authors", 0), say("first here")), (TOLL, (), say("see")))
    )
    only(remarking(first_and_second, severity=Severity.INFO))

    related = (Related(JAM, Span(2, 11, 2, 15), say("first here")), Related(TOLL, Span(1, 1, 1, 14), say("see")))
    assert check(project) == (Finding(JAM, Span(2, 17, 2, 21), "CT990", Severity.INFO, say("twice"), say("take one away"), related),)


def test_a_remark_can_mean_the_key_or_something_absent(project: Project, only: Only) -> None:
    only(
        remarking(
            Remark(JAM, ("authors",), say("key"), key=True),
            Remark(JAM, ("authors",), say("value")),
            Remark(JAM, ("verdict", "rating"), say("absent")),
        )
    )

    assert [(one.span, one.message) for one in check(project)] == [
        (Span(1, 1, 1, 14), "absent"),
        (Span(2, 1, 2, 8), "key"),
        (Span(2, 10, 2, 22), "value"),
    ]


def test_findings_are_ordered_by_file_place_code_and_message(project: Project, only: Only) -> None:
    only(
        remarking(remark(file=TOLL), remark(("authors", 1)), remark(("authors", 0)), remark(message="z"), remark(message="a")),
        remarking(remark(message="m"), code="CT980"),
    )

    assert [(one.file, one.span.line, one.span.column, one.code, one.message) for one in check(project)] == [
        (JAM, 1, 9, "CT980", "m"),
        (JAM, 1, 9, "CT990", "a"),
        (JAM, 1, 9, "CT990", "z"),
        (JAM, 2, 11, "CT990", "wrong"),
        (JAM, 2, 17, "CT990", "wrong"),
        (TOLL, 1, 9, "CT990", "wrong"),
    ]


def test_what_is_said_twice_is_found_once_and_what_differs_in_anything_is_kept_in_the_order_said(project: Project, only: Only) -> None:
    only(remarking(remark(hint="b"), remark(hint="a"), remark(hint="b"), remark(hint="c")))

    assert [one.hint for one in check(project)] == ["b", "a", "c"]


def test_a_rule_of_a_standard_runs_where_the_desk_has_adopted_it(project: Project, only: Only) -> None:
    only(
        remarking(remark(message="core")),
        remarking(remark(message="ifcn"), code="CT991", standard="ifcn"),
        remarking(remark(message="efcsn"), code="CT992", standard="efcsn"),
    )
    neither = attrs.evolve(project, desk=attrs.evolve(project.desk, standards=()))

    assert [one.message for one in check(project)] == ["core", "ifcn"]
    assert [one.message for one in check(neither)] == ["core"]


def test_no_rule_runs_where_the_desk_cannot_be_read(project: Project, only: Only) -> None:
    only(remarking(remark()))

    assert len(check(project)) == 1
    assert check(attrs.evolve(project, desk_is_sound=False)) == ()


def _crash(project: Project) -> Iterator[Remark]:
    yield remark()
    yield from [remark(message=project.claims["no such claim"].id)]


def _crash_at_once(project: Project) -> Iterator[Remark]:
    raise RecursionError(str(project.root))


@pytest.mark.parametrize(("crash", "cause"), [(_crash, KeyError), (_crash_at_once, RecursionError)])
def test_a_rule_that_fails_is_named(project: Project, only: Only, crash: Check, cause: type[Exception]) -> None:
    only(remarking(remark()), rule("CT999", "always-fails", Severity.INFO)(crash), remarking(remark()))

    with pytest.raises(RuleCrashError) as error:
        check(project)
    assert str(error.value) == "the rule CT999 (always-fails) failed; this is a fault of claimtrack, please report it with the record"
    assert error.value.code == "CT999"
    assert isinstance(error.value, ClaimtrackError)
    assert isinstance(error.value.__cause__, cause)


def test_a_file_that_changes_while_it_is_checked_keeps_its_finding_and_loses_the_line(project: Project, only: Only) -> None:
    (project.root / JAM).write_text("status:   draft\nauthors: [ines]\n", "utf-8")
    (project.root / TOLL).unlink()
    here = Remark(JAM, ("authors", 1), say("here"), related=((TOLL, ("status",), say("there")),))
    only(remarking(here, remark(file=TOLL), remark(file="claims/desk.yaml", path=("languages",))))

    assert [(one.file, one.span, one.related) for one in check(project)] == [
        (JAM, START, (Related(TOLL, START, say("there")),)),
        (TOLL, START, ()),
        ("claims/desk.yaml", Span(3, 12, 3, 16), ()),
    ]


def test_rules_know_the_day_that_was_given(project: Project, only: Only) -> None:
    def today(told: Project) -> Iterator[Remark]:
        yield remark(message=str(told.today))

    only(rule("CT990", "today", Severity.INFO)(today))

    assert [one.message for one in check(project)] == ["None"]
    assert [one.message for one in check(project, today=TODAY)] == ["2026-11-24"]
    assert [one.message for one in check(attrs.evolve(project, today=TODAY))] == ["2026-11-24"]


def test_checking_changes_nothing(project: Project) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.root.rglob("*") if path.is_file()}
    check(project, today=TODAY)

    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.root.rglob("*") if path.is_file()} == before


SAY_ALL = """
import datetime, sys
import claimtrack
project, findings = claimtrack.load(sys.argv[1])
for one in (*findings, *claimtrack.check(project, today=datetime.date(2026, 11, 24))):
    print(ascii(one))
"""


def test_the_same_desk_has_the_same_findings_under_every_hash_seed(project: Project, repository: Path) -> None:
    (project.root / JAM).write_text("status: in-review\nauthors: [a, b]\nzz: {}\nyy: 1\nquote: []\npublished: x\n", "utf-8")
    (project.root / TOLL).write_text(
        "status: approved\nauthors: [nobody, else]\ntopics: [a, b, c]\nfurther: x\n".replace("further: x\n", ""), "utf-8"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", SAY_ALL, str(project.root)],
            env={**os.environ, "PYTHONPATH": str(repository / "src"), "PYTHONHASHSEED": seed},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }

    (only_one,) = said
    assert only_one.count(b"\n") > 10


def test_every_rule_runs_over_an_empty_desk(project: Project) -> None:
    """Nothing to check is nothing to report, and no rule takes for granted that there is something."""
    empty = attrs.evolve(project, claims={}, articles={}, sources={}, files={})

    assert len(RULES) > 50
    assert [one for one in check(empty, today=TODAY) if one.severity is Severity.ERROR and one.file != "claims/desk.yaml"] == []


def test_garbage_is_collected_as_before_once_the_rules_have_run(project: Project, only: Only) -> None:
    only(rule("CT999", "crashes", Severity.ERROR)(lambda _: iter([1 // 0])))  # type: ignore[list-item]  # what a broken rule would give
    with pytest.raises(RuleCrashError):
        check(project)
    assert gc.isenabled()
    gc.disable()
    try:
        only()
        check(project)
        assert not gc.isenabled()
    finally:
        gc.enable()
