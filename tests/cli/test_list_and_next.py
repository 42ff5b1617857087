"""``list`` and ``next``: which claims there are, and what there is to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

if TYPE_CHECKING:
    from tests.cli.conftest import Call

HARBOUR = str(Path(__file__).parents[2] / "examples" / "harbour-desk")
DAY = ("--now", "2026-11-24")


def ids(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines()]


def test_list_shows_every_claim_also_what_cannot_be_read(desk: Path, call: Call, file_regression: FileRegressionFixture) -> None:
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    file_regression.check(call("list").out, extension=".txt", encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        (("--rating", "supported", "--rating", "unverifiable", "--topic", "tiere"), ["wal-im-nebel"]),
        (("--rating", "none", "--in", "posts"), ["robbe-im-nachtbus", "robbe-mit-fahrschein", "sturmflut-liveticker"]),
        (("--status", "draft", "--status", "researching"), ["overnight-guests", "whale-ahead", "robbe-mit-fahrschein", "mehr-moewen"]),
        (("--source", "fahrplan-2026"), ["faehre-nach-dem-mond"]),
        (("--text", "ROBBE nachtbus"), ["robbe-im-nachtbus", "robbe-in-der-linie-1"]),
        (("--due", "2026-12-15"), ["whale-ahead"]),
        (("--due",), []),
        (("--topic", "tiere", "--text", "no such words"), []),
    ],
)
def test_list_narrows_by_plain_questions(call: Call, options: tuple[str, ...], listed: list[str]) -> None:
    ended = call("list", HARBOUR, *options, *DAY)
    assert (ended.code, sorted(ids(ended.out)[1:])) == (0, sorted(listed))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--topic", "tire"), "there is no topic 'tire'; did you mean tiere?"),
        (("--status", "aproved"), "there is no status 'aproved'; did you mean approved?"),
        (("--rating", "yes!"), "there is no rating 'yes!'; the desk has "),
        (("--source", "fahrplan-2062"), "there is no source 'fahrplan-2062'; did you mean fahrplan-2026?"),
        (("--in", "post"), "there is no folder 'post'; did you mean posts?"),
        (("--due", "soon"), "--due wants a day such as 2026-02-09, found 'soon'"),
    ],
)
def test_list_refuses_what_the_desk_does_not_know(call: Call, options: tuple[str, ...], words: str) -> None:
    ended = call("list", HARBOUR, *options, *DAY)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"claimtrack: {words}")


def test_list_as_json(desk: Path, call: Call) -> None:
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    whole = json.loads(call("list", "--output-format", "json").out)
    assert whole["unreadable"] == ["broken"]
    assert whole["claims"][0] == {
        "id": "example",
        "file": "claims/town/example.yaml",
        "status": "in-review",
        "publication": "unpublished",
        "rating": "supported",
        "scale": "six-step@1",
        "aspect": "fact",
        "topics": ["traffic"],
        "statement": "In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025.",
        "published": None,
    }


def test_next_is_the_morning_page(call: Call, file_regression: FileRegressionFixture) -> None:
    ended = call("next", HARBOUR, *DAY)
    file_regression.check(ended.out + ended.err, extension=".txt", encoding="utf-8")


def test_next_says_what_is_overdue(call: Call) -> None:
    ended = call("next", HARBOUR, "--by", "wencke", "--now", "2028-02-07")
    assert ended.out.splitlines()[:3] == [
        "wencke",
        "  2028-02-06 overdue  look-again  wal-im-nebel           look at it again",
        "  -                   correct     flut-und-tagesordnung  finish the correction; readers see no answer until then",
    ]
    assert ended.err == "4 things to do, 1 overdue; 4 due after 2028-02-21 not shown (--until)\n"


def test_next_looks_ahead_as_far_as_asked(call: Call) -> None:
    assert "whale-ahead" not in call("next", HARBOUR, *DAY).out
    assert "whale-ahead" in call("next", HARBOUR, *DAY, "--until", "2026-12-15").out
    assert "whale-ahead" not in call("next", HARBOUR, *DAY, "--until", "2026-12-14").out


def test_next_as_json(call: Call) -> None:
    whole = json.loads(call("next", HARBOUR, "--by", "okko", *DAY, "--until", "2026-12-15", "--output-format", "json").out)
    assert {name: whole[name] for name in ("format_version", "today", "unreadable")} == {
        "format_version": 1,
        "today": "2026-11-24",
        "unreadable": [],
    }
    assert whole["tasks"][0] == {
        "kind": "work",
        "claims": ["whale-ahead"],
        "who": ["okko"],
        "due": "2026-12-15",
        "overdue": False,
        "what": "2 things are missing for ‘researching’",
    }
    assert [(one["kind"], one["claims"]) for one in whole["tasks"][1:]] == [
        ("review", ["strassenbahn-zwoelf-millionen"]),
        ("gap", ["mehr-moewen"]),
        ("work", ["mehr-moewen"]),
    ]


def test_what_cannot_be_read_is_told_everywhere(desk: Path, call: Call) -> None:
    (desk / "claims" / "town" / "broken.yaml").write_text("status: [", encoding="utf-8")
    words = "one claim has errors of reading and could not be looked at; `claimtrack check` shows them"

    assert call("next").err.splitlines()[-1] == words
    assert call("list", "--status", "draft").err == f"{words}\n"
    assert call("list").err == ""
    for command in (("next",), ("list",), ("list", "--status", "draft")):
        assert json.loads(call(*command, "--output-format", "json").out)["unreadable"] == ["broken"]


def test_list_finds_letters_however_they_are_put_together(call: Call) -> None:
    composed, decomposed = (call("list", HARBOUR, "--text", text).out for text in ("M\u00f6wen", "mo\u0308wen"))
    assert len(ids(composed)) > 1
    assert composed == decomposed


def test_next_knows_the_people_of_the_desk(call: Call) -> None:
    assert call("next", HARBOUR, "--by", "oko").err == "claimtrack: there is nobody 'oko' at the desk; did you mean okko?\n"
