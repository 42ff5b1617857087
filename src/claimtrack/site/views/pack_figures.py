"""The pack for an assessor, first part: how much is published, about what and whom, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from claimtrack.dates import PartialDate
from claimtrack.exchange.claimreview import page_address
from claimtrack.practice.balance import share
from claimtrack.practice.pack import Figures
from claimtrack.practice.period import Period, months_back
from claimtrack.practice.rates import IFCN_MONTHS, Rate
from claimtrack.practice.sourcing import Sourcing, median
from claimtrack.records.claim import Claim
from claimtrack.site.views.edition import Edition, Phrase, place
from claimtrack.site.views.paths import all_paths, fits_path
from claimtrack.site.views.report import Cell, Column, Fact, Facts, Section, Table, plain

_SPREAD = {"evidence": "pack_evidence", "sources": "pack_sources", "origins": "pack_origins", "primary": "pack_primary"}
"""What of a check's sourcing has a median and a lowest number, and what it is called."""

_MORE = ("pack_secondary", "pack_for_it", "pack_against_it", "pack_searches", "pack_archived")
"""What is told of each check besides."""


def rate_section(edition: Edition, figures: Figures) -> Section:
    """Return how many checks were published, in all, a week and by month."""
    words = edition.words
    last = figures.period.last
    spans = (
        (words["pack_six_months"], months_back(last, IFCN_MONTHS), figures.six_months),
        (words["pack_one_month"], months_back(last, 1), figures.one_month),
    )
    facts = [Fact(words["pack_in_period"], plain(_rate(edition, figures.rate)))]
    facts += [Fact(_span(edition, label, span), plain(_rate(edition, counted))) for label, span, counted in spans]
    if (why := edition.phrase_or_none(edition.project.desk.reasons.few_checks)) is not None:
        facts.append(Fact(words["pack_few_checks"], Cell(why)))
    months = Table(
        caption=words["pack_by_month"],
        columns=(Column(words["pack_month"]), Column(words["pack_checks"], number=True)),
        rows=tuple(
            (plain(words.date(PartialDate(month.year, month.month))), plain(_number(edition, number))) for month, number in figures.by_month
        ),
    )
    return _section(edition, "rate", Facts(rows=tuple(facts)), *([months] if figures.checks else []), notes=("pack_rate_note",))


def interest_section(edition: Edition, figures: Figures) -> Section:
    """Return how many checks touch the welfare of the public."""
    words, desk = edition.words, edition.project.desk
    found = figures.interest
    if found is None:
        return _section(edition, "interest", notes=("pack_interest_undeclared",))
    names = [edition.phrase(desk.topics[one]).text if one in desk.topics else one for one in desk.public_interest]
    facts = (
        Fact(words["pack_interest_topics"], plain(words.listing(names) or words["pack_none"])),
        Fact(words["pack_interest_checks"], plain(n_of(edition, found.touching, found.checks))),
    )
    return _section(edition, "interest", Facts(rows=facts), notes=("pack_interest_note",))


def topics_section(edition: Edition, figures: Figures) -> Section:
    """Return how many checks there are on each topic."""
    words, desk = edition.words, edition.project.desk
    rows = []
    for topic, checks in figures.topics:
        name = edition.phrase(desk.topics[topic]) if topic in desk.topics else Phrase(topic or words["pack_no_topic"])
        counts = words["pack_yes" if topic in desk.public_interest else "pack_no"]
        rows.append((Cell(name), plain(counts), plain(_number(edition, len(checks)))))
    columns = (Column(words["pack_topic"]), Column(words["pack_of_interest"]), Column(words["pack_checks"], number=True))
    table = Table(columns=columns, rows=tuple(rows))
    return _section(edition, "topics", *([table] if rows else []), notes=("pack_topics_note",))


def balance_section(edition: Edition, figures: Figures) -> Section:
    """Return whom the checks are about, by affiliation, with those that have none."""
    words, found = edition.words, figures.balance
    rows = [
        (
            Cell(edition.name(side.affiliation)),
            plain(_number(edition, len(side.checks))),
            plain(_share(edition, len(side.checks), found.affiliated)),
        )
        for side in found.sides
    ]
    others = {
        "pack_own_voice": found.own_voice,
        "pack_unaffiliated": found.unaffiliated,
        "pack_nobody": found.nobody,
        "pack_open": found.open,
    }
    rows += [(plain(words[key]), plain(_number(edition, len(checks))), plain("–")) for key, checks in others.items() if checks]
    columns = (
        Column(words["pack_affiliation"]),
        Column(words["pack_checks"], number=True),
        Column(words["pack_share_of_affiliated"], number=True),
    )
    table = Table(columns=columns, rows=tuple(rows))
    return _section(edition, "balance", *([table] if rows else []), notes=("pack_balance_note",))


def selection_section(edition: Edition, figures: Figures) -> Section:
    """Return how many checks say why they were chosen."""
    fact = Fact(edition.words["pack_selected"], plain(n_of(edition, figures.selected, len(figures.checks))))
    return _section(edition, "selection", Facts(rows=(fact,)))


def sourcing_section(edition: Edition, figures: Figures) -> Section:
    """Return what each check rests on, with the median and the lowest of all."""
    words, found = edition.words, figures.sourcing
    if not found:
        return _section(edition, "sourcing")
    spread = Table(
        caption=words["pack_spread"],
        columns=(Column(words["pack_per_check"]), *(Column(words[one], number=True) for one in ("pack_median", "pack_lowest"))),
        rows=tuple(_spread(edition, key, [getattr(one, name) for one in found]) for name, key in _SPREAD.items()),
    )
    archived = n_of(edition, sum(one.archived for one in found), sum(one.on_the_web for one in found))
    columns = (
        Column(words["pack_check"]),
        *(Column(words[key], number=True) for key in (*_SPREAD.values(), *_MORE)),
    )
    each = Table(caption=words["pack_each_check"], columns=columns, rows=tuple(_sourcing(edition, one) for one in found))
    facts = Facts(rows=(Fact(words["pack_archived_share"], plain(archived)),))
    return _section(edition, "sourcing", spread, facts, each, notes=("pack_sourcing_note",))


def check_cell(edition: Edition, check: str) -> Cell:
    """Return a check by its answer, else as a claim without one, else by its id, with the link to its page on the desk's site."""
    claim = edition.project.claims[check]
    told = edition.phrase_or_none(claim.headline) or _unanswered(edition, claim) or Phrase(check)
    # The site may not be there in the language of the pack.
    known = all_paths(edition.project.desk.languages)
    paths = next((one for one in known if one == edition.paths), known[0])
    address = page_address(edition.project, paths.claim(check)) if fits_path(check) else None
    return Cell(told, place(address))


def _unanswered(edition: Edition, claim: Claim) -> Phrase | None:
    """Return the claim itself in quotes, so that it is not taken for the answer; None where readers get not even that."""
    statement = edition.phrase_or_none(claim.statement)
    if statement is None:
        return None
    return attrs.evolve(statement, text=edition.words.fill("pack_no_headline", claim=statement.text))


def n_of(edition: Edition, part: int, whole: int) -> str:
    """Return "3 of 4 (75%)"."""
    words = edition.words
    return words.fill("pack_n_of", n=_number(edition, part), all=_number(edition, whole), share=_share(edition, part, whole))


def _section(edition: Edition, name: str, *blocks: Facts | Table, notes: Sequence[str] = ()) -> Section:
    words = edition.words
    empty = () if blocks or notes else (words["pack_nothing"],)
    return Section(anchor=name, title=words.one_of("figure", name), notes=(*(words[one] for one in notes), *empty), blocks=blocks)


def _span(edition: Edition, label: str, span: Period) -> str:
    words = edition.words
    return words.fill("pack_span", label=label, first=words.date(span.first), last=words.date(span.last))


def _rate(edition: Edition, counted: Rate | None) -> str:
    if counted is None:
        return edition.words["pack_too_young"]
    per_week = edition.words.number(counted.period.per_week(counted.checks))
    return edition.words.fill("pack_a_week", n=_number(edition, counted.checks), per_week=per_week)


def _spread(edition: Edition, key: str, numbers: Sequence[int]) -> tuple[Cell, ...]:
    words = edition.words
    return (plain(words[key]), plain(words.number(median(numbers))), plain(_number(edition, min(numbers))))


def _sourcing(edition: Edition, one: Sourcing) -> tuple[Cell, ...]:
    origins = _number(edition, one.origins)
    if one.protected:
        origins = edition.words.fill("pack_and_protected", n=origins, protected=_number(edition, one.protected))
    numbers = (one.primary, one.secondary, one.for_it, one.against_it, one.searches)
    archived = "–" if not one.on_the_web else f"{_number(edition, one.archived)}/{_number(edition, one.on_the_web)}"
    return (
        check_cell(edition, one.check),
        plain(_number(edition, one.evidence)),
        plain(_number(edition, one.sources)),
        plain(origins),
        *(plain(_number(edition, number)) for number in numbers),
        plain(archived),
    )


def _number(edition: Edition, number: int) -> str:
    return edition.words.number(Decimal(number))


def _share(edition: Edition, part: int, whole: int) -> str:
    return edition.words.share(share(part, whole))
