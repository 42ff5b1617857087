"""One item of others that is being read: what it refers to, which of its fields say something that is read nowhere, where it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from claimtrack.exchange.checked_claims import CheckedClaim, arrived
from claimtrack.exchange.foreign_values import Listening
from claimtrack.exchange.incoming import ArrivedClaim, Receiving
from claimtrack.exchange.pieces import Piece
from claimtrack.exchange.review_items import Item
from claimtrack.findings import Finding, finding
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.reading.kinds.of_imports import LEFT_OUT

FORM = "claimreview"
_NOT_TOLD = frozenset({"@context", "@type", "@id", "url", "mainEntityOfPage"})
"""What says nothing of its own, or was looked at for the address."""


class ItemReader:
    """Reads one item.

    Attributes:
        item: the item.
        listening: takes in what there is to say about it.
        others: the fields that nothing of the record is made of, by their names with points between.
    """

    def __init__(self, piece: Piece, item: Item, receiving: Receiving) -> None:
        self.item = item
        self.receiving = receiving
        self.piece = piece
        self.listening = Listening(piece, item.path, receiving.today)
        self.others: list[str] = []
        self.referred: dict[str, str] = {}

    def object_at(self, node: Mapping[str, Any], path: RecordPath) -> Mapping[str, Any] | None:
        """Return the object that a field holds or refers to: of a list its first one."""
        value = node.get(str(path[-1]))
        if isinstance(value, list):
            objects = [one for one in value if isinstance(one, dict)]
            if len(value) > 1:
                self.others.append(dotted(path))
            elif objects:
                self.listening.repaired(path, say("a list was taken for its one entry"))
            value = objects[0] if objects else value[0] if value else None
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
            referred: Mapping[str, Any] | None = self.piece.nodes.get(value["@id"])
            if referred is None:
                return value
            self.referred[value["@id"]] = _as_json(referred)
            return referred
        if isinstance(value, dict):
            return value
        if value not in (None, "", []):
            self.listening.refused(path, say("expected an object with fields of its own"))
        return None

    def rest(self, node: Mapping[str, Any], path: RecordPath, read: set[str]) -> None:
        """Take in which fields of an object have something to say and were not read."""
        for name, value in node.items():
            if name not in read and name not in _NOT_TOLD and value not in (None, "", [], {}):
                self.others.append(dotted((*path, name)))

    def unread(self, skip: set[str] | None = None) -> list[str]:
        """Return the names of what nothing of the record is made of."""
        told = {one for one in self.others if one not in (skip or set())}
        if self.item.sort == "media review":
            told -= {"headline", "name"}
        return sorted(told)

    def first_address(self, told: list[tuple[Any, RecordPath]]) -> str | None:
        """Return the first sound address among some values, each with where it stands; None where there is none."""
        for value, path in told:
            found = list(self.listening.addresses(value, path))
            if len(found) > 1:
                self.others.append(dotted(path))
            if found:
                return found[0][0]
        return None

    def address(self, node: Mapping[str, Any]) -> str | None:
        """Return the address of a check: its own, else that of the page that it is the main thing of."""
        page = node.get("mainEntityOfPage")
        inner = page.get("url") or page.get("@id") if isinstance(page, dict) else page
        return self.first_address([(node.get("url"), ("url",)), (inner, ("mainEntityOfPage",))])

    def left_out(self, why: Phrase, path: RecordPath = ()) -> Finding:
        """Return the finding that says why an item does not come in."""
        piece = self.piece
        hint = say("mend the item and import it again, or write the record by hand")
        return finding(LEFT_OUT, piece.file, piece.span((*self.item.path, *path)), why, hint)

    def arrived(self, claim: CheckedClaim) -> ArrivedClaim:
        """Return the claim as it comes in."""
        original = self.piece.text_at(self.item.whole) or _as_json(self.item.node)
        return arrived(claim, self.listening, self.receiving, FORM, original, tuple(self.referred.values()))


def dotted(path: RecordPath) -> str:
    """Return the names of the fields down to a value, with points between them and without the places in lists."""
    return ".".join(str(step) for step in path if isinstance(step, str))


def _as_json(node: Mapping[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False, default=str)
