"""The clauses of standards: each has an id that says where it belongs, and what statuses demand stands for clauses that there are."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from claimtrack.records.vocabulary import Standard
from claimtrack.records.workflow import DEMANDS
from claimtrack.standards import BING, CLAUSES, CLAUSES_OF_DEMANDS, EFCSN, GOOGLE, IFCN, KNOWN_IN_WORDS, STANDARD_NAMES


def test_every_clause_has_an_id_of_its_own_that_begins_with_its_standard() -> None:
    all_of_them = (*IFCN, *EFCSN, *GOOGLE, *BING)
    assert [one for one, number in Counter(clause.id for clause in all_of_them).items() if number > 1] == []
    assert [one.id for one in all_of_them if not one.id.startswith(f"{one.standard}-")] == []
    assert set(STANDARD_NAMES) == set(get_args(Standard))


def test_a_clause_is_told_with_its_place_and_how_well_its_wording_is_known() -> None:
    assert str(CLAUSES["ifcn-1.4"]) == (
        "IFCN Code of Principles 1.4: at least 75 % of its checks are about claims that touch the welfare of the public (wording verified)"
    )
    assert str(CLAUSES["efcsn-rate"]) == (
        "EFCSN Code of Standards: at least four original checks a month "
        "(known at second hand; the wording was not verified against the primary text)"
    )
    assert {one.known for one in CLAUSES.values()} <= set(KNOWN_IN_WORDS)


def test_demands_stand_for_clauses_that_there_are() -> None:
    assert [one for one in CLAUSES_OF_DEMANDS if one not in DEMANDS] == []
    assert [one for clauses in CLAUSES_OF_DEMANDS.values() for one in clauses if one not in CLAUSES] == []
