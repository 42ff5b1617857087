"""Evidence as readers see it: one card for each piece, in the author's order, numbered as the reasoning cites it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.site.views.amounts import Amount, amount
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.views.paths import fits_path
from claimtrack.site.views.sources import SourceView, source_view


@attrs.frozen(kw_only=True)
class EvidenceCard:
    """One piece of evidence.

    Attributes:
        number: its number on the page.
        anchor: its id on the page.
        stance: what it does to the claim, as the record writes it.
        stance_words: the same in words, such as "Speaks against it".
        quote: the words of the source, in its language.
        translation: the same in a language of the desk, where the source's is another.
        amount: the number that it gives.
        seen: how it was read.
        level: how near it is to what it reports.
        origin: whom it comes from in the end.
        added: "Added on 9 March 2026", where that was after publication.
        source: where it is from.
        cited: the ids of the places in the reasoning that cite it, to get back there.
    """

    number: int
    anchor: str
    stance: str
    stance_words: str
    quote: Phrase | None
    translation: Phrase | None
    amount: Amount | None
    seen: str
    level: str | None
    origin: Phrase | None
    added: str | None
    source: SourceView
    cited: tuple[str, ...]


def numbered(claim: Claim) -> dict[str, tuple[int, str]]:
    """Return the number and the anchor of each piece of evidence by its id; of two with one id the first is the one that is cited."""
    anchors: dict[str, tuple[int, str]] = {}
    for number, evidence in enumerate(claim.evidence, start=1):
        anchors.setdefault(evidence.id, (number, _anchor(evidence.id, number)))
    return anchors


def evidence_cards(edition: Edition, claim: Claim, cited: Mapping[str, tuple[str, ...]]) -> tuple[EvidenceCard, ...]:
    """Return the evidence of a claim.

    Arguments:
        edition: the edition.
        claim: the claim.
        cited: for each id the places in the reasoning that cite it.
    """
    anchors = numbered(claim)
    cards = []
    for number, evidence in enumerate(claim.evidence, start=1):
        first, anchor = anchors[evidence.id]
        own = number == first
        places = cited.get(evidence.id, ()) if own else ()
        cards.append(_card(edition, claim, evidence, number, anchor if own else f"evidence-{number}", places))
    return tuple(cards)


def _stance(edition: Edition, claim: Claim, evidence: Evidence) -> str:
    """Return what evidence does in words; where only the saying is checked, so that nobody reads it as speaking for the content."""
    saying = claim.aspect == "said" and evidence.stance in {"supports", "refutes"}
    return edition.words.one_of("stance_said" if saying else "stance", evidence.stance)


def _anchor(evidence_id: str, number: int) -> str:
    return f"evidence-{evidence_id}" if fits_path(evidence_id) and not evidence_id.isdigit() else f"evidence-{number}"


def _card(edition: Edition, claim: Claim, evidence: Evidence, number: int, anchor: str, cited: tuple[str, ...]) -> EvidenceCard:
    words = edition.words
    source = edition.project.source_of(evidence)
    seen, level = edition.project.seen_of(evidence), edition.project.level_of(evidence)
    return EvidenceCard(
        number=number,
        anchor=anchor,
        stance=evidence.stance,
        stance_words=_stance(edition, claim, evidence),
        quote=edition.in_language(evidence.quote, source.language if source else None) if evidence.quote else None,
        translation=_translation(edition, evidence),
        amount=amount(edition, evidence.quantity) if evidence.quantity else None,
        seen=words.one_of("seen", seen) if seen else words["seen_unknown"],
        level=words.one_of("level", level) if level else None,
        origin=_origin(edition, evidence),
        added=words.fill("added_on", date=words.date(evidence.added)) if evidence.added else None,
        source=source_view(edition, source),
        cited=cited,
    )


def _origin(edition: Edition, evidence: Evidence) -> Phrase | None:
    """Return whom evidence comes from where somebody said so; of a protected source nobody learns it."""
    source = edition.project.source_of(evidence)
    if source is not None and source.protected is not None:
        return None
    named = evidence.origin or (source.origin if source else None)
    return edition.origin(named) if named else None


def _translation(edition: Edition, evidence: Evidence) -> Phrase | None:
    """Return the translation of a quote, unless the quote is in the language of the page already."""
    source = edition.project.source_of(evidence)
    if evidence.translation is None or (source is not None and source.language == edition.language):
        return None
    return edition.phrase_or_none(evidence.translation)
