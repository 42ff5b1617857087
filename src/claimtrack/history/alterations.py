"""What changed between two states of a record, in the desk's terms and not in those of YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from claimtrack.history.entries import compared
from claimtrack.history.nouns import noun_of
from claimtrack.history.sentences import sentence_of
from claimtrack.history.showing import Place, Showing
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.records.claim import HistoryEntry, Verdict
from claimtrack.records.fields import key_of
from claimtrack.records.text import Text


@attrs.frozen(kw_only=True)
class Alteration:
    """One thing that changed in a record.

    Attributes:
        path: where: in the record as it is, or for what is gone, in the record as it was.
        kind: whether it is new, gone or another.
        what: what it is, such as "summary" or "evidence ‘closed-days’: quote".
        before: what it was, as people read it; None where it is new.
        after: what it is; None where it is gone.
        sentence: all of this in one sentence, where there is a better one than any that can be made of the above.
    """

    path: RecordPath
    kind: Literal["added", "removed", "changed"]
    what: Phrase
    before: str | None
    after: str | None
    sentence: Phrase | None = None


def alterations(before: Any, after: Any, was: Showing, now: Showing) -> tuple[Alteration, ...]:  # noqa: ANN401  (any record)
    """Return what changed between two states of a record, in the order of its fields.

    Layout, comments, the order of fields, and how a value is spelled are no changes. ``internal`` and ``extra`` are looked at like all
    else: this is for the desk, not for readers.

    Arguments:
        before: the record as it was.
        after: the same record as it is.
        was: shows values of the state before the way people read them.
        now: the same for the state after.
    """
    return tuple(_Differing(was, now).fields(before, after, (), None))


@attrs.frozen
class _Differing:
    was: Showing
    now: Showing

    def fields(self, before: Any, after: Any, path: RecordPath, within: Phrase | None) -> Iterator[Alteration]:  # noqa: ANN401
        for attribute in attrs.fields(type(after)):
            old, new = getattr(before, attribute.name), getattr(after, attribute.name)
            if old != new and not attribute.metadata.get("given"):
                place = (type(after), attribute.name)
                yield from self.values(old, new, (*path, key_of(attribute)), _inside(within, noun_of(*place)), place)

    def values(self, old: Any, new: Any, path: RecordPath, what: Phrase, place: Place) -> Iterator[Alteration]:  # noqa: ANN401
        if isinstance(old, Text) and isinstance(new, Text):
            yield from self.languages(old, new, path, what)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self.entries(old, new, path, what, place)
        elif isinstance(old, Mapping) or isinstance(new, Mapping):
            old, new = old or {}, new or {}
            for name in [*old, *(one for one in new if one not in old)]:
                if old.get(name) != new.get(name):
                    called = say("{what} ‘{name}’", what=what, name=name)
                    yield from self.values(old.get(name), new.get(name), (*path, name), called, place)
        elif type(old) is type(new) and attrs.has(type(new)) and not self.now.is_one_word(new):
            yield from self.of_one(old, new, path, what)
        elif isinstance(old or new, Verdict):  # all of it matters to somebody, also where it is new or gone
            yield from self.fields(old or _NO_VERDICT, new or _NO_VERDICT, path, None)
        elif not _is_nothing(old) or not _is_nothing(new):
            yield self.alteration(old, new, path, what, place)

    def of_one(self, old: Any, new: Any, path: RecordPath, what: Phrase) -> Iterator[Alteration]:  # noqa: ANN401
        """Compare two states of one part of a record, such as a piece of evidence."""
        if isinstance(new, HistoryEntry):
            yield self.alteration(old, new, path, what, (HistoryEntry, ""))
        else:
            yield from self.fields(old, new, path, None if isinstance(new, Verdict) else what)

    def alteration(self, old: Any, new: Any, path: RecordPath, what: Phrase, place: Place) -> Alteration:  # noqa: ANN401
        before = None if _is_nothing(old) else self.was.of(old, place)
        after = None if _is_nothing(new) else self.now.of(new, place)
        if before is not None and before == after:
            before, after = self.was.exactly(old, place), self.now.exactly(new, place)
        kind: Literal["added", "removed", "changed"] = "added" if before is None else "removed" if after is None else "changed"
        return Alteration(
            path=path, kind=kind, what=what, before=before, after=after, sentence=sentence_of(old, new, place, self.was, self.now)
        )

    def languages(self, old: Text, new: Text, path: RecordPath, what: Phrase) -> Iterator[Alteration]:
        """Compare a text language by language; that its only language is named now, or not any more, is no change."""
        was = {tag or self.was.reference_language: words for tag, words in old.by_language.items()}
        now = {tag or self.now.reference_language: words for tag, words in new.by_language.items()}
        for tag in [*was, *(one for one in now if one not in was)]:
            if was.get(tag, "").rstrip() != now.get(tag, "").rstrip():
                called = what if len(was.keys() | now.keys()) == 1 else say("{what} ({language})", what=what, language=tag)
                there = (*path, tag) if tag in (new if tag in now else old).by_language else path
                yield self.alteration(was.get(tag), now.get(tag), there, called, (Text, ""))

    def entries(self, old: Sequence[Any], new: Sequence[Any], path: RecordPath, what: Phrase, place: Place) -> Iterator[Alteration]:
        """Compare two lists: what is in both, perhaps changed, what is gone, what is new."""
        row = compared(old, new)
        for before, after in row.pairs:
            called = say("{what} ‘{name}’", what=what, name=self.now.label(new[after], place))
            yield from self.values(old[before], new[after], (*path, after), called, place)
        for before in row.gone:
            yield self.alteration(old[before], None, (*path, before), what, place)
        for after in row.came:
            yield self.alteration(None, new[after], (*path, after), what, place)
        if row.is_only_ordered_otherwise:
            was, now = (", ".join(self.now.label(one, place) for one in entries) for entries in (old, new))
            yield Alteration(path=path, kind="changed", what=say("order of {what}", what=what), before=was, after=now)


_NO_VERDICT = Verdict(rating="")


def _inside(within: Phrase | None, what: Phrase) -> Phrase:
    return what if within is None else say("{within}: {what}", within=within, what=what)


def _is_nothing(value: object) -> bool:
    """Tell whether a value stands for nothing being said; ``no`` is said, and so is 0."""
    return value is None or value in ("", ()) or (isinstance(value, Mapping) and not value) or _is_all_default(value)


def _is_all_default(value: object) -> bool:
    kind: Any = type(value)
    return attrs.has(kind) and all(one.default is not attrs.NOTHING for one in attrs.fields(kind)) and value == kind()
