"""A new source, in the sources of the desk or of one article."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimtrack.changes import Add, Value
from claimtrack.editing import compose_record
from claimtrack.errors import RefusedError, UsageError
from claimtrack.moves.naming import nearest
from claimtrack.moves.new_ids import given_id
from claimtrack.moves.plan import Plan
from claimtrack.moves.told_texts import told_text
from claimtrack.moves.told_values import told_address, told_date, told_day, told_language
from claimtrack.project import Project
from claimtrack.reading.file_names import DESK, RIGHT_NAMES
from claimtrack.variants.documents import document_at

_ASKED_LATER = {
    "accessed": "when it was read",
    "level": "how near it is to what it reports",
    "origin": "whom its information comes from",
    "seen": "how it was seen",
}
"""What a verdict that rests on a source will be asked about it."""


@attrs.frozen(kw_only=True)
class Told:
    """What is told of a source; every field as :class:`~claimtrack.records.source.Source` has it."""

    url: str | None = None
    unknown: Sequence[str] = ()
    title: str | None = None
    publisher: Sequence[str] = ()
    author: Sequence[str] = ()
    published: str | None = None
    accessed: str | None = None
    language: str | None = None
    kind: str | None = None
    level: str | None = None
    origin: str | None = None
    cites: Sequence[str] = ()
    seen: str | None = None


def add_source(project: Project, source_id: str, told: Told, article_id: str | None = None) -> Plan:
    """Plan a new source.

    Nothing is written of it that was not told: who has not said that a source was read has not read it.

    Arguments:
        project: the desk.
        source_id: its id.
        told: what is told of it.
        article_id: the article whose claims cite it; None for the sources that all claims of the desk cite.

    Raises:
        UsageError: there is no such article, or what is given has the wrong form.
        RefusedError: there is a source of that id, or the same document under another.
    """
    source_id = given_id(source_id, "a source")
    if ("source", source_id) in project.files:
        raise RefusedError(f"there is a source {source_id!r} already: {project.file_of('source', source_id)}; choose another id")
    file = _file(project, article_id)
    fields, notes = _fields(project, told)
    if not fields:
        raise UsageError(f"nothing is told of {source_id!r}; give at least --url, or --unknown with the reason why there is no address")
    _refuse_known(project, fields.get("url"))
    plan = Plan(project=project)
    if (project.root / file).exists():
        plan = plan.with_changes(file, [Add((source_id,), fields)])
    else:
        plan = plan.with_file(file, compose_record({source_id: fields}))
    unsaid = [f"`{name}` ({words})" for name, words in _ASKED_LATER.items() if name not in fields]
    if unsaid:
        notes = (*notes, f"not said of it yet, and asked for by a verdict that rests on it: {', '.join(unsaid)}")
    return plan.saying(*notes, following=f"cite it: `claimtrack add evidence CLAIM --source {source_id} --stance …`")


def _fields(project: Project, told: Told) -> tuple[dict[str, Value], tuple[str, ...]]:
    """Return the fields of the record in their usual order, and what there is to say about them."""
    url, notes = told_address("--url", told.url) if told.url is not None else (None, ())

    def text(option: str, given: Sequence[str]) -> Value | None:
        return told_text(project.desk, option, given) if given else None

    fields: dict[str, Value | None] = {
        "url": url,
        "unknown": text("--unknown", told.unknown),
        "title": told.title,
        "publisher": text("--publisher", told.publisher),
        "author": text("--author", told.author),
        "published": told_date("--published", told.published) if told.published is not None else None,
        "accessed": told_day("--accessed", told.accessed) if told.accessed is not None else None,
        "language": told_language("--language", told.language) if told.language is not None else None,
        "kind": told.kind,
        "level": told.level,
        "origin": told.origin,
        "cites": list(told.cites) or None,
        "seen": told.seen,
    }
    return {name: value for name, value in fields.items() if value is not None}, notes


def _file(project: Project, article_id: str | None) -> str:
    folder = project.desk_file.removesuffix(DESK)
    if article_id is None:
        return folder + RIGHT_NAMES["sources"]
    folders = {
        file.rpartition("/")[0].rpartition("/")[2]: file.rpartition("/")[0] for (kind, _), file in project.files.items() if kind != "source"
    }
    if article_id not in folders:
        raise UsageError(
            f"there is no folder of claims {article_id!r}; {nearest(article_id, folders, '`claimtrack list` lists all claims')}"
        )
    return f"{folders[article_id]}/{RIGHT_NAMES['sources']}"


def _refuse_known(project: Project, url: Value | None) -> None:
    document = document_at(url) if isinstance(url, str) else None
    same = project.lineage.known.same_as([document]) if document is not None else None
    if same is not None:
        file = project.file_of("source", same)
        raise RefusedError(f"that is the source {same!r}, which the desk has already: {file}; cite that one (CT207)")
