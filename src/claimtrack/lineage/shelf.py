"""Which sources are the same document: things by the documents that their addresses lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from claimtrack.records.source import Source
from claimtrack.variants.documents import Document, document_at

Name = TypeVar("Name")

SILENT = 2
"""The silence of a source that names neither an origin nor a publisher."""

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


class Collection:
    """Sources by their names, with those together that are the same document.

    Attributes:
        sources: the sources.
        documents: the documents that each of them is.
        alike: the names of sources that are the same document, over others if need be; by the first of them.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.documents = {name: documents_of(source) for name, source in sources.items()}
        self.alike: dict[str, list[str]] = {}
        self._shelf: Shelf[str] = Shelf()
        self._most_telling: dict[str, str] = {}
        self._first = {name: name for name in sources}
        place = {name: number for number, name in enumerate(sources)}
        for name, those in self.documents.items():
            for document in those:
                if (same := self._shelf.same_as(document)) is not None:
                    one, other = sorted((self.first_of(name), self.first_of(same)), key=place.__getitem__)
                    self._first[other] = one
                known = self._most_telling.setdefault(document.key, name)
                if self.silence_of(name) < self.silence_of(known):
                    self._most_telling[document.key] = name
            self._shelf.put(name, those)
        for name in sources:
            self.alike.setdefault(self.first_of(name), []).append(name)

    def first_of(self, name: str) -> str:
        """Return the first source that is the same document as one by name, which may be that one; a name that is unknown itself."""
        first = self._first
        while first.get(name, name) != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    def same_as(self, documents: Iterable[Document]) -> str | None:
        """Return the first source that is one of some documents, or None where there is none."""
        return next((same for one in documents if (same := self._shelf.same_as(one)) is not None), None)

    def most_telling(self, documents: Iterable[Document]) -> str | None:
        """Return, of the sources that are one of some documents or a part of it, the one that tells most of its origin."""
        found = [self._most_telling[one.key] for one in documents if one.key in self._most_telling]
        return min(found, key=self.silence_of, default=None)

    def silence_of(self, name: str) -> int:
        """Return how little a source tells of its origin: 0 where it names one, 1 where it names its publisher, else ``SILENT``."""
        source = self.sources[name]
        return 0 if source.origin else 1 if source.publisher else SILENT
