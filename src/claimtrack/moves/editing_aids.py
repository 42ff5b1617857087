"""Help for editors: the schemas of a desk's records, and the settings that tell an editor which file is of which kind."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import attrs

from claimtrack.editing import FileChange, state_folder, write_files
from claimtrack.errors import CannotWriteError
from claimtrack.project import Project
from claimtrack.schemas.of_records import schemas

FOLDER = ".claimtrack"
"""Where the schemas lie, below the root of the project: a name that the walk over records passes over."""
SETTINGS = ".vscode/settings.json"
"""The settings of Visual Studio Code, relative to the root."""

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


def editing_aids(project: Project) -> Mapping[str, str]:
    """Return the schemas of a desk, and settings for Visual Studio Code, each by the name of its file relative to the root."""
    of_kinds = {f"{FOLDER}/{kind}.schema.json": {"$comment": _MADE, **schema} for kind, schema in schemas(project).items()}
    return {file: _as_json(value) for file, value in {**of_kinds, SETTINGS: _settings(project)}.items()}


def write_schemas(project: Project) -> tuple[Written, ...]:
    """Write the schemas of a desk into its folder, and settings for Visual Studio Code where there are none yet; all of them or none.

    Raises:
        CannotWriteError: a file cannot be written, or one that we did not make has the name of a schema.
    """
    files = []
    changes = []
    for file, text in editing_aids(project).items():
        path = project.root / file
        before = _there(path)
        is_ours = before is None or (file != SETTINGS and _MADE.encode() in before[:1_000])
        if not is_ours and file != SETTINGS:
            raise CannotWriteError(f"{path} was not made by claimtrack; move it out of the way")
        if is_ours:
            changes.append(FileChange(file, before, text.encode()))
        files.append(Written(path, text, is_written=is_ours or before == text.encode()))
    write_files(project.root, changes, state_folder(project.root))
    return tuple(files)


def _there(path: Path) -> bytes | None:
    """Return what a file holds, None where there is none; what cannot be read, or is no ordinary file, holds nothing that is ours."""
    if not os.path.lexists(path):
        return None
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    except OSError:
        return b""


def _settings(project: Project) -> Mapping[str, object]:
    records = PurePosixPath(project.desk_file).parent.as_posix()
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
