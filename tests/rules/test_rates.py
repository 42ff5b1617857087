"""How much a desk publishes and about whom: what is said at the very number and on the very day, and what is said about nobody."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

TODAY = datetime.date(2026, 3, 2)
FIRST = datetime.date(2025, 9, 3)  # of the six months up to today, which have 181 days: 26 checks are one a week, 25 are not
FIRST_OF_MONTH = datetime.date(2026, 2, 3)
HINT = "publish more, or say why not under `reasons.few_checks`"
WORKFLOW = """\
workflow:
  name: house
  version: 1
  statuses:
    - {id: researching, label: R, moves: [in-review]}
    - {id: in-review, label: I, moves: [approved]}
    - {id: approved, label: A, who: review, approves: yes, moves: [correcting]}
    - {id: correcting, label: C, moves: [approved]}
"""


def desk(fields: str) -> str:
    return f"--- desk.yaml\n{WORKFLOW}{fields}\n"


def check(number: int, published: datetime.date, fields: str = "") -> str:
    """Return a published check in a folder of its own."""
    return (
        f"--- older/check-{number}.yaml\nstatus: approved\nstatement: {{en: Sentence {number}., de: Satz {number}.}}\nauthors: [ines]\n"
        f"published: {published}\nhistory: [{{to: approved, on: {published}, by: omar, covers: v1:0000000000000000}}]\n{fields}\n"
    )


def checks(days: Iterable[datetime.date], fields: str = "") -> str:
    return "".join(check(number, day, fields) for number, day in enumerate(days, start=1))


def days(count: int, first: datetime.date) -> list[datetime.date]:
    return [first + datetime.timedelta(days=one) for one in range(count)]


OLD = datetime.date(2025, 3, 1)


def long_ago(count: int) -> str:
    """Return checks from before every span that is looked at."""
    return "".join(check(number, OLD) for number in range(900, 900 + count))


def test_one_a_week_is_enough_and_one_less_is_not(check_base: CheckBase) -> None:
    ifcn = desk("standards: [efcsn, ifcn]  # here")
    found = "25 checks were published from 2025-09-03 to 2026-03-02, 0.96 a week; the IFCN asks for at least one a week"

    assert check_base(ifcn + checks(days(26, FIRST))).of("CT841") == []
    assert check_base(ifcn + checks(days(25, FIRST))).messages("CT841") == [f"here: {found} -> {HINT}"]


def test_a_single_check(check_base: CheckBase) -> None:
    found = "one check was published from 2025-09-03 to 2026-03-02, 0.03 a week; the IFCN asks for at least one a week"

    assert check_base(desk("standards: [ifcn]  # here") + checks([FIRST]) + long_ago(9)).messages("CT841") == [f"here: {found} -> {HINT}"]


def test_of_fewer_than_ten_checks_there_is_no_rate(check_base: CheckBase) -> None:
    both = desk("standards: [ifcn, efcsn]")

    assert [one.code for one in check_base(both + long_ago(10)).findings if one.code in {"CT841", "CT842"}] == ["CT841", "CT842"]
    assert [one.code for one in check_base(both + long_ago(9)).findings if one.code in {"CT841", "CT842"}] == []


def test_six_months_have_to_be_over_to_the_day(check_base: CheckBase) -> None:
    def told(first: datetime.date, today: datetime.date = TODAY) -> bool:
        return bool(check_base(desk("standards: [ifcn]") + checks([first] * 10), today=today).of("CT841"))

    assert told(FIRST)
    assert not told(FIRST + datetime.timedelta(days=1))
    assert told(FIRST, datetime.date(2026, 3, 3))
    assert not told(FIRST, datetime.date(2026, 3, 1))


def test_only_the_days_of_the_span_count(check_base: CheckBase) -> None:
    before = FIRST - datetime.timedelta(days=1)
    after = TODAY + datetime.timedelta(days=1)
    found = check_base(desk("standards: [ifcn]") + checks([before, FIRST, TODAY, after]) + long_ago(8)).of("CT841")

    assert [one.message.split(",")[0] for one in found] == ["2 checks were published from 2025-09-03 to 2026-03-02"]


def test_what_was_withdrawn_does_not_count_but_shows_how_long_the_desk_has_published(check_base: CheckBase) -> None:
    withdrawn = check(1, FIRST, "retracted: {on: 2026-01-10, notice: {en: Withdrawn., de: Zurückgezogen.}}")
    found = check_base(desk("standards: [ifcn]") + withdrawn + "".join(check(number, TODAY) for number in range(2, 12))).of("CT841")

    assert [one.message.split(",")[0] for one in found] == ["10 checks were published from 2025-09-03 to 2026-03-02"]


def test_what_is_not_approved_is_not_published_whatever_its_date(check_base: CheckBase) -> None:
    not_approved = "".join(check(number, FIRST) for number in range(1, 11)).replace("by: omar", "by: ines")

    assert check_base(desk("standards: [ifcn]") + not_approved).of("CT841") == []


def test_four_a_month_are_enough_and_three_are_not_and_the_number_is_said_to_be_second_hand(check_base: CheckBase) -> None:
    efcsn = desk("standards: [efcsn]  # here")
    asked = "the EFCSN is said to ask for at least 4 a month, which was not verified"
    found = f"3 checks were published from 2026-02-03 to 2026-03-02, 0.75 a week; {asked}"

    assert check_base(efcsn + checks(days(4, FIRST_OF_MONTH)) + long_ago(6)).of("CT842") == []
    assert check_base(efcsn + checks(days(3, FIRST_OF_MONTH)) + long_ago(7)).messages("CT842") == [f"here: {found} -> {HINT}"]


@pytest.mark.parametrize("standard", ["ifcn", "efcsn"])
def test_nothing_is_said_to_a_desk_without_anything_published_or_with_a_reason(standard: str, check_base: CheckBase) -> None:
    reason = f"standards: [{standard}]\nreasons: {{few_checks: {{en: Three people., de: Drei Leute.}}}}"
    rates = {"CT841", "CT842"}

    assert {one.code for one in check_base(desk(f"standards: [{standard}]")).findings} & rates == set()
    assert {one.code for one in check_base(desk(reason) + long_ago(10)).findings} & rates == set()
    assert {one.code for one in check_base(desk("standards: []") + long_ago(10)).findings} & rates == set()


def test_three_of_four_are_the_share_that_is_asked_for(check_base: CheckBase) -> None:
    def told(*topics: str, fields: str = "public_interest: [budget]  # here") -> list[str]:
        published = "".join(check(number, FIRST, f"topics: [{one}]") for number, one in enumerate(topics, start=1))
        return check_base(desk(f"standards: [ifcn]\n{fields}") + published).messages("CT843")

    hint = "check more claims of public interest, or complete `public_interest`"
    found = "8 of the 11 checks published from 2025-09-03 to 2026-03-02 have a topic of public interest, 72.7 %"

    assert told(*["budget"] * 8, "traffic, budget", *["traffic"] * 3) == []
    assert told(*["budget"] * 8, *["traffic"] * 3) == [f"here: {found}; the IFCN asks for at least 75 % -> {hint}"]
    assert told(*["traffic"] * 9) == []
    assert told(*["traffic"] * 10, fields="") == []


def test_only_checks_of_the_last_six_months_have_a_share(check_base: CheckBase) -> None:
    before = FIRST - datetime.timedelta(days=1)
    old = "".join(check(number, before, "topics: [traffic]") for number in range(1, 11))

    assert check_base(desk("standards: [ifcn]\npublic_interest: [budget]") + old).of("CT843") == []


def speaker(affiliation: str) -> str:
    return f"claimant: {{name: Somebody, role: Mayor, affiliation: {affiliation}}}"


def test_a_limit_is_what_may_be_reached_and_not_passed(check_base: CheckBase) -> None:
    def told(*affiliations: str, fields: str = "") -> list[str]:
        published = "".join(check(number, FIRST, speaker(one)) for number, one in enumerate(affiliations, start=1))
        nobody = check(90, FIRST) + check(91, FIRST, "claimant: {name: A neighbour, role: Neighbour}")
        return check_base(desk(fields) + published + nobody).messages("CT844")

    about = "checks published from 2025-09-03 to 2026-03-02 whose claimant has an affiliation are about ‘Ferry Party’"
    hint = "look whether claims of others were passed over, or raise `limits.one_affiliation`"
    ferry, bridge = "{en: Ferry Party, de: Fährpartei}", "Bridge List"

    three = [bridge] * 3

    assert told(*[ferry] * 6, *three, bridge) == []
    assert told(*[ferry] * 7, *three) == [f"desk.yaml:25: 7 of the 10 {about}, 70 %; expected no more than 60 % -> {hint}"]
    assert told(*[ferry] * 7, *three, fields="limits:\n  one_affiliation: 70 %") == []
    assert told(*[ferry] * 7, *three, fields="limits:\n  one_affiliation: 69.9 %  # here") == [
        f"here: 7 of the 10 {about}, 70 %; expected no more than 69.9 % -> {hint}"
    ]
    assert told(*[ferry] * 9) == []
    assert told(*[ferry] * 5, "ferry  party", "Ferry Party", *three) == [
        f"desk.yaml:25: 7 of the 10 {about}, 70 %; expected no more than 60 % -> {hint}"
    ]


def test_only_recent_checks_are_concentrated(check_base: CheckBase) -> None:
    old = "".join(check(number, FIRST - datetime.timedelta(days=1), speaker("Ferry Party")) for number in range(1, 11))

    assert check_base(desk("") + old).of("CT844") == []
