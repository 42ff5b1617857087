"""Names that nobody can tell apart by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

ATO = "\u0410\u0422\u041e"
"""A Cyrillic abbreviation that looks like the Latin ATO."""
LATIN = "claimant: {name: ATO, kind: organisation}\n"


@pytest.mark.parametrize(
    ("fragments", "name", "other", "difference"),
    [
        (
            "disputes:\n  - {who: Rike HoIm (invented), says: No.}  # here",
            "Rike HoIm (invented)",
            "Rike Holm (invented)",
            "U+0049 in place of U+006C",
        ),
        (
            'disputes:\n  - {who: "Rike Holm (invented)\\u200E", says: No.}  # here',
            "Rike Holm (invented)\u200e",
            "Rike Holm (invented)",
            "U+200E in place of nothing",
        ),
        (
            f"{LATIN}attributed_to: {{name: {ATO}, kind: organisation}}  # here",
            ATO,
            "ATO",
            "U+0410 in place of U+0041",
        ),
        (
            'claimant: {name: Zoë Roth, role: Mayor}\nchain:\n  - {who: "Zoe\\u0308 Roth", text: A}  # here',
            "Zoe\u0308 Roth",
            "Zoë Roth",
            "U+0065 in place of U+00EB",
        ),
    ],
)
def test_a_name_that_passes_for_another_is_found(fragments: str, name: str, other: str, difference: str, check_base: CheckBase) -> None:
    assert check_base(fragments).messages("CT110") == [
        f"here: ‘{name}’ looks like ‘{other}’, with {difference} -> write both in the same way"
    ]


@pytest.mark.parametrize(
    "fragments",
    [
        "--- article.yaml\npublisher: Roads 0ffice (invented)  # here",
        "--- article.yaml\nauthors: [lnes]  # here",
        'appearances:\n  - {url: "https://tv.example/1", publisher: Roads 0ffice (invented)}  # here',
        "claimant: {name: A, affiliation: Bridge AIliance}\nattributed_to: {name: C, affiliation: Bridge Alliance}  # here",
        "--- town/sources.yaml\nmore:\n  unknown: Seen.\n  author: lnes  # here",
        "evidence:\n  - id: count-2026\n    stance: supports\n    source:\n      unknown: Seen.\n      author: lnes  # here",
    ],
    ids=["publisher", "author", "appearance", "affiliation", "source", "written out"],
)
def test_every_name_is_looked_at(fragments: str, check_base: CheckBase) -> None:
    checked = check_base(fragments)

    assert [checked.place(one) for one in checked.of("CT110")] == ["here"]


def test_the_place_of_the_other_name_is_shown(check_base: CheckBase) -> None:
    (found,) = check_base("disputes:\n  - {who: Rike HoIm (invented), says: No.}").of("CT110")

    assert [(one.file, one.span.line, one.message) for one in found.related] == [("sources.yaml", 29, "the other one is here")]


def test_a_wrong_name_is_told_once_however_often_it_stands_there(check_base: CheckBase) -> None:
    wrong = "  - {who: Rike HoIm (invented), says: No.}\n"

    assert len(check_base(f"disputes:\n{wrong}{wrong.replace('No', 'Not so')}").of("CT110")) == 1


@pytest.mark.parametrize(
    "fragments",
    [
        f"{LATIN}attributed_to: {{name: {{uk: {ATO}, en: ATO}}, kind: organisation}}",
        f"{LATIN}--- article.yaml\nlanguage: uk\npublisher: {ATO}",
        f"{LATIN}--- desk.yaml\nlanguages: [sr-Cyrl, en]\n--- town/sources.yaml\nmore: {{unknown: Seen., publisher: {ATO}}}",
        f"{LATIN}--- town/sources.yaml\nmore: {{unknown: Seen., language: ru, author: {ATO}}}",
        "disputes:\n  - {who: Rike\u00a0Holm (invented), says: No.}",
        "disputes:\n  - {who: Hauliers’ Association (invented), says: No.}",
        "disputes:\n  - {who: RIKE HOLM (INVENTED), says: No.}",
        "chain:\n  - {who: Ольга Петрова, text: A}\n  - {who: Olga Petrova, text: B}\n  - {who: علی, text: C}\n  - {who: 习近平, text: D}",
    ],
    ids=["tag", "article", "desk", "source", "blank", "apostrophe", "capitals", "scripts"],
)
def test_honest_names_are_let_be(fragments: str, check_base: CheckBase) -> None:
    assert check_base(fragments).of("CT110") == []


def test_what_other_rules_tell_of_a_name_is_not_told_again(check_base: CheckBase) -> None:
    checked = check_base(
        'disputes:\n  - {who: "Rike H\\u043Elm (invented)", says: No.}\n  - {who: "Rike Ho\\u200Blm (invented)", says: No.}'
    )

    assert [one.code for one in checked.findings] == ["CT123", "CT122"]
