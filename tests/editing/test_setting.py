"""Setting: a value gets another one in the hand of its author, and nothing else is touched."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from claimtrack.changes import Bare, Set, Value
from claimtrack.editing import edit


def edited(before: str, path: tuple[str | int, ...], value: Value) -> str:
    return edit(before.encode("utf-8"), [Set(path, value)]).decode("utf-8")


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: old\n", "new", "a: new\n"),
        ("a: old  # why\n", "new", "a: new  # why\n"),
        ("a:    old\n", "new", "a:    new\n"),
        ("a : old\n", "new", "a : new\n"),
        ("a:\n  old\n", "new", "a:\n  new\n"),
        ("a: 'old'\n", "it's", "a: 'it''s'\n"),
        ("a: 'old'\n", "two\tcolumns", 'a: "two\\tcolumns"\n'),
        ('a: "old"\n', 'say "no"', 'a: "say \\"no\\""\n'),
        ('"a": "old"\n', "new", '"a": "new"\n'),
        ("a: old\n", "now: this", 'a: "now: this"\n'),
        ("a: old\nb: 'x'\n", "now: this", "a: 'now: this'\nb: 'x'\n"),
        ("a: old\n", 'he said: "no"', "a: 'he said: \"no\"'\n"),
        ("a: old text over\n  two lines  # why\nb: 1\n", "new", "a: new  # why\nb: 1\n"),
        ('a: "old text over\n  two lines"\n', "new", 'a: "new"\n'),
        ("a:\n", "new", "a: new\n"),
        ("a:   # why\n", "new", "a: new   # why\n"),
        ("bb: 1\na:\n", "new", "bb: 1\na: new\n"),
        ("name:   x\nother:  y\na:\n", "new", "name:   x\nother:  y\na:      new\n"),
        ("a: ~\n", "new", "a: new\n"),
        ("a: []\n", "new", "a: new\n"),
        ("? a\n: old\n", "new", "? a\n: new\n"),
        ("--- {a: old}\n", "b, c", '--- {a: "b, c"}\n'),
        ("{a: old, b: 1}\n", "new", "{a: new, b: 1}\n"),
        ("{a, b: 1}\n", "new", "{a: new, b: 1}\n"),
        ("{a: , b: 1}\n", "new", "{a: new , b: 1}\n"),
        ('{"a":"old","b":1}\n', "new", '{"a":"new","b":1}\n'),
        ("{a: old,  # why\n b: 1}\n", "new", "{a: new,  # why\n b: 1}\n"),
    ],
)
def test_a_text_keeps_its_place_and_its_quotation_marks(before: str, value: str, after: str) -> None:
    assert edited(before, ("a",), value) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: |\n  Old.\nb: 1\n", "New.\n", "a: |\n  New.\nb: 1\n"),
        ("a: |\n  Old.\nb: 1\n", "New.", "a: |-\n  New.\nb: 1\n"),
        ("a: |-\n  Old.\nb: 1\n", "New.\nAnd more.", "a: |-\n  New.\n  And more.\nb: 1\n"),
        ("a: |   # why\n  Old.\n  Two.\n\nb: 1\n", "New.\n", "a: |   # why\n  New.\n\nb: 1\n"),
        ("a: |\n     Old.\nb: 1\n", "One.\n\nTwo.\n", "a: |\n     One.\n\n     Two.\nb: 1\n"),
        ("a: |2\n    Old.\nb: 1\n", "   New.\n", "a: |2\n     New.\nb: 1\n"),
        ("a: |\n  Old.\nb: 1\n", " New.\n", 'a: " New.\\n"\nb: 1\n'),
        ("a: |+\n  Old.\n\n\nb: 1\n", "New.\n\n\n", "a: |+\n  New.\n\n\nb: 1\n"),
        ("a: |+\n  Old.\n\n\nb: 1\n", "New.\n", "a: |\n  New.\n\n\nb: 1\n"),
        ("a: |\n  Old.\n\nb: 1\n", "New.\n\n\n", 'a: "New.\\n\\n\\n"\n\nb: 1\n'),
        ("a: >\n  Old text that\n  goes on.\nb: 1\n", "New.\n", "a: >\n  New.\nb: 1\n"),
        ("a: >\n  Old.\nb: 1\n", "One.\nTwo.\n", "a: >\n  One.\n\n  Two.\nb: 1\n"),
        ("a: >\n  Old.\nb: 1\n", "One.\n  Two.\n", "a: |\n  One.\n    Two.\nb: 1\n"),
        ("a: old\n", "One.\nTwo.\n", "a: |\n  One.\n  Two.\n"),
        ("a: old  # why\n", "One.\nTwo.\n", "a: |  # why\n  One.\n  Two.\n"),
        ("a: 'old'\nb:\n    c: 1\n", "One.\nTwo.", "a: |-\n    One.\n    Two.\nb:\n    c: 1\n"),
        ('a: "old\\nescaped"\n', "One.\nTwo.", 'a: "One.\\nTwo."\n'),
        ("{a: old}\n", "One.\nTwo.", '{a: "One.\\nTwo."}\n'),
        ("a: |\n  Old.\n", "", 'a: ""\n'),
        ("a: |\n  Old.\n # deep\nb: 1\n", "New.\n", "a: |\n  New.\n # deep\nb: 1\n"),
    ],
)
def test_texts_of_several_lines_stand_below_a_sign(before: str, value: str, after: str) -> None:
    assert edited(before, ("a",), value) == after


def test_a_folded_text_is_broken_where_its_author_broke_it() -> None:
    before = "a: >\n  A text that an author broke here\n  and here and did not mind.\n"
    after = "a: >\n  A new text that is broken before it\n  gets wider than the old one was.\n"
    assert edited(before, ("a",), "A new text that is broken before it gets wider than the old one was.\n") == after


def test_a_long_text_is_never_broken() -> None:
    assert edited("a: old\n", ("a",), "word " * 200 + "end") == f"a: {'word ' * 200}end\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime.date(2026, 2, 9), "2026-02-09"),
        (datetime.datetime(2026, 2, 9, 10, 0, tzinfo=datetime.UTC), "2026-02-09T10:00:00Z"),
        (7, "7"),
        (-7, "-7"),
        (Decimal("0.50"), "0.50"),
        (Decimal("1E+3"), "1000"),
        (True, "true"),
        (False, "false"),
        (Bare("yes"), "yes"),
        (Bare("2025-02~"), "2025-02~"),
        (Bare("12 %"), "12 %"),
        (Bare("-1.5"), "-1.5"),
        (Bare("1:30"), '"1:30"'),  # ninety in YAML 1.1
        (Bare("007"), '"007"'),  # seven in YAML 1.1, in octal
        (Bare("1e3"), '"1e3"'),  # a number in YAML 1.2 alone
        (Bare("~"), '"~"'),
        (Bare(""), '""'),
    ],
)
def test_words_are_written_bare_where_they_mean_the_same_in_all_versions(value: Value, written: str) -> None:
    assert edited("a: old\n", ("a",), value) == f"a: {written}\n"
    assert edited("[old]\n", (0,), value) == f"[{written}]\n"


WORDS = """
y yes No ON off n true FALSE null Null ~ = << .nan .inf -.Inf +.INF 1 010 0o7 0x1F 0b1 1_000 1,000 .5 5. 1.5 1e3 1.5e+3 +1 -1 1:30 1:30:00
1.2.3 2026-02-09 2026-2-9 2026-02-09T10:00:00Z --- ... - ? : -x ?x :x [ ] { } , # #x & &x * *x ! !x | > % %x @ @x ` `x ' " 'x' "x"
"""


@pytest.mark.parametrize("text", [*WORDS.split(), "", " ", "  x", "x  ", "a: b", "a #b", "a:", "- a", "2026-02-09 10:00:00", "\ta", "a\n"])
@pytest.mark.parametrize("before", ["a: old\n", "a: 'old'\n", 'a: "old"\n', "{a: old}\n", "a:\n", "a: |\n  old\n"])
def test_a_text_stays_a_text(edit_fuzzer: object, before: str, text: str) -> None:
    after = edited(before, ("a",), text).encode()
    tree = edit_fuzzer.read(after)  # type: ignore[attr-defined]  # a program that is no package
    assert tree.documents == [("mapping", "map", [(("scalar", "str", "a"), ("scalar", "str", text))])]


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: old  # why\n", ("a",), ["x", "y, z"], 'a: [x, "y, z"]  # why\n'),
        (
            "a: old  # why\nb: 1\n",
            ("a",),
            {"en": "A sentence that says something."},
            "a:  # why\n  en: A sentence that says something.\nb: 1\n",
        ),
        ("a: [x]\n", ("a",), ["p", "q"], "a: [p, q]\n"),
        ("a:\n  - x\nb: 1\n", ("a",), ["p", "q"], "a:\n  - p\n  - q\nb: 1\n"),
        ("a:\n- x\nb: 1\n", ("a",), ["p", "q"], "a:\n- p\n- q\nb: 1\n"),
        ("a:  # why\n  # above\n  - x  # behind\nb: 1\n", ("a",), "p", "a: p  # why\n  # above\n  # behind\nb: 1\n"),
        ("a:\n  b: 1\n", ("a",), {}, "a: {}\n"),
        ("a:\n", ("a",), ["x"], "a: [x]\n"),
        ("- a: 1\n  b: 2\n- c\n", (0,), "x", "- x\n- c\n"),
        ("- a: 1  # why\n- c\n", (0,), {"d": "One.\nTwo.\n"}, "- d: |  # why\n    One.\n    Two.\n- c\n"),
        ("- x\n- y\n", (1,), ["p", "q"], "- x\n- [p, q]\n"),
        ("a: |\n  Old.\nb: 1\n", ("a",), ["x"], "a: [x]\nb: 1\n"),
        ("{a: [1, 2]}\n", ("a",), {"b": "c, d"}, '{a: {b: "c, d"}}\n'),
    ],
)
def test_lists_and_mappings_are_set_too(before: str, path: tuple[str | int, ...], value: Value, after: str) -> None:
    assert edited(before, path, value) == after


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("a: x y\n", "x y"),
        ("a: 'x'\n", "x"),
        ('a: "\\u0078"\n', "x"),
        ("a: x\n  y\n", "x y"),
        ("a: >\n  x\n  y\n", "x y\n"),
        ("a: 1.2.3\n", "1.2.3"),
        ("a: 010\n", Bare("010")),
        ("a: '2026-02-09'\n", Bare("2026-02-09")),
        ("a: 7\n", 7),
        ("a: [x,   'y']\n", ["x", "y"]),
        ("a: {y: 1,   x: 2}\n", {"x": 2, "y": 1}),
        ("a: []\n", []),
    ],
)
def test_what_is_so_already_is_left_alone(before: str, value: Value) -> None:
    assert edited(before, ("a",), value) == before


def test_a_word_that_was_no_text_becomes_one() -> None:
    assert edited("a: yes\n", ("a",), "yes") == 'a: "yes"\n'
    assert edited("a: '7'\n", ("a",), 7) == "a: 7\n"
