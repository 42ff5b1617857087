"""All records of a desk, linked: who cites what, who comes from where, and at which line something stands."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

import attrs

from claimtrack.errors import CannotReadError
from claimtrack.findings import Finding
from claimtrack.lineage.roots import Lineage, Roots, body_of, own_origin
from claimtrack.locations import RecordPath, Span
from claimtrack.reading.archives import Archives
from claimtrack.reading.documents import read_document
from claimtrack.reading.files import read_file
from claimtrack.reading.snapshots import SNAPSHOTS_FOLDER, Snapshot
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Reasons
from claimtrack.records.desk import Desk
from claimtrack.records.evidence import Evidence
from claimtrack.records.presets import SCALES, WORKFLOWS
from claimtrack.records.scale import Rating, Scale
from claimtrack.records.source import Source
from claimtrack.records.vocabulary import Level, Seen
from claimtrack.records.workflow import Status, Workflow
from claimtrack.tables.columns import Row
from claimtrack.tables.overview import overview
from claimtrack.tables.rows import Table, rows

Found = TypeVar("Found")

RecordKind = Literal["claim", "article", "source"]
"""The kinds of records that have ids."""

_NO_REASONS = Reasons()
_NAMES_OF_REASONS = tuple(one.name for one in attrs.fields(Reasons))


@attrs.frozen(kw_only=True)
class Project:
    """All records of a desk, as they were when they were read; frozen, and without any file open.

    Attributes:
        root: the folder of the project; files are named relative to it.
        desk_file: the desk record.
        desk: who publishes, by which rules.
        desk_is_sound: false where the desk record could not be read and an empty one stands in for it; no rule runs then.
        articles: the articles by id.
        claims: the claims by id, as they were written; see :meth:`as_meant`.
        sources: the sources of the ``sources.yaml`` files by id.
        files: the file of each record.
        repeated: every file that a record of the same kind and id was found in, where there are several; the first one is used.
        unreadable: the ids of records that have errors of reading and are therefore missing here.
        sources_are_complete: false where a file of sources could not be read, so that nobody knows which ids it has.
        snapshots: the texts of articles that are at hand.
        snapshots_folder: where they lie: relative to the root, or absolute.
        archives: the desk's own copies that records name, as they were found.
        digests: the digest of each file's bytes, so that a change is noticed.
        today: the day that dates are compared with, or None where nobody gave one.
        unsaved: files as they are to be taken although they are not on disk like that; None stands for a file that is not there.
    """

    root: Path
    desk_file: str
    desk: Desk
    desk_is_sound: bool = True
    articles: Mapping[str, Article] = attrs.field(factory=dict)
    claims: Mapping[str, Claim] = attrs.field(factory=dict)
    sources: Mapping[str, Source] = attrs.field(factory=dict)
    files: Mapping[tuple[RecordKind, str], str] = attrs.field(factory=dict)
    repeated: Mapping[tuple[RecordKind, str], tuple[str, ...]] = attrs.field(factory=dict)
    unreadable: Mapping[RecordKind, frozenset[str]] = attrs.field(factory=dict)
    sources_are_complete: bool = True
    snapshots: Mapping[str, Snapshot] = attrs.field(factory=dict)
    snapshots_folder: str = SNAPSHOTS_FOLDER
    archives: Archives = attrs.field(factory=Archives, repr=False)
    digests: Mapping[str, bytes] = attrs.field(factory=dict, repr=False)
    today: datetime.date | None = None
    unsaved: Mapping[str, bytes | None] = attrs.field(factory=dict, repr=False)
    _worked_out: dict[Any, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def once(self, work_out: Callable[[Project], Found]) -> Found:
        """Return what a function gives for this project, and call it only the first time.

        Rules that need the same index of the whole project share it in this way; a changed project begins anew.
        """
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        found: Found = self._worked_out[work_out]
        return found

    @property
    def scale(self) -> Scale | None:
        """The scale of the desk, or None where it names one that nobody knows."""
        return SCALES.get(self.desk.scale) if isinstance(self.desk.scale, str) else self.desk.scale

    @property
    def workflow(self) -> Workflow | None:
        """The workflow of the desk, or None where it names one that nobody knows."""
        return WORKFLOWS.get(self.desk.workflow) if isinstance(self.desk.workflow, str) else self.desk.workflow

    def scale_of(self, claim: Claim) -> Scale | None:
        """Return the scale that a claim's verdict is on, or None where nobody knows it."""
        named = claim.verdict.scale if claim.verdict else None
        if named is None or (self.scale is not None and named == self.scale.id):
            return self.scale
        return SCALES.get(named)

    def rating_of(self, claim: Claim) -> Rating | None:
        """Return the rating of a claim as its scale knows it, or None where there is no verdict or nobody knows the rating."""
        scale = self.scale_of(claim)
        return scale.rating(claim.verdict.rating) if scale and claim.verdict else None

    def status_of(self, claim: Claim) -> Status | None:
        """Return the status of a claim as the workflow knows it, or None where it knows none of that name."""
        return self.status(claim.status)

    def status(self, status_id: str) -> Status | None:
        """Return a status of the workflow by its id, or None where nobody knows it."""
        return self.once(_statuses).get(status_id)

    def article_of(self, claim: Claim) -> Article | None:
        """Return the article that the claim's folder is about, or None where there is none."""
        return self.articles.get(claim.folder)

    def lacks_its_article(self, claim: Claim) -> bool:
        """Say whether the claim has an article that has errors of reading, so that nobody knows what it says for all of its claims."""
        return claim.folder not in self.articles and self.exists("article", claim.folder)

    def as_meant(self, claim: Claim) -> Claim:
        """Return the claim with what its article says for all of its claims."""
        article = self.article_of(claim)
        if article is None:
            return claim
        common = article.for_all_claims
        return attrs.evolve(
            claim,
            made_on=claim.made_on or common.made_on,
            selection=claim.selection or common.selection,
            letters=claim.letters + common.letters,
            reasons=self.reasons_of(claim),
        )

    def reasons_of(self, claim: Claim) -> Reasons:
        """Return the reasons of a claim, and where it gives none those that hold for all claims of its article."""
        article = self.article_of(claim)
        if article is None:
            return claim.reasons
        own, common = claim.reasons, article.for_all_claims.reasons
        if common == _NO_REASONS:
            return own
        if own == _NO_REASONS:
            return common
        return Reasons(**{name: getattr(own, name) or getattr(common, name) for name in _NAMES_OF_REASONS})

    def source_of(self, evidence: Evidence) -> Source | None:
        """Return the source of a piece of evidence, or None where its id is not known."""
        return self.sources.get(evidence.source) if isinstance(evidence.source, str) else evidence.source

    def seen_of(self, evidence: Evidence) -> Seen | None:
        """Return how evidence was seen: as it says itself, else as its source does; None where nobody says so."""
        source = self.source_of(evidence)
        return evidence.seen or (source.seen if source else None)

    def was_seen(self, evidence: Evidence) -> bool:
        """Say whether anybody has seen evidence, so that a verdict can rest on it; where nobody says, it gets the benefit of the doubt."""
        return self.seen_of(evidence) not in {"memory", "not-seen"}

    def level_of(self, evidence: Evidence) -> Level | None:
        """Return how near evidence is to what it reports: as it says itself, else as its source does; None where nobody says so."""
        source = self.source_of(evidence)
        return evidence.level or (source.level if source else None)

    def origin_of(self, evidence: Evidence) -> str:
        """Return whom evidence or its source names as its origin, else the publisher or the source itself.

        Whom it goes back to in the end, along what its source cites, is what :meth:`roots_of` says.
        """
        source = self.source_of(evidence)
        if evidence.origin or source is None:
            return evidence.origin or f"source {evidence.source}"
        return own_origin(self.desk, source, evidence.source if isinstance(evidence.source, str) else evidence.id)

    def body_of(self, origin: str) -> str:
        """Return the largest body that an origin is part of; two parts of one body are not independent."""
        return body_of(self.desk, origin)

    @property
    def lineage(self) -> Lineage:
        """Which sources are the same document, and where each of them has its information from."""
        return self.once(_lineage)

    def roots_of(self, claim: Claim) -> tuple[Roots, ...]:
        """Return whom each piece of evidence of a claim goes back to in the end, in the order of the evidence.

        Evidence that names an origin itself goes back to that. A source that cites others goes back to theirs, and sources that are the
        same document go back to the same. Each root has an ``origin``, the largest ``body`` that this is part of, and the ``source`` that
        says so.
        """
        return self.lineage.of_claim(claim)

    def independent_origins(self, claim: Claim) -> frozenset[str]:
        """Return the independent origins of a claim's evidence.

        They are counted over its roots. Parts of one body count once. The terms of a calculation count by their own origins: they complete
        each other and do not confirm each other, so that they are parts of one body says nothing about them. Other evidence from such a
        body adds no origin to its terms. What was not seen does not count.
        """
        terms: dict[str, str] = {}
        bodies: set[str] = set()
        for evidence, roots in zip(claim.evidence, self.roots_of(claim), strict=True):
            if not self.was_seen(evidence):
                continue
            for root in roots:
                if evidence.stance == "term":
                    terms[root.origin] = root.body
                else:
                    bodies.add(root.body)
        return frozenset(terms) | (bodies - set(terms.values()))

    def to_records(self, table: Table = "claims", *, language: str | None = None) -> list[Row]:
        """Return a table as flat rows, ready for a data frame: texts, numbers, days, and None where there is nothing.

        Exact decimals stay exact, and dates that are only partly known are texts. Protected sources are not named. Drafts are among the
        claims; of what :func:`claimtrack.published` returns, only what readers see.

        Arguments:
            table: ``claims``, ``evidence`` or ``sources``.
            language: the language of texts, where it is not the desk's first.

        Raises:
            UsageError: there is no such table, or the desk has no texts in that language.
        """
        return rows(self, table, language)

    def _repr_html_(self) -> str:
        return overview(self)

    def file_of(self, kind: RecordKind, record_id: str) -> str:
        """Return the file that a record was read from, relative to the root."""
        return self.files[kind, record_id]

    def exists(self, kind: RecordKind, record_id: str) -> bool:
        """Say whether there is such a record, or may be one among what has errors of reading."""
        if kind == "source" and not self.sources_are_complete:
            return True
        return (kind, record_id) in self.files or record_id in self.unreadable.get(kind, frozenset())

    @property
    def claims_in_all(self) -> int:
        """How many claims the desk has, those that cannot be read among them."""
        return len(self.claims) + len(self.unreadable.get("claim", frozenset()))

    def read(self, file: str) -> tuple[bytes | None, tuple[Finding, ...]]:
        """Read a file of the project once more, never further than its bound.

        Arguments:
            file: a file of the project, relative to the root.

        Returns:
            Its bytes, or None with the finding that says why not.
        """
        unsaved = self.unsaved.get(file)
        return (unsaved, ()) if unsaved is not None else read_file(self.root, file)

    def locate(self, file: str, *paths: tuple[RecordPath, bool]) -> list[Span]:
        """Find where values stand, by reading their file once more.

        Arguments:
            file: a file of the project, relative to the root.
            paths: for each value its path, and whether the key is meant and not the value.

        Raises:
            CannotReadError: the file is gone, or has changed since the project was read.
        """
        data, _ = self.read(file)
        if data is None or digest(data) != self.digests.get(file):
            raise CannotReadError(f"{file} has changed since it was read; run the command again")
        document, _ = read_document(file, data)
        if document is None:
            raise CannotReadError(f"{file} cannot be read any more; run the command again")
        return [document.span(path, key=key) for path, key in paths]


def digest(data: bytes) -> bytes:
    """Return what is remembered of a file's bytes in order to notice that they changed: the id that git gives to such a content."""
    return hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).digest()


def _statuses(project: Project) -> dict[str, Status]:
    """Return the statuses of the workflow by id; of two with one id the first counts."""
    return {one.id: one for one in reversed(project.workflow.statuses)} if project.workflow else {}


def _lineage(project: Project) -> Lineage:
    return Lineage(project.desk, project.sources)
