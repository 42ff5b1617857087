"""Kinds of findings about single fields: what YAML dropped or split, which fields there are, and what their values can be."""

from __future__ import annotations

from claimtrack.findings import Kind, Severity

GLUED_COMMENT = Kind(
    "CT033",
    "glued-comment",
    Severity.WARNING,
    """The end of a text was taken for a comment.

    Reason: In YAML a blank and a number sign end a text; everything behind them is dropped without a word, as if it had never been written.
        Where the bracket that closes `[ ]` or `{ }` goes with it, the file cannot be read, and this is an error.
    Remedy: Put the text in quotation marks. If it was meant as a comment, write a blank behind the number sign.

    Bad:
        statement: The train on platform #5 was late  # here

    Good:
        statement: "The train on platform #5 was late"
    """,
)

SWALLOWED_TEXT = Kind(
    "CT034",
    "swallowed-text",
    Severity.ERROR,
    """A comma inside `{ }` has cut a text in two.

    Reason: Between curly brackets a comma ends a value. What stands behind it becomes a field of its own, with no value: half the text is
        lost, and no YAML reader complains.
    Remedy: Put the text in quotation marks, or write the fields below each other without curly brackets.

    Bad:
        gaps:
          - {what: Whether the bridge was closed, or only narrowed, would_change: The verdict.}  # here

    Good:
        gaps:
          - what: Whether the bridge was closed, or only narrowed
            would_change: The verdict.
    """,
)

UNKNOWN_FIELD = Kind(
    "CT040",
    "unknown-field",
    Severity.ERROR,
    """There is no field of this name here.

    Reason: A mistyped name would otherwise be ignored, and with it what was written.
    Remedy: Use the name that is suggested, or move what has no field of its own to `extra`. Where many fields at once are told to belong
        elsewhere, the line with the name above them was probably lost.
    Fix: A name that differs from that of a field only in capitals, hyphens and underscores is written as the field is, unless that is
        there already.

    Bad:
        statment: The bridge is closed.  # here

    Good:
        statement: The bridge is closed.
    """,
)

MISSING_FIELD = Kind(
    "CT041",
    "missing-field",
    Severity.ERROR,
    """A field that cannot be left out is missing or empty.

    Reason: Without it the rest cannot be understood: an evidence without a source, a correction without a day.
    Remedy: Add the field, or take out the entry it belongs to.

    Bad:
        evidence:
          - id: notice  # here
            stance: supports

    Good:
        evidence:
          - id: notice
            source: city-notice
            stance: supports
    """,
)

WRONG_TYPE = Kind(
    "CT042",
    "wrong-type",
    Severity.ERROR,
    """The value has not the form that the field needs.

    Reason: A text, a list and a set of fields are different things. Nothing is turned from one into another by guessing.
    Remedy: Write the value in the form that the message names.
    Fix: A single word in place of a list of words becomes a list with that word; another word for yes or no, such as `ja`, becomes that.

    Bad:
        authors: ines  # here

    Good:
        authors: [ines]
    """,
)

NOT_IN_VOCABULARY = Kind(
    "CT043",
    "not-in-vocabulary",
    Severity.ERROR,
    """The field takes one of a few words, and this is none of them.

    Reason: Closed lists keep a hundred claims comparable, and they decide what is shown to readers.
    Remedy: Use one of the words that the message lists.
    Fix: A word that differs from one of the list only in capitals, hyphens and underscores is written as it stands there; one that a
        public list has renamed gets its new name.

    Bad:
        aspect: facts  # here

    Good:
        aspect: fact
    """,
)

BAD_DATE = Kind(
    "CT044",
    "bad-date",
    Severity.ERROR,
    """The value is not a date in the form that the field needs.

    Reason: 03/04 is a day in March for some readers and in April for others; and a day that does not exist was mistyped.
    Remedy: Write year, month and day as `2026-02-09`. Dates of events may be shortened to `2026-02` or `2026`, with `~` behind them for
        "about"; dates of the desk's own work are full.
    Fix: A date that can mean only one day, such as `24.09.2026`, is written the way it is written here; not where a time of day would be
        lost.

    Bad:
        made_on: 2026-02-30  # here

    Good:
        made_on: 2026-02
    """,
)

BAD_NUMBER = Kind(
    "CT045",
    "bad-number",
    Severity.ERROR,
    """The value is not a number in the form that the field needs.

    Reason: 10.000 is ten thousand in German and ten in English, so what can be read in two ways is not read at all.
    Remedy: Write digits without separators and a point before decimals, such as `10000000` or `5.4`; three decimals get a zero behind them,
        such as `5.1250`. The unit has its own field.
    Fix: A number that can mean only one, such as `1.234,56`, is written the way it is written here.

    Bad:
        quantity:
          value: 10.000.000  # here
          unit: person

    Good:
        quantity:
          value: 10000000
          unit: person
    """,
)

BAD_LANGUAGE = Kind(
    "CT046",
    "bad-language",
    Severity.ERROR,
    """The value is not a language tag.

    Reason: Browsers, screen readers and search engines use the tag to read a text aloud and to find it.
    Remedy: Use the short tag of the language: `de`, `en`, `zh`, or with a region or script `pt-BR`, `zh-Hant`. Languages are those of ISO
        639-1 and, with three letters, those that the Unicode CLDR names and some more, such as `nds`, `ckb` or `prs`; for one that has no
        code or is refused, write one of the private ones from `qaa` to `qtz`. Regions are those of ISO 3166-1, so that the United Kingdom
        is `GB`.
    Fix: A tag that differs from the right one only in capitals or underscores is written the way it is written here.

    Bad:
        statement:
          german: Die Brücke ist gesperrt.  # here

    Good:
        statement:
          de: Die Brücke ist gesperrt.
    """,
)

BAD_SPAN = Kind(
    "CT047",
    "bad-position",
    Severity.ERROR,
    """The value is not a position in a text or a recording.

    Reason: A position that cannot be read cannot be shown, and nobody can look the words up.
    Remedy: Write the first and the last place with a hyphen between them: `4244-4285` in characters of a text (the second is the place
        behind the last character), `1:02:40-1:02:58` in a recording. The second has to be behind the first.
    Fix: Two places of a text with another dash or with blanks between them get a hyphen; what stands the wrong way round is left to you.

    Bad:
        quote:
          exact: the bridge is closed
          at: 4285-4244  # here

    Good:
        quote:
          exact: the bridge is closed
          at: 4244-4264
    """,
)

KINDS_OF_FIELDS = (
    GLUED_COMMENT,
    SWALLOWED_TEXT,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    NOT_IN_VOCABULARY,
    BAD_DATE,
    BAD_NUMBER,
    BAD_LANGUAGE,
    BAD_SPAN,
)
"""All kinds of this module, in the order of their codes."""
