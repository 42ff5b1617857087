"""The table of sources: one row for each that has an id. Of protected ones it tells no more than how good they are."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from claimtrack.records.source import Source
from claimtrack.tables.columns import Column, Plain, words, written
from claimtrack.tables.linked import Linked
from claimtrack.urls import web_address


@attrs.frozen
class Cited:
    """A source, and how many claims have evidence from it."""

    source: Source
    claims: int


def _open(value: Callable[[Linked, Source, str], Plain]) -> Callable[[Linked, Cited, str], Plain]:
    """Return what gives a value of a source; nothing of a protected one, which must not be named."""
    return lambda project, cited, language: None if cited.source.protected is not None else value(project, cited.source, language)


def _cites(project: Linked, source: Source, _: str) -> Plain:
    others = project.sources
    return " ".join(one for one in source.cites if one not in others or others[one].protected is None)


COLUMNS: tuple[Column[Cited], ...] = (
    Column("id", "the id of the source; empty where it is protected", _open(lambda _, source, __: source.id)),
    Column("title", "its title", _open(lambda _, source, __: source.title)),
    Column("publisher", "who published it", _open(lambda project, source, language: words(project, source.publisher, language))),
    Column("author", "who wrote it", _open(lambda project, source, language: words(project, source.author, language))),
    Column("url", "its address", _open(lambda _, source, __: web_address(source.url or ""))),
    Column("published", "when it was published, as far as that is known", _open(lambda _, source, __: written(source.published))),
    Column("accessed", "the day it was read", _open(lambda _, source, __: source.accessed)),
    Column("language", "the language it is in", _open(lambda _, source, __: source.language)),
    Column("kind", "what sort of source it is", _open(lambda _, source, __: source.kind)),
    Column("level", "how near it is to what it reports", lambda _, cited, __: cited.source.level),
    Column("seen", "how it was seen", lambda _, cited, __: cited.source.seen),
    Column("origin", "whom the information comes from in the end, an origin of the desk", _open(lambda _, source, __: source.origin)),
    Column("part_of", "the larger body that it belongs to", _open(lambda _, source, __: source.part_of)),
    Column("cites", "the ids of the sources that it has its information from, with blanks between them", _open(_cites)),
    Column("archives", "how many archived copies there are", _open(lambda _, source, __: len(source.archives))),
    Column("claims", "how many claims have evidence from it", lambda _, cited, __: cited.claims),
    Column("anonymous", "whether it is not named", lambda _, cited, __: cited.source.anonymous),
    Column("protected", "whether it must not be named", lambda _, cited, __: cited.source.protected is not None),
)
"""The columns, in their order."""
