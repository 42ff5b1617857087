"""Collecting records and what is wrong with their files, file by file, nothing hidden by anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import attrs

from claimtrack.findings import Finding, finding
from claimtrack.locations import START
from claimtrack.phrases import say
from claimtrack.project import Project, RecordKind, digest
from claimtrack.reading.archives import Archives, named_by, read_archives
from claimtrack.reading.documents import Document, read_document
from claimtrack.reading.file_names import FileKind, kind_by_name
from claimtrack.reading.files import read_file
from claimtrack.reading.kinds import SYMBOLIC_LINK
from claimtrack.reading.misfits import Misfit, in_words
from claimtrack.reading.misnamed import misnamed
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER, Snapshot, read_snapshot
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk, Publisher
from claimtrack.records.source import Source
from claimtrack.records.text import Text

Record = TypeVar("Record", bound=attrs.AttrsInstance)


NO_DESK = Desk(format=1, publisher=Publisher(name=Text({"en": "?"})), languages=("en",))
"""Stands in for a desk record that cannot be read, so that the other files can still be looked at."""


@attrs.define
class Collector:
    """Collects records and findings, file by file."""

    root: Path
    unsaved: Mapping[str, bytes | None]
    desk: Desk | None = None
    articles: dict[str, Article] = attrs.Factory(dict)
    claims: dict[str, Claim] = attrs.Factory(dict)
    sources: dict[str, Source] = attrs.Factory(dict)
    files: dict[tuple[RecordKind, str], str] = attrs.Factory(dict)
    seen: dict[tuple[RecordKind, str], list[str]] = attrs.Factory(lambda: defaultdict(list))
    unreadable: dict[RecordKind, set[str]] = attrs.Factory(lambda: defaultdict(set))
    sources_are_complete: bool = True
    snapshots: dict[str, Snapshot] = attrs.Factory(dict)
    digests: dict[str, bytes] = attrs.Factory(dict)
    findings: list[Finding] = attrs.Factory(list)

    def read(self, file: str, kind: FileKind) -> None:
        """Read a file of records."""
        document = self._document(file)
        folder = file.rpartition("/")[0].rpartition("/")[2]
        if kind == "desk":
            self.desk = self._made(document, Desk)
        elif kind == "article":
            article = self._made(document, Article, {"id": folder})
            self._keep("article", folder, file, article, self.articles)
        elif kind == "claim":
            self._read_claim(file, document)
        elif document is not None:
            self._read_sources(document)
        else:
            self.sources_are_complete = False

    def take(self, project: Project, again: Collection[str]) -> None:
        """Take the records of a project as they are, but for those of files that are to be read again."""
        if project.desk_is_sound and project.desk_file not in again:
            self.desk = project.desk
            self.digests[project.desk_file] = project.digests[project.desk_file]
        known: Mapping[RecordKind, tuple[Mapping[str, Any], dict[str, Any]]] = {
            "article": (project.articles, self.articles),
            "claim": (project.claims, self.claims),
            "source": (project.sources, self.sources),
        }
        for (kind, record_id), file in project.files.items():
            if file not in again:
                there, kept = known[kind]
                kept[record_id] = there[record_id]
                self.files[kind, record_id] = file
                self.seen[kind, record_id].append(file)
                self.digests[file] = project.digests[file]

    def put_in_order(self, files: Sequence[str]) -> None:
        """Put the records into the order of their files, as if all of these had been read one after the other."""
        place = {file: number for number, file in enumerate(files)}
        kinds: tuple[tuple[RecordKind, dict[str, Any]], ...] = (
            ("article", self.articles),
            ("claim", self.claims),
            ("source", self.sources),
        )
        for kind, kept in kinds:
            in_order = sorted(kept.items(), key=lambda one: place[self.files[kind, one[0]]])
            kept.clear()
            kept.update(in_order)
        self.files = dict(sorted(self.files.items(), key=lambda one: place[one[1]]))
        for seen in self.seen.values():
            seen.sort(key=place.__getitem__)

    @property
    def found(self) -> tuple[Finding, ...]:
        """What is wrong with the files, in order."""
        return tuple(sorted(self.findings, key=lambda one: one.sort_key))

    def project(self, desk_file: str, snapshots_folder: str, archives: Archives) -> Project:
        """Return the project of all that was collected."""
        return Project(
            root=self.root,
            desk_file=desk_file,
            desk=self.desk or NO_DESK,
            desk_is_sound=self.desk is not None,
            articles=self.articles,
            claims=self.claims,
            sources=self.sources,
            files=self.files,
            repeated={of: tuple(files) for of, files in self.seen.items() if len(files) > 1},
            unreadable={kind: frozenset(ids) for kind, ids in self.unreadable.items()},
            sources_are_complete=self.sources_are_complete,
            snapshots=self.snapshots,
            snapshots_folder=snapshots_folder,
            archives=archives,
            digests=self.digests,
            unsaved=self.unsaved,
        )

    def pass_over(self, stray: Finding) -> None:
        """Take in that something lies among the records that is not read, so that nobody reports what follows from that as well."""
        if stray.file in self.unsaved and self.unsaved[stray.file] is None:
            return
        self.findings.append(stray)
        *_, folder, name = ("", *stray.file.casefold().split("/"))
        record = f"{name.removesuffix('.yml')}.yaml" if name.endswith(".yml") else name
        if not record.endswith(".yaml"):
            return
        if (meant := kind_by_name(record)) is not None:
            self._miss(meant, folder)
        else:
            self.unreadable["claim"].add(record.removesuffix(".yaml"))

    def read_snapshots(self, folder: str) -> None:
        """Read the texts of the articles that are not known yet."""
        if folder == SNAPSHOTS_FOLDER and (self.root / folder).is_symlink():
            hint = say("put the folder itself in its place, or name it with --snapshots")
            self.findings.append(finding(SYMBOLIC_LINK, folder, START, say("this is a symbolic link, which is not followed"), hint))
            return
        for article_id in self.articles.keys() - self.snapshots.keys():
            snapshot, findings = read_snapshot(self.root, folder, article_id, self.unsaved)
            self.findings.extend(findings)
            if snapshot is not None:
                self.snapshots[article_id] = snapshot

    def read_archives(self) -> Archives:
        """Look at the desk's own copies that the records name."""
        archives, findings = read_archives(self.root, named_by(self.sources, self.claims.values()))
        self.findings.extend(findings)
        return archives

    def _document(self, file: str) -> Document | None:
        unsaved = self.unsaved.get(file)
        data, findings = (unsaved, ()) if unsaved is not None else read_file(self.root, file)
        self.findings.extend(findings)
        if data is None:
            return None
        self.digests[file] = digest(data)
        document, findings = read_document(file, data)
        self.findings.extend(findings)
        return document

    def _made(self, document: Document | None, record: type[Record], given: Mapping[str, str] | None = None) -> Record | None:
        if document is None:
            return None
        made, misfits = structure(document.values, record, given=given)
        self.findings.extend(in_words(document, misfits))
        return made

    def _read_claim(self, file: str, document: Document | None) -> None:
        *_, folder, name = file.split("/")
        claim_id = name.removesuffix(".yaml")
        claim = None
        if document is not None:
            claim, misfits = structure(document.values, Claim, given={"id": claim_id, "folder": folder})
            if claim is None and (other := misnamed(file, document.values)) is not None:
                self.findings.append(other.finding)
                self._miss(other.kind, folder)
                return
            self.findings.extend(in_words(document, misfits))
        self._keep("claim", claim_id, file, claim, self.claims)

    def _miss(self, kind: FileKind, folder: str) -> None:
        """Take in that a record is not where it belongs, so that nobody reports what follows from that as well."""
        if kind == "sources":
            self.sources_are_complete = False
        elif kind == "article":
            self.unreadable["article"].add(folder)

    def _read_sources(self, document: Document) -> None:
        of_the_file: list[Misfit] = []
        for source_id, values in document.values.items():
            source, misfits = structure(values, Source, (source_id,), {"id": source_id})
            of_the_file.extend(misfits)
            self._keep("source", source_id, document.file, source, self.sources)
        self.findings.extend(in_words(document, of_the_file))

    def _keep(self, kind: RecordKind, record_id: str, file: str, record: Record | None, kept: dict[str, Record]) -> None:
        self.seen[kind, record_id].append(file)
        if record is None:
            self.unreadable[kind].add(record_id)
        elif record_id not in kept:
            kept[record_id] = record
            self.files[kind, record_id] = file
