"""The programs here are run from the command line and by their tests; they are not to be imported as tests."""

from __future__ import annotations

collect_ignore = ["accidents.py", "edit_choices.py", "edit_oracle.py", "edits.py", "hands.py", "kills.py", "mutate.py", "system_calls.py"]
