"""Where each page lies in the site, in each language."""

from __future__ import annotations

import attrs

from claimtrack.records.ids import is_slug
from claimtrack.site.wording.words import site_languages

_LONGEST = 200
"""Code points of an id; with its ending, file systems hold 255."""


@attrs.frozen
class Paths:
    """The paths of the pages in one language, from the root of the site.

    Attributes:
        language: the language of the pages.
        first: whether it is the site's first language, whose start page lies at the root.
    """

    language: str
    first: bool

    @property
    def folder(self) -> str:
        """The folder of the language."""
        return self.language.lower()

    @property
    def start(self) -> str:
        """The start page."""
        return "index.html" if self.first else f"{self.folder}/index.html"

    def claim(self, claim_id: str) -> str:
        """Return the page of a claim."""
        return f"{self.folder}/claims/{claim_id}.html"

    def article(self, article_id: str) -> str:
        """Return the page of an article."""
        return f"{self.folder}/articles/{article_id}.html"

    def page(self, name: str) -> str:
        """Return a page of which there is one: ``sources``, ``status``, ``methodology``."""
        return f"{self.folder}/{name}.html"


def all_paths(languages: tuple[str, ...]) -> tuple[Paths, ...]:
    """Return the paths of each language that a desk's pages are written in, its first language first."""
    known = site_languages(languages)
    return tuple(Paths(language, language == known[0]) for language in known)


def fits_path(record_id: str) -> bool:
    """Say whether an id can be part of a path and of an element's id; one that cannot is a finding and gets no page.

    >>> fits_path("xi-inseparable"), fits_path("../index")
    (True, False)
    """
    return len(record_id) <= _LONGEST and is_slug(record_id)


def way(start: str, target: str) -> str:
    """Return the way from one page of the site to another, as a link that works from a disk too.

    Arguments:
        start: the path of the page with the link.
        target: the path of the page that it leads to.

    >>> way("de/claims/a.html", "de/sources.html"), way("index.html", "de/claims/a.html")
    ('../sources.html', 'de/claims/a.html')
    """
    here, there = start.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]])
