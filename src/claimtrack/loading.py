"""From a folder to a project: every file read once, every fault of every file found, nothing hidden by anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import attrs

from claimtrack.findings import Finding
from claimtrack.project import DESK_FILE, Project, RecordKind, digest
from claimtrack.reading.documents import Document, read_document
from claimtrack.reading.files import find_root, read_file, walk
from claimtrack.reading.snapshots import read_snapshot
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk, Publisher
from claimtrack.records.source import Source
from claimtrack.records.text import Text


Record = TypeVar("Record")


def load(folder: str | Path, *, snapshots: str | Path | None = None) -> tuple[Project, tuple[Finding, ...]]:
    """Read all records of a desk.

    Arguments:
        folder: the folder of the desk, or any folder or file in it.
        snapshots: the folder with the texts of articles, where it is not ``snapshots/`` of the project.

    Returns:
        The project with every record that could be read, and what is wrong with the files; findings of the rules are not among them,
        see :func:`claimtrack.check`.

    Raises:
        NotADeskError: there is no ``desk.yaml`` in the folder or above it.
    """
    root, records = find_root(Path(folder))
    reader = _Reader(root)
    entries, strays = walk(root, records)
    reader.findings.extend(strays)
    for entry in entries:
        reader.read(entry.file, entry.kind)
    desk_file = (records / DESK_FILE).relative_to(root).as_posix()
    texts = Path(snapshots) if snapshots is not None else root / "snapshots"
    project = Project(
        root=root,
        desk_file=desk_file,
        desk=reader.desk or _NO_DESK,
        desk_is_sound=reader.desk is not None,
        articles=reader.articles,
        claims=reader.claims,
        sources=reader.sources,
        files=reader.files,
        repeated={of: tuple(files) for of, files in reader.seen.items() if len(files) > 1},
        unreadable={kind: frozenset(ids) for kind, ids in reader.unreadable.items()},
        snapshots={one: text for one in reader.articles if (text := read_snapshot(texts, one)) is not None} if texts.is_dir() else {},
        digests=reader.digests,
    )
    return project, tuple(sorted(reader.findings, key=lambda one: one.sort_key))


_NO_DESK = Desk(format=1, publisher=Publisher(name=Text({"en": "?"})), languages=("en",))
"""Stands in for a desk record that cannot be read, so that the other files can still be looked at."""


@attrs.define
class _Reader:
    """Collects records and findings, file by file."""

    root: Path
    desk: Desk | None = None
    articles: dict[str, Article] = attrs.Factory(dict)
    claims: dict[str, Claim] = attrs.Factory(dict)
    sources: dict[str, Source] = attrs.Factory(dict)
    files: dict[tuple[RecordKind, str], str] = attrs.Factory(dict)
    seen: dict[tuple[RecordKind, str], list[str]] = attrs.Factory(lambda: defaultdict(list))
    unreadable: dict[RecordKind, set[str]] = attrs.Factory(lambda: defaultdict(set))
    digests: dict[str, bytes] = attrs.Factory(dict)
    findings: list[Finding] = attrs.Factory(list)

    def read(self, file: str, kind: str) -> None:
        data, findings = read_file(self.root, file)
        self.findings.extend(findings)
        document = None
        if data is not None:
            self.digests[file] = digest(data)
            document, findings = read_document(file, data)
            self.findings.extend(findings)
        *_, folder, name = ("", *file.split("/"))
        if kind == "desk":
            self.desk = self._made(document, Desk)
        elif kind == "article":
            self._keep("article", folder, file, self._made(document, Article, id=folder), self.articles)
        elif kind == "claim":
            claim = self._made(document, Claim, id=name.removesuffix(".yaml"), folder=folder)
            self._keep("claim", name.removesuffix(".yaml"), file, claim, self.claims)
        elif document is not None:
            for source_id, source in self._sources(document):
                self._keep("source", source_id, file, source, self.sources)

    def _sources(self, document: Document) -> Iterator[tuple[str, Source | None]]:
        for source_id in document.values:
            source, findings = structure(document, Source, (source_id,), id=source_id)
            self.findings.extend(findings)
            yield source_id, source

    def _made(self, document: Document | None, record: type[Record], **given: str) -> Record | None:
        if document is None:
            return None
        made, findings = structure(document, record, **given)
        self.findings.extend(findings)
        return made

    def _keep(self, kind: RecordKind, record_id: str, file: str, record: Record | None, kept: dict[str, Record]) -> None:
        self.seen[kind, record_id].append(file)
        if record is None:
            self.unreadable[kind].add(record_id)
        elif record_id not in kept:
            kept[record_id] = record
            self.files[kind, record_id] = file
