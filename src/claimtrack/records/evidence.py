"""Evidence: what a source says about a claim, and what was computed from it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import attrs
from attrs import field

from claimtrack.records.arithmetic import FORMULAS
from claimtrack.records.fields import doc
from claimtrack.records.quantity import Quantity
from claimtrack.records.source import Source
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import Level, Seen, Stance


@attrs.frozen(kw_only=True)
class Evidence:
    """What one source says about the claim."""

    id: str = field(metadata=doc("The id, unique in the claim; cited as `[@id]`."))
    source: str | Source = field(metadata=doc("The id of a source, or a source written out here."))
    stance: Stance = field(metadata=doc("What it does to the claim."))
    quote: str | None = field(
        default=None, metadata=doc("The words of the source, in its language.", name_from="W3C TextQuoteSelector exact")
    )
    translation: Text | None = field(default=None, metadata=doc("The quote in the languages of the desk."))
    quantity: Quantity | None = field(default=None, metadata=doc("The number that it gives."))
    added: datetime.date | None = field(default=None, metadata=doc("The day it was added, where that was after publication."))
    origin: str | None = field(default=None, metadata=doc("Whom the information comes from, where it differs from the source's."))
    level: Level | None = field(default=None, metadata=doc("How near the source is to this, where it differs from the source's."))
    seen: Seen | None = field(default=None, metadata=doc("How this was seen, where it differs from the source's."))


@attrs.frozen(kw_only=True)
class Computed:
    """A calculation over the quantities of evidence, in exact decimals; exactly one of the four forms."""

    sum: tuple[str, ...] = field(default=(), metadata=doc("Evidence ids to be added."))
    difference: tuple[str, ...] = field(default=(), metadata=doc("Evidence ids: the first less the others."))
    ratio: tuple[str, ...] = field(default=(), metadata=doc("Evidence ids: the first divided by the second."))
    expression: str | None = field(default=None, metadata=doc("Evidence ids and numbers with `+ - * /`, a blank on both sides."))
    result: Decimal = field(metadata=doc("What comes out, in the unit of the claim's quantity."))
    but: str | None = field(default=None, metadata=doc("The evidence that says why the numbers should not be put together."))

    @property
    def formula(self) -> str:
        """The calculation written out as an expression; empty where the record gives none.

        >>> Computed(sum=("a", "b"), result=Decimal(3)).formula
        'a + b'
        """
        for name, write_out in FORMULAS.items():
            if operands := getattr(self, name):
                return write_out(operands)
        return self.expression or ""
