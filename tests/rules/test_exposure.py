"""What is not for readers and stands where they can read it: internal sentences, editors' marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

APPROVED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
WHISPERED = "Her assistant told us of the second count"
SPREAD = "internal: |\n  Not to be named. Her assistant told us\n  of the second count. Ask again.\n"
TAKE_OUT = "take it out of the one or of the other"


def told(sentence: str) -> str:
    return f"the text repeats a sentence of `internal`, ‘{sentence}’; expected nothing of that in a text for readers -> {TAKE_OUT}"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("Thirty letters and blanks are.", 0), ("Thirty letters and blanks are it.", 1), ("Thirty letters and blanks are x.", 1)],
)
def test_a_sentence_is_looked_for_from_thirty_characters_on(sentence: str, found: int, check_base: CheckBase) -> None:
    assert len(sentence.rstrip(".")) >= 30 or not found
    record = f"{APPROVED}selection: So it is. {sentence} And so on.\ninternal: {sentence}\n"

    assert len(check_base(record).of("CT622")) == found


def test_a_sentence_of_an_internal_text_is_found_however_it_is_spread(check_base: CheckBase) -> None:
    record = f"{APPROVED}{SPREAD}selection:\n  en: It matters.\n  de: {WHISPERED.upper()}, as one hears.  # here\n"
    checked = check_base(record)

    assert checked.messages("CT622") == [f"here: {told(f'{WHISPERED}.')}"]
    assert [(place.file, place.message) for place in checked.of("CT622")[0].related] == [("town/example.yaml", "the internal text")]


@pytest.mark.parametrize(
    "record",
    [
        f"selection: {WHISPERED}.\n{SPREAD}",
        f"{APPROVED}chain: [{{who: She, text: {WHISPERED}}}]\n{SPREAD}",
        f"{APPROVED}disputes: [{{who: She, says: {WHISPERED}}}]\n{SPREAD}",
        f"{APPROVED}extra: {{a: {WHISPERED}}}\n{SPREAD}",
        f"{APPROVED}selection: Her assistant told us.\n{SPREAD}",
        f"{APPROVED}selection: {WHISPERED}.\n",
        f"{APPROVED}selection: {WHISPERED}.\n--- other.yaml\n{SPREAD}",
    ],
    ids=["not approved", "words of others", "a denial", "not public", "half of it", "nothing internal", "of another claim"],
)
def test_what_is_not_told_to_readers_or_is_no_secret(record: str, check_base: CheckBase) -> None:
    assert check_base(record).of("CT622") == []


def test_what_is_internal_to_an_article_stands_in_none_of_its_claims(check_base: CheckBase) -> None:
    claim = f"{APPROVED}selection: {WHISPERED}.  # here\n"

    assert check_base(f"{claim}--- article.yaml\n{SPREAD}").messages("CT622") == [f"here: {told(f'{WHISPERED}.')}"]
    article = f"--- article.yaml\n{SPREAD}for_all_claims: {{selection: {WHISPERED}}}  # here\n"
    assert check_base(APPROVED + article).messages("CT622") == [f"here: {told(f'{WHISPERED}.')}"]
    assert check_base(article).of("CT622") == []


def test_what_is_internal_to_the_desk_stands_in_no_text_of_the_desk(check_base: CheckBase) -> None:
    desk = f"--- desk.yaml\n{SPREAD}notice: {WHISPERED}.  # here\n"

    assert check_base(desk).messages("CT622") == [f"here: {told(f'{WHISPERED}.')}"]


def test_what_is_internal_to_the_desk_stands_in_no_claim_and_no_article(check_base: CheckBase) -> None:
    desk = f"--- desk.yaml\n{SPREAD}"
    claim = f"selection: {WHISPERED}.  # here\n"
    article = f"--- article.yaml\nfor_all_claims: {{selection: {WHISPERED}}}  # here\n"

    assert check_base(APPROVED + claim + desk).messages("CT622") == [f"here: {told(f'{WHISPERED}.')}"]
    (found,) = check_base(APPROVED + claim + desk).of("CT622")
    assert [(place.file, place.message) for place in found.related] == [("desk.yaml", "the internal text")]
    assert check_base(APPROVED + article + desk).messages("CT622") == [f"here: {told(f'{WHISPERED}.')}"]
    assert check_base(claim + desk).of("CT622") == []
    assert check_base(article + desk).of("CT622") == []


def test_a_long_sentence_is_shown_shortened(check_base: CheckBase) -> None:
    (found,) = check_base(f"{APPROVED}selection: {'very ' * 20}long\ninternal: {'very ' * 20}long\n").of("CT622")

    assert f"‘{'very ' * 15}very…’" in found.message


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("It matters. TODO", "TODO"),
        ("It matters FIXME.", "FIXME"),
        ("On the TBD of March", "TBD"),
        ("XXX lorries came", "XXX"),
        ("It was XXXX.", "XXXX"),
        ("So many???", "???"),
        ("So many [[source]].", "[[source]]"),
        ("Bitte prüfen!", "Bitte prüfen"),
        ("Please check the day.", "Please check"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("The day is TK.", "TK"),
        ("So it is [PRÜFEN].", "[PRÜFEN]"),
        ("So it is [PRÜFEN: welcher Tag?].", "[PRÜFEN: welcher Tag?]"),
        ("So it is [CHECK].", "[CHECK]"),
        ("See [CHECK](https://a.example/), and [check] the [CHECKPOINT].", None),
        ("Todo and methodology", None),
        ("Die XXX. Olympischen Spiele", None),
        ("So many??", None),
        ("See [[1]](https://a.example/).", None),
        ("Sie wollten es bitte noch prüfen", None),
        ("We check what we please", None),
        ("ATK and TKB", None),
    ],
)
def test_the_marks_of_editors(text: str, mark: str | None, check_base: CheckBase) -> None:
    record = f'{APPROVED}selection: "{text}"  # here\n'
    message = f"here: the text holds an editor's mark, ‘{mark}’; expected a text that readers can be shown"

    assert check_base(record).messages("CT623") == ([f"{message} -> do what it asks for, and take it out"] if mark else [])


@pytest.mark.parametrize(
    "record",
    [
        "selection: TODO\n",
        APPROVED + "selection: {en: So it is., de: Die TK zahlt es.}\n",
        APPROVED + "internal: TODO\n",
        APPROVED + "chain: [{who: She, text: TODO}]\n",
        APPROVED + "disputes: [{who: She, says: 'Why???'}]\n",
        APPROVED + "appearances: [{url: 'https://a.example/', title: XXX}]\n",
        APPROVED + "--- other.yaml\nselection: TODO\n",
        "--- article.yaml\nfor_all_claims: {selection: TODO}\n",
    ],
    ids=["a draft", "German", "internal", "words of others", "a denial", "a title", "another claim", "an article without approved claims"],
)
def test_no_mark_or_none_that_readers_see(record: str, check_base: CheckBase) -> None:
    assert check_base(record).of("CT623") == []


def test_marks_are_found_in_articles_and_in_published_claims_too(check_base: CheckBase) -> None:
    assert len(check_base(APPROVED + "--- article.yaml\nfor_all_claims: {selection: TODO}\n").of("CT623")) == 1
    assert len(check_base("published: 2026-02-20\nselection: TODO\n").of("CT623")) == 1
