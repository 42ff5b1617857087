"""Texts in several languages, and what cannot be seen in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("en-GB", "did you mean ‘en’?"),
        ("ne", "did you mean ‘en’?"),
        ("fr", "correct the tag, or add the language to `languages` in the desk record"),
    ],
)
def test_a_language_of_no_reader_is_named(tag: str, hint: str, check_base: CheckBase) -> None:
    assert check_base(f"selection:\n  {tag}: Because.  # here").messages("CT121") == [
        f"here: ‘{tag}’ is no language of this desk; expected en or de -> {hint}"
    ]


def test_the_language_of_words_in_the_chain_is_free(check_base: CheckBase) -> None:
    chain = "chain:\n  - {who: A reporter (invented), text: deux fois plus, language: fr}"

    assert check_base(chain).of("CT121") == []


@pytest.mark.parametrize("file", ["town/example.yaml", "sources.yaml", "article.yaml", "desk.yaml"])
def test_invisible_characters_are_found_in_every_record(file: str, check_base: CheckBase) -> None:
    fragments = {
        "town/example.yaml": 'internal: "\\u200B"\nlocation: "by the \\u200Bbridge"  # here',
        "sources.yaml": '--- sources.yaml\nhaulier-survey:\n  unknown: On paper.\n  title: "by the \\u200Bbridge"  # here',
        "article.yaml": '--- article.yaml\ntitle: "by the \\u200Bbridge"  # here',
        "desk.yaml": '--- desk.yaml\nnotice: "by the \\u200Bbridge"  # here',
    }

    assert check_base(fragments[file]).messages("CT122") == [
        "here: the text holds an invisible character, ZERO WIDTH SPACE, behind ‘by the’ -> write the word once more by hand"
    ]


def test_several_invisible_characters_of_a_text_are_one_finding(check_base: CheckBase) -> None:
    assert check_base('location: "\\u00ADa\\u00ADb"  # here').messages("CT122") == [
        "here: the text holds an invisible character, SOFT HYPHEN, at the beginning, and 1 more -> write the word once more by hand"
    ]


def test_joiners_of_persian_and_of_emoji_are_let_be(check_base: CheckBase) -> None:
    assert check_base("location: می\u200cخواهم 👨\u200d👩\u200d👧\u200f").findings == ()


def test_an_outlet_with_a_borrowed_letter_is_found(check_base: CheckBase) -> None:
    fragments = '--- article.yaml\npublisher: "Alderford C\\u043Eurier"  # here'

    assert check_base(fragments).messages("CT123") == [
        (
            "here: the word ‘C\u043eurier’ mixes Latin letters such as U+0043 and Cyrillic ones such as U+043E"
            " -> write the word once more by hand, in one script"
        )
    ]


def test_numbers_of_each_further_language_are_held_against_the_first(check_base: CheckBase) -> None:
    fragments = """\
--- desk.yaml
languages: [en, de, fr]
--- town/example.yaml
headline:
  en: 620 lorries a day in 2026
  de: 620 Lastwagen am Tag im Jahr 2026
  fr: 630 camions par jour en 2026  # here
"""

    assert check_base(fragments).messages("CT124") == [
        "here: the numbers differ between the languages; only en has ‘620’, only fr has ‘630’ -> correct the one that is wrong"
    ]


def test_of_three_languages_the_odd_one_out_is_named_once(check_base: CheckBase) -> None:
    fragments = """\
--- desk.yaml
languages: [en, de, fr]
--- town/example.yaml
headline:
  en: 260 lorries a day in 2026  # here
  de: 620 Lastwagen am Tag im Jahr 2026
  fr: 620 camions par jour en 2026
"""

    assert check_base(fragments).messages("CT124") == [
        "here: the numbers differ between the languages; only de has ‘620’, only en has ‘260’ -> correct the one that is wrong"
    ]


def test_three_languages_with_three_numbers_are_two_findings(check_base: CheckBase) -> None:
    desk = "--- desk.yaml\nlanguages: [en, de, fr]\n--- town/example.yaml\n"
    headline = "headline:\n  en: 260 lorries\n  de: 620 Lastwagen\n  fr: 630 camions"

    assert [one.message.partition("; ")[2] for one in check_base(desk + headline).of("CT124")] == [
        "only en has ‘260’, only de has ‘620’",
        "only en has ‘260’, only fr has ‘630’",
    ]


def test_a_number_that_only_one_language_gives_is_told(check_base: CheckBase) -> None:
    assert check_base("headline:\n  en: 620 lorries a day\n  de: Sehr viele Lastwagen  # here").messages("CT124") == [
        "here: the numbers differ between the languages; only en has ‘620’ -> give the number in every language, or in none"
    ]
    assert check_base("headline:\n  en: 14 kilometres\n  de: Vierzehn Kilometer").of("CT124") == []


def test_what_is_cited_is_no_number(check_base: CheckBase) -> None:
    rationale = "  rationale:\n    en: It counted them [@count-620].\n    de: Es hat sie gezählt."

    assert check_base("verdict:\n  rating: supported\n" + rationale).of("CT124") == []


def test_citations_that_either_language_has_alone_are_named(check_base: CheckBase) -> None:
    fragments = """\
verdict:
  rating: supported
  summary: It counted twice as many.
  rationale:
    en: It counted 620 [@count-2026], and the hauliers say so [@survey].
    de: Es zählte 620 [@count-2026], davor 310 [@count-2025].  # here
"""

    assert check_base(fragments).messages("CT125") == [
        (
            "here: the languages cite different evidence; only en cites ‘survey’, only de cites ‘count-2025’"
            " -> cite the same evidence in all languages"
        )
    ]


_ONLY_GERMAN = "the text is given in de and not in en, the desk's first language -> write it in en too"


def test_every_text_of_the_desk_is_there_in_its_first_language(check_base: CheckBase) -> None:
    assert check_base("--- desk.yaml\nnotice: {de: Alles erfunden}  # here").messages("CT126") == [f"here: {_ONLY_GERMAN}"]
    assert check_base("--- desk.yaml\nnotice: Alles erfunden").of("CT126") == []
    assert check_base("--- desk.yaml\nnotice: {en: All invented}").of("CT126") == []


def test_a_wrong_tag_is_told_once(check_base: CheckBase) -> None:
    checked = check_base("--- desk.yaml\nnotice: {da: Alles erfunden}  # here")

    assert [checked.place(one) for one in checked.of("CT121")] == ["here"]
    assert checked.of("CT126") == []


@pytest.mark.parametrize(
    ("fragments", "files"),
    [
        ("status: in-review", []),
        ("status: approved", ["sources.yaml", "town/article.yaml", "town/example.yaml"]),
        ("published: 2026-03-01", ["sources.yaml", "town/article.yaml", "town/example.yaml"]),
    ],
)
def test_a_claim_and_what_it_rests_on_are_asked_once_readers_are_near(fragments: str, files: list[str], check_base: CheckBase) -> None:
    only_german = """
selection: {de: Der Rat entscheidet darüber im März.}
--- article.yaml
publisher: {de: Kurier}
--- sources.yaml
bridge-count:
  url: "https://roads.example/bridge-count-2026"
  title: Bridge counts
  publisher: {de: Straßenamt}
  published: 2026-02-02
  level: primary
  origin: roads-office
  seen: live
unused:
  unknown: {de: Auf Papier}
"""
    assert [one.file for one in check_base(fragments + only_german).of("CT126")] == files


def test_what_a_status_demands_in_all_languages_is_told_there_and_not_twice(check_base: CheckBase) -> None:
    headline = "headline: {de: 620 Lastwagen am Tag}\n"

    assert check_base("status: approved\n" + headline).of("CT126") == []
    assert [one.message for one in check_base("published: 2026-03-01\n" + headline).of("CT126")] == [_ONLY_GERMAN.partition(" -> ")[0]]


def test_a_disguised_word_is_found_in_names_and_in_addresses(check_base: CheckBase) -> None:
    assert check_base('claimant: {name: "\\u0421\\u043E\\u0440\\u0435 Holm", role: Councillor}  # here').messages("CT127") == [
        (
            "here: the word ‘\u0421\u043e\u0440\u0435’ looks Latin, and all of its letters are Cyrillic, such as U+0421"
            " -> write the word once more by hand"
        )
    ]
    assert check_base("claimant: {name: ТАСС, kind: organisation}").of("CT127") == []


def test_a_translation_is_not_asked_for_in_the_language_of_the_quote(check_base: CheckBase) -> None:
    evidence = """\
status: approved
evidence:
  - id: count-2026
    source: bridge-count
    stance: supports
    quote: 620 lorries a day
    translation: {de: 620 Lastwagen am Tag}
"""
    in_french = "--- sources.yaml\nbridge-count: {unknown: Seen., language: fr}"

    assert check_base(evidence).of("CT126") == []
    assert [one.file for one in check_base(evidence + in_french).of("CT126")] == ["town/example.yaml"]


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("<b>620</b> lorries", "<b>"),
        ("620 lorries<br/>a day", "<br/>"),
        ("<SCRIPT src='https://a.example/x.js'>", "<SCRIPT src='https://a.example/x.js'>"),
        ("620 <!-- 310 --> lorries", "<!--"),
        ("`<b>` is shown", "<b>"),
        ("< 5 %, and a < b > c", None),
        ("I <3 lorries", None),
        ("see <https://a.example/>", None),
        ("x <y> z", None),
    ],
)
def test_tags_of_html_are_told_and_other_angle_brackets_are_not(words: str, html: str | None, check_base: CheckBase) -> None:
    message = f"here: the text has HTML in it, ‘{html}’; expected plain text -> take it out"

    assert check_base(f'headline: "{words}"  # here').messages("CT128") == ([message] if html else [])


def test_a_rationale_may_show_tags_as_code_and_is_told_of_markdown(check_base: CheckBase) -> None:
    verdict = "verdict:\n  rating: supported\n  summary: So it is.\n  rationale: "
    hint = "take it out, or write it in Markdown: `**bold**`, `*italic*`, `[text](address)`, an empty line between paragraphs"

    assert check_base(f'{verdict}"It shows `<script>` in the page."').of("CT128") == []
    assert check_base(f'{verdict}"<script>x</script> It counted."  # here').messages("CT128") == [
        f"here: the text has HTML in it, ‘<script>’; expected plain text -> {hint}"
    ]


def test_what_others_wrote_may_have_tags_and_claims_in_search_results_have_a_rule_of_their_own(check_base: CheckBase) -> None:
    assert check_base("chain: [{who: She, text: '<b>Twice</b>'}]").of("CT128") == []
    assert len(check_base("statement: <b>Twice</b> as many lorries.").of("CT128")) == 1
    assert check_base("statement: <b>Twice</b> as many lorries.\n--- desk.yaml\nstandards: [google]").of("CT128") == []
