"""What changed between two states of a record, in the desk's terms and not in those of YAML."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from claimtrack.history.nouns import noun_of
from claimtrack.history.showing import Showing
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.records.claim import Appearance, Correction, Dispute, Gap, HistoryEntry, Letter, Link, Question, Relation, Search
from claimtrack.records.evidence import Evidence
from claimtrack.records.fields import key_of
from claimtrack.records.source import Archive
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
    """

    path: RecordPath
    kind: Literal["added", "removed", "changed"]
    what: Phrase
    before: str | None
    after: str | None


_KEYS: Mapping[type, Callable[[Any], Hashable]] = {
    Appearance: lambda one: one.article or one.url,
    Archive: lambda one: one.url or one.file,
    Correction: lambda one: one.on,
    Dispute: lambda one: str(one.who),
    Evidence: lambda one: one.id,
    Gap: lambda one: one.wanted or str(one.what),
    HistoryEntry: lambda one: (one.to, one.on, one.by),
    Letter: lambda one: (str(one.to), one.about, one.on),
    Link: lambda one: str(one.who),
    Question: lambda one: str(one.question),
    Relation: lambda one: (one.kind, one.target),
    Search: lambda one: (str(one.read), one.on),
}
"""By what an entry of a list is known again although something in it has changed."""


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
            if attribute.metadata.get("given"):
                continue
            old, new = getattr(before, attribute.name), getattr(after, attribute.name)
            if old != new:
                key = key_of(attribute)
                yield from self.values(old, new, (*path, key), _inside(within, noun_of(type(after), attribute.name)))

    def values(self, old: Any, new: Any, path: RecordPath, what: Phrase) -> Iterator[Alteration]:  # noqa: ANN401
        if isinstance(old, Text) and isinstance(new, Text):
            yield from self.languages(old, new, path, what)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from self.entries(old, new, path, what)
        elif isinstance(old, Mapping) and isinstance(new, Mapping):
            for name in [*old, *(one for one in new if one not in old)]:
                if old.get(name) != new.get(name):
                    yield from self.values(old.get(name), new.get(name), (*path, name), say("{what} ‘{name}’", what=what, name=name))
        elif type(old) is type(new) and attrs.has(type(new)) and not self.now.is_one_word(new):
            yield from self.fields(old, new, path, what)
        elif not _is_nothing(old) or not _is_nothing(new):
            yield self.alteration(old, new, path, what)

    def alteration(self, old: Any, new: Any, path: RecordPath, what: Phrase) -> Alteration:  # noqa: ANN401
        before = None if _is_nothing(old) else self.was.of(old, path)
        after = None if _is_nothing(new) else self.now.of(new, path)
        kind: Literal["added", "removed", "changed"] = "added" if before is None else "removed" if after is None else "changed"
        return Alteration(path=path, kind=kind, what=what, before=before, after=after)

    def languages(self, old: Text, new: Text, path: RecordPath, what: Phrase) -> Iterator[Alteration]:
        """Compare a text language by language; that its only language is named now, or not any more, is no change."""
        was = {tag or self.was.reference_language: words for tag, words in old.by_language.items()}
        now = {tag or self.now.reference_language: words for tag, words in new.by_language.items()}
        for tag in [*was, *(one for one in now if one not in was)]:
            if was.get(tag, "").rstrip() != now.get(tag, "").rstrip():
                called = what if len(was.keys() | now.keys()) == 1 else say("{what} ({language})", what=what, language=tag)
                yield self.alteration(was.get(tag), now.get(tag), path if tag not in new.by_language else (*path, tag), called)

    def entries(self, old: Sequence[Any], new: Sequence[Any], path: RecordPath, what: Phrase) -> Iterator[Alteration]:
        """Compare two lists: first what stays the same is set aside, then what is known again, and the rest is new or gone."""
        left, came = _without_the_same(old, new)
        known = {_key(one): (place, one) for place, one in came}
        for place, one in left:
            found = known.pop(_key(one), None)
            if found is None:
                yield self.alteration(one, None, (*path, place), what)
                continue
            came.remove(found)
            yield from self.values(one, found[1], (*path, found[0]), say("{what} ‘{name}’", what=what, name=self.now.label(found[1])))
        for place, one in came:
            yield self.alteration(None, one, (*path, place), what)
        if not left and not came and list(old) != list(new):
            yield Alteration(path=path, kind="changed", what=say("order of {what}", what=what), before=self._row(old), after=self._row(new))

    def _row(self, entries: Sequence[Any]) -> str:
        return ", ".join(self.now.label(one) for one in entries)


def _inside(within: Phrase | None, what: Phrase) -> Phrase:
    return what if within is None else say("{within}: {what}", within=within, what=what)


def _is_nothing(value: object) -> bool:
    """Tell whether a value stands for nothing being said; ``no`` is said, and so is 0."""
    return value is None or value in ("", ()) or (isinstance(value, Mapping) and not value) or _is_all_default(value)


def _is_all_default(value: object) -> bool:
    kind: Any = type(value)
    return attrs.has(kind) and all(one.default is not attrs.NOTHING for one in attrs.fields(kind)) and value == kind()


def _key(one: Any) -> Hashable:  # noqa: ANN401
    return type(one), _KEYS[type(one)](one) if type(one) in _KEYS else one


def _without_the_same(old: Sequence[Any], new: Sequence[Any]) -> tuple[list[tuple[int, Any]], list[tuple[int, Any]]]:
    came = list(enumerate(new))
    left = []
    for place, one in enumerate(old):
        same = next((other for other in came if other[1] == one), None)
        if same is None:
            left.append((place, one))
        else:
            came.remove(same)
    return left, came
