"""What readers may see: whether a claim is published, and the one function that decides what leaves the desk.

Nothing is taken away from a record here; a new one is made out of the fields on the lists below. A field that somebody adds to a record
stays at the desk until it is put on a list.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from claimtrack.errors import UsageError
from claimtrack.project import Project, RecordKind
from claimtrack.records.article import Article
from claimtrack.records.claim import Appearance, Claim, Dispute, HistoryEntry
from claimtrack.records.desk import Desk, Origin
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Source
from claimtrack.records.vocabulary import Permission
from claimtrack.records.workflow import Status

Record = TypeVar("Record", Claim, Source, Article, Desk)


class Publication(enum.StrEnum):
    """What readers see of a claim; it follows from the record and is never written into it."""

    UNPUBLISHED = "unpublished"
    """Nothing."""
    PUBLISHED = "published"
    """The page and its markup."""
    CORRECTED = "corrected"
    """The page and its markup, with what was corrected on top."""
    UNDER_CORRECTION = "under-correction"
    """The page without an answer, and no markup."""
    RETRACTED = "retracted"
    """A notice in place of the page."""


PUBLIC_IN_CLAIM = (
    "id", "folder", "status", "authors", "statement", "short", "headline", "quote", "aspect", "kind", "claimant", "attributed_to",
    "accuses", "made_on", "happened", "location", "topics", "appearances", "chain", "quantity", "selection", "letters", "searches",
    "questions", "evidence", "computed", "reasons", "gaps", "so_far", "verdict", "legal", "disputes", "relations", "media_review",
    "published", "corrections", "retracted", "history", "review_due", "disclosure", "former_ids",
)  # fmt: skip
"""What readers may see of a published or corrected claim."""

ANSWERS = ("headline", "questions", "computed", "so_far", "verdict", "media_review")
"""What gives an answer, and is not shown while a claim is under correction."""

PUBLIC_IN_RETRACTED = ("id", "folder", "status", "published", "retracted", "former_ids")
"""What is left of a retracted claim, beside the approval that made it public: nothing that says what was claimed or found."""

PUBLIC_IN_SOURCE = (
    "id", "url", "unknown", "title", "title_inferred", "publisher", "author", "published", "published_note", "accessed", "language",
    "kind", "level", "origin", "cites", "part_of", "seen", "copies", "caution", "link", "interests", "anonymous", "archives",
)  # fmt: skip
"""What readers may see of a source."""

PUBLIC_IN_PROTECTED = ("protected", "level", "seen", "anonymous")
"""What readers may see of a protected source: why it is protected and how good it is; not even its id, which may name it."""

PUBLIC_IN_ARTICLE = (
    "id", "title", "url", "unknown", "publisher", "authors", "language", "published", "retrieved", "rewrites", "text", "wanted",
    "for_all_claims", "problems", "not_checked",
)  # fmt: skip
"""What readers may see of an article that published claims are taken from."""

PUBLIC_IN_DESK = (
    "format", "publisher", "languages", "standards", "scale", "workflow", "pages", "people", "topics", "public_interest", "origins",
    "limits", "reasons", "notice", "forge", "licences",
)  # fmt: skip
"""What readers may see of the desk; of people, topics and origins only those that something published names."""


def published(project: Project, *, today: datetime.date | None = None) -> Project:
    """Return what readers may see of a project: the only door through which anything reaches a page, a feed or an export.

    Published and corrected claims are whole. Claims under correction give no answer. Of retracted ones the notice is left. There are no
    internal texts, no relations to claims that readers cannot see, no names of protected sources, and of articles, sources, people,
    topics, origins and snapshots only those that belong to a claim that readers see.

    Whether an approval still covers what stands there now, and whether a decisive gap is open, are findings: whoever publishes by other
    means than :func:`claimtrack.build` has to :func:`claimtrack.check` first, and to stop at errors.

    Arguments:
        project: the project as it was read.
        today: the day, where the project does not know it; a claim with a later ``published`` is held back.

    Raises:
        UsageError: nobody said which day it is.
    """
    if today is not None:
        project = attrs.evolve(project, today=today)
    if project.today is None:
        raise UsageError("What is published depends on the day: give `today`, so that nothing goes out before its date.")
    states = {claim.id: publication_of(project, claim) for claim in project.claims.values()}
    shown = {one for one, state in states.items() if state not in {Publication.UNPUBLISHED, Publication.RETRACTED}}
    folders = {project.claims[one].folder for one in shown}
    articles = {one: article for one, article in project.articles.items() if one in folders}
    claims: dict[str, Claim] = {}
    for claim in project.claims.values():
        if states[claim.id] is Publication.RETRACTED:
            claims[claim.id] = _stub(project, claim)
        elif claim.id in shown:
            claims[claim.id] = _for_readers(project, claim, states[claim.id], shown, articles)
    visible = [claims[one] for one in claims if one in shown]
    cited = cited_by(project, visible)
    open_ones = {one: source for one, source in project.sources.items() if one in cited and source.protected is None}
    sources = {one: _source(source, open_ones) for one, source in open_ones.items()}
    return Project(
        root=project.root,
        desk_file=project.desk_file,
        desk=_desk(project.desk, claims.values(), [*sources.values(), *_inline(visible)]),
        desk_is_sound=project.desk_is_sound,
        articles={one: _article(article, visible) for one, article in articles.items()},
        claims=claims,
        sources=sources,
        files=_files(project, {"claim": claims, "article": articles, "source": sources}),
        snapshots={one: text for one, text in project.snapshots.items() if one in articles and _may_show(articles[one])},
        today=project.today,
    )


def publication_of(project: Project, claim: Claim) -> Publication:
    """Return what readers see of a claim.

    It takes all of these to be public at all: a ``published`` day that has come (without a day to compare with, any has), a status that
    approves or in which corrections are made, and an approval by somebody who may approve. A date alone publishes nothing.
    """
    status = project.status_of(claim)
    if claim.published is None or (project.today is not None and claim.published > project.today):
        return Publication.UNPUBLISHED
    if status is None or not (status.approves or is_correcting(project, claim)) or not _is_approved(project, claim):
        return Publication.UNPUBLISHED
    if claim.retracted is not None:
        return Publication.RETRACTED
    if is_correcting(project, claim):
        return Publication.UNDER_CORRECTION
    corrected = any(correction.class_ != "minor" for correction in claim.corrections)
    return Publication.CORRECTED if corrected else Publication.PUBLISHED


def is_correcting(project: Project, claim: Claim) -> bool:
    """Say whether a claim is in the status in which published claims are corrected."""
    return project.workflow is not None and claim.status == project.workflow.correcting


def approval_of(project: Project, claim: Claim) -> HistoryEntry | None:
    """Return the approval that a claim rests on: the last entry of its history, corrections under way aside, if that is an approval.

    Whether it was made by somebody who may approve is another question.
    """
    for entry in reversed(claim.history):
        status = project.status(entry.to)
        if status is not None and status.approves:
            return entry
        if project.workflow is None or entry.to != project.workflow.correcting:
            return None
    return None


def cited_by(project: Project, claims: Iterable[Claim]) -> set[str]:
    """Return the ids of the sources that claims cite, and of those that these cite in turn; protected ones are followed no further."""
    cited: set[str] = set()
    waiting = [dispute.source for claim in claims for dispute in claim.disputes if dispute.source]
    waiting += [evidence.source for claim in claims for evidence in claim.evidence if isinstance(evidence.source, str)]
    while waiting:
        one = waiting.pop()
        source = project.sources.get(one)
        if one not in cited and source is not None and source.protected is None:
            waiting += source.cites
        cited.add(one)
    return cited


def permissions_for(status: Status) -> tuple[Permission, ...]:
    """Return what somebody must be allowed to do in order to move a claim to a status; an approval always takes ``review``."""
    return ("review", status.who) if status.approves and status.who != "review" else (status.who,)


def _is_approved(project: Project, claim: Claim) -> bool:
    approval = approval_of(project, claim)
    status = project.status(approval.to) if approval else None
    person = project.desk.people.get(approval.by) if approval else None
    if approval is None or status is None or person is None or not approval.covers or person.kind == "machine":
        return False
    judged = {*claim.authors, *(claim.verdict.decided_by if claim.verdict else ())}
    return approval.by not in judged and all(permission in person.may for permission in permissions_for(status))


def _only(record: Record, names: Iterable[str]) -> Record:
    """Return a new record with nothing but some of the fields."""
    return type(record)(**{name: getattr(record, name) for name in names})


def _stub(project: Project, claim: Claim) -> Claim:
    approval = approval_of(project, claim)
    return attrs.evolve(_only(claim, PUBLIC_IN_RETRACTED), history=(approval,) if approval else ())


def _for_readers(project: Project, claim: Claim, state: Publication, shown: set[str], articles: Mapping[str, Article]) -> Claim:
    changing = state is Publication.UNDER_CORRECTION
    public = _only(claim, (name for name in PUBLIC_IN_CLAIM if not (changing and name in ANSWERS)))
    return attrs.evolve(
        public,
        evidence=tuple(_evidence(project, evidence) for evidence in public.evidence),
        disputes=tuple(_dispute(project, dispute) for dispute in public.disputes),
        relations=tuple(relation for relation in public.relations if relation.target in shown),
        appearances=tuple(_appearance(project, one, articles) for one in public.appearances),
        corrections=tuple(attrs.evolve(one, was=None) for one in public.corrections) if changing else public.corrections,
    )


def _evidence(project: Project, evidence: Evidence) -> Evidence:
    source = project.source_of(evidence)
    if source is not None and source.protected is not None:
        return attrs.evolve(evidence, source=_only(source, PUBLIC_IN_PROTECTED), origin=None)
    return evidence if isinstance(evidence.source, str) else attrs.evolve(evidence, source=_source(evidence.source))


def _dispute(project: Project, dispute: Dispute) -> Dispute:
    source = project.sources.get(dispute.source) if dispute.source else None
    return attrs.evolve(dispute, source=None) if source is not None and source.protected is not None else dispute


def _appearance(project: Project, appearance: Appearance, articles: Mapping[str, Article]) -> Appearance:
    """Return an appearance; where its article has no page for readers, with what there is to say of the article."""
    if appearance.article is None or appearance.article in articles:
        return appearance
    article = project.articles.get(appearance.article)
    if article is None:
        return attrs.evolve(appearance, article=None)
    return attrs.evolve(
        appearance, article=None, url=article.url, title=article.title, publisher=article.publisher, published=article.published
    )


def _source(source: Source, cited: Iterable[str] = ()) -> Source:
    """Return a source without the ids of sources that readers do not see; such an id may name what is protected."""
    return attrs.evolve(_only(source, PUBLIC_IN_SOURCE), cites=tuple(one for one in source.cites if one in cited))


def _inline(claims: Iterable[Claim]) -> list[Source]:
    return [evidence.source for claim in claims for evidence in claim.evidence if isinstance(evidence.source, Source)]


def _article(article: Article, claims: Iterable[Claim]) -> Article:
    wanted = {gap.wanted for claim in claims if claim.folder == article.id for gap in claim.gaps}
    if article.rewrites is not None:
        wanted.add(article.rewrites.wanted)
    return attrs.evolve(_only(article, PUBLIC_IN_ARTICLE), wanted={one: what for one, what in article.wanted.items() if one in wanted})


def _may_show(article: Article) -> bool:
    return article.text is not None and article.text.may_show


def _desk(desk: Desk, claims: Iterable[Claim], sources: Iterable[Source]) -> Desk:
    people: set[str] = set()
    topics: set[str] = set()
    origins = {one for source in sources for one in (source.origin, source.part_of) if one}
    for claim in claims:
        people |= {*claim.authors, *(entry.by for entry in claim.history), *(search.by for search in claim.searches)}
        people |= {*(claim.verdict.decided_by if claim.verdict else ()), *([claim.legal.by] if claim.legal else ())}
        topics |= set(claim.topics)
        origins |= {evidence.origin for evidence in claim.evidence if evidence.origin}
    return attrs.evolve(
        _only(desk, PUBLIC_IN_DESK),
        people={one: attrs.evolve(person, git=()) for one, person in desk.people.items() if one in people},
        topics={one: topic for one, topic in desk.topics.items() if one in topics},
        public_interest=tuple(one for one in desk.public_interest if one in topics),
        origins=_with_bodies(desk.origins, origins),
    )


def _with_bodies(origins: Mapping[str, Origin], named: set[str]) -> dict[str, Origin]:
    """Return those of the origins that are named, and the bodies that they are part of."""
    kept: set[str] = set()
    for one in named:
        at = one
        while at in origins and at not in kept:
            kept.add(at)
            at = origins[at].part_of or ""
    return {one: origin for one, origin in origins.items() if one in kept}


def _files(project: Project, kept: Mapping[RecordKind, Iterable[str]]) -> dict[tuple[RecordKind, str], str]:
    wanted = {(kind, one) for kind, ids in kept.items() for one in ids}
    return {of: file for of, file in project.files.items() if of in wanted}
