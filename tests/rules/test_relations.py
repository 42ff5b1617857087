"""Relations between claims: circles of every length, found once, and however many claims there are."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Relation
from claimtrack.rules.relations import relation_both_ways, relation_in_a_circle

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

BASE = Path(__file__).parent / "base"


def related(*pairs: tuple[int, int]) -> Project:
    """Return a project of claims c0, c1, … in which the first of each pair supersedes the second."""
    targets: dict[int, list[int]] = {}
    for one, other in pairs:
        targets.setdefault(one, []).append(other)
        targets.setdefault(other, [])
    claims = {
        f"c{number}": Claim(
            id=f"c{number}",
            folder="town",
            status="draft",
            relations=tuple(Relation(kind="supersedes", target=f"c{to}") for to in targets[number]),
        )
        for number in sorted(targets)
    }
    return attrs.evolve(load(BASE)[0], claims=claims, files={("claim", one): f"town/{one}.yaml" for one in claims})


def circles(project: Project) -> list[str]:
    return [remark.message for check in (relation_both_ways, relation_in_a_circle) for remark in check.check(project)]


def test_a_line_is_no_circle() -> None:
    assert circles(related((0, 1), (1, 2), (0, 2), (3, 2))) == []


def test_each_circle_is_told_once_and_begins_with_its_smallest_claim() -> None:
    assert circles(related((2, 0), (0, 1), (1, 2), (4, 3), (3, 4), (1, 3), (5, 0))) == [
        "‘c3’ supersedes ‘c4’, and ‘c4’ supersedes ‘c3’; expected one of the two",
        "the relation supersedes goes round in a circle over ‘c0’, ‘c1’, ‘c2’",
    ]


def test_a_circle_names_its_further_places(check_base: CheckBase) -> None:
    checked = check_base("relations:\n  - embeds: other  # here\n--- other.yaml\nrelations:\n  - embeds: example")

    [finding] = checked.of("CT503")
    assert checked.place(finding) == "here"
    assert finding.message == "‘example’ embeds ‘other’, and ‘other’ embeds ‘example’; expected one of the two"
    assert [(one.file, one.message) for one in finding.related] == [("town/other.yaml", "embeds ‘example’")]


@pytest.mark.parametrize("kind", ["repeats", "variant-of", "contradicts", "same-topic"])
def test_relations_that_hold_both_ways_may_be_written_on_both_sides(kind: str, check_base: CheckBase) -> None:
    assert check_base(f"relations:\n  - {kind}: other\n--- other.yaml\nrelations:\n  - {kind}: example").findings == ()


def test_an_unknown_claim_is_named_with_what_was_meant(check_base: CheckBase) -> None:
    assert check_base("relations:\n  - embeds: othr  # here").messages("CT501") == [
        "here: there is no claim ‘othr’ -> did you mean ‘other’?"
    ]


def test_a_claim_that_cannot_be_read_is_not_unknown(check_base: CheckBase) -> None:
    assert check_base("relations:\n  - embeds: other\n--- other.yaml\nmade_on: soon").of("CT501") == []


@pytest.mark.parametrize(
    ("fragments", "count"),
    [
        ("aspect: said\naccuses: yes", 1),
        ("aspect: fact\naccuses: yes", 0),
        ("aspect: said\naccuses: no", 0),
        ("aspect: said\naccuses: yes\nrelations:\n  - same-topic: other", 1),
        ("aspect: said\naccuses: yes\nrelations:\n  - embeds: other", 0),
    ],
)
def test_only_an_accusation_rated_as_said_wants_a_record_of_its_content(fragments: str, count: int, check_base: CheckBase) -> None:
    assert len(check_base(fragments).of("CT505")) == count


def test_many_claims_are_walked_through_once() -> None:
    many = 20_000
    chain = [(number, number + 1) for number in range(many)]
    back = [(number, 0) for number in range(1, many)]
    begin = time.process_time()

    assert len(circles(related(*chain, *back))) == 20
    assert time.process_time() - begin < 5
