"""Values of records as people read them: labels in place of ids, sources by name and date, no YAML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

import attrs

from claimtrack.dates import PartialDate
from claimtrack.history.words import OF_A_LIST, word
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Assigned, Claim, Correction, HistoryEntry, Relation
from claimtrack.records.desk import Months
from claimtrack.records.evidence import Evidence
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.quantity import Quantity, Share, Tolerance
from claimtrack.records.references import NAMED
from claimtrack.records.scale import Rating, Scale
from claimtrack.records.source import Source
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text
from claimtrack.records.workflow import Status, Workflow

Place = tuple[type, str]
"""A field of a record: the class, and the name in it."""

_ONE_WORD = (Months, PartialDate, Tolerance, Share, Stretch, MediaStretch, Quantity, OwnVoice, Relation)
_LONGEST_LABEL = 60


@attrs.frozen
class Showing:
    """Shows values of a project.

    Attributes:
        project: the project, whose scales, statuses, people and sources the values name.
        language: the language to show labels and texts in, where they are in several.
        claim: the claim that the values are of, whose scale its rating is on; None for other records.
    """

    project: Project
    language: str
    claim: Claim | None = None

    @property
    def reference_language(self) -> str:
        """The language of texts that name none."""
        return self.project.desk.reference_language

    def is_one_word(self, value: object) -> bool:
        """Say whether a value is shown as a whole and not field by field."""
        return isinstance(value, _ONE_WORD)

    def label(self, value: Any, place: Place | None = None) -> str:  # noqa: ANN401  (an entry of any list)
        """Return what an entry of a list is called, in a few words."""
        called = self._label(value, place)
        return called if len(called) <= _LONGEST_LABEL else f"{called[: _LONGEST_LABEL - 1]}…"

    def of(self, value: Any, place: Place | None = None) -> str:  # noqa: ANN401  (any value of a record)
        """Return a value as people read it, on as many lines as it has itself.

        Arguments:
            value: the value.
            place: the field that it is in, for words that only mean something there.
        """
        if isinstance(value, str):
            return self._word(value, place)
        if isinstance(value, bool):
            return say("yes") if value else say("no")
        if isinstance(value, Text):
            return value.best(self.language, self.reference_language)[0].rstrip()
        if isinstance(value, tuple):
            return in_a_row(self.of(one, place) for one in value)
        show = _SHOWN.get(type(value))
        if show is not None:
            return show(self, value)
        return str(value) if self.is_one_word(value) or not attrs.has(type(value)) else self.in_full(value)

    def in_full(self, value: Any) -> str:  # noqa: ANN401  (any part of a record)
        """Return everything that a part of a record says that is no default, one thing after the other."""
        if self.is_one_word(value):
            return self.of(value)
        given = [(one, getattr(value, one.name)) for one in attrs.fields(type(value))]
        said = [self.of(part, (type(value), one.name)) for one, part in given if part != one.default and part not in (None, (), "")]
        return in_a_row(said)

    def exactly(self, value: Any, place: Place | None = None) -> str:  # noqa: ANN401  (any value of a record)
        """Return a value so that it can be told from another one that people would read as the same."""
        shown = self.of(value, place)
        if isinstance(value, str):
            return say("‘{word}’", word=value) if shown == value.rstrip() else say("{shown} (‘{word}’)", shown=shown, word=value)
        return self.in_full(value) if attrs.has(type(value)) else shown

    def status(self, status_id: str) -> str:
        """Return the label of a status of the desk's workflow, or its id where the workflow has none of that name."""
        status = self.project.status(status_id)
        return self.of(status.label) if status else status_id

    def rating(self, rating_id: str) -> str:
        """Return the label of a rating of the claim's scale, or its id where the scale has none of that name."""
        scale = self.project.scale_of(self.claim) if self.claim else self.project.scale
        rating = scale.rating(rating_id) if scale else None
        return self.of(rating.label) if rating else rating_id

    def person(self, person_id: str) -> str:
        """Return the name of a person of the desk, or the id where the desk has nobody of that name."""
        person = self.project.desk.people.get(person_id)
        return self.of(person.shown) if person else person_id

    def source(self, source: str | Source) -> str:
        """Return who published a source and when, or its title, or its id."""
        found = self.project.sources.get(source) if isinstance(source, str) else source
        if found is None:
            return str(source)
        named = found.publisher or found.author or found.title or found.unknown or found.id or found.url
        return " ".join(filter(None, (self.of(named) if named else "", str(found.published) if found.published else "")))

    def _label(self, value: Any, place: Place | None) -> str:  # noqa: ANN401
        if isinstance(value, (Evidence, Rating, Status)):
            return value.id
        if isinstance(value, HistoryEntry):
            return self.status(value.to)
        if isinstance(value, Correction):
            return value.on.isoformat()
        for name in ("what", "who", "read", "to", "question", "title", "name", "url", "article", "file", "provider", "quote"):
            found = getattr(value, name, None) if attrs.has(type(value)) else None
            if found:
                return self.of(found)
        return self.of(value, place)

    def _word(self, written: str, place: Place | None) -> str:
        if place is None:
            return written.rstrip()
        record, name = place
        if (record.__name__, name) in OF_A_LIST:
            return word(written)
        show = _NAMED.get((record.__name__, name)) or _NAMED.get((NAMED.get(place, ""), ""))
        return show(self, written) if show else written.rstrip()

    def _topic(self, topic_id: str) -> str:
        topic = self.project.desk.topics.get(topic_id)
        return self.of(topic) if topic else topic_id

    def _origin(self, origin_id: str) -> str:
        origin = self.project.desk.origins.get(origin_id)
        return self.of(origin.name) if origin else origin_id


def in_a_row(words: Iterable[str]) -> str:
    """Return words one after the other, with a comma in between, each in the language that is spoken."""
    parts = list(words)
    return reduce(lambda first, last: say("{first}, {last}", first=first, last=last), parts) if parts else ""


def _quantity(showing: Showing, value: Quantity) -> str:
    up_to = f" – {value.up_to}" if value.up_to is not None else ""
    number: str = f"{value.value}{up_to} {value.unit}"
    if value.comparator:
        number = say("{comparator} {number}", comparator=word(value.comparator), number=number)
    more: list[str] = [say("‘{word}’", word=value.about)] if value.about else []
    if value.tolerance is not None:
        more.append(f"± {value.tolerance}")
    if value.as_of is not None:
        more.append(say("as of {day}", day=value.as_of))
    if value.population is not None:
        more.append(showing.of(value.population))
    if value.counts:
        more.append(word(value.counts))
    return say("{number} ({more})", number=number, more=in_a_row(more)) if more else number


def _assigned(showing: Showing, value: Assigned) -> str:
    who = showing.person(value.to)
    return say("{who}, by {day}", who=who, day=value.until) if value.until else who


def _correction(showing: Showing, value: Correction) -> str:
    class_, cause = word(value.class_), word(value.cause)
    return say("{day}, {class_}, {cause}: {notice}", day=value.on, class_=class_, cause=cause, notice=showing.of(value.notice))


_SHOWN: Mapping[type, Callable[[Showing, Any], str]] = {
    Assigned: _assigned,
    Correction: _correction,
    Evidence: lambda showing, value: in_a_row([showing.source(value.source), word(value.stance)]),
    Months: lambda _, value: say("{count} months", count=value.count),
    OwnVoice: lambda _, __: "article",  # the word of the format
    Quantity: _quantity,
    Quote: lambda _, value: value.exact,
    Relation: lambda _, value: say("{kind} {claim}", kind=word(value.kind), claim=value.target),
    Scale: lambda _, value: f"{value.name}@{value.version}",
    Share: lambda _, value: f"{value.percent} %",
    Source: Showing.source,
    Workflow: lambda _, value: f"{value.name}@{value.version}",
}
"""How each class is shown that is not shown field by field."""

_NAMED: Mapping[tuple[str, str], Callable[[Showing, str], str]] = {
    ("Claim", "status"): Showing.status,
    ("HistoryEntry", "to"): Showing.status,
    ("Verdict", "rating"): Showing.rating,
    ("Was", "rating"): Showing.rating,
    ("origin", ""): Showing._origin,  # noqa: SLF001  (of this module)
    ("person", ""): Showing.person,
    ("source", ""): Showing.source,
    ("topic", ""): Showing._topic,  # noqa: SLF001
}
"""How an id is shown: by the field that it is in, or by what it is the id of."""
