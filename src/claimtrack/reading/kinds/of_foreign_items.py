"""Kinds of findings about foreign files and the items in them: what does not come in, and what comes in once."""

from __future__ import annotations

from claimtrack.findings import Kind, Severity

FOREIGN_FILE = Kind(
    "CT901",
    "foreign-file-unreadable",
    Severity.ERROR,
    """A file to be imported cannot be read as text, so nothing of it comes in.

    Reason: Which letters the bytes stand for would be a guess, and a wrong one changes names. Looked for are UTF-8, UTF-16 with a byte
        order mark, and for pages of the web what the page declares.
    Remedy: Save the file as UTF-8, or split one that is too large.

    Bad:
        # (bytes) a table in Windows-1252

    Good:
        # (bytes) the same table in UTF-8
    """,
)

BROKEN_JSON = Kind(
    "CT902",
    "broken-json",
    Severity.ERROR,
    """What stands there is no JSON, so the item comes in neither in whole nor in part.

    Reason: Quotation marks within a text that are not escaped are the most usual cause, and where such a text ends only its author knows.
        A repair by guessing would put words into somebody's mouth. In a file with one item a line, and in a page with several scripts, the
        others come in all the same; behind a fault within one long value, nothing does.
    Remedy: Mend the file at the place that is named, and import it again; what is there already is not imported twice.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "He said "never" twice"}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "He said \\"never\\" twice"}
    """,
)

FOREIGN_BOUNDS = Kind(
    "CT903",
    "foreign-value-too-large",
    Severity.ERROR,
    """A value of the file is nested too deep or is too long, and does not come in.

    Reason: No fact-check is written like that; it is an accident or an attack.
    Remedy: Take the item out of the file, or split the file.

    Bad:
        # (bytes) a thousand lists, each inside the one before

    Good:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed."}
    """,
)

NOTHING_THERE = Kind(
    "CT904",
    "nothing-to-import",
    Severity.WARNING,
    """Nothing of the format was found in the file.

    Reason: An import that says nothing about a file would look as if its content had come in.
    Remedy: Look whether it is the right file, and whether it is in the format that was named.

    Bad:
        {"@type": "NewsArticle", "headline": "Bridge closed"}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed."}
    """,
)

LEFT_OUT = Kind(
    "CT905",
    "item-left-out",
    Severity.ERROR,
    """An item does not come in, since no record can be made of it.

    Reason: A fact-check without the words of the claim is nothing that a desk could check. What does not come in is told one by one, so
        that what went in is what came out and what is told.
    Remedy: Mend the item in the file and import it again, or write the record by hand.

    Bad:
        {"@type": "ClaimReview", "url": "https://checks.example/bridge"}

    Good:
        {"@type": "ClaimReview", "url": "https://checks.example/bridge", "claimReviewed": "The bridge is closed."}
    """,
)

REPEATED_ITEM = Kind(
    "CT906",
    "item-repeated",
    Severity.INFO,
    """The same item stands there a second time, and comes in once.

    Reason: Feeds repeat themselves: the same address and the same words are the same fact-check. How addresses are compared stands in
        `docs/explanation/addresses.md`.
    Remedy: Nothing needs to be done.

    Bad:
        [{"@type": "ClaimReview", "claimReviewed": "A", "url": "https://a.example/1"},
         {"@type": "ClaimReview", "claimReviewed": "A", "url": "https://a.example/1"}]

    Good:
        [{"@type": "ClaimReview", "claimReviewed": "A", "url": "https://a.example/1"}]
    """,
)

CONTRADICTING_ITEM = Kind(
    "CT907",
    "item-contradicts",
    Severity.WARNING,
    """The same fact-check stands there again with something else in it, and comes in as it stood there first.

    Reason: The same address and the same claim with two ratings: one of them is out of date or wrong, and which one the file does not say.
    Remedy: Open the fact-check and look which one it gives.

    Bad:
        [{"@type": "ClaimReview", "claimReviewed": "A", "url": "https://a.example/1", "reviewRating": {"alternateName": "False"}},
         {"@type": "ClaimReview", "claimReviewed": "A", "url": "https://a.example/1", "reviewRating": {"alternateName": "True"}}]

    Good:
        [{"@type": "ClaimReview", "claimReviewed": "A", "url": "https://a.example/1", "reviewRating": {"alternateName": "False"}}]
    """,
)

KNOWN_ITEM = Kind(
    "CT908",
    "item-known",
    Severity.INFO,
    """The desk has the item already; its record stays as it is.

    Reason: An import adds and never changes: what people have made of a record since is worth more than what the file says again.
    Remedy: Nothing needs to be done. To take something over that is new in the file, change the record by hand.

    Bad:
        # (bytes) a feed that was imported last week

    Good:
        # (bytes) a feed with what is new since last week
    """,
)

KINDS_OF_FOREIGN_ITEMS = (FOREIGN_FILE, BROKEN_JSON, FOREIGN_BOUNDS, NOTHING_THERE, LEFT_OUT, REPEATED_ITEM, CONTRADICTING_ITEM, KNOWN_ITEM)
"""All kinds of this module, in the order of their codes."""
