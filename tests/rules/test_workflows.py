"""Every move and every demand of every status: of the standard workflow, of a school's own, and of one that demands unusual things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.loading import load
from claimtrack.publication import permissions_for
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.text import Text
from claimtrack.records.workflow import DEMANDS, Demand, Status, Workflow

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SCHOOL = load(Path(__file__).parents[2] / "examples" / "school-desk")[0].workflow
assert SCHOOL is not None


def status(status_id: str, moves: tuple[str, ...], demands: tuple[Demand, ...], *, approves: bool = False) -> Status:
    return Status(id=status_id, label=Text.plain(status_id), moves=moves, demands=demands, approves=approves)


UNUSUAL = Workflow(
    name="unusual",
    version="1",
    correcting="mended",
    statuses=(
        status("found", ("open", "found"), ()),
        status("open", ("sworn", "found"), ("assignee", "no-verdict", "conclusion", "contrary-search")),
        status("sworn", ("mended",), ("legal", "approval", "archives", "all-languages", "assignee"), approves=True),
        status("mended", ("sworn",), ("public-role", "two-origins", "reason")),
    ),
)
FLOWS = {flow.name: flow for flow in (WORKFLOWS["standard@1"], SCHOOL, UNUSUAL)}

COMPLETE = {
    "reasons": "{declined: An opinion.}",
    "relations": "[{duplicate-of: other}]",
    "assigned": "{to: omar}",
    "accuses": "yes",
    "legal": "{by: omar, on: 2026-02-13}",
    "published": "2026-02-20",
}
"""What makes the base claim complete for every status; who approved it, and whether it has a verdict, depends on the status."""
ALONE = "{id: a, source: bridge-count, stance: supports}"
LACKING: dict[Demand, dict[str, str]] = {
    "authors": {"authors": "[]"},
    "statement": {"statement": "~"},
    "anchor": {"quote": "~"},
    "aspect": {"aspect": "~"},
    "claimant": {"claimant": "~"},
    "evidence": {
        "evidence": "[]",
        "computed": "~",
        "verdict": "~",
        "so_far": "{en: This much., de: So viel.}",
        "reasons": "{declined: So., single_origin: So., no_primary_source: So., no_contrary_search: So.}",
    },
    "conclusion": {"headline": "~", "so_far": "~"},
    "two-origins": {"evidence": f"[{ALONE}]"},
    "approval": {"history": "[]"},
    "selection": {"selection": "~"},
    "letter": {"letters": "[]"},
    "primary-source": {
        "evidence": "[{id: a, source: haulier-survey, stance: supports}, {id: b, source: bridge-count, level: secondary, stance: supports}]"
    },
    "contrary-search": {"searches": "[]"},
    "archives": {"evidence": f"[{ALONE}, {{id: b, source: {{url: 'https://a.example/', publisher: A}}, stance: supports}}]"},
    "all-languages": {"statement": "Twice as many lorries crossed."},
    "legal": {"legal": "~"},
    "public-role": {"claimant": "{name: Rike Holm}"},
    "reason": {"reasons": "{}"},
    "duplicate-of": {"relations": "[]"},
    "no-verdict": {"verdict": "{rating: supported, summary: {en: So., de: So.}, rationale: {en: So., de: So.}}"},
    "assignee": {"assigned": "~"},
}
"""For each demand, what takes away exactly that from a complete claim."""


def written_out(flow: Workflow) -> str:
    """Return a desk record that takes the standard workflow by name and any other written out."""
    if flow.id in WORKFLOWS:
        return f"--- desk.yaml\nworkflow: {flow.id}\n"
    lines = [f"--- desk.yaml\nworkflow:\n  name: {flow.name}\n  version: {flow.version}\n  correcting: {flow.correcting}\n  statuses:"]
    for one in flow.statuses:
        approves = ", approves: yes" if one.approves else ""
        lines.append(
            f"    - {{id: {one.id}, label: {one.label.by_language['']}, moves: [{', '.join(one.moves)}], "
            f"demands: [{', '.join(one.demands)}], who: {one.who}{approves}}}"
        )
    other = flow.statuses[0].id
    return "\n".join(lines) + f"\n--- other.yaml\nstatus: {other}\nhistory: [{{to: {other}, on: 2026-02-09, by: ines}}]\n"


def record(flow: Workflow, status: Status, lacking: dict[str, str] | None = None) -> str:
    """Return the base claim in a status of a workflow, complete but for what is lacking."""
    approves = next(one.id for one in flow.statuses if one.approves)
    moves = [approves] if status.id == approves else [approves, status.id]
    fields = {
        **COMPLETE,
        "status": status.id,
        "history": "[" + ", ".join(f"{{to: {to}, on: 2026-02-14, by: omar, covers: 5e1f00d2}}" for to in moves) + "]",
    }
    if "no-verdict" in status.demands:
        fields |= {"verdict": "~", "so_far": "{en: This much., de: So viel.}"}
    return "".join(f"{key}: {value}\n" for key, value in {**fields, **(lacking or {})}.items()) + written_out(flow)


def every_pair() -> Iterator[tuple[str, str, str]]:
    for name, flow in FLOWS.items():
        yield from ((name, before.id, after.id) for before in flow.statuses for after in flow.statuses)


def every_demand() -> Iterator[tuple[str, str, Demand]]:
    for name, flow in FLOWS.items():
        yield from ((name, status.id, demand) for status in flow.statuses for demand in status.demands)


def test_workflows_written_out_are_read_as_they_are(check_base: CheckBase, tmp_path: Path) -> None:
    for flow in FLOWS.values():
        check_base(written_out(flow))
        assert load(tmp_path / "desk")[0].workflow == flow


def test_every_demand_can_be_taken_away() -> None:
    assert set(LACKING) == set(DEMANDS)
    assert {demand for _, _, demand in every_demand()} == set(DEMANDS)


@pytest.mark.parametrize(("flow", "before", "after"), list(every_pair()))
def test_every_move_that_the_workflow_has_and_no_other(flow: str, before: str, after: str, check_base: CheckBase) -> None:
    history = f"[{{to: {before}, on: 2026-02-14, by: omar, covers: 5e1f00d2}}, {{to: {after}, on: 2026-02-15, by: omar, covers: 5e1f00d2}}]"
    found = check_base(f"status: {after}\nhistory: {history}\n" + written_out(FLOWS[flow])).of("CT403")
    status = FLOWS[flow].status(before)

    assert status is not None
    assert [(one.file, one.message.partition(";")[0]) for one in found] == (
        [] if after in status.moves else [("town/example.yaml", f"‘{after}’ cannot follow ‘{before}’")]
    )


@pytest.mark.parametrize(("flow", "status"), [(name, status.id) for name, flow in FLOWS.items() for status in flow.statuses])
def test_what_a_status_demands_is_enough(flow: str, status: str, check_base: CheckBase) -> None:
    wanted = FLOWS[flow].status(status)

    assert wanted is not None
    assert check_base(record(FLOWS[flow], wanted)).of("CT411") == []


@pytest.mark.parametrize(("flow", "status", "demand"), list(every_demand()))
def test_every_single_thing_that_is_missing_is_told_and_nothing_else(flow: str, status: str, demand: Demand, check_base: CheckBase) -> None:
    wanted = FLOWS[flow].status(status)
    assert wanted is not None
    (found,) = check_base(record(FLOWS[flow], wanted, LACKING[demand])).of("CT411")

    assert found.message.partition("; found ")[0] == f"the status ‘{status}’ demands {DEMANDS[demand]}"
    hint = "take the verdict away, or move the claim on" if demand == "no-verdict" else "add what is missing, or set the status back"
    assert (found.file, found.hint) == ("town/example.yaml", hint)


@pytest.mark.parametrize(("flow", "status"), [(name, status.id) for name, flow in FLOWS.items() for status in flow.statuses])
@pytest.mark.parametrize("may", ["", "write", "review", "publish", "write, review", "review, publish", "write, review, publish"])
def test_who_may_move_a_claim_to_a_status(flow: str, status: str, may: str, check_base: CheckBase) -> None:
    people = (
        f"people:\n  ines: {{shown: Ines, may: [write]}}\n  cleo: {{shown: Cleo, may: [{may}]}}\n  omar: {{shown: Omar, may: [review]}}\n"
    )
    desk = written_out(FLOWS[flow]).replace("--- desk.yaml\n", f"--- desk.yaml\n{people}")
    history = f"status: {status}\nhistory: [{{to: {status}, on: 2026-02-14, by: cleo, covers: 5e1f00d2}}]\n"
    wanted = FLOWS[flow].status(status)

    assert wanted is not None
    lacking = [one for one in permissions_for(wanted) if one not in may.split(", ")]
    told = [re.match("only people who may (.+) can move a claim", one.message) for one in check_base(history + desk).of("CT413")]
    assert [match and match[1] for match in told] == ([" and ".join(f"`{one}`" for one in lacking)] if lacking else [])
