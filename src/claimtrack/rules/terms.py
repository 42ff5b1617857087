"""CT3xx, fifth part: the numbers that go into a calculation, and those that should."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import all_of, quoted, say
from claimtrack.project import Project
from claimtrack.records.arithmetic import FormulaError
from claimtrack.records.claim import Claim
from claimtrack.rules.figures import calculations, evidence_of, operands_of, problem_of, work_out_claim
from claimtrack.rules.numerals import amount_in_words
from claimtrack.rules.rule import rule
from claimtrack.rules.time_order import has_not_come


@rule("CT316", "range-in-calculation", Severity.ERROR)
def range_in_calculation(project: Project) -> Iterator[Remark]:
    """A calculation takes a range for one number.

    Reason: Of "20,000 to 30,000" and 5,000 nobody gets one number. Whoever adds the lower end has decided something that readers do not
        see.
    Remedy: Give the end that is meant as evidence of its own, or leave the calculation out. A sum with a "more than" among its terms is a
        "more than" itself and needs nothing.

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: term, quantity: {value: 600, up_to: 640, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: term, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        computed: {ratio: [count-2026, count-2025], result: 2}  # here

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: term, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: term, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
        computed: {ratio: [count-2026, count-2025], result: 2}
    """
    for claim, computed in calculations(project):
        known = evidence_of(claim)
        for operand in operands_of(computed):
            quantity = known[operand.id].quantity if operand.id in known else None
            if quantity is not None and quantity.up_to is not None:
                number = amount_in_words(quantity)
                yield Remark(
                    project.file_of("claim", claim.id),
                    operand.path,
                    say("the calculation uses ‘{id}’, which is a range; found {range}, expected one number", id=operand.id, range=number),
                    say("give the end that is meant as evidence of its own"),
                )


@rule("CT317", "term-outside-calculation", Severity.WARNING)
def term_outside_calculation(project: Project) -> Iterator[Remark]:
    """Evidence is a term of a calculation that does not use it, or that is not there.

    Reason: A term is judged only through the calculation. One that no calculation uses stands beside the verdict and bears on nothing.
    Remedy: Add it to the calculation, or let its stance say what it does to the claim.

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
          - {id: count-2024, source: bridge-count, stance: term, quantity: {value: 300, unit: lorry}}  # here
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
          - {id: count-2024, source: bridge-count, stance: context, quantity: {value: 300, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
    """
    for claim in project.claims.values():
        if claim.verdict is None or all(evidence.stance != "term" for evidence in claim.evidence):
            continue
        if claim.computed is None:
            yield _terms_of_nothing(project, claim)
            continue
        if not _is_clear(claim):
            continue
        used = {one.id for one in operands_of(claim.computed)}
        for place, evidence in enumerate(claim.evidence):
            if evidence.stance == "term" and evidence.id not in used:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("evidence", place, "stance"),
                    say("‘{id}’ is a term, and no calculation uses it", id=evidence.id),
                    say("add it to `computed`, or let its stance say what it does to the claim"),
                )


@rule("CT318", "number-after-verdict", Severity.WARNING)
def number_after_verdict(project: Project) -> Iterator[Remark]:
    """A calculation uses evidence that was added after the verdict was decided.

    Reason: Whoever decided had another result before them. Other evidence that was added later is asked about by a rule of its own.
    Remedy: Decide again with the new number, and give the day under `verdict.decided_on`.

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: term, quantity: {value: 620, unit: lorry}, added: 2026-02-20}  # here
          - {id: count-2025, source: bridge-count, stance: term, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: term, quantity: {value: 620, unit: lorry}, added: 2026-02-13}
          - {id: count-2025, source: bridge-count, stance: term, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - {id: holm-letter, source: letter-of-councillor, stance: context}
    """
    for claim, computed in calculations(project):
        decided = claim.verdict.decided_on if claim.verdict else None
        if decided is None:
            continue
        used = {one.id for one in operands_of(computed)}
        for place, evidence in enumerate(claim.evidence):
            late = evidence.added is not None and evidence.added > decided and not has_not_come(project, evidence.added)
            if late and evidence.id in used:
                yield Remark(
                    project.file_of("claim", claim.id),
                    ("evidence", place, "added"),
                    say(
                        "the calculation uses ‘{id}’, which was added after the verdict was decided; found {added}, "
                        "expected {decided} or before",
                        id=evidence.id,
                        added=evidence.added,
                        decided=decided,
                    ),
                    say("decide again, and give the day under `verdict.decided_on`"),
                )


def _terms_of_nothing(project: Project, claim: Claim) -> Remark:
    """Return the remark on a claim with terms and without a calculation."""
    places = [place for place, evidence in enumerate(claim.evidence) if evidence.stance == "term"]
    file, names = project.file_of("claim", claim.id), [claim.evidence[place].id for place in places]
    one = say("‘{id}’ is a term, and the claim has no calculation", id=names[0])
    several = say("{ids} are terms, and the claim has no calculation", ids=all_of(quoted(names)))
    return Remark(
        file,
        ("evidence", places[0], "stance"),
        one if len(places) == 1 else several,
        say("add `computed`, or let the stances say what the evidence does to the claim"),
        related=tuple((file, ("evidence", place, "stance"), say("a term too")) for place in places[1:]),
    )


def _is_clear(claim: Claim) -> bool:
    """Say whether a calculation can be read and names only evidence that is there; all else is told by rules of its own."""
    try:
        work_out_claim(claim)
    except FormulaError:
        return False
    known = evidence_of(claim)
    return claim.computed is not None and problem_of(claim.computed) is None and all(one.id in known for one in operands_of(claim.computed))


RULES = (range_in_calculation, term_outside_calculation, number_after_verdict)
"""The rules of this part of the family, in the order of their codes."""
