"""Exit codes; part of the public interface."""

from __future__ import annotations

CLEAN = 0
"""Nothing was found that has to be acted on."""
FINDINGS = 1
"""There are findings."""
USAGE = 2
"""The request was wrong: no such folder, no such claim, an option that does not exist, a faulty template."""
CANNOT_WRITE = 3
"""Something could not be written; what was there before is untouched."""
REFUSED = 4
"""A change was refused, or somebody else changed the file meanwhile; nothing was written."""
CONFLICTS = 5
"""A merge has left something that a person has to decide; it is marked in the file."""
OUR_FAULT = 70
"""A fault of claimtrack."""
INTERRUPTED = 130
"""Stopped from outside."""
