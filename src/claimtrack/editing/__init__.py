"""Editing records: exact spans of an author's file are changed, verified by reading it again, and written atomically.

The names below are loaded when they are first used: whoever only asks whether a write was cut off needs neither git nor a second reader.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.editing.composing import compose_record as compose_record
    from claimtrack.editing.edits import edit as edit
    from claimtrack.editing.recovering import recover as recover
    from claimtrack.editing.replacing import FileChange as FileChange
    from claimtrack.editing.replacing import state_folder as state_folder
    from claimtrack.editing.replacing import write_files as write_files
    from claimtrack.editing.unfinished import is_cut_off as is_cut_off

_MODULES = {
    "FileChange": "replacing",
    "compose_record": "composing",
    "edit": "edits",
    "is_cut_off": "unfinished",
    "recover": "recovering",
    "state_folder": "replacing",
    "write_files": "replacing",
}

__all__ = ["FileChange", "compose_record", "edit", "is_cut_off", "recover", "state_folder", "write_files"]


def __getattr__(name: str) -> object:
    """Load a public name from the module that it lives in."""
    if name not in _MODULES:
        raise AttributeError(f"module 'claimtrack.editing' has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"claimtrack.editing.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
