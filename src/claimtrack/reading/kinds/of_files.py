"""Kinds of findings about files and folders, before a byte of them is understood."""

from __future__ import annotations

from claimtrack.findings import Kind, Severity

UNREADABLE = Kind(
    "CT001",
    "unreadable",
    Severity.ERROR,
    """The file or folder cannot be read.

    Reason: What nobody can read nobody has checked; leaving it out silently would make a broken desk look sound.
    Remedy: Give yourself permission to read it, or restore it from git.

    Bad:
        # (bytes) a record that belongs to somebody else and that you may not open

    Good:
        status: draft
    """,
)

STRAY_FILE = Kind(
    "CT002",
    "stray-file",
    Severity.ERROR,
    """The file or folder is not a kind of record, so nobody would ever look at it.

    Reason: A claim that lies in the wrong place or has a wrong ending is ignored in silence, sometimes for months. Among the records there
        are only `desk.yaml`, `sources.yaml` and folders; in a folder there are only `article.yaml`, `sources.yaml` and one `.yaml` file for
        each claim.
    Remedy: Give the file its right name and place, or move what is not a record out of the records. Names that begin with a dot are left
        alone.
    Fix: A file of a folder whose name differs from the right one only in capitals, or in `.yml` for `.yaml`, is renamed, unless there is
        a file or a claim of that name already.

    Bad:
        # (bytes) a claim in `bridge/old/jam.yaml`, one folder too deep, or in `bridge/jam.yml`

    Good:
        # (bytes) the same claim in `bridge/jam.yaml`
        status: draft
    """,
)

SYMBOLIC_LINK = Kind(
    "CT003",
    "symbolic-link",
    Severity.ERROR,
    """The file or folder is a symbolic link, and links are never followed.

    Reason: A link can point anywhere on the machine that runs the check, and what it points to could then be published.
    Remedy: Replace the link by the file itself.

    Bad:
        # (bytes) `bridge/jam.yaml` as a link to a file elsewhere

    Good:
        # (bytes) `bridge/jam.yaml` as an ordinary file
        status: draft
    """,
)

NOT_A_FILE = Kind(
    "CT004",
    "not-a-file",
    Severity.ERROR,
    """What has the name of a record is no ordinary file.

    Reason: A pipe, a socket or a device has no end to read to and nothing that git could keep. A folder with the name of a record is a
        mistake.
    Remedy: Replace it by an ordinary file.

    Bad:
        # (bytes) a named pipe called `bridge/jam.yaml`

    Good:
        # (bytes) an ordinary file called `bridge/jam.yaml`
        status: draft
    """,
)

TOO_LARGE = Kind(
    "CT005",
    "file-too-large",
    Severity.ERROR,
    """The file is larger than a record may be.

    Reason: A claim has a few kilobytes. A file of over 1 MiB (16 MiB for sources.yaml) is an accident or an attack, and is not read.
    Remedy: Move long texts out of the record: archived copies belong in `archives/`, an article's text in `snapshots/`.

    Bad:
        # (bytes) a claim with a whole archived page pasted into it, 3 MiB

    Good:
        status: draft
    """,
)

UNPRINTABLE_NAME = Kind(
    "CT006",
    "unprintable-name",
    Severity.ERROR,
    """The name of the file or folder holds characters that cannot be shown.

    Reason: Control characters, invisible characters that turn the direction of writing, and bytes that are not UTF-8 make a name look like
        another one, and they break other people's tools. The file is not read.
    Remedy: Rename it with the letters a to z, digits and hyphens.

    Bad:
        # (bytes) a claim in a file whose name holds a line break

    Good:
        # (bytes) the claim in `bridge/jam.yaml`
        status: draft
    """,
)

KINDS_OF_FILES = (UNREADABLE, STRAY_FILE, SYMBOLIC_LINK, NOT_A_FILE, TOO_LARGE, UNPRINTABLE_NAME)
"""All kinds of this module, in the order of their codes."""
