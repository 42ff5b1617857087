"""Whose word a verdict rests on: every way in which somebody else bears it out, and what is nobody's fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

VERDICT = "verdict: {rating: supported, summary: Yes., rationale: '[@clerk] [@driver]'}  # here\ncomputed:\nletters:\n"


def told_by(clerk: str, driver: str, more: str = "") -> str:
    """Return a claim with a verdict that rests on what two sources say, a named one and another that the fragments describe."""
    return f"""\
{VERDICT}evidence:
  - {{id: clerk, {clerk}}}
  - {{id: driver, {driver}}}
{more}"""


UNNAMED = "source: {unknown: A talk., origin: roads-office, anonymous: yes}"
NAMED = "source: haulier-survey"
ALONE = (
    "here: all that carries the verdict is from anonymous sources; expected one that is named, or a document "
    "-> add evidence from a source that is named, or write `so_far` and `gaps` in place of the verdict"
)


@pytest.mark.parametrize(
    ("clerk", "driver", "told"),
    [
        (f"{UNNAMED}, stance: supports", f"{UNNAMED}, stance: supports", True),
        (f"{UNNAMED}, stance: supports", f"{UNNAMED}, stance: refutes", True),
        (f"{UNNAMED}, stance: term", f"{UNNAMED}, stance: term", True),
        (f"{UNNAMED}, stance: supports", f"{NAMED}, stance: supports", False),
        (f"{UNNAMED}, stance: supports", f"{NAMED}, stance: refutes", False),
        (f"{UNNAMED}, stance: supports", f"{NAMED}, stance: term", False),
        (f"{UNNAMED}, stance: supports", f"{NAMED}, stance: context", True),
        (f"{UNNAMED}, stance: supports", f"{NAMED}, stance: unclear", True),
        (f"{UNNAMED}, stance: supports", f"{NAMED}, stance: supports, seen: memory", True),
        (f"{UNNAMED}, stance: context", f"{UNNAMED}, stance: context", False),
        (f"{UNNAMED}, stance: supports", "source: nobody-knows-it, stance: supports", False),
        (f"{UNNAMED}, stance: supports", "source: {unknown: A talk., anonymous: no}, stance: supports", False),
    ],
)
def test_one_named_source_that_carries_the_verdict_is_enough(clerk: str, driver: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    assert check_base(told_by(clerk, driver)).messages("CT251") == [ALONE] * told


def test_each_anonymous_piece_is_shown(check_base: CheckBase) -> None:
    finding = check_base(told_by(f"{UNNAMED}, stance: supports", f"{UNNAMED}, stance: supports")).of("CT251")[0]

    assert [(one.file, one.span.line, one.message) for one in finding.related] == [
        ("town/example.yaml", 20, "from an anonymous source"),
        ("town/example.yaml", 21, "from an anonymous source"),
    ]


@pytest.mark.parametrize(("cited", "told"), [("[whisper]", True), ("[whisper, haulier-survey]", False), ("[haulier-survey]", False)])
def test_a_report_of_what_an_anonymous_source_said_is_no_named_source(cited: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    sources = f"""\
--- sources.yaml
whisper: {{unknown: A talk., origin: roads-office, anonymous: yes}}
report: {{url: "https://courier.example/whisper", publisher: Courier, cites: {cited}}}
"""

    assert (
        check_base(told_by("source: report, stance: supports", f"{UNNAMED}, stance: supports") + sources).messages("CT251")
        == [ALONE] * told
    )


@pytest.mark.parametrize(
    "verdict", ["rating: unverifiable", "rating: misleading", "rating: no-such-rating", "scale: none@1, rating: supported"]
)
def test_what_cannot_be_checked_needs_nobody_to_carry_it(verdict: str, check_base: CheckBase) -> None:
    fragments = told_by(f"{UNNAMED}, stance: supports", f"{UNNAMED}, stance: supports").replace("rating: supported", verdict)

    assert check_base(fragments).of("CT251") == []


def test_without_a_verdict_anonymous_sources_may_stand_alone(check_base: CheckBase) -> None:
    fragments = told_by(f"{UNNAMED}, stance: supports", f"{UNNAMED}, stance: supports")

    assert check_base(fragments.replace(VERDICT, "verdict:\ncomputed:\nletters:\nso_far: Two say so.\n")).of("CT251") == []


def test_on_a_scale_without_an_axis_every_rating_says_how_it_is(check_base: CheckBase) -> None:
    fragments = told_by(f"{UNNAMED}, stance: supports", f"{UNNAMED}, stance: supports", "--- desk.yaml\nscale: averitec-four@1\n")

    assert check_base(fragments).messages("CT251") == [ALONE]


def expert(kind: str, more: str = "") -> str:
    """Return a desk under the IFCN's code with a source of a kind."""
    return f"""\
--- desk.yaml
standards: [ifcn]
--- sources.yaml
haulier-survey:  # here
  url: "https://hauliers.example/survey"
  origin: hauliers
  level: secondary
  kind: {kind}
  seen: full-copy
{more}"""


INTERESTS = (
    "here: an expert is quoted without interests; expected `interests`, if only that none are known "
    "-> write under `interests` what the expert has to gain, or that you found nothing"
)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("expert", True),
        ("Expert opinion", True),
        ("interview with an expert", True),
        ("expertise", True),
        ("Expertin", True),
        ("Gutachten", True),
        ("Interview mit einer Sachverständigen", True),
        ("interview", False),
        ("inexpert guess", False),
        ("statistics", False),
    ],
)
def test_experts_are_known_by_the_kind_of_source(kind: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    assert check_base(expert(kind)).messages("CT252") == [INTERESTS] * told


def test_interests_are_asked_for_once_a_claim_is_to_be_reviewed(check_base: CheckBase) -> None:
    assert check_base("status: researching\nhistory:\n" + expert("expert")).of("CT252") == []
    assert len(check_base("status: researching\nhistory:\npublished: 2026-02-20\n" + expert("expert")).of("CT252")) == 1
    assert check_base(expert("expert", "  interests: None that we found.\n")).of("CT252") == []


def test_desks_under_other_standards_are_not_asked(check_base: CheckBase) -> None:
    assert check_base(expert("expert").replace("[ifcn]", "[efcsn]")).of("CT252") == []


def test_an_expert_of_a_source_in_the_claim_is_told_there_and_one_of_many_claims_once(check_base: CheckBase) -> None:
    evidence = """\
evidence:
  - {id: survey, source: haulier-survey, stance: supports}
  - {id: again, source: haulier-survey, stance: supports}
  - {id: engineer, source: {unknown: A talk., kind: expert, origin: courier}, stance: supports}
computed:
letters:
"""
    found = [(one.file, one.span.line) for one in check_base(evidence + expert("expert")).of("CT252")]

    assert len(found) == 2
    assert {file for file, _ in found} == {"sources.yaml", "town/example.yaml"}


PARTIES = """\
--- desk.yaml
origins:
  town-hall: {name: Town hall, party: {en: the dispute over the bridge, de: der Streit um die Brücke}}
  roads-office: {name: Roads Office, part_of: town-hall}
  counters: {name: Counters of the Roads Office, part_of: roads-office}
  hauliers: {name: Hauliers' Association, party: a lawsuit}
  courier: {name: Alderford Courier}
"""
ROADS = "source: {unknown: A talk., origin: roads-office}, stance: supports"
COUNTERS = "source: {unknown: A talk., origin: counters}, stance: refutes"
HAULIERS = "source: {unknown: A talk., origin: hauliers}, stance: supports"
COURIER = "source: {unknown: A talk., origin: courier}, stance: supports"
HINT = "find a source that is no party, or say why not under `reasons.parties_only`"
ONE = (
    "here: all that carries the verdict comes from a party, ‘town-hall’ (the dispute over the bridge); "
    f"expected a source that is none -> {HINT}"
)
TWO = (
    "here: all that carries the verdict comes from parties, ‘hauliers’ (a lawsuit) and ‘town-hall’ (the dispute over the bridge); "
    f"expected a source that is none -> {HINT}"
)


@pytest.mark.parametrize(
    ("clerk", "driver", "told"),
    [
        (ROADS, ROADS, [ONE]),
        (ROADS, COUNTERS, [ONE]),
        (ROADS, HAULIERS, [TWO]),
        (ROADS, COURIER, []),
        (ROADS, COURIER.replace("supports", "refutes"), []),
        (ROADS, COURIER.replace("supports", "context"), [ONE]),
        (ROADS, COURIER.replace("supports", "unclear"), [ONE]),
        (ROADS, f"{COURIER}, seen: not-seen", [ONE]),
        (ROADS, f"{COURIER}, origin: hauliers", [TWO]),
        (ROADS, "source: {unknown: A talk., publisher: Somebody}, stance: supports", []),
        (ROADS, "source: {unknown: A talk., publisher: A clerk, part_of: roads-office}, stance: supports", [ONE]),
        (ROADS, "source: nobody-knows-it, stance: supports", []),
        (ROADS.replace("supports", "context"), COUNTERS.replace("refutes", "context"), []),
    ],
)
def test_one_source_that_is_no_party_and_carries_the_verdict_is_enough(
    clerk: str, driver: str, told: list[str], check_base: CheckBase
) -> None:
    assert check_base(told_by(clerk, driver, PARTIES)).messages("CT253") == told


@pytest.mark.parametrize(("cites", "told"), [("[roads]", [ONE]), ("[roads, other]", [])])
def test_a_report_of_what_a_party_said_is_the_word_of_the_party(cites: str, told: list[str], check_base: CheckBase) -> None:
    sources = f"""\
--- sources.yaml
roads: {{unknown: A talk., origin: roads-office}}
other: {{unknown: A talk., origin: courier}}
report: {{url: "https://courier.example/bridge", origin: courier, cites: {cites}}}
"""

    assert check_base(told_by("source: report, stance: supports", ROADS, PARTIES) + sources).messages("CT253") == told


@pytest.mark.parametrize("aspect", ["said", "attribution", "translation", "completeness", "absence", "~"])
def test_only_of_facts_is_another_witness_asked(aspect: str, check_base: CheckBase) -> None:
    assert check_base(told_by(ROADS, ROADS, f"aspect: {aspect}\n" + PARTIES)).of("CT253") == []


@pytest.mark.parametrize(
    "more",
    [
        "reasons: {parties_only: Nobody else counts lorries.}\n",
        "--- article.yaml\nfor_all_claims: {made_on: 2026-02-02, reasons: {parties_only: Nobody else counts lorries.}}\n",
    ],
)
def test_a_reason_answers_it(more: str, check_base: CheckBase) -> None:
    assert check_base(told_by(ROADS, ROADS, more + PARTIES)).of("CT253") == []


def test_a_party_carries_no_rating_off_the_axis(check_base: CheckBase) -> None:
    assert check_base(told_by(ROADS, ROADS, PARTIES).replace("rating: supported", "rating: unverifiable")).of("CT253") == []


def test_origins_that_are_part_of_each_other_in_a_circle_are_no_party(check_base: CheckBase) -> None:
    circle = PARTIES + "  one: {name: One, part_of: other}\n  other: {name: Other, part_of: one}\n"

    assert check_base(told_by(ROADS, "source: {unknown: A talk., origin: one}, stance: supports", circle)).of("CT253") == []
