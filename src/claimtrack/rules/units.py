"""Which units go together, and why others never do."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import attrs

from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.records.arithmetic import FormulaError, walk
from claimtrack.records.claim import Claim
from claimtrack.records.known_units import BY_SPELLING
from claimtrack.records.units import THING, allowance_factor, difference_factor, factor, pieces, unit
from claimtrack.rules.figures import evidence_of, operands_in

_WRITE_BOTH = say("write both in one unit, or convert with an `expression`")
_SHORTEST = 4
_BY_LENGTH = {length: [one for one in BY_SPELLING if len(one) == length] for length in {len(one) for one in BY_SPELLING}}


@attrs.frozen
class Clash:
    """Units of a claim that do not go together: where, what is wrong, what to do about it."""

    path: RecordPath
    message: Phrase
    hint: Phrase


@attrs.frozen
class Never:
    """Two units that look as if they could be compared and cannot: why, and what to do."""

    reason: Phrase
    remedy: Phrase


def clashes_of_units(claim: Claim) -> Iterator[Clash]:
    """Yield where units of a claim do not go together."""
    yield from _of_tolerance(claim)
    if claim.computed is not None:
        yield from _of_terms(claim)
        yield from _of_ratio(claim)
        yield from _of_expression(claim)


_POINTS = Never(
    say("percentage points are no percentages: from 4 to 6 percent it is 2 percentage points, and 50 percent more"),
    say("write `pp` where the difference of two percentages is meant"),
)
_NO_POINTS = Never(_POINTS.reason, say("write `percent` where a percentage is meant, and no difference of two"))
_TIMES = Never(
    say("100 percent more is 2 times as much, and 100 percent of it is 1 times as much"),
    say("write both in one unit, as the sources mean it"),
)
_NEVER: Mapping[tuple[str, str], Never] = {
    ("money", "money"): Never(
        say("what one currency is worth in another changes from day to day"),
        say("put the rate of the day in as evidence, and convert with an `expression`"),
    ),
    ("points", "share"): _POINTS,
    ("share", "times"): _TIMES,
    ("points", "times"): _TIMES,
    ("temperature", "temperature"): Never(say("scales of temperature begin at different points"), say("write both in one unit")),
    ("calendar", "time"): Never(say("months and years have no fixed number of days"), say("write both in one unit")),
}
"""For two natures in alphabetical order why their units never convert."""


def never(one: str, other: str) -> Never | None:
    """Return why two units never convert, where people may think that they do; None where they convert or have nothing in common.

    What to do is said of the first of them.
    """
    first, second = unit(one), unit(other)
    if first.dimension == second.dimension:
        return None
    pairs = sorted((min(pair), max(pair)) for pair in itertools.product(first.natures, second.natures))
    found = next((_NEVER[pair] for pair in pairs if pair in _NEVER), None)
    return _NO_POINTS if found is _POINTS and "points" in first.natures else found


def nearly(word: str, other: str) -> bool:
    """Say whether two words differ by one letter or by their capitals, as a plural does from the singular.

    >>> nearly("kilometres", "kilometre"), nearly("Euro", "euro"), nearly("person", "visit")
    (True, True, False)
    """
    if word == other or min(len(word), len(other)) < _SHORTEST or abs(len(word) - len(other)) > 1:
        return False
    one, two = word.casefold(), other.casefold()
    begin = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    one, two = one[begin:], two[begin:]
    return one == two or one[1:] == two or one == two[1:] or one[1:] == two[1:]


def meant(word: str, expected: str = "") -> str | None:
    """Return the unit that a word was probably meant to be: the expected one, or one of the table; None where it is no slip.

    >>> meant("persn", "million person"), meant("million persons", "person"), meant("guest", "person")
    ('person', 'million person', None)
    """
    if expected and nearly(word, expected):
        return expected
    (given, *per), (wanted, *other) = pieces(word), pieces(expected)
    if not per and not other and nearly(given.name, wanted.name):
        return f"{given.scale} {wanted.name}".strip()
    if unit(word).natures != {THING}:
        return None
    near = (known for length in range(len(word) - 1, len(word) + 2) for known in _BY_LENGTH.get(length, ()))
    return next((known for known in near if nearly(word, known)), None)


def _clash(path: RecordPath, message: Phrase, found: str, expected: str) -> Clash:
    apart = never(found, expected)
    if apart is not None:
        return Clash(path, say("{message} ({reason})", message=message, reason=apart.reason), apart.remedy)
    slip = meant(found, expected)
    return Clash(path, message, say("did you mean ‘{word}’?", word=slip) if slip else _WRITE_BOTH)


def _of_tolerance(claim: Claim) -> Iterator[Clash]:
    """Yield what is wrong with a tolerance that is an amount and not a share."""
    claimed = claim.quantity
    tolerance = claimed.tolerance if claimed else None
    if claimed is None or tolerance is None or tolerance.amount is None or allowance_factor(tolerance.unit, claimed.unit) is not None:
        return
    message = say("the tolerance has another unit than the value; found {found}, expected {unit}", found=tolerance.unit, unit=claimed.unit)
    yield _clash(("quantity", "tolerance"), message, tolerance.unit, claimed.unit)


def _of_terms(claim: Claim) -> Iterator[Clash]:
    """Yield where the terms of a sum or a difference do not convert, or their result not into the unit of the claim."""
    given = _units_in(claim, "sum", "difference")
    if not given or claim.computed is None:
        return
    adds = bool(claim.computed.sum)
    (_, first, expected), *others = given
    for path, _, found in others:
        if factor(found, expected) is None:
            as_in = say("{unit} as in ‘{id}’", unit=expected, id=first)
            if adds:
                message = say("the sum puts different units together; found {found}, expected {unit}", found=found, unit=as_in)
            else:
                message = say("the difference puts different units together; found {found}, expected {unit}", found=found, unit=as_in)
            yield _clash(path, message, found, expected)
    claimed = claim.quantity.unit if claim.quantity else expected
    if (factor if adds else difference_factor)(expected, claimed) is None:
        if adds:
            message = say("the claim has another unit than the sum; found {found}, expected {unit}", found=claimed, unit=expected)
        else:
            message = say("the claim has another unit than the difference; found {found}, expected {unit}", found=claimed, unit=expected)
        yield _clash(("quantity", "unit"), message, claimed, expected)


def _of_ratio(claim: Claim) -> Iterator[Clash]:
    """Yield where the unit of the claim cannot be that of a ratio."""
    given = _units_in(claim, "ratio")
    if len(given) < 2 or claim.quantity is None:  # noqa: PLR2004  (a ratio is of two)
        return
    (_, _, dividend), (_, _, divisor) = given
    claimed = claim.quantity.unit
    quotient, wanted = unit(dividend).over(unit(divisor)), unit(claimed)
    if wanted.natures in ({"times"}, {"share"}) or quotient.dimension == wanted.dimension:
        return
    path = ("quantity", "unit")
    if not quotient.dimension:
        message = say(
            "a ratio of two numbers in ‘{unit}’ has another unit; found {found}, expected times or percent", unit=dividend, found=claimed
        )
        yield _clash(path, message, claimed, "times")
    elif THING not in quotient.natures | wanted.natures:
        message = say("a ratio of ‘{one}’ to ‘{other}’ has another unit; found {found}", one=dividend, other=divisor, found=claimed)
        yield _clash(path, message, claimed, dividend)


def _of_expression(claim: Claim) -> Iterator[Clash]:
    """Yield where an expression adds numbers in different units, or its result is surely not in the unit of the claim."""
    given = {name: text for _, name, text in _units_in(claim, "expression")}
    computed = claim.computed
    if not given or computed is None or computed.expression is None:
        return
    try:
        result = walk(computed.expression, lambda _: _Sort(), lambda name: _Sort(given.get(name)))
    except FormulaError:  # told by the rule about calculations that cannot be read
        return
    path, claimed = ("computed", "expression"), claim.quantity.unit if claim.quantity else None
    if result.clash is not None:
        one, other = result.clash
        message = say("the expression takes numbers as they stand, and adds different units; found {one} and {other}", one=one, other=other)
        yield _clash(path, message, other, one)
    elif result.unit is not None and claimed is not None and factor(result.unit, claimed) != 1:
        found = say("found {found}, expected {unit}", found=result.unit, unit=claimed)
        message = say("the expression takes numbers as they stand, and the claim is in another unit; {found}", found=found)
        yield _clash(path, message, result.unit, claimed)


@attrs.frozen
class _Sort:
    """What is known of the unit of a part of an expression.

    Attributes:
        unit: the unit, as long as only numbers of one unit were added; None where nobody can tell.
        clash: the two units that were added although they are not the same.
    """

    unit: str | None = None
    clash: tuple[str, str] | None = None

    def __add__(self, other: _Sort) -> _Sort:
        if self.clash or other.clash or self.unit is None or other.unit is None:
            return _Sort(clash=self.clash or other.clash)
        return self if factor(self.unit, other.unit) == 1 else _Sort(clash=(self.unit, other.unit))

    __sub__ = __add__

    def __mul__(self, other: _Sort) -> _Sort:
        return _Sort(clash=self.clash or other.clash)

    __truediv__ = __mul__


def _units_in(claim: Claim, *forms: str) -> list[tuple[RecordPath, str, str]]:
    """Return path, id and unit of what a calculation of one of these forms puts together, where it is a number."""
    operands = operands_in(claim, *forms)
    cited = evidence_of(claim) if operands else {}
    return [(one.path, one.id, quantity.unit) for one in operands if one.id in cited and (quantity := cited[one.id].quantity)]
