"""Those of the rules CR01 to CR35 and MR01 to MR05 that only people can keep: each is a finding, and its opposite is none.

What an exporter keeps by construction stands in ``tests/exchange/test_markup_ids.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

APPROVED = "status: approved\nhistory: [{to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}]\n"
GOOGLE = '--- desk.yaml\nstandards: [google]\npages: {report: "mailto:errors@desk.example"}\n'


def short(length: int) -> str:
    """Return a short claim of so many characters in one language."""
    return f"short: {{en: {'Lorries ' * 20}, de: {'Zwei Lastwagen mehr als ein.'}}}\n".replace("Lorries " * 20, "L" * (length - 1) + ".")


def codes(checked: object) -> set[str]:
    """Return the codes of everything that was found."""
    return {one.code for one in checked.findings}  # type: ignore[attr-defined]  # what the fixture returns


def test_cr02_a_claim_without_html(check_base: CheckBase) -> None:
    bold = "statement: {en: The <b>old</b> bridge carried twice as many lorries., de: Die alte Brücke trug doppelt so viele.}\n"
    assert "CT636" in codes(check_base(APPROVED + bold + GOOGLE))
    assert "CT636" not in codes(check_base(APPROVED + bold.replace("<b>old</b>", "old") + GOOGLE))


def test_cr03_seventy_five_characters(check_base: CheckBase) -> None:
    assert "CT637" not in codes(check_base(APPROVED + short(75) + GOOGLE))
    assert "CT637" in codes(check_base(APPROVED + short(76) + GOOGLE))


def test_cr04_a_claim_that_begins_with_a_rating(check_base: CheckBase) -> None:
    said = "statement: {en: 'Refuted: the old bridge carried twice as many.', de: Die alte Brücke trug doppelt so viele.}\n"
    assert "CT306" in codes(check_base(said))
    assert "CT306" not in codes(check_base(said.replace("Refuted: the", "The")))


def test_cr06_a_shortened_address(check_base: CheckBase) -> None:
    assert "CT206" in codes(check_base('appearances: [{url: "https://bit.ly/3abcdef"}]\n'))
    assert "CT206" not in codes(check_base('appearances: [{url: "https://courier.example/bridge"}]\n'))


def scale(label: str, numbers: tuple[int, int] = (2, 1)) -> str:
    """Return a desk with a scale of its own whose first label is the given one."""
    return f"""{GOOGLE}scale:
  name: own
  version: 1
  ratings:
    - {{id: supported, number: {numbers[0]}, label: {{en: {label}, de: Ja}}, definition: {{en: It is so., de: Es ist so.}}}}
    - {{id: refuted, number: {numbers[1]}, label: {{en: No, de: Nein}}, definition: {{en: It is not so., de: Es ist nicht so.}}}}
"""


def test_cr11_forty_characters(check_base: CheckBase) -> None:
    assert "CT635" not in codes(check_base(scale("y" * 40)))
    assert "CT635" in codes(check_base(scale("y" * 41)))


def test_cr14_the_higher_number_is_the_truer_rating_and_each_has_its_own(check_base: CheckBase) -> None:
    assert {"CT634", "CT813"} & codes(check_base(scale("Yes"))) == set()
    assert "CT634" in codes(check_base(scale("Yes", (1, 2))))
    assert "CT813" in codes(check_base(scale("Yes", (1, 1))))


def test_cr21_a_placeholder_for_a_claimant(check_base: CheckBase) -> None:
    assert "CT641" in codes(check_base(APPROVED + "claimant: {name: Social media users, kind: group}\n" + GOOGLE))
    assert "CT641" not in codes(check_base(APPROVED + GOOGLE))


def test_cr23_somewhere_it_appeared(check_base: CheckBase) -> None:
    without = "--- article.yaml\nurl: ~\n"
    assert "CT642" in codes(check_base(APPROVED + GOOGLE + without))
    assert "CT642" not in codes(check_base(APPROVED + GOOGLE))


def test_cr24_no_article_on_the_site_of_the_desk(check_base: CheckBase) -> None:
    assert "CT643" in codes(check_base(APPROVED + GOOGLE + '--- article.yaml\nurl: "https://desk.example/a"\n'))
    assert "CT643" not in codes(check_base(APPROVED + GOOGLE))


def test_cr29_a_rating_that_is_explained_in_two_sentences_at_most(check_base: CheckBase) -> None:
    def verdict(summary: str) -> str:
        return f"verdict: {{rating: supported, summary: {summary}, rationale: '[@count-2026] [@count-2025] [@survey] [@holm-letter]'}}\n"

    no_translation = GOOGLE.replace("standards", "languages: [en]\nstandards")
    assert "CT639" in codes(check_base(APPROVED + verdict("It is so. It was so. It will be so.") + no_translation))
    assert {"CT638", "CT639"} & codes(check_base(APPROVED + verdict("It is so. It was so.") + no_translation)) == set()


MEDIA = "media_review: {{categories: [{0}]}}\n"


def test_mr02_an_original_that_is_altered(check_base: CheckBase) -> None:
    assert "CT651" in codes(check_base(APPROVED + MEDIA.format("OriginalMediaContent, StagedContent") + GOOGLE))
    assert "CT651" not in codes(check_base(APPROVED + MEDIA.format("StagedContent") + GOOGLE))


def test_mr03_what_is_out_of_context_has_a_context(check_base: CheckBase) -> None:
    told = "media_review: {categories: [DecontextualizedContent], original_context: {en: A fair in 2019., de: Ein Jahrmarkt 2019.}}\n"
    assert "CT652" in codes(check_base(APPROVED + MEDIA.format("DecontextualizedContent") + GOOGLE))
    assert "CT652" not in codes(check_base(APPROVED + told + GOOGLE))


def test_mr04_what_was_changed_has_an_original(check_base: CheckBase) -> None:
    told = 'media_review: {categories: [TransformedContent], original: "https://photo.example/1"}\n'
    assert "CT653" in codes(check_base(APPROVED + MEDIA.format("TransformedContent") + GOOGLE))
    assert "CT653" not in codes(check_base(APPROVED + told + GOOGLE))
