"""Sources as readers see them: what it is, how it was read, and where to look for oneself, the archived copy first."""

from __future__ import annotations

import attrs

from claimtrack.records.source import Archive, Source
from claimtrack.site.views.edition import Edition, Phrase, Place, place


@attrs.frozen(kw_only=True)
class ArchivedCopy:
    """An archived copy that can be looked at.

    Attributes:
        place: where it is.
        label: "Archived copy of 24 February 2025".
    """

    place: Place
    label: str


@attrs.frozen(kw_only=True)
class SourceView:
    """A source.

    Attributes:
        title: the title in the source's language, or the words that it has none.
        has_title: whether the title is the source's own.
        title_inferred: whether the title was concluded and not read.
        publisher: who published it.
        author: who wrote it.
        published: when, as far as it is known.
        published_note: what is known of the date where it is no date.
        accessed: "read on 24 February 2025".
        language: the language it is in, as a word, where it is not the page's.
        archives: archived copies; always shown before the live page.
        live: the page itself; None where it must not be linked to or cannot be.
        copies: other addresses of the same text.
        link_note: why there is no link, or that there is no archived copy.
        no_address: why the source has no address.
        protected: why the source cannot be named.
        anonymous: whether the source is not named.
        caution: what to beware of with it.
        interests: what it has to gain.
    """

    title: Phrase
    has_title: bool = True
    title_inferred: bool = False
    publisher: Phrase | None = None
    author: Phrase | None = None
    published: str | None = None
    published_note: Phrase | None = None
    accessed: str | None = None
    language: str | None = None
    archives: tuple[ArchivedCopy, ...] = ()
    live: Place | None = None
    copies: tuple[Place, ...] = ()
    link_note: str | None = None
    no_address: Phrase | None = None
    protected: Phrase | None = None
    anonymous: bool = False
    caution: Phrase | None = None
    interests: Phrase | None = None


def source_view(edition: Edition, source: Source | None) -> SourceView:
    """Return a source as readers see it; of a protected one nothing but why it is protected."""
    words = edition.words
    if source is None:
        return SourceView(title=Phrase(words["source_unknown"]), has_title=False)
    if source.protected is not None:
        return SourceView(
            title=Phrase(words["source_protected"]),
            has_title=False,
            protected=edition.phrase(source.protected),
            anonymous=source.anonymous,
        )
    archives = tuple(copy for one in source.archives if (copy := archived_copy(edition, one)) is not None) if source.link else ()
    live = place(source.url) if source.link else None
    return SourceView(
        title=edition.in_language(source.title, source.language) if source.title else Phrase(words["no_title"]),
        has_title=source.title is not None,
        title_inferred=source.title_inferred,
        publisher=edition.name_or_none(source.publisher),
        author=edition.name_or_none(source.author),
        published=edition.date(source.published),
        published_note=edition.phrase_or_none(source.published_note),
        accessed=words.fill("accessed", date=words.date(source.accessed)) if source.accessed else None,
        language=_language(edition, source),
        archives=archives,
        live=live,
        copies=tuple(found for one in source.copies if (found := place(one)) is not None) if source.link else (),
        link_note=_link_note(edition, source, live, archives),
        no_address=edition.phrase_or_none(source.unknown),
        anonymous=source.anonymous,
        caution=edition.phrase_or_none(source.caution),
        interests=edition.phrase_or_none(source.interests),
    )


def archived_copy(edition: Edition, archive: Archive) -> ArchivedCopy | None:
    """Return an archived copy, or None where it has no address or is known not to be there any more."""
    there = place(archive.url)
    if there is None or archive.status in {"failed", "gone"}:
        return None
    words = edition.words
    taken = archive.captured_at
    label = words.fill("archived_on", date=words.date(taken.date())) if taken else words["archived_copy"]
    return ArchivedCopy(place=there, label=label)


def _language(edition: Edition, source: Source) -> str | None:
    if source.language is None or source.language == edition.language:
        return None
    return edition.words.fill("in_language", language=edition.words.language_called(source.language))


def _link_note(edition: Edition, source: Source, live: Place | None, archives: tuple[ArchivedCopy, ...]) -> str | None:
    if source.url is None:
        return None
    if not source.link:
        return edition.words["not_linked"]
    if live is None:
        return edition.words["address_unfit"]
    return None if archives else edition.words["not_archived"]
