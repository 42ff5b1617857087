"""Weaving: the text of a record that two sides have changed, out of the lines that either side wrote."""

from __future__ import annotations

import attrs

from claimtrack.merging.brackets import Bracketed, in_brackets
from claimtrack.merging.conflicts import Conflict, Woven
from claimtrack.merging.deciding import Deciding, Decision, Path, Three, entries_of, keys_of
from claimtrack.merging.identities import Key
from claimtrack.merging.lines import added, comments_of, put_together, shifted
from claimtrack.merging.meanings import Meaning, meaning
from claimtrack.merging.pieces import NoRoom, Piece, Rowed, inner


@attrs.frozen
class _Place:
    """Where something is written.

    Attributes:
        path: what it is.
        column: the column that it begins at.
        before: what stands before it on its line: blanks, or the hyphen of the list that it is in.
    """

    path: Path
    column: int
    before: str

    def holds(self, piece: Piece | None) -> str:
        """Return a piece as it is written here, whole; nothing for one that is not there."""
        return self.before + self.moved(piece, piece.rest) if piece else ""

    def moved(self, piece: Piece, text: str) -> str:
        """Return a text that begins where a piece does, as it is written here."""
        return shifted(text, self.column - piece.column, first=False)


@attrs.frozen
class _Entry:
    """An entry as it comes out: the lines above it, and itself, which is nothing where it is gone."""

    lead: str
    body: Woven


def weave(deciding: Deciding, whole: set[Path], record: Three[Rowed]) -> Woven:
    """Return the text of a merged record.

    Arguments:
        deciding: decides what becomes of each value; it knows *whole* as well.
        whole: gets the values that are one conflict although only something in them is one.
        record: the record in the three versions; the first may be missing.

    Raises:
        NoRoom: There is no place for a conflict.
    """
    column = (record.ours or record.theirs or _nobody()).column
    woven, _ = _Weaver(deciding, whole).rows((), record, column, None)
    return woven


def _nobody() -> Rowed:
    raise AssertionError("one side at least has the record")


@attrs.frozen
class _Weaver:
    deciding: Deciding
    whole: set[Path]

    def rows(self, path: Path, rowed: Three[Rowed], column: int, before: str | None) -> tuple[Woven, bool]:
        """Return the lines of a list or mapping, and whether anything is left in it."""
        value: Three[Meaning] = rowed.each(lambda one: meaning(one.node))
        keys = keys_of(path, value)
        base, ours, theirs = (
            dict(zip(names or (), side.pieces if side else (), strict=True))
            for names, side in ((keys.base, rowed.base), (keys.ours, rowed.ours), (keys.theirs, rowed.theirs))
        )
        theirs = _without_what_ours_stand_behind(rowed, base, ours, theirs)
        woven: Woven = [put_together(rowed.each(lambda one: one.intro))]
        is_left = False
        for key, one in entries_of(path, value).items():
            starts = before if before is not None and not is_left else " " * column
            place = _Place((*path, key), column, starts)
            entry = self.entry(place, Three(base.get(key), ours.get(key), theirs.get(key)), one)
            woven += [entry.lead, *entry.body]
            is_left = is_left or bool(entry.body)
        woven.append(put_together(rowed.each(lambda one: shifted(one.foot, column - one.column))))
        return [part for part in woven if part != ""], is_left

    def entry(self, place: _Place, pieces: Three[Piece], value: Three[Meaning]) -> _Entry:
        ours, theirs, base = pieces.ours, pieces.theirs, pieces.base
        lead = put_together(pieces.each(lambda one: shifted(one.lead, place.column - one.column)))
        if ours is None or theirs is None:
            return self.one_sided(place, pieces, value)
        alone = [shifted(one.rest, -one.column, first=False) if one else None for one in (base, ours, theirs)]
        if alone[2] in (alone[1], alone[0]):
            return _Entry(lead, [place.holds(ours)])
        if alone[1] == alone[0]:
            return _Entry(lead, [place.holds(theirs)])
        decision = self.deciding.decide(place.path, value)
        if decision is not Decision.CONFLICT and ours.value.is_collection and ours.value.kind == theirs.value.kind:
            try:
                return self.both(place, Three(base, ours, theirs), value, lead)
            except NoRoom:
                if decision is Decision.BOTH:
                    self.whole.add(place.path)
                    decision = Decision.CONFLICT
        if decision is Decision.CONFLICT:
            return _Entry(lead, [Conflict(place.path, *map(place.holds, (base, ours, theirs)))])
        if decision is Decision.OURS and value.ours == value.theirs and base and _is_written_alike(base, ours):
            decision = Decision.THEIRS  # where both mean the same, the side that has written it anew is followed
        return self.chosen(place, Three(base, ours, theirs), ours if decision is Decision.OURS else theirs, lead)

    def one_sided(self, place: _Place, pieces: Three[Piece], value: Three[Meaning]) -> _Entry:
        """Return an entry that one side does not have: new on the other, or gone, or gone and changed."""
        there = pieces.ours or pieces.theirs
        if there is None:
            return _Entry("", [])
        lead = shifted(there.lead, place.column - there.column)
        if pieces.base is None:
            return _Entry(lead, [place.holds(there)])
        if self.deciding.decide(place.path, value) is Decision.CONFLICT:
            if place.before.strip(" "):
                raise NoRoom
            return _Entry(lead, [Conflict(place.path, *map(place.holds, (pieces.base, pieces.ours, pieces.theirs)))])
        old, new = ([*comments_of(one.lead), *one.comments()] for one in (pieces.base, there))
        return _Entry(_as_lines(added(old, new), place.column), [])

    def both(self, place: _Place, pieces: Three[Piece], value: Three[Meaning], lead: str) -> _Entry:
        """Return a list or mapping in which each entry is decided by itself."""
        ours, theirs = pieces.ours, pieces.theirs
        if ours is None or theirs is None:
            raise AssertionError("both sides have it")
        if not ours.has_rows and not theirs.has_rows:
            sides = (Bracketed(ours.text, ours.value), Bracketed(theirs.text, theirs.value))
            like = ours if ours.value.entries else theirs
            written = like.text[like.head : like.value.start] + in_brackets(self.deciding, place.path, sides, value)
            return _assembled(place, pieces, place.moved(like, written), lead)
        like = _followed(pieces.base, ours, theirs)
        base = pieces.base if pieces.base and pieces.base.value.kind == ours.value.kind else None
        remark, others = _remarks(pieces)
        column = place.column + like.value.column - like.column
        before = place.before + like.step[1] if like.shares_line else None
        rows, is_left = self.rows(place.path, Three(inner(base) if base else None, inner(ours), inner(theirs)), column, before)
        if not is_left:
            comments = [line for part in rows if isinstance(part, str) for line in comments_of(part)]
            empty = "[]" if ours.value.kind == "list" else "{}"
            return _Entry(lead + _as_lines([*others, *comments], place.column), [f"{place.before}{like.name} {empty}{remark}\n"])
        if before is not None:
            return _Entry(lead + _as_lines([*others, *filter(None, [remark.strip()])], place.column), rows)
        return _Entry(lead + _as_lines(others, place.column), [f"{place.before}{like.name}{remark}\n", *rows])

    def chosen(self, place: _Place, pieces: Three[Piece], chosen: Piece, lead: str) -> _Entry:
        """Return an entry whose value is that of one side, with the comments of both."""
        other = pieces.theirs if chosen is pieces.ours else pieces.ours
        there = [one for one in (pieces.base, pieces.ours, pieces.theirs) if one is not None]
        if any(one.has_rows for one in there):
            old, new, kept = (one.comments() if one else [] for one in (pieces.base, other, chosen))
            left = added(kept, added(old, new))
            return _Entry(lead + _as_lines(left, place.column), [place.holds(chosen)])
        old, new, kept = (one.comments_inside() if one else [] for one in (pieces.base, other, chosen))
        left = added(kept, added(old, new))
        return _assembled(place, pieces, place.moved(chosen, chosen.written), lead + _as_lines(left, place.column))


def _without_what_ours_stand_behind(
    rowed: Three[Rowed], base: dict[Key, Piece], ours: dict[Key, Piece], theirs: dict[Key, Piece]
) -> dict[Key, Piece]:
    """Return their pieces, what is new without those comments from the foot of the list that stand above what is new on our side.

    Whoever adds an entry behind a comment at the end of a list makes the comment stand above the entry; where both do, it stays one.
    """
    foot = set(comments_of(rowed.base.foot)) if rowed.base else set()
    above_ours = {comment for key, piece in ours.items() if key not in base for comment in comments_of(piece.lead)} & foot
    if not above_ours:
        return theirs
    return {key: piece if key in base or key in ours else piece.without_lead(above_ours) for key, piece in theirs.items()}


def _followed(base: Piece | None, ours: Piece, theirs: Piece) -> Piece:
    """Return the side whose layout a list or mapping gets: the one without brackets, and of two such, theirs where only they changed it."""
    if not theirs.has_rows:
        return ours
    is_theirs = not ours.has_rows or (base is not None and base.has_rows and ours.step == base.step != theirs.step)
    return theirs if is_theirs else ours


def _assembled(place: _Place, pieces: Three[Piece], written: str, lead: str) -> _Entry:
    """Return an entry, with the remark on its line and the comments behind it as both sides have them."""
    remark, others = _remarks(pieces)
    tail = put_together(pieces.each(lambda one: shifted(one.tail, place.column - one.column)))
    if written.endswith("\n"):
        others = [*others, *filter(None, [remark.strip()])]
        return _Entry(lead + _as_lines(others, place.column), [f"{place.before}{written}{tail}"])
    return _Entry(lead + _as_lines(others, place.column), [f"{place.before}{written}{remark}\n{tail}"])


def _remarks(pieces: Three[Piece]) -> tuple[str, list[str]]:
    """Return the remark behind a value, and the one that has no place there any more."""
    base, ours, theirs = (one.remark if one else "" for one in (pieces.base, pieces.ours, pieces.theirs))
    if ours.strip() == theirs.strip():
        return (theirs if ours == base else ours), []
    if ours.strip() == base.strip():
        return theirs, []
    if theirs.strip() == base.strip() or not theirs.strip():
        return ours, []
    return (ours, [theirs.strip()]) if ours.strip() else (theirs, [])


def _is_written_alike(one: Piece, other: Piece) -> bool:
    return shifted(one.written, -one.column, first=False) == shifted(other.written, -other.column, first=False)


def _as_lines(comments: list[str], column: int) -> str:
    return "".join(f"{' ' * column}{comment}\n" for comment in comments)
