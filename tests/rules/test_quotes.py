"""Quotes against the article's text: what the hints say, and where the bounds of quoting are."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.checking import check
from claimtrack.loading import load

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

NOT_THERE = "here: these words do not stand in the text of ‘town’"


def article(text: str) -> str:
    """Return fragments that put another text in place of the article's, with its right hash and length; a line break ends it."""
    digest = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    recorded = f"text: {{sha256: {digest}, length: {len(text) + 1}}}"
    return f"--- article.txt\n{text}\n--- article.yaml\n{recorded}\n--- other.yaml\nquote: {text[:5]}\n"


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("twice as many trucks as", "the nearest passage, at 93-117, is ‘twice as many lorries as’ (5 characters differ)"),
        ("620 lorries per day", "the nearest passage, at 197-214, is ‘620 lorries a day’ (3 characters differ)"),
        ('"The bridge was', "only quotation marks, dashes or apostrophes differ; at 130-145 stands ‘“The bridge was’"),
        ("The bridge was built … for oxen", "copy the words from the text; nothing there comes near"),
        ("It will rain tomorrow in Paris", "copy the words from the text; nothing there comes near"),
    ],
)
def test_a_wrong_quote_is_told_what_comes_nearest(quote: str, hint: str, check_base: CheckBase) -> None:
    assert check_base(f"quote: {quote!r}  # here").messages("CT111") == [f"{NOT_THERE} -> {hint}"]


def test_words_beside_the_wrong_ones_are_told_apart_from_words_that_are_nowhere(check_base: CheckBase) -> None:
    assert check_base("quote: {exact: lorries a day, prefix: 310}  # here").messages("CT111") == [
        "here: these words stand in the text of ‘town’, but not beside those that `prefix` and `suffix` give -> they stand at 201-214"
    ]


def test_a_position_that_is_off_by_one_is_told_the_right_one(check_base: CheckBase) -> None:
    assert check_base("quote: {exact: twice as many lorries as a year ago, at: 92-127}  # here").messages("CT112") == [
        "here: these words do not stand at 92-127 of ‘town’; found there ‘twice as many lorries as a year ag’ -> they stand at 93-128"
    ]


def test_positions_are_code_points_and_not_bytes_or_utf16(check_base: CheckBase) -> None:
    text = "😀😀 über die Brücke"
    fragments = article(text)

    assert check_base("quote: {exact: über die, at: 3-11}\n" + fragments).of("CT112") == []
    assert len(check_base("quote: {exact: über die, at: 5-13}\n" + fragments).of("CT112")) == 1


def test_quotes_of_problems_passages_and_appearances_are_held_against_the_text_too(check_base: CheckBase) -> None:
    checked = check_base(
        """\
appearances:
  - {article: town, quote: A quote that nobody wrote, at: 1-9}  # here
--- article.yaml
problems:
  - {quote: Another that nobody wrote, at: 1-9, category: wording, what: It is wrong.}
  - {quote: The mayor, at: 1-10, category: wording, what: It is wrong.}
not_checked:
  - {quote: lorries, why: Too short to be found once.}
"""
    )

    assert sorted((one.code, checked.place(one)) for one in checked.findings) == [
        ("CT111", "here"),
        ("CT111", "town/article.yaml:13"),
        ("CT112", "town/article.yaml:14"),
        ("CT113", "town/article.yaml:16"),
    ]


def test_a_text_that_is_not_the_recorded_one_is_said_once_and_quotes_are_let_be(check_base: CheckBase) -> None:
    checked = check_base("quote: nobody wrote this\n--- article.txt\nQuite another text.")

    assert [(one.code, one.file) for one in checked.findings] == [("CT115", "town/article.yaml")]


def test_a_wrong_length_is_said_and_quotes_are_still_held_against_the_text(check_base: CheckBase) -> None:
    digest = "a87a505dc5de5eb3e8ae566af1cb813e2a538c917e1fb63c09be91ca14848ff0"
    checked = check_base(f"quote: nobody wrote this\n--- article.yaml\ntext: {{sha256: {digest}, length: 872}}  # here")

    assert checked.messages("CT115") == [
        "here: the text has 864 characters; found a length of 872 -> write 864; characters are code points, not bytes"
    ]
    assert len(checked.of("CT111")) == 1


def test_a_text_that_is_not_at_hand_is_one_note_that_counts_the_quotes(check_base: CheckBase) -> None:
    checked = check_base("quote: nobody wrote this\n--- article.txt\n")

    assert [f"{one.code}: {one.message}" for one in checked.findings] == [
        "CT116: the text of ‘town’ is not at hand; 2 quotes of 2 claims were not held against it"
    ]


@pytest.mark.parametrize(("at", "count"), [("829-864", 0), ("830-865", 1), ("999999990-999999999", 1)])
def test_a_position_may_end_where_the_text_ends(at: str, count: int, check_base: CheckBase) -> None:
    checked = check_base(f"quote: {{exact: twice as many lorries as a year ago, at: {at}}}\n--- article.txt\n")

    assert len(checked.of("CT114")) == count


def test_a_position_beyond_the_text_is_told_as_that_when_the_text_is_at_hand(check_base: CheckBase) -> None:
    checked = check_base("quote: {exact: twice as many lorries as a year ago, at: 9000-9035}  # here")

    assert checked.messages("CT114") == [
        "here: the position 9000-9035 lies beyond the text of ‘town’, which has 864 characters -> they stand at 93-128"
    ]
    assert checked.of("CT112") == []


def test_words_that_stand_nowhere_are_told_without_their_position(check_base: CheckBase) -> None:
    checked = check_base("quote: {exact: thrice as many lorries as a year ago, at: 9000-9036}")

    assert len(checked.of("CT111")) == 1
    assert [*checked.of("CT112"), *checked.of("CT114")] == []


@pytest.mark.parametrize(("length", "count"), [(40, 0), (41, 1)])
def test_a_quote_may_be_as_long_as_the_desk_allows(length: int, count: int, check_base: CheckBase) -> None:
    text = "x" * length
    checked = check_base(f"quote: {text}  # here\n--- desk.yaml\nlimits: {{quote: 40}}\n" + article(text))

    assert [one.message for one in checked.of("CT117") if checked.place(one) == "here"] == [
        "the quote has 41 characters; expected at most 40, which is the desk's limit"
    ] * count


def test_what_a_quote_leaves_out_is_not_counted(check_base: CheckBase) -> None:
    quote = "On Monday councillor Rike Holm … 620 lorries a day"
    checked = check_base(f"quote: {quote}  # here\n--- desk.yaml\nlimits: {{quote: {len(quote) - 3}}}")

    assert [one for one in checked.of("CT117") if checked.place(one) == "here"] == []


def test_quotes_of_evidence_have_the_same_bound(check_base: CheckBase) -> None:
    longest = "Our members report about twice as many crossings as last winter."
    within, beyond = (check_base(f"--- desk.yaml\nlimits: {{quote: {limit}}}").of("CT117") for limit in (len(longest), len(longest) - 1))

    assert within == []
    assert [one.message for one in beyond] == ["the quote has 64 characters; expected at most 63, which is the desk's limit"]


@pytest.mark.parametrize(
    ("limit", "problems", "share"),
    [
        ("6.8", "", "59 of its 864 characters (6.8 %)"),
        ("6.83", "", None),
        ("6.83", "{quote: as many lorries, at: 99-114, category: wording, what: x}", None),
        ("6.83", "{quote: The mayor, category: wording, what: x}", "68 of its 864 characters (7.9 %)"),
        ("6.83", "{quote: On … bridge, at: 0-76, category: wording, what: x}", "67 of its 864 characters (7.8 %)"),
    ],
)
def test_quotes_together_cover_each_character_once(limit: str, problems: str, share: str | None, check_base: CheckBase) -> None:
    fragments = f"--- desk.yaml\nlimits: {{quotes_of_article: {limit} %}}\n--- article.yaml\nproblems: [{problems}]"

    assert [one.message for one in check_base(fragments).of("CT118")] == (
        [f"the quotes of ‘town’ together repeat {share}; expected at most {limit} %"] if share else []
    )


@pytest.mark.parametrize(("length", "count"), [(40, 0), (41, 1)])
def test_quotes_may_cover_exactly_the_share_that_the_desk_allows(length: int, count: int, check_base: CheckBase) -> None:
    text = "".join(chr(ord("a") + number % 26) + str(number) for number in range(100))[:99]
    checked = check_base(f"quote: {text[:length]}\n--- desk.yaml\nlimits: {{quotes_of_article: 40 %}}\n" + article(text))

    assert len(checked.of("CT118")) == count


def test_without_the_text_quotes_without_a_position_count_by_their_length(check_base: CheckBase) -> None:
    fragments = "quote: twice as many lorries as a year ago\n--- desk.yaml\nlimits: {quotes_of_article: 6.8 %}\n--- article.txt\n"

    assert [one.message for one in check_base(fragments).of("CT118")] == [
        "the quotes of ‘town’ together repeat 59 of its 864 characters (6.8 %); expected at most 6.8 %"
    ]


def test_the_longest_quote_is_pointed_at_and_the_next_five_are_named(check_base: CheckBase) -> None:
    words = ["On Monday", "the bridge", "the council", "the councillor", "the", "a"]
    problems = "".join(f"  - {{category: wording, what: x, quote: {one}}}\n" for one in words)
    limits = "--- desk.yaml\nlimits: {quotes_of_article: 5 %}\n--- article.yaml\n"
    checked = check_base(f"quote: twice as many lorries as a year ago  # here\n{limits}problems:\n{problems}")

    assert checked.messages("CT118") == [
        (
            "here: the quotes of ‘town’ together repeat 103 of its 864 characters (11.9 %); expected at most 5 %"
            " -> shorten the longest quotes to the words that identify them; this is the longest one"
        )
    ]
    assert [(one.file, one.message) for one in checked.of("CT118")[0].related] == [
        ("town/other.yaml", "24 characters"),
        ("town/article.yaml", "14 characters"),
        ("town/article.yaml", "11 characters"),
        ("town/article.yaml", "10 characters"),
        ("town/article.yaml", "9 characters"),
    ]


def test_every_quote_of_the_shipped_claims_stands_where_they_say(repository: Path, external_material: Path, tmp_path: Path) -> None:
    text = (external_material / "dossier" / "article.txt").read_bytes()
    (tmp_path / "xi-putin-call.txt").write_bytes(text)
    project, _ = load(repository / "claims", snapshots=tmp_path)

    assert len(project.snapshots) == 1
    assert [one for one in check(project) if one.code.startswith("CT11")] == []


def test_a_position_that_is_far_off_does_not_count_as_quoted(check_base: CheckBase) -> None:
    checked = check_base("--- other.yaml\nquote: {exact: detours of 14 kilometres, at: 999999-9999999}\n")
    assert [(one.code, one.file, one.span.line) for one in checked.findings] == [("CT114", "town/other.yaml", 6)]


def test_two_positions_for_one_quote_are_one_too_many(check_base: CheckBase) -> None:
    appearance = "appearances:\n  - {{article: town, quote: {{exact: The mayor, at: 322-331}}, at: {}}}  # here"

    assert check_base(appearance.format("322-331")).of("CT112") == []
    assert check_base(appearance.format("321-331")).messages("CT112") == [
        "here: the quote is said to stand at 322-331 and at 321-331; expected one position -> delete the one that is wrong"
    ]


@pytest.mark.parametrize(
    ("quote", "at", "message"),
    [
        ("twice as many lorries as a year ago", "93-128", None),
        ("twice as many lorries as a year ago", "93-121", None),
        ("twice as many lorries as a year ago", "93-120", "the position 93-120 spans 27 characters, and the quote has 35"),
        ("twice as many lorries as a year ago", "93-183", None),
        ("twice as many lorries as a year ago", "93-184", "the position 93-184 spans 91 characters, and the quote has 35"),
        ("twice as many … year ago", "93-600", None),
        ("twice as many … year ago", "93-110", "the position 93-110 spans 17 characters, and the quote has 24"),
        ('"Zoe\\u0308"', "93-96", None),
        ('"Zoe\\u0308"', "93-95", "the position 93-95 spans 2 characters, and the quote has 4"),
    ],
)
def test_without_the_text_a_position_that_cannot_hold_the_words_is_found(
    quote: str, at: str, message: str | None, check_base: CheckBase
) -> None:
    found = check_base(f"quote: {{exact: {quote}, at: {at}}}  # here\n--- article.txt\n").messages("CT112")

    assert found == ([f"here: {message} -> look the position up in the text"] if message else [])


@pytest.mark.parametrize(
    ("times", "told"), [(1, None), (2, "2 times"), (19, "19 times"), (20, "20 times or more"), (40, "20 times or more")]
)
def test_words_that_stand_in_several_places_are_counted_up_to_a_bound(times: int, told: str | None, check_base: CheckBase) -> None:
    message = f"these words stand {told} in the text of ‘town’, first at 6-10 and at 15-19"
    hint = "say which passage is meant with `at`, `prefix` or `suffix`"

    found = check_base("quote: oxen  # here\n" + article(f"First {'oxen and ' * times}no more")).messages("CT113")
    assert found == ([f"here: {message} -> {hint}"] if told else [])


def test_a_position_tells_which_of_several_passages_is_meant(check_base: CheckBase) -> None:
    fragments = article("First oxen and oxen and no more")

    assert check_base("quote: {exact: oxen, at: 15-19}\n" + fragments).of("CT113") == []
    assert check_base("quote: {exact: oxen, at: 16-20}  # here\n" + fragments).messages("CT112") == [
        "here: these words do not stand at 16-20 of ‘town’; found there ‘xen’ -> they stand at 6-10 and 15-19"
    ]
