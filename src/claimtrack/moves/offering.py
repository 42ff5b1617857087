"""What a shell can offer while somebody types: the ids and words of a desk, found by names of files and two kinds of small files.

Nothing here loads a desk: what has a hundred thousand claims must answer before the next key is pressed. So the ids of claims and articles
are names of files and folders, those of sources the lines that begin with a name, and only the desk record is read as YAML.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claimtrack.reading.documents import read_document
from claimtrack.reading.file_names import DESK, RIGHT_NAMES
from claimtrack.reading.files import NOT_RECORDS, RECORDS_FOLDER, read_file
from claimtrack.records.ids import SLUG, is_slug
from claimtrack.records.presets import SCALES, WORKFLOWS

_KEY = re.compile(rf"^({SLUG}):".encode(), re.ASCII | re.MULTILINE)
_MOST_FILES = 1_000
"""How many files of sources are looked into."""
_MOST_BYTES = 1 << 20
"""How much of each; no more would be read while somebody waits."""


def claims(records: Path) -> Iterator[str]:
    """Yield the ids of the claims of a desk, by the names of their files.

    Arguments:
        records: the folder with the desk record.
    """
    for folder in _folders(records):
        for name in _names(folder):
            claim = name.removesuffix(".yaml")
            if claim != name and name not in RIGHT_NAMES.values() and is_slug(claim):
                yield claim


def articles(records: Path) -> Iterator[str]:
    """Yield the ids of the articles of a desk, and the names of other folders of claims."""
    yield from (folder.name for folder in _folders(records) if is_slug(folder.name))


def sources(records: Path) -> Iterator[str]:
    """Yield the ids of the sources of a desk, by the lines of its files of sources that begin with one."""
    name = RIGHT_NAMES["sources"]
    files = [records / name, *(folder / name for folder in _folders(records))]
    for file in files[:_MOST_FILES]:
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                yield from (match[1].decode() for match in _KEY.finditer(opened.read(_MOST_BYTES)))


def evidence(records: Path, claim: str) -> Iterator[str]:
    """Yield the ids of the evidence of a claim."""
    for folder in _folders(records):
        if (folder / f"{claim}.yaml").is_file():
            listed = _values(folder, f"{claim}.yaml").get("evidence")
            yield from _ids(listed)
            return


def records_of_any_kind(records: Path) -> Iterator[str]:
    """Yield the ids of all claims, articles and sources, and that of the desk record."""
    yield "desk"
    yield from claims(records)
    yield from articles(records)
    yield from sources(records)


def people(records: Path) -> Iterator[str]:
    """Yield the ids of the people of a desk."""
    yield from _names_below(records, "people")


def topics(records: Path) -> Iterator[str]:
    """Yield the ids of the topics of a desk."""
    yield from _names_below(records, "topics")


def origins(records: Path) -> Iterator[str]:
    """Yield the ids of the origins of a desk."""
    yield from _names_below(records, "origins")


def statuses(records: Path) -> Iterator[str]:
    """Yield the statuses of the workflow of a desk."""
    workflow = _values(records, DESK).get("workflow", "standard@1")
    if isinstance(workflow, dict):
        yield from _ids(workflow.get("statuses"))
    elif workflow in WORKFLOWS:
        yield from (one.id for one in WORKFLOWS[workflow].statuses)


def ratings(records: Path) -> Iterator[str]:
    """Yield the ratings of the scale of a desk."""
    scale = _values(records, DESK).get("scale", "six-step@1")
    if isinstance(scale, dict):
        yield from _ids(scale.get("ratings"))
    elif scale in SCALES:
        yield from (one.id for one in SCALES[scale].ratings)


def _names_below(records: Path, field: str) -> Iterator[str]:
    names = _values(records, DESK).get(field)
    yield from names if isinstance(names, dict) else ()


def _ids(listed: object) -> Iterator[str]:
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            yield one["id"]


def _values(folder: Path, file: str) -> Mapping[str, Any]:
    """Return the plain values of a record, or none where it cannot be read."""
    data, _ = read_file(folder, file)
    document, _ = read_document(file, data) if data is not None else (None, ())
    return document.values if document is not None else {}


def _folders(records: Path) -> Iterator[Path]:
    """Yield the folders of records, by name."""
    left_out = NOT_RECORDS if records.name != RECORDS_FOLDER else frozenset[str]()
    with os.scandir(records) as entries:
        names = sorted(one.name for one in entries if one.is_dir(follow_symlinks=False))
    yield from (records / name for name in names if not name.startswith(".") and name not in left_out)


def _names(folder: Path) -> list[str]:
    """Return the names of what lies in a folder; links are followed nowhere, so they are no names of records."""
    with os.scandir(folder) as entries:
        return sorted(one.name for one in entries if one.is_file(follow_symlinks=False))
