"""Merging: a record that was changed on two branches, put together by what it says; whatever is not understood is left to git."""

from claimtrack.merging.conflicts import Marks
from claimtrack.merging.records import Merged, merge_as_text, merge_records

__all__ = ["Marks", "Merged", "merge_as_text", "merge_records"]
