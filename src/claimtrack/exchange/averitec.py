"""Claims with questions and answers in the shape of AVeriTeC (Schlichtkrull et al. 2023), for research.

The four labels of AVeriTeC are given only to ratings that are called the same in English, capitals aside, and to those of the preset
``averitec-four@1``; every other rating is left without a label, and that is said. Nothing else is guessed either: a field that records
have nothing for is null.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.exchange.json_text import as_json, as_list
from claimtrack.exchange.jsonld import one_line
from claimtrack.exchange.outgoing import Loss, Outgoing, Parts
from claimtrack.exchange.reviews import address_in
from claimtrack.publication import Publication
from claimtrack.records.claim import Appearance, Claim, Question
from claimtrack.records.evidence import Evidence
from claimtrack.records.presets import SCALES
from claimtrack.records.source import Archive, Source
from claimtrack.records.speaker import OwnVoice, Speaker
from claimtrack.records.text import Text
from claimtrack.records.vocabulary import ClaimKind
from claimtrack.urls import web_address

LABELS = ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking")
"""The labels of AVeriTeC."""

_PRESET: Mapping[str, str] = dict(zip(("supported", "refuted", "not-enough-evidence", "conflicting-evidence"), LABELS, strict=True))
"""The ratings of ``averitec-four@1``, which was made after them."""

TYPES: Mapping[ClaimKind, str] = {
    "quantity": "Numerical Claim",
    "quotation": "Quote Verification",
    "event": "Event/Property Claim",
    "causal": "Causal Claim",
    "position": "Position Statement",
}
"""The kinds of claims that AVeriTeC has too."""

MEDIA = ("Web text", "Web table", "PDF", "Metadata", "Image/graphic", "Video", "Audio", "Other")
"""The kinds of sources that AVeriTeC tells apart."""
_UNANSWERED = "No answer could be found."


def export(outgoing: Outgoing) -> Parts:
    """Yield a list of claims, one a line."""
    return as_list(_each(outgoing))


def label_of(outgoing: Outgoing, claim: Claim) -> str | None:
    """Return the label of AVeriTeC for the rating of a claim, or None where it has none that is certain."""
    scale, rating = outgoing.project.scale_of(claim), outgoing.project.rating_of(claim)
    if scale is None or rating is None:
        return None
    if scale == SCALES["averitec-four@1"]:
        return _PRESET[rating.id]
    called = (rating.label.in_language("en", outgoing.project.desk.reference_language) or "").casefold()
    return next((label for label in LABELS if label.casefold() == called), None)


def _each(outgoing: Outgoing) -> Iterator[str | Loss]:
    for claim in outgoing.claims:
        if claim.statement is None:
            withdrawn = outgoing.publication_of(claim) is Publication.RETRACTED
            yield Loss(of=claim.id, why="it was withdrawn" if withdrawn else "it has no statement")
            continue
        yield from _losses(outgoing, claim)
        yield as_json(_claim(outgoing, claim))


def _losses(outgoing: Outgoing, claim: Claim) -> Iterator[Loss]:
    if claim.verdict is None:
        yield Loss(of=claim.id, why="without a label: it has no verdict", is_whole=False)
    elif label_of(outgoing, claim) is None:
        yield Loss(of=claim.id, why=f"without a label: AVeriTeC has none called like the rating {claim.verdict.rating}", is_whole=False)
    meant = outgoing.project.as_meant(claim)
    if meant.made_on is not None and _day(meant) is None:
        yield Loss(of=claim.id, why="without a date: its day is not known", is_whole=False)
    if claim.evidence and not claim.questions:
        yield Loss(of=claim.id, why="without its evidence: AVeriTeC has room for answers to `questions` only", is_whole=False)


def _claim(outgoing: Outgoing, claim: Claim) -> dict[str, Any]:
    meant = outgoing.project.as_meant(claim)
    article = outgoing.project.article_of(claim)
    place = _first(claim.appearances)
    told = place or article
    publisher = told.publisher if told else None
    url = (place.url if place else None) or (article.url if article and not place else None)
    archives = place.archives if place else ()
    marked = {} if outgoing.public is None else {"publication": outgoing.publication_of(claim).value}
    return {
        "claim": _in(claim.statement, outgoing),
        "required_reannotation": False,
        "label": label_of(outgoing, claim),
        "justification": _in(claim.verdict.summary, outgoing) if claim.verdict else None,
        "claim_date": _day(meant),
        "speaker": _speaker(outgoing, claim),
        "original_claim_url": web_address(url or ""),
        "cached_original_claim_url": _copy(archives),
        "fact_checking_article": _page(outgoing, claim),
        "reporting_source": _in(publisher, outgoing),
        "location_ISO_code": None,
        "claim_types": [TYPES[claim.kind]] if claim.kind and claim.kind in TYPES else [],
        "fact_checking_strategies": [],
        "questions": [_question(outgoing, claim, question) for question in claim.questions],
        **marked,
    }


def _first(appearances: tuple[Appearance, ...]) -> Appearance | None:
    """Return the first appearance on the web, as far as the record says which it was."""
    return next((one for one in appearances if one.first and one.url), None)


def _question(outgoing: Outgoing, claim: Claim, question: Question) -> dict[str, Any]:
    """Return a question; an answer that rests on several pieces of evidence stands there once for each, since each has its own source."""
    rests_on: list[Evidence | None] = [cited for one in question.evidence if (cited := claim.cited(one)) is not None]
    answers = [_answer(outgoing, answer, cited) for answer in question.answers for cited in (rests_on or [None])]
    unanswered = {"answer": _UNANSWERED, "answer_type": "Unanswerable", "source_url": "", "source_medium": ""}
    return {"question": _in(question.question, outgoing), "answers": answers or [unanswered]}


def _answer(outgoing: Outgoing, answer: Text, cited: Evidence | None) -> dict[str, Any]:
    text = _in(answer, outgoing) or ""
    source = outgoing.project.source_of(cited) if cited is not None else None
    if source is not None and source.protected is not None:
        source = None
    return {
        "answer": text,
        "answer_type": "Extractive" if cited is not None and cited.quote and one_line(cited.quote) == text else "Abstractive",
        "source_url": web_address(source.url or "") if source else None,
        "source_medium": _medium(source),
        "cached_source_url": _copy(source.archives) if source else None,
    }


def _medium(source: Source | None) -> str | None:
    kind = (source.kind or "").casefold() if source else ""
    return next((one for one in MEDIA if one.casefold() == kind), None)


def _speaker(outgoing: Outgoing, claim: Claim) -> str | None:
    if isinstance(claim.claimant, Speaker):
        return _in(claim.claimant.name, outgoing)
    article = outgoing.project.article_of(claim)
    return _in(article.publisher, outgoing) if isinstance(claim.claimant, OwnVoice) and article else None


def _day(claim: Claim) -> str | None:
    """Return the day of the claim as AVeriTeC writes it, such as ``31-10-2020``; None where it is not known to the day."""
    on = claim.made_on
    return f"{on.day}-{on.month}-{on.year}" if on and on.day and not on.about else None


def _copy(archives: tuple[Archive, ...]) -> str | None:
    copies = (web_address(one.url or "") for one in archives if one.status not in {"failed", "gone"})
    return next((address for address in copies if address), None)


def _page(outgoing: Outgoing, claim: Claim) -> str | None:
    if outgoing.publication_of(claim) is Publication.UNPUBLISHED:
        return None
    return next((address_in(outgoing, claim, pages) for pages in outgoing.pages if pages.language == outgoing.language), None)


def _in(text: Text | None, outgoing: Outgoing) -> str | None:
    return None if text is None else one_line(text.best(outgoing.language, outgoing.project.desk.reference_language)[0])
