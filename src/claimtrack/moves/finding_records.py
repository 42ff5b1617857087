"""Finding a record by the id that a person gives: which kind it is, in which file, and where in that."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

import attrs

from claimtrack.errors import RefusedError, UsageError
from claimtrack.locations import RecordPath
from claimtrack.project import Project, RecordKind
from claimtrack.reading.documents import Document, read_document
from claimtrack.reading.files import walk
from claimtrack.records.format import KINDS

_WITH_ARTICLE = {"claim": "a claim", "article": "an article", "source": "a source"}
_KINDS: tuple[RecordKind, ...] = ("claim", "article", "source")


@attrs.frozen
class Home:
    """Where a record stands.

    Attributes:
        kind: claim, article, source or desk.
        id: its id; that of the desk record is ``desk``.
        file: its file, relative to the root.
        within: where in the file it begins; a source stands below its id.
    """

    kind: str
    id: str
    file: str
    within: RecordPath = ()

    @property
    def record(self) -> type[attrs.AttrsInstance]:
        """The class of the record."""
        return KINDS[self.kind]


def find_record(project: Project, record_id: str, kind: str | None = None) -> Home:
    """Find a record by its id; one with errors of reading is found too, as long as its file can be taken apart.

    Arguments:
        project: the records.
        record_id: the id, or ``desk`` for the desk record.
        kind: which kind is meant, where an id is that of several.

    Raises:
        UsageError: nothing has that id, or several things have.
        RefusedError: the record is there, but its file cannot be read.
    """
    if record_id == "desk" and kind is None:
        return Home("desk", "desk", project.desk_file)
    kinds = [one for one in _KINDS if kind in {None, one} and _is_there(project, one, record_id)]
    if not kinds:
        raise UsageError(f"there is no {kind or 'claim, article or source'} {record_id!r}; {_advice(project, record_id, kind)}")
    if len(kinds) > 1:
        called = " and ".join(_WITH_ARTICLE[one] for one in kinds)
        raise UsageError(f"{record_id!r} is the id of {called}; say which is meant with --kind")
    files = project.repeated.get((kinds[0], record_id), ())
    if files:
        raise RefusedError(f"there are several called {record_id!r}: {', '.join(files)}; give each an id of its own first")
    return _home(project, kinds[0], record_id)


def read_home(project: Project, home: Home) -> Document:
    """Return the file of a record as plain values.

    Raises:
        RefusedError: it cannot be read.
    """
    data, findings = project.read(home.file)
    document, found = read_document(home.file, data) if data is not None else (None, findings)
    if document is None:
        raise RefusedError(f"{home.file} cannot be read ({found[0].message}); `claimtrack check` says more")
    return document


def unreadable_files(project: Project) -> Mapping[str, bytes | None]:
    """Return the files that hold records with errors of reading, with their bytes, or None where not even these can be had."""
    if not any(project.unreadable.values()) and project.sources_are_complete and project.desk_is_sound:
        return {}
    sound = set(project.files.values()) | ({project.desk_file} if project.desk_is_sound else set())
    broken = {}
    for file in _files(project):
        data, _ = project.read(file)
        if file not in sound or _has_unreadable_source(project, file, data):
            broken[file] = data
    return broken


def _has_unreadable_source(project: Project, file: str, data: bytes | None) -> bool:
    if not file.endswith("sources.yaml"):
        return False
    document, _ = read_document(file, data) if data is not None else (None, ())
    return document is None or any(one in project.unreadable.get("source", ()) for one in document.values)


def _is_there(project: Project, kind: RecordKind, record_id: str) -> bool:
    return (kind, record_id) in project.files or record_id in project.unreadable.get(kind, ())


def _home(project: Project, kind: RecordKind, record_id: str) -> Home:
    within: RecordPath = (record_id,) if kind == "source" else ()
    if (kind, record_id) in project.files:
        return Home(kind, record_id, project.file_of(kind, record_id), within)
    for file in _files(project):
        *_, folder, name = file.split("/")
        if kind == "source" and name == "sources.yaml":
            data, _ = project.read(file)
            document, _ = read_document(file, data) if data is not None else (None, ())
            if document is not None and record_id in document.values:
                return Home(kind, record_id, file, within)
        elif (kind, f"{record_id}.yaml") == ("claim", name) or (kind, record_id, name) == ("article", folder, "article.yaml"):
            return Home(kind, record_id, file, within)
    raise RefusedError(f"the record of {record_id!r} has errors of reading; `claimtrack check` shows them")


def _files(project: Project) -> Iterator[str]:
    entries, _ = walk(project.root, (project.root / project.desk_file).parent)
    yield from (entry.file for entry in entries)


def _advice(project: Project, record_id: str, kind: str | None) -> str:
    known = [one for (of, one) in project.files if kind in {None, of}]
    close = difflib.get_close_matches(record_id, ["desk", *known] if kind is None else known, n=1)
    return f"did you mean {close[0]}?" if close else "`claimtrack list` lists the claims"
