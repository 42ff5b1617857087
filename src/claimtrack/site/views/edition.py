"""An edition: a project as it is told in one language, and the smallest things that pages are made of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import attrs

from claimtrack.dates import PartialDate
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.source import Source
from claimtrack.records.text import UNNAMED, Text
from claimtrack.site.views.paths import Paths
from claimtrack.site.wording.words import Words, words_in
from claimtrack.urls import host_of, web_address

_MAIL = re.compile(r"mailto:([a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)", re.ASCII | re.IGNORECASE)


@attrs.frozen
class Phrase:
    """Words of a record.

    Attributes:
        text: the words.
        language: the language they are in, where it is not the page's; None where it is, or where nobody said.
    """

    text: str
    language: str | None = None


@attrs.frozen
class Place:
    """An address out of the site that has passed the gate.

    Attributes:
        address: where the link leads.
        host: the host, which is shown beside the link.
    """

    address: str
    host: str


@attrs.frozen(kw_only=True)
class Edition:
    """What the builders of views need to know, for one language.

    Attributes:
        project: the records; in a public build only what readers may see.
        paths: where the pages of this language lie.
        preview: whether this is the desk's preview.
        now: the day of the build.
        words: the words of the pages; follows from their language.
        folders: the claims of each folder, by id; follows from the project.
        unlinked: the addresses of the sources that pages must not link to; follows from the project.
    """

    project: Project
    paths: Paths
    preview: bool
    now: datetime.date
    words: Words = attrs.field(init=False, repr=False)
    folders: Mapping[str, tuple[Claim, ...]] = attrs.field(init=False, repr=False)
    unlinked: frozenset[str] = attrs.field(init=False, repr=False)

    @words.default
    def _words_of_the_language(self) -> Words:
        return words_in(self.paths.language)

    @folders.default
    def _claims_by_folder(self) -> Mapping[str, tuple[Claim, ...]]:
        folders: dict[str, list[Claim]] = {}
        for one in sorted(self.project.claims):
            folders.setdefault(self.project.claims[one].folder, []).append(self.project.claims[one])
        return {folder: tuple(claims) for folder, claims in folders.items()}

    @unlinked.default
    def _addresses_of_sources_without_links(self) -> frozenset[str]:
        inline = (one.source for claim in self.project.claims.values() for one in claim.evidence if isinstance(one.source, Source))
        silent = [source for source in (*self.project.sources.values(), *inline) if not source.link]
        return frozenset(url for source in silent for url in (source.url, *source.copies) if url is not None)

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.paths.language

    @property
    def reference(self) -> str:
        """The language that a text is in which does not say."""
        return self.project.desk.reference_language

    def phrase(self, text: Text) -> Phrase:
        """Return a text as this edition shows it: in its language if there is one, else in another, which is then marked."""
        words, language = text.best(self.language, self.reference)
        return Phrase(words, None if language == self.language else language)

    def phrase_or_none(self, text: Text | None) -> Phrase | None:
        """Return a text as this edition shows it, or None where there is none."""
        return None if text is None or not text.by_language else self.phrase(text)

    def name(self, name: Text) -> Phrase:
        """Return a name as this edition shows it; one that is written without a language is the same in all of them."""
        return Phrase(name.by_language[UNNAMED]) if set(name.by_language) == {UNNAMED} else self.phrase(name)

    def name_or_none(self, name: Text | None) -> Phrase | None:
        """Return a name as this edition shows it, or None where there is none."""
        return None if name is None or not name.by_language else self.name(name)

    def in_language(self, words: str, language: str | None) -> Phrase:
        """Return words that are in a language of their own, such as a quote."""
        return Phrase(words, None if language == self.language else language)

    def date(self, date: PartialDate | datetime.date | None) -> str | None:
        """Return a date in words, or None where there is none."""
        return None if date is None else self.words.date(date)

    def place(self, url: str | None) -> Place | None:
        """Return where a link of a record leads; None also where a source has the same address and must not be linked to."""
        return None if url in self.unlinked else place(url)

    def person(self, person_id: str) -> Phrase:
        """Return the name of somebody of the desk as readers see it; the id where the desk does not know them."""
        person = self.project.desk.people.get(person_id)
        return Phrase(person_id) if person is None else self.name(person.shown)

    def origin(self, origin_id: str) -> Phrase:
        """Return the name of an origin; where the desk declares none, what the project calls it without its kind."""
        origin = self.project.desk.origins.get(origin_id)
        return Phrase(origin_id.partition(" ")[2] or origin_id) if origin is None else self.name(origin.name)


def place(url: str | None) -> Place | None:
    """Return where a link of a record leads, or None where there is no address or it must not be linked to.

    >>> place("https://example.org/a")
    Place(address='https://example.org/a', host='example.org')
    >>> place("javascript:alert(1)") is None
    True
    """
    address = None if url is None else web_address(url)
    return None if address is None else Place(address, host_of(address))


def contact(address: str | None) -> Place | None:
    """Return where readers can turn to: a page, or a mail address written ``mailto:``.

    >>> contact("mailto:desk@example.org")
    Place(address='mailto:desk@example.org', host='desk@example.org')
    >>> contact("mailto:a@b.example?bcc=c@d.example") is None
    True
    """
    if address is not None and (mail := _MAIL.fullmatch(address)):
        return Place(address, mail[1])
    return place(address)
