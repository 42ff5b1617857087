"""Refusing: what cannot be done safely is refused by a true reason and the line in the way, whatever the bytes and the change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pytest

from claimtrack.changes import Add, Append, Bare, Change, Insert, Move, Remove, RenameKey, Set, Value
from claimtrack.editing import edit
from claimtrack.errors import EditRefusedError


def refusal(before: str | bytes, change: Change) -> str:
    with pytest.raises(EditRefusedError) as caught:
        edit(before if isinstance(before, bytes) else before.encode("utf-8"), [change])
    return f"{caught.value.line}: {caught.value.reason}"


@pytest.mark.parametrize(
    ("before", "change", "reason"),
    [
        ("a: 1\n", Set(("b",), "x"), "1: there is no field `b`"),
        ("a: 1\n", Set(("a", "b"), "x"), "1: expected a mapping with a field `b`, found a text or a word"),
        ("a:\n", Set(("a", "b"), "x"), "1: expected a mapping with a field `b`, found nothing"),
        ("\n- a\n", Set((1,), "x"), "2: the list has 1 values, and none is number 1 counted from 0"),
        ("- a\n", Set((-1,), "x"), "1: the list has 1 values, and none is number -1 counted from 0"),
        ("a: 1\n", Set((0,), "x"), "1: expected a list with a value number 0, found a mapping"),
        ("a: 1\nb: 2\na: 3\n", Set(("a",), "x"), "3: the field `a` is there 2 times"),
        ("a: 1\n", Add(("a",), "x"), "1: the field `a` is there already"),
        ("- x\n", Add(("a",), "x"), "1: expected a mapping, found a list"),
        ("- x\n", Add((0, "a"), "x"), "1: expected a mapping, found a text or a word"),
        ("a: 1\n", Add((0,), "x"), "1: expected a name, found the number 0"),
        ("a: 1\n", Append(("a",), "x"), "1: expected a list, found a text or a word"),
        ("a: ~\n", Append(("a",), "x"), "1: expected a list, found a text or a word"),
        ("- x\n", Insert((2,), "y"), "1: the list has 1 values, so that none can be put at place 2 counted from 0"),
        ("- x\n", Insert(("a",), "y"), "1: expected the number of a value in a list, found the name `a`"),
        ("- x\n", Move((0,), 1), "1: the list has 1 values, and none is number 1 counted from 0"),
        ("a: 1\n", Move(("a",), 0), "1: only values of lists have places, and this is a mapping"),
        ("- x\n", RenameKey((0,), "a"), "1: only fields have names, and this is a value of a list"),
        ("a: 1\nb: 2\n", RenameKey(("a",), "b"), "2: the field `b` is there already"),
        ("&x a: 1\n", RenameKey(("a",), "b"), "1: the name has an anchor or a tag, or is written in a way of its own"),
        ("a: 1\n", Remove(()), "1: the path leads to the whole document, expected one to something in it"),
        ("a: 1\n", Remove(("a",)), "1: it is all that there is in the document"),
        ("a: 1\n", Set((), ["x"]), "1: the whole document would be replaced, and with it all that its author did"),
        ("[a: 1]\n", Add((0, "b"), 2), "1: this is a pair of a list that has no braces around it"),
    ],
)
def test_there_is_no_such_place(before: str, change: Change, reason: str) -> None:
    assert refusal(before, change) == reason


@pytest.mark.parametrize(
    ("before", "change", "reason"),
    [
        ("a: &x 1\nb: *x\n", Set(("b",), 2), "2: `b` is an alias of what stands at `&x`, which counts for other places too"),
        ("a: &x 1\nb: *x\n", Set(("a",), 2), "1: `a` has the anchor `&x`, so that a change counts wherever `*x` stands"),
        ("a: &x\n  b: 1\n", Set(("a", "b"), 2), "1: `a` has the anchor `&x`, so that a change counts wherever `*x` stands"),
        ("a: &x {b: 1}\n", Add(("a", "c"), 2), "1: `a` has the anchor `&x`, so that a change counts wherever `*x` stands"),
        ("a: !t 1\n", Set(("a",), 2), "1: `a` has the tag `!t`, and what may stand there is for whoever gave it to say"),
        ("a: !t [x]\n", Append(("a",), 2), "1: `a` has the tag `!t`, and what may stand there is for whoever gave it to say"),
        ("a: &x 1\nb: *x\nc: 1\n", Remove(("a",)), "1: the alias `*x` would have no anchor above it any more"),
        ("- &x 1\n- *x\n", Move((0,), 1), "1: the alias `*x` would have no anchor above it any more"),
        ("- &x 1\n- *x\n- &x 2\n", Move((1,), 2), "2: an anchor is there twice, so that an alias could get another meaning"),
        ("a:\n  - x\n  # why\n  - y\n", Set(("a",), "z"), "3: a comment stands inside what would be replaced"),
        ("[{a: 1, # why\n b: 2}, x]\n", Remove((0,)), "1: a comment stands inside what is to go"),
        ("[x, # of x\n y, z # of z\n]\n", Move((0,), 1), "2: there are comments between values that share a line"),
        ("a: 1\nb: |\n  Text.", Add(("c",), 1), "2: the last text of the file has no line end, and would get one"),
        (
            "- |\n  Text.\n- x",
            Remove((1,)),
            "3: another text would come to stand at the end of the file, and lose its line end there",
        ),
        ("- |+\n  Text.\n\n- x\n  # deep\n", Remove((1,)), "4: what comes out would not read as it is to"),
    ],
)
def test_something_else_would_change(before: str, change: Change, reason: str) -> None:
    assert refusal(before, change) == reason


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        (b"", "1: there is nothing in the file"),
        (b"# only a comment\n", "1: there is nothing in the file"),
        (b"a: 1\r\nb: 2\n", "2: the lines end in two ways: 1 as on Windows (CR LF), 1 as elsewhere (LF)"),
        (b"a: 1\rb: 2\r", "1: U+000D CARRIAGE RETURN is there, which not all readers of YAML see alike"),
        ("a: 1\nb: x\x85y\n".encode(), "2: U+0085 NEXT LINE is there, which not all readers of YAML see alike"),
        ("a: x\u2028y\n".encode(), "1: U+2028 LINE SEPARATOR is there, which not all readers of YAML see alike"),
        ("a: x\ufeffy\n".encode(), "1: U+FEFF BYTE ORDER MARK is there, which not all readers of YAML see alike"),
        (b"a: x\x00y\n", "1: U+0000 NULL is there, which not all readers of YAML see alike"),
        (b"a: \xff\n", "1: byte 0xFF, number 4 of the file, is not UTF-8"),
        ("a: 1\n".encode("utf-16"), "1: the file is written in UTF-16, expected UTF-8"),
        (b"a: 1\n<<<<<<< ours\n=======\n>>>>>>> theirs\n", "2: file has an unresolved git conflict, lines 2 to 4"),
        (b"a: 1\n b: 2\n", "2: the file is no YAML: mapping values are not allowed in this context"),
        (b"[" * 100_000, "1: lists and mappings are nested deeper than any record"),
        (b"{a: " * 40_000, "1: lists and mappings are nested deeper than any record"),
        (b"- " * 100_000, "1: lists and mappings are nested deeper than any record"),
        (b"a: 1\t# why\n", "1: ruamel.yaml, which every edit is verified with, cannot read the file: "),
        (b"a: " + b"x" * 17_000_000, "1: the file has 17,000,003 bytes, expected at most 16,777,216"),
    ],
    ids=range(17),
)
def test_the_file_is_none_that_all_readers_see_alike(before: bytes, reason: str) -> None:
    assert refusal(before, Set(("a",), "new")).startswith(reason)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\r", "\u2028", "\u2029", "\ufeff", "\ud800", "\u202e", "\uffff"])
@pytest.mark.parametrize("wrap", [str, Bare, lambda text: [text], lambda text: {"a": {"b": text}}, lambda text: {text: "a"}])
def test_a_character_that_no_record_may_hold_is_not_written(character: str, wrap: Any) -> None:  # noqa: ANN401
    assert refusal("a: 1\n", Set(("a",), wrap(f"x{character}y"))).startswith(f"1: the new text holds U+{ord(character):04X}")
    assert refusal("a: 1\n", Add(("b",), wrap(f"x{character}y"))).endswith("which no record may hold")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "the new value holds something of the type NoneType, which no record has"),
        (1.5, "the new value holds something of the type float, which no record has"),
        ([b"x"], "the new value holds something of the type bytes, which no record has"),
        ({1: "x"}, "the new value has a name that is no text"),
        ({"a" * 201: "x"}, "a name of more than 200 characters, or of several lines, is none that every YAML reader takes"),
        ({"a\nb": "x"}, "a name of more than 200 characters, or of several lines, is none that every YAML reader takes"),
        (Decimal("NaN"), "NaN is no number that can be written in digits"),
    ],
)
def test_a_value_that_no_record_may_hold_is_not_written(value: object, reason: str) -> None:
    assert refusal("a: 1\n", Set(("a",), cast("Value", value))) == f"1: {reason}"


def test_a_value_that_is_nested_without_end_is_not_written() -> None:
    endless: list[Value] = []
    endless.append(endless)
    assert refusal("a: 1\n", Set(("a",), endless)) == "1: the new value is nested too deep"


def test_nothing_is_made_where_one_change_of_several_is_refused() -> None:
    with pytest.raises(EditRefusedError):
        edit(b"a: 1\n", [Set(("a",), "x"), Set(("b",), "y")])
