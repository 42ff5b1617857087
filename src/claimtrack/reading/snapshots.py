"""The texts of articles that quotes are anchored in; they lie outside git, and most machines have none of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from claimtrack.findings import Finding, finding
from claimtrack.locations import START
from claimtrack.phrases import say
from claimtrack.reading.files import read_file
from claimtrack.reading.kinds import NOT_UTF8

SNAPSHOTS_FOLDER = "snapshots"
"""The folder of a project that the texts lie in, unless somebody says otherwise."""
MAX_BYTES = 16 * 1024 * 1024
"""The largest snapshot."""


@attrs.frozen
class Snapshot:
    """The text of an article as it was when the quotes were taken.

    Attributes:
        text: the text, exactly as stored; positions are code points in it.
        sha256: the digest of its raw bytes, in hex.
    """

    text: str = attrs.field(repr=False)
    sha256: str


def read_snapshot(
    root: Path, folder: str, article_id: str, unsaved: Mapping[str, bytes | None]
) -> tuple[Snapshot | None, tuple[Finding, ...]]:
    """Read the text of an article.

    Arguments:
        root: the project's root.
        folder: where the texts lie: relative to the root, or absolute where they lie elsewhere.
        article_id: the article.
        unsaved: files that are taken from here and not from disk.

    Returns:
        The text, or None where there is none; and what is wrong with one that is there and cannot be read.
    """
    file = f"{folder}/{article_id}.txt"
    data = unsaved.get(file)
    findings: tuple[Finding, ...] = ()
    if data is None:
        if not os.path.lexists(root / file):
            return None, ()
        data, findings = read_file(root, file, MAX_BYTES)
    if data is None:
        return None, findings
    try:
        return Snapshot(data.decode("utf-8"), hashlib.sha256(data).hexdigest()), ()
    except UnicodeDecodeError as error:
        message = say("byte 0x{byte:02X}, number {number:,} of the file, is not UTF-8", byte=data[error.start], number=error.start + 1)
        return None, (finding(NOT_UTF8, file, START, message, say("save the text as UTF-8")),)
