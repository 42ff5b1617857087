"""``explain``, ``show`` and the program around them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import claimtrack
from claimtrack.cli import program
from claimtrack.errors import CannotWriteError, RuleCrashError
from claimtrack.findings import Kind
from claimtrack.records.format import Place, places
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.workflow import DEMANDS, Demand
from claimtrack.rules.registry import KINDS

if TYPE_CHECKING:
    from tests.cli.conftest import Call


def test_version_and_help(call: Call, file_regression: FileRegressionFixture) -> None:
    assert call("--version").out == f"claimtrack {claimtrack.__version__}\n"
    file_regression.check(call("--help").out, extension=".txt")


@pytest.mark.parametrize("command", program.COMMANDS)
def test_every_command_has_help(call: Call, command: str) -> None:
    ended = call(command, "--help")
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: claimtrack {command}")


def test_an_unknown_command_is_guessed_at(call: Call) -> None:
    ended = call("chek")
    assert (ended.code, ended.err) == (2, "claimtrack: there is no command 'chek'; did you mean check?\n")
    assert call("frobnicate").err == "claimtrack: there is no command 'frobnicate'; `claimtrack --help` lists them all\n"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_explain_tells_reason_and_remedy(call: Call, kind: Kind) -> None:
    by_code, by_name = call("explain", kind.code.lower()), call("explain", kind.name)
    assert by_code == by_name
    text = " ".join(by_code.out.split())
    assert by_code.code == 0
    assert kind.title in text
    assert kind.reason in text
    assert f"What to do: {kind.remedy}" in text


def test_explain_one(call: Call, file_regression: FileRegressionFixture) -> None:
    file_regression.check(call("explain", "CT043").out, extension=".txt", encoding="utf-8")


def test_explain_without_code_lists_all(call: Call) -> None:
    assert [line.split()[0] for line in call("explain").out.splitlines()] == [kind.code for kind in KINDS]


def test_explain_guesses(call: Call) -> None:
    assert call("explain", "unknown-feld").err == (
        "claimtrack: there is no finding, status, demand, rating or field 'unknown-feld'; did you mean unknown-field? "
        "`claimtrack explain` lists the findings\n"
    )


@pytest.mark.parametrize("status", [one.id for one in WORKFLOWS["standard@1"].statuses])
def test_explain_a_status_tells_all_that_it_demands(call: Call, status: str) -> None:
    known = WORKFLOWS["standard@1"].status(status)
    assert known is not None
    text = " ".join(call("explain", status).out.split())
    assert [demand for demand in known.demands if f"- {DEMANDS[demand]}" not in text] == []
    assert f"It can move on to {', '.join(known.moves)}." in text


@pytest.mark.parametrize("code", ["CT999", "ct999", "CT1"])
def test_explain_a_code_that_does_not_exist(call: Call, code: str) -> None:
    ended = call("explain", code)
    assert (ended.code, ended.out, ended.err) == (2, "", f"claimtrack: there is no finding with the code {code.upper()}\n")


@pytest.mark.parametrize("demand", DEMANDS)
def test_explain_a_demand_with_the_statuses_that_make_it(call: Call, demand: Demand) -> None:
    text = " ".join(call("explain", demand).out.split())
    makers = [status.id for status in WORKFLOWS["standard@1"].statuses if demand in status.demands]
    said = f"Demanded in standard@1 by {', '.join(makers)}." if makers else "No status of standard@1 demands it."
    assert f"{demand} (demand): {DEMANDS[demand]} {said}" in text


def test_explain_a_demand(call: Call) -> None:
    assert call("explain", "two-origins").out == (
        "two-origins (demand): evidence of two independent origins, or `reasons.single_origin`\n"
        "(not asked for said, attribution, translation)\n\n"
        "Demanded in standard@1 by in-review, approved.\n\n"
        "Stands for IFCN Code of Principles 3.3, not verified; EFCSN Code of Standards Art. 2,\n"
        "not verified.\n"
    )


def test_explain_a_rating_of_every_scale_that_has_it(call: Call) -> None:
    pages = call("explain", "supported").out.rstrip("\n").split("\n\n\n")
    assert [page.partition(":")[0] for page in pages] == [
        f"supported (rating of {scale.id})" for scale in SCALES.values() if scale.rating("supported") is not None
    ]
    assert pages[0] == (
        "supported (rating of six-step@1): Belegt / Supported\n\n"
        "Die Belege tragen die Aussage.\nThe evidence bears the statement out.\n\n"
        "Its number is 5, of 1 to 5; the higher the truer."
    )
    assert call("explain", "misleading").out.endswith("It has no number: it stands on no axis from true to untrue.\n")


def test_explain_a_rating_of_a_desk(call: Call, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(
        "format: 1\npublisher: {name: A}\nlanguages: [en]\n"
        "scale: {name: own, version: 2, ratings: [{id: so, number: 2, label: So, definition: It is so.}]}\n",
        "utf-8",
    )
    assert call("explain", "so", "--desk", str(tmp_path)).out.startswith("so (rating of own@2): So\n\nIt is so.\n\nIts number is 2,")
    assert call("explain", "so").code == 2


def test_explain_a_status_of_a_desk(call: Call) -> None:
    school = str(Path(__file__).parents[2] / "examples" / "school-desk")
    assert call("explain", "in-review", "--desk", school).code == 2
    assert call("explain", "fertig", "--desk", school).out.startswith("fertig (status of ")


@pytest.mark.parametrize("place", places(), ids=lambda place: place.path)
def test_every_field_can_be_explained_by_its_path(call: Call, place: Place) -> None:
    text = " ".join(call("explain", place.path).out.split())
    assert text.startswith(f"{place.path} (field")
    assert place.attribute.metadata["doc"].removesuffix(".") in text


def test_explain_a_field_whose_words_are_a_closed_list(call: Call, file_regression: FileRegressionFixture) -> None:
    file_regression.check(call("explain", "evidence.stance").out, extension=".txt", encoding="utf-8")


def test_explain_tells_everything_that_goes_by_a_word(call: Call) -> None:
    firsts = [page.partition("\n")[0] for page in call("explain", "duplicate").out.split("\n\n\n")]
    assert firsts == ["duplicate (status of standard@1): Doppelt / Duplicate", "claim.reasons.duplicate (field)"]


@pytest.mark.usefixtures("desk")
def test_show(call: Call, file_regression: FileRegressionFixture) -> None:
    file_regression.check(call("show", "example").out, extension=".txt", encoding="utf-8")


def test_show_guesses(desk: Path, call: Call) -> None:
    assert call("show", "exmaple").err == "claimtrack: there is no claim 'exmaple'; did you mean example?\n"
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    assert call("show", "broken").err == "claimtrack: the record of 'broken' has errors of reading; `claimtrack check` shows them\n"


@pytest.mark.parametrize(
    ("raised", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (CannotWriteError("the disk is full"), 3, "the disk is full"),
        (RuleCrashError("CT301", "some-rule"), 70, "the rule CT301 (some-rule) failed"),
        (ZeroDivisionError("oh \x1b[2J"), 70, "a fault of claimtrack, please report it: ZeroDivisionError('oh \\x1b[2J')"),
    ],
)
def test_every_end_has_words_and_a_code(call: Call, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, words: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.delenv("CLAIMTRACK_DEBUG", raising=False)
    monkeypatch.setattr(program.commands, "main", fail)
    ended = call("check")
    assert ended.code == code
    assert ended.err.startswith(f"claimtrack: {words}")


def test_a_status_is_explained_with_the_clauses_that_its_demands_stand_for(call: Call) -> None:
    said = " ".join(call("explain", "in-review").out.split())
    assert (
        "Some of that stands for clauses of standards "
        "- `evidence`: IFCN Code of Principles 3.1, not verified; "
        "EFCSN Code of Standards (readers get enough to repeat the work), not verified "
        "- `two-origins`: IFCN Code of Principles 3.3, not verified; EFCSN Code of Standards Art. 2, not verified "
        "It can move on to"
    ) in said
    assert "stands for clauses" not in call("explain", "draft").out


def test_check_and_build_count_the_same_claims(desk: Path, call: Call) -> None:
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    counted = call("check", "--now", "2026-11-24").err.split(",")[0]
    built = call("build", "--preview", "--now", "2026-11-24")
    assert counted == "3 claims"
    assert f"checked: {counted}," in built.err
