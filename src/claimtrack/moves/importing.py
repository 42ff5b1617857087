"""Importing: what others have checked comes in as claims to look at, one folder for each import, all of it or nothing."""

from __future__ import annotations

import datetime
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimtrack.changes import Value
from claimtrack.editing import FileChange, compose_record
from claimtrack.errors import RefusedError, UsageError
from claimtrack.exchange.incoming import ArrivedClaim, Given, Receiving, identity_of
from claimtrack.exchange.registry import ForeignSource
from claimtrack.findings import Finding, finding
from claimtrack.locations import Span
from claimtrack.moves.imported_ids import id_of_check
from claimtrack.moves.naming import known_workflow
from claimtrack.moves.new_ids import IdsOfClaims, given_id
from claimtrack.moves.plan import Plan, weigh
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.reading.file_names import DESK
from claimtrack.reading.kinds.of_imports import CONTRADICTING_ITEM, KNOWN_ITEM, LEFT_OUT, REPEATED_ITEM
from claimtrack.records.claim import Claim
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.source import Source
from claimtrack.rules.ids import slug_of

USUAL_FOLDER = "imported"
_FIELDS = tuple(name for name in map(key_of, written_fields(Claim)) if name != "extra")
_AT_ONCE = 1_000
"""How many records are weighed at once, at least."""


@attrs.define
class Tally:
    """What became of the items: each of them is counted once.

    Attributes:
        new: they come in.
        known: the desk has them.
        repeated: they stand in the files more than once.
        left_out: no record can be made of them.
    """

    new: int = 0
    known: int = 0
    repeated: int = 0
    left_out: int = 0

    @property
    def items(self) -> int:
        """How many items were found."""
        return self.new + self.known + self.repeated + self.left_out


@attrs.frozen
class Import:
    """An import that is ready to be written.

    Attributes:
        plan: what it would write.
        findings: what there is to say about the files.
        tally: what became of the items.
        objections: the errors that the rules would have about anything but the new records; those that have one do not come in.
        misgivings: the codes of the warnings that the rules would have, with how many of each.
    """

    plan: Plan
    findings: tuple[Finding, ...]
    tally: Tally
    objections: tuple[Finding, ...]
    misgivings: Mapping[str, int]


def receiving(project: Project, today: datetime.date, language: str = "", mapping: Mapping[str, str] | None = None) -> Receiving:
    """Return what an importer has to know of a desk."""
    return Receiving(
        today=today,
        languages=project.desk.languages,
        scale=project.scale,
        language=language,
        longest_quote=project.desk.limits.quote,
        mapping=mapping or {},
    )


def import_checks(project: Project, source: ForeignSource, files: Iterable[Given], into: str, by: str, told: Receiving) -> Import:
    """Plan to take in what others have checked.

    Arguments:
        project: the desk.
        source: the format.
        files: the files.
        into: the folder that the claims go to.
        by: who imports them.
        told: what the importer has to know.

    Raises:
        UsageError: the folder can be none of claims that stand by themselves.
    """
    importing = _Importing(project, folder_for(project, into), by)
    for given in files:
        for one in source.import_(given, told):
            importing.take(one)
    return importing.weighed(told.today)


def folder_for(project: Project, into: str) -> str:
    """Return the folder of an import, relative to the root.

    Raises:
        UsageError: its name has another form than ids have, or there is an article in it, whose claims are its own.
    """
    name = given_id(into, "a folder")
    if project.exists("article", name):
        raise UsageError(f"the claims of {name!r} are taken from an article; choose another folder with --into")
    return f"{project.desk_file.removesuffix(DESK)}{name}"


def usual_folder(names: Sequence[str]) -> str:
    """Return what the folder of an import is called where nobody says it: as the first file."""
    stem = names[0].replace("\\", "/").rpartition("/")[2].partition(".")[0]
    return slug_of(stem) or USUAL_FOLDER


@attrs.frozen
class _Seen:
    """What is remembered of an item, so that the same one is known when it comes again: little, since there may be very many."""

    place: str
    verdicts: tuple[str, ...]
    digests: bytes

    @classmethod
    def of(cls, one: ArrivedClaim) -> _Seen:
        """Return what is remembered of a claim."""
        return cls(f"{one.file}:{one.span.line}", tuple(one.verdicts), _digests(one))


def _digests(one: ArrivedClaim) -> bytes:
    """Return four bytes for each field of a claim but the original, which says the same in other words; zeros where it is absent."""
    words = (repr(one.values[name]) if name in one.values else "" for name in _FIELDS)
    return b"".join(zlib.crc32(told.encode("utf-8", "replace")).to_bytes(4, "big") for told in words)


def _different(one: bytes, other: bytes) -> list[str]:
    """Return the fields in which two claims differ."""
    return [name for place, name in enumerate(_FIELDS) if one[4 * place : 4 * place + 4] != other[4 * place : 4 * place + 4]]


class _Importing:
    """Takes in items one by one, and knows which were there."""

    def __init__(self, project: Project, folder: str, by: str) -> None:
        self._project = project
        self._folder = folder
        self._start: dict[str, Value] = {"status": known_workflow(project).statuses[0].id, "authors": [by]}
        self._known = dict(_identities(project))
        self._ids = IdsOfClaims(project)
        self._taken: set[str] = set()
        self._seen: dict[str, _Seen] = {}
        self._places: dict[str, tuple[str, Span]] = {}
        self._data: dict[str, bytes] = {}
        self._findings: list[Finding] = []
        self._tally = Tally()

    def take(self, one: ArrivedClaim | Finding) -> None:
        """Take in a claim, or what is said of a file."""
        if isinstance(one, Finding):
            self._findings.append(one)
            self._tally.left_out += one.code == LEFT_OUT.code
            return
        if (before := self._seen.get(one.identity)) is not None:
            self._repeat(one, before)
            return
        self._seen[one.identity] = _Seen.of(one)
        if (there := self._known.get(one.identity)) is not None:
            self._tally.known += 1
            message = say("the desk has it already: {claim}", claim=there)
            self._findings.append(finding(KNOWN_ITEM, one.file, one.span, message))
            return
        claim_id = id_of_check(one.address, one.publisher, one.identity, self)
        file = f"{self._folder}/{claim_id}.yaml"
        if os.path.lexists(self._project.root / file):
            raise RefusedError(f"{file} exists already, and stays as it is")
        try:
            data = compose_record({**self._start, **one.values})
        except RefusedError as error:
            self._leave_out(one.file, one.span, str(error))
            return
        self._taken.add(claim_id)
        self._places[file] = one.file, one.span
        self._data[file] = data
        self._findings += one.findings
        self._tally.new += 1

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._taken or claim_id in self._ids

    def _repeat(self, one: ArrivedClaim, before: _Seen) -> None:
        self._tally.repeated += 1
        place, different = before.place, _different(before.digests, _digests(one))
        if list(one.verdicts) != list(before.verdicts):
            message = say(
                "the same fact-check says ‘{here}’ here and ‘{there}’ in {place}, which came in",
                here=", ".join(one.verdicts),
                there=", ".join(before.verdicts),
                place=place,
            )
            self._findings.append(finding(CONTRADICTING_ITEM, one.file, one.span, message, say("open the fact-check and look")))
        elif different:
            names = ", ".join(f"`{name}`" for name in different)
            message = say("the same fact-check stands in {place}, which came in; different here are {names}", place=place, names=names)
            self._findings.append(finding(CONTRADICTING_ITEM, one.file, one.span, message, say("open the fact-check and look")))
        else:
            self._findings.append(finding(REPEATED_ITEM, one.file, one.span, say("the same item stands in {place}", place=place)))

    def _leave_out(self, file: str, span: Span, why: str) -> None:
        self._tally.left_out += 1
        self._findings.append(finding(LEFT_OUT, file, span, say("{why}", why=why), say("mend the item, or write the record by hand")))

    def weighed(self, today: datetime.date) -> Import:
        """Return the import without the records that the rules would have an error about.

        The records are weighed some at a time beside what the desk has: none of them needs another, and there may be very many.
        """
        objections: tuple[Finding, ...] = ()
        misgivings: Counter[str] = Counter()
        at_once = max(_AT_ONCE, len(self._project.claims))
        files = list(self._data)
        for some in (files[start : start + at_once] for start in range(0, len(files), at_once)):
            weighed = weigh(self._planned(some), today)
            while wrong := {one.file: one for one in weighed.objections if one.file in self._data}:
                for file, why in wrong.items():
                    del self._data[file]
                    self._tally.new -= 1
                    self._leave_out(*self._places[file], f"{why.code}: {why.message}")
                weighed = weigh(self._planned(some), today)
            objections = objections or weighed.objections
            misgivings.update(one.code for one in weighed.misgivings)
        return Import(self._planned(files), tuple(self._findings), self._tally, objections, misgivings)

    def _planned(self, files: Iterable[str]) -> Plan:
        """Return what would be written; made at once, since a plan that grows file by file is copied for each."""
        changes = {file: FileChange(file, None, self._data[file]) for file in files if file in self._data}
        return Plan(project=self._project, files=changes)


def _identities(project: Project) -> Iterable[tuple[str, str]]:
    """Yield what makes each check of the desk's claims the same one, by what was noted when it came in or by what stands there now."""
    for claim in project.claims.values():
        noted = claim.extra.get("imported") if claim.extra else None
        identity = noted.get("identity") if isinstance(noted, Mapping) else None
        if isinstance(identity, str):
            yield identity, claim.id
        yield from ((one, claim.id) for one in _identities_of(project, claim))


def _identities_of(project: Project, claim: Claim) -> Iterable[str]:
    if claim.statement is not None:
        for evidence in claim.evidence:
            source = project.source_of(evidence)
            if isinstance(source, Source) and source.url:
                for text in claim.statement.by_language.values():
                    yield identity_of(source.url, "", text)
