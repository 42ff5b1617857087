"""What a machine did to a claim is said, as soon as there is something to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SILENT = "‘robot’ is a machine, and what it did is not said; expected `disclosure.ai_use`"
HINT = "write under `disclosure.ai_use` what the machine did"


APPROVED = """\
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""


@pytest.mark.parametrize("fields", [APPROVED, "published: 2026-02-15\n"])
def test_a_machine_among_the_authors_of_what_readers_are_to_see(fields: str, check_base: CheckBase) -> None:
    checked = check_base(f"authors: [ines, robot]  # here\n{fields}")

    assert checked.messages("CT845") == [f"here: {SILENT} -> {HINT}"]


@pytest.mark.parametrize("fields", ["authors: [ines]", "authors: [nobody-known]", "authors: [robot]\ndisclosure: {ai_use: The draft.}"])
def test_nothing_is_said_of_people_and_of_what_is_told(fields: str, check_base: CheckBase) -> None:
    assert check_base(f"{APPROVED}{fields}").of("CT845") == []


@pytest.mark.parametrize("fields", ["", "status: draft\nverdict: ~"])
def test_nothing_is_said_of_work_in_hand(fields: str, check_base: CheckBase) -> None:
    assert check_base(f"authors: [robot]\n{fields}").of("CT845") == []
