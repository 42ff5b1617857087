"""CT3xx, fourth part: calculations over the evidence, which anybody can do again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.arithmetic import DivisorError, FormulaError
from claimtrack.records.claim import Claim
from claimtrack.rules.figures import (
    FORMS,
    calculations,
    decimals_of,
    evidence_of,
    forms_of,
    is_rounded_to,
    operands_of,
    problem_of,
    work_out_claim,
)
from claimtrack.rules.numerals import formula, plain, with_numbers, written
from claimtrack.rules.rule import rule
from claimtrack.rules.suggestions import Suggestions


@rule("CT311", "unclear-calculation", Severity.ERROR)
def unclear_calculation(project: Project) -> Iterator[Remark]:
    """A calculation is none, or several at once.

    Reason: Readers see how the result comes about. With one number there is nothing to calculate, and of two calculations nobody knows
        which one gives the result.
    Remedy: Give one of `sum` and `difference` (two pieces of evidence or more), `ratio` (two), or `expression` (at least one).

    Bad:
        computed: {ratio: [count-2026], result: 2}  # here

    Good:
        computed: {ratio: [count-2026, count-2025], result: 2}
    """
    for claim in project.claims.values():
        problem = problem_of(claim.computed) if claim.computed else None
        if problem is not None:
            hint = say("give one of {forms}, over ids of the evidence", forms=", ".join(FORMS))
            yield Remark(project.file_of("claim", claim.id), ("computed",), problem, hint, key=True)


@rule("CT312", "unknown-operand", Severity.ERROR)
def unknown_operand(project: Project) -> Iterator[Remark]:
    """A calculation names evidence that the claim does not have.

    Reason: Nobody can do the calculation again.
    Remedy: Write the id of a piece of evidence of this claim, or add that evidence.
    Clause: ifcn-3.1, efcsn-replicable

    Bad:
        computed: {ratio: [count-2026, count-2024], result: 2}  # here

    Good:
        computed: {ratio: [count-2026, count-2025], result: 2}
    """
    for claim, computed in calculations(project):
        known = evidence_of(claim)
        named = [(one.id, one.path) for one in operands_of(computed)]
        named += [(computed.but, ("computed", "but"))] if computed.but else []
        for name, path in named:
            if name not in known:
                otherwise = say("expected one of {ids}", ids=", ".join(known)) if known else say("add the evidence first")
                yield Remark(
                    project.file_of("claim", claim.id),
                    path,
                    say("the calculation names ‘{name}’, which is no evidence of this claim", name=name),
                    Suggestions(known).hint(name, otherwise),
                )


@rule("CT313", "operand-without-quantity", Severity.ERROR)
def operand_without_quantity(project: Project) -> Iterator[Remark]:
    """A calculation uses evidence that gives no number.

    Reason: The number stands in the words of the source and nowhere as a number, so that nobody can hold the result against it.
    Remedy: Add `quantity` to the evidence, with value and unit as the source has them.

    Bad:
        computed: {ratio: [count-2026, survey], result: 2}  # here

    Good:
        computed: {ratio: [count-2026, count-2025], result: 2}
    """
    for claim, computed in calculations(project):
        known = evidence_of(claim)
        for operand in operands_of(computed):
            if operand.id in known and known[operand.id].quantity is None:
                yield Remark(
                    project.file_of("claim", claim.id),
                    operand.path,
                    say("the calculation uses ‘{id}’, which has no number; expected evidence with `quantity`", id=operand.id),
                    say("add `quantity` to the evidence ‘{id}’", id=operand.id),
                )


@rule("CT314", "unreadable-calculation", Severity.ERROR)
def unreadable_calculation(project: Project) -> Iterator[Remark]:
    """A calculation cannot be read or worked out.

    Reason: Only what can be worked out can be checked.
    Remedy: Write ids of evidence and numbers, with a blank on both sides of `+`, `-`, `*` and `/`; the blanks tell a minus from the hyphen
        of an id.

    Bad:
        computed: {expression: count-2026/count-2025, result: 2}  # here

    Good:
        computed: {expression: count-2026 / count-2025, result: 2}
    """
    for claim, computed in calculations(project):
        path = ("computed", *forms_of(computed)[:1])
        try:
            work_out_claim(claim)
        except FormulaError as error:
            message = say("‘{formula}’ cannot be worked out: {cause}", formula=formula(computed), cause=error.args[0])
            form, divisor = say("write it like `(first-id + second-id) / 2`"), say("change the divisor")
            yield Remark(project.file_of("claim", claim.id), path, message, divisor if isinstance(error, DivisorError) else form)


@rule("CT315", "wrong-result", Severity.ERROR)
def wrong_result(project: Project) -> Iterator[Remark]:
    """The recorded result is not what the calculation gives.

    Reason: Readers who do the sum again find another number, and stop believing the rest. A number was mistyped, or changed after the
        result was recorded.
    Remedy: Record what comes out, rounded to as many decimals as you like, or set the numbers of the evidence right.
    Clause: efcsn-replicable

    Bad:
        computed: {ratio: [count-2026, count-2025], result: 2.1}  # here

    Good:
        computed: {ratio: [count-2026, count-2025], result: 2.0}
    """
    for claim, computed in calculations(project):
        exact = _exact(claim)
        if exact is not None and not is_rounded_to(computed.result, exact):
            yield Remark(
                project.file_of("claim", claim.id),
                ("computed", "result"),
                say(
                    "the result is not what {calculation} gives; found {found}, expected {expected}",
                    calculation=with_numbers(claim),
                    found=plain(computed.result),
                    expected=_rounded(exact, decimals_of(computed.result)),
                ),
                say("record what comes out, or correct the numbers of the evidence"),
            )


def _exact(claim: Claim) -> Fraction | None:
    try:
        return work_out_claim(claim)
    except FormulaError:
        return None


def _rounded(exact: Fraction, decimals: int) -> str:
    """Return a number, and that it has to be rounded where it has more decimals than was recorded."""
    number = written(exact)
    if not decimals or (exact * 10**decimals).denominator == 1:
        return number
    if decimals > 1:
        return say("{number}, rounded to {decimals} decimals", number=number, decimals=decimals)
    return say("{number}, rounded to 1 decimal", number=number)


RULES = (unclear_calculation, unknown_operand, operand_without_quantity, unreadable_calculation, wrong_result)
"""The rules of this part of the family, in the order of their codes."""
