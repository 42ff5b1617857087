"""Ids: what is refused beyond the examples of the rules, and exactly where the bounds are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

DRAFT = """\
status: draft
authors: [ines]
statement: The old bridge was repaired in 1998.
quote: The bridge was repaired in 1998
"""


@pytest.mark.parametrize("name", ["a", "1998", "bridge-1998", "x" * 64])
def test_a_slug_up_to_the_bound_is_an_id(name: str, check_base: CheckBase) -> None:
    assert check_base(f"--- town/{name}.yaml\n{DRAFT}").findings == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Bridge", "call it ‘bridge’"),
        ("old_bridge", "call it ‘old-bridge’"),
        ("old--bridge", "call it ‘old-bridge’"),
        ("-bridge", "call it ‘bridge’"),
        ("bridge-", "call it ‘bridge’"),
        ("brücke", "call it ‘bruecke’"),
        ("bridge.old", "call it ‘bridge-old’"),
        ("мост", "give it a name of letters a to z and digits"),
        ("１２３", "call it ‘123’"),
    ],
)
def test_what_is_no_slug_gets_a_proposal(name: str, hint: str, check_base: CheckBase) -> None:
    message = f"‘{name}’ is no id for a claim; expected lower-case letters a to z, digits and single hyphens"

    assert check_base(f"--- town/{name}.yaml\n{DRAFT}").messages("CT101") == [f"town/{name}.yaml:1: {message} -> {hint}"]


def test_ids_within_files_are_held_to_the_same_form(check_base: CheckBase) -> None:
    fragments = """\
former_ids: [Old]
--- desk.yaml
topics: {traffic: Traffic, Budget: Budget}
--- town/sources.yaml
Bridge_Count: {url: "https://roads.example/1"}
--- harbour/article.yaml
title: Ships
url: "https://courier.example/ships"
language: en
wanted: {Maps: {what: Maps}}
"""
    expected = "expected lower-case letters a to z, digits and single hyphens"

    assert [(one.file, one.message, one.hint) for one in check_base(fragments).of("CT101")] == [
        ("desk.yaml", f"‘Budget’ is no id for a topic; {expected}", "call it ‘budget’"),
        ("harbour/article.yaml", f"‘Maps’ is no id for something wanted; {expected}", "call it ‘maps’"),
        ("town/example.yaml", f"‘Old’ is no id for a claim; {expected}", "call it ‘old’"),
        ("town/sources.yaml", f"‘Bridge_Count’ is no id for a source; {expected}", "call it ‘bridge-count’"),
    ]


def test_a_folder_without_an_article_needs_an_id_too(check_base: CheckBase) -> None:
    fragments = f'--- Great Speeches/repaired.yaml\n{DRAFT}appearances: [{{url: "https://video.example/1"}}]'

    assert check_base(fragments).messages("CT101") == [
        (
            "Great Speeches/repaired.yaml:1: ‘Great Speeches’ is no id for a folder; expected lower-case letters a to z, digits and single"
            " hyphens -> call it ‘great-speeches’"
        )
    ]


def test_an_id_over_the_bound_is_too_long(check_base: CheckBase) -> None:
    name = "x" * 65

    assert check_base(f"--- town/{name}.yaml\n{DRAFT}").messages("CT102") == [
        f"town/{name}.yaml:1: the id of a claim has 65 characters; expected at most 64 -> give it a shorter name"
    ]


@pytest.mark.parametrize("name", ["index", "search", "feed", "sitemap", "assets", "404"])
def test_names_of_the_site_are_reserved(name: str, check_base: CheckBase) -> None:
    message = f"‘{name}’ cannot be the id of a claim; the finished site needs that name for itself"

    assert check_base(f"--- town/{name}.yaml\n{DRAFT}").messages("CT103") == [
        f"town/{name}.yaml:1: {message} -> give it a name that says more"
    ]


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com0", "com9", "lpt1"])
def test_devices_of_windows_are_reserved(name: str, check_base: CheckBase) -> None:
    message = f"‘{name}’ cannot be the id of a claim; Windows needs that name for itself"

    assert check_base(f"--- town/{name}.yaml\n{DRAFT}").messages("CT103") == [
        f"town/{name}.yaml:1: {message} -> give it a name that says more"
    ]


@pytest.mark.parametrize(("name", "whose"), [("CON", "Windows"), ("Lpt1", "Windows"), ("COM¹", "Windows"), ("Index", "the finished site")])
def test_a_reserved_name_that_is_no_slug_either_is_told_once(name: str, whose: str, check_base: CheckBase) -> None:
    checked = check_base(f"--- town/{name}.yaml\n{DRAFT}")

    assert [(one.code, one.message) for one in checked.findings] == [
        ("CT103", f"‘{name}’ cannot be the id of a claim; {whose} needs that name for itself")
    ]


@pytest.mark.parametrize("name", ["-rf", "a.", "a b", "clm-١٢٣", "x\u0430", "con.tar", "~", "x'y"])
def test_what_programs_or_systems_read_otherwise_is_no_id(name: str, check_base: CheckBase) -> None:
    assert [(one.file, one.code) for one in check_base(f"--- town/{name}.yaml\n{DRAFT}").findings] == [(f"town/{name}.yaml", "CT101")]


@pytest.mark.parametrize("name", ["index-2026", "com10", "connection"])
def test_what_only_begins_like_a_reserved_name_is_free(name: str, check_base: CheckBase) -> None:
    assert check_base(f"--- town/{name}.yaml\n{DRAFT}").findings == ()


def test_two_ways_of_writing_an_accent_collide_and_one_of_them_is_told_so(check_base: CheckBase) -> None:
    composed, decomposed = "br\u00fccke", "bru\u0308cke"
    checked = check_base(f"--- town/{composed}.yaml\n{DRAFT}\n--- town/{decomposed}.yaml\n{DRAFT}")

    assert [(one.file, len(one.related)) for one in checked.of("CT104")] == [(f"town/{composed}.yaml", 1)]
    assert [one.file for one in checked.of("CT101")] == [f"town/{decomposed}.yaml"]


def test_a_claim_of_the_same_id_in_another_folder_is_repeated(check_base: CheckBase) -> None:
    checked = check_base(f'--- speeches/other.yaml\n{DRAFT}appearances: [{{url: "https://video.example/1"}}]')

    [finding] = checked.of("CT105")
    assert (finding.file, finding.message) == (
        "town/other.yaml",
        "there are two claims called ‘other’; expected every id once in the project",
    )
    assert [(one.file, one.message) for one in finding.related] == [("speeches/other.yaml", "first defined here")]


@pytest.mark.parametrize(
    ("fragments", "whose"),
    [
        ("former_ids: [example]  # here", "still the id of this claim"),
        ("former_ids: [other]  # here", "the id of another claim"),
        ("former_ids: [town]  # here", "the id of an article"),
    ],
)
def test_a_former_id_is_never_used_again(fragments: str, whose: str, check_base: CheckBase) -> None:
    former = fragments[fragments.index("[") + 1 : fragments.index("]")]

    assert check_base(fragments).messages("CT106") == [
        (
            f"here: the former id ‘{former}’ is {whose}; expected an id that nothing else has or had"
            " -> ids are never used again: rename the newer one"
        )
    ]


def test_one_former_id_cannot_belong_to_two_claims(check_base: CheckBase) -> None:
    checked = check_base("former_ids: [before]\n--- other.yaml\nformer_ids: [before]")

    assert [(one.file, one.message) for one in checked.of("CT106")] == [
        ("town/other.yaml", "the former id ‘before’ is also a former id of ‘example’; expected an id that nothing else has or had")
    ]


def test_nothing_is_said_about_an_article_that_cannot_be_read(check_base: CheckBase) -> None:
    checked = check_base("appearances:\n  - {article: town}\n--- article.yaml\npublished: soon")

    assert {one.code[:3] for one in checked.findings if one.severity == "error"} == {"CT0"}
