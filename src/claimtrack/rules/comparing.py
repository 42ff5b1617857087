"""CT3xx, eighth part: a claimed number and the evidence that it is held against, which have to be of the same time and kind."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.quantity import Quantity
from claimtrack.records.units import factor, unit
from claimtrack.rules.figures import are_a_year_apart, count_differently, held_against, is_comparable, operands_of, quantities_of
from claimtrack.rules.rule import rule
from claimtrack.rules.units import meant, never


@rule("CT327", "evidence-of-another-date", Severity.WARNING)
def evidence_of_another_date(project: Project) -> Iterator[Remark]:
    """The claimed number and all that it is held against are more than a year apart.

    Reason: What was so two years before or after says little about the day that the claim is about. Evidence of several years is fine as
        long as some of it is of about the same date. A date that is only roughly known is not held against anybody.
    Remedy: Find a number of about the same date, or say why this one had to do under `reasons.dates_apart`.

    Bad:
        quantity: {value: 600, unit: lorry, tolerance: 10 %, as_of: 2028-02}  # here
        computed: ~

    Good:
        quantity: {value: 600, unit: lorry, tolerance: 10 %, as_of: 2026-02}
        computed: ~
    """
    for claim in project.claims.values():
        as_of = claim.quantity.as_of if claim.quantity else None
        if claim.verdict is None or claim.quantity is None or as_of is None:
            continue
        if claim.computed is not None:
            quantities = quantities_of(claim) or ()
        else:
            quantities = tuple(quantity for _, _, quantity in held_against(claim) if is_comparable(claim.quantity, quantity))
        dates = [quantity.as_of for quantity in quantities]
        apart = [date for date in dates if date is not None and are_a_year_apart(date, as_of)]
        if apart and len(apart) == len(dates) and project.reasons_of(claim).dates_apart is None:
            nearest = min(apart, key=lambda date: max(date.earliest - as_of.latest, as_of.earliest - date.latest))
            yield Remark(
                project.file_of("claim", claim.id),
                ("quantity", "as_of"),
                say(
                    "the number and what it is held against are more than a year apart; found {claimed} and {nearest}, "
                    "expected at most a year",
                    claimed=as_of,
                    nearest=nearest,
                ),
                say("use numbers of about the same date, or say why not under `reasons.dates_apart`"),
            )


@rule("CT328", "units-never-convert", Severity.WARNING)
def units_never_convert(project: Project) -> Iterator[Remark]:
    """The claimed number is held against evidence in a unit that never converts.

    Reason: Nobody can hold euros against dollars, percent against percentage points, or months against days; claimtrack does not either, so
        that this number goes unchecked. The same holds where two units are only spelled differently.
    Remedy: Write both in one unit. For money, put the rate of the day in as evidence and compare the result of an `expression`.

    Bad:
        quantity: {value: 2, unit: pp}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 2, unit: percent}}  # here
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: It rose by 2., de: Es stieg um 2.}
          rationale: {en: "It rose [@count-2026] [@survey].", de: "Es stieg [@count-2026] [@survey]."}

    Good:
        quantity: {value: 2, unit: pp}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 2, unit: pp}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: It rose by 2., de: Es stieg um 2.}
          rationale: {en: "It rose [@count-2026] [@survey].", de: "Es stieg [@count-2026] [@survey]."}
    """
    for claim in project.claims.values():
        if claim.verdict is None or claim.quantity is None or claim.computed is not None:
            continue
        claimed = claim.quantity.unit
        given = [(place, quantity.unit) for place, _, quantity in held_against(claim)]
        converts = any(factor(found, claimed) is not None for _, found in given)
        for place, found in given:
            if factor(found, claimed) is not None:
                continue
            message = say("the number cannot be held against this one; found {found}, expected {unit}", found=found, unit=claimed)
            apart, slip = never(found, claimed), meant(found, claimed)
            path = ("evidence", place, "quantity", "unit")
            if apart is not None and not converts:  # beside one that is compared it may support in words, which is told otherwise
                reasoned = say("{message} ({reason})", message=message, reason=apart.reason)
                yield Remark(project.file_of("claim", claim.id), path, reasoned, apart.remedy)
            elif slip is not None and factor(slip, claimed) is not None:
                yield Remark(project.file_of("claim", claim.id), path, message, say("did you mean ‘{word}’?", word=slip))


@rule("CT329", "money-without-date", Severity.WARNING)
def money_without_date(project: Project) -> Iterator[Remark]:
    """Amounts of money are compared or put together, and of one nobody knows the date.

    Reason: Ten million of today are not ten million of 1990. Without the date readers cannot tell whether the amounts go together.
    Remedy: Add `as_of` to the number: the day, month or year that the source gives it for.

    Bad:
        quantity: {value: 2, unit: million euro, as_of: 2026-01}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 2000000, unit: euro}}  # here
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: It cost 2 million., de: Es kostete 2 Millionen.}
          rationale: {en: "It cost that [@count-2026] [@survey].", de: "So viel kostete es [@count-2026] [@survey]."}

    Good:
        quantity: {value: 2, unit: million euro, as_of: 2026-01}
        computed: ~
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 2000000, unit: euro, as_of: 2026-01-15}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: It cost 2 million., de: Es kostete 2 Millionen.}
          rationale: {en: "It cost that [@count-2026] [@survey].", de: "So viel kostete es [@count-2026] [@survey]."}
    """
    for claim in project.claims.values():
        if claim.verdict is None or (claim.quantity is None and claim.computed is None):
            continue
        amounts = [(path, quantity) for path, quantity in _put_together(claim) if "money" in unit(quantity.unit).natures]
        for path, quantity in amounts if len(amounts) > 1 else ():
            if quantity.as_of is None:
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    say("an amount of money is compared or put together with another; expected its date under `as_of`"),
                    say("add `as_of`: the day, month or year that the source gives it for"),
                )


@rule("CT330", "counts-differ", Severity.WARNING)
def counts_differ(project: Project) -> Iterator[Remark]:
    """The claimed number is held against one that counts over another span.

    Reason: How many there are on one day says nothing about how many came in a year, nor does a year about everything since the beginning.
        A flow may be that of a year or of the whole span, so that it goes with both.
    Remedy: Compare like with like. Evidence that counts something else is context.

    Bad:
        quantity: {value: 600, unit: lorry, counts: per-year}
        computed: ~
        evidence:
          - id: count-2026
            source: bridge-count
            stance: supports
            quantity: {value: 600, unit: lorry, counts: stock}  # here
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: So many came., de: So viele kamen.}
          rationale: {en: "So many came [@count-2026] [@survey].", de: "So viele kamen [@count-2026] [@survey]."}
        reasons: {single_origin: Nobody else counts lorries.}

    Good:
        quantity: {value: 600, unit: lorry, counts: per-year}
        computed: ~
        evidence:
          - id: count-2026
            source: bridge-count
            stance: context
            quantity: {value: 600, unit: lorry, counts: stock}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        verdict:
          rating: supported
          summary: {en: So many came., de: So viele kamen.}
          rationale: {en: "So many came [@count-2026] [@survey].", de: "So viele kamen [@count-2026] [@survey]."}
        reasons: {single_origin: Nobody else counts lorries.}
    """
    for claim in project.claims.values():
        if claim.verdict is None or claim.quantity is None or claim.quantity.counts is None:
            continue
        for place, _, quantity in held_against(claim):
            expected, found = claim.quantity.counts, quantity.counts
            # What stands at a date against everything up to it has a rule of its own, which also looks at sums.
            if count_differently(claim.quantity, quantity) and {expected, found} != {"stock", "cumulative"}:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("evidence", place, "quantity", "counts"),
                    say(
                        "the number is held against one that counts over another span; found {found}, expected {expected} as in the claim",
                        found=found,
                        expected=expected,
                    ),
                    say("compare like with like; evidence that counts something else is context"),
                )


def _put_together(claim: Claim) -> Iterator[tuple[RecordPath, Quantity]]:
    """Yield the numbers of a claim that are compared with each other, or put together by its calculation, with their paths."""
    used = {one.id for one in operands_of(claim.computed)} if claim.computed is not None else set()
    if claim.computed is None and claim.quantity is not None:
        used = {evidence.id for _, evidence, quantity in held_against(claim) if is_comparable(claim.quantity, quantity)}
    if claim.quantity is not None and used:
        yield ("quantity",), claim.quantity
    for place, evidence in enumerate(claim.evidence):
        if evidence.quantity is not None and evidence.id in used:
            yield ("evidence", place, "quantity"), evidence.quantity


RULES = (evidence_of_another_date, units_never_convert, money_without_date, counts_differ)
"""The rules of this part of the family, in the order of their codes."""
