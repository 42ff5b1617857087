"""Which sources are the same document: sources by the documents that their addresses lead to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from claimtrack.records.source import Source
from claimtrack.variants.documents import Document, document_at

Name = TypeVar("Name")

_ANY = "*"
"""Stands for every capture, and for every part."""


def documents_of(source: Source) -> tuple[Document, ...]:
    """Return the documents that the addresses of a source lead to: its own, and those of copies of the same text."""
    addresses = (source.url, *source.copies) if source.copies else (source.url,)
    return tuple(found for one in addresses if one is not None and (found := document_at(one)) is not None)


class Shelf(Generic[Name]):
    """Things by the documents that they are.

    Two things are the same document where an address of the one and an address of the other lead to it. They are not where the two
    addresses name different parts of it, or captures of different moments, which are different versions.
    """

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], tuple[int, Name]] = {}
        self._put = 0

    def put(self, name: Name, documents: tuple[Document, ...]) -> None:
        """Put something on the shelf, behind all that is there."""
        self._put += 1
        for key, captured, part in documents:
            for capture in {captured, _ANY}:
                for place in {part, _ANY}:
                    self._first.setdefault((key, capture, place), (self._put, name))

    def same_as(self, document: Document) -> Name | None:
        """Return the first thing on the shelf that is the same document, or None where there is none."""
        key, captured, part = document
        captures = (captured, "") if captured else (_ANY,)
        places = (part, "") if part else (_ANY,)
        found = [one for capture in captures for place in places if (one := self._first.get((key, capture, place))) is not None]
        return min(found, key=lambda one: one[0])[1] if found else None


def first_of_each(documents: Mapping[str, tuple[Document, ...]]) -> tuple[Shelf[str], dict[str, str]]:
    """Put sources on a shelf.

    Arguments:
        documents: for the id of each source the documents that it is.

    Returns:
        The shelf, and for each id the first that is the same document, over others if need be; for most of them their own.
    """
    shelf: Shelf[str] = Shelf()
    place = {name: number for number, name in enumerate(documents)}
    first = {name: name for name in documents}

    def first_of(name: str) -> str:
        while first[name] != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    for name, those in documents.items():
        for document in those:
            if (same := shelf.same_as(document)) is not None:
                one, other = sorted((first_of(name), first_of(same)), key=place.__getitem__)
                first[other] = one
        shelf.put(name, those)
    return shelf, {name: first_of(name) for name in documents}
