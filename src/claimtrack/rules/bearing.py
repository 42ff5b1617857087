"""CT3xx, ninth part: evidence whose number does not bear out what the evidence is said to do."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.bounds import Bounds
from claimtrack.records.claim import Claim
from claimtrack.records.quantity import Quantity
from claimtrack.records.units import factor
from claimtrack.rules.figures import are_a_year_apart, held_against
from claimtrack.rules.foundations import is_rated_right
from claimtrack.rules.given_numbers import Given, how_far_apart, numbers_given
from claimtrack.rules.numerals import bounds_in_words
from claimtrack.rules.rule import rule
from claimtrack.rules.units import never


@rule("CT331", "support-outside-tolerance", Severity.WARNING)
def support_outside_tolerance(project: Project) -> Iterator[Remark]:
    """Evidence is said to support the claim, and its number is further off than the desk itself allows.

    Reason: Another number fits, so that the rating may be right; but readers who look this one up find something else. Most often the
        stance or the number is a slip. Only numbers that convert are compared, of the same people or things, counted alike, and not more
        than a year apart.
    Remedy: Correct the stance or the number. If it supports the claim all the same, say why under `reasons.outside_tolerance`.
    Clause: ifcn-5.4

    Bad:
        quantity: {value: 600, unit: lorry, tolerance: 5 %, as_of: 2026-01}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry, as_of: 2026-01}}
          - {id: survey, source: haulier-survey, stance: supports, quantity: {value: 310, unit: lorry}}  # here
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: There were 620., de: Es waren 620.}
          rationale: {en: "So many [@count-2026] [@survey].", de: "So viele [@count-2026] [@survey]."}

    Good:
        quantity: {value: 600, unit: lorry, tolerance: 5 %, as_of: 2026-01}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry, as_of: 2026-01}}
          - {id: survey, source: haulier-survey, stance: refutes, quantity: {value: 310, unit: lorry}}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: There were 620., de: Es waren 620.}
          rationale: {en: "So many [@count-2026] [@survey].", de: "So viele [@count-2026] [@survey]."}
    """
    for claim in project.claims.values():
        claimed = claim.quantity
        if claimed is None or claim.verdict is None or claim.computed is not None:
            continue
        accepted = Bounds.of(claimed, claimed.unit)
        given = {one.evidence: one for one in numbers_given(claim, claimed)} if accepted is not None else {}
        outside = {name: one for name, one in given.items() if accepted is not None and not one.bounds.meets(accepted)}
        if accepted is None or not outside or project.reasons_of(claim).outside_tolerance is not None:
            continue
        if len(outside) == len(given) and is_rated_right(project, claim):
            continue  # told of the claim: not one number fits
        for place in _supporting(claim, claimed, outside):
            file = project.file_of("claim", claim.id)
            yield Remark(
                file,
                ("evidence", place, "quantity", "value"),
                _in_words(outside[claim.evidence[place].id], claimed, accepted),
                say("correct the stance or the number, or say why it supports the claim under `reasons.outside_tolerance`"),
                related=((file, ("quantity", "value"), say("the claimed number")),),
            )


@rule("CT332", "support-in-another-unit", Severity.INFO)
def support_in_another_unit(project: Project) -> Iterator[Remark]:
    """Beside evidence whose number is compared with the claimed one there is some in a unit that never converts.

    Reason: Nobody compares this number, so that it may say something else without anybody noticing. Its words may support the claim all
        the same; then there is nothing to do.
    Remedy: Nothing, where the words of the source bear it out. Otherwise write both in one unit, or make it `context`.

    Bad:
        quantity: {value: 2, unit: million euro, as_of: 2026-01}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 2, unit: million euro, as_of: 2026-01}}
          - {id: survey, source: haulier-survey, stance: supports, quantity: {value: 9, unit: million US dollar, as_of: 2026-01}}  # here
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: It cost 2 million., de: Es kostete 2 Millionen.}
          rationale: {en: "It cost that [@count-2026] [@survey].", de: "So viel kostete es [@count-2026] [@survey]."}

    Good:
        quantity: {value: 2, unit: million euro, as_of: 2026-01}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 2, unit: million euro, as_of: 2026-01}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: It cost 2 million., de: Es kostete 2 Millionen.}
          rationale: {en: "It cost that [@count-2026] [@survey].", de: "So viel kostete es [@count-2026] [@survey]."}
    """
    for claim in project.claims.values():
        if claim.verdict is None or claim.quantity is None or claim.computed is not None:
            continue
        claimed = claim.quantity.unit
        given = [(place, quantity.unit) for place, _, quantity in held_against(claim)]
        strange = [(place, found) for place, found in given if factor(found, claimed) is None]
        for place, found in strange if len(strange) < len(given) else ():  # where nothing converts, that is told by itself
            apart = never(found, claimed)
            if apart is not None:
                message = say(
                    "the number is in a unit that is not compared with the claimed one; found {found}, the claim has {unit} ({reason})",
                    found=found,
                    unit=claimed,
                    reason=apart.reason,
                )
                hint = say("leave it as it is if its words bear the claim out")
                yield Remark(project.file_of("claim", claim.id), ("evidence", place, "quantity", "unit"), message, hint)


def _in_words(found: Given, claimed: Quantity, accepted: Bounds) -> Phrase:
    return say(
        "the evidence is said to support the claim, and its number is outside the tolerance; found {found}, which is {apart}; "
        "expected {accepted} ({allowed})",
        found=found.words,
        apart=how_far_apart(found.value, found.claimed),
        accepted=bounds_in_words(accepted),
        allowed=say("tolerance {tolerance}", tolerance=claimed.tolerance) if claimed.tolerance else say("no tolerance is given"),
    )


def _supporting(claim: Claim, claimed: Quantity, outside: dict[str, Given]) -> Iterator[int]:
    """Yield the places of evidence that is said to support the claim with such a number, of about the same date."""
    for place, evidence, quantity in held_against(claim):
        dates = (quantity.as_of, claimed.as_of)
        apart = dates[0] is not None and dates[1] is not None and are_a_year_apart(dates[0], dates[1])
        if evidence.stance == "supports" and evidence.id in outside and not apart:
            yield place


RULES = (support_outside_tolerance, support_in_another_unit)
"""The rules of this part of the family, in the order of their codes."""
