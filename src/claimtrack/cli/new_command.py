"""``claimtrack new``: begin a record: an article, a claim, a source."""

from __future__ import annotations

from claimtrack.cli.groups import group

command = group(
    {
        "article": "Take an article in, from a text or an HTML file.",
        "claim": "Begin a claim with the words of an article.",
        "source": "Add a source that evidence can be drawn from.",
    },
    word="new",
    text="Begin a record: an article, a claim, a source.",
)
