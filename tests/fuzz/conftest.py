"""The programs here are run from the command line and by their tests; they are not to be imported as tests."""

from __future__ import annotations

collect_ignore = [
    "accidents.py",
    "audits.py",
    "desk_lives.py",
    "edit_choices.py",
    "edit_oracle.py",
    "edits.py",
    "hands.py",
    "kills.py",
    "merge_changes.py",
    "merge_choices.py",
    "merge_oracle.py",
    "merges.py",
    "mutate.py",
    "system_calls.py",
]
