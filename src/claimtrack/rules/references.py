"""CT2xx, third part: what claims refer to exists."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim, Search
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.rules.citations import cited_in
from claimtrack.rules.rule import part_rule, rule
from claimtrack.rules.suggestions import Suggestions


@rule("CT221", "unknown-source", Severity.ERROR)
def unknown_source(project: Project) -> Iterator[Remark]:
    """A claim cites a source that does not exist.

    Reason: Evidence without its source is hearsay: readers cannot look, and nobody can tell whether two pieces are independent.
    Remedy: Write the id that the source has in a `sources.yaml`, add it there, or write the source out in place of its id.
    Clause: ifcn-3.1, efcsn-replicable

    Bad:
        evidence:
          - id: count-2026
            source: bridge-cuont  # here
            stance: supports
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: context}
        computed:
        letters:
        verdict:
        so_far: Only counts of the Roads Office are known.

    Good:
        evidence:
          - id: count-2026
            source: bridge-count
            stance: supports
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: context}
        computed:
        letters:
        verdict:
        so_far: Only counts of the Roads Office are known.
    """
    known = Suggestions(project.sources)
    for claim in project.claims.values():
        cited = [(("evidence", place, "source"), one.source) for place, one in enumerate(claim.evidence)]
        cited += [(("disputes", place, "source"), one.source or "") for place, one in enumerate(claim.disputes) if one.source]
        for path, source in cited:
            if isinstance(source, str) and not project.exists("source", source):
                hint = known.hint(source, say("add it to `sources.yaml`, or write the source out in place of its id"))
                yield Remark(project.file_of("claim", claim.id), path, say("there is no source ‘{source}’", source=source), hint)


@rule("CT222", "repeated-evidence-id", Severity.ERROR)
def repeated_evidence_id(project: Project) -> Iterator[Remark]:
    """Two pieces of evidence of one claim have the same id.

    Reason: Where the reasoning cites that id, nobody can say which of them it rests on.
    Remedy: Give each piece of evidence an id of its own.

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports}
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: context}
          - id: survey  # here
            source: letter-of-councillor
            stance: context
        computed:
        letters:
        verdict:
        so_far: Only counts of the Roads Office are known.

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports}
          - {id: count-2025, source: bridge-count, stance: supports}
          - {id: survey, source: haulier-survey, stance: context}
          - id: letter
            source: letter-of-councillor
            stance: context
        computed:
        letters:
        verdict:
        so_far: Only counts of the Roads Office are known.
    """
    for claim in project.claims.values():
        first: dict[str, int] = {}
        file = project.file_of("claim", claim.id)
        for place, evidence in enumerate(claim.evidence):
            before = first.setdefault(evidence.id, place)
            if before != place:
                message = say("two pieces of evidence are called ‘{id}’; expected every id once in the claim", id=evidence.id)
                related = ((file, ("evidence", before, "id"), say("first used here")),)
                yield Remark(file, ("evidence", place, "id"), message, say("give each an id of its own"), related=related)


@rule("CT223", "unknown-citation", Severity.ERROR)
def unknown_citation(project: Project) -> Iterator[Remark]:
    """The reasoning cites evidence that the claim does not have.

    Reason: The sentence then looks as if it rested on something, and the number behind it leads nowhere.
    Remedy: Write the id of a piece of evidence of this claim, one in each pair of brackets: `[@count-2026] [@survey]`.

    Bad:
        verdict:
          rating: supported
          summary: The Roads Office counted twice as many lorries as a year before.
          rationale: The Roads Office counted 620 lorries a day [@count-2062] and 310 a year before [@count-2025].  # here

    Good:
        verdict:
          rating: supported
          summary: The Roads Office counted twice as many lorries as a year before.
          rationale: The Roads Office counted 620 lorries a day [@count-2026] and 310 a year before [@count-2025].
    """
    for claim in project.claims.values():
        rationale = claim.verdict.rationale if claim.verdict and not _repeats_an_id(claim) else None
        for tag, words in rationale.by_language.items() if rationale else ():
            for cited in cited_in(words):
                if claim.cited(cited) is None:
                    yield Remark(
                        project.file_of("claim", claim.id),
                        ("verdict", "rationale", *([tag] if tag else [])),
                        say("the reasoning cites ‘{cited}’; expected the id of evidence of this claim", cited=cited),
                        _evidence_hint(claim, cited),
                    )


@rule("CT224", "unknown-evidence", Severity.ERROR)
def unknown_evidence(project: Project) -> Iterator[Remark]:
    """A question or a letter refers to evidence that the claim does not have.

    Reason: The answer, or the claimant's reply, cannot be found.
    Remedy: Write the id of a piece of evidence of this claim, or add the evidence.

    Bad:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, outcome: replied, reply: holm-lettre}  # here

    Good:
        letters:
          - {to: Rike Holm (invented), about: claim, on: 2026-02-10, outcome: replied, reply: holm-letter}
    """
    for claim in project.claims.values():
        wanted: list[tuple[RecordPath, str]] = [
            (("questions", place, "evidence", number), one)
            for place, question in enumerate(claim.questions)
            for number, one in enumerate(question.evidence)
        ]
        wanted += [(("letters", place, "reply"), letter.reply) for place, letter in enumerate(claim.letters) if letter.reply]
        for path, evidence_id in wanted:
            if claim.cited(evidence_id) is None and not _repeats_an_id(claim):
                message = say("there is no evidence ‘{id}’ in this claim", id=evidence_id)
                yield Remark(project.file_of("claim", claim.id), path, message, _evidence_hint(claim, evidence_id))


@rule("CT225", "unknown-wanted", Severity.ERROR)
def unknown_wanted(project: Project) -> Iterator[Remark]:
    """Something wanted is referred to that the article does not declare.

    Reason: Readers are to be told what is missing; without the declaration there is nothing to tell them.
    Remedy: Declare it under `wanted` in `article.yaml`, or describe it here with `what` in place of `wanted`.

    Bad:
        gaps:
          - wanted: council-minuts  # here

    Good:
        gaps:
          - wanted: council-minutes
    """
    for article in project.articles.values():
        if article.rewrites and article.rewrites.wanted and article.rewrites.wanted not in article.wanted:
            file = project.file_of("article", article.id)
            yield _unknown_wanted(file, ("rewrites", "wanted"), article.rewrites.wanted, Suggestions(article.wanted))
    for claim in project.claims.values():
        declared = project.articles[claim.folder].wanted if claim.folder in project.articles else {}
        if claim.gaps and not project.lacks_its_article(claim):
            for place, gap in enumerate(claim.gaps):
                if gap.wanted is not None and gap.wanted not in declared:
                    file = project.file_of("claim", claim.id)
                    yield _unknown_wanted(file, ("gaps", place, "wanted"), gap.wanted, Suggestions(declared))


@part_rule("CT226", "undeclared-origin", Severity.ERROR, Evidence, Source)
def undeclared_origin(project: Project, file: str, path: RecordPath, part: Evidence | Source) -> Iterator[Remark]:
    """An origin is named that the desk record does not declare.

    Reason: Independence is counted over origins. A mistyped one counts as one more, and makes a claim look twice as well supported.
    Remedy: Correct it, or declare it under `origins` in the desk record.

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: haulers  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
    """
    if part.origin is not None and part.origin not in project.desk.origins:
        hint = project.once(_origins).hint(part.origin, say("declare it under `origins` in the desk record"))
        yield Remark(file, (*path, "origin"), say("the desk record declares no origin ‘{origin}’", origin=part.origin), hint)


@rule("CT227", "undeclared-topic", Severity.ERROR)
def undeclared_topic(project: Project) -> Iterator[Remark]:
    """A claim has a topic that the desk record does not declare.

    Reason: Readers choose by topic. A mistyped one is a topic of its own with one claim, and the claim is missing where it belongs.
    Remedy: Correct it, or declare it under `topics` in the desk record.

    Bad:
        topics: [trafic]  # here

    Good:
        topics: [traffic]
    """
    known = Suggestions(project.desk.topics)
    for claim in project.claims.values():
        for place, topic in enumerate(claim.topics):
            if topic not in project.desk.topics:
                hint = known.hint(topic, say("declare it under `topics` in the desk record"))
                message = say("the desk record declares no topic ‘{topic}’", topic=topic)
                yield Remark(project.file_of("claim", claim.id), ("topics", place), message, hint)


@part_rule("CT228", "unknown-searcher", Severity.ERROR, Search)
def unknown_searcher(project: Project, file: str, path: RecordPath, search: Search) -> Iterator[Remark]:
    """A search is said to have been made by somebody who does not work at the desk.

    Reason: A search stands for "we looked". Nobody can answer for it if nobody knows who looked.
    Remedy: Write the id of the person in the desk record.

    Bad:
        searches:
          - {read: The counts of all bridges, on: 2026-02-11, by: inse, found: no other count}  # here

    Good:
        searches:
          - {read: The counts of all bridges, on: 2026-02-11, by: ines, found: no other count}
    """
    if search.by not in project.desk.people:
        hint = project.once(_people).hint(search.by, say("add the person to `people` in the desk record"))
        yield Remark(file, (*path, "by"), say("nobody at the desk is called ‘{person}’", person=search.by), hint)


def _origins(project: Project) -> Suggestions:
    return Suggestions(project.desk.origins)


def _people(project: Project) -> Suggestions:
    return Suggestions(project.desk.people)


def _repeats_an_id(claim: Claim) -> bool:
    """Say whether two pieces of evidence have the same id, which is told by itself; an id that is missing may be that of one of them."""
    return len({one.id for one in claim.evidence}) < len(claim.evidence)


def _evidence_hint(claim: Claim, wrong: str) -> Phrase:
    ids = ", ".join(one.id for one in claim.evidence[:10])
    otherwise = say("the claim has {evidence}", evidence=ids) if ids else say("the claim has no evidence")
    return Suggestions(one.id for one in claim.evidence).hint(wrong, otherwise)


def _unknown_wanted(file: str, path: RecordPath, wanted: str, known: Suggestions) -> Remark:
    hint = known.hint(wanted, say("declare it under `wanted` in `article.yaml`, or describe it with `what`"))
    return Remark(file, path, say("the article declares nothing wanted called ‘{wanted}’", wanted=wanted), hint)


RULES = (
    unknown_source,
    repeated_evidence_id,
    unknown_citation,
    unknown_evidence,
    unknown_wanted,
    undeclared_origin,
    undeclared_topic,
    unknown_searcher,
)
"""The rules of this part of the family, in the order of their codes."""
