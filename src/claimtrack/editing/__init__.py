"""Editing records: exact spans of an author's file are changed, verified by reading it again, and written atomically."""

from claimtrack.editing.composing import compose_record
from claimtrack.editing.edits import edit
from claimtrack.editing.recovering import recover
from claimtrack.editing.replacing import FileChange, state_folder, write_files

__all__ = ["FileChange", "compose_record", "edit", "recover", "state_folder", "write_files"]
