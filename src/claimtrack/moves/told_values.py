"""Values as they are given on a command line, and as a record has them: days, addresses, languages, numbers with a unit."""

from __future__ import annotations

from claimtrack.changes import Bare, Value
from claimtrack.dates import PartialDate
from claimtrack.errors import UsageError
from claimtrack.reading.language_tags import is_language, language_meant
from claimtrack.records.quantity import parse_number
from claimtrack.urls import AddressError, rewritten, secret_in
from claimtrack.variants.tracking import without_tracking


def told_date(option: str, given: str) -> Bare:
    """Return a date of the world, of which the day or the month may be unknown.

    Raises:
        UsageError: it is none.
    """
    try:
        return Bare(str(PartialDate.parse(given)))
    except ValueError:
        raise UsageError(f"{option} wants a date such as 2026, 2026-02 or 2026-02-09, found {given!r}") from None


def told_day(option: str, given: str) -> Bare:
    """Return a day.

    Raises:
        UsageError: it is none, or not all of it is known.
    """
    try:
        day = PartialDate.parse(given)
    except ValueError:
        day = None
    if day is None or day.day is None or day.about:
        raise UsageError(f"{option} wants a day such as 2026-02-09, found {given!r}")
    return Bare(str(day))


def told_language(option: str, given: str) -> str:
    """Return the tag of a language.

    Raises:
        UsageError: it is none.
    """
    if is_language(given):
        return given
    meant = language_meant(given)
    advice = f"; did you mean {meant}?" if meant else ""
    raise UsageError(f"{option} wants the tag of a language such as de, en or pt-BR, found {given!r}{advice}")


def told_address(option: str, given: str) -> tuple[str, tuple[str, ...]]:
    """Return an address without what only tracks readers, and what there is to say about that.

    Raises:
        UsageError: pages could not link to it, or it gives access to something.
    """
    address = given.strip()
    try:
        rewritten(address)
    except AddressError as error:
        raise UsageError(f"{option}: this address {error.args[0]}: {address}") from None
    if (secret := secret_in(address)) is not None:
        raise UsageError(f"{option}: this address gives access to whoever has it, by {secret!r}; open the page without it")
    clean = without_tracking(address)
    return clean, () if clean == address else (f"left out of the address what only tracks readers; it is now {clean}",)


def told_quantity(given: str, as_of: str | None, counts: str | None) -> dict[str, Value]:
    """Return a number with its unit.

    Raises:
        UsageError: it is none.

    >>> told_quantity("6906500 person", "2025-02", "stock")
    {'value': Bare(text='6906500'), 'unit': 'person', 'as_of': Bare(text='2025-02'), 'counts': 'stock'}
    """
    number, _, unit = given.strip().partition(" ")
    try:
        parse_number(number)
    except ValueError as error:
        raise UsageError(f"--quantity: {error.args[0]}; found {number!r}") from None
    if not unit.strip():
        raise UsageError(f"--quantity wants a number and its unit, such as '62 accident', found {given!r}")
    quantity: dict[str, Value] = {"value": Bare(number), "unit": unit.strip()}
    if as_of is not None:
        quantity["as_of"] = told_date("--as-of", as_of)
    if counts is not None:
        quantity["counts"] = counts
    return quantity
