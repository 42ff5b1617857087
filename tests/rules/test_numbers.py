"""Numbers: calculations that anybody can do again, and claimed numbers held against what the evidence gives, exactly at the bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import CheckBase

FORM_HINT = "give one of sum, difference, ratio, expression, over ids of the evidence"
RESULT_HINT = "record what comes out, or correct the numbers of the evidence"
LOWER_HINT = "lower the rating, or say why it stands under `reasons.outside_tolerance`"
UNIT_HINT = "write both in one unit, or convert with an `expression`"
READ_HINT = "write it like `(first-id + second-id) / 2`"


def record(computed: str = "", claimed: str = "", rating: str = "supported", **quantities: str) -> str:
    """Write a claim whose evidence gives quantities: ``a="{value: 1, unit: lorry}"``, by default terms, or ``refutes=…`` and so on."""
    items = ""
    for name, quantity in quantities.items():
        stance = name if name in {"supports", "refutes", "context", "unclear"} else "term"
        items += f"  - {{id: {name}, source: bridge-count, stance: {stance}, quantity: {quantity}}}\n"
    items += "  - {id: survey, source: haulier-survey, stance: supports}\n"
    return (
        f"quantity: {claimed or '~'}\ncomputed: {computed or '~'}\nletters: []\nevidence:\n{items}"
        f"verdict:\n  rating: {rating}\n  summary: Counted.\n  rationale: Counted [@survey].\n"
    )


def lorries(value: str, more: str = "") -> str:
    return f"{{value: {value}, unit: lorry{', ' if more else ''}{more}}}"


@pytest.mark.parametrize(
    ("computed", "message"),
    [
        ("{result: 3}", "`computed` has no calculation; expected exactly one of sum, difference, ratio, expression"),
        ("{sum: [], result: 3}", "`computed` has no calculation; expected exactly one of sum, difference, ratio, expression"),
        (
            "{sum: [a, b], ratio: [a, b], result: 3}",
            "`computed` has sum and ratio; expected exactly one of sum, difference, ratio, expression",
        ),
        ("{sum: [a], result: 1}", "a sum of one number is none; expected at least two pieces of evidence"),
        ("{difference: [a], result: 1}", "a difference of one number is none; expected at least two pieces of evidence"),
        ("{ratio: [a, b, a], result: 1}", "a ratio is of two numbers; found 3, expected the one to divide and its divisor"),
        ("{expression: 1 + 2, result: 3}", "the expression names no evidence; expected at least one id"),
    ],
)
def test_a_calculation_is_one_and_of_enough_numbers(computed: str, message: str, check_base: CheckBase) -> None:
    checked = check_base(record(f"{computed}  # here", a=lorries("1"), b=lorries("2")))

    assert checked.messages("CT311") == [f"here: {message} -> {FORM_HINT}"]
    assert [one.code for one in checked.findings] == ["CT311"]


def test_everything_that_a_calculation_names_is_evidence_of_the_claim(check_base: CheckBase) -> None:
    computed = "\n  sum:\n    - a\n    - bb\n    - survy\n  result: 3\n  but: nothing-like-it"
    checked = check_base(record(computed, a=lorries("1"), b=lorries("2")))

    assert checked.messages("CT312") == [
        "town/example.yaml:26: the calculation names ‘bb’, which is no evidence of this claim -> did you mean ‘b’?",
        "town/example.yaml:27: the calculation names ‘survy’, which is no evidence of this claim -> did you mean ‘survey’?",
        "town/example.yaml:29: the calculation names ‘nothing-like-it’, which is no evidence of this claim -> expected one of a, b, survey",
    ]
    assert {one.code for one in checked.findings} == {"CT312"}


def test_ids_within_an_expression_are_looked_up_too(check_base: CheckBase) -> None:
    checked = check_base(record("{expression: (a + nowhere) * 2 / survey, result: 3}  # here", a=lorries("1")))

    assert checked.messages("CT312") == [
        "here: the calculation names ‘nowhere’, which is no evidence of this claim -> expected one of a, survey"
    ]
    message = "the calculation uses ‘survey’, which has no number; expected evidence with `quantity`"
    assert checked.messages("CT313") == [f"here: {message} -> add `quantity` to the evidence ‘survey’"]


@pytest.mark.parametrize(
    ("expression", "cause"),
    [
        ("a+b", "cannot read ‘+b’: write evidence ids and numbers, with a blank on both sides of + - * /"),
        ("a +", "cannot read ‘+’: write evidence ids and numbers, with a blank on both sides of + - * /"),
        ("2 *  - a", "expected a number or an evidence id, found ‘-’"),
        ("a + ()", "expected a number or an evidence id, found ‘)’"),
        ("a b", "did not expect ‘b’ there"),
        ("(a + b", "a parenthesis is not closed"),
        ("a ** b", "cannot read ‘** b’: write evidence ids and numbers, with a blank on both sides of + - * /"),
        ("__import__('os')", "cannot read ‘__import__('os')’: write evidence ids and numbers, with a blank on both sides of + - * /"),
    ],
)
def test_an_expression_that_cannot_be_worked_out(expression: str, cause: str, check_base: CheckBase) -> None:
    checked = check_base(record(f'\n  expression: "{expression}"  # here\n  result: 1', a=lorries("1"), b=lorries("2")))

    assert checked.messages("CT314") == [f"here: ‘{expression}’ cannot be worked out: {cause} -> {READ_HINT}"]
    assert [one.code for one in checked.findings] == ["CT314"]


def test_a_hostile_expression_is_refused_and_told_short(check_base: CheckBase) -> None:
    def told(expression: str) -> list[str]:
        checked = check_base(record(f'\n  expression: "{expression}"  # here\n  result: 1', a=lorries("1"), b=lorries("2")))
        assert {one.code for one in checked.findings} <= {"CT314", "CT315"}
        return [one.rpartition("cannot be worked out: ")[2] for one in checked.messages("CT314")]

    assert told("(" * 20 + "a + b" + ")" * 20) == []
    assert told("(" * 21 + "a + b" + ")" * 21) == [f"parentheses are nested more than 20 deep -> {READ_HINT}"]
    assert told("(" * 990 + "a + b") == [f"parentheses are nested more than 20 deep -> {READ_HINT}"]
    assert told(" + ".join(["a", "b"] * 125)) == []
    assert told(" + ".join(["a", "b"] * 126)) == [f"an expression has at most 1000 characters, found 1005 -> {READ_HINT}"]
    assert told("a * " + "9" * 40 + " + b") == []
    assert told("a * " + "9" * 41 + " + b") == [
        f"a number has digits and at most one decimal point, such as 10575500 or -0.5; found ‘{'9' * 41}’ -> {READ_HINT}"
    ]
    assert told("a / (a - a) + b") == ["it divides by zero -> change the divisor"]
    (one,) = check_base(record(f"\n  expression: {'a + ' * 400}b\n  result: 1", a=lorries("1"), b=lorries("2"))).of("CT314")
    assert one.message == f"‘{'a + ' * 49}a + …’ cannot be worked out: an expression has at most 1000 characters, found 1601"


def test_a_sum_of_many_pieces_of_evidence_is_no_expression_and_has_no_such_bound(check_base: CheckBase) -> None:
    many = {f"a-long-name-for-a-number-{number}": lorries("1") for number in range(100)}

    assert check_base(record(f"{{sum: [{', '.join(many)}], result: 100}}", lorries("100"), **many)).findings == ()


def test_a_ratio_by_nothing(check_base: CheckBase) -> None:
    checked = check_base(record("{ratio: [a, b], result: 1}  # here", a=lorries("1"), b=lorries("0")))

    assert checked.messages("CT314") == ["here: ‘a / b’ cannot be worked out: it divides by zero -> change the divisor"]


@pytest.mark.parametrize(
    ("computed", "wrong"),
    [
        ("{sum: [a, b], result: 77}", None),
        ("{sum: [a, b], result: 77.0}", None),
        ("{sum: [a, b], result: 76}", "a 62 + b 15 gives; found 76, expected 77"),
        ("{sum: [a, b, b], result: 92}", None),
        ("{difference: [a, b], result: 47}", None),
        ("{difference: [b, a], result: -47}", None),
        ("{difference: [a, b], result: -47}", "a 62 - b 15 gives; found -47, expected 47"),
        ("{ratio: [a, b], result: 4}", None),
        ("{ratio: [a, b], result: 4.1}", None),
        ("{ratio: [a, b], result: 4.13}", None),
        ("{ratio: [a, b], result: 4.2}", "a 62 / b 15 gives; found 4.2, expected 4.133333…, rounded to 1 decimal"),
        ("{ratio: [a, b], result: 4.14}", "a 62 / b 15 gives; found 4.14, expected 4.133333…, rounded to 2 decimals"),
        ("{expression: b / 2, result: 7}", None),
        ("{expression: b / 2, result: 8}", None),
        ("{expression: b / 2, result: 7.4}", "b 15 / 2 gives; found 7.4, expected 7.5"),
        ("{expression: (a + b) / 2 * 10, result: 385}", None),
        ("{expression: 0.1 * a + 0.2 * a, result: 18.6}", None),
    ],
)
def test_the_result_is_what_comes_out_to_as_many_decimals_as_recorded(computed: str, wrong: str | None, check_base: CheckBase) -> None:
    checked = check_base(record(f"{computed}  # here", a=lorries("62"), b=lorries("15")))

    assert checked.messages("CT315") == ([f"here: the result is not what {wrong} -> {RESULT_HINT}"] if wrong else [])


def test_forty_digits_are_added_exactly(check_base: CheckBase) -> None:
    many = "9" * 40
    checked = check_base(record("{sum: [a, b], result: 1}  # here", a=lorries(many), b=lorries("0." + "0" * 39 + "1")))

    assert checked.messages("CT315") == [
        f"here: the result is not what a {many} + b 0.{'0' * 39}1 gives; found 1, expected {many}.{'0' * 39}1 -> {RESULT_HINT}"
    ]


def test_a_number_that_nobody_would_read_is_told_by_its_size(check_base: CheckBase) -> None:
    checked = check_base(record(f"{{expression: {' * '.join(['a'] * 200)}, result: 1}}  # here", a=lorries("9" * 40)))

    assert [one.message.rpartition(";")[2] for one in checked.of("CT315")] == [" found 1, expected a number of some 7999 digits"]


@pytest.mark.parametrize(
    ("claimed", "given", "found"),
    [
        ("value: 100, tolerance: 10 %", "110", None),
        ("value: 100, tolerance: 10 %", "90", None),
        ("value: 100, tolerance: 10 %", "110.1", "110.1, which is 10.1 % more than the claimed 100; expected 90 to 110 (tolerance 10 %)"),
        ("value: 100, tolerance: 10 %", "89", "89, which is 11 % less than the claimed 100; expected 90 to 110 (tolerance 10 %)"),
        ("value: 100, tolerance: 5 lorry", "105", None),
        ("value: 100, tolerance: 5 lorry", "106", "106, which is 6 % more than the claimed 100; expected 95 to 105 (tolerance 5 lorry)"),
        ("value: 100", "100", None),
        ("value: 100", "101", "101, which is 1 % more than the claimed 100; expected 100 (no tolerance is given)"),
        ("value: 100, about: some", "100.01", "100.01, which is 0.01 % more than the claimed 100; expected 100 (no tolerance is given)"),
        (
            "value: 1000000",
            "1000001",
            "1000001, which is less than 0.01 % more than the claimed 1000000; expected 1000000 (no tolerance is given)",
        ),
        ("value: 3", "4", "4, which is 33.3 % more than the claimed 3; expected 3 (no tolerance is given)"),
        ("value: 0", "4", "4, which is 4 more than claimed; expected 0 (no tolerance is given)"),
        ("value: -10, tolerance: 10 %", "-11", None),
        ("value: -10, tolerance: 10 %", "-12", "-12, which is 20 % less than the claimed -10; expected -11 to -9 (tolerance 10 %)"),
        ("value: 100, comparator: more than", "101", None),
        ("value: 100, comparator: more than", "100", "100, which is just the claimed 100; expected more than 100 (no tolerance is given)"),
        ("value: 100, comparator: at least", "100", None),
        (
            "value: 100, comparator: at least",
            "99",
            "99, which is 1 % less than the claimed 100; expected at least 100 (no tolerance is given)",
        ),
        ("value: 100, comparator: at least, tolerance: 10 %", "90", None),
        ("value: 100, comparator: at most", "100", None),
        (
            "value: 100, comparator: at most",
            "101",
            "101, which is 1 % more than the claimed 100; expected at most 100 (no tolerance is given)",
        ),
        ("value: 100, comparator: less than", "99", None),
        (
            "value: 100, comparator: less than",
            "101",
            "101, which is 1 % more than the claimed 100; expected less than 100 (no tolerance is given)",
        ),
        ("value: 100, comparator: exactly", "100.0", None),
    ],
)
def test_the_claimed_number_against_a_single_one(claimed: str, given: str, found: str | None, check_base: CheckBase) -> None:
    checked = check_base(record("", f"{{unit: lorry, {claimed}}}  # here", supports=lorries(given)))
    message = f"here: the number is outside its tolerance, and the rating is ‘supported’; found supports = {found} -> {LOWER_HINT}"

    assert checked.messages("CT321") == ([message] if found else [])


@pytest.mark.parametrize(
    ("given", "outside"),
    [
        ("value: 14, comparator: more than", True),
        ("value: 11, comparator: more than", True),
        ("value: 11, comparator: at least", False),
        ("value: 9, comparator: more than", False),
        ("value: 9, comparator: less than", True),
        ("value: 9, comparator: at most", False),
        ("value: 8, comparator: at most", True),
        ("value: 12, tolerance: 10 %", False),
        ("value: 13, tolerance: 2 lorry", False),
        ("value: 13, tolerance: 1 lorry", True),
    ],
)
def test_what_the_evidence_leaves_open_is_not_held_against_the_claim(given: str, outside: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(record("", "{value: 10, unit: lorry, tolerance: 10 %}", supports=f"{{unit: lorry, {given}}}"))

    assert bool(checked.of("CT321")) is outside


@pytest.mark.parametrize(
    ("rating", "told"),
    [("supported", True), ("mostly-supported", True), ("partly-supported", False), ("refuted", False), ("misleading", False)],
)
def test_only_ratings_above_the_middle_of_the_axis_call_a_number_right(rating: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    checked = check_base(record("", lorries("100"), rating, supports=lorries("200")))

    assert bool(checked.of("CT321")) is told


@pytest.mark.parametrize(
    ("why", "quantities", "told"),
    [
        ("one of several fits", {"supports": lorries("200"), "refutes": lorries("100")}, False),
        ("none of several fits", {"supports": lorries("200"), "refutes": lorries("300")}, True),
        ("context takes no side", {"context": lorries("200"), "unclear": lorries("200")}, False),
        ("another unit is another thing", {"supports": "{value: 200, unit: day}"}, False),
        ("another population is another thing", {"supports": lorries("200", "population: on the new bridge")}, False),
        ("no population is the same", {"supports": lorries("200")}, True),
        ("a term is judged only through the sum", {"a": lorries("60"), "b": lorries("60")}, False),
    ],
)
def test_which_evidence_is_compared(why: str, quantities: dict[str, str], told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    claimed = lorries("100", "population: on the old bridge")

    assert bool(check_base(record("", claimed, **quantities)).of("CT321")) is told, why


def test_of_several_numbers_the_nearest_is_told_with_its_place(check_base: CheckBase) -> None:
    (one,) = check_base(record("", lorries("100"), supports=lorries("200"), refutes=lorries("90"))).of("CT321")

    assert "found refutes = 90, which is 10 % less" in one.message
    assert [(place.span.line, place.message) for place in one.related] == [(21, "the number of the evidence")]


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("value: 70, tolerance: 10 %", None),
        ("value: 85.5, tolerance: 10 %", None),
        ("value: 60, tolerance: 10 %", "a 62 + b 15 = 77, which is 28.3 % more than the claimed 60; expected 54 to 66 (tolerance 10 %)"),
    ],
)
def test_of_a_sum_only_the_result_is_compared(claimed: str, found: str | None, check_base: CheckBase) -> None:
    written = record("{sum: [a, b], result: 77}", f"{{unit: lorry, {claimed}}}  # here", a=lorries("62"), b=lorries("15"))
    message = f"here: the number is outside its tolerance, and the rating is ‘supported’; found {found} -> {LOWER_HINT}"

    assert check_base(written).messages("CT321") == ([message] if found else [])


def test_terms_that_take_a_side_are_not_compared_either(check_base: CheckBase) -> None:
    written = record("{sum: [supports, refutes], result: 77}", lorries("77"), supports=lorries("62"), refutes=lorries("15"))

    assert [one.code for one in check_base(written).findings] == []


@pytest.mark.parametrize(
    ("computed", "b", "told"),
    [
        ("{sum: [a, b], result: 77}", "value: 15, comparator: more than", True),
        ("{sum: [a, b], result: 77}", "value: 15, comparator: less than", False),
        ("{ratio: [a, b], result: 4.13}", "value: 15, comparator: more than", False),
    ],
)
def test_a_bound_among_the_terms_bounds_the_sum_and_leaves_a_ratio_open(computed: str, b: str, told: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    unit = "lorry" if "sum" in computed else "times"
    checked = check_base(record(computed, f"{{value: 50, unit: {unit}}}", a=lorries("62"), b=f"{{unit: lorry, {b}}}"))

    assert bool(checked.of("CT321")) is told


def test_a_share_is_compared_in_percent(check_base: CheckBase) -> None:
    def messages(claimed: str, result: str) -> list[str]:
        written = record(f"{{ratio: [a, b], result: {result}}}", f"{{unit: percent, {claimed}}}", a=lorries("15"), b=lorries("60"))
        return [one.message for code in ("CT315", "CT321", "CT322") for one in check_base(written).of(code)]

    assert messages("value: 27, tolerance: 2 pp", "25") == []
    found = "found a 15 / b 60 = 25 percent, which is 10.7 % less than the claimed 28; expected 26 to 30 (tolerance 2 pp)"
    assert messages("value: 28, tolerance: 2 pp", "25") == [
        f"the number is outside its tolerance, and the rating is ‘supported’; {found}",
    ]
    assert messages("value: 25", "0.25") == ["the result is not what a 15 / b 60 gives; found 0.25, expected 25"]


def test_a_wrong_result_is_told_once(check_base: CheckBase) -> None:
    written = record("{sum: [a, b], result: 100}", lorries("100"), a=lorries("62"), b=lorries("15"))

    assert [one.code for one in check_base(written).findings] == ["CT315"]


def test_a_reason_lets_the_rating_stand(check_base: CheckBase) -> None:
    written = record("", lorries("100"), supports=lorries("200")) + "reasons: {outside_tolerance: The count was of another week.}\n"

    assert check_base(written).of("CT321") == []


@pytest.mark.parametrize(
    ("computed", "claimed", "b", "message"),
    [
        (
            "{sum: [a, b], result: 77}  # here",
            lorries("77"),
            "day",
            "the sum puts different units together; found day, expected lorry as in ‘a’",
        ),
        (
            "{difference: [a, b], result: 47}  # here",
            lorries("47"),
            "day",
            "the difference puts different units together; found day, expected lorry as in ‘a’",
        ),
        (
            "{sum: [a, b], result: 77}",
            "{value: 77, unit: day}  # here",
            "lorry",
            "the claim has another unit than the sum; found day, expected lorry",
        ),
        (
            "{ratio: [a, b], result: 4}",
            "{value: 4, unit: lorry}  # here",
            "lorry",
            "a ratio of two numbers in ‘lorry’ has another unit; found lorry, expected times or percent",
        ),
        (
            "",
            "{value: 4, unit: lorry, tolerance: 2 day}  # here",
            "lorry",
            "the tolerance has another unit than the value; found day, expected lorry",
        ),
        (
            "",
            "{value: 4, unit: lorry, tolerance: 2 pp}  # here",
            "lorry",
            "the tolerance has another unit than the value; found pp, expected lorry",
        ),
        ("{ratio: [a, b], result: 4}", "{value: 4, unit: times}", "lorry", None),
        ("{ratio: [a, b], result: 413}", "{value: 413, unit: percent}", "lorry", None),
        ("{ratio: [a, b], result: 4}", "{value: 4, unit: lorry per day}", "day", None),
        ("{expression: a / b, result: 4}", "{value: 4, unit: whatever}", "day", None),
        ("", "{value: 4, unit: percent, tolerance: 2 pp}", "lorry", None),
        ("", "{value: 4, unit: percent, tolerance: 2 percent}", "lorry", None),
        ("{sum: [a, b], result: 77}", "", "lorry", None),
    ],
)
def test_which_units_go_together(computed: str, claimed: str, b: str, message: str | None, check_base: CheckBase) -> None:
    checked = check_base(record(computed, claimed, "partly-supported", a=lorries("62"), b=f"{{value: 15, unit: {b}}}"))

    assert checked.messages("CT322") == ([f"here: {message} -> {UNIT_HINT}"] if message else [])


@pytest.mark.parametrize(
    ("computed", "claimed", "quantities", "found"),
    [
        ("{sum: [a, b], result: 77}", "stock", {"a": "stock", "b": "cumulative"}, ["found cumulative, expected stock as in the claim"]),
        ("{sum: [a, b], result: 77}", "", {"a": "stock", "b": "cumulative"}, ["found cumulative, expected stock as in ‘a’"]),
        (
            "{difference: [a, b], result: 47}",
            "cumulative",
            {"a": "cumulative", "b": "stock"},
            ["found stock, expected cumulative as in the claim"],
        ),
        ("{sum: [a, b], result: 77}", "flow", {"a": "flow", "b": "per-year"}, []),
        ("{sum: [a, b], result: 77}", "per-year", {"a": "stock", "b": "cumulative"}, ["found cumulative, expected stock as in ‘a’"]),
        ("{sum: [a, b], result: 77}", "flow", {"a": "cumulative", "b": "stock"}, ["found stock, expected cumulative as in ‘a’"]),
        ("{difference: [a, b], result: 47}", "per-year", {"a": "stock", "b": "stock"}, []),
        ("{ratio: [a, b], result: 4}", "stock", {"a": "cumulative", "b": "cumulative"}, []),
        ("", "stock", {"supports": "cumulative"}, ["found cumulative, expected stock as in the claim"]),
        ("", "stock", {"context": "cumulative"}, []),
        ("", "", {"supports": "stock", "refutes": "cumulative"}, []),
        ("{sum: [a, b], result: 77}", "stock", {"a": "stock", "b": "stock", "refutes": "cumulative"}, []),
    ],
)
def test_stocks_and_what_has_piled_up(
    computed: str, claimed: str, quantities: dict[str, str], found: list[str], check_base: CheckBase
) -> None:
    values = {"a": "62", "b": "15"}
    given = {name: lorries(values.get(name, "77"), f"counts: {counts}") for name, counts in quantities.items()}
    unit = "times" if "ratio" in computed else "lorry"
    counts = f", counts: {claimed}" if claimed else ""
    checked = check_base(record(computed, f"{{value: 77, unit: {unit}{counts}}}", "misleading", **given))

    assert [one.message for one in checked.of("CT323")] == [f"numbers that count different things are put together; {one}" for one in found]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("2024-02-19", "2025-02-19", False),
        ("2024-02-19", "2025-02-20", True),
        ("2025-02-20", "2024-02-19", True),
        ("2024-02", "2025-02", False),
        ("2024-02", "2025-03", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("2024", "2025", False),
        ("2024", "2026", True),
        ("2024", "2026~", False),
        ("9999", "9999", False),
        ("2019", "9999", True),
    ],
)
def test_terms_of_a_sum_are_of_about_one_date(first: str, second: str, apart: bool, check_base: CheckBase) -> None:  # noqa: FBT001
    written = record(
        "{sum: [a, b], result: 77}  # here", lorries("77"), a=lorries("62", f"as_of: {first}"), b=lorries("15", f"as_of: {second}")
    )
    older, newer = sorted((first, second))
    message = f"here: the terms of the sum are more than a year apart; found {older} and {newer}, expected at most a year"
    hint = "use numbers of about the same date, or say why not under `reasons.dates_apart`"

    assert check_base(written).messages("CT324") == ([f"{message} -> {hint}"] if apart else [])
    assert check_base(written + "reasons: {dates_apart: No other count.}\n").of("CT324") == []


def test_a_ratio_and_a_difference_may_compare_years(check_base: CheckBase) -> None:
    given = {"a": lorries("62", "as_of: 2025"), "b": lorries("15", "as_of: 1990")}

    assert check_base(record("{ratio: [a, b], result: 4}", "", **given)).of("CT324") == []
    assert check_base(record("{difference: [a, b], result: 47}", "", **given)).of("CT324") == []
