"""What a comma inside `{ }` has cut in two is told as that, once, with the whole number or the way to keep the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claimtrack.findings import Finding
from claimtrack.reading.kinds import DUPLICATE_KEY, SWALLOWED_TEXT, UNKNOWN_FIELD
from claimtrack.records.claim import Claim

Refuse = Callable[..., None]
Make = Callable[..., tuple[Any, tuple[Finding, ...]]]

CLAIM = "status: draft\n"
NUMBER = "a comma inside `{ }` has cut the number before this in two: "
TEXT = "the text before this was cut at a comma: "
OUT = "take the text out of the braces and write it on lines of its own, or put it in quotes"


@pytest.mark.parametrize(
    ("number", "rest", "hint"),
    [
        ("82,‹6›", "6", "write 82.6 with a decimal point"),
        ("-1,‹25›", "25", "write -1.25 with a decimal point"),
        ("0,‹125›", "125", "write 0.125 with a decimal point"),
        ("12,‹500›", "500", "write 12500, or 12.5000 where decimals are meant"),
        ("12,‹5000›", "5000", "write 12.5000 with a decimal point"),
    ],
)
def test_a_number_with_a_comma(number: str, rest: str, hint: str, refuse: Refuse) -> None:
    refuse(Claim, f"{CLAIM}quantity: {{value: {number}, unit: person}}\n", SWALLOWED_TEXT, f"{NUMBER}‘{rest}’ was read as a field", hint)


def test_a_number_with_several_commas(expect_only: Refuse) -> None:
    hint = "keep one of the two; a number inside `{ }` is written without commas"
    text = f"{CLAIM}quantity: {{value: 10,«000»,‹000›, unit: person}}\n"
    expect_only(text, DUPLICATE_KEY, "`000` stands here a second time", hint, "first defined here")


@pytest.mark.parametrize(
    ("fields", "rest"),
    [
        ("name: Ada, role: Kämmerin, ‹Stadträtin›, affiliation: Town", "Stadträtin"),
        ("name: Ada, role: Kämmerin, ‹Stadträtin und mehr›", "Stadträtin und mehr"),
        ("name: Ada, role: Kämmerin, ‹Stadträtin›, Vorsitzende, affiliation: Town", "Stadträtin"),
        ("name: {de: Rat, ‹offen›, en: Council}", "offen"),
        ("name: {de: Rat, ‹so›, en: Council}", "so"),
    ],
)
def test_a_text_with_commas_is_one_finding(fields: str, rest: str, refuse: Refuse) -> None:
    refuse(Claim, f"{CLAIM}claimant: {{{fields}}}\n", SWALLOWED_TEXT, f"{TEXT}‘{rest}’ was read as a field", OUT)


def test_a_field_that_is_empty_was_not_cut_off(refuse: Refuse) -> None:
    text = f"{CLAIM}claimant: {{name: Ada, ‹rolle›: , affiliation: Town}}\n"
    refuse(Claim, text, UNKNOWN_FIELD, "a speaker has no field ‘rolle’", "did you mean `role`?")


def test_the_first_name_was_not_cut_off(make: Make) -> None:
    _, findings = make(Claim, f"{CLAIM}assigned: {{Ada Example, to: ada}}\n")
    assert [one.message for one in findings if one.code == "CT040"] == ["`assigned` has no field ‘Ada Example’"]
    assert not any(one.code == "CT034" for one in findings)


@pytest.mark.parametrize(
    ("text", "message", "meant"),
    [
        ("evidence:\n- id: a\n  source: b\n  ‹stanz›: refutes\n", "a piece of evidence has no field ‘stanz’", "stance"),
        ("claimant: {‹nmae›: Ada}\n", "a speaker has no field ‘nmae’", "name"),
        ("history: [{on: 2026-02-09, to: draft, ‹bye›: ines}]\n", "a history entry has no field ‘bye’", "by"),
    ],
)
def test_a_slip_in_the_name_of_a_field_that_must_be_there_is_one_finding(text: str, message: str, meant: str, refuse: Refuse) -> None:
    refuse(Claim, CLAIM + text, UNKNOWN_FIELD, message, f"did you mean `{meant}`?")


def test_a_field_that_is_there_and_empty_is_told_beside_the_slip(make: Make) -> None:
    _, findings = make(Claim, f"{CLAIM}evidence:\n- id: a\n  source: b\n  stance:\n  stanz: refutes\n")
    assert [one.code for one in findings] == ["CT041", "CT040"]
