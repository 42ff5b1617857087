"""CT2xx, third part, continued: what sources cite."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.lineage.circles import circle, groups
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.source import Source
from claimtrack.rules.rule import part_rule, rule
from claimtrack.rules.suggestions import Suggestions

_MOST_SHOWN = 12
"""How many sources of a circle a message names."""


def _suggestions(project: Project) -> Suggestions:
    return Suggestions(project.sources)


@part_rule("CT229", "unknown-cited-source", Severity.ERROR, Source)
def unknown_cited_source(project: Project, file: str, path: RecordPath, source: Source) -> Iterator[Remark]:
    """A source is said to have its information from a source that does not exist.

    Reason: A source that cites another one counts as that one. If nobody knows which that is, it may be one that is counted already.
    Remedy: Write the id that the source has in a `sources.yaml`, or add it there; `seen: not-seen` says that nobody has looked at it.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          cites: [bridge-cuont]  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          cites: [letter-of-councillor]
    """
    for place, cited in enumerate(source.cites):
        if not project.exists("source", cited):
            hint = project.once(_suggestions).hint(cited, say("add it to `sources.yaml`"))
            yield Remark(file, (*path, "cites", place), say("there is no source ‘{source}’", source=cited), hint)


@rule("CT230", "circular-citation", Severity.ERROR)
def circular_citation(project: Project) -> Iterator[Remark]:
    """Sources have their information from each other in a circle, or one from itself.

    Where several circles run through the same sources, the shortest through the first of them is shown; the next one shows when that is
    broken.

    Reason: In a circle nobody has seen anything: each has it from the next. That is how a rumour comes to look well supported.
    Remedy: Find out who said it first, and take away what that source cites. If nobody can be found, the sources are worth one mention,
        not several.
    Clause: ifcn-3.3, efcsn-two-sources

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          cites: [courier-report]  # here
        courier-report:
          url: "https://courier.example/survey"
          level: secondary
          cites: [haulier-survey]

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
        courier-report:
          url: "https://courier.example/survey"
          level: secondary
          cites: [haulier-survey]
    """
    links = {name: source.cites for name, source in project.sources.items()}
    if not any(links.values()):
        return
    for group in groups(links):
        way = circle(group, links)
        if not way:
            continue
        places = [
            (project.file_of("source", one), (one, "cites", links[one].index(following)))
            for one, following in zip(way, (*way[1:], way[0]), strict=True)
        ]
        related = tuple((*place, say("and cites the next one here")) for place in places[1:_MOST_SHOWN])
        hint = say("find out who said it first, and take away what that source cites")
        yield Remark(*places[0], _told(way), hint, related=related)


def _told(way: tuple[str, ...]) -> Phrase:
    if len(way) == 1:
        return say("‘{source}’ cites itself; expected somebody else, or nobody", source=way[0])
    if len(way) <= _MOST_SHOWN:
        return say("sources cite each other in a circle: {circle}; expected one that cites none of them", circle=" → ".join((*way, way[0])))
    begin = " → ".join(way[:_MOST_SHOWN])
    return say(
        "{count} sources cite each other in a circle: {begin} → … → {first}; expected one that cites none of them",
        count=len(way),
        begin=begin,
        first=way[0],
    )


RULES = (unknown_cited_source, circular_citation)
"""The rules of this part of the family, in the order of their codes."""
