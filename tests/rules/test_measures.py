"""Numbers in different units, ranges, dates and ways of counting: what is converted, and what is never put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

BOTH = "write both in one unit, or convert with an `expression`"
RESULT = "record what comes out, or correct the numbers of the evidence"
LOWER = "lower the rating, or say why it stands under `reasons.outside_tolerance`"
POINTS = "percentage points are no percentages: from 4 to 6 percent it is 2 percentage points, and 50 percent more"
RATE = "put the rate of the day in as evidence, and convert with an `expression`"
MONEY = "what one currency is worth in another changes from day to day"
ENDS = "write the lower end as `value` and the upper end as `up_to`"
SCALE_WORDS = (
    "scale words are English, small and in the singular: `thousand`, `million`, `billion` for 10^9 (German Milliarde), "
    "`trillion` for 10^12 (German Billion)"
)


def record(claimed: str = "", computed: str = "", rating: str = "supported", **quantities: str) -> str:
    """Write a claim whose evidence gives quantities: ``a="2 km"``, by default terms; ``supports=…``, or ``supports_2=…``, and so on.

    Without a rating it has no verdict. A quantity is ``value unit``, with further fields behind a comma: ``2 km, as_of: 2025``.
    """
    items = ""
    for name, quantity in quantities.items():
        stance = name.partition("_")[0] if name.partition("_")[0] in {"supports", "refutes", "context", "unclear"} else "term"
        identifier = name.replace("_", "-")
        items += f"  - id: {identifier}\n    source: bridge-count\n    stance: {stance}\n    quantity: {fields(quantity)}\n"
    items += "  - {id: survey, source: haulier-survey, stance: supports}\n"
    judged = f"verdict:\n  rating: {rating}\n  summary: Counted.\n  rationale: Counted.\n" if rating else "verdict: ~\nso_far: Counted.\n"
    return f"quantity: {fields(claimed) if claimed else '~'}\ncomputed: {computed or '~'}\nletters: []\nevidence:\n{items}{judged}"


def fields(quantity: str) -> str:
    """Write the fields of a quantity in braces; a mark behind them stays behind them."""
    quantity, _, mark = quantity.partition("  # ")
    number, _, more = quantity.partition(", ")
    value, _, unit = number.partition(" ")
    low, _, high = value.partition("-")
    end = f", up_to: {high}" if high and low else ""
    return f"{{value: {low if end else value}{end}, unit: {unit}{', ' if more else ''}{more}}}{'  # ' if mark else ''}{mark}"


@pytest.mark.parametrize(
    ("claimed", "given", "found"),
    [
        ("2 km", "2000 m", None),
        (
            "2 km",
            "2001 m",
            "supports = 2001 m, that is 2.001 km, which is 0.05 % more than the claimed 2; expected 2 (no tolerance is given)",
        ),
        ("2.5 million person", "2500000 person", None),
        ("2500000 person", "2.5 million person", None),
        (
            "2 million person, tolerance: 500 thousand person",
            "2500001 person",
            (
                "supports = 2500001 person, that is 2.500001 million person, which is 25 % more than the claimed 2; "
                "expected 1.5 to 2.5 (tolerance 500 thousand person)"
            ),
        ),
        ("2 million person, tolerance: 500 thousand person", "2500000 person", None),
        ("1 mile", "1.609344 km", None),
        (
            "1 km",
            "1 mile",
            "supports = 1 mile, that is 1.609344 km, which is 60.9 % more than the claimed 1; expected 1 (no tolerance is given)",
        ),
        ("3 percent", "30 permille", None),
        ("5 percent", "5 per cent", None),
        ("12 euro per year, as_of: 2025", "1 euro per month, as_of: 2025", None),
        (
            "1 trillion euro, as_of: 2025",
            "1 billion euro, as_of: 2025",
            (
                "supports = 1 billion euro, that is 0.001 trillion euro, which is 99.9 % less than the claimed 1; "
                "expected 1 (no tolerance is given)"
            ),
        ),
        ("0 km", "1 m", "supports = 1 m, that is 0.001 km, which is 0.001 more than claimed; expected 0 (no tolerance is given)"),
        ("0 km", "-1 m", "supports = -1 m, that is -0.001 km, which is 0.001 less than claimed; expected 0 (no tolerance is given)"),
        ("0 km, tolerance: 1 m", "-1 m", None),
        ("1 km", "999 m, comparator: more than", None),
        (
            "1 km",
            "1000 m, comparator: more than",
            "supports = more than 1000 m, that is 1 km, which is just the claimed 1; expected 1 (no tolerance is given)",
        ),
    ],
)
def test_a_claimed_number_against_one_in_another_unit(claimed: str, given: str, found: str | None, check_base: CheckBase) -> None:
    checked = check_base(record(f"{claimed}  # here", supports=given))
    message = f"here: the number is outside its tolerance, and the rating is ‘supported’; found {found} -> {LOWER}"

    assert checked.messages("CT321") == ([message] if found else [])
    assert {one.code for one in checked.findings} <= {"CT321"}


@pytest.mark.parametrize(
    ("claimed", "given", "found"),
    [
        ("20000-99999 person", "20000 person", None),
        ("20000-99999 person", "99999 person", None),
        (
            "20000-99999 person",
            "100000 person",
            "supports = 100000, which is less than 0.01 % more than the claimed 99999; expected 20000 to 99999 (no tolerance is given)",
        ),
        (
            "20000-99999 person",
            "19000 person",
            "supports = 19000, which is 5 % less than the claimed 20000; expected 20000 to 99999 (no tolerance is given)",
        ),
        ("20000-99999 person, tolerance: 10 %", "18000 person", None),
        ("20000-99999 person", "95000-165000 person", None),
        (
            "20000-99999 person",
            "100-165 thousand person",
            (
                "supports = 100 to 165 thousand person, that is 100000 person, which is less than 0.01 % more than the claimed 99999; "
                "expected 20000 to 99999 (no tolerance is given)"
            ),
        ),
        ("30000 person", "20000-40000 person", None),
        ("50000 person", "20000-40000 person", "supports = 20000 to 40000, which is 20 % less than the claimed 50000; expected 50000"),
        ("20000-99999 person", "99999 person, comparator: at least", None),
        (
            "20000-99999 person",
            "99999 person, comparator: more than",
            "supports = more than 99999, which is just the claimed 99999; expected 20000 to 99999 (no tolerance is given)",
        ),
        ("20000-99999 person", "20000 person, comparator: at most", None),
        ("20000-99999 person", "20000 person, comparator: less than", "supports = less than 20000, which is just the claimed 20000"),
    ],
)
def test_ranges_open_and_closed(claimed: str, given: str, found: str | None, check_base: CheckBase) -> None:
    checked = check_base(record(f"{claimed}  # here", supports=given))
    begin = f"here: the number is outside its tolerance, and the rating is ‘supported’; found {found}"

    assert [one[: len(begin)] for one in checked.messages("CT321")] == ([begin] if found else [])
    assert {one.code for one in checked.findings} <= {"CT321"}


@pytest.mark.parametrize(
    ("claimed", "computed", "a", "b", "wrong"),
    [
        ("7 million person", "{sum: [a, b], result: 7}", "6.5 million person", "500000 person", None),
        ("7000000 person", "{sum: [a, b], result: 7000000}", "6.5 million person", "500 thousand person", None),
        ("", "{sum: [a, b], result: 7}", "6.5 million person", "500000 person", None),
        (
            "7 million person",
            "{sum: [a, b], result: 7000000}",
            "6.5 million person",
            "500000 person",
            "a 6.5 million person + b 500000 person gives; found 7000000, expected 7",
        ),
        (
            "7 million person",
            "{sum: [a, b], result: 7000000}",
            "6500000 person",
            "500000 person",
            "a 6500000 person + b 500000 person gives; found 7000000, expected 7",
        ),
        ("1.5 km", "{difference: [a, b], result: 1.5}", "2 km", "500 m", None),
        ("2 pp", "{difference: [a, b], result: 2}", "6 percent", "4 percent", None),
        ("2 pp", "{difference: [a, b], result: 2}", "60 permille", "4 percent", None),
        ("2 percent", "{difference: [a, b], result: 2}", "6 percent", "4 percent", None),
        ("2 times", "{ratio: [a, b], result: 2}", "2 million person", "1000000 person", None),
        ("50 percent", "{ratio: [a, b], result: 50}", "500 m", "1 km", None),
        ("500 permille", "{ratio: [a, b], result: 500}", "500 m", "1 km", None),
        ("", "{ratio: [a, b], result: 2}", "2 km", "1000 m", None),
        ("60 km/h", "{ratio: [a, b], result: 60}", "30 km", "30 minute", None),
        ("5 case per 100000 person", "{ratio: [a, b], result: 5}", "50 case", "1 million person", None),
        ("5 case per 100000 person", "{ratio: [a, b], result: 6}", "50 case", "1 million person", "a 50 case / b 1 million person gives"),
        ("3 mile", "{expression: a / 2, result: 1}", "2 mile", "1 km", None),
    ],
)
def test_terms_are_converted_into_the_unit_of_the_claim(
    claimed: str, computed: str, a: str, b: str, wrong: str | None, check_base: CheckBase
) -> None:
    checked = check_base(record(claimed, computed, "misleading", a=a, b=b))

    assert checked.of("CT322") == []
    found = [one.message for one in checked.of("CT315")]
    assert [one[: len(f"the result is not what {wrong}")] for one in found] == ([f"the result is not what {wrong}"] if wrong else [])


def test_the_finding_shows_the_calculation_with_its_numbers(check_base: CheckBase) -> None:
    computed = "{sum: [refugees, inside-ukraine], result: 10469000}"
    written = record("14 million person  # here", computed, refugees="6800000 person", inside_ukraine="3.67 million person")
    calculation = "refugees 6800000 person + inside-ukraine 3.67 million person = 10.47 million person"
    message = (
        f"the number is outside its tolerance, and the rating is ‘supported’; found {calculation}, which is 25.2 % less than the claimed 14"
    )

    wrong, right = check_base(written), check_base(written.replace("result: 10469000", "result: 10.47"))
    assert [one.code for one in wrong.findings] == ["CT315"]
    assert right.messages("CT321") == [f"here: {message}; expected 14 (no tolerance is given) -> {LOWER}"]

    plain = record("14000000 person  # here", computed, refugees="6800000 person", inside_ukraine="3669000 person")
    (one,) = check_base(plain).of("CT321")
    assert "found refugees 6800000 + inside-ukraine 3669000 = 10469000, which" in one.message


def test_a_long_calculation_is_cut_off(check_base: CheckBase) -> None:
    many = {f"evidence-number-{number}": f"{number} person" for number in range(1, 60)}
    computed = f"{{sum: [{', '.join(many)}], result: 1}}"
    (one,) = check_base(record("5 person", computed, **many)).of("CT315")

    assert one.message == (
        "the result is not what evidence-number-1 1 + evidence-number-2 2 + evidence-number-3 3 + evidence-number-4 4 + "
        "evidence-number-5 5 + evidence-number-6 6 + "
        "evidence-number-7 7 + evidence-number-8 8 + evidence-number-9 9 + … gives; found 1, expected 1770"
    )


@pytest.mark.parametrize(
    ("claimed", "computed", "a", "b", "message", "hint"),
    [
        (
            "",
            "{sum: [a, b], result: 7}  # here",
            "4 euro",
            "3 US dollar",
            f"the sum puts different units together; found US dollar, expected euro as in ‘a’ ({MONEY})",
            RATE,
        ),
        (
            "",
            "{difference: [a, b], result: 1}  # here",
            "4 percent",
            "3 pp",
            f"the difference puts different units together; found pp, expected percent as in ‘a’ ({POINTS})",
            "write `percent` where a percentage is meant, and no difference of two",
        ),
        (
            "7 pp  # here",
            "{sum: [a, b], result: 7}",
            "4 percent",
            "3 percent",
            f"the claim has another unit than the sum; found pp, expected percent ({POINTS})",
            "write `percent` where a percentage is meant, and no difference of two",
        ),
        (
            "",
            "{sum: [a, b], result: 7}  # here",
            "4 degree Celsius",
            "3 kelvin",
            (
                "the sum puts different units together; found kelvin, expected degree Celsius as in ‘a’ "
                "(scales of temperature begin at different points)"
            ),
            "write both in one unit",
        ),
        (
            "",
            "{sum: [a, b], result: 7}  # here",
            "4 month",
            "3 day",
            "the sum puts different units together; found day, expected month as in ‘a’ (months and years have no fixed number of days)",
            "write both in one unit",
        ),
        (
            "",
            "{sum: [a, b], result: 7}  # here",
            "4 lorry",
            "3 Lorry",
            "the sum puts different units together; found Lorry, expected lorry as in ‘a’",
            "did you mean ‘lorry’?",
        ),
        (
            "",
            "{sum: [a, b], result: 7}  # here",
            "4 metre",
            "3 kilometres",
            "the sum puts different units together; found kilometres, expected metre as in ‘a’",
            "did you mean ‘kilometre’?",
        ),
        (
            "5 km  # here",
            "{ratio: [a, b], result: 2}",
            "4 km",
            "2 hour",
            "a ratio of ‘km’ to ‘hour’ has another unit; found km",
            BOTH,
        ),
        (
            "5 pp  # here",
            "{ratio: [a, b], result: 2}",
            "4 km",
            "2 km",
            (
                "a ratio of two numbers in ‘km’ has another unit; found pp, expected times or percent "
                "(100 percent more is 2 times as much, and 100 percent of it is 1 times as much)"
            ),
            "write both in one unit, as the sources mean it",
        ),
        (
            "5 km",
            "{expression: a + b, result: 6}  # here",
            "4 km",
            "2 m",
            "the expression takes numbers as they stand, and adds different units; found km and m",
            BOTH,
        ),
        (
            "5 million person",
            "{expression: a + b, result: 6}  # here",
            "4 person",
            "2 person",
            "the expression takes numbers as they stand, and the claim is in another unit; found person, expected million person",
            BOTH,
        ),
        ("5 km", "{expression: a * 1000 + b, result: 4002}", "4 km", "2 m", None, ""),
        ("5 km", "{expression: (a + b) / 2, result: 3}", "4 km", "2 kilometre", None, ""),
        ("5 million person", "{expression: (a + b) / 1000000, result: 0}", "4 person", "2 person", None, ""),
        (
            "5 euro, as_of: 2025",
            "{expression: a * b, result: 8}",
            "4 US dollar, as_of: 2025",
            "2 euro per US dollar, as_of: 2025",
            None,
            "",
        ),
    ],
)
def test_units_that_do_not_go_together_say_why(
    claimed: str, computed: str, a: str, b: str, message: str | None, hint: str, check_base: CheckBase
) -> None:
    checked = check_base(record(claimed, computed, "misleading", a=a, b=b))

    assert checked.messages("CT322") == ([f"here: {message} -> {hint}"] if message else [])
    assert checked.of("CT315") == []


@pytest.mark.parametrize(
    ("unit", "advice"),
    [
        ("ton", "write `tonne` (1000 kg), `short ton` (2000 lb) or `long ton` (2240 lb)"),
        ("Billionen euro", SCALE_WORDS),
        ("million", "say what is counted: `million person`"),
        ("tonne", None),
        ("billion euro", None),
        ("whatever", None),
    ],
)
def test_a_unit_that_people_read_in_different_ways(unit: str, advice: str | None, check_base: CheckBase) -> None:
    message = f"here: the unit ‘{unit}’ can be read in more than one way -> {advice}"

    assert check_base(record(f"2 {unit}  # here")).messages("CT325") == ([message] if advice else [])
    assert check_base(record(supports=f"2 {unit}  # here")).messages("CT325") == ([message] if advice else [])


@pytest.mark.parametrize(
    ("unit", "english"),
    [
        ("Millionen Euro", "million euro"),
        ("Mio. euro", "million euro"),
        ("Milliarden Euro", "billion euro"),
        ("Tsd. Lorry", "thousand Lorry"),
        ("bn euro", "billion euro"),
    ],
)
def test_a_scale_word_that_is_not_english_is_told_in_english(unit: str, english: str, check_base: CheckBase) -> None:
    message = f"here: scale words are English, small and in the singular; found ‘{unit}’, expected ‘{english}’ -> write `{english}`"

    assert check_base(record(f"2 {unit}  # here")).messages("CT325") == [message]


def test_the_unit_of_a_tolerance_is_looked_at_where_it_is_another(check_base: CheckBase) -> None:
    assert [one.span.line for one in check_base(record("2 ton, tolerance: 1 ton")).of("CT325")] == [14]
    assert check_base(record("2 tonne, tolerance: 1 ton  # here")).messages("CT325") == [
        "here: the unit ‘ton’ can be read in more than one way -> write `tonne` (1000 kg), `short ton` (2000 lb) or `long ton` (2240 lb)"
    ]


@pytest.mark.parametrize(
    ("quantity", "message"),
    [
        ("20000-99999 person", None),
        ("20000-20000.1 person", None),
        (
            "20000-20000 person",
            "the range ends where it begins; found 20000, expected more -> write the upper end as `up_to`, or leave it out",
        ),
        (
            "20000-19999 person",
            f"the range ends before it begins; found 19999, expected more than 20000 -> {ENDS}",
        ),
        (
            "2-3 person, comparator: at least",
            (
                "there is both `up_to` and a comparator; found at least, expected one of them -> "
                "leave the comparator out of a range, or `up_to` where one end is open"
            ),
        ),
    ],
)
def test_a_range_that_is_none(quantity: str, message: str | None, check_base: CheckBase) -> None:
    for checked in (
        check_base(record(f"{quantity}  # here", supports="5 lorry")),
        check_base(record("5 person", refutes=f"{quantity}  # here")),
    ):
        assert checked.messages("CT326") == ([f"here: {message}"] if message else [])
        if message:
            assert [one.code for one in checked.findings] == ["CT326"]


@pytest.mark.parametrize("form", ["sum", "difference", "ratio", "expression"])
def test_a_calculation_takes_no_range(form: str, check_base: CheckBase) -> None:
    operands = "a + b" if form == "expression" else "[a, b]"
    checked = check_base(record("5 times", f"{{{form}: {operands}, result: 3}}  # here", "misleading", a="1-2 person", b="2 person"))

    assert checked.messages("CT316") == [
        (
            "here: the calculation uses ‘a’, which is a range; found 1 to 2, expected one number "
            "-> give the end that is meant as evidence of its own"
        )
    ]
    assert checked.of("CT315") == []
    assert checked.of("CT321") == []


def test_a_term_that_no_calculation_uses(check_base: CheckBase) -> None:
    advice = "add it to `computed`, or let its stance say what it does to the claim"

    def messages(computed: str, *, verdict: bool = True) -> list[str]:
        return check_base(record("", computed, rating="supported" if verdict else "", a="1 person", b="2 person", c="3 person")).messages(
            "CT317"
        )

    assert messages("{sum: [a, b, c], result: 6}") == []
    assert messages("{sum: [a, b], result: 3}") == [f"town/example.yaml:30: ‘c’ is a term, and no calculation uses it -> {advice}"]
    assert [one.partition(" -> ")[0] for one in messages("")] == [
        "town/example.yaml:22: ‘a’, ‘b’ and ‘c’ are terms, and the claim has no calculation"
    ]
    assert messages("", verdict=False) == []
    assert messages("{sum: [a], result: 3}") == []
    assert messages("{sum: [a, bb], result: 3}") == []
    assert messages("{expression: a ++ b, result: 3}") == []


@pytest.mark.parametrize(("added", "later"), [("2026-02-13", False), ("2026-02-14", True), ("2026-02-12", False)])
def test_a_number_that_came_after_the_verdict(added: str, later: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    written = record("", "{sum: [a, b], result: 3}", a="1 person", b="2 person")
    written = written.replace("stance: term\n", f"stance: term\n    added: {added}  # here\n", 1) + "  decided_on: 2026-02-13\n"
    message = (
        "the calculation uses ‘a’, which was added after the verdict was decided; found 2026-02-14, expected 2026-02-13 or before "
        "-> decide again, and give the day under `verdict.decided_on`"
    )

    assert check_base(written).messages("CT318") == ([f"here: {message}"] if later else [])
    assert check_base(written.replace("{sum: [a, b], result: 3}", "~")).of("CT318") == []


@pytest.mark.parametrize(
    ("claimed", "given", "nearest"),
    [
        ("2025-02-19", ["2024-02-19"], None),
        ("2025-02-20", ["2024-02-19"], "2024-02-19"),
        ("2024-02-19", ["2025-02-20"], "2025-02-20"),
        ("2025-02", ["2024-02"], None),
        ("2025-03", ["2024-02"], "2024-02"),
        ("2025", ["2024"], None),
        ("2026", ["2024"], "2024"),
        ("2026", ["2024~"], None),
        ("2026~", ["2024"], None),
        ("2026", ["2024", "2025"], None),
        ("2026", ["2023", "2024", "2030"], "2024"),
        ("2026", ["2023", ""], None),
        ("", ["2023"], None),
    ],
)
def test_the_number_and_what_it_is_held_against_are_of_about_one_date(
    claimed: str, given: list[str], nearest: str | None, check_base: CheckBase
) -> None:
    def dated(number: str, date: str) -> str:
        return f"{number} person, as_of: {date}" if date else f"{number} person"

    quantities = {f"supports_{place}": dated("5", date) for place, date in enumerate(given)}
    written = record(f"{dated('5', claimed)}  # here", **quantities)
    message = f"the number and what it is held against are more than a year apart; found {claimed} and {nearest}, expected at most a year"
    hint = "use numbers of about the same date, or say why not under `reasons.dates_apart`"

    assert check_base(written).messages("CT327") == ([f"here: {message} -> {hint}"] if nearest else [])
    assert check_base(written + "reasons: {dates_apart: No other count.}\n").of("CT327") == []


@pytest.mark.parametrize(
    ("computed", "a", "b", "told"),
    [
        ("{sum: [a, b], result: 5}", "2023", "2023", True),
        ("{sum: [a, b], result: 5}", "2023", "2026", False),
        ("{difference: [a, b], result: -1}", "2026", "1990", False),
        ("{difference: [a, b], result: -1}", "1991", "1990", True),
        ("{expression: a + b, result: 5}", "1991", "1990", True),
    ],
)
def test_one_term_of_about_the_date_of_the_claim_is_enough(
    computed: str,
    a: str,
    b: str,
    told: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    checked = check_base(record("5 person, as_of: 2026", computed, "misleading", a=f"2 person, as_of: {a}", b=f"3 person, as_of: {b}"))

    assert bool(checked.of("CT327")) is told


def test_dates_of_what_is_not_compared_are_not_looked_at(check_base: CheckBase) -> None:
    claimed = "5 person, as_of: 2026, counts: stock, population: in town"
    apart = {"supports": "5 person, as_of: 2020"}

    assert check_base(record(claimed, **apart)).of("CT327") != []
    assert check_base(record(claimed, rating="", **apart)).of("CT327") == []
    for other in ("5 guest, as_of: 2020", "5 person, as_of: 2020, counts: cumulative", "5 person, as_of: 2020, population: elsewhere"):
        assert check_base(record(claimed, supports=other)).of("CT327") == []
    assert check_base(record(claimed, context="5 person, as_of: 2020")).of("CT327") == []


@pytest.mark.parametrize(
    ("claimed", "given", "reason", "hint"),
    [
        ("euro", "US dollar", MONEY, RATE),
        ("million euro", "euro per month", MONEY, RATE),
        ("pp", "percent", POINTS, "write `pp` where the difference of two percentages is meant"),
        ("percent", "pp", POINTS, "write `percent` where a percentage is meant, and no difference of two"),
        (
            "times",
            "percent",
            "100 percent more is 2 times as much, and 100 percent of it is 1 times as much",
            "write both in one unit, as the sources mean it",
        ),
        ("month", "day", "months and years have no fixed number of days", "write both in one unit"),
        ("degree Celsius", "degree Fahrenheit", "scales of temperature begin at different points", "write both in one unit"),
        ("guest", "guests", "", "did you mean ‘guest’?"),
        ("euro", "Euro", "", "did you mean ‘euro’?"),
        ("million euro", "Euro", "", "did you mean ‘euro’?"),
        ("km", "kilometres", "", "did you mean ‘kilometre’?"),
        ("guest", "person", None, ""),
        ("km", "kg", None, ""),
        ("km", "m", None, ""),
    ],
)
def test_a_number_that_cannot_be_held_against_the_claim_is_told_where_it_looks_as_if_it_could(
    claimed: str, given: str, reason: str | None, hint: str, check_base: CheckBase
) -> None:
    written = record(f"5 {claimed}", "", "misleading", supports=f"5 {given}  # here")
    because = f" ({reason})" if reason else ""
    message = f"here: the number cannot be held against this one; found {given}, expected {claimed}{because} -> {hint}"

    assert check_base(written).messages("CT328") == ([message] if reason is not None else [])


def test_one_number_that_converts_is_enough(check_base: CheckBase) -> None:
    given = {"supports": "5 US dollar, as_of: 2026", "refutes": "6 euro, as_of: 2026"}

    assert check_base(record("5 euro, as_of: 2026", **given)).of("CT328") == []
    assert check_base(record("5 euro", rating="", supports="5 US dollar")).of("CT328") == []
    assert check_base(record("5 euro", context="5 US dollar", unclear="5 US dollar")).of("CT328") == []
    assert check_base(record("5 euro", "{expression: supports * 2, result: 10}", supports="5 US dollar")).of("CT328") == []


@pytest.mark.parametrize(
    ("claimed", "computed", "quantities", "lines"),
    [
        ("5 euro, as_of: 2026", "", {"supports": "5 euro, as_of: 2026"}, []),
        ("5 euro", "", {"supports": "5 euro, as_of: 2026"}, [14]),
        ("5 euro, as_of: 2026", "", {"supports": "5 euro"}, [23]),
        ("5 euro", "", {"supports": "5 thousand euro cent", "refutes": "6 euro"}, [14, 23, 27]),
        ("5 euro per month", "", {"supports": "5 euro per month"}, [14, 23]),
        ("5 euro", "", {"context": "5 euro"}, []),
        ("5 euro", "", {"supports": "5 US dollar"}, []),
        ("5 person", "", {"supports": "5 person"}, []),
        ("", "", {"supports": "5 euro"}, []),
        ("", "{sum: [a, b], result: 5}", {"a": "2 euro", "b": "3 euro, as_of: 2026"}, [23]),
        ("2 times", "{ratio: [a, b], result: 2}", {"a": "4 euro", "b": "2 euro"}, [23, 27]),
        ("2 person", "{expression: a * 2, result: 8}", {"a": "4 euro"}, []),
    ],
)
def test_money_that_is_compared_has_a_date(
    claimed: str, computed: str, quantities: dict[str, str], lines: list[int], check_base: CheckBase
) -> None:
    checked = check_base(record(claimed, computed, "misleading", **quantities))
    message = "an amount of money is compared or put together with another; expected its date under `as_of`"

    assert checked.messages("CT329") == [
        f"town/example.yaml:{line}: {message} -> add `as_of`: the day, month or year that the source gives it for" for line in lines
    ]
    assert check_base(record(claimed, computed, rating="", **quantities)).of("CT329") == []


@pytest.mark.parametrize(
    ("claimed", "given", "differ"),
    [
        ("stock", "flow", True),
        ("flow", "stock", True),
        ("stock", "per-year", True),
        ("per-year", "cumulative", True),
        ("stock", "cumulative", False),
        ("flow", "per-year", False),
        ("flow", "cumulative", False),
        ("stock", "stock", False),
        ("stock", "", False),
        ("", "stock", False),
    ],
)
def test_what_counts_over_another_span_is_not_held_against_the_claim(
    claimed: str,
    given: str,
    differ: bool,  # noqa: FBT001
    check_base: CheckBase,
) -> None:
    def counted(number: str, counts: str) -> str:
        return f"{number} person, counts: {counts}" if counts else f"{number} person"

    checked = check_base(record(counted("5", claimed), supports=f"{counted('9', given)}  # here"))
    message = f"the number is held against one that counts over another span; found {given}, expected {claimed} as in the claim"
    hint = "compare like with like; evidence that counts something else is context"

    assert checked.messages("CT330") == ([f"here: {message} -> {hint}"] if differ else [])
    assert bool(checked.of("CT321")) is not (differ or {claimed, given} == {"stock", "cumulative"})
    assert check_base(record(counted("5", claimed), context=counted("9", given))).of("CT330") == []
    assert check_base(record(counted("5", claimed), rating="", supports=counted("9", given))).of("CT330") == []
