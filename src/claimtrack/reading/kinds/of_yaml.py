"""Kinds of findings about the shape of a file as YAML, before anybody asks what its fields mean."""

from __future__ import annotations

from claimtrack.findings import Kind, Severity

NOT_YAML = Kind(
    "CT020",
    "not-yaml",
    Severity.ERROR,
    """The file cannot be read as YAML.

    Reason: Where a program cannot tell which text belongs to which field, it must not guess.
    Remedy: Look at the place that is shown and at the line above it. Most often a text with `: ` in it has no quotation marks, a quotation
        mark or bracket is not closed, or a line begins too far left or right.

    Bad:
        statement: The mayor said: the bridge is closed  # here

    Good:
        statement: "The mayor said: the bridge is closed"
    """,
)

EMPTY_FILE = Kind(
    "CT021",
    "empty-file",
    Severity.ERROR,
    """There is nothing in the file, or nothing but comments.

    Reason: A record that says nothing is an accident: a file that was not saved, or a merge that went wrong.
    Remedy: Write the record, or delete the file.

    Bad:
        # status: draft  # here

    Good:
        status: draft
    """,
)

SEVERAL_DOCUMENTS = Kind(
    "CT022",
    "several-documents",
    Severity.ERROR,
    """There is more than one document in the file.

    Reason: A line of three hyphens ends one YAML document and begins the next. Some programs read only the first, others only the last.
    Remedy: Put each record into its own file, or delete the line.

    Bad:
        status: draft
        ---  # here
        status: researching

    Good:
        status: draft
    """,
)

DIRECTIVE = Kind(
    "CT023",
    "yaml-directive",
    Severity.ERROR,
    """The file begins with an instruction to the YAML reader.

    Reason: A line that begins with a percent sign changes how the rest is read, and programs differ in what they make of it.
    Remedy: Delete the line.

    Bad:
        %YAML 1.1  # here
        ---
        status: draft

    Good:
        status: draft
    """,
)

ANCHOR = Kind(
    "CT024",
    "anchor-or-alias",
    Severity.ERROR,
    """A value is named with `&` or repeated with `*`.

    Reason: A repeated value changes in places that a reviewer of the change does not see, and a few repeated repetitions fill the memory of
        the machine. Records say things once, by id.
    Remedy: Write the value out. If the text itself begins with `&` or `*`, put it in quotation marks.

    Bad:
        statement: &words The bridge is closed.  # here
        headline: *words

    Good:
        statement: The bridge is closed.
        headline: "*Closed* is not what the notice says"
    """,
)

MERGE_KEY = Kind(
    "CT025",
    "merge-key",
    Severity.ERROR,
    """A mapping takes its content from another one with `<<`.

    Reason: What the record says would then stand elsewhere, and only some programs would find it.
    Remedy: Write the fields out.

    Bad:
        quantity:
          <<: {unit: person}  # here
          value: 31

    Good:
        quantity:
          unit: person
          value: 31
    """,
)

TAG = Kind(
    "CT026",
    "yaml-tag",
    Severity.ERROR,
    """A value has a type written in front of it with `!`.

    Reason: A type in the file can make other programs run code. In a record, the field decides what its value means.
    Remedy: Delete the type. If the text itself begins with `!`, put it in quotation marks.

    Bad:
        statement: !!str The bridge is closed.  # here

    Good:
        statement: The bridge is closed.
    """,
)

DUPLICATE_KEY = Kind(
    "CT027",
    "duplicate-key",
    Severity.ERROR,
    """A field stands twice in one mapping.

    Reason: Most programs keep the last one and drop the other in silence. Names that differ only in capitals, in how an accented letter is
        coded or in invisible characters look like one name to a reader, and count as the same here.
    Remedy: Keep one of them. A merge that went wrong often leaves both. Where several fields stand twice, one behind the other, a line
        between them was probably lost: the `- ` of a new entry, or the name that they stand below.

    Bad:
        status: draft
        aspect: fact
        status: approved  # here

    Good:
        status: draft
        aspect: fact
    """,
)

BAD_KEY = Kind(
    "CT028",
    "bad-key",
    Severity.ERROR,
    """The name of a field is not a short plain text.

    Reason: The name of a field is at most 200 characters on one line. A list or mapping in its place, a name begun with `? `, or no name at
        all is mostly a text that YAML took for something else.
    Remedy: Write the name in front of the colon; put the whole text in quotation marks if it was meant as a text.

    Bad:
        {status, draft}: yes  # here

    Good:
        status: draft
    """,
)

TOO_DEEP = Kind(
    "CT029",
    "too-deep",
    Severity.ERROR,
    """Lists and mappings are nested more than 20 deep.

    Reason: No record needs half of that. Deep nesting is a slip of the keyboard, or an attack that makes YAML readers crash.
    Remedy: Write the value flat.

    Bad:
        extra: [[[[[[[[[[[[[[[[[[[[[deep]]]]]]]]]]]]]]]]]]]]]  # here

    Good:
        extra: {depth: [[flat enough]]}
    """,
)

TEXT_TOO_LONG = Kind(
    "CT030",
    "text-too-long",
    Severity.ERROR,
    """A single text is longer than 65,536 characters.

    Reason: That is longer than a newspaper page. It is a pasted document, or a quotation mark that was never closed.
    Remedy: Quote the passage that matters, and put the document into `archives/`.

    Bad:
        # (bytes) an archived page of 90 KiB pasted into `internal: |`

    Good:
        internal: The page is archived.
    """,
)

TOO_MANY_VALUES = Kind(
    "CT031",
    "too-many-values",
    Severity.ERROR,
    """There are more values in the file than a record may have.

    Reason: A claim has about a hundred values. More than 20,000 (320,000 in sources.yaml) are an accident or an attack.
    Remedy: Split the record.

    Bad:
        # (bytes) a list of 30,000 topics

    Good:
        topics: [bridges]
    """,
)

NOT_A_MAPPING = Kind(
    "CT032",
    "not-a-mapping",
    Severity.ERROR,
    """The file as a whole is not a list of fields, each with its name, a colon and a value.

    Reason: A record is a set of named fields. A file with only a text or only a list has lost their names.
    Remedy: Begin each field with its name and a colon, without hyphens in front.

    Bad:
        - status: draft  # here
        - aspect: fact

    Good:
        status: draft
        aspect: fact
    """,
)

KINDS_OF_YAML = (
    NOT_YAML,
    EMPTY_FILE,
    SEVERAL_DOCUMENTS,
    DIRECTIVE,
    ANCHOR,
    MERGE_KEY,
    TAG,
    DUPLICATE_KEY,
    BAD_KEY,
    TOO_DEEP,
    TEXT_TOO_LONG,
    TOO_MANY_VALUES,
    NOT_A_MAPPING,
)
"""All kinds of this module, in the order of their codes."""
