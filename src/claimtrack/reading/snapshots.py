"""The texts of articles that quotes are anchored in; they lie outside git, and most machines have none of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import attrs

from claimtrack.reading.files import read_file

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


def read_snapshot(folder: Path, article_id: str) -> Snapshot | None:
    """Return the snapshot of an article, or None where there is none that can be read as UTF-8."""
    data, _ = read_file(folder, f"{article_id}.txt", MAX_BYTES)
    if data is None:
        return None
    try:
        return Snapshot(data.decode("utf-8"), hashlib.sha256(data).hexdigest())
    except UnicodeDecodeError:
        return None
