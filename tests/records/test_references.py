"""Which fields name something by its id: none is forgotten, and none is taken for one."""

from __future__ import annotations

from typing import Any

import attrs

from claimtrack.records import references
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.format import KINDS, classes_in

OTHER_TEXTS = """
Appearance.url Appearance.title
Archive.provider Archive.url Archive.file Archive.sha256 Archive.wacz Archive.proofs
Article.title Article.url Article.authors Article.language Article.internal Article.extra
ArticleText.sha256
Claim.status Claim.former_ids Claim.internal Claim.extra
Desk.languages Desk.scale Desk.workflow Desk.internal
Evidence.id Evidence.quote
Forge.records Forge.history
HistoryEntry.to HistoryEntry.covers
Licences.text Licences.data
Link.language
MediaReview.original
Pages.imprint Pages.privacy Pages.team Pages.methodology Pages.selection Pages.corrections Pages.funding Pages.complaints Pages.submit
Pages.report
Person.git
Publisher.url Publisher.logo
Quantity.unit Quantity.about
Quote.exact Quote.prefix Quote.suffix
Rating.id
Rewrites.title
Scale.name Scale.version
Source.url Source.title Source.language Source.kind Source.copies
Speaker.same_as
Status.id Status.moves
Verdict.rating Verdict.scale
Was.rating
Workflow.name Workflow.version Workflow.correcting
"""
"""Fields that hold a text and name nothing that could be renamed; a new field belongs here or into the table."""


def classes_of_records() -> set[type[Any]]:
    """Return every class with fields that people write, from the four kinds of records on."""
    found: set[type[Any]] = set()
    waiting: list[type[Any]] = list(KINDS.values())
    while waiting:
        record = waiting.pop()
        if attrs.has(record) and record not in found and record.__name__ not in {"Text", "Tolerance", "MediaStretch"}:
            found.add(record)
            waiting += [inner for one in attrs.fields(attrs.resolve_types(record)) for inner in classes_in(one.type)]
    return found


def test_every_field_with_a_text_of_its_own_names_something_or_is_known_not_to() -> None:
    there = {
        (record, attribute.name): f"{record.__name__}.{key_of(attribute)}"
        for record in classes_of_records()
        for attribute in written_fields(record)
        if str in classes_in(attribute.type)
    }
    known = {**references.NAMED, **references.CALCULATING, **references.KEYS}
    assert sorted(name for field, name in there.items() if field not in known) == sorted(OTHER_TEXTS.split())
    assert set(known) <= set(there)


def test_what_cites_is_a_text_for_readers() -> None:
    for record, name in references.CITING:
        assert "Text" in str(getattr(attrs.fields(record), name).type)
        assert "[@" in getattr(attrs.fields(record), name).metadata["doc"]
