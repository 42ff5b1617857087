"""Adding archived copies: to every source, and every place where a claim appeared, that has the address that was archived."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from claimtrack.changes import Add, Append, Bare, Change, Value
from claimtrack.errors import RefusedError
from claimtrack.exchange.auto_archiver import ArrivedCopy, copies_in
from claimtrack.exchange.incoming import Given
from claimtrack.findings import Finding, Kind, finding
from claimtrack.locations import RecordPath
from claimtrack.moves.importing import Import, Tally
from claimtrack.moves.plan import Plan, weigh
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.reading.kinds.of_imports import KNOWN_ITEM, LEFT_OUT
from claimtrack.records.claim import Appearance
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.source import Archive, Source
from claimtrack.urls import host_of, web_address
from claimtrack.variants.documents import document_at


@attrs.frozen
class _Place:
    """Something at the desk that can have archived copies.

    Attributes:
        file: the file of its record.
        path: where it stands there.
        archives: the copies that it has.
        order: the usual order of its fields.
    """

    file: str
    path: RecordPath
    archives: Sequence[Archive]
    order: tuple[str, ...]


def add_copies(project: Project, files: Iterable[Given], today: datetime.date) -> Import:
    """Plan to add the copies that were taken.

    Arguments:
        project: the desk.
        files: the results.
        today: the day of the import.
    """
    adding = _Adding(project)
    for given in files:
        for one in copies_in(given, today):
            adding.take(one)
    weighed = weigh(adding.plan, today)
    misgivings = Counter(one.code for one in weighed.misgivings)
    return Import(adding.plan, tuple(adding.findings), adding.tally, weighed.objections, misgivings)


class _Adding:
    """Adds copies one by one.

    Attributes:
        plan: what would be written.
        findings: what there is to say.
        tally: what became of the results.
    """

    def __init__(self, project: Project) -> None:
        self.plan = Plan(project=project)
        self.findings: list[Finding] = []
        self.tally = Tally()
        self._places: dict[str, list[_Place]] = defaultdict(list)
        self._added: dict[tuple[str, RecordPath], set[str]] = defaultdict(set)
        for place, address in _places(project):
            if (document := document_at(address)) is not None:
                self._places[document.key].append(place)

    def take(self, one: ArrivedCopy | Finding) -> None:
        """Take in a copy, or what is said of a file."""
        if isinstance(one, Finding):
            self.findings.append(one)
            self.tally.left_out += one.code == LEFT_OUT.code
            return
        document = document_at(one.of)
        places = self._places.get(document.key, []) if document else []
        new = [place for place in places if not self._has(place, one)]
        if not places:
            self.tally.left_out += 1
            self._say(LEFT_OUT, one, say("nothing at the desk has the address {address}", address=one.of))
        elif not new:
            self.tally.known += 1
            self._say(KNOWN_ITEM, one, say("the desk has it already: {claim}", claim=one.address))
        else:
            self._add(one, new)

    def _has(self, place: _Place, one: ArrivedCopy) -> bool:
        known = {web_address(archive.url or "") for archive in place.archives} | self._added[place.file, place.path]
        return web_address(one.address) in known

    def _add(self, one: ArrivedCopy, places: Sequence[_Place]) -> None:
        plan = self.plan
        try:
            for place in places:
                plan = plan.with_changes(place.file, [self._change(place, one)])
        except RefusedError as error:
            self.tally.left_out += 1
            self._say(LEFT_OUT, one, say("{why}", why=str(error)))
            return
        for place in places:
            self._added[place.file, place.path].add(web_address(one.address) or one.address)
        self.plan = plan
        self.findings += one.findings
        self.tally.new += 1

    def _change(self, place: _Place, one: ArrivedCopy) -> Change:
        entry: dict[str, Value] = {"provider": host_of(web_address(one.address) or ""), "url": one.address}
        if one.captured_at is not None:
            entry["captured_at"] = Bare(one.captured_at)
        path = (*place.path, "archives")
        if place.archives or self._added[place.file, place.path]:
            return Append(path, entry)
        return Add(path, [entry], place.order)

    def _say(self, kind: Kind, one: ArrivedCopy, message: Phrase) -> None:
        self.findings.append(finding(kind, one.file, one.span, message))


def _places(project: Project) -> Iterator[tuple[_Place, str]]:
    """Yield everything that has an address and can have copies, with that address."""
    of_sources, of_appearances = (tuple(map(key_of, written_fields(record))) for record in (Source, Appearance))
    for source in project.sources.values():
        if source.url:
            yield _Place(project.file_of("source", source.id), (source.id,), source.archives, of_sources), source.url
    for claim in project.claims.values():
        file = project.file_of("claim", claim.id)
        for number, evidence in enumerate(claim.evidence):
            if isinstance(evidence.source, Source) and evidence.source.url:
                path: RecordPath = ("evidence", number, "source")
                yield _Place(file, path, evidence.source.archives, of_sources), evidence.source.url
        for number, appearance in enumerate(claim.appearances):
            if appearance.url:
                yield _Place(file, ("appearances", number), appearance.archives, of_appearances), appearance.url
