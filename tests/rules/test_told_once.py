"""One fault is told once, where several rules could tell of it."""

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
EVIDENCE = """
computed:
letters: []
evidence:
  - {id: FIRST, source: bridge-count, stance: supports}
  - {id: survey, source: haulier-survey, stance: supports}
"""
VERDICT = "verdict: {rating: supported, summary: So., rationale: {en: 'It is so [@EN], they say [@survey].', de: 'Es ist so [@DE].'}}\n"


def reasoning(english: str, german: str) -> str:
    return VERDICT.replace("EN", english).replace("DE", german)


def test_a_citation_mistyped_in_one_language_is_no_difference_between_the_languages(check_base: CheckBase) -> None:
    def codes(first: str, second: str) -> list[str]:
        found = check_base(EVIDENCE.replace("FIRST", "count") + reasoning(first, second)).findings
        return [one.code for one in found if one.code in {"CT125", "CT223"}]

    assert codes("count", "count") == ["CT125"]
    assert codes("cuont", "count") == ["CT223"]
    assert codes("count", "cuont") == ["CT223"]
    assert codes("cuont", "cuont") == ["CT223", "CT125", "CT223"], "both say the same of what is not there, and one cites more"


def test_the_same_id_twice_hides_what_the_reasoning_and_letters_cite(check_base: CheckBase) -> None:
    reply = "letters: [{to: Rike Holm, about: claim, on: 2026-02-10, outcome: replied, reply: count}]\n"
    twice = EVIDENCE.replace("FIRST", "survey").replace("letters: []\n", reply) + reasoning("count", "count")

    assert [one.code for one in check_base(twice).findings if one.code in {"CT222", "CT223", "CT224"}] == ["CT222"]


def test_terms_without_a_calculation_are_one_finding(check_base: CheckBase) -> None:
    def terms(stance: str) -> str:
        return f"""
computed:
evidence:
  - id: count-2026
    source: bridge-count
    stance: term  # here
    quantity: {{value: 620, unit: lorry}}
  - {{id: count-2025, source: bridge-count, stance: {stance}, quantity: {{value: 310, unit: lorry}}}}
  - {{id: survey, source: haulier-survey, stance: supports}}
  - {{id: holm-letter, source: letter-of-councillor, stance: context}}
"""

    hint = "add `computed`, or let the stances say what the evidence does to the claim"
    checked = check_base(terms("term"))
    assert checked.messages("CT317") == [f"here: ‘count-2026’ and ‘count-2025’ are terms, and the claim has no calculation -> {hint}"]
    assert [place.message for one in checked.of("CT317") for place in one.related] == ["a term too"]
    assert check_base(terms("context")).messages("CT317") == [f"here: ‘count-2026’ is a term, and the claim has no calculation -> {hint}"]


@pytest.mark.parametrize(
    ("standards", "left_out", "told"),
    [
        ("[ifcn, efcsn]", "funding", {"CT831": "ifcn and efcsn"}),
        ("[ifcn, efcsn]", "team", {"CT831": "ifcn"}),
        ("[ifcn]", "funding", {"CT831": "ifcn"}),
        ("[efcsn]", "funding", {"CT832": "efcsn"}),
    ],
)
def test_a_page_that_two_standards_ask_for_is_missing_once(
    standards: str, left_out: str, told: dict[str, str], check_base: CheckBase
) -> None:
    names = [one for one in ("methodology", "selection", "corrections", "funding", "team", "complaints", "submit") if one != left_out]
    pages = "".join(f"  {name}: https://desk.example/{name}\n" for name in names)
    checked = check_base(f"--- desk.yaml\nstandards: {standards}\npages:  # here\n{pages}")

    hint = f"add `{left_out}: https://…` under `pages`"
    for code in ("CT831", "CT832"):
        message = f"here: the desk has adopted {told.get(code)} and names no page for `{left_out}`; expected its address -> {hint}"
        assert checked.messages(code) == ([message] if code in told else [])


def test_an_article_that_is_not_there_may_be_where_the_claim_appeared(check_base: CheckBase) -> None:
    google = '--- desk.yaml\nstandards: [google]\npages: {report: "mailto:errors@desk.example"}\n'
    nowhere = "--- article.yaml\nurl: ~\nunknown: ~\n--- town/example.yaml\n"

    def codes(appearance: str) -> list[str]:
        found = check_base(f"{APPROVED}appearances: [{appearance}]\n{google}{nowhere}").findings
        return [one.code for one in found if one.code in {"CT107", "CT642"}]

    assert codes("{title: Meeting}") == ["CT642"]
    assert codes("{article: twon}") == ["CT107"]


def test_missing_evidence_is_told_once_and_not_its_consequences(check_base: CheckBase) -> None:
    nothing = "evidence: []\ncomputed:\nletters: [{to: Rike Holm, about: claim, on: 2026-02-10}]\n"
    verdict = "verdict: {rating: misleading, summary: {en: So., de: So.}, rationale: {en: So., de: So.}}\n"
    open_one = "verdict:\nheadline:\nso_far: {en: This much., de: So viel.}\ngaps: [{what: The rest}]\n"

    def told(record: str) -> list[str]:
        found = check_base(record).findings
        return [f"{one.code} {one.message}" for one in found if one.severity.value == "error"]

    assert told(APPROVED + nothing + verdict) == ["CT303 the verdict rests on no evidence; expected at least one piece"]
    assert told(APPROVED + nothing + open_one) == ["CT411 the status ‘approved’ demands at least one piece of evidence"]
    assert [one[:5] for one in told(APPROVED + nothing + verdict + "searches: []\n")] == ["CT411", "CT303"]


LONELY = """
reasons: {no_archive: It forbids copies.}
computed:
letters: [{to: Rike Holm, about: claim, on: 2026-02-10}]
verdict: {rating: misleading, summary: {en: So., de: So.}, rationale: {en: So., de: So.}}
evidence:
  - {id: survey, source: SOURCE, stance: refutes}
  - {id: count, source: bridge-count, stance: refutes, seen: memory}
"""
CITING = """
--- sources.yaml
haulier-survey: {url: "https://hauliers.example/survey", level: primary, seen: full-copy, cites: [CITED]}
courier-report: {url: "https://courier.example/survey", level: secondary, cites: [haulier-survey]}
"""


@pytest.mark.parametrize(
    ("source", "cited", "told"),
    [
        ("haulier-survey", "letter-of-councillor", "CT411"),
        ("haulier-survey", "courier-report", "CT230"),
        ("haulier-survey", "haulier-survey", "CT230"),
        ("haulier-survey", "letter-of-counsel", "CT229"),
        ("courier-report", "letter-of-counsel", "CT229"),
        ("haulier-surwey", "letter-of-councillor", "CT221"),
        ("{unknown: A leaflet., seen: full-copy, level: primary, cites: [courier-report]}", "courier-report", "CT230"),
        ("{unknown: A leaflet., seen: full-copy, level: primary, cites: [nobody]}", "letter-of-councillor", "CT229"),
        ("{unknown: A leaflet., seen: full-copy, level: primary, cites: [courier-report]}", "letter-of-councillor", "CT411"),
    ],
)
def test_what_cannot_be_followed_to_its_origin_gets_the_benefit_of_the_doubt(
    source: str, cited: str, told: str, check_base: CheckBase
) -> None:
    found = check_base(APPROVED + LONELY.replace("SOURCE", source) + CITING.replace("CITED", cited)).findings

    assert [one.code for one in found if one.code in {"CT221", "CT229", "CT230", "CT411"}] == [told]


def test_evidence_that_names_its_origin_or_was_not_seen_is_no_matter_of_doubt(check_base: CheckBase) -> None:
    record = APPROVED + LONELY.replace("SOURCE", "haulier-survey, origin: hauliers")
    by_heart = LONELY.replace(", seen: memory", "").replace("SOURCE", "haulier-surwey, seen: memory")

    def origins(fragments: str) -> list[str]:
        return [one.message.partition("; ")[2] for one in check_base(fragments).of("CT411") if "two independent" in one.message]

    assert origins(record + CITING.replace("CITED", "nobody")) == ["found only ‘hauliers’"]
    assert origins(APPROVED + by_heart) == ["found only ‘town-hall’"]
