"""The pack for an assessor: what was counted, then clause by clause what was checked and what is left for a person to judge."""

from __future__ import annotations

from decimal import Decimal

import attrs

from claimtrack.practice.pack import ClauseAccount, DemandMet, Pack, RuleKept, StandardAccount
from claimtrack.site.views import pack_account, pack_figures
from claimtrack.site.views.edition import Edition, Phrase
from claimtrack.site.views.report import Cell, Fact, Section, plain


@attrs.frozen(kw_only=True)
class Checked:
    """Something that claimtrack looks for: what it is, the code of the rule where it is one, and what was found.

    Attributes:
        what: what it looks for.
        code: the code of the rule; empty for what a status demands.
        found: what it found today in what is published.
        is_open: whether it found anything.
    """

    what: Phrase
    code: str
    found: str
    is_open: bool


@attrs.frozen(kw_only=True)
class ClauseView:
    """A clause.

    Attributes:
        anchor: its id on the page.
        number: where it stands in the standard; may be empty.
        asks: what it asks for.
        known: how well its wording is known, in a sentence.
        verified: whether the wording was verified.
        demanded: what is demanded of every check before it is published.
        looked_for: the faults that claimtrack looks for.
        counted: the sections that count something about it, as heading and anchor.
        judge: what only a person can judge.
    """

    anchor: str
    number: str
    asks: str
    known: str
    verified: bool
    demanded: tuple[Checked, ...]
    looked_for: tuple[Checked, ...]
    counted: tuple[tuple[str, str], ...]
    judge: str


@attrs.frozen(kw_only=True)
class StandardView:
    """A standard: its name, a sentence where the desk has not adopted it, and its clauses."""

    anchor: str
    name: str
    note: str
    clauses: tuple[ClauseView, ...]


@attrs.frozen(kw_only=True)
class PackPage:
    """Everything that an assessor reads.

    Attributes:
        title: the title.
        desk: the name of the desk.
        notice: the desk's own sentence for every page.
        warnings: what has to be known before anything here is relied on.
        facts: the period, the day and the standards.
        sections: what was counted.
        standards: the standards, clause by clause.
        made: when it was made, and by what.
    """

    title: str
    desk: Phrase
    notice: Phrase | None
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    standards: tuple[StandardView, ...]
    made: str


def pack_page(edition: Edition, pack: Pack) -> PackPage:
    """Return what an assessor reads.

    Arguments:
        edition: what readers may see of the project, in the language of the pack.
        pack: what was counted and checked.
    """
    words, figures, desk = edition.words, pack.figures, edition.project.desk
    return PackPage(
        title=words["pack_title"],
        desk=edition.name(desk.publisher.name),
        notice=edition.phrase_or_none(desk.notice),
        warnings=_warnings(edition, pack),
        facts=_facts(edition, pack),
        sections=(
            pack_figures.rate_section(edition, figures),
            pack_figures.interest_section(edition, figures),
            pack_figures.topics_section(edition, figures),
            pack_figures.balance_section(edition, figures),
            pack_figures.selection_section(edition, figures),
            pack_figures.sourcing_section(edition, figures),
            pack_account.exceptions_section(edition, figures),
            pack_account.letters_section(edition, figures),
            pack_account.reviews_section(edition, figures),
            pack_account.corrections_section(edition, figures),
            pack_account.retractions_section(edition, figures),
            pack_account.disclosures_section(edition, figures),
            pack_account.pages_section(edition),
        ),
        standards=tuple(_standard(edition, one) for one in pack.standards),
        made=words.fill("pack_made", date=words.date(pack.as_of)),
    )


def _facts(edition: Edition, pack: Pack) -> tuple[Fact, ...]:
    words, period = edition.words, pack.figures.period
    began = pack.figures.first_publication
    span = words.fill("pack_from_to", first=words.date(period.first), last=words.date(period.last))
    names = [words.one_of("standard", one) for one in edition.project.desk.standards]
    return (
        Fact(words["pack_period"], plain(span)),
        Fact(words["pack_checks"], plain(words.number(Decimal(len(pack.figures.checks))))),
        Fact(words["pack_first"], plain(words.date(began) if began else words["pack_never"])),
        Fact(words["pack_standards"], Cell(Phrase(words.listing(names) or words["pack_none"]))),
        Fact(words["pack_as_of"], plain(words.date(pack.as_of))),
    )


def _warnings(edition: Edition, pack: Pack) -> tuple[str, ...]:
    words = edition.words
    return (
        *([words.count("pack_errors", pack.errors)] if pack.errors else ()),
        *([words.count("pack_unreadable", pack.unreadable)] if pack.unreadable else ()),
        *([words["pack_no_standard"]] if not pack.standards else ()),
    )


def _standard(edition: Edition, one: StandardAccount) -> StandardView:
    return StandardView(
        anchor=f"standard-{one.standard}",
        name=edition.words.one_of("standard", one.standard),
        note="" if one.adopted else edition.words["pack_not_adopted"],
        clauses=tuple(_clause(edition, clause) for clause in one.clauses),
    )


def _clause(edition: Edition, one: ClauseAccount) -> ClauseView:
    words, clause = edition.words, one.clause
    asks = words.one_of("clause", clause.id)
    return ClauseView(
        anchor=f"clause-{clause.id.replace('.', '-')}",
        number=clause.number,
        asks=asks[:1].upper() + asks[1:],
        known=words.one_of("known", clause.known),
        verified=clause.known == "verified",
        demanded=tuple(_demand(edition, demand) for demand in one.demands),
        looked_for=tuple(_rule(edition, rule) for rule in one.rules),
        counted=tuple((words.one_of("figure", figure), figure) for figure in one.figures),
        judge=words.one_of("judge", clause.id),
    )


def _demand(edition: Edition, one: DemandMet) -> Checked:
    words = edition.words
    found = words.count("pack_lacking", one.lacking) if one.lacking else words["pack_lacking_none"]
    return Checked(what=Phrase(words.one_of("demand", one.demand)), code="", found=found, is_open=bool(one.lacking))


def _rule(edition: Edition, one: RuleKept) -> Checked:
    words = edition.words
    found = words.count("pack_findings", one.findings) if one.findings else words["pack_findings_none"]
    first_sentence = one.kind.title.partition(". ")[0].rstrip(".").replace("`", "")
    title = Phrase(first_sentence, None if edition.language.partition("-")[0] == "en" else "en")
    return Checked(what=title, code=one.kind.code, found=found, is_open=bool(one.findings))
