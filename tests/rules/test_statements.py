"""One sentence to a statement, and statements that say nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

ONE = "In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2025."
TWO = "The old bridge carried twice as many lorries. The council wants to close it."
AGAIN = "The old bridge of Alderford carried twice as many lorries in January 2026 as in January 2025."


def test_a_statement_of_two_sentences_is_told_with_where_the_second_begins(check_base: CheckBase) -> None:
    assert check_base(f"statement: {TWO}  # here").messages("CT119") == [
        (
            "here: the statement holds 2 sentences; expected one; the second begins with ‘The council wants to close it.’"
            " -> record each claim by itself, or say it in one sentence"
        )
    ]


def test_only_the_reference_language_is_counted(check_base: CheckBase) -> None:
    german = "Die alte Brücke ist voll. Der Rat will sie sperren."

    assert check_base(f"statement:\n  en: {ONE}\n  de: {german}").of("CT119") == []
    assert check_base(f"statement:\n  en: {TWO}  # here\n  de: {german}").messages("CT119")[0].startswith("here: ")
    assert check_base(f"statement:\n  de: {german}").of("CT119") == []


@pytest.mark.parametrize(
    ("status", "asked"), [("draft", False), ("researching", False), ("in-review", True), ("declined", False), ("no-such-status", False)]
)
def test_a_statement_is_asked_to_be_one_where_a_conclusion_is(status: str, *, asked: bool, check_base: CheckBase) -> None:
    assert bool(check_base(f"status: {status}\nstatement: {TWO}").of("CT119")) is asked


def test_what_is_published_is_asked_whatever_its_status(check_base: CheckBase) -> None:
    assert len(check_base(f"status: draft\npublished: 2026-02-20\nstatement: {TWO}").of("CT119")) == 1


SPEECH = """
--- speeches/lorries-again.yaml
status: {status}
authors: [ines]
statement: {statement}  # here
quote: Twice as many
appearances: [{{url: "https://video.example/council-2026-02-02"}}]
{more}
"""


def speech(statement: str = AGAIN, status: str = "draft", more: str = "") -> str:
    return SPEECH.format(statement=statement, status=status, more=more)


def test_the_later_of_two_ids_is_told_with_the_place_of_the_earlier(check_base: CheckBase) -> None:
    checked = check_base(speech())

    assert checked.messages("CT120") == [
        (
            "here: the statement says nearly the same as that of ‘example’, and no relation says how they stand to each other"
            " -> say it under `relations`, such as `variant-of: example`"
        )
    ]
    (related,) = checked.of("CT120")[0].related
    assert (related.file, related.span.line, related.message) == ("town/example.yaml", 5, "the other statement is here")


def test_a_statement_that_stands_for_the_third_time_names_both(check_base: CheckBase) -> None:
    third = speech().replace("lorries-again", "town-crier").replace("  # here", "")

    assert [one.message.partition(",")[0] for one in check_base(speech() + third).of("CT120")] == [
        "the statement says nearly the same as that of ‘example’",
        "the statement says nearly the same as that of ‘example’ and ‘lorries-again’",
    ]


@pytest.mark.parametrize(
    "fragments",
    [
        speech(more="relations: [{same-topic: example}]"),
        "relations: [{embeds: lorries-again}]\n" + speech(),
        "relations: [{repeats: other}]\n" + speech(more="relations: [{duplicate-of: other}]"),
        speech(status="declined", more="reasons: {declined: It is the same.}"),
        speech(status="duplicate", more="reasons: {duplicate: It is the same.}"),
        speech(more="reasons: {declined: It is the same.}"),
        speech(more="retracted: {on: 2026-03-01, notice: Taken back.}"),
        speech(statement=AGAIN.replace("2026", "2024")),
        speech(statement=AGAIN.replace("Alderford", "Brackham")),
        speech(statement="{de: Im Januar 2026 fuhren doppelt so viele Lastwagen.}"),
        speech().replace("--- speeches/", "--- town/"),
        speech(more="").replace('{url: "https://video.example/council-2026-02-02"}', "{article: town}"),
    ],
    ids=[
        "related",
        "related from the other side",
        "one original",
        "declined",
        "duplicate",
        "reason only",
        "retracted",
        "number",
        "name",
        "language",
        "article",
        "appearance",
    ],
)
def test_claims_that_know_each_other_or_are_others_are_let_be(fragments: str, check_base: CheckBase) -> None:
    assert check_base(fragments).of("CT120") == []


def test_a_folder_that_is_no_article_may_hold_one_claim_twice(check_base: CheckBase) -> None:
    statement = "The ferry was on time every day of the winter."
    twice = speech(statement).replace("  # here", "") + speech(statement).replace("lorries-again", "lorries-later")

    assert [one.file for one in check_base(twice).of("CT120")] == ["speeches/lorries-later.yaml"]


def test_claims_that_know_each_other_hide_no_stranger(check_base: CheckBase) -> None:
    chain = "relations: [{repeats: other}]\n" + speech(more="relations: [{repeats: example}]")
    unrelated = speech().replace("lorries-again", "town-crier").replace("  # here", "")

    assert [one.message.partition(",")[0] for one in check_base(chain + unrelated).of("CT120")] == [
        "the statement says nearly the same as that of ‘example’ and ‘lorries-again’"
    ]


@pytest.mark.parametrize(
    ("firsts", "told"), [((False, False), 0), ((False, True), 0), ((True, False), 0), ((True, True), 1), ((True,) * 3, 2)]
)
def test_a_claim_has_one_first_appearance(firsts: tuple[bool, ...], told: int, check_base: CheckBase) -> None:
    entries = (f"  - {{url: 'https://a.example/{place}'{', first: yes' if first else ''}}}\n" for place, first in enumerate(firsts))

    assert [one.message for one in check_base("appearances:\n" + "".join(entries)).of("CT129")] == [
        "another appearance is said to be the first already; expected one"
    ] * told
