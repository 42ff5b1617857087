"""What a number leaves open: a range, a "more than", a tolerance, as the lowest and the highest value that it can mean."""

from __future__ import annotations

from fractions import Fraction

import attrs

from claimtrack.records.quantity import Quantity
from claimtrack.records.units import factor


@attrs.frozen
class Bounds:
    """Everything from the lowest to the highest value that a number can mean; None where there is no end.

    Attributes:
        lowest: the lowest value.
        highest: the highest value.
        above: true where it has to be above the lowest ("more than").
        below: true where it has to be below the highest ("less than").
    """

    lowest: Fraction | None
    highest: Fraction | None
    above: bool = False
    below: bool = False

    @classmethod
    def of(cls, quantity: Quantity, unit: str) -> Bounds | None:
        """Return what a quantity leaves open by its range or comparator and by its tolerance.

        Arguments:
            quantity: the number.
            unit: the unit that the bounds are wanted in.

        Returns:
            The bounds, or None where the number or its tolerance does not convert, or its range is none.
        """
        times = factor(quantity.unit, unit)
        low, high = quantity.value, quantity.value if quantity.up_to is None else quantity.up_to
        less, more = quantity.margin(low), quantity.margin(high)
        if times is None or less is None or more is None or quantity.is_impossible:
            return None
        return cls(
            None if quantity.comparator in {"less than", "at most"} else (Fraction(low) - less) * times,
            None if quantity.comparator in {"more than", "at least"} else (Fraction(high) + more) * times,
            above=quantity.comparator == "more than",
            below=quantity.comparator == "less than",
        )

    def __add__(self, other: Bounds) -> Bounds:
        """Return what the sum of two numbers leaves open."""
        return Bounds(
            None if self.lowest is None or other.lowest is None else self.lowest + other.lowest,
            None if self.highest is None or other.highest is None else self.highest + other.highest,
            above=self.above or other.above,
            below=self.below or other.below,
        )

    def meets(self, other: Bounds) -> bool:
        """Say whether there is a value that both numbers can mean.

        >>> Bounds(Fraction(9), Fraction(11)).meets(Bounds(Fraction(11), Fraction(11)))
        True
        >>> Bounds(Fraction(9), Fraction(11)).meets(Bounds(Fraction(11), None, above=True))
        False
        """
        return _reaches(self, other) and _reaches(other, self)


def _reaches(low: Bounds, high: Bounds) -> bool:
    """Say whether the lower end of one is not beyond the upper end of the other."""
    if low.lowest is None or high.highest is None or low.lowest < high.highest:
        return True
    return low.lowest == high.highest and not (low.above or high.below)
