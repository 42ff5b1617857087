"""What a check rests on, in words: how much evidence, of whom in the end, how it was read, how near it is. No grade of confidence."""

from __future__ import annotations

from collections import Counter

import attrs

from claimtrack.lineage.roots import Root, Roots
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.site.views.edition import Edition, Phrase


@attrs.frozen
class Body:
    """Somebody that evidence comes from in the end.

    Attributes:
        name: who.
        parts: those of its parts that the evidence names, such as UNHCR and IOM for the United Nations.
    """

    name: Phrase
    parts: tuple[Phrase, ...] = ()


@attrs.frozen(kw_only=True)
class Basis:
    """What a check rests on.

    Attributes:
        pieces: how many pieces of evidence there are.
        origins: how many independent origins they go back to; empty where only protected sources were seen.
        bodies: those origins by name.
        protected: that protected sources come in addition; they are not counted, since nobody may learn whom they belong to.
        reading: how they were read.
        primary: how many are first-hand.
        archived: how many of the sources on the web are archived; empty where there is none on the web.
    """

    pieces: str
    origins: str = ""
    bodies: tuple[Body, ...] = ()
    protected: str = ""
    reading: str = ""
    primary: str = ""
    archived: str = ""


def basis(edition: Edition, claim: Claim) -> Basis:
    """Return what a check rests on.

    Here the terms of a calculation count like any other evidence: that they complete each other and need not confirm each other is no
    reason to tell a reader of more origins than there are.
    """
    words = edition.words
    if not claim.evidence:
        return Basis(pieces=words["basis_none"])
    project = edition.project
    seen = [(one, roots) for one, roots in zip(claim.evidence, project.roots_of(claim), strict=True) if project.was_seen(one)]
    named = [_named_roots(edition, one, roots) for one, roots in seen if not _is_protected(project.source_of(one))]
    bodies = _bodies(edition, [root for roots in named for root in roots])
    return Basis(
        pieces=words.count("basis_pieces", len(claim.evidence)),
        origins=words.count("basis_origins", len(bodies)) if bodies else "" if seen else words["basis_unseen"],
        bodies=bodies,
        protected="" if len(named) == len(seen) else words["basis_protected_too" if named else "basis_protected_only"],
        reading=_reading(edition, claim.evidence),
        primary=_primary(edition, claim.evidence),
        archived=_archived(edition, claim.evidence),
    )


def _bodies(edition: Edition, roots: list[Root]) -> tuple[Body, ...]:
    """Return the largest bodies behind the evidence, in its order, each with those of its parts that the evidence goes back to."""
    sources: dict[str, Source | None] = {}
    parts: dict[str, dict[str, Phrase]] = {}
    for root in roots:
        source = sources.setdefault(root.origin, root.source)
        named = parts.setdefault(root.body, {})
        if root.origin != root.body:
            named[root.origin] = _name(edition, root.origin, source)
    return tuple(
        Body(_name(edition, body, sources[body]) if body in sources else edition.origin(body), tuple(named.values()))
        for body, named in parts.items()
    )


def _named_roots(edition: Edition, evidence: Evidence, roots: Roots) -> Roots:
    """Return what evidence goes back to, as far as readers may know: a source that goes back to protected ones stands for itself."""
    named = tuple(root for root in roots if not _is_protected(root.source))
    if named:
        return named
    origin = edition.project.origin_of(evidence)
    return (Root(origin, edition.project.body_of(origin), edition.project.source_of(evidence)),)


def _is_protected(source: Source | None) -> bool:
    return source is not None and source.protected is not None


def _name(edition: Edition, origin: str, source: Source | None) -> Phrase:
    """Return the name of an origin; where the desk declares none, the publisher or title of the source that is one stands for it."""
    if origin in edition.project.desk.origins:
        return edition.origin(origin)
    if source is None:
        return Phrase(edition.words["source_unknown"])
    publisher = edition.name_or_none(source.publisher)
    if publisher is not None:
        return publisher
    return edition.in_language(source.title, source.language) if source.title else Phrase(edition.words["no_title"])


def _reading(edition: Edition, evidence: tuple[Evidence, ...]) -> str:
    words = edition.words
    ways = Counter(edition.project.seen_of(one) or "unknown" for one in evidence)
    if len(ways) == 1 and len(evidence) > 1:
        how = words.one_of("read_all", next(iter(ways)))
    else:
        how = words.listing([words.count(f"read.{way}", number) for way, number in ways.items()])
    return words.fill("basis_reading", how=how)


def _primary(edition: Edition, evidence: tuple[Evidence, ...]) -> str:
    words = edition.words
    number = sum(edition.project.level_of(one) == "primary" for one in evidence)
    if number in {0, len(evidence)}:
        return words["basis_primary_all" if number else "basis_primary_none"]
    return words.count("basis_primary", number, all=words.numeral(len(evidence)))


def _archived(edition: Edition, evidence: tuple[Evidence, ...]) -> str:
    words = edition.words
    cited = (edition.project.source_of(one) for one in evidence)
    sources = {source.url: source for source in cited if source is not None and source.url and source.protected is None}
    number = sum(any(archive.status not in {"failed", "gone"} for archive in source.archives) for source in sources.values())
    if not sources:
        return ""
    if number in {0, len(sources)}:
        return words["basis_archived_all" if number else "basis_archived_none"]
    return words.count("basis_archived", number, all=words.numeral(len(sources)))
