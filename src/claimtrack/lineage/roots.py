"""Whom evidence goes back to in the end: along what sources cite, and over all addresses of one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimtrack.lineage.circles import groups
from claimtrack.lineage.shelf import Shelf, documents_of, first_of_each
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.variants.documents import Document

MOST_ROOTS = 50
"""How many roots a source is followed to; of more, the first in alphabetical order are kept."""


class Root(NamedTuple):
    """Somebody that evidence goes back to.

    Attributes:
        origin: an origin of the desk; else ``publisher`` or ``source`` and a name.
        body: the largest body that it is part of; the same as *origin* where it is part of none.
        source: the source that says so; None where its id is not known.
    """

    origin: str
    body: str
    source: Source | None


Roots = tuple[Root, ...]

_NAMES_NOBODY = 2
"""The rank of a source that names neither an origin nor a publisher."""


def own_origin(desk: Desk, source: Source, name: str) -> str:
    """Return whom a source names as its origin, else its publisher, else the source itself by a name."""
    if source.origin:
        return source.origin
    if source.publisher:
        return "publisher " + source.publisher.best(desk.reference_language, desk.reference_language)[0].casefold()
    return f"source {name}"


def body_of(desk: Desk, origin: str) -> str:
    """Return the largest body that an origin is part of; two parts of one body are not independent."""
    seen = [origin]
    while (known := desk.origins.get(seen[-1])) and known.part_of and known.part_of not in seen:
        seen.append(known.part_of)
    return seen[-1]


class Lineage:
    """The roots of all sources of a desk, worked out once.

    A source that cites others is no root of its own; it goes back to theirs. Sources that are the same document go back to the same, and
    parts of one document do where none of them names an origin or a publisher of its own.

    Arguments:
        desk: the desk, which declares origins and what they are part of.
        sources: the sources by id.
    """

    def __init__(self, desk: Desk, sources: Mapping[str, Source]) -> None:
        self._desk = desk
        self._sources = sources
        documents = {name: documents_of(source) for name, source in sources.items()}
        self._shelf, first = first_of_each(documents)
        self._best_of_document: dict[str, str] = {}
        for name, those in documents.items():
            for document in those:
                best = self._best_of_document.setdefault(document.key, name)
                if self._rank(name) < self._rank(best):
                    self._best_of_document[document.key] = name
        self._of: dict[str, Roots] = {}
        self._follow(first, documents)

    def of_claim(self, claim: Claim) -> tuple[Roots, ...]:
        """Return the roots of each piece of evidence of a claim, in its order."""
        shelf: Shelf[Roots] = Shelf()
        return tuple(self._of_evidence(evidence, f"{claim.id}/{evidence.id}", shelf) for evidence in claim.evidence)

    def _of_evidence(self, evidence: Evidence, name: str, shelf: Shelf[Roots]) -> Roots:
        """Return the roots of evidence; a source that the claim writes out is put on its own shelf, by a name of its own."""
        if evidence.origin:
            source = self._sources.get(evidence.source) if isinstance(evidence.source, str) else evidence.source
            return (self._root(evidence.origin, source),)
        if isinstance(evidence.source, str):
            return self._of_id(evidence.source)
        documents = documents_of(evidence.source)
        for document in documents:
            if (same := self._shelf.same_as(document)) is not None:
                return self._of[same]
            if (before := shelf.same_as(document)) is not None:
                return before
        own = (self._root(own_origin(self._desk, evidence.source, name), evidence.source),)
        roots = _together(map(self._of_id, evidence.source.cites)) or own
        shelf.put(roots, documents)
        return roots

    def _of_id(self, source_id: str) -> Roots:
        return self._of.get(source_id) or (self._root(f"source {source_id}", None),)

    def _root(self, origin: str, source: Source | None) -> Root:
        body = body_of(self._desk, origin)
        if source is not None and source.part_of and body == origin:
            body = body_of(self._desk, source.part_of)
        return Root(origin, body, source)

    def _follow(self, first: Mapping[str, str], documents: Mapping[str, tuple[Document, ...]]) -> None:
        """Work out the roots of all sources; those that are the same document are followed as one, by the first of them."""
        alike: dict[str, list[str]] = {}
        for name, one in first.items():
            alike.setdefault(one, []).append(name)
        links = {
            one: tuple(dict.fromkeys(first.get(cited, cited) for name in names for cited in self._sources[name].cites))
            for one, names in alike.items()
        }
        for group in groups(links):
            members = set(group)
            beyond = dict.fromkeys(cited for one in group for cited in links[one] if cited not in members)
            roots = _together(self._of_id(cited) for cited in beyond) or (self._own_root(alike[group[0]], documents),)
            for one in group:
                self._of.update(dict.fromkeys(alike[one], roots))

    def _own_root(self, names: list[str], documents: Mapping[str, tuple[Document, ...]]) -> Root:
        """Return the root of sources that are one document: the first origin that one of them names, else the first publisher."""
        best = min(names, key=self._rank)
        if self._rank(best) == _NAMES_NOBODY and documents[best]:
            best = min((self._best_of_document[one.key] for name in names for one in documents[name]), key=self._rank)
        source = self._sources[best]
        return self._root(own_origin(self._desk, source, best), source)

    def _rank(self, name: str) -> int:
        source = self._sources[name]
        return 0 if source.origin else 1 if source.publisher else _NAMES_NOBODY


def _together(those: Iterable[Roots]) -> Roots:
    """Return several roots as one tuple, each root once."""
    each_once: dict[tuple[str, str], Root] = {}
    for roots in those:
        for root in roots:
            each_once.setdefault((root.origin, root.body), root)
    if len(each_once) > MOST_ROOTS:
        return tuple(each_once[one] for one in sorted(each_once)[:MOST_ROOTS])
    return tuple(each_once.values())
