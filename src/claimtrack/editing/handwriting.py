"""How an author writes: how far he indents, which quotation marks he likes, where he puts blanks; read off what is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice, pairwise
from typing import TypeVar

import attrs

from claimtrack.changes import Scalar
from claimtrack.editing.spelling import Quote, Sign, Unwritable, is_plain, spell, spell_name
from claimtrack.editing.tree import Node, walk
from claimtrack.reading.yaml_door import type_in_1_2

_MOST_LOOKED_AT = 4_000
"""How many values are looked at; the hand does not change later."""
_HYPHEN = re.compile(r"-( +)\S")
_QUOTES: Mapping[str, Quote] = {"'": "'", '"': '"'}
_T = TypeVar("_T")


@attrs.frozen
class Hand:
    """How an author writes.

    Attributes:
        step: how far the fields of a mapping are indented below the name that they belong to.
        dash: how far the hyphens of a list are indented below the name that it belongs to.
        gap: how many blanks stand behind a hyphen.
        quote: the quotation marks for texts that need some.
        comma: what stands between values in brackets.
        colon: what stands between name and value in braces.
        pad: what stands behind an opening brace and before the closing one.
        sign: what texts are written with where they stand now; plain where they need nothing.
        signs: the same for the texts of single fields, by name.
        name_sign: what names are written with.
        below_sign: whether texts of several lines are written below `|`.
    """

    step: int = 2
    dash: int = 2
    gap: int = 1
    quote: Quote = '"'
    comma: str = ", "
    colon: str = ": "
    pad: str = ""
    sign: Sign = ""
    signs: Mapping[str, Sign] = attrs.field(factory=dict)
    name_sign: Sign = ""
    below_sign: bool = True

    def spell(self, value: Scalar, *, name: str | None = None, in_flow: bool = False) -> str:
        """Return how a value is written on one line; *name* is that of its field."""
        sign = self.sign if name is None else self.signs.get(name, self.sign)
        return spell(value, sign=sign if isinstance(value, str) else "", quote=self.quote, in_flow=in_flow)

    def spell_field(self, name: str) -> str:
        """Return how the name of a field in braces is written, with what stands between it and the value."""
        spelled = self.spell_name(name)
        return spelled + (self.colon if spelled[:1] in _QUOTES else ": ")

    def spell_name(self, name: str) -> str:
        """Return how the name of a field is written."""
        return spell_name(name, sign=self.name_sign, quote=self.quote)


def hand_of(root: Node, text: str) -> Hand:
    """Return how the author of a document writes.

    Arguments:
        root: the document.
        text: the text that it stands in.
    """
    seen = _Seen(text)
    for node in islice(walk(root), _MOST_LOOKED_AT):
        seen.take_in(node)
    usual = Hand()
    step, dash = seen.commonest(seen.steps, 0), seen.commonest(seen.dashes, -1)
    colon = seen.commonest(seen.colons, usual.colon)
    return Hand(
        step=step or (dash if dash > 0 else usual.step),
        dash=dash if dash >= 0 else step or usual.dash,
        gap=seen.commonest(seen.gaps, usual.gap),
        quote=seen.commonest(seen.quotes, usual.quote),
        comma=seen.commonest(seen.commas, "," if colon == ":" else usual.comma),
        colon=colon,
        pad=seen.commonest(seen.pads, usual.pad),
        sign=seen.sign_of_texts,
        name_sign=seen.sign_of_names,
    )


@attrs.define
class _Seen:
    """What has been seen of a hand, and how often."""

    text: str
    steps: Counter[int] = attrs.Factory(Counter)
    dashes: Counter[int] = attrs.Factory(Counter)
    gaps: Counter[int] = attrs.Factory(Counter)
    quotes: Counter[Quote] = attrs.Factory(Counter)
    commas: Counter[str] = attrs.Factory(Counter)
    colons: Counter[str] = attrs.Factory(Counter)
    pads: Counter[str] = attrs.Factory(Counter)
    names: Counter[str] = attrs.Factory(Counter)
    texts: Counter[str] = attrs.Factory(Counter)

    @property
    def sign_of_names(self) -> Sign:
        """What all names are written with."""
        return _QUOTES.get(next(iter(self.names)), "") if len(self.names) == 1 else ""

    @property
    def sign_of_texts(self) -> Sign:
        """What all texts are written with, where names are too, as in JSON."""
        as_names = self.texts.keys() <= self.names.keys() and (self.texts or self.sign_of_names == '"')
        return self.sign_of_names if as_names else ""

    def commonest(self, counter: Counter[_T], usual: _T) -> _T:
        """Return what was seen most, or what is usual where nothing was."""
        return max(counter, key=lambda one: (counter[one], one == usual)) if counter else usual

    def take_in(self, node: Node) -> None:
        if (quote := _QUOTES.get(node.sign)) is not None:
            self.quotes[quote] += 1
        for entry in node.entries:
            if entry.key is not None:
                self.names[entry.key.sign] += 1
            if entry.value.kind == "scalar" and (entry.value.sign or type_in_1_2(entry.value.text) == "str"):
                self.texts[entry.value.sign] += 1
        if node.entries and node.flow:
            self._take_in_brackets(node)
        elif node.kind == "mapping":
            self._take_in_fields(node)
        elif node.kind == "list":
            for entry in node.entries:
                hyphen = _HYPHEN.match(self.text, entry.value.start - entry.value.column + node.column)
                if hyphen is not None:
                    self.gaps[len(hyphen[1])] += 1

    def _take_in_fields(self, node: Node) -> None:
        for entry in node.entries:
            inner = entry.value
            if inner.entries and not inner.flow and inner.column >= node.column and not inner.anchor and not inner.tag:
                (self.steps if inner.kind == "mapping" else self.dashes)[inner.column - node.column] += 1

    def _take_in_brackets(self, node: Node) -> None:
        for one, other in pairwise(node.entries):
            between = self.text[one.end : other.start]
            if "\n" not in between and between.strip() == ",":
                self.commas["," if between == "," else ", "] += 1
        for entry in node.entries:
            if entry.key is not None and not entry.value.is_nothing:
                self.colons[":" if self.text[entry.key.end : entry.value.start] == ":" else ": "] += 1
        if node.kind == "mapping":
            self.pads[" " if self.text[node.start + 1 : node.entries[0].start] == " " else ""] += 1


def like(hand: Hand, siblings: Iterable[Node]) -> Hand:
    """Return the same hand, with texts written like those that stand beside a new one.

    Arguments:
        hand: the hand of the document.
        siblings: the values beside the new one; of those that are mappings, the last one shows how each field is written.
    """
    texts: set[str] = set()
    signs: dict[str, Sign] = {}
    names: set[str] = set()
    for one in siblings:
        if one.kind == "scalar" and not one.is_nothing and not _has_to_have_quotes(one):
            texts.add(one.sign)
        for entry in one.entries if one.kind == "mapping" else ():
            if entry.key is not None and entry.key.kind == "scalar":
                names.add(entry.key.sign)
                if not _has_to_have_quotes(entry.value, in_flow=one.flow):
                    signs[entry.key.text] = _QUOTES.get(entry.value.sign, hand.sign)
    sign: Sign = _QUOTES.get(texts.pop(), hand.sign) if len(texts) == 1 else hand.sign
    name_sign: Sign = _QUOTES.get(names.pop(), hand.name_sign) if len(names) == 1 else hand.name_sign
    return attrs.evolve(hand, sign=sign, signs=signs, name_sign=name_sign)


def _has_to_have_quotes(node: Node, *, in_flow: bool = False) -> bool:
    """Tell whether a text is in quotation marks only because it has to be, so that they say nothing about how its author writes."""
    try:
        return node.sign in _QUOTES and not is_plain(node.text, in_flow=in_flow)
    except Unwritable:
        return True
