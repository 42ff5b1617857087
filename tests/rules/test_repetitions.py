"""Lists that name one thing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

DELETE = "delete one of the two, or write what was meant"


@pytest.mark.parametrize(
    ("fragments", "named"),
    [
        ("authors: [ines, robot, ines]  # here", "`authors` names ‘ines’ twice"),
        ("topics: [traffic, traffic]  # here", "`topics` names ‘traffic’ twice"),
        ("former_ids: [lorries-doubled, lorries-doubled]  # here", "`former_ids` names ‘lorries-doubled’ twice"),
        (
            "verdict:\n  rating: supported\n  summary: So it is.\n  rationale: So [@count-2026].\n  decided_by: [ines, ines]  # here",
            "`decided_by` names ‘ines’ twice",
        ),
        ("--- article.yaml\nauthors: [A. Reporter, A. Reporter]  # here", "`authors` names ‘A. Reporter’ twice"),
        ("--- desk.yaml\npublic_interest: [traffic, budget, traffic]  # here", "`public_interest` names ‘traffic’ twice"),
        ("--- desk.yaml\nstandards: [bing, bing]  # here", "`standards` names ‘bing’ twice"),
        (
            "questions:\n  - {question: How many?, answers: [620], evidence: [count-2026, count-2026]}  # here",
            "`evidence` names ‘count-2026’ twice",
        ),
    ],
)
def test_what_a_list_names_twice_is_found_with_its_name(fragments: str, named: str, check_base: CheckBase) -> None:
    assert check_base(fragments).messages("CT109") == [f"here: {named}; expected each once -> {DELETE}"]


@pytest.mark.parametrize("field", ["cites", "copies"])
def test_sources_are_looked_at_wherever_they_stand(field: str, check_base: CheckBase) -> None:
    entries = {"cites": "[bridge-count, bridge-count]", "copies": '["https://a.example/1", "https://a.example/1"]'}[field]
    in_file = f"--- town/sources.yaml\nmore:\n  url: 'https://more.example/'\n  {field}: {entries}  # here"
    in_claim = f"""\
evidence:
  - id: count-2026
    stance: supports
    source:
      url: "https://roads.example/other"
      {field}: {entries}  # here
"""
    named = {"cites": "bridge-count", "copies": "https://a.example/1"}[field]

    for fragments in (in_file, in_claim):
        assert check_base(fragments).messages("CT109") == [f"here: `{field}` names ‘{named}’ twice; expected each once -> {DELETE}"]


@pytest.mark.parametrize(
    ("fragments", "entry"),
    [
        (
            'appearances:\n  - {url: "https://tv.example/1", at: "0:01:00"}\n  - {url: "https://tv.example/1", at: "0:01:00"}  # here',
            "this appearance",
        ),
        ("letters:\n  - {to: A, about: claim, on: 2026-02-10}\n  - {to: A, about: claim, on: 2026-02-10}  # here", "this letter"),
        (
            "searches:\n  - {read: A, on: 2026-02-11, by: ines, found: B}\n  - {read: A, on: 2026-02-11, by: ines, found: B}  # here",
            "this search",
        ),
        ("history:\n  - {to: approved, on: 2026-02-13, by: omar}\n  - {to: approved, on: 2026-02-13, by: omar}  # here", "this move"),
        ("gaps:\n  - wanted: council-minutes\n  - wanted: council-minutes  # here", "this gap"),
        ("relations:\n  - same-topic: other\n  - same-topic: other  # here", "this relation"),
        ("disputes:\n  - {who: A, says: No.}\n  - {who: A, says: No.}  # here", "this dispute"),
        (
            "--- article.yaml\nnot_checked:\n  - {quote: in March, why: Future.}\n  - {quote: in March, why: A wish.}  # here",
            "this passage",
        ),
        (
            "--- article.yaml\nproblems:\n  - {category: omission, what: No date.}\n  - {category: omission, what: No date.}  # here",
            "this problem",
        ),
    ],
)
def test_an_entry_without_a_name_is_found_by_what_it_says(fragments: str, entry: str, check_base: CheckBase) -> None:
    assert check_base(fragments).messages("CT109") == [f"here: {entry} stands in the list twice; expected it once -> {DELETE}"]


@pytest.mark.parametrize(
    "fragments",
    [
        'appearances:\n  - {url: "https://tv.example/1", at: "0:01:00"}\n  - {url: "https://tv.example/1", at: "0:02:00"}',
        "letters:\n  - {to: A, about: claim, on: 2026-02-10}\n  - {to: A, about: claim, on: 2026-02-11}",
        "history:\n  - {to: approved, on: 2026-02-13, by: omar}\n  - {to: approved, on: 2026-02-14, by: omar}",
        (
            "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n  - {to: needs-work, on: 2026-02-13, by: omar}\n"
            "  - {to: in-review, on: 2026-02-13, by: ines}"
        ),
        "gaps:\n  - wanted: council-minutes\n  - what: The minutes of the committee.",
        "relations:\n  - same-topic: other\n  - contradicts: other",
        "computed: {sum: [count-2026, count-2026], result: 1240}",
    ],
)
def test_entries_that_differ_in_anything_are_two(fragments: str, check_base: CheckBase) -> None:
    assert check_base(fragments).of("CT109") == []


EVIDENCE = """\
evidence:
  - id: count-2026
    source: bridge-count
    stance: supports
    quote: Old bridge: 620 lorries a day, 310 a year before
    quantity: {value: 620, unit: lorry, as_of: 2026-01, counts: flow}
  - id: count-2025
    source: bridge-count
    stance: context
    quote: Old bridge: 620 lorries a day, 310 a year before
    quantity: {value: %s, unit: lorry, as_of: 2026-01, counts: flow}
"""


def test_one_quote_may_give_two_numbers_but_not_one_number_twice(check_base: CheckBase) -> None:
    evidence = EVIDENCE.replace("quote: Old bridge: 620 lorries a day, 310 a year before", 'quote: "620 a day, 310 a year before"')

    assert check_base(evidence % 310).of("CT109") == []
    checked = check_base((evidence % 620).replace("  - id: count-2025", "  - id: count-2025  # here"))
    assert checked.messages("CT109") == [f"here: the same quote of the same source stands in the list twice; expected it once -> {DELETE}"]
    assert [(one.span.line, one.message) for one in checked.of("CT109")[0].related] == [(21, "first named here")]


def test_evidence_without_a_quote_is_never_the_same(check_base: CheckBase) -> None:
    evidence = "evidence:\n  - {id: a, source: bridge-count, stance: supports}\n  - {id: b, source: bridge-count, stance: supports}"

    assert check_base(evidence).of("CT109") == []


def test_a_third_time_is_told_too(check_base: CheckBase) -> None:
    assert len(check_base("topics: [traffic, traffic, budget, traffic]").of("CT109")) == 2


def test_a_move_that_may_not_be_made_twice_is_told_as_such_and_not_twice(check_base: CheckBase) -> None:
    moves = "history:\n  - {to: in-review, on: 2026-02-13, by: ines}\n  - {to: in-review, on: 2026-02-13, by: ines}"

    assert [one.code for one in check_base(moves).findings] == ["CT403"]


def test_a_letter_that_the_article_records_for_all_claims_is_not_recorded_again(check_base: CheckBase) -> None:
    letter = "{to: A, about: claim, on: 2026-02-10}"
    of_article = f"--- article.yaml\nfor_all_claims:\n  letters: [{letter}]\n--- town/example.yaml\n"

    assert check_base(f"{of_article}letters:\n  - {letter}  # here").messages("CT109") == [
        "here: this letter stands in the article too, for all of its claims; expected it once -> delete it here"
    ]
    assert check_base(f"{of_article}letters:\n  - {letter.replace('10', '11')}").of("CT109") == []
