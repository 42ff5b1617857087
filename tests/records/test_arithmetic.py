"""The arithmetic of `computed`: exact, in the usual order, and deaf to everything else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimtrack.records.arithmetic import FORMULAS, MAX_DEPTH, MAX_LENGTH, FormulaError, names_in, spelled_out, work_out

VALUES = {"refugees": Decimal(6906500), "inside-ukraine": Decimal(3669000), "a": Decimal(62), "b": Decimal(31), "zero": Decimal(0)}


@attrs.frozen
class Operation:
    """A node of a syntax tree: two operands, each a number, the id of a piece of evidence, or such a node, and a sign."""

    sign: str
    left: Tree
    right: Tree


Tree = Operation | str

_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}

NAMES = sorted(VALUES)
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from(NAMES)
    | st.integers(0, 10**6).map(str)
    | st.decimals(0, 1000, allow_nan=False, allow_infinity=False, places=2).map(lambda number: f"{number:f}"),
    lambda inner: st.builds(Operation, st.sampled_from("+-*/"), inner, inner),
    max_leaves=12,
)


def written(tree: Tree) -> str:
    """Write a tree with as few parentheses as the usual order of operations needs."""
    if isinstance(tree, str):
        return tree
    left, right = written(tree.left), written(tree.right)
    if isinstance(tree.left, Operation) and _BINDS[tree.left.sign] < _BINDS[tree.sign]:
        left = f"({left})"
    if isinstance(tree.right, Operation) and _BINDS[tree.right.sign] <= _BINDS[tree.sign]:
        right = f"({right})"
    return f"{left} {tree.sign} {right}"


def value(tree: Tree) -> Fraction:
    """Work a tree out, one node after the other.

    Raises:
        ZeroDivisionError: something is divided by zero.
    """
    if isinstance(tree, str):
        return Fraction(VALUES[tree] if tree in VALUES else Decimal(tree))
    left, right = value(tree.left), value(tree.right)
    if tree.sign == "+":
        return left + right
    if tree.sign == "-":
        return left - right
    return left * right if tree.sign == "*" else left / right


def names(tree: Tree) -> list[str]:
    if isinstance(tree, str):
        return [tree] if tree in VALUES else []
    return names(tree.left) + names(tree.right)


@given(TREES)
@example(Operation("-", Operation("-", "a", "b"), Operation("-", "a", "b")))
@example(Operation("/", "a", Operation("*", "b", "a")))
def test_an_expression_gives_what_its_tree_gives(tree: Tree) -> None:
    expression = written(tree)
    assume(len(expression) <= MAX_LENGTH)
    try:
        expected = value(tree)
    except ZeroDivisionError:
        with pytest.raises(FormulaError) as error:
            work_out(expression, VALUES)
        assert str(error.value) == "it divides by zero"
    else:
        assert work_out(expression, VALUES) == expected
    assert names_in(expression) == tuple(dict.fromkeys(names(tree)))


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("refugees + inside-ukraine", Fraction(10575500)),
        ("inside-ukraine", Fraction(3669000)),
        ("a / b", Fraction(2)),
        ("b / a", Fraction(1, 2)),
        ("a / 3", Fraction(62, 3)),
        ("a - b - 1", Fraction(30)),
        ("a - (b - 1)", Fraction(32)),
        ("a + b * 2", Fraction(124)),
        ("(a + b) * 2", Fraction(186)),
        ("((a))", Fraction(62)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("007", Fraction(7)),
        ("  a  +\n b ", Fraction(93)),
    ],
)
def test_results_are_exact(expression: str, result: Fraction) -> None:
    assert work_out(expression, VALUES) == result


def test_a_hyphen_belongs_to_an_id_and_a_minus_has_blanks() -> None:
    values = {"inside": Decimal(10), "ukraine": Decimal(3), "inside-ukraine": Decimal(5)}

    assert work_out("inside-ukraine", values) == 5
    assert work_out("inside - ukraine", values) == 7
    assert names_in("inside-ukraine - ukraine") == ("inside-ukraine", "ukraine")


READ_AS = "write evidence ids and numbers, with a blank on both sides of + - * /"


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("", "it ends where a number or an evidence id was expected"),
        ("a +", f"cannot read ‘+’: {READ_AS}"),
        ("a + (", "it ends where a number or an evidence id was expected"),
        ("a+ b", f"cannot read ‘+ b’: {READ_AS}"),
        ("a +b", f"cannot read ‘+b’: {READ_AS}"),
        ("a -b", f"cannot read ‘-b’: {READ_AS}"),
        ("-a", f"cannot read ‘-a’: {READ_AS}"),
        (" - a", "expected a number or an evidence id, found ‘-’"),
        ("a * / b", "expected a number or an evidence id, found ‘/’"),
        ("a b", "did not expect ‘b’ there"),
        ("2 3", "did not expect ‘3’ there"),
        ("2 (3)", "did not expect ‘(’ there"),
        ("(a + b", "a parenthesis is not closed"),
        ("a + b)", "did not expect ‘)’ there"),
        ("()", "expected a number or an evidence id, found ‘)’"),
        ("c", "there is no quantity for ‘c’"),
        ("a - b-1", "there is no quantity for ‘b-1’"),
        ("a / zero", "it divides by zero"),
        ("a / (b - 31)", "it divides by zero"),
        ("a ** 2", f"cannot read ‘** 2’: {READ_AS}"),
        ("a // 2", f"cannot read ‘// 2’: {READ_AS}"),
        ("a % 2", f"cannot read ‘% 2’: {READ_AS}"),
        ("a × 2", f"cannot read ‘× 2’: {READ_AS}"),
        ("a − b", f"cannot read ‘− b’: {READ_AS}"),
        ("1,5", "a number is written with a decimal point: 1.5; found ‘1,5’"),
        ("1.000.000", "a number is written without separators: 1000000; found ‘1.000.000’"),
        ("a * 1.500", "a number must not be read in two ways: 1500, or 1.5000 where decimals are meant; found ‘1.500’"),
        ("9" * 41, f"a number has digits and at most one decimal point, such as 10575500 or -0.5; found ‘{'9' * 41}’"),
        ("1.", f"cannot read ‘1.’: {READ_AS}"),
        (".5", f"cannot read ‘.5’: {READ_AS}"),
        ("1e5", "there is no quantity for ‘1e5’"),
        ("１ + ２", f"cannot read ‘１ + ２’: {READ_AS}"),
        ("１.５", f"cannot read ‘１.５’: {READ_AS}"),
        ("Refugees", f"cannot read ‘Refugees’: {READ_AS}"),
        ("a_b", f"cannot read ‘a_b’: {READ_AS}"),
        ("flüchtlinge", f"cannot read ‘flüchtlinge’: {READ_AS}"),
        ("a.real", f"cannot read ‘a.real’: {READ_AS}"),
        ("a; b", f"cannot read ‘; b’: {READ_AS}"),
        ("__import__('os')", f"cannot read ‘__import__('os')’: {READ_AS}"),
        ("f(a)", "did not expect ‘(’ there"),
        ("#" * 30, f"cannot read ‘{'#' * 20}’: {READ_AS}"),
        ("a" * (MAX_LENGTH + 1), f"an expression has at most 1000 characters, found {MAX_LENGTH + 1}"),
    ],
)
def test_what_is_no_expression_says_why(expression: str, reason: str) -> None:
    values = {**VALUES, "f": Decimal(1)}
    with pytest.raises(FormulaError) as error:
        work_out(expression, values)
    assert str(error.value) == reason


@pytest.mark.parametrize(
    ("expression", "spelled"),
    [
        ("refugees + inside-ukraine", "refugees 6906500 + inside-ukraine 3669000"),
        ("  (a +\n b)  / 2 ", "(a 62 + b 31) / 2"),
        ("((a)) * (b - zero)", "((a 62)) * (b 31 - zero 0)"),
        ("c + 1", "c + 1"),
    ],
)
def test_an_expression_with_its_numbers(expression: str, spelled: str) -> None:
    assert spelled_out(expression, {name: str(number) for name, number in VALUES.items()}) == spelled


def test_parentheses_are_nested_so_deep_and_no_deeper() -> None:
    def nested(depth: int) -> str:
        return "(" * depth + "a" + ")" * depth

    assert work_out(nested(MAX_DEPTH), VALUES) == 62
    assert work_out(" + ".join([nested(MAX_DEPTH)] * 3), VALUES) == 186
    with pytest.raises(FormulaError) as error:
        work_out(nested(MAX_DEPTH + 1), VALUES)
    assert str(error.value) == "parentheses are nested more than 20 deep"


def test_an_expression_is_so_long_and_no_longer() -> None:
    longest = " + ".join(["a"] * (MAX_LENGTH // 4)) + "   "
    assert len(longest) == MAX_LENGTH
    assert work_out(longest, VALUES) == 62 * (MAX_LENGTH // 4)
    with pytest.raises(FormulaError) as error:
        work_out(longest + " ", VALUES)
    assert str(error.value) == "an expression has at most 1000 characters, found 1001"


@given(st.text() | st.text(alphabet="ab019-.+*/() \n_", max_size=60))
@example("(" * MAX_LENGTH)
@example("1 - " * (MAX_LENGTH // 4))
@example("٣ + ²")
def test_no_text_brings_it_down(expression: str) -> None:
    try:
        found = names_in(expression)
        result = work_out(expression, VALUES)
    except FormulaError:
        return
    assert isinstance(result, Fraction)
    assert set(found) <= set(VALUES)


@pytest.mark.parametrize(
    ("form", "operands", "result"),
    [
        ("sum", ("a", "b"), Fraction(93)),
        ("sum", ("a",), Fraction(62)),
        ("difference", ("a", "b", "b"), Fraction(0)),
        ("ratio", ("a", "b"), Fraction(2)),
        ("sum", ("refugees", "inside-ukraine"), Fraction(10575500)),
    ],
)
def test_the_short_forms_are_expressions_over_ids(form: str, operands: tuple[str, ...], result: Fraction) -> None:
    expression = FORMULAS[form](operands)

    assert work_out(expression, VALUES) == result
    assert names_in(expression) == tuple(dict.fromkeys(operands))
