"""Kinds of findings about the values of an item that comes in: what was repaired, what was refused, what there is no field for."""

from __future__ import annotations

from claimtrack.findings import Kind, Severity

REPAIRED = Kind(
    "CT911",
    "value-repaired",
    Severity.INFO,
    """A value has another form than it should, and can mean only one thing, which is what came in.

    Reason: HTML within a text, `&quot;`, blanks at its ends, a list with one entry, a date with a blank before the time. Each is mended,
        and told, so that nobody takes the record for a copy of the file. The file's own words stand under `extra.original`.
    Remedy: Nothing needs to be done.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": ["The bridge is closed. "]}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed."}
    """,
)

REFUSED = Kind(
    "CT912",
    "value-refused",
    Severity.WARNING,
    """A value can mean several things, or nothing that the field has room for, and did not come in.

    Reason: `03/04/2020` is a day in March or one in April. A guess would look like knowledge. The file's own words stand under
        `extra.original` of the record.
    Remedy: Look at the fact-check itself, and enter what it says.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed.", "datePublished": "03/04/2020"}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed.", "datePublished": "2020-04-03"}
    """,
)

NO_ROOM = Kind(
    "CT913",
    "kept-as-original-only",
    Severity.INFO,
    """Values that a record has no field for stand under `extra.original` only.

    Reason: Other formats say things that records have no room for, and records of a draft are not to say what nobody at the desk has
        judged. Nothing is lost, and nothing is silently somewhere else.
    Remedy: Nothing needs to be done.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed.", "image": "https://checks.example/bridge.jpg"}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed."}
    """,
)

DEGENERATE_SCALE = Kind(
    "CT914",
    "degenerate-scale",
    Severity.WARNING,
    """The numbers of a rating are on no scale, and none of them came in.

    Reason: A number means something between a worst and a best one that differ. Feeds hold -1 of -1, 0 on a scale from 1, and values
        without bounds; programs fill them in where nobody gave a number.
    Remedy: Go by the words of the rating.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "A", "reviewRating": {"ratingValue": -1, "bestRating": -1, "worstRating": -1}}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "A", "reviewRating": {"ratingValue": 2, "bestRating": 5, "worstRating": 1}}
    """,
)

RATING_NOT_MAPPED = Kind(
    "CT915",
    "rating-not-mapped",
    Severity.INFO,
    """The words of a rating are no label of the desk's scale, and are mapped to none.

    Reason: Every desk draws its lines elsewhere: what one calls mostly false another calls misleading. Only a label that is the same,
        letter by letter, in a language of the scale, is taken for the same rating; and even then it is noted beside the fact-check and
        never is the desk's verdict.
    Remedy: Nothing needs to be done. The words of the rating stand as the quote of the evidence.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "A", "reviewRating": {"alternateName": "Pants on fire"}}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "A", "reviewRating": {"alternateName": "Refuted"}}
    """,
)

ORIGINAL_NOT_KEPT = Kind(
    "CT916",
    "original-not-kept",
    Severity.WARNING,
    """The item is too long to be kept word by word in the record.

    Reason: A text of a record has at most 65,536 characters. Of a longer item, its length and its SHA-256 digest are kept, by which it can
        be known again, and everything that the record has fields for.
    Remedy: Keep the file itself, for example in `archives/`.

    Bad:
        # (bytes) a ClaimReview with a whole article under `articleBody`

    Good:
        {"@type": "ClaimReview", "claimReviewed": "The bridge is closed."}
    """,
)

LANGUAGE_NOT_TOLD = Kind(
    "CT917",
    "language-not-told",
    Severity.INFO,
    """The item does not say which language it is in; its texts were entered without one.

    Reason: A text without the name of a language is taken for one in the desk's first. Which language it is in is not guessed from its
        letters.
    Remedy: Import with `--text-language`, or write the tag in front of the text.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "El puente está cerrado."}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "El puente está cerrado.", "inLanguage": "es"}
    """,
)

DATES_AT_ODDS = Kind(
    "CT918",
    "foreign-dates-at-odds",
    Severity.WARNING,
    """The claim is dated after the fact-check of it.

    Reason: One of the two dates is wrong, often because the check was published again. Both came in as they stand there.
    Remedy: Look at the fact-check itself, and correct the date that is wrong.

    Bad:
        {"@type": "ClaimReview", "claimReviewed": "A", "datePublished": "2020-04-03",
         "itemReviewed": {"datePublished": "2020-05-01"}}

    Good:
        {"@type": "ClaimReview", "claimReviewed": "A", "datePublished": "2020-04-03", "itemReviewed": {"datePublished": "2020-04-01"}}
    """,
)

KINDS_OF_FOREIGN_VALUES = (
    REPAIRED,
    REFUSED,
    NO_ROOM,
    DEGENERATE_SCALE,
    RATING_NOT_MAPPED,
    ORIGINAL_NOT_KEPT,
    LANGUAGE_NOT_TOLD,
    DATES_AT_ODDS,
)
"""All kinds of this module, in the order of their codes."""
