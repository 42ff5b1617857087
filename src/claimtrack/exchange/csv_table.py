"""A table for people: one row for each claim, as comma-separated values that no spreadsheet can be made to run.

It follows RFC 4180: lines end in CR LF, cells with a comma, a quotation mark or a line end stand in quotation marks; UTF-8. A cell that a
spreadsheet could take for a formula gets a ``'`` in front, and so does every place inside it that would be a cell of its own for a
reader that splits at the wrong sign. That changes the text: the format that loses nothing is JSON Lines. :func:`unguarded` takes it back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping

import attrs

from claimtrack.exchange.outgoing import Outgoing, Parts
from claimtrack.exchange.reviews import address_in
from claimtrack.records.claim import Claim
from claimtrack.tables import claims
from claimtrack.tables.columns import Column as OfClaims

_FORMULA = "[=+\\-@＝＋－＠]"
_PASSED_OVER = "[\\s'\"\u200b-\u200f\u2060\ufeff]*"
"""What some readers take away before they look what a cell begins with."""
_PLACES = r"\A|(?<=[,;|\t\n])"
_GUARDED = re.compile(rf"(?:{_PLACES})(?={_PASSED_OVER}{_FORMULA})|\A(?='*[\t\n])")
"""Where a ``'`` is put: before what begins like a formula, at the start or behind what can part two cells."""
_TAKEN_BACK = re.compile(rf"(?:{_PLACES})'(?={_PASSED_OVER}{_FORMULA})|\A'(?='*[\t\n])")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@attrs.frozen
class Column:
    """A column of the table.

    Attributes:
        name: its heading.
        about: what stands in it, for the reference page.
        value: returns the value of a claim; None for an empty cell.
    """

    name: str
    about: str
    value: Callable[[Outgoing, Claim], object] = attrs.field(repr=False)


def export(outgoing: Outgoing) -> Parts:
    """Yield the table: a row with the headings, then a row for each claim."""
    write = csv.writer(_Returned(), lineterminator="\r\n").writerow
    yield str(write([column.name for column in COLUMNS]))
    for claim in outgoing.claims:
        yield str(write([_cell(column.value(outgoing, claim)) for column in COLUMNS]))


class _Returned:
    """A file that gives back what is written into it, so that a row can go out at once."""

    def write(self, row: str) -> str:
        """Return a row."""
        return row


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, on whatever sign it parts cells.

    >>> guarded("=1+1"), guarded("a;=1"), guarded("'=1"), guarded("5 = 4 + 1")
    ("'=1+1", "a;'=1", "''=1", '5 = 4 + 1')
    """
    return _GUARDED.sub("'", text)


def unguarded(text: str) -> str:
    """Return a text as it was before :func:`guarded`.

    >>> unguarded("'=1+1"), unguarded("a;'=1"), unguarded("''=1"), unguarded("'tis")
    ('=1+1', 'a;=1', "'=1", "'tis")
    """
    return _TAKEN_BACK.sub("", text)


def _cell(value: object) -> str:
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").strip("\n")
        return guarded(_NOT_SHOWN.sub("\ufffd", lines))
    return "" if value is None else str(value)  # a number or a day of our own, in digits


def _page(outgoing: Outgoing, claim: Claim) -> str | None:
    if outgoing.publication_of(claim) == "unpublished":
        return None
    return next((address_in(outgoing, claim, pages) for pages in outgoing.pages if pages.language == outgoing.language), None)


def _as_in(column: OfClaims[Claim]) -> Column:
    """Return a column of the table of claims that data frames are made of."""
    return Column(column.name, column.about, lambda outgoing, claim: column.value(outgoing.project, claim, outgoing.language))


_OF_CLAIMS: Mapping[str, Column] = {column.name: _as_in(column) for column in claims.COLUMNS}

COLUMNS = (
    _OF_CLAIMS["id"],
    _OF_CLAIMS["folder"],
    Column(
        "publication", "what readers see of it: `published`, `corrected`, …", lambda outgoing, claim: outgoing.publication_of(claim).value
    ),
    *(
        _OF_CLAIMS[name]
        for name in (
            "status",
            "statement",
            "claimant",
            "made_on",
            "first_seen",
            "article_title",
            "topics",
            "aspect",
            "kind",
            "rating",
            "rating_label",
            "scale",
            "headline",
            "summary",
            "evidence",
            "sources",
            "published",
            "corrected",
            "withdrawn",
        )
    ),
    Column("page", "the address of the page in this language", _page),
)
"""The columns, in their order."""
