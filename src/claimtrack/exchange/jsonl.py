"""JSON Lines with everything that is in the records: one record a line, to be read again without loss.

A line says what is in it, and the record stands under ``record`` as a person would write it (:mod:`claimtrack.records.plain`). First
comes the desk, then the articles, the sources and the claims, so that whoever reads them in order knows what is named. The shape is
versioned; its JSON Schema is made in :mod:`claimtrack.exchange.jsonl_schema`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from claimtrack.exchange.json_text import as_json
from claimtrack.exchange.outgoing import Outgoing, Parts
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.plain import plain_values
from claimtrack.records.source import Source

VERSION = 1
"""The version of the shape of a line; it rises when something that was there is gone or means something else."""

_Line = dict[str, Any]


def export(outgoing: Outgoing) -> Parts:
    """Yield the lines, each as soon as its record is at hand."""
    for line in lines(outgoing):
        yield as_json(line) + "\n"


def lines(outgoing: Outgoing) -> Iterator[_Line]:
    """Yield the lines as plain values."""
    head = {"claimtrack": VERSION}
    language = outgoing.project.desk.reference_language
    desk: _Line = {**head, "kind": "desk", "language": language}
    yield _closed(outgoing, desk, outgoing.project.desk, outgoing.public.desk if outgoing.public else None)
    for article in outgoing.articles():
        yield _closed(outgoing, {**head, "kind": "article", "id": article.id, "language": language}, article, _public(outgoing, article))
    folders = _folders(outgoing)
    for source in outgoing.sources():
        folder = _folder_of(outgoing, source)
        told = {"folder": folder if outgoing.public is not None or folder in folders else ""}
        yield _closed(
            outgoing, {**head, "kind": "source", "id": source.id, **told, "language": language}, source, _public(outgoing, source)
        )
    for claim in outgoing.claims:
        told = {"id": claim.id, "folder": claim.folder, "language": language, "publication": outgoing.publication_of(claim).value}
        yield _closed(outgoing, {**head, "kind": "claim", **told}, claim, _public(outgoing, claim))


def _closed(outgoing: Outgoing, line: _Line, record: Any, public: Any) -> _Line:  # noqa: ANN401  (any class of records)
    """Return a line with its record; where everything goes out, with what of it readers do not see."""
    values = plain_values(record)
    if outgoing.public is None:
        return {**line, "record": values}
    seen = plain_values(public) if public is not None else {}
    return {**line, "only_at_desk": [key for key in values if values[key] != seen.get(key)], "record": values}


def _public(outgoing: Outgoing, record: Claim | Article | Source) -> Claim | Article | Source | None:
    """Return what readers may see of a record, or None where that is nothing."""
    if outgoing.public is None:
        return None
    if isinstance(record, Claim):
        return outgoing.public.claims.get(record.id)
    return outgoing.public.articles.get(record.id) if isinstance(record, Article) else outgoing.public.sources.get(record.id)


def _folders(outgoing: Outgoing) -> frozenset[str]:
    """Return the folders that may be named: to readers, only those of something that they see; its name may tell what is worked on."""
    project = outgoing.project
    return frozenset(claim.folder for claim in project.claims.values()) | frozenset(project.articles)


def _folder_of(outgoing: Outgoing, source: Source) -> str:
    """Return the folder whose ``sources.yaml`` has a source; the empty text where that lies beside the desk record."""
    project = outgoing.project
    folder = PurePosixPath(project.files.get(("source", source.id), "sources.yaml")).parent
    return "" if folder == PurePosixPath(project.desk_file).parent else folder.name
