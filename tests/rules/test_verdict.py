"""Verdicts: which rating on which scale, over which evidence, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

SIX = "supported, mostly-supported, partly-supported, refuted, misleading, unsupported, unverifiable"
SCALES = "averitec-four@1, fever-three@1, google-five@1, meta-six@1, six-step@1"
WORDS = """
  summary: {en: The office counted both., de: Das Amt zählte beides.}
  rationale: {en: "It counted both [@count-2026], as they say [@survey].", de: "So ist es [@count-2026] [@survey]."}
"""
OWN_SCALE = """
--- desk.yaml
scale:
  name: alderford
  version: 2
  ratings:
    - {id: right, number: 3, label: {en: Right, de: Richtig}, definition: {en: It is so., de: Es ist so.}}
    - {id: half, number: 2, label: {en: Half right, de: Halb richtig}, definition: {en: Half of it., de: Zur Hälfte.}}
    - {id: wrong, number: 1, label: {en: Wrong, de: Falsch}, definition: {en: It is not so., de: Es ist nicht so.}}
    - {id: joke, label: {en: Joke, de: Scherz}, definition: {en: Not meant., de: Nicht so gemeint.}}
"""


def verdict(rating: str, scale: str = "") -> str:
    return f"verdict:\n  rating: {rating}" + (f"\n  scale: {scale}" if scale else "") + WORDS


def evidence(*stances: str) -> str:
    ids = ["count-2026", "count-2025", "survey", "holm-letter", "fifth"]
    sources = ["bridge-count", "bridge-count", "haulier-survey", "letter-of-councillor", "bridge-count"]
    items = "".join(f"  - {{id: {ids[place]}, source: {sources[place]}, stance: {stance}}}\n" for place, stance in enumerate(stances))
    return f"quantity: ~\ncomputed: ~\nletters: []\nevidence:\n{items}"


@pytest.mark.parametrize(
    ("scale", "hint"),
    [
        ("six-step@2", "did you mean ‘six-step@1’?"),
        ("six-step", "did you mean ‘six-step@1’?"),
        ("traffic lights", "leave `scale` out if the verdict is on the scale of the desk"),
    ],
)
def test_a_scale_or_a_version_that_nobody_knows(scale: str, hint: str, check_base: CheckBase) -> None:
    checked = check_base(verdict("supported", f"{scale}  # here"))

    assert checked.messages("CT301") == [f"here: there is no scale ‘{scale}’; expected one of {SCALES} -> {hint}"]
    assert checked.of("CT302") == []


def test_a_verdict_may_be_on_another_scale_than_the_desk(check_base: CheckBase) -> None:
    assert check_base(verdict("half-true", "google-five@1")).findings == ()


def test_the_desks_own_scale_is_known_by_its_name(check_base: CheckBase) -> None:
    assert check_base(verdict("right", "alderford@2") + OWN_SCALE).findings == ()
    assert check_base(verdict("right") + OWN_SCALE).findings == ()
    assert check_base(verdict("right", "alderford@1  # here") + OWN_SCALE).messages("CT301") == [
        f"here: there is no scale ‘alderford@1’; expected one of alderford@2, {SCALES} -> did you mean ‘alderford@2’?"
    ]


@pytest.mark.parametrize(
    ("rating", "hint"),
    [
        ("suported", "did you mean ‘supported’?"),
        ("Supported", "did you mean ‘supported’?"),
        ("false", "write a rating of the scale"),
        ("5", "write a rating of the scale"),
    ],
)
def test_a_rating_that_the_scale_does_not_have(rating: str, hint: str, check_base: CheckBase) -> None:
    checked = check_base(verdict(f"{rating}  # here"))

    assert checked.messages("CT302") == [f"here: the scale six-step@1 has no rating ‘{rating}’; expected one of {SIX} -> {hint}"]


def test_without_the_desks_scale_no_rating_is_called_wrong(check_base: CheckBase) -> None:
    checked = check_base(verdict("supported") + "--- desk.yaml\nscale: nine-step@1\n")

    assert {one.code for one in checked.findings} == {"CT803"}


@pytest.mark.parametrize(
    ("rating", "stances", "found"),
    [
        ("supported", ["refutes"], "refutes the claim; expected evidence that supports it"),
        ("supported", ["refutes", "context", "unclear"], "refutes the claim; expected evidence that supports it"),
        ("refuted", ["supports", "supports"], "supports the claim; expected evidence that refutes it"),
        ("supported", ["refutes", "supports"], None),
        ("refuted", ["refutes", "supports"], None),
        ("supported", ["supports"], None),
        ("refuted", ["refutes"], None),
        ("supported", ["context", "unclear", "term"], None),
        ("refuted", ["context", "unclear", "term"], None),
        ("mostly-supported", ["refutes"], None),
        ("partly-supported", ["supports"], None),
        ("misleading", ["supports"], None),
        ("unsupported", ["supports"], None),
    ],
)
def test_only_the_ends_of_the_axis_are_held_against_the_stances(
    rating: str, stances: list[str], found: str | None, check_base: CheckBase
) -> None:
    record = evidence(*stances) + f"verdict:\n  rating: {rating}  # here\n  summary: So.\n  rationale: So [@count-2026].\n"
    expected = f"here: the rating is ‘{rating}’, and all evidence that takes a side {found}"
    hint = "correct the rating or the stances, or say why under `reasons.against_evidence`"

    assert check_base(record).messages("CT305") == ([f"{expected} -> {hint}"] if found else [])


def test_evidence_that_nobody_has_seen_takes_no_side(check_base: CheckBase) -> None:
    record = evidence("refutes", "supports") + verdict("supported")

    assert check_base(record).of("CT305") == []
    assert check_base(record.replace("stance: supports", "stance: supports, seen: memory")).of("CT305") != []


def test_the_ends_of_the_desks_own_axis_count_and_a_scale_without_one_has_none(check_base: CheckBase) -> None:
    def codes(record: str) -> set[str]:
        return {one.code for one in check_base(evidence("refutes", "refutes") + record).findings}

    assert "CT305" in codes(verdict("right") + OWN_SCALE)
    assert "CT305" not in codes(verdict("half") + OWN_SCALE)
    assert "CT305" not in codes(verdict("joke") + OWN_SCALE)
    assert "CT305" not in codes(verdict("supported", "averitec-four@1"))


def test_a_reason_of_the_article_against_the_evidence_counts(check_base: CheckBase) -> None:
    record = evidence("refutes") + verdict("supported")
    article = "--- article.yaml\nfor_all_claims:\n  reasons: {against_evidence: Withdrawn.}\n"

    assert check_base(record).of("CT305") != []
    assert check_base(record + article).of("CT305") == []


@pytest.mark.parametrize(
    ("statement", "label"),
    [
        ("False: the bridge is closed.", "False"),
        ("FALSE : the bridge is closed.", "FALSE"),
        ("False – the bridge is closed.", "False"),
        ("[False] The bridge is closed.", "False"),
        ("(Mostly supported) The bridge is closed.", "Mostly supported"),
        ("mostly-supported: the bridge is closed.", "mostly-supported"),
        ("Teilweise belegt: die Brücke ist gesperrt.", "Teilweise belegt"),
        ("Refuted - the bridge is closed.", "Refuted"),
        ("The mayor called it false: the bridge is open.", None),
        ("False alarms closed the bridge.", None),
        ("Bridge: closed.", None),
        ("True-crime fans closed the bridge.", None),
    ],
)
@pytest.mark.parametrize("field", ["statement", "short"])
def test_a_rating_in_front_of_the_claim(field: str, statement: str, label: str | None, check_base: CheckBase) -> None:
    message = (
        f"here: the statement begins with the rating ‘{label}’; expected the bare claim -> take the rating away; it stands in the verdict"
    )

    assert check_base(f'{field}: "{statement}"  # here').messages("CT306") == ([message] if label else [])


def test_the_desks_own_labels_are_ratings_too(check_base: CheckBase) -> None:
    assert len(check_base(verdict("right") + 'short: "Joke: the bridge is closed."\n' + OWN_SCALE).of("CT306")) == 1
    assert check_base('short: "Joke: the bridge is closed."\n').of("CT306") == []


@pytest.mark.parametrize(
    ("headline", "repeats"),
    [
        ("IN JANUARY 2026, the old bridge of Alderford carried twice as many lorries as in January 2025!", True),
        ("twice as many lorries as a year ago", True),
        ("Twice as many", False),
        ("In January 2026 the old bridge of Alderford carried twice as many lorries as in January 2024.", False),
        ("Im Januar 2026 fuhren über die alte Brücke von Alderford doppelt so viele Lastwagen wie im Januar 2025", True),
    ],
)
def test_a_headline_that_is_the_claim_in_other_type(headline: str, repeats: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    message = "here: the headline repeats the claim; expected the answer -> say in one line what is so"

    assert check_base(f'headline: "{headline}"  # here').messages("CT307") == ([message] if repeats else [])


def test_the_numbers_of_a_scale_in_the_wrong_order_are_no_fault_of_the_claims(check_base: CheckBase) -> None:
    reversed_ = OWN_SCALE.replace("number: 3", "number: 9").replace("number: 1", "number: 3").replace("number: 9", "number: 1")
    claimed = "quantity: {value: 9, unit: times}\n"

    assert [one.code for one in check_base(claimed + verdict("wrong") + OWN_SCALE).findings] == ["CT305"]
    assert [one.code for one in check_base(claimed + verdict("right") + OWN_SCALE).findings] == ["CT321"]
    for rating in ("right", "wrong"):
        assert [one.code for one in check_base(claimed + verdict(rating) + reversed_).findings] == ["CT634"]


def test_a_scale_without_ratings_is_no_fault_of_the_claims(check_base: CheckBase) -> None:
    desk = "--- desk.yaml\nscale: {name: alderford, version: 1, ratings: []}\n"
    corrected = """
status: approved
published: 2026-02-20
history:
  - {to: approved, on: 2026-02-14, by: omar, covers: 5e1f00d2}
  - {to: correcting, on: 2026-02-24, by: ines}
  - {to: approved, on: 2026-02-25, by: omar, covers: 5e1f00d2}
corrections: [{on: 2026-02-25, class: substantial, cause: reader, was: {rating: half}, notice: {en: So., de: So.}}]
"""

    assert [one.code for one in check_base(verdict("right") + desk).findings] == ["CT814"]
    assert [one.code for one in check_base(verdict("right") + corrected + desk).findings] == ["CT814"]
