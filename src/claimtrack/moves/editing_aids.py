"""Help for editors: the schemas of a desk's records, and the settings that tell an editor which file is of which kind."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from claimtrack.errors import CannotWriteError
from claimtrack.project import Project
from claimtrack.schemas.of_records import schemas

FOLDER = ".claimtrack"
"""Where the schemas lie, below the root of the project: a name that the walk over records passes over."""

_MADE = "Made by `claimtrack schema`, which writes it anew; changes by hand would be lost."

_FILES: Mapping[str, tuple[str, ...]] = {
    "desk": ("desk.yaml",),
    "sources": ("sources.yaml", "*/sources.yaml"),
    "article": ("*/article.yaml",),
    "claim": ("*/*.yaml", "!*/article.yaml", "!*/sources.yaml"),
}
"""The files of each kind, below the folder of the records; what begins with ``!`` is not meant."""


@attrs.frozen
class Written:
    """What became of a file.

    Attributes:
        path: the file.
        text: what it holds, or was to hold.
        is_written: false where a file of somebody else is in the way, which stays as it is.
    """

    path: Path
    text: str
    is_written: bool


def write_schemas(project: Project) -> Iterator[Written]:
    """Write the schemas of a desk into its folder, and settings for Visual Studio Code where there are none yet.

    Raises:
        CannotWriteError: a file cannot be written, or one that we did not make has the name of a schema.
    """
    for kind, schema in schemas(project).items():
        path = project.root / FOLDER / f"{kind}.schema.json"
        if os.path.lexists(path) and not _is_ours(path):
            raise CannotWriteError(f"{path} was not made by claimtrack; move it out of the way")
        text = _as_json({"$comment": _MADE, **schema})
        _write(path, text)
        yield Written(path, text, is_written=True)
    settings = project.root / ".vscode" / "settings.json"
    text = _as_json(_settings(project))
    if os.path.lexists(settings):
        yield Written(settings, text, is_written=_same(settings, text))
    else:
        _write(settings, text)
        yield Written(settings, text, is_written=True)


def _settings(project: Project) -> Mapping[str, object]:
    records = Path(project.desk_file).parent.as_posix()
    inside = "" if records == "." else f"{records}/"
    return {
        "yaml.schemas": {
            f"./{FOLDER}/{kind}.schema.json": [f"!{inside}{one[1:]}" if one.startswith("!") else inside + one for one in files]
            for kind, files in _FILES.items()
        },
        "yaml.yamlVersion": "1.2",
    }


def _as_json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _is_ours(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and _MADE in path.read_text("utf-8")[:1_000]
    except (OSError, UnicodeError):
        return False


def _same(path: Path, text: str) -> bool:
    try:
        return path.read_text("utf-8") == text
    except (OSError, UnicodeError):
        return False


def _write(path: Path, text: str) -> None:
    """Write a file as a whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise CannotWriteError(f"cannot write {path}: {error.strerror}") from error
