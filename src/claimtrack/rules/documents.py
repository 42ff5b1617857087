"""CT2xx, first part, continued: what document it is that a source leads to."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.lineage.shelf import Collection, Shelf
from claimtrack.locations import RecordPath
from claimtrack.phrases import Phrase, Row, all_of, quoted, say
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.source import Source
from claimtrack.rules.rule import rule
from claimtrack.urls import host_of, web_address
from claimtrack.variants.documents import document_at

_Place = tuple[str, RecordPath]

_TAKES_A_SIDE = frozenset({"supports", "refutes", "term"})
_MOST_NAMED = 10


@rule("CT207", "same-document-twice", Severity.WARNING)
def same_document_twice(project: Project) -> Iterator[Remark]:
    """Two sources are the same document under different addresses.

    Not told apart are http and https, `www.`, hosts for phones, AMP pages, parameters that track, and captures of web archives. Parts of
    a document that say so (`#page=3` and `#page=12`) are two, and so are captures of different moments. Whether several claims write the
    same document out is not asked.

    Reason: It looks as if two sources said it. What is seen to in one of them, such as an archived copy or a caution, is missing in the
        other.
    Remedy: Keep one of them, write the other address under its `copies` and a capture under its `archives`, and cite it in both places.
    Clause: ifcn-3.3, efcsn-two-sources

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
        survey-of-winter:  # here
          url: "http://www.hauliers.example/survey/?fbclid=IwAR0"
          level: secondary
          origin: hauliers

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey#page=3"
          level: secondary
          origin: hauliers
        survey-of-winter:
          url: "https://hauliers.example/survey#page=12"
          level: secondary
          origin: hauliers
    """
    for first, *others in project.lineage.known.alike.values():
        if others:
            hint = say("keep one of them, with the other addresses under `copies` or `archives`, and cite it in both places")
            places: list[_Place] = [(project.file_of("source", one), (one,)) for one in (*others, first)]
            yield _remark(places, _same(first, others), hint)
    for claim in project.claims.values():
        written_out = {f"{claim.id}/{one.id}": one.source for one in claim.evidence if isinstance(one.source, Source)}
        if written_out:
            yield from _written_out(project, claim, Collection(written_out))


@rule("CT208", "own-page-as-evidence", Severity.WARNING)
def own_page_as_evidence(project: Project) -> Iterator[Remark]:
    """A claim rests on a page of the desk itself, or is said to have been made there.

    Pages below the address of the publisher are meant, captures of them too. As context they may be cited: an earlier check, for one.

    Reason: Readers are asked to believe the desk because the desk says so. And if the earlier page was wrong, so is the new one.
    Remedy: Cite what that page rests on. Name as an appearance the page on which the claim was made.
    Clause: ifcn-3.1, efcsn-replicable, google-origin

    Bad:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
          - id: survey
            source: {url: "https://www.desk.example/2025/twice-as-many-lorries"}  # here
            stance: supports
          - {id: holm-letter, source: letter-of-councillor, stance: context}

    Good:
        evidence:
          - {id: count-2026, source: bridge-count, stance: supports, quantity: {value: 620, unit: lorry}}
          - {id: count-2025, source: bridge-count, stance: supports, quantity: {value: 310, unit: lorry}}
          - {id: survey, source: haulier-survey, stance: supports}
          - id: earlier-check
            source: {url: "https://www.desk.example/2025/twice-as-many-lorries"}
            stance: context
          - {id: holm-letter, source: letter-of-councillor, stance: context}
    """
    home = web_address(project.desk.publisher.url or "")
    ours = document_at(home) if home else None
    if home is None or ours is None:
        return
    host = host_of(home).removeprefix("www.")

    def is_ours(url: str | None) -> bool:
        if url is None or host not in url.lower():
            return False
        page = document_at(url)
        return page is not None and (page.key == ours.key or page.key.startswith((f"{ours.key}/", f"{ours.key}?")))

    own_ids = {one for one, source in project.sources.items() if is_ours(source.url)}
    for claim in project.claims.values():
        for place, evidence in enumerate(claim.evidence):
            source = evidence.source
            if evidence.stance in _TAKES_A_SIDE and (source in own_ids if isinstance(source, str) else is_ours(source.url)):
                message = say("the evidence is a page of this desk, on {host}; expected a source outside of it", host=host)
                hint = say("cite what that page rests on, or give it the stance `context`")
                yield Remark(project.file_of("claim", claim.id), ("evidence", place, "source"), message, hint)
        for place, appearance in enumerate(claim.appearances):
            if is_ours(appearance.url):
                message = say("the appearance is a page of this desk, on {host}; expected the page on which the claim was made", host=host)
                hint = say("name the page on which it was made")
                yield Remark(project.file_of("claim", claim.id), ("appearances", place, "url"), message, hint)


@rule("CT209", "same-article-twice", Severity.WARNING)
def same_article_twice(project: Project) -> Iterator[Remark]:
    """Two articles of the desk are the same document.

    Addresses are told apart as those of sources are: captures of different moments, and parts of a document that say so, are two.

    Reason: Claims of one article stand in two places. What holds for all claims of it is asked and answered twice, and how much of it is
        quoted is counted twice from nothing.
    Remedy: Put the claims into one folder. If it is another article, write its own address; of a later version, that of a capture.

    Bad:
        --- village/article.yaml
        title: Old bridge carries twice the lorries
        language: en
        url: "http://www.courier.example/old-bridge/"  # here

    Good:
        --- village/article.yaml
        title: New bridge carries no lorries
        language: en
        url: "https://www.courier.example/new-bridge"
    """
    shelf: Shelf[str] = Shelf()
    for article in project.articles.values():
        document = document_at(article.url) if article.url is not None else None
        if document is None:
            continue
        first = shelf.same_as(document)
        if first is not None:
            message = say(
                "‘{other}’ is the same document as ‘{first}’; expected one article for each document", other=article.id, first=first
            )
            there = (project.file_of("article", first), ("url",), say("the same document"))
            hint = say("put their claims into one folder, or correct the address")
            yield Remark(project.file_of("article", article.id), ("url",), message, hint, related=(there,))
        shelf.put(article.id, (document,))


def _written_out(project: Project, claim: Claim, own: Collection) -> Iterator[Remark]:
    """Yield what a claim writes out although it is a source with an id, and what it writes out twice: one remark for each document."""
    file = project.file_of("claim", claim.id)
    places: dict[str, _Place] = {
        f"{claim.id}/{one.id}": (file, ("evidence", number, "source")) for number, one in enumerate(claim.evidence)
    }
    for names in own.alike.values():
        known = project.lineage.known.same_as(document for one in names for document in own.documents[one])
        if known is not None:
            there: _Place = (project.file_of("source", known), (known,))
            yield _remark([*(places[one] for one in names), there], _same(known, names), say("write its id in place of the source"))
        elif len(names) > 1:
            first, *others = names
            hint = say("add it to `sources.yaml`, and write its id in place of the source")
            yield _remark([places[one] for one in (*others, first)], _same(first, others), hint)


def _same(first: str, others: list[str]) -> Phrase:
    if len(others) == 1:
        return say("‘{other}’ is the same document as ‘{first}’; expected one source for each document", other=others[0], first=first)
    names = quoted(others[:_MOST_NAMED])
    named = all_of(names) if len(others) == len(names) else say("{names} and others", names=Row(names))
    return say("{others} are the same document as ‘{first}’; expected one source for each document", others=named, first=first)


def _remark(places: list[_Place], message: Phrase, hint: Phrase) -> Remark:
    """Return a remark at the first place; the others belong to it."""
    (file, path), *further = places
    related = tuple((*place, say("the same document")) for place in further[-_MOST_NAMED:])
    return Remark(file, path, message, hint, key=len(path) == 1, related=related)


RULES = (same_document_twice, own_page_as_evidence, same_article_twice)
"""The rules of this part of the family, in the order of their codes."""
