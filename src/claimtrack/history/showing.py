"""Values of records as people read them: labels in place of ids, sources by name and date, no YAML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from claimtrack.dates import PartialDate
from claimtrack.locations import RecordPath
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Correction, HistoryEntry, Relation, Verdict
from claimtrack.records.evidence import Evidence
from claimtrack.records.passage import MediaStretch, Quote, Stretch
from claimtrack.records.quantity import Quantity, Share, Tolerance
from claimtrack.records.source import Source
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text

_ONE_WORD = (PartialDate, Tolerance, Share, Stretch, MediaStretch, Quantity, OwnVoice, Relation)


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

    def label(self, value: Any) -> str:  # noqa: ANN401  (an entry of any list)
        """Return what an entry of a list is called."""
        if isinstance(value, Evidence):
            return value.id
        if isinstance(value, HistoryEntry):
            return self.status(value.to)
        if isinstance(value, Correction):
            return value.on.isoformat()
        for name in ("what", "who", "read", "to", "question", "title", "name", "url", "article", "provider"):
            found = getattr(value, name, None)
            if found:
                return self.of(found)
        return self.of(value)

    def of(self, value: Any, path: RecordPath = ()) -> str:  # noqa: ANN401  (any value of a record)
        """Return a value as people read it, on as many lines as it has itself.

        Arguments:
            value: the value.
            path: where it stands in its record, for words that only mean something there.
        """
        if isinstance(value, str):
            return self._word(value, path)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Text):
            return value.best(self.language, self.reference_language)[0].rstrip()
        if isinstance(value, tuple):
            return ", ".join(self.of(one, path) for one in value)
        return self._record(value)

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
        named = found.publisher or found.author or found.title or found.unknown or found.id
        return " ".join(filter(None, (self.of(named), str(found.published) if found.published else "")))

    def _word(self, word: str, path: RecordPath) -> str:
        last = next((step for step in reversed(path) if isinstance(step, str)), "")
        if path[:1] == ("status",):
            return self.status(word)
        if path == ("verdict", "rating") or (path[:1] == ("corrections",) and last == "rating"):
            return self.rating(word)
        if last in {"authors", "decided_by", "by"}:
            return self.person(word)
        return self.source(word) if last == "source" and path[:1] in (("evidence",), ("disputes",)) else word.rstrip()

    def _record(self, value: Any) -> str:  # noqa: ANN401
        show = _SHOWN.get(type(value))
        if show is not None:
            return show(self, value)
        if attrs.has(type(value)) and not self.is_one_word(value):
            given = [getattr(value, one.name) for one in attrs.fields(type(value)) if getattr(value, one.name) != one.default]
            return ", ".join(self.of(one) for one in given if one not in (None, (), ""))
        return str(value)


def _move(showing: Showing, value: HistoryEntry) -> str:
    return f"{showing.status(value.to)}, {value.on}, {showing.person(value.by)}"


def _quantity(_: Showing, value: Quantity) -> str:
    return " ".join(filter(None, (str(value.value), f"– {value.up_to}" if value.up_to is not None else "", value.unit)))


_SHOWN: Mapping[type, Callable[[Showing, Any], str]] = {
    Verdict: lambda showing, value: showing.rating(value.rating),
    Evidence: lambda showing, value: f"{showing.source(value.source)}, {value.stance}",
    HistoryEntry: _move,
    Correction: lambda showing, value: f"{value.on}, {value.class_}: {showing.of(value.notice)}",
    Relation: lambda _, value: f"{value.kind} {value.target}",
    Quote: lambda _, value: value.exact,
    OwnVoice: lambda _, value: "article",  # noqa: ARG005  (the word of the format)
    Quantity: _quantity,
    Source: Showing.source,
}
"""How each class is shown that is not shown field by field."""
