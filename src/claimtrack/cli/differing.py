"""The difference that a plan makes, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from claimtrack.formats.terminal import safe
from claimtrack.moves.plan import Plan, differences

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_LONGEST_LINE = 10_000


def shown_differences(plan: Plan, *, colour: bool) -> Iterator[str]:
    """Yield the lines of a unified diff, in the usual colours where these are wanted; what a record holds can do no harm in them."""
    for line in differences(plan):
        shade = _COLOURS.get(line[:1]) if colour else None
        shown = safe(line, _LONGEST_LINE)
        yield click.style(shown, fg=shade) if shade else shown
