"""The words of a desk that its records can name: people, statuses, ratings, sources; an editor offers them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimtrack.project import Project
from claimtrack.records import references
from claimtrack.records.claim import Claim, HistoryEntry, Verdict, Was
from claimtrack.records.desk import Desk, Origin
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.references import IdKind
from claimtrack.records.source import Source
from claimtrack.records.text import Text

MOST = 5_000
"""How many words of one kind are offered at most; beyond that an editor would stall, and nobody would look for one in such a list."""


@attrs.frozen
class Words:
    """Words that a field can name.

    Attributes:
        known: the words, each with what it stands for.
        closed: whether any other word is a mistake wherever it stands; else they are only offered.
    """

    known: Mapping[str, str]
    closed: bool = True


_OFFERED: Mapping[IdKind, str] = {
    "article": "articles",
    "source": "sources",
    "wanted": "wanted",
    "person": "people",
    "topic": "topics",
    "origin": "origins",
}
"""What the words of each kind of id are called here; ids of evidence are another set in each claim, which no schema can tell."""

NAMED: Mapping[tuple[type, str], str] = {
    **{field: _OFFERED[kind] for field, kind in references.NAMED.items() if kind in _OFFERED},
    (Claim, "status"): "statuses",
    (HistoryEntry, "to"): "statuses",
    (Origin, "part_of"): "bodies",
    (Source, "part_of"): "bodies",
    (Verdict, "rating"): "ratings",
    (Was, "rating"): "all ratings",
    (Verdict, "scale"): "scales",
    (Desk, "scale"): "scales",
    (Desk, "workflow"): "workflows",
}
"""Which words a field can name, by its class and its name."""


def words_of_desk(project: Project) -> Mapping[str, Words]:
    """Return the words of a desk, by what :data:`NAMED` calls them."""
    language = project.desk.reference_language

    def told(texts: Mapping[str, Text]) -> Words:
        return Words({one: text.best(language, language)[0] for one, text in texts.items()}, closed=project.desk_is_sound)

    scales = {**SCALES, **({project.scale.id: project.scale} if project.scale else {})}
    ratings = {rating.id: rating.definition for rating in project.scale.ratings} if project.scale else {}
    of_any_scale = {rating.id: rating.definition for scale in scales.values() for rating in scale.ratings}
    statuses = {status.id: status.label for status in project.workflow.statuses} if project.workflow else {}
    offered = {
        "sources": {one: source.title or "" for one, source in project.sources.items()},
        "articles": {one: article.title for one, article in project.articles.items()},
        "claims": {one.id: one.statement.best(language, language)[0] if one.statement else "" for one in project.claims.values()},
        "wanted": {one: what.what.best(language, language)[0] for it in project.articles.values() for one, what in it.wanted.items()},
        "bodies": {one: origin.name.best(language, language)[0] for one, origin in project.desk.origins.items()},  # need no record
        "scales": dict.fromkeys(scales, "a scale"),
        "workflows": dict.fromkeys(WORKFLOWS, "a workflow"),
    }
    return {
        "statuses": told(statuses),
        "people": told({one: person.shown for one, person in project.desk.people.items()}),
        "topics": told(project.desk.topics),
        "origins": told({one: origin.name for one, origin in project.desk.origins.items()}),
        "ratings": told(ratings),
        "all ratings": told(of_any_scale),
        **{name: Words(known if len(known) <= MOST else {}, closed=False) for name, known in offered.items()},
    }
