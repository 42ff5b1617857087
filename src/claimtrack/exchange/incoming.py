"""What comes in: records out of foreign files, and what the one who imports them has said about it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

import attrs

from claimtrack.changes import Value
from claimtrack.findings import Finding
from claimtrack.locations import Span
from claimtrack.project import RecordKind
from claimtrack.records.scale import Scale
from claimtrack.variants.documents import document_at


@attrs.frozen(kw_only=True)
class Receiving:
    """What an importer has to know of the desk and of whoever imports.

    Attributes:
        today: the day of the import; a date behind it is taken for none.
        languages: the languages of the desk, its first one in front.
        scale: the scale of the desk, or None where nobody knows it.
        language: the language of texts that do not say which they are in; empty where nobody said it.
        longest_quote: how many characters a quote may have, by the limits of the desk.
        mapping: which column means what, for tables.
    """

    today: datetime.date
    languages: tuple[str, ...]
    scale: Scale | None = None
    language: str = ""
    longest_quote: int = 200
    mapping: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen
class Given:
    """A foreign file.

    Attributes:
        name: what the caller calls it.
        stream: its bytes; can be read from the start again.
    """

    name: str
    stream: BinaryIO = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class ArrivedClaim:
    """A claim that came in with somebody's check of it.

    Attributes:
        values: its fields but for status and authors, in their order.
        address: the address of the check; empty where it has none.
        publisher: who checked it, where they are named.
        identity: the same for the same check of the same words, 16 hex digits.
        verdicts: the words of the ratings, to see whether the same check says something else elsewhere.
        file: the file that it came from.
        span: where it stands there.
        findings: what there is to say about it.
    """

    values: Mapping[str, Value]
    address: str
    publisher: str
    identity: str
    verdicts: Sequence[str]
    file: str
    span: Span
    findings: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class ArrivedRecord:
    """A whole record that came in as it went out of a desk.

    Attributes:
        kind: what it is; None for the desk itself.
        id: its id; empty for the desk.
        folder: the folder that it lies in; empty for a source of the whole desk.
        values: its fields, as they are to be written.
        record: the record; None where something in it does not fit.
        file: the file that it came from.
        span: where it stands there.
        findings: what there is to say about it.
        fits: whether everything in it fits.
    """

    kind: RecordKind | None
    id: str
    folder: str
    values: Mapping[str, Value]
    record: object | None
    file: str
    span: Span
    findings: tuple[Finding, ...] = ()
    fits: bool = True


Records = Iterator[ArrivedRecord | Finding]
"""What the importer of whole records yields."""

Incoming = Iterator[ArrivedClaim | Finding]
"""What an importer yields: claims, and between them what is wrong with the file, and which of its items do not come in."""


def identity_of(address: str, publisher: str, text: str) -> str:
    """Return what makes a check the same one: the document that it is, and the words that it is about, capitals and blanks aside.

    Arguments:
        address: the address of the check; empty where it has none.
        publisher: who checked it, which stands in for the address where there is none.
        text: the claim.
    """
    document = document_at(address) if address else None
    key = f"{document.key}#{document.part}" if document else f"by {publisher.casefold()}"
    words = " ".join(text.casefold().split())
    return hashlib.sha256(f"{key}\n{words}".encode("utf-8", "replace")).hexdigest()[:16]
