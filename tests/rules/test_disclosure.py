"""What a machine did to a claim is said, as soon as there is something to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SILENT = "‘robot’ is a machine, and what it did is not said; expected `disclosure.ai_use`"
HINT = "write under `disclosure.ai_use` what the machine did"


@pytest.mark.parametrize("says", ["", "verdict: ~\nso_far: {en: This much., de: So viel.}\n"])
def test_a_machine_among_the_authors_of_a_claim_that_says_something(says: str, check_base: CheckBase) -> None:
    checked = check_base(f"authors: [ines, robot]  # here\n{says}")

    assert checked.messages("CT845") == [f"here: {SILENT} -> {HINT}"]


@pytest.mark.parametrize(
    "fragments",
    [
        "authors: [ines]",
        "authors: [nobody-known]",
        "authors: [robot]\ndisclosure: {ai_use: It wrote the draft.}",
        "authors: [robot]\nstatus: draft\nverdict: ~",
    ],
)
def test_nothing_is_said_of_people_of_what_is_told_and_of_what_says_nothing_yet(fragments: str, check_base: CheckBase) -> None:
    assert check_base(fragments).of("CT845") == []
