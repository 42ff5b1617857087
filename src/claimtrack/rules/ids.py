"""Every id of a project: whose it is, where it is given, and whether it is written as ids are."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from claimtrack.findings import Remark
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.ids import is_slug

LONGEST_ID = 64
"""The longest id, in characters; with a date and an ending it still fits into every file system and onto one line."""


_ARTICLE, _WANTED, _CLAIM, _FOLDER = say("an article"), say("something wanted"), say("a claim"), say("a folder")
_EVIDENCE, _SOURCE, _PERSON, _TOPIC, _ORIGIN = (
    say("a piece of evidence"),
    say("a source"),
    say("a person"),
    say("a topic"),
    say("an origin"),
)


@attrs.frozen
class Id:
    """An id, and where it is given.

    Attributes:
        what: what it is the id of, with its article.
        id: the id.
        file: the file that gives it, or that it is the name of.
        path: where in the file; empty where the file's or folder's name is meant.
        becomes_a_file: true where a page or a file is called so.
    """

    what: Phrase
    id: str
    file: str
    path: RecordPath = ()
    becomes_a_file: bool = True

    def remark(self, message: Phrase, hint: Phrase) -> Remark:
        """Return a remark on the place where the id is given."""
        return Remark(self.file, self.path, message, hint, key=bool(self.path) and self.path[-1] == self.id)


def ids_of(project: Project) -> Sequence[Id]:
    """Return every id of the project; of evidence, whose ids become no names, only those that are not written as ids are."""
    return project.once(_ids_of)


def _ids_of(project: Project) -> list[Id]:
    return list(_each_id(project))


def _each_id(project: Project) -> Iterator[Id]:
    folders: set[str] = set(project.articles)
    for article_id, article in project.articles.items():
        file = project.file_of("article", article_id)
        yield Id(_ARTICLE, article_id, file)
        yield from (Id(_WANTED, one, file, ("wanted", one), becomes_a_file=False) for one in article.wanted)
    for claim in project.claims.values():
        file = project.file_of("claim", claim.id)
        yield Id(_CLAIM, claim.id, file)
        if claim.folder not in folders and not project.exists("article", claim.folder):
            folders.add(claim.folder)
            yield Id(_FOLDER, claim.folder, file)
        for place, former in enumerate(claim.former_ids):
            yield Id(_CLAIM, former, file, ("former_ids", place))
        for place, evidence in enumerate(claim.evidence):
            if is_slug(evidence.id) and len(evidence.id) <= LONGEST_ID:
                continue  # there are very many, and within a record nothing else can be wrong with them
            yield Id(_EVIDENCE, evidence.id, file, ("evidence", place, "id"), becomes_a_file=False)
    for source_id in project.sources:
        yield Id(_SOURCE, source_id, project.file_of("source", source_id), (source_id,))
    for key, what in (("people", _PERSON), ("topics", _TOPIC), ("origins", _ORIGIN)):
        for one in getattr(project.desk, key):
            yield Id(what, one, project.desk_file, (key, one), becomes_a_file=False)


def by_name(project: Project) -> Sequence[list[Id]]:
    """Return the ids of one kind that are one name on some systems, properly written ones first; ids within one file are left out."""
    return project.once(_by_name)


def _by_name(project: Project) -> list[list[Id]]:
    names: dict[tuple[str, str], dict[str, Id]] = defaultdict(dict)
    for one in ids_of(project):
        if one.path[:1] not in {("former_ids",), ("evidence",)}:
            what = "an article" if one.what == "a folder" else one.what
            name = one.id if is_slug(one.id) else unicodedata.normalize("NFKC", one.id).casefold()
            names[what, name].setdefault(one.id, one)
    return [
        sorted(ids.values(), key=lambda one: (not is_slug(one.id), one.id)) if len(ids) > 1 else list(ids.values())
        for ids in names.values()
    ]


def slug_of(text: str) -> str:
    """Return the id that a name would make.

    >>> slug_of("Brücke (1998)")
    'bruecke-1998'
    """
    spelled = text.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    ascii_only = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))[:LONGEST_ID].strip("-")
