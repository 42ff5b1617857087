"""Records in the contents of a repository: each is read when it is asked for, and once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

import attrs

from claimtrack import git
from claimtrack.errors import NoHistoryError
from claimtrack.history.edits import read_claim
from claimtrack.history.views import Place
from claimtrack.reading.documents import Document, read_document
from claimtrack.reading.guard import SOURCES_BOUNDS, bounds_of
from claimtrack.reading.snapshots import Snapshot
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source

_Record = TypeVar("_Record", bound=attrs.AttrsInstance)

MOST = SOURCES_BOUNDS.size
"""How many bytes of a content are of interest: those of the largest file that is read."""

_KEPT = 500
"""How many claims of side branches are kept in case that they land."""


class Stock:
    """Records by the place where they stood; None for what cannot be read."""

    def __init__(self, ask: git.Read) -> None:
        """Take what gives contents, no more than ``MOST`` bytes and one of each."""
        self._ask = ask
        self._claims: dict[Place, Claim | None] = {}
        self._articles: dict[Place, Article | None] = {}
        self._aside: dict[Place, Claim | None] = {}
        self._at_hand: dict[str, bytes | None] = {}

    def fetch(self, places: Iterable[Place]) -> None:
        """Take to hand what is about to be asked for and not known yet, all at once, in place of what was at hand."""
        self._at_hand = dict(self._ask(dict.fromkeys(one.content for one in places if one not in self._claims)))

    def forget(self, places: Collection[Place]) -> None:
        """Forget records that nobody can ask for any more."""
        for one in places:
            self._claims.pop(one, None)
            self._articles.pop(one, None)

    def data(self, place: Place) -> bytes:
        """Return the bytes of a file.

        Raises:
            NoHistoryError: git does not have them.
        """
        data = self._at_hand.get(place.content)
        if data is None:
            data = next(self._ask([place.content]))[1]
        if data is None:
            raise NoHistoryError(f"git does not have {place.file} as it was, so the repository is damaged")
        return data

    def claim(self, place: Place) -> Claim | None:
        """Return the claim of a file."""
        if place not in self._claims:
            self._claims[place] = self._aside[place] if place in self._aside else read_claim(place.file, self.data(place))
        return self._claims[place]

    def article(self, place: Place) -> Article | None:
        """Return the article of a file."""
        if place not in self._articles:
            self._articles[place] = self._read(place, Article, {"id": PurePosixPath(place.file).parent.name})
        return self._articles[place]

    def desk(self, place: Place) -> Desk | None:
        """Return the desk of a file."""
        return self._read(place, Desk, {})

    def sources(self, place: Place) -> Mapping[str, Source] | None:
        """Return those sources of a file that can be read; None where none can."""
        document = self._document(place)
        if document is None:
            return None
        made = {one: structure(values, Source, (one,), {"id": one})[0] for one, values in document.values.items()}
        return {one: source for one, source in made.items() if source is not None}

    def text(self, place: Place) -> Snapshot:
        """Return the text of an article."""
        data = self.data(place)
        return Snapshot(data.decode("utf-8", "replace"), hashlib.sha256(data).hexdigest())

    def claims_of(self, wanted: Iterable[git.Stored]) -> Mapping[git.Stored, Claim | None]:
        """Return the claims in stored files, wherever in the history these are."""
        places = {one: Place(one.file, one.content) for one in wanted}
        if len(self._aside) > _KEPT:
            self._aside.clear()
        unknown = [one for one in dict.fromkeys(places.values()) if one not in self._claims and one not in self._aside]
        read = dict(self._ask([one.content for one in unknown if self._at_hand.get(one.content) is None]))
        for one in unknown:
            self._aside[one] = read_claim(one.file, self._at_hand.get(one.content) or read.get(one.content))
        return {stored: self._claims[one] if one in self._claims else self._aside.get(one) for stored, one in places.items()}

    def _read(self, place: Place, record: type[_Record], given: Mapping[str, str]) -> _Record | None:
        document = self._document(place)
        return None if document is None else structure(document.values, record, given=given)[0]

    def _document(self, place: Place) -> Document | None:
        data = self.data(place)
        return None if len(data) > bounds_of(place.file).size else read_document(place.file, data)[0]
