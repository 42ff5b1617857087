"""Records that stand in commits, as mappings by id that read a record when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar, cast

import attrs

from claimtrack.project import RecordKind
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.source import Source

_Record = TypeVar("_Record")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@attrs.frozen
class Place:
    """A file as it stood there.

    Attributes:
        file: its name, relative to the root.
        content: the id of its content.
    """

    file: str
    content: str


Places = Mapping[str, tuple[Place, ...]]
"""Where records lie, by id; with several places, the first that can be read counts."""


class Records(Mapping[str, _Record]):
    """The records of a kind by id."""

    def __init__(self, read: Callable[[Place], _Record | None], now: Places, then: Places) -> None:
        """Take where records lie, and over that where some of them lay before."""
        self._read, self._now, self._then = read, now, then

    def place(self, record_id: str) -> Place | None:
        """Return where a record lies; where none of its files can be read, the first of them."""
        places = self._then[record_id] if record_id in self._then else self._now.get(record_id, ())
        readable = (one for one in places if self._read(one) is not None)
        return next(readable, None) or next(iter(places), None)

    def __getitem__(self, record_id: str) -> _Record:
        """Return a record, reading it if nobody has yet."""
        place = self.place(record_id)
        record = self._read(place) if place is not None else None
        if record is None:
            raise KeyError(record_id)
        return record

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all that can be read."""
        return (one for one in {**self._now, **self._then} if one in self)

    def __len__(self) -> int:
        """Count those that can be read."""
        return sum(1 for _ in self)


class Files(Mapping[tuple[RecordKind, str], str]):
    """The file of each claim and article, whether it can be read or not."""

    def __init__(self, claims: Records[Claim], articles: Records[Article]) -> None:
        """Take the records."""
        self._kinds: Mapping[str, Records[Claim] | Records[Article]] = {"claim": claims, "article": articles}

    def __getitem__(self, of: tuple[RecordKind, str]) -> str:
        """Return the file of a record."""
        records = self._kinds.get(of[0])
        place = records.place(of[1]) if records is not None else None
        if place is None:
            raise KeyError(of)
        return place.file

    def __iter__(self) -> Iterator[tuple[RecordKind, str]]:
        """Yield kind and id of all that can be read."""
        for kind, records in self._kinds.items():
            yield from ((cast("RecordKind", kind), one) for one in records)

    def __len__(self) -> int:
        """Count those that can be read."""
        return sum(map(len, self._kinds.values()))


class WhenAsked(Mapping[_Key, _Value], Generic[_Key, _Value]):
    """Values that are worked out when somebody asks for them."""

    def __init__(self, names: Mapping[_Key, object], give: Callable[[_Key], _Value]) -> None:
        """Take the names that there are, and what gives the value for one of them."""
        self._names, self._give = names, give

    def __getitem__(self, name: _Key) -> _Value:
        """Return a value."""
        if name not in self._names:
            raise KeyError(name)
        return self._give(name)

    def __iter__(self) -> Iterator[_Key]:
        """Yield the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._names)


class Shelf:
    """The sources of a desk as they stood in commits; their files are only read where somebody asks for a source.

    A file that cannot be read says what it said when it last could.
    """

    def __init__(self, read: Callable[[Place], Mapping[str, Source] | None]) -> None:
        """Take what reads a file of sources; None where it cannot be read."""
        self._read = read
        self._by_file: dict[str, Mapping[str, Source]] = {}
        self._by_id: dict[str, dict[str, Source]] = {}
        self._waiting: dict[str, str | None] = {}
        self._moved: dict[str, str | None] = {}
        self._then: dict[str, Source | None] = {}
        self._is_current = False

    def move(self, file: str, content: str | None) -> None:
        """Take in that a file has another content from now on, or is gone."""
        self._moved[file] = content

    def settle(self) -> None:
        """Let what is the state before be what is now the state after."""
        if not self._is_current:
            self._waiting.update(self._moved)
        self._moved, self._then, self._is_current = {}, {}, False

    def now(self, source_id: str) -> Source | None:
        """Return a source as it is."""
        self._catch_up()
        return self._first(source_id)

    def then(self, source_id: str) -> Source | None:
        """Return a source as it was before the files moved."""
        self._catch_up()
        return self._then[source_id] if source_id in self._then else self._first(source_id)

    def _first(self, source_id: str) -> Source | None:
        found = self._by_id.get(source_id)
        return found[min(found)] if found else None

    def _catch_up(self) -> None:
        if self._is_current:
            return
        for file, content in self._waiting.items():
            self._put(file, content)
        self._waiting, self._is_current = {}, True
        for file, content in self._moved.items():
            for one, source in self._put(file, content).items():
                self._then.setdefault(one, source)

    def _put(self, file: str, content: str | None) -> dict[str, Source | None]:
        """Read a file again, and return how the sources were that are different now."""
        old = self._by_file.get(file, {})
        new = self._read(Place(file, content)) if content is not None else {}
        if new is None:
            return {}
        different = {one: self._first(one) for one in {**old, **new} if old.get(one) is not new.get(one)}
        for one in different:
            there = self._by_id.setdefault(one, {})
            there.pop(file, None)
            if one in new:
                there[file] = new[one]
        self._by_file[file] = new
        return different


class Sources(Mapping[str, Source]):
    """The sources of a state by id; only asked for by their ids."""

    def __init__(self, give: Callable[[str], Source | None]) -> None:
        """Take what gives a source."""
        self._give = give

    def __getitem__(self, source_id: str) -> Source:
        """Return a source."""
        source = self._give(source_id)
        if source is None:
            raise KeyError(source_id)
        return source

    def __iter__(self) -> Iterator[str]:
        """Yield nothing: all of them are not known before all have been asked for."""
        return iter(())

    def __len__(self) -> int:
        """Count what is yielded."""
        return 0
