"""Kinds of findings about the bytes and characters of a file, before it is read as YAML."""

from __future__ import annotations

from claimtrack.findings import Kind, Severity

NOT_UTF8 = Kind(
    "CT010",
    "not-utf-8",
    Severity.ERROR,
    """The file is not written in UTF-8.

    Reason: In another encoding the same bytes are other letters; guessing would change what somebody is quoted with.
    Remedy: Save the file as UTF-8. In Windows editors that is a choice in "Save as"; Latin-1, Windows-1252 and UTF-16 ("Unicode") are not
        UTF-8.

    Bad:
        # (bytes) "Brücke" saved as Latin-1

    Good:
        statement: Die Brücke ist gesperrt.
    """,
)

CONTROL_CHARACTER = Kind(
    "CT011",
    "control-character",
    Severity.ERROR,
    """The text holds a control character, or a code that is no character at all.

    Reason: Such characters are invisible, can take over a terminal, and are forbidden in web pages and feeds. Written as an escape, as in
        the example, they are just as much in the text. A byte order mark inside the file is one of them.
    Remedy: Delete it. It usually came in by copying from a PDF file, or by joining two files.

    Bad:
        statement: "The bridge\\0 is closed."  # here

    Good:
        statement: "The bridge is closed."
    """,
)

LINE_SEPARATOR = Kind(
    "CT012",
    "other-line-separator",
    Severity.ERROR,
    """The text holds a character that some programs take for the end of a line and others do not.

    Reason: What is one harmless line on a reviewer's screen can then be two lines, and a second field, for a program.
    Remedy: Replace it by an ordinary line break or a blank. An old Mac file, with a carriage return alone at each line's end, has to be
        saved with ordinary line ends.

    Bad:
        # (bytes) "internal: x" and "status: approved" with U+2028 LINE SEPARATOR between them

    Good:
        internal: x
        status: approved
    """,
)

BIDIRECTIONAL = Kind(
    "CT013",
    "bidirectional-character",
    Severity.ERROR,
    """The file holds an invisible character that makes text look different from what it is.

    Reason: Characters that turn the direction of writing, tag characters and interlinear marks can show a reviewer another text than the
        one that is published. Arabic, Hebrew and Persian need none of them; the joiners and marks that they do need are allowed, and so are
        the flags that are written with tag characters.
    Remedy: Delete the character; where a quotation has it, quote the words without it.

    Bad:
        statement: "The bridge is \\u202Enepo\\u202C."  # here

    Good:
        statement: "The bridge is open."
    """,
)

BYTE_ORDER_MARK = Kind(
    "CT014",
    "byte-order-mark",
    Severity.WARNING,
    """The file begins with a byte order mark.

    Reason: The three invisible bytes say nothing in UTF-8, and other tools take them for part of the first field's name.
    Remedy: Save the file as "UTF-8" instead of "UTF-8 with BOM".
    Fix: The mark is taken away.

    Bad:
        # (bytes) EF BB BF in front of "status: draft"

    Good:
        status: draft
    """,
)

MIXED_LINE_ENDINGS = Kind(
    "CT015",
    "mixed-line-endings",
    Severity.WARNING,
    """Some lines end as on Windows, others as everywhere else.

    Reason: Editors repair it on their own some day, and then every line counts as changed.
    Remedy: Choose one kind of line end in the editor and save the file.
    Fix: All lines end as most of them do; where it is even, as everywhere but on Windows.

    Bad:
        # (bytes) CR LF after the first line, LF after the second

    Good:
        status: draft
        authors: [ines]
    """,
)

CONFLICT_MARKER = Kind(
    "CT016",
    "merge-conflict",
    Severity.ERROR,
    """The file has an unresolved git conflict.

    Reason: Two versions stand in the file one above the other, and nobody has decided yet which one holds.
    Remedy: Choose or join the two versions, delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`, and commit.

    Bad:
        status: draft
        <<<<<<< HEAD  # here
        statement: The bridge is closed.
        =======
        statement: The bridge is open.
        >>>>>>> other-branch

    Good:
        status: draft
        statement: The bridge is closed.
    """,
)

TAB_INDENTATION = Kind(
    "CT017",
    "tab-indentation",
    Severity.ERROR,
    """A line is indented with a tab, or a tab stands where YAML wants blanks.

    Reason: YAML counts blanks to see what belongs to what; how many of them a tab is worth differs from program to program.
    Remedy: Use blanks; most editors can be told to write two blanks when you press the tab key.

    Bad:
        # (bytes) a tab in front of "de: Die Brücke ist gesperrt." below "statement:"

    Good:
        statement:
          de: Die Brücke ist gesperrt.
    """,
)

KINDS_OF_CHARACTERS = (
    NOT_UTF8,
    CONTROL_CHARACTER,
    LINE_SEPARATOR,
    BIDIRECTIONAL,
    BYTE_ORDER_MARK,
    MIXED_LINE_ENDINGS,
    CONFLICT_MARKER,
    TAB_INDENTATION,
)
"""All kinds of this module, in the order of their codes."""
