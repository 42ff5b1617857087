"""Growing: a new field or value looks like those beside it, and every comment stays with what it is about."""

from __future__ import annotations

import datetime

import pytest

from claimtrack.changes import Add, Append, Change, Insert, Set, Value
from claimtrack.editing import edit

ENTRY: Value = {"to": "in-review", "on": datetime.date(2026, 2, 15), "by": "ada"}


def edited(before: str, *changes: Change) -> str:
    return edit(before.encode("utf-8"), changes).decode("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - x\n", "a:\n  - x\n  - new\n"),
        ("a:\n- x\nb: 1\n", "a:\n- x\n- new\nb: 1\n"),
        ("a:\n    -   x\n", "a:\n    -   x\n    -   new\n"),
        ("a:\n  - 'x'\n  - 'y'\n", "a:\n  - 'x'\n  - 'y'\n  - 'new'\n"),
        ('a:\n  - "x"\n', 'a:\n  - "x"\n  - "new"\n'),
        ("a:\n  - x  # why\n\nb: 1\n", "a:\n  - x  # why\n  - new\n\nb: 1\n"),
        ("a:\n  - x\n\n  - y\n\nb: 1\n", "a:\n  - x\n\n  - y\n\n  - new\n\nb: 1\n"),
        ("a:\n  - x\n  # - y\nb: 1\n", "a:\n  - x\n  # - y\n  - new\nb: 1\n"),
        ("a:\n  - x\n# about b\nb: 1\n", "a:\n  - x\n  - new\n# about b\nb: 1\n"),
        ("a:\n- x\n# about b\nb: 1\n", "a:\n- x\n- new\n# about b\nb: 1\n"),
        ("a:\n  - |\n    One.\n\nb: 1\n", "a:\n  - |\n    One.\n  - new\n\nb: 1\n"),
        ("a:\n  - |+\n    One.\n\n\n  - y\n", "a:\n  - |+\n    One.\n\n\n  - y\n  - new\n"),
        ("a:\n  - x\n    goes on\n", "a:\n  - x\n    goes on\n  - new\n"),
        ("a:\n  - x", "a:\n  - x\n  - new"),
        ("a: [x]\n", "a: [x, new]\n"),
        ("a: [ x ]  # why\n", "a: [ x, new ]  # why\n"),
        ("a: [x,y]\n", "a: [x,y,new]\n"),
        ("a: [x, y,]\n", "a: [x, y, new,]\n"),
        ("a: ['x', 'y']\n", "a: ['x', 'y', 'new']\n"),
        ("a: [\n  x,\n  y\n]\n", "a: [\n  x,\n  y,\n  new\n]\n"),
        ("a: [\n  x,  # why\n  y  # so\n]\n", "a: [\n  x,  # why\n  y,  # so\n  new\n]\n"),
        ("a: [\n  x,\n  y,  # so\n]\n", "a: [\n  x,\n  y,  # so\n  new,\n]\n"),
        ("a: [x,\n    y]\n", "a: [x,\n    y,\n    new]\n"),
        ("a: []\n", "a: [new]\n"),
        ("a: [ ]  # why\n", "a: [new]  # why\n"),
        ("a:\n", "a: [new]\n"),
        ("a:  # why\nb: 1\n", "a: [new]  # why\nb: 1\n"),
        ("a: [\n  # nothing yet\n]\n", "a: [new\n  # nothing yet\n]\n"),
        ("a:\n  - x\n...\n# behind\n", "a:\n  - x\n  - new\n...\n# behind\n"),
        ('{"a":["x"]}\n', '{"a":["x","new"]}\n'),
        ('{"a": ["x"]}\n', '{"a": ["x", "new"]}\n'),
    ],
)
def test_a_value_is_appended_as_the_others_are_written(before: str, after: str) -> None:
    assert edited(before, Append(("a",), "new")) == after


def test_history_stays_one_line_an_entry() -> None:
    first, rest = "history:\n  - {to: draft, on: 2026-02-09, by: ada}   # first\n", "internal: |\n  Notes.\n"
    new = "  - {to: in-review, on: 2026-02-15, by: ada}\n"
    assert edited(first + rest, Append(("history",), ENTRY)) == first + new + rest
    assert edited("history: []\n", Append(("history",), ENTRY)) == "history:\n  - {to: in-review, on: 2026-02-15, by: ada}\n"
    padded = "history:\n- { to: draft, by: 'ada' }\n"
    assert edited(padded, Append(("history",), ENTRY)) == padded + "- { to: in-review, on: 2026-02-15, by: 'ada' }\n"
    block = "history:\n  - to: draft\n    by: ada\n"
    assert edited(block, Append(("history",), ENTRY)) == block + "  - to: in-review\n    on: 2026-02-15\n    by: ada\n"


def test_evidence_gets_a_line_for_each_field() -> None:
    before = "evidence:\n  - id: log\n    source: harbour-log\n\n  - id: letter\n    source: captain\n\n# The end.\n"
    new: Value = {"id": "count", "quote": "One line.\nAnd another.\n", "about": {"unit": "day", "value": 91}}
    added = "\n  - id: count\n    quote: |\n      One line.\n      And another.\n    about: {unit: day, value: 91}\n"
    assert edited(before, Append(("evidence",), new)) == before.replace("\n\n# The end.", "\n" + added + "\n# The end.")


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("- x\n- y\n", 0, "- new\n- x\n- y\n"),
        ("- x\n- y\n", 1, "- x\n- new\n- y\n"),
        ("- x\n- y\n", 2, "- x\n- y\n- new\n"),
        ("- x  # of x\n# of y\n- y\n", 1, "- x  # of x\n- new\n# of y\n- y\n"),
        ("- x\n\n# of y\n- y\n", 1, "- x\n\n- new\n\n# of y\n- y\n"),
        ("- - x\n  - y\n", 0, "- new\n- - x\n  - y\n"),
        ("[x, y]\n", 0, "[new, x, y]\n"),
        ("[x, y]\n", 1, "[x, new, y]\n"),
        ("[\n  x,\n  # of y\n  y\n]\n", 1, "[\n  x,\n  new,\n  # of y\n  y\n]\n"),
        ("[\n  x,\n  y\n]\n", 0, "[\n  new,\n  x,\n  y\n]\n"),
    ],
)
def test_a_value_is_inserted_above_the_comments_of_the_next(before: str, index: int, after: str) -> None:
    assert edited(before, Insert((index,), "new")) == after


def test_a_value_is_inserted_behind_the_hyphen_of_another_list() -> None:
    assert edited("- - x\n  - y\n", Insert((0, 0), "new")) == "- - new\n  - x\n  - y\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nc: 3\n", "a: 1\nb: new\nc: 3\n"),
        ("a: 1  # of a\n\n# of c\nc: 3\n", "a: 1  # of a\n\nb: new\n\n# of c\nc: 3\n"),
        ("a:\n  - x\n  # deep\n# of c\nc: 3\n", "a:\n  - x\n  # deep\nb: new\n# of c\nc: 3\n"),
        ("a: |\n  x\n\n  y\nc: 3\n", "a: |\n  x\n\n  y\nb: new\nc: 3\n"),
        ("c: 3\na: 1\n", "c: 3\na: 1\nb: new\n"),
        ("c: 3\n", "b: new\nc: 3\n"),
        ("# head\nc: 3\n", "# head\nb: new\nc: 3\n"),
        ("# head\n\n# of c\nc: 3\n", "# head\n\nb: new\n# of c\nc: 3\n"),
        ("x: 1\ny: 2\n", "x: 1\ny: 2\nb: new\n"),
        ("a:     1\nccc:   3\n", "a:     1\nb:     new\nccc:   3\n"),
        ("'a': 1\n'c': 3\n", "'a': 1\n'b': new\n'c': 3\n"),
        ("{a: 1, c: 3}\n", "{a: 1, b: new, c: 3}\n"),
        ("{c: 3}\n", "{b: new, c: 3}\n"),
        ("{ a: 1 }\n", "{ a: 1, b: new }\n"),
        ("{}\n", "b: new\n"),
        ("a: 1", "a: 1\nb: new"),
        ("---\na: 1\n---\nother: 1\n", "---\na: 1\nb: new\n---\nother: 1\n"),
    ],
)
def test_a_field_is_put_behind_those_that_usually_stand_before_it(before: str, after: str) -> None:
    assert edited(before, Add(("b",), "new", ("a", "b", "c"))) == after


def test_a_field_is_added_inside_a_value_of_a_list() -> None:
    assert edited("- a: 1\n- c: 3\n", Add((0, "b"), "new")) == "- a: 1\n  b: new\n- c: 3\n"
    assert edited("- c: 3\n  d: 4\n", Add((0, "b"), "new", ("b", "c"))) == "- b: new\n  c: 3\n  d: 4\n"
    assert edited("- {a: 1}\n", Add((0, "b"), ["x"])) == "- {a: 1, b: [x]}\n"
    assert edited("x:\n  a: 1\n  # of x\n# of y\ny: 1\n", Add(("x", "b"), "new")) == "x:\n  a: 1\n  # of x\n  b: new\n# of y\ny: 1\n"


def test_a_mapping_that_has_nothing_gets_its_first_field() -> None:
    assert edited("a: {}\n", Add(("a", "b"), "new")) == "a: {b: new}\n"
    assert edited("a:\n", Add(("a", "b"), "A sentence that says something.")) == "a:\n  b: A sentence that says something.\n"
    assert edited("a: {}  # why\nc: 1\n", Add(("a", "b"), "One.\nTwo.\n")) == "a:  # why\n  b: |\n    One.\n    Two.\nc: 1\n"


def test_names_are_spelled_too() -> None:
    assert edited("a: 1\n", Add(("on",), 1), Add(("x: y",), 2), Add(("2026",), 3)) == 'a: 1\non: 1\n"x: y": 2\n"2026": 3\n'
    assert edited('{"a":1}\n', Add(("b",), {"c": "d"})) == '{"a":1,"b":{"c":"d"}}\n'


ORDER = ("rating", "summary", "rationale")
SUMMARY: Value = {"en": "The town counted 91 days.", "de": "Die Stadt zählte 91 Tage."}


def test_a_mapping_in_braces_gets_lines_when_it_gets_more_than_belongs_into_braces() -> None:
    before = "a: 1\nverdict: {rating: 'no'}   # why\nb: 2\n"
    after = (
        "a: 1\nverdict:   # why\n  rating: 'no'\n  summary:\n    en: The town counted 91 days.\n    de: Die Stadt zählte 91 Tage.\nb: 2\n"
    )
    assert edited(before, Add(("verdict", "summary"), SUMMARY, ORDER)) == after
    entry = "history:\n  - {to: draft, on: 2026-02-09}\n  - {to: needs-work}\n"
    note = "The second source says something else, and nobody knows which of the two is right."
    assert edited(entry, Add(("history", 0, "note"), note)) == (
        f"history:\n  - to: draft\n    on: 2026-02-09\n    note: {note}\n  - {{to: needs-work}}\n"
    )
    assert edited("a: {b: x}\n", Set(("a", "b"), {"c": "It is so, and so."})) == "a:\n  b:\n    c: It is so, and so.\n"


def test_it_stays_in_braces_where_it_still_fits_or_is_meant_so() -> None:
    assert edited("verdict: {rating: x}\n", Add(("verdict", "asked"), "said")) == "verdict: {rating: x, asked: said}\n"
    prose = "verdict: {summary: It was closed on 91 days. That is all.}\n"
    assert edited(prose, Add(("verdict", "rating"), "x", ORDER)) == prose.replace("{", "{rating: x, ")
    long = f"a: {{b: [{', '.join(['word'] * 20)}]}}\n"
    assert edited(long, Add(("a", "c"), "A sentence that says something.")) == long.replace("]}", "], c: A sentence that says something.}")
    digest = "0" * 64
    copy = "- {provider: archive.example, url: https://archive.example/20260223/report-2025.pdf}\n"
    assert edited(copy, Add((0, "sha256"), digest)) == copy.replace("}", f', sha256: "{digest}"}}')
    for odd in ("a: {b: 1, # why\n  c: 2}\n", 'a: {"b": 1}\n', "a: {b: &x 1}\n", "{a: {b: 1}}\n"):
        assert "{" in edited(odd, Add(("a", "d"), "A sentence that says something."))


def test_a_record_stands_in_braces_where_all_beside_it_do() -> None:
    people = "people:\n  ada: {shown: Ada, may: [write]}\n  # and more\n"
    ben: Value = {"shown": "Ben of the town.", "may": ["write", "review"]}
    assert edited(people, Add(("people", "ben"), ben)) == people + "  ben: {shown: Ben of the town., may: [write, review]}\n"
    mixed = people + "  cy:\n    shown: Cy\n"
    assert edited(mixed, Add(("people", "ben"), ben)) == mixed + "  ben:\n    shown: Ben of the town.\n    may: [write, review]\n"


def test_quotation_marks_that_a_text_has_to_have_are_no_example() -> None:
    needed = 'evidence:\n  - id: a\n    quote: "Days: 91"\n'
    assert edited(needed, Append(("evidence",), {"id": "b", "quote": "All of it"})) == needed + "  - id: b\n    quote: All of it\n"
    liked = 'evidence:\n  - id: a\n    quote: "Days"\n'
    assert edited(liked, Append(("evidence",), {"id": "b", "quote": "All of it"})) == liked + '  - id: b\n    quote: "All of it"\n'


def test_one_field_needs_no_braces_and_initials_end_no_sentence() -> None:
    relation: Value = [{"duplicate-of": "other"}]
    assert edited("a: 1\n", Add(("relations",), relation)) == "a: 1\nrelations:\n  - duplicate-of: other\n"
    assert edited("relations:\n  - {refines: x}\n", Append(("relations",), {"duplicate-of": "other"})) == (
        "relations:\n  - {refines: x}\n  - {duplicate-of: other}\n"
    )
    assert edited("a: 1\n", Add(("authors",), ["J. Q.", "Sea Corp. Ltd."])) == "a: 1\nauthors: [J. Q., Sea Corp. Ltd.]\n"
