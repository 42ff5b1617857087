"""CT3xx, seventh part: numbers that can be read in two ways, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.quantity import Quantity
from claimtrack.records.units import in_english, refusal
from claimtrack.rules.numerals import plain
from claimtrack.rules.rule import part_rule


@part_rule("CT325", "unclear-unit", Severity.WARNING, Quantity)
def unclear_unit(_: Project, file: str, path: RecordPath, quantity: Quantity) -> Iterator[Remark]:
    """A unit means different things to different people, or has a scale word that is not English.

    Reason: A ton has 1000, 907 or 1016 kilograms, a dollar is of some country, and the German Billion is a thousand times the English
        billion. What is only clear to whoever wrote it cannot be compared, and readers take it for what they know.
    Remedy: Write the unit that is meant. Scale words are English: `thousand`, `million`, `billion` (10^9), `trillion` (10^12).

    Bad:
        quantity: {value: 2, unit: Milliarden euro, as_of: 2026-01}  # here
        computed: ~

    Good:
        quantity: {value: 2, unit: billion euro, as_of: 2026-01}
        computed: ~
    """
    given = [("unit", quantity.unit)]
    if quantity.tolerance is not None and quantity.tolerance.amount is not None and quantity.tolerance.unit != quantity.unit:
        given.append(("tolerance", quantity.tolerance.unit))
    for field, unit in given:
        advice, english = refusal(unit), in_english(unit)
        if english is not None:
            message = say(
                "scale words are English, small and in the singular; found ‘{unit}’, expected ‘{english}’", unit=unit, english=english
            )
            yield Remark(file, (*path, field), message, say("write `{unit}`", unit=english))
        elif advice is not None:
            yield Remark(file, (*path, field), say("the unit ‘{unit}’ can be read in more than one way", unit=unit), advice)


@part_rule("CT326", "impossible-range", Severity.ERROR, Quantity)
def impossible_range(_: Project, file: str, path: RecordPath, quantity: Quantity) -> Iterator[Remark]:
    """A range ends where it begins or before, or is bounded once more by a comparator.

    Reason: `value` and `up_to` are the two ends of a range. With "more than" beside them nobody knows which end is meant.
    Remedy: Write the lower end as `value` and the upper end as `up_to`. For a range that is open on one side leave `up_to` out and write a
        comparator.

    Bad:
        quantity: {value: 640, up_to: 600, unit: lorry}  # here
        computed: ~

    Good:
        quantity: {value: 600, up_to: 640, unit: lorry}
        computed: ~
    """
    if quantity.up_to is None:
        return
    if quantity.up_to == quantity.value:
        message = say("the range ends where it begins; found {found}, expected more", found=plain(quantity.up_to))
        yield Remark(file, (*path, "up_to"), message, say("write the upper end as `up_to`, or leave it out"))
    elif quantity.up_to < quantity.value:
        yield Remark(
            file,
            (*path, "up_to"),
            say(
                "the range ends before it begins; found {found}, expected more than {value}",
                found=plain(quantity.up_to),
                value=plain(quantity.value),
            ),
            say("write the lower end as `value` and the upper end as `up_to`"),
        )
    elif quantity.comparator is not None:
        message = say("there is both `up_to` and a comparator; found {found}, expected one of them", found=quantity.comparator)
        yield Remark(
            file, (*path, "up_to"), message, say("leave the comparator out of a range, or `up_to` where one end is open"), key=True
        )


RULES = (unclear_unit, impossible_range)
"""The rules of this part of the family, in the order of their codes."""
