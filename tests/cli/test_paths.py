"""What a path given to ``check`` means: however it is written, its own findings are shown, and none is passed over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-03-01")
FAULT = "other.yaml:8:9: CT043 "


@pytest.fixture
def faulty(desk: Path) -> Path:
    """The desk with one fault, in a claim; it is the current folder."""
    record = desk / "claims" / "town" / "other.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("aspect: fact", "aspect: fakt"), encoding="utf-8")
    return desk


@pytest.mark.parametrize("folder", [".", "claims", "claims/town", "snapshots", "docs/deep/down"])
def test_without_a_path_the_whole_desk_is_checked_from_wherever_one_stands(
    faulty: Path, folder: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    (faulty / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(faulty / folder)
    ended = call("check", *NOW)
    assert (ended.code, ended.err) == (1, "2 claims, 1 error, 0 warnings, 0 notes\n")
    assert FAULT in ended.out


@pytest.mark.parametrize(
    "path",
    [
        ".", "./", "claims", "claims/", "claims/town", "claims/town/", "claims/town/../town", "claims/town/..", "claims/town/../..",
        "claims/town/other.yaml", "claims/../claims/town/other.yaml", "../{desk}", "../{desk}/claims/town/", "link", "link/",
        "link/claims", "link/claims/town/other.yaml", "link/claims/town/..",
    ],
)  # fmt: skip
def test_a_path_shows_what_lies_in_it_however_it_is_written(faulty: Path, path: str, call: Call) -> None:
    (faulty / "link").symlink_to(".")
    ended = call("check", path.format(desk=faulty.name), *NOW)
    assert (ended.code, ended.err.split(", ")[1]) == (1, "1 error")
    assert FAULT in ended.out


@pytest.mark.usefixtures("faulty")
def test_a_path_beside_the_fault_does_not_show_it(call: Call) -> None:
    for path in ("claims/town/example.yaml", "claims/town/../town/example.yaml", "claims/sources.yaml"):
        assert call("check", path, *NOW).code == 0


@pytest.mark.parametrize("codes", ["", ",", " , "])
@pytest.mark.usefixtures("faulty")
def test_a_selection_of_nothing_hides_nothing(codes: str, call: Call) -> None:
    ended = call("check", "--select", codes, *NOW)
    assert (ended.code, ended.err) == (2, "claimtrack: no finding is named; `claimtrack explain` lists them all\n")


@pytest.mark.parametrize("day", ["20260301", "2026-W09-7", "2026-3-1", "2026-02-30", "", "٢٠٢٦-٠٣-٠١"])
@pytest.mark.usefixtures("desk")
def test_a_day_is_written_in_one_way(day: str, call: Call) -> None:
    ended = call("check", "--now", day)
    assert ended.code == 2
    assert ended.err.startswith("claimtrack: --now wants a day such as 2026-02-09, found ")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.usefixtures("desk")
def test_the_first_and_the_last_day_of_the_calendar_are_days(day: str, call: Call) -> None:
    assert call("check", "--now", day).code in {0, 1}
