"""Whom evidence goes back to in the end: along what sources cite, and over all addresses of one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimtrack.lineage.circles import groups
from claimtrack.lineage.shelf import SILENT, Collection
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source

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

    Attributes:
        known: the sources, with those together that are the same document.
    """

    def __init__(self, desk: Desk, sources: Mapping[str, Source]) -> None:
        self._desk = desk
        self.known = Collection(sources)
        self._of: dict[str, Roots] = {}
        first_of, alike = self.known.first_of, self.known.alike
        links = {
            one: tuple(dict.fromkeys(first_of(cited) for name in names for cited in sources[name].cites)) for one, names in alike.items()
        }
        for group in groups(links):
            members = set(group)
            beyond = dict.fromkeys(cited for one in group for cited in links[one] if cited not in members)
            roots = _together(map(self._of_id, beyond)) or (self._own_root(alike[group[0]], self.known),)
            for one in group:
                self._of.update(dict.fromkeys(alike[one], roots))

    def of_claim(self, claim: Claim) -> tuple[Roots, ...]:
        """Return the roots of each piece of evidence of a claim, in its order."""
        named = [(f"{claim.id}/{evidence.id}", evidence) for evidence in claim.evidence]
        written_out = {name: one.source for name, one in named if isinstance(one.source, Source) and not one.origin}
        of_those = self._of_written_out(Collection(written_out)) if written_out else {}
        return tuple(self._of_evidence(evidence, of_those.get(name)) for name, evidence in named)

    def _of_evidence(self, evidence: Evidence, of_source: Roots | None) -> Roots:
        if evidence.origin:
            source = self.known.sources.get(evidence.source) if isinstance(evidence.source, str) else evidence.source
            return (self._root(evidence.origin, source),)
        return of_source or self._of_id(str(evidence.source))

    def _of_written_out(self, own: Collection) -> dict[str, Roots]:
        """Return the roots of the sources that a claim writes out; one that is the same document as a source with an id has its roots."""
        found: dict[str, Roots] = {}
        for names in own.alike.values():
            same = self.known.same_as(document for name in names for document in own.documents[name])
            cited = dict.fromkeys(one for name in names for one in own.sources[name].cites)
            roots = self._of[same] if same is not None else _together(map(self._of_id, cited)) or (self._own_root(names, own),)
            found.update(dict.fromkeys(names, roots))
        return found

    def _of_id(self, source_id: str) -> Roots:
        return self._of.get(source_id) or (self._root(f"source {source_id}", None),)

    def _own_root(self, names: list[str], among: Collection) -> Root:
        """Return the root of sources that are one document and cite nobody.

        It is the first origin that one of them names, else the first publisher, else what other parts of that document name.
        """
        best = min(names, key=among.silence_of)
        source = among.sources[best]
        if among.silence_of(best) == SILENT:
            documents = [document for name in names for document in among.documents[name]]
            for collection in (self.known, among):
                telling = collection.most_telling(documents)
                if telling is not None:
                    best, source = telling, collection.sources[telling]
                    break
        return self._root(own_origin(self._desk, source, best), source)

    def _root(self, origin: str, source: Source | None) -> Root:
        body = body_of(self._desk, origin)
        if source is not None and source.part_of and body == origin:
            body = body_of(self._desk, source.part_of)
        return Root(origin, body, source)


def _together(those: Iterable[Roots]) -> Roots:
    """Return several roots as one tuple, each root once."""
    each_once: dict[tuple[str, str], Root] = {}
    for roots in those:
        for root in roots:
            each_once.setdefault((root.origin, root.body), root)
    if len(each_once) > MOST_ROOTS:
        return tuple(each_once[one] for one in sorted(each_once)[:MOST_ROOTS])
    return tuple(each_once.values())
