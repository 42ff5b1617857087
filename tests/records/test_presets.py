"""The scales and the workflow that a desk can take by name."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.scale import Scale
from claimtrack.records.workflow import DEMANDS, Demand, Workflow


@pytest.fixture(params=SCALES.values(), ids=list(SCALES))
def scale(request: pytest.FixtureRequest) -> Scale:
    found: Scale = request.param
    return found


@pytest.fixture(params=WORKFLOWS.values(), ids=list(WORKFLOWS))
def workflow(request: pytest.FixtureRequest) -> Workflow:
    found: Workflow = request.param
    return found


def test_a_desk_can_take_these() -> None:
    assert {name: [(one.id, one.number) for one in scale.ratings] for name, scale in SCALES.items()} == {
        "six-step@1": [
            ("supported", 5), ("mostly-supported", 4), ("partly-supported", 3), ("refuted", 1),
            ("misleading", None), ("unsupported", None), ("unverifiable", None),
        ],
        "google-five@1": [("true", 5), ("mostly-true", 4), ("half-true", 3), ("mostly-false", 2), ("false", 1)],
        "meta-six@1": [
            ("true", None), ("missing-context", None), ("partly-false", None), ("altered", None), ("false", None), ("satire", None),
        ],
        "averitec-four@1": [("supported", None), ("refuted", None), ("not-enough-evidence", None), ("conflicting-evidence", None)],
        "fever-three@1": [("supported", None), ("refuted", None), ("not-enough-info", None)],
    }  # fmt: skip
    assert list(WORKFLOWS) == ["standard@1"]


def test_a_preset_is_found_under_the_name_that_records_cite() -> None:
    assert [one.id for one in SCALES.values()] == list(SCALES)
    assert [one.id for one in WORKFLOWS.values()] == list(WORKFLOWS)


def test_the_ratings_of_a_scale_are_told_apart(scale: Scale) -> None:
    ids = [one.id for one in scale.ratings]
    numbers = [one.number for one in scale.ratings if one.number is not None]

    assert sorted(set(ids)) == sorted(ids)
    assert numbers == sorted(set(numbers), reverse=True)
    assert scale.bounds == ((min(numbers), max(numbers)) if numbers else None)
    assert [scale.rating(one) for one in ids] == list(scale.ratings)
    assert scale.rating("no-such-rating") is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rating_has_a_label_of_its_own_and_a_definition(scale: Scale, language: str) -> None:
    labels = [one.label.in_language(language, "xx") for one in scale.ratings]

    assert None not in labels
    assert len(set(labels)) == len(labels)
    for one in scale.ratings:
        definition = one.definition.in_language(language, "xx")
        assert definition is not None
        assert definition.endswith(".")


def test_every_move_leads_to_a_status_that_there_is(workflow: Workflow) -> None:
    ids = [one.id for one in workflow.statuses]

    assert len(set(ids)) == len(ids)
    assert {move for one in workflow.statuses for move in one.moves} <= set(ids)
    assert [workflow.status(one) for one in ids] == list(workflow.statuses)
    assert workflow.status("no-such-status") is None


def test_every_status_can_be_reached_from_the_first(workflow: Workflow) -> None:
    reached = {workflow.statuses[0].id}
    while further := {move for one in workflow.statuses if one.id in reached for move in one.moves} - reached:
        reached |= further

    assert reached == {one.id for one in workflow.statuses}


def test_a_published_claim_is_corrected_in_a_status_that_there_is_and_approved_again(workflow: Workflow) -> None:
    correcting = workflow.status(workflow.correcting)

    assert correcting is not None
    assert [one.id for one in workflow.statuses if one.id in correcting.moves and one.approves]


def test_only_who_may_review_approves(workflow: Workflow) -> None:
    assert [(one.id, one.who) for one in workflow.statuses if one.approves] == [("approved", "review")]


def test_the_later_a_status_on_the_way_the_more_it_demands(workflow: Workflow) -> None:
    on_the_way = [workflow.status(one) for one in ("draft", "researching", "in-review", "approved")]
    demands = [set(one.demands) for one in on_the_way if one is not None]

    assert len(demands) == 4
    assert all(earlier < later for earlier, later in pairwise(demands))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_status_has_a_label_of_its_own(workflow: Workflow, language: str) -> None:
    labels = [one.label.in_language(language, "xx") for one in workflow.statuses]

    assert None not in labels
    assert len(set(labels)) == len(labels)


def test_every_demand_is_worded_and_made_by_some_status() -> None:
    assert list(DEMANDS) == list(get_args(Demand))
    made = {demand for workflow in WORKFLOWS.values() for one in workflow.statuses for demand in one.demands}
    assert set(get_args(Demand)) - made == {"assignee"}  # for workflows of a desk's own
