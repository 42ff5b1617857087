"""Which units go together."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.locations import RecordPath
from claimtrack.records.claim import Claim
from claimtrack.records.quantity import Quantity
from claimtrack.rules.figures import evidence_of, operands_in

_UNITS_OF_RATIOS = ("times", "percent")
_PERCENTAGE_POINTS = ("percent", "pp")


def clashes_of_units(claim: Claim) -> Iterator[tuple[RecordPath, str]]:
    """Yield where units of a claim do not go together, and what is wrong."""
    yield from _of_tolerance(claim.quantity)
    operands = operands_in(claim, "sum", "difference", "ratio")
    cited = evidence_of(claim) if operands else {}
    known = [(one, quantity.unit) for one in operands if one.id in cited and (quantity := cited[one.id].quantity)]
    if not known or claim.computed is None:
        return
    claimed = claim.quantity.unit if claim.quantity else None
    first, unit = known[0]
    if claim.computed.ratio:
        if claimed not in {*_UNITS_OF_RATIOS, None} and all(one == unit for _, one in known):
            expected = " or ".join(_UNITS_OF_RATIOS)
            yield ("quantity", "unit"), f"a ratio of two numbers in ‘{unit}’ has another unit; found {claimed}, expected {expected}"
        return
    form = "sum" if claim.computed.sum else "difference"
    for operand, other in known:
        if other != unit:
            yield operand.path, f"the {form} puts different units together; found {other}, expected {unit} as in ‘{first.id}’"
    if claimed is not None and claimed != unit:
        yield ("quantity", "unit"), f"the claim has another unit than the {form}; found {claimed}, expected {unit}"


def _of_tolerance(claimed: Quantity | None) -> Iterator[tuple[RecordPath, str]]:
    """Yield what is wrong with a tolerance that is an amount and not a share."""
    tolerance = claimed.tolerance if claimed else None
    if claimed is None or tolerance is None or tolerance.amount is None or tolerance.unit == claimed.unit:
        return
    if claimed.unit != "percent" or tolerance.unit not in _PERCENTAGE_POINTS:
        yield ("quantity", "tolerance"), f"the tolerance has another unit than the value; found {tolerance.unit}, expected {claimed.unit}"
