"""What is counted: only what readers can see, each check where it belongs, nothing rounded up."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.practice import account
from claimtrack.practice.balance import Balance, Interest, Side, balance, by_topic, interest, share
from claimtrack.practice.checks import first_publication, published_checks
from claimtrack.practice.pack import COUNTED, counted_for, figures
from claimtrack.practice.period import Period
from claimtrack.practice.rates import Rate, by_month, rate_of_months
from claimtrack.practice.sourcing import Sourcing, median, sourcing
from claimtrack.publication import published as for_readers
from claimtrack.records.claim import Correction, Disclosure, HistoryEntry, Letter, Reasons, Retraction, Search, Verdict, Was
from claimtrack.records.evidence import Evidence
from claimtrack.records.source import Archive, Source
from claimtrack.records.speaker import NoClaimant, OwnVoice, Speaker
from claimtrack.records.text import Text
from claimtrack.standards import CLAUSES

if TYPE_CHECKING:
    from tests.practice.conftest import DeskOf, Published

DAY = datetime.date.fromisoformat
WORDS = Text.plain("Words.")


def test_only_what_readers_can_see_is_a_published_check(published: Published, desk_of: DeskOf) -> None:
    correcting = (
        HistoryEntry(to="approved", on=DAY("2026-02-01"), by="omar", covers="v1:0"),
        HistoryEntry(to="correcting", on=DAY("2026-02-20"), by="ines"),
    )
    project = desk_of(
        published("b-later", "2026-02-03"),
        published("a-later", "2026-02-03"),
        published("earlier", "2026-01-05"),
        published("today", "2026-03-02"),
        published("tomorrow", "2026-03-03"),
        published("under-correction", "2026-02-01", status="correcting", history=correcting),
        published("withdrawn", "2025-12-01", retracted=Retraction(on=DAY("2026-01-01"), notice=WORDS)),
        published("own-approval", authors=("omar",)),
        published("draft", status="draft", history=()),
    )

    assert [one.id for one in published_checks(project)] == ["earlier", "under-correction", "a-later", "b-later", "today"]
    assert first_publication(project) == DAY("2025-12-01")
    assert (published_checks(desk_of()), first_publication(desk_of())) == ((), None)


def test_a_rate_needs_a_day_and_a_desk_that_has_published_for_so_long(published: Published, desk_of: DeskOf) -> None:
    checks = (published("old", "2026-02-03"), *(published(f"new-{one}", "2026-03-02") for one in range(9)))

    assert rate_of_months(desk_of(*checks), 1) == Rate(Period(DAY("2026-02-03"), DAY("2026-03-02")), 10)
    assert rate_of_months(desk_of(*checks[:9]), 1) is None
    assert rate_of_months(desk_of(*checks), 2) is None
    assert rate_of_months(desk_of(*checks, today=None), 1) is None
    assert rate_of_months(desk_of(), 1) is None


@pytest.mark.parametrize(("checks", "enough"), [(25, False), (26, True)])
def test_one_a_week_is_asked_of_the_days_exactly(checks: int, enough: bool) -> None:  # noqa: FBT001  (a case of the table)
    assert Rate(Period(DAY("2025-09-03"), DAY("2026-03-02")), checks).is_one_a_week is enough


def test_every_month_of_a_period_has_its_number(published: Published) -> None:
    claims = (published("a", "2025-12-31"), published("b", "2026-02-01"), published("c", "2026-02-28"), published("d", "2026-03-01"))
    counted = by_month(claims, Period(DAY("2025-12-31"), DAY("2026-02-28")))

    assert counted == ((DAY("2025-12-01"), 1), (DAY("2026-01-01"), 0), (DAY("2026-02-01"), 2))


def test_every_check_is_about_one_side_or_says_why_not(published: Published, desk_of: DeskOf) -> None:
    def says(name: str, affiliation: Text | None = None) -> Speaker:
        return Speaker(name=Text.plain(name), affiliation=affiliation)

    ferry = Text({"en": "Ferry Party", "de": "Fährpartei"})
    claims = (
        published("one", claimant=says("A", Text.plain("Bridge List"))),
        published("two", claimant=says("B", ferry)),
        published("three", claimant=says("C", Text.plain("ferry  PARTY"))),
        published("four", claimant=OwnVoice()),
        published("five", claimant=says("D")),
        published("six", claimant=NoClaimant(none=WORDS)),
        published("seven"),
    )

    assert balance(desk_of(), claims) == Balance(
        sides=(Side(ferry, ("two", "three")), Side(Text.plain("Bridge List"), ("one",))),
        own_voice=("four",),
        unaffiliated=("five",),
        nobody=("six",),
        open=("seven",),
    )
    assert balance(desk_of(), claims).affiliated == 3


def test_a_check_is_of_public_interest_by_any_of_its_topics_and_of_none_where_the_desk_declares_none(
    published: Published, desk_of: DeskOf
) -> None:
    claims = (published("a", topics=("town", "sea")), published("b", topics=("sea",)), published("c"))

    assert interest(desk_of(public_interest=("town",)), claims) == Interest(touching=1, checks=3)
    assert interest(desk_of(), claims) is None
    assert Interest(touching=2, checks=3).percent == Decimal("66.6")
    assert Interest(touching=0, checks=0).percent == 0


def test_topics_come_in_the_order_of_the_desk_then_others_then_none(published: Published, desk_of: DeskOf) -> None:
    desk = desk_of(topics={"town": WORDS, "sea": WORDS, "unused": WORDS})
    claims = (
        published("a", topics=("zoo", "sea", "sea")),
        published("b", topics=("town", "sea")),
        published("c"),
        published("d", topics=("air",)),
    )

    assert by_topic(desk, claims) == (("town", ("b",)), ("sea", ("a", "b")), ("air", ("d",)), ("zoo", ("a",)), ("", ("c",)))


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(1, 1, "100"), (2, 3, "66.6"), (999, 1000, "99.9"), (9999, 10000, "99.9"), (0, 0, "0")]
)
def test_a_share_is_never_called_more_than_it_is(part: int, whole: int, percent: str) -> None:
    assert share(part, whole) == Decimal(percent)


@pytest.mark.parametrize(("numbers", "middle"), [((), "0"), ((7,), "7"), ((9, 1), "5"), ((1, 2), "1.5"), ((3, 1, 9), "3")])
def test_the_median(numbers: tuple[int, ...], middle: str) -> None:
    assert median(numbers) == Decimal(middle)


def test_what_a_check_rests_on_is_counted_without_telling_whose_protected_sources_are(published: Published, desk_of: DeskOf) -> None:
    kept = Archive(provider="x", url="https://archive.example/1")
    gone = Archive(provider="x", url="https://archive.example/2", status="gone")
    evidence = (
        Evidence(id="a", source="report", stance="supports", seen="live"),
        Evidence(id="b", source="report", stance="supports", level="secondary", seen="live"),
        Evidence(id="c", source=Source(url="https://b.example/", level="secondary", seen="live", archives=(gone,)), stance="refutes"),
        Evidence(id="d", source=Source(protected=WORDS, level="primary", seen="live"), stance="refutes"),
        Evidence(id="e", source=Source(unknown=WORDS, seen="live"), stance="context"),
    )
    search = Search(read=WORDS, on=DAY("2026-01-01"), by="ines", found=WORDS)
    claim = published("check", evidence=evidence, searches=(search,))
    report = Source(id="report", url="https://a.example/", level="primary", archives=(kept,))
    project = attrs.evolve(desk_of(claim), sources={"report": report})

    counted = sourcing(project, claim)
    assert counted == Sourcing(
        check="check", evidence=5, sources=3, origins=counted.origins, protected=1, primary=2, secondary=2, for_it=2, against_it=2,
        searches=1, on_the_web=2, archived=1,
    )  # fmt: skip
    without = attrs.evolve(claim, evidence=tuple(one for one in evidence if one.id != "d"))
    assert counted.origins == len(project.independent_origins(without))


def test_corrections_and_retractions_are_those_of_the_period_whenever_the_check_was_published(published: Published) -> None:
    def corrected(day: str) -> Correction:
        return Correction(on=DAY(day), class_="update", cause="reader", notice=WORDS, was=Was(rating="refuted"))

    claims = (
        published("a", "2020-01-01", corrections=(corrected("2026-02-28"), corrected("2026-01-31"), corrected("2026-03-01"))),
        published("b", corrections=(corrected("2026-02-01"),)),
        published("c", retracted=Retraction(on=DAY("2026-02-01"), notice=WORDS)),
        published("d", retracted=Retraction(on=DAY("2026-03-01"), notice=WORDS)),
    )
    february = Period(DAY("2026-02-01"), DAY("2026-02-28"))

    assert [(one.check, str(one.correction.on)) for one in account.corrections(claims, february)] == [
        ("b", "2026-02-01"),
        ("a", "2026-02-28"),
    ]
    assert [one.check for one in account.retractions(claims, february)] == ["c"]


def test_exceptions_letters_and_disclosures_are_told_of_those_that_have_some(published: Published, desk_of: DeskOf) -> None:
    letter = Letter(to=WORDS, about="claim", on=DAY("2026-01-02"))
    claims = (
        published("a", reasons=Reasons(no_archive=WORDS, single_origin=WORDS), letters=(letter,)),
        published("b", disclosure=Disclosure(ai_use=WORDS)),
        published("c"),
    )

    assert account.exceptions(desk_of(), claims) == (account.Waived("a", (("single_origin", WORDS), ("no_archive", WORDS))),)
    assert account.letters(desk_of(), claims) == (account.Asked("a", letter),)
    assert account.disclosures(claims) == (account.Disclosed(check="b", conflicts=None, ai_use=WORDS),)


@pytest.mark.parametrize(
    ("approved_by", "second"), [(("omar",), True), (("omar", "omar"), True), (("omar", "ines"), False), (("jo",), False), ((), False)]
)
def test_a_second_person_neither_wrote_nor_decided(
    approved_by: tuple[str, ...],
    second: bool,  # noqa: FBT001  (a case of the table)
    published: Published,
    desk_of: DeskOf,
) -> None:
    history = tuple(HistoryEntry(to="approved", on=DAY("2026-02-01"), by=one) for one in approved_by)
    moved = HistoryEntry(to="in-review", on=DAY("2026-01-01"), by="ines")
    claim = published("a", history=(moved, *history), verdict=Verdict(rating="refuted", decided_by=("jo",)))

    (found,) = account.reviews(desk_of(), [claim])
    assert (found.approvals, found.authors, found.decided_by, found.by_a_second_person) == (history, ("ines",), ("jo",), second)


def test_a_period_begins_with_the_first_publication_unless_another_day_is_given(published: Published, desk_of: DeskOf) -> None:
    public = for_readers(desk_of(published("old", "2025-05-01"), published("new", "2026-03-01", selection=WORDS)))

    whole, part = figures(public), figures(public, DAY("2026-01-01"))
    assert (whole.period, whole.checks, whole.selected) == (Period(DAY("2025-05-01"), DAY("2026-03-02")), ("old", "new"), 1)
    assert (part.period, part.checks, part.first_publication) == (Period(DAY("2026-01-01"), DAY("2026-03-02")), ("new",), DAY("2025-05-01"))
    nothing = figures(for_readers(desk_of()))
    assert (nothing.period, nothing.checks, nothing.first_publication) == (Period(DAY("2026-03-02"), DAY("2026-03-02")), (), None)


def test_figures_are_told_of_clauses_that_there_are() -> None:
    assert [one for one in COUNTED if one not in CLAUSES] == []
    assert counted_for(CLAUSES["ifcn-1.3"]) == ("rate",)
    assert counted_for(CLAUSES["ifcn-1.1"]) == ()
