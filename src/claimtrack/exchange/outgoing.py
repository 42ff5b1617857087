"""What goes out: the claims that were chosen, what belongs to them, and the pages that readers find them on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from claimtrack.project import Project
from claimtrack.publication import Publication, cited_by, publication_of
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.source import Source


@attrs.frozen(kw_only=True)
class Pages:
    """The pages of the desk's site in one language.

    Attributes:
        language: the language.
        aspects: what was checked, in the words of the pages, by the words of records (``said``).
        path_of: returns where the page of a claim lies in the site, or None where its id can be no part of a path.
    """

    language: str
    aspects: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    path_of: Callable[[str], str | None] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Outgoing:
    """What is to be exported.

    Attributes:
        project: what readers may see, as ``claimtrack.publication.published`` returns it; or everything, where the desk asks for that.
        claims: the claims that were chosen of it, in their order.
        public: where everything goes out, what readers may see of it, so that the rest can be marked; else None.
        whole: whether everything goes out and nothing was chosen of it, so that what no claim names belongs to it as well.
        language: the language for formats that tell everything in one.
        pages: the pages of the site, in each language that is to go out.
    """

    project: Project
    claims: tuple[Claim, ...]
    public: Project | None = None
    whole: bool = False
    language: str
    pages: tuple[Pages, ...] = ()

    @property
    def for_readers(self) -> Project:
        """What readers may see of the project."""
        return self.public or self.project

    def publication_of(self, claim: Claim) -> Publication:
        """Return what readers see of a claim."""
        return publication_of(self.project, claim)

    def articles(self) -> Iterator[Article]:
        """Yield the articles that the claims are taken from, or that these appeared in, each once; all of a whole desk."""
        wanted = {claim.folder for claim in self.claims}
        wanted |= {one.article for claim in self.claims for one in claim.appearances if one.article}
        return (article for name, article in self.project.articles.items() if self.whole or name in wanted)

    def sources(self) -> Iterator[Source]:
        """Yield the sources that the claims cite by their ids, and those that these cite in turn, each once; all of a whole desk."""
        cited = cited_by(self.project, self.claims)
        return (source for name, source in self.project.sources.items() if self.whole or name in cited)


@attrs.frozen(kw_only=True)
class Loss:
    """Something that a format has no room for, or that must not go out in it.

    Attributes:
        of: the id of the claim or the source that it is about; empty where it has none that may be told.
        why: what is missing and why, as a clause, such as "no verdict to tell".
        is_whole: whether nothing of it went out, or only a part is missing.
    """

    of: str
    why: str
    is_whole: bool = True


Parts = Iterator[str | Loss]
"""What an exporter yields: the text of the file, part by part, and between the parts what got lost."""
