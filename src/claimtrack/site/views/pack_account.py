"""The pack for an assessor, second part: what was waived, asked, reviewed, corrected, withdrawn, disclosed, and which pages there are."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import get_args

import attrs

from claimtrack.practice.account import Corrected, Reviewed
from claimtrack.practice.pack import Figures
from claimtrack.records.desk import Pages
from claimtrack.records.vocabulary import LetterOutcome
from claimtrack.site.views.badges import rating_label
from claimtrack.site.views.edition import Edition, Phrase, contact
from claimtrack.site.views.pack_figures import check_cell, n_of
from claimtrack.site.views.report import Block, Cell, Column, Entries, Entry, Fact, Facts, Section, Table, plain

_OF_A_LETTER = ("pack_check", "pack_letter_to", "pack_letter_about", "pack_letter_on", "pack_letter_until", "pack_letter_outcome")
_OF_A_REVIEW = ("pack_check", "pack_written_by", "pack_rated_by", "pack_approved_by", "pack_second_person")


def exceptions_section(edition: Edition, figures: Figures) -> Section:
    """Return every written exception with its reason in full."""
    words = edition.words
    used = Counter(name for one in figures.exceptions for name, _ in one.reasons)
    facts = tuple(
        Fact(words.one_of("reason", name), plain(n_of(edition, number, len(figures.checks)))) for name, number in used.most_common()
    )
    entries = tuple(
        Entry(
            title=check_cell(edition, one.check),
            texts=tuple((words.one_of("reason", name), edition.phrase(why)) for name, why in one.reasons),
        )
        for one in figures.exceptions
    )
    return _section(edition, "exceptions", Facts(rows=facts), Entries(entries=entries)) if entries else _section(edition, "exceptions")


def letters_section(edition: Edition, figures: Figures) -> Section:
    """Return whom the desk asked, and what came of it."""
    words = edition.words
    if not figures.letters:
        return _section(edition, "letters")
    outcomes = Counter(one.letter.outcome for one in figures.letters)
    facts = tuple(
        Fact(words.one_of("letter_outcome", one) if one else words["letter_open"], plain(words.number(Decimal(outcomes[one]))))
        for one in (*get_args(LetterOutcome), None)
        if outcomes[one]
    )
    rows = tuple(
        (
            check_cell(edition, one.check),
            Cell(edition.name(one.letter.to)),
            plain(words.one_of("letter_about", one.letter.about)),
            plain(words.date(one.letter.on)),
            plain(words.date(one.letter.until) if one.letter.until else "–"),
            plain(words.one_of("letter_outcome", one.letter.outcome) if one.letter.outcome else words["letter_open"]),
        )
        for one in figures.letters
    )
    columns = tuple(Column(words[key]) for key in _OF_A_LETTER)
    table = Table(columns=columns, rows=rows)
    return _section(edition, "letters", Facts(rows=facts), table)


def reviews_section(edition: Edition, figures: Figures) -> Section:
    """Return who wrote, rated and approved each check, and whether that was a second person."""
    words = edition.words
    if not figures.reviews:
        return _section(edition, "reviews")
    second = sum(one.by_a_second_person for one in figures.reviews)
    fact = Fact(words["pack_second_person"], plain(n_of(edition, second, len(figures.reviews))))
    columns = tuple(Column(words[key]) for key in _OF_A_REVIEW)
    rows = tuple(_review(edition, one) for one in figures.reviews)
    table = Table(columns=columns, rows=rows)
    return _section(edition, "reviews", Facts(rows=(fact,)), table)


def corrections_section(edition: Edition, figures: Figures) -> Section:
    """Return the log of corrections."""
    words = edition.words
    if not figures.corrections:
        return _section(edition, "corrections")
    classes = Counter(one.correction.class_ for one in figures.corrections)
    facts = tuple(Fact(words.one_of("correction_class", one), plain(words.number(Decimal(n)))) for one, n in classes.most_common())
    entries = tuple(_correction(edition, one) for one in figures.corrections)
    return _section(edition, "corrections", Facts(rows=facts), Entries(entries=entries))


def retractions_section(edition: Edition, figures: Figures) -> Section:
    """Return what was withdrawn, with what readers were told."""
    words = edition.words
    entries = tuple(
        Entry(
            title=check_cell(edition, one.check),
            remark=words.fill("retracted_on", date=words.date(one.retraction.on)),
            texts=((words["pack_notice"], edition.phrase(one.retraction.notice)),),
        )
        for one in figures.retractions
    )
    return _section(edition, "retractions", Entries(entries=entries)) if entries else _section(edition, "retractions")


def disclosures_section(edition: Edition, figures: Figures) -> Section:
    """Return what checks disclose about conflicts of interest and the use of machines."""
    words = edition.words
    told = figures.disclosures
    facts = (
        Fact(words["conflicts"], plain(n_of(edition, sum(one.conflicts is not None for one in told), len(figures.checks)))),
        Fact(words["ai_use"], plain(n_of(edition, sum(one.ai_use is not None for one in told), len(figures.checks)))),
    )
    entries = []
    for one in told:
        texts = ((words["conflicts"], one.conflicts), (words["ai_use"], one.ai_use))
        shown = tuple((label, edition.phrase(text)) for label, text in texts if text is not None)
        entries.append(Entry(title=check_cell(edition, one.check), texts=shown))
    return _section(edition, "disclosures", Facts(rows=facts), *([Entries(entries=tuple(entries))] if entries else []))


def pages_section(edition: Edition) -> Section:
    """Return the pages that readers must be able to find, with their addresses, and which of them are not named."""
    words = edition.words
    rows = []
    for one in attrs.fields(Pages):
        there = contact(getattr(edition.project.desk.pages, one.name))
        label = words["report_mistake"] if one.name == "report" else words.one_of("pages", one.name)
        shown = there.address.removeprefix("mailto:") if there else words["pack_not_named"]
        rows.append(Fact(label, plain(shown, there)))
    return _section(edition, "pages", Facts(rows=tuple(rows)))


def _section(edition: Edition, name: str, *blocks: Block) -> Section:
    words = edition.words
    return Section(anchor=name, title=words.one_of("figure", name), notes=() if blocks else (words["pack_nothing"],), blocks=blocks)


def _review(edition: Edition, one: Reviewed) -> tuple[Cell, ...]:
    words = edition.words
    approved = [words.fill("pack_by_on", who=edition.person(entry.by).text, date=words.date(entry.on)) for entry in one.approvals]
    return (
        check_cell(edition, one.check),
        plain(_people(edition, one.authors)),
        plain(_people(edition, one.decided_by or one.authors)),
        plain("; ".join(approved) or words["nobody_yet"]),
        plain(words["pack_yes" if one.by_a_second_person else "pack_no"]),
    )


def _people(edition: Edition, people: tuple[str, ...]) -> str:
    return edition.words.listing([edition.person(one).text for one in people]) or edition.words["pack_none"]


def _correction(edition: Edition, one: Corrected) -> Entry:
    words, correction = edition.words, one.correction
    remark = words.fill(
        "pack_correction",
        date=words.date(correction.on),
        kind=words.one_of("correction_class", correction.class_),
        cause=words.one_of("correction_cause", correction.cause),
    )
    texts = [(words["pack_notice"], edition.phrase(correction.notice))]
    if correction.was is not None:
        texts.append((words["was_rated"], _rating(edition, one)))
        if correction.was.summary is not None:
            texts.append((words["was_said"], edition.phrase(correction.was.summary)))
    return Entry(title=check_cell(edition, one.check), remark=remark, texts=tuple(texts))


def _rating(edition: Edition, one: Corrected) -> Phrase:
    """Return the rating that readers were given before a correction."""
    was, claim = one.correction.was, edition.project.claims[one.check]
    if was is None or was.rating is None:
        return Phrase(edition.words["was_nothing"])
    scale = edition.project.scale_of(claim)
    rating = scale.rating(was.rating) if scale else None
    return rating_label(edition, rating) if rating else Phrase(was.rating)
