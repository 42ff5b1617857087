"""What evidence is drawn from: sources, and archived copies of them."""

from __future__ import annotations

import datetime

import attrs
from attrs import field

from claimtrack.dates import PartialDate
from claimtrack.records.fields import doc
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import ArchiveStatus, Level, Seen


@attrs.frozen(kw_only=True)
class Archive:
    """An archived copy of something on the web."""

    provider: str = field(metadata=doc("Who keeps the copy, such as `archive.org`, or `own` for a file of the desk."))
    url: str | None = field(default=None, metadata=doc("The address of the copy.", name_from="schema.org CreativeWork.archivedAt"))
    captured_at: datetime.datetime | None = field(
        default=None, metadata=doc("When the copy was taken.", unit="RFC 3339 with a time zone, `2026-02-09T10:00:00Z`")
    )
    file: str | None = field(
        default=None, metadata=doc("The desk's own copy, a path below `archives/`; a check looks whether it is there and unchanged.")
    )
    sha256: str | None = field(default=None, metadata=doc("The digest of that file.", unit="64 hex digits over the raw bytes"))
    wacz: str | None = field(
        default=None, metadata=doc("A web archive (WACZ) of the page, a path below `archives/`; only that it is there is checked.")
    )
    proofs: tuple[str, ...] = field(
        default=(),
        metadata=doc("Proofs of existence (`.tsr`, `.ots`), paths below `archives/`; that they are there is checked, not what they prove."),
    )
    status: ArchiveStatus | None = field(default=None, metadata=doc("What became of the copy when it was last looked at."))


@attrs.frozen(kw_only=True)
class Source:
    """Something that evidence is drawn from: a document, a page, a recording, a letter."""

    id: str = field(default="", metadata=doc("The id: the key in `sources.yaml`.", given=True))
    url: str | None = field(default=None, metadata=doc("The address, http or https.", name_from="schema.org CreativeWork.url"))
    unknown: Text | None = field(default=None, metadata=doc("Why there is no address, in place of `url`."))
    title: str | None = field(default=None, metadata=doc("The title as the source has it.", name_from="Dublin Core title"))
    title_inferred: bool = field(default=False, metadata=doc("`yes` where the title was not read but concluded, say from the address."))
    publisher: Text | None = field(default=None, metadata=doc("Who published it.", name_from="schema.org CreativeWork.publisher"))
    author: Text | None = field(default=None, metadata=doc("Who wrote it.", name_from="schema.org CreativeWork.author"))
    published: PartialDate | None = field(default=None, metadata=doc("When it was published.", name_from="schema.org datePublished"))
    published_note: Text | None = field(default=None, metadata=doc("What is known of the date where it is no date; never parsed."))
    accessed: datetime.date | None = field(default=None, metadata=doc("The day it was read."))
    language: str | None = field(default=None, metadata=doc("The language it is in.", unit="BCP 47 tag"))
    kind: str | None = field(default=None, metadata=doc("What sort of source it is, in a word: `statistics`, `readout`, `repost`."))
    level: Level | None = field(default=None, metadata=doc("How near it is to what it reports; evidence may say otherwise for itself."))
    origin: str | None = field(default=None, metadata=doc("Whom the information comes from in the end, an origin of the desk."))
    cites: tuple[str, ...] = field(
        default=(), metadata=doc("The sources that it has its information from; it then counts as no origin of its own.")
    )
    part_of: str | None = field(default=None, metadata=doc("The larger body that it belongs to, where no origin says it."))
    seen: Seen | None = field(default=None, metadata=doc("How it was seen."))
    copies: tuple[str, ...] = field(default=(), metadata=doc("Other addresses of the same text."))
    caution: Text | None = field(default=None, metadata=doc("What to beware of with it."))
    link: bool = field(default=True, metadata=doc("`no` where pages must not link to it, so as not to send readers there."))
    interests: Text | None = field(default=None, metadata=doc("What the source has to gain, for experts and parties."))
    anonymous: bool = field(default=False, metadata=doc("`yes` where the source is not named."))
    protected: Text | None = field(default=None, metadata=doc("Why the source cannot be named or linked."))
    archives: tuple[Archive, ...] = field(default=(), metadata=doc("Archived copies."))
