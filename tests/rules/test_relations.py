"""Relations between claims: circles of every length, found once, and however many claims there are."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import attrs
import pytest

from claimtrack.loading import load
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Relation
from claimtrack.records.vocabulary import RelationKind
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


SAME = ("repeats", "duplicate-of")
KINDS = get_args(RelationKind)


@pytest.mark.parametrize("one", KINDS)
@pytest.mark.parametrize("other", KINDS)
def test_relations_that_cannot_hold_between_the_same_two_claims(one: str, other: str, check_base: CheckBase) -> None:
    excluded = (
        (one in SAME and other in {"contradicts", "narrower-than", "embeds"})
        or (other in SAME and one in {"contradicts", "narrower-than", "embeds"})
        or {one, other} in ({"variant-of", "contradicts"}, {"narrower-than", "contradicts"})
    )
    message = f"here: {other} and {one} cannot hold between the same two claims; expected one of them -> keep the relation that holds"

    checked = check_base(f"relations:\n  - {one}: other\n--- other.yaml\nrelations:\n  - {other}: example  # here")
    assert checked.messages("CT506") == ([message] if excluded else [])
    assert [(place.file, place.message) for found in checked.of("CT506") for place in found.related] == (
        [("town/example.yaml", "the other relation")] if excluded else []
    )
    assert len(check_base(f"relations:\n  - {one}: other\n  - {other}: other").of("CT506")) == excluded


@pytest.mark.parametrize(
    ("fragments", "told"),
    [
        ("relations:\n  - duplicate-of: other  # here", True),
        ("relations:\n  - repeats: other  # here", False),
        ("relations:\n  - duplicate-of: other  # here\nverdict: ~\nso_far: This much.", False),
    ],
)
def test_a_duplicate_has_no_verdict_of_its_own(fragments: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    message = "here: the claim is a duplicate of ‘other’ and has a verdict of its own; expected none"
    hint = "take the verdict away, or write `repeats` in place of `duplicate-of`"

    assert check_base(fragments).messages("CT507") == ([f"{message} -> {hint}"] if told else [])


def test_where_the_status_demands_no_verdict_that_is_told_once(check_base: CheckBase) -> None:
    record = "relations:\n  - duplicate-of: other\nreasons: {duplicate: So.}\nstatus: duplicate\n"
    record += "history: [{to: duplicate, on: 2026-02-13, by: ines}]"

    assert [one.code for one in check_base(record).findings] == ["CT411"]


def verdicts(relation: str, mine: str, its: str, *, aspects: str = "fact, fact", scale: str = "", back: bool = False) -> str:
    """Return two related claims with verdicts."""
    aspect, its_aspect = aspects.split(", ")
    evidence = "evidence: [{id: count, source: bridge-count, stance: unclear}]\n"
    return (
        f"relations:\n  - {relation}: other\naspect: {aspect}\nverdict:\n  rating: {mine}  # here\n  summary: So.\n  rationale: So.\n"
        f"--- other.yaml\n{evidence}aspect: {its_aspect}\nverdict: {{rating: {its}{scale}}}\n"
        + (f"relations:\n  - {relation}: example\n" if back else "")
    )


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (verdicts("repeats", "supported", "refuted"), True),
        (verdicts("repeats", "supported", "mostly-supported"), True),
        (verdicts("repeats", "supported", "misleading", back=True), True),
        (verdicts("repeats", "supported", "supported"), False),
        (verdicts("variant-of", "supported", "refuted"), False),
        (verdicts("same-topic", "supported", "refuted"), False),
        (verdicts("repeats", "supported", "refuted", aspects="said, fact"), False),
        (verdicts("repeats", "supported", "refuted", aspects="said, said"), True),
        (verdicts("repeats", "supported", "refuted", aspects="~, ~"), False),
        (verdicts("repeats", "supported", "true", scale=", scale: google-five@1"), False),
        (verdicts("repeats", "supported", "refuted") + "retracted: {on: 2026-02-25, notice: Gone.}", False),
        (verdicts("repeats", "supported", "refutd"), False),
    ],
)
def test_claims_that_say_the_same_are_rated_the_same(record: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(record)

    assert [checked.place(one) for one in checked.of("CT508")] == (["here"] if told else [])
    assert [(place.file, place.message) for one in checked.of("CT508") for place in one.related] == (
        [("town/other.yaml", "the other verdict")] if told else []
    )


def test_clashing_verdicts_are_both_named(check_base: CheckBase) -> None:
    message = "the rating is ‘supported’, and that of ‘other’, which says the same, is ‘refuted’; expected the same rating"
    hint = "look at both again, or relate them by `variant-of` if they do not say the same"

    assert check_base(verdicts("repeats", "supported", "refuted")).messages("CT508") == [f"here: {message} -> {hint}"]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (verdicts("contradicts", "supported", "supported"), True),
        (verdicts("contradicts", "supported", "supported", back=True), True),
        (verdicts("contradicts", "supported", "mostly-supported"), False),
        (verdicts("contradicts", "refuted", "refuted"), False),
        (verdicts("contradicts", "misleading", "misleading"), False),
        (verdicts("contradicts", "supported", "true", scale=", scale: google-five@1"), True),
        (verdicts("contradicts", "supported", "supported", aspects="said, said"), False),
        (verdicts("contradicts", "supported", "supported", aspects="said, fact"), False),
        (verdicts("same-topic", "supported", "supported"), False),
    ],
)
def test_of_two_claims_that_contradict_each_other_one_is_right_at_most(record: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    message = "the claim and ‘other’, which contradicts it, are both rated as right; expected one of them at most"
    hint = "look at both again, or relate them by `same-topic` if both can be so"

    assert check_base(record).messages("CT509") == ([f"here: {message} -> {hint}"] if told else [])


def test_many_claims_are_walked_through_once() -> None:
    many = 20_000
    chain = [(number, number + 1) for number in range(many)]
    back = [(number, 0) for number in range(1, many)]
    begin = time.process_time()

    assert len(circles(related(*chain, *back))) == 20
    assert time.process_time() - begin < 5
