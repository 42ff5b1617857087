"""What each status demands: what meets every demand, what does not, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from claimtrack.loading import load
from claimtrack.records.presets import WORKFLOWS
from claimtrack.records.text import Text
from claimtrack.records.workflow import DEMANDS, Demand, Status
from claimtrack.rules.demands import MEETS, missing

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

STANDARD = WORKFLOWS["standard@1"]
APPROVED = """
status: approved
history:
  - {to: in-review, on: 2026-02-13, by: ines}
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
"""
COUNT = "{id: a, source: bridge-count, stance: supports}"
ALONE = "computed: ~\nletters: []\nverdict: {rating: supported, summary: So., rationale: So.}\n"
COPIED = """\
evidence:
  - {{id: a, source: {{url: "https://a.example/", archives: [{{provider: own, {}}}]}}, stance: context}}
"""

# What each demand asks for: a fragment that meets it, and one that does not; both replace parts of the complete base claim.
DEMANDED: dict[Demand, tuple[list[str], list[str]]] = {
    "authors": (["authors: [ines]"], ["authors: []"]),
    "statement": (["statement: The bridge is closed."], ["statement: ~"]),
    "anchor": (
        ["quote: words", "quote: ~\nappearances: [{url: 'https://a.example/'}]", "quote: ~\nreasons: {no_quote: It was a gesture.}"],
        ["quote: ~", "quote: ~\nappearances: []"],
    ),
    "aspect": (["aspect: said"], ["aspect: ~"]),
    "claimant": (["claimant: article", "claimant: {none: A chain letter.}"], ["claimant: ~"]),
    "evidence": (["evidence: [{id: a, source: bridge-count, stance: unclear}]"], ["evidence: []"]),
    "conclusion": (
        [
            "headline: So it is.\nverdict: {rating: supported, summary: So., rationale: So.}",
            "headline: ~\nverdict: ~\nso_far: This much.\ngaps: [{what: The rest}]",
        ],
        [
            "headline: ~",
            "verdict: {rating: supported, summary: So.}",
            "verdict: {rating: supported, rationale: So.}",
            "verdict: ~",
            "verdict: ~\nso_far: This much.\ngaps: []",
            "verdict: ~\nso_far: ~\ngaps: [{what: The rest}]",
            "verdict: {rating: supported}\nso_far: This much.\ngaps: [{what: The rest}]",
        ],
    ),
    "two-origins": (
        [
            "evidence: [{id: a, source: bridge-count, stance: supports}, {id: b, source: haulier-survey, stance: context}]",
            "evidence: [{id: a, source: bridge-count, stance: term}, {id: b, source: bridge-count, origin: treasury, stance: term}]",
            "evidence: [{id: a, source: bridge-count, stance: supports}]\nreasons: {single_origin: Nobody else counts.}",
            "evidence: [{id: a, source: bridge-count, stance: supports}]\naspect: said",
            "evidence: [{id: a, source: bridge-count, stance: supports}]\naspect: attribution",
            "evidence: [{id: a, source: bridge-count, stance: supports}]\naspect: translation",
        ],
        [
            f"evidence: [{COUNT}]",
            f"evidence: [{COUNT}]\naspect: completeness",
            f"evidence: [{COUNT}, {{id: b, source: bridge-count, origin: treasury, stance: supports}}]",
            f"evidence: [{COUNT}, {{id: b, source: bridge-count, origin: treasury, stance: term}}]",
            "evidence: [{id: a, source: bridge-count, stance: term}, {id: b, source: bridge-count, stance: context}]",
            f"evidence: [{COUNT}, {{id: b, source: haulier-survey, seen: memory, stance: context}}]",
        ],
    ),
    "approval": (
        [APPROVED, "history:\n- {to: approved, on: 2026-02-14, by: omar}\n- {to: correcting, on: 2026-02-15, by: ines}"],
        [
            "history: []",
            "history: [{to: in-review, on: 2026-02-13, by: ines}]",
            "history:\n- {to: approved, on: 2026-02-14, by: omar}\n- {to: needs-work, on: 2026-02-15, by: omar}",
        ],
    ),
    "selection": (
        ["selection: The council decides.", "selection: ~\n--- article.yaml\nfor_all_claims: {selection: All of it.}"],
        ["selection: ~"],
    ),
    "letter": (
        [
            "letters: [{to: Rike Holm, about: claim, on: 2026-02-10}]",
            "letters: []\nreasons: {claimant_not_asked: She cannot be reached.}",
            "letters: []\nclaimant: {none: A chain letter.}",
            "letters: []\n--- article.yaml\nfor_all_claims: {letters: [{to: Rike Holm, about: claim, on: 2026-02-10}]}",
        ],
        ["letters: []", "letters: [{to: Courier, about: correction, on: 2026-02-10}]"],
    ),
    "primary-source": (
        [
            "evidence: [{id: a, source: haulier-survey, level: primary, stance: context}]",
            "evidence: [{id: a, source: haulier-survey, stance: context}]\nreasons: {no_primary_source: The office is closed.}",
            "evidence: [{id: a, source: {url: 'https://a.example/', level: primary}, stance: context}]",
            "evidence: [{id: a, source: nowhere-to-be-found, stance: context}]",
        ],
        [
            "evidence: [{id: a, source: haulier-survey, stance: context}]",
            "evidence: [{id: a, source: bridge-count, level: secondary, stance: context}]",
            "evidence: []",
        ],
    ),
    "contrary-search": (
        [
            "searches: [{read: Counts, on: 2026-02-11, by: ines, found: nothing}]",
            "searches: []\nevidence: [{id: a, source: bridge-count, stance: refutes}]",
            "searches: []\nreasons: {no_contrary_search: A day is a day.}",
        ],
        ["searches: []"],
    ),
    "archives": (
        [
            "evidence: [{id: a, source: bridge-count, stance: context}, {id: b, source: letter-of-councillor, stance: context}]",
            "evidence: [{id: a, source: {url: 'https://a.example/'}, stance: context}]\nreasons: {no_archive: It forbids copies.}",
            COPIED.format("file: archives/a, status: ok"),
            COPIED.format("wacz: a.wacz"),
            "evidence: []",
        ],
        [
            "evidence: [{id: a, source: {url: 'https://a.example/'}, stance: context}]",
            COPIED.format("file: archives/a, status: failed"),
            COPIED.format("file: archives/a, status: gone"),
            COPIED.format("captured_at: 2026-02-10T10:00:00Z"),
            COPIED.format("url: 'https://a.example/'"),
        ],
    ),
    "all-languages": (
        ["statement: {en: It is closed., de: Sie ist gesperrt.}"],
        [
            "statement: It is closed.",
            "headline: {de: Sie ist gesperrt.}",
            "verdict: {rating: supported, summary: So., rationale: {en: So., de: So.}}",
            "verdict: {rating: supported, summary: {en: So., de: So.}, rationale: So.}",
            "verdict: ~\nso_far: This much.",
        ],
    ),
    "legal": (["accuses: no", "accuses: yes\nlegal: {by: omar, on: 2026-02-13}"], ["accuses: yes"]),
    "public-role": (
        [
            "claimant: {name: Rike Holm, role: Councillor}",
            "claimant: {name: Bridge List, kind: organisation}",
            "claimant: article",
            "claimant: {name: Rike Holm}\nreasons: {person_named: She asked to be.}",
        ],
        ["claimant: {name: Rike Holm}", "claimant: article\nattributed_to: Rike Holm"],
    ),
    "reason": (["reasons: {declined: An opinion.}", "reasons: {duplicate: Checked last year.}"], ["reasons: {single_origin: One.}", ""]),
    "duplicate-of": (["relations: [{duplicate-of: other}]"], ["relations: [{repeats: other}]", ""]),
    "no-verdict": (["verdict: ~"], [""]),
    "assignee": (["assigned: {to: omar}", "assigned: {to: omar, until: 2026-02-20}"], ["assigned: ~", ""]),
}


def test_every_demand_is_known_asked_for_and_tried_here() -> None:
    demands = set(get_args(Demand))

    assert set(DEMANDS) == set(MEETS) == set(DEMANDED) == demands
    assert {demand for status in STANDARD.statuses for demand in status.demands} == demands - {"assignee"}


@pytest.fixture
def lacks(check_base: CheckBase, tmp_path: Path) -> Callable[[str, Demand], bool]:
    """Say whether the base claim, with fragments put in, lacks what a demand asks for."""

    def lacking(fragments: str, demand: Demand) -> bool:
        check_base(fragments)
        project, _ = load(tmp_path / "desk")
        asking = Status(id="asking", label=Text.plain("Asking"), demands=(demand,))
        return missing(project, project.claims["example"], asking) == (demand,)

    return lacking


@pytest.mark.parametrize(("demand", "fragments"), [(one, text) for one, (good, _) in DEMANDED.items() for text in good])
def test_what_meets_a_demand(demand: Demand, fragments: str, lacks: Callable[[str, Demand], bool]) -> None:
    assert lacks(fragments, demand) is False


@pytest.mark.parametrize(("demand", "fragments"), [(one, text) for one, (_, bad) in DEMANDED.items() for text in bad])
def test_what_does_not(demand: Demand, fragments: str, lacks: Callable[[str, Demand], bool]) -> None:
    assert lacks(fragments, demand) is True


def test_each_missing_thing_is_one_finding_that_names_the_status_and_what_was_found(check_base: CheckBase) -> None:
    record = """
status: approved
headline: 620 lorries a day
selection: ~
letters: []
searches: []
history: []
evidence:
  - {id: count-2026, source: {url: "https://a.example/"}, stance: context}
  - {id: count-2025, source: town-plan, stance: context}
  - {id: survey, source: town-plan, stance: context}
  - {id: holm-letter, source: town-plan, seen: memory, stance: context}
computed: ~
quantity: ~
--- sources.yaml
town-plan: {url: "https://b.example/", level: secondary, origin: courier}
"""
    checked = check_base(record)
    hint = "add what is missing, or set the status back"

    assert checked.messages("CT411") == [
        f"town/example.yaml:1: the status ‘approved’ demands {one} -> {hint}"
        for one in sorted(
            [
                DEMANDS["approval"],
                DEMANDS["selection"],
                DEMANDS["letter"],
                DEMANDS["primary-source"],
                DEMANDS["contrary-search"],
                f"{DEMANDS['archives']}; found none of ‘example/count-2026’, ‘town-plan’",
                f"{DEMANDS['all-languages']}; found texts without de",
            ]
        )
    ]


@pytest.mark.parametrize(
    ("fragments", "demand", "found"),
    [
        ("verdict: ~", "conclusion", "found neither"),
        ("verdict: ~\nso_far: This much.\ngaps: []", "conclusion", "found `so_far` without `gaps`"),
        ("headline: ~\nverdict: {rating: supported, summary: So.}", "conclusion", "found no `headline` or `verdict.rationale`"),
        (f"{ALONE}evidence: [{COUNT}]", "two-origins", "found only ‘town-hall’"),
        (f"{ALONE}evidence: [{{id: a, source: bridge-count, seen: memory, stance: supports}}]", "two-origins", "found none that was seen"),
    ],
)
def test_how_far_a_demand_is_met_is_told(fragments: str, demand: Demand, found: str, check_base: CheckBase) -> None:
    assert [one.message for one in check_base(fragments).of("CT411")] == [f"the status ‘in-review’ demands {DEMANDS[demand]}; {found}"]
