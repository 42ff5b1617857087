"""``claimtrack add``: add to a record."""

from __future__ import annotations

from claimtrack.cli.groups import group

command = group(
    {"evidence": "Add what a source says about a claim."},
    word="add",
    text="Add to a record.",
)
