"""What stood there: the records of a desk as of a commit, moved forward from one commit to the next.

What does not change costs nothing: it is not even read, unless a rule asks for it. What cannot be read at a commit is taken to be what it
was when it last could, since that is what readers know: whoever breaks a record and mends it with another verdict has changed the verdict.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from pathlib import PurePosixPath

import attrs

from claimtrack import git
from claimtrack.history.comparison import Comparison, kind_of_record
from claimtrack.history.landings import Landing
from claimtrack.history.stock import Stock
from claimtrack.history.views import Files, Place, Records, Shelf, Sources, WhenAsked
from claimtrack.loading.collecting import NO_DESK
from claimtrack.project import Project, digest
from claimtrack.reading.file_names import FileKind
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source

_Lying = dict[str, tuple[Place, ...]]
_Kinded = tuple[Place, FileKind]


@attrs.define
class _Before:
    """What was different when it was last settled."""

    claims: _Lying = attrs.Factory(dict)
    articles: _Lying = attrs.Factory(dict)
    desk: Desk | None = None
    is_desk_touched: bool = False
    back: set[str] = attrs.Factory(set)
    mended: set[str] = attrs.Factory(set)


class Standing:
    """The records as they stand, and as they stood when it was last settled."""

    def __init__(self, repository: git.Repository, desk_file: str, stock: Stock) -> None:
        """Begin with nothing.

        Arguments:
            repository: where; its folder is the root.
            desk_file: the desk record, relative to the root.
            stock: reads records.
        """
        self.desk: Desk | None = None
        self.is_desk_readable = False
        self.desk_file = desk_file
        self._repository, self._stock = repository, stock
        self._inside = PurePosixPath(desk_file).parent.as_posix().removeprefix(".")
        self._claims: _Lying = {}
        self._articles: _Lying = {}
        self._in_folder: dict[str, set[str]] = {}
        self._contents: dict[str, Place] = {}
        self._texts: dict[str, Place] = {}
        self._shelf = Shelf(stock.sources)
        self._kinds: dict[str, FileKind | None] = {}
        self._held: dict[str, _Kinded | None] = {}
        self._gone: _Lying = {}
        self._before = _Before()

    def begin(self, files: Iterable[git.Stored]) -> None:
        """Take in all files of a commit; none of them but the desk record is read before somebody asks for it."""
        for stored in files:
            kinded = self._kinded(stored)
            if kinded is not None:
                self._put(*kinded, can_be_back=False)
            elif _is_text(stored):
                self._texts[_article_of(stored)] = Place(stored.file, stored.content)
        self.settle()

    def of_interest(self, commit: git.Commit) -> tuple[git.Moved, ...]:
        """Return what a commit did to files of records and to texts of articles, as if there were no others."""
        moved = [attrs.evolve(one, before=self._if_read(one.before), after=self._if_read(one.after)) for one in commit.files]
        return tuple(one for one in moved if one.before is not None or one.after is not None)

    def fetch(self, moved: Iterable[git.Moved]) -> None:
        """Read what it takes to take in what some commits did, all at once."""
        kinded = [self._kinded(stored) for one in moved for stored in (one.before, one.after)]
        self._stock.fetch(one[0] for one in kinded if one is not None and one[1] != "sources")

    def move(self, moved: Iterable[git.Moved]) -> list[str]:
        """Take in what a commit did to files of records, and return those that cannot be read as it left them."""
        unreadable = []
        gone: list[_Kinded] = []
        there: list[_Kinded] = []
        for one in moved:
            self._move_text(one)
            old, new = (self._kinded(stored) for stored in (one.before, one.after))
            if old is not None:
                self._contents.pop(old[0].file, None)
            if old is not None and old[0].file in self._held:
                old = self._held.pop(old[0].file)
                self._before.mended.update([] if new is None else [new[0].file])
            if new is not None and not self._can_be_read(*new):
                unreadable.append(new[0].file)
                self._held[new[0].file] = old
            else:
                gone += [old] if old is not None else []
                there += [new] if new is not None else []
        for place, kind in gone:
            self._take_away(place, kind)
        for place, kind in there:
            self._put(place, kind)
        return unreadable

    def settle(self, renamed: Collection[str] = ()) -> None:
        """Let what stands now be what stood before, and forget what nobody can ask for any more.

        Arguments:
            renamed: ids of claims that are gone and have another one now.
        """
        for then, now in ((self._before.claims, self._claims), (self._before.articles, self._articles)):
            for one, places in then.items():
                if now is self._claims and one not in now and one not in renamed and one not in self._before.back:
                    self._gone[one] = places
                else:
                    self._stock.forget([place for place in places if place not in now.get(one, ())])
        self._before = _Before()
        self._shelf.settle()

    @property
    def touched(self) -> set[str]:
        """The ids of claims and articles that are to be looked at: of what moved, and of all claims of articles that moved."""
        ids = {*self._before.claims, *self._before.articles}
        for folder in self._before.articles:
            ids |= self._in_folder.get(folder, set())
        return ids

    @property
    def is_anything_touched(self) -> bool:
        """Whether there is anything that rules about the history could have something to say about."""
        return bool(self._before.claims or self._before.articles or self._before.is_desk_touched)

    def was_unreadable(self, file: str) -> bool:
        """Say whether a file could not be read before what moved last, so that nobody knows who wrote what into it."""
        return file in self._before.mended

    def compared(self, landings: Iterable[Landing], before: str, day: datetime.date | None) -> Comparison:
        """Return what stood there when it was last settled beside what stands there now.

        It can be asked until something moves again.

        Arguments:
            landings: what landed since, the oldest first.
            before: the id of the commit that it landed on.
            day: the day that dates are compared with.
        """
        desk_then = self._before.desk if self._before.is_desk_touched else self.desk
        return Comparison(
            revision=before,
            commit=before,
            before=self._project(desk_then, self._before.claims, self._before.articles, self._shelf.then, day),
            after=self.now(day),
            commits=tuple(commit for landing in reversed([*landings]) for commit in landing.commits),
            repository=self._repository,
            touched=sorted(self.touched),
            read=self._stock.claims_of,
        )

    def now(self, day: datetime.date | None = None) -> Project:
        """Return what stands there now; it can be asked until something moves again."""
        return self._project(self.desk, {}, {}, self._shelf.now, day)

    def claims_in_all(self) -> int:
        """Return how many claims there are, those that cannot be read among them."""
        return len(self._claims)

    def _project(
        self, desk: Desk | None, claims: _Lying, articles: _Lying, sources: Callable[[str], Source | None], day: datetime.date | None
    ) -> Project:
        of_claims = Records(self._stock.claim, self._claims, claims)
        of_articles = Records(self._stock.article, self._articles, articles)
        return Project(
            root=self._repository.folder,
            desk_file=self.desk_file,
            desk=desk or NO_DESK,
            desk_is_sound=desk is not None,
            articles=of_articles,
            claims=of_claims,
            sources=Sources(sources),
            files=Files(of_claims, of_articles),
            snapshots=WhenAsked(self._texts, lambda one: self._stock.text(self._texts[one])),
            digests=WhenAsked(self._contents, lambda file: digest(self._stock.data(self._contents[file]))),
            unsaved=WhenAsked(self._contents, lambda file: self._stock.data(self._contents[file])),
            today=day,
        )

    def _if_read(self, stored: git.Stored | None) -> git.Stored | None:
        return stored if stored is not None and (self._kinded(stored) is not None or _is_text(stored)) else None

    def _move_text(self, moved: git.Moved) -> None:
        if moved.before is not None and _is_text(moved.before):
            self._texts.pop(_article_of(moved.before), None)
        if moved.after is not None and _is_text(moved.after):
            self._texts[_article_of(moved.after)] = Place(moved.after.file, moved.after.content)

    def _kinded(self, stored: git.Stored | None) -> _Kinded | None:
        if stored is None:
            return None
        if stored.file not in self._kinds:
            self._kinds[stored.file] = kind_of_record(stored.file, self._inside)
        kind = self._kinds[stored.file] if stored.is_ordinary else None
        return None if kind is None else (Place(stored.file, stored.content), kind)

    def _can_be_read(self, place: Place, kind: FileKind) -> bool:
        if kind == "claim":
            return self._stock.claim(place) is not None
        return kind != "article" or self._stock.article(place) is not None

    def _take_away(self, place: Place, kind: FileKind) -> None:
        if kind == "desk":
            self._set_desk(None)
        elif kind == "sources":
            self._shelf.move(place.file, None)
        else:
            self._lay(place, kind, [one for one in self._lying(place, kind) if one.file != place.file])

    def _put(self, place: Place, kind: FileKind, *, can_be_back: bool = True) -> None:
        self._contents[place.file] = place
        if kind == "desk":
            self._set_desk(self._stock.desk(place))
        elif kind == "sources":
            self._shelf.move(place.file, place.content)
        else:
            self._lay(place, kind, sorted([*(one for one in self._lying(place, kind) if one.file != place.file), place], key=_file))
            if kind == "claim" and can_be_back:
                self._take_back(place)

    def _lying(self, place: Place, kind: FileKind) -> tuple[Place, ...]:
        return (self._claims if kind == "claim" else self._articles).get(_id(place, kind), ())

    def _lay(self, place: Place, kind: FileKind, places: Iterable[Place]) -> None:
        """Note where all files of a record lie, and where they lay before."""
        lying, before = (self._claims, self._before.claims) if kind == "claim" else (self._articles, self._before.articles)
        one = _id(place, kind)
        before.setdefault(one, lying.get(one, ()))
        lying[one] = tuple(places)
        if not lying[one]:
            del lying[one]
        if kind == "claim":
            self._in_folder.setdefault(place.file.rpartition("/")[0].rpartition("/")[2], set()).add(one)

    def _take_back(self, place: Place) -> None:
        """Remember what a claim was that had gone and comes back, under its id or one that names its id as a former one."""
        claim = self._stock.claim(place)
        for one in (_id(place, "claim"), *(claim.former_ids if claim is not None else ())):
            if one in self._gone and not self._before.claims.get(one):
                self._before.claims[one] = self._gone.pop(one)
                self._before.back.add(one)

    def _set_desk(self, desk: Desk | None) -> None:
        if not self._before.is_desk_touched:
            self._before.desk, self._before.is_desk_touched = self.desk, True
        self.is_desk_readable = desk is not None
        if desk is not None:
            self.desk = desk


def _id(place: Place, kind: FileKind) -> str:
    folder, _, name = place.file.rpartition("/")
    return name.removesuffix(".yaml") if kind == "claim" else folder.rpartition("/")[2]


def _is_text(stored: git.Stored) -> bool:
    folder, _, name = stored.file.rpartition("/")
    return folder == SNAPSHOTS_FOLDER and name.endswith(".txt") and stored.is_ordinary


def _article_of(text: git.Stored) -> str:
    return text.file.rpartition("/")[2].removesuffix(".txt")


def _file(place: Place) -> str:
    return place.file
