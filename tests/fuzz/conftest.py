"""The fuzzer is a program of its own, run from the command line and by its test; it is not to be imported as a test."""

from __future__ import annotations

collect_ignore = ["accidents.py", "mutate.py"]
