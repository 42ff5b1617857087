"""Removing, moving and renaming: what goes takes no comment with it, and what moves takes its own along."""

from __future__ import annotations

import pytest

from claimtrack.changes import Change, Move, Remove, RenameKey
from claimtrack.editing import edit


def edited(before: str, *changes: Change) -> str:
    return edit(before.encode("utf-8"), changes).decode("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n"),
        ("b: 2\nc: 3\n", "c: 3\n"),
        ("a: 1\nb: 2\n", "a: 1\n"),
        ("a: 1\nb: 2", "a: 1"),
        ("a: 1\nb: 2  # why\nc: 3\n", "a: 1\n# why\nc: 3\n"),
        ("a: 1\n# of b\nb: 2\nc: 3\n", "a: 1\n# of b\nc: 3\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", "a: 1\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n", "a: 1\n"),
        ("a: 1  \n\nb: 2\n\n\n", "a: 1  \n"),
        ("a: 1\n\n# of b\nb: 2\n\nc: 3\n", "a: 1\n\n# of b\n\nc: 3\n"),
        ("a: 1\nb:\n  - x  # of x\n  # deep\n  - y\nc: 3\n", "a: 1\n# of x\n  # deep\nc: 3\n"),
        ("a: 1\nb: |  # why\n  # no comment\n  Text.\n\nc: 3\n", "a: 1\n# why\n\nc: 3\n"),
        ("a: |+\n  Text.\n\nb: 2\n\nc: 3\n", "a: |+\n  Text.\n\nc: 3\n"),
        ("a: 1\nb: x\n  goes on\nc: 3\n", "a: 1\nc: 3\n"),
        ("a: 1\n? b\n: 2\nc: 3\n", "a: 1\nc: 3\n"),
        ("{a: 1, b: 2, c: 3}\n", "{a: 1, c: 3}\n"),
        ("{a: 1, b: 2}\n", "{a: 1}\n"),
        ("{b: 2, c: 3}\n", "{c: 3}\n"),
        ("{b: 2}\n", "{}\n"),
        ("{ b: 2, }\n", "{}\n"),
        ("{a: 1, b: 2,}\n", "{a: 1,}\n"),
        ("{a: 1,\n b: 2, c: 3}\n", "{a: 1,\n c: 3}\n"),
        ("{a: 1, b: 2,\n c: 3}\n", "{a: 1,\n c: 3}\n"),
        ("{\n  a: 1,\n  b: 2,  # why\n  c: 3\n}\n", "{\n  a: 1,\n  # why\n  c: 3\n}\n"),
        ("{\n  a: 1,  # one\n  b: 2  # two\n}\n", "{\n  a: 1  # one\n  # two\n}\n"),
        ("{\n  b: 2,  # two\n}\n", "{\n  # two\n}\n"),
        ("{a: 1,  # one\n b: 2}\n", "{a: 1  # one\n }\n"),
        ("{b: 2,  # two\n c: 3}\n", "{  # two\n c: 3}\n"),
    ],
)
def test_a_field_goes_and_its_comments_stay(before: str, after: str) -> None:
    assert edited(before, Remove(("b",))) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("- x\n- y  # why\n- z\n", (1,), "- x\n# why\n- z\n"),
        ("- - x\n  - y\n", (0, 0), "- - y\n"),
        ("- - x  # why\n  # of y\n  - y\n", (0, 0), "# why\n# of y\n- - y\n"),
        ("- a: 1\n  b: 2\n", (0, "a"), "- b: 2\n"),
        ("l:\n  - a: 1  # why\n    b: 2\n", ("l", 0, "a"), "l:\n  # why\n  - b: 2\n"),
        ("a:\n  - x\nb: 1\n", ("a", 0), "a: []\nb: 1\n"),
        ("a:\n- x\nb: 1\n", ("a", 0), "a: []\nb: 1\n"),
        ("a:  # why\n  # above\n  - x  # behind\nb: 1\n", ("a", 0), "a: []  # why\n  # above\n  # behind\nb: 1\n"),
        ("a:\n\n  - x\n\nb: 1\n", ("a", 0), "a: []\n\nb: 1\n"),
        ("a:\n  b: 1", ("a", "b"), "a: {}"),
        ("- a: 1  # why\n", (0, "a"), "- {}  # why\n"),
        ("- a:\n    - x  # why\n", (0, "a"), "- {}  # why\n"),
        ("-\n  a: 1\n", (0, "a"), "- {}\n"),
        ("- - x\n", (0, 0), "- []\n"),
        ("a: [x]\n", ("a", 0), "a: []\n"),
        ("base: &x 1\nuse: *x\nb: 2\n", ("use",), "base: &x 1\nb: 2\n"),
        ("a: !tag x\nb: 2\n", ("a",), "b: 2\n"),
    ],
)
def test_what_has_nothing_left_becomes_brackets(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert edited(before, Remove(path)) == after


@pytest.mark.parametrize(
    ("before", "place", "to", "after"),
    [
        ("- x\n- y\n- z\n", 0, 2, "- y\n- z\n- x\n"),
        ("- x\n- y\n- z\n", 2, 0, "- z\n- x\n- y\n"),
        ("- x\n- y\n- z\n", 1, 1, "- x\n- y\n- z\n"),
        ("- x\n- y", 0, 1, "- y\n- x"),
        ("# head\n\n# of x\n- x  # so\n# of y\n- y\n", 0, 1, "# head\n\n# of y\n- y\n# of x\n- x  # so\n"),
        ("- x\n\n- y\n  # deep\n\n- z\n", 1, 0, "- y\n  # deep\n\n- x\n\n- z\n"),
        ("- a: 1\n  b: |\n    Text.\n- c: 2\n", 0, 1, "- c: 2\n- a: 1\n  b: |\n    Text.\n"),
        ("- |+\n  Text.\n\n- y\n\n- z\n", 0, 1, "- y\n- |+\n  Text.\n\n- z\n"),
        ("[x, y, z]\n", 0, 2, "[y, z, x]\n"),
        ("[x,y,\n z,]\n", 2, 0, "[z,x,\n y,]\n"),
        ("[\n  # of x\n  x,  # so\n  y\n]\n", 0, 1, "[\n  y,\n  # of x\n  x  # so\n]\n"),
    ],
)
def test_a_value_moves_with_the_comments_that_belong_to_it(before: str, place: int, to: int, after: str) -> None:
    assert edited(before, Move((place,), to)) == after


def test_a_value_moves_behind_the_hyphen_of_another_list() -> None:
    assert edited("- - x  # of x\n  - y\n", Move((0, 0), 1)) == "- - y\n  - x  # of x\n"


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ("a: 1  # why\nb: 2\n", "c", "c: 1  # why\nb: 2\n"),
        ("'a': 1\n", "it's", "'it''s': 1\n"),
        ('{"a":1}\n', "c", '{"c":1}\n'),
        ("a:\n  - x\n", "c d", "c d:\n  - x\n"),
        ("a: 1\n", "2026", '"2026": 1\n'),
        ("a: 1\n", "on", "on: 1\n"),
        ("a:    1\nbbb:  2\n", "cc", "cc:   1\nbbb:  2\n"),
        ("a:   1\nbb:  2\n", "too_long", "too_long:   1\nbb:  2\n"),
        ("? a\n: 1\n", "c", "? c\n: 1\n"),
        ("{a, b}\n", "c", "{c, b}\n"),
        ("a: &x 1\nb: *x\n", "c", "c: &x 1\nb: *x\n"),
        ("a: 1\n", "a", "a: 1\n"),
    ],
)
def test_a_field_gets_another_name(before: str, name: str, after: str) -> None:
    assert edited(before, RenameKey(("a",), name)) == after
