"""Restoring: whole records of our own format come in under their ids and in their folders; what is there already stays as it is."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from claimtrack.changes import Add, Value
from claimtrack.editing import FileChange, compose_record
from claimtrack.errors import RefusedError
from claimtrack.exchange.incoming import ArrivedRecord, Given, Receiving
from claimtrack.exchange.jsonl_in import import_
from claimtrack.findings import Finding, Kind, finding
from claimtrack.moves.importing import Import, Tally
from claimtrack.moves.plan import Plan, Weighed, weigh
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project, RecordKind
from claimtrack.reading.file_names import DESK, RIGHT_NAMES
from claimtrack.reading.kinds.of_imports import CONTRADICTING_ITEM, KNOWN_ITEM, LEFT_OUT, REPEATED_ITEM
from claimtrack.records.plain import plain_values

_ROUNDS = 20
"""How often what names something that was left out is left out in turn; beyond that, the import is refused."""

_Key = tuple[RecordKind, str]


def restore(project: Project, files: Iterable[Given], told: Receiving) -> Import:
    """Plan to take in whole records.

    Arguments:
        project: the desk.
        files: the files.
        told: what the importer has to know.
    """
    restoring = _Restoring(project)
    for given in files:
        for one in import_(given, told):
            restoring.take(one)
    return restoring.weighed(told.today)


class _Restoring:
    """Takes in records one by one, and knows which were there."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._base = project.desk_file.removesuffix(DESK)
        self._taken: dict[_Key, ArrivedRecord] = {}
        self._written: dict[_Key, bytes] = {}
        self._digests: dict[_Key, bytes] = {}
        self._findings: list[Finding] = []
        self._tally = Tally()

    def take(self, one: ArrivedRecord | Finding) -> None:
        """Take in a record, or what is said of a file."""
        if isinstance(one, Finding):
            self._findings.append(one)
            self._tally.left_out += one.code == LEFT_OUT.code
        elif one.kind is None:
            self._hold_desk(one)
        elif (one.kind, one.id) in self._taken:
            self._repeat(one, one.kind)
        elif self._project.exists(one.kind, one.id):
            self._hold(one, one.kind)
        else:
            self._enter(one, one.kind)

    def _enter(self, one: ArrivedRecord, kind: RecordKind) -> None:
        key: _Key = (kind, one.id)
        try:
            data = _file(one)
        except RefusedError as error:
            self._leave_out(one, say("{why}", why=str(error)))
            return
        self._taken[key] = one if kind == "source" else attrs.evolve(one, values={}, record=None, findings=())
        self._written[key] = data
        self._digests[key] = hashlib.sha256(data).digest()
        self._findings += one.findings
        self._tally.new += 1

    def _hold_desk(self, one: ArrivedRecord) -> None:
        """Hold the desk of the file against this one, which stays as it is."""
        if one.record is not None and plain_values(one.record) == plain_values(self._project.desk):
            self._say(KNOWN_ITEM, one, say("the desk itself is the same"))
            self._tally.known += 1
            return
        there, given = plain_values(self._project.desk), plain_values(one.record) if one.record is not None else {}
        names = ", ".join(f"`{name}`" for name in {**there, **given} if there.get(name) != given.get(name))
        self._leave_out(one, say("it is another desk, and this one stays as it is; different are {names}", names=names))

    def _hold(self, one: ArrivedRecord, kind: RecordKind) -> None:
        known: Mapping[RecordKind, Mapping[str, object]] = {
            "claim": self._project.claims,
            "article": self._project.articles,
            "source": self._project.sources,
        }
        there = known[kind].get(one.id)
        if there is not None and one.record is not None and plain_values(there) == plain_values(one.record):
            self._tally.known += 1
            self._say(KNOWN_ITEM, one, say("the desk has it already: {claim}", claim=one.id))
        else:
            self._leave_out(one, say("the desk has something else under the id ‘{id}’, which stays as it is", id=one.id))

    def _repeat(self, one: ArrivedRecord, kind: RecordKind) -> None:
        self._tally.repeated += 1
        before = self._taken[kind, one.id]
        place = f"{before.file}:{before.span.line}"
        try:
            same = self._digests[kind, one.id] == hashlib.sha256(_file(one)).digest() and one.folder == before.folder
        except RefusedError:
            same = False
        if same:
            self._say(REPEATED_ITEM, one, say("the same item stands in {place}", place=place))
        else:
            self._say(
                CONTRADICTING_ITEM, one, say("the id ‘{id}’ stands in {place} with something else, which came in", id=one.id, place=place)
            )

    def _say(self, kind: Kind, one: ArrivedRecord, message: Phrase) -> None:
        self._findings.append(finding(kind, one.file, one.span, message))

    def _leave_out(self, one: ArrivedRecord, why: Phrase) -> None:
        self._tally.left_out += 1
        self._say(LEFT_OUT, one, why)

    def weighed(self, today: datetime.date) -> Import:
        """Return the import without the records that the rules would have an error about, and without those that need them."""
        plan, files = self._planned()
        weighed = weigh(plan, today)
        for _ in range(_ROUNDS):
            wrong = {key: one for one in weighed.objections for key in files.get(one.file, ()) if self._is_about(one, key)}
            if not wrong:
                break
            for key, why in wrong.items():
                del self._written[key]
                self._tally.new -= 1
                self._leave_out(self._taken[key], say("{why}", why=f"{why.code}: {why.message}"))
            plan, files = self._planned()
            weighed = weigh(plan, today) if self._written else Weighed(project=self._project)
        misgivings = Counter(one.code for one in weighed.misgivings)
        return Import(plan, tuple(self._findings), self._tally, weighed.objections, misgivings)

    def _is_about(self, objection: Finding, key: _Key) -> bool:
        """Tell whether an objection is about a record; in a file of many sources, about each of them whose name it has."""
        return key[0] != "source" or f"‘{key[1]}’" in objection.message or not self._taken[key].fits

    def _planned(self) -> tuple[Plan, dict[str, list[_Key]]]:
        """Return what would be written, and which records are in which file."""
        files: dict[str, list[_Key]] = {}
        shelves: dict[str, dict[str, Value]] = {}
        changes: dict[str, FileChange] = {}
        for key, data in self._written.items():
            one = self._taken[key]
            folder = f"{self._base}{one.folder}/" if one.folder else self._base
            file = folder + {"claim": f"{one.id}.yaml", "article": "article.yaml", "source": RIGHT_NAMES["sources"]}[key[0]]
            files.setdefault(file, []).append(key)
            if key[0] == "source":
                shelves.setdefault(file, {})[one.id] = one.values
            else:
                changes[file] = FileChange(file, None, data)
        taken = next((file for file in changes if os.path.lexists(self._project.root / file)), None)
        if taken is not None:
            raise RefusedError(f"{taken} exists already, and stays as it is")
        plan = Plan(project=self._project, files=changes)
        for file, sources in shelves.items():
            if (self._project.root / file).exists():
                plan = plan.with_changes(file, [Add((name,), values) for name, values in sources.items()])
            else:
                plan = plan.with_file(file, compose_record(sources))
        return plan, files


def _file(one: ArrivedRecord) -> bytes:
    """Return a record as it stands in a file that has nothing else."""
    return compose_record({one.id: one.values} if one.kind == "source" else one.values)
