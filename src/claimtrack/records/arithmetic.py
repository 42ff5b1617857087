"""The arithmetic that a record may ask for over its evidence: exact, small, and nothing else.

An expression has whole evidence ids (``inside-ukraine``), numbers, parentheses and ``+ - * /`` with a blank on both sides, which is what
tells the minus from the hyphen of an id. It is read by the few functions below and never handed to Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Generic, Protocol, Self, TypeVar

from claimtrack.phrases import say
from claimtrack.records.ids import SLUG
from claimtrack.records.quantity import parse_number

_TOKEN = re.compile(rf"\s*(?:(?P<number>[0-9]+(?:[.,'][0-9]+)+)|(?P<name>{SLUG})(?![\w.-])|(?P<mark>[()])|(?P<sign>(?<=\s)[-+*/](?=\s)))")
MAX_LENGTH = 1_000
"""The longest expression, in code points."""
MAX_DEPTH = 20
"""The deepest nesting of parentheses."""


class FormulaError(ValueError):
    """An expression that cannot be read or worked out; its only argument is a phrase that says why in plain words."""


class DivisorError(FormulaError):
    """An expression that divides by zero."""


class Workable(Protocol):
    """What the reader of expressions can work with: a number, or whatever else stands for one."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __mul__(self, other: Self, /) -> Self: ...
    def __truediv__(self, other: Self, /) -> Self: ...


Value = TypeVar("Value", bound=Workable)


def names_in(expression: str) -> tuple[str, ...]:
    """Return the evidence ids that an expression names, in order, each once.

    Raises:
        FormulaError: the expression cannot be read.

    >>> names_in("refugees + inside-ukraine - 2 * refugees")
    ('refugees', 'inside-ukraine')
    """
    return tuple(dict.fromkeys(word for kind, word in _tokens(expression) if kind == "name"))


def work_out(expression: str, values: Mapping[str, Decimal]) -> Fraction:
    """Return the exact result of an expression.

    Arguments:
        expression: such as ``(a + b) / 2``.
        values: evidence id to the value of its quantity.

    Raises:
        FormulaError: the expression cannot be read, names an id without a value, or divides by zero.

    >>> work_out("a / b", {"a": Decimal(62), "b": Decimal(31)})
    Fraction(2, 1)
    """

    def named(word: str) -> Fraction:
        if word not in values:
            raise FormulaError(say("there is no quantity for ‘{word}’", word=word))
        return Fraction(values[word])

    return walk(expression, Fraction, named)


def walk(expression: str, number: Callable[[Decimal], Value], named: Callable[[str], Value]) -> Value:
    """Go through an expression in the order of its operations, and return what comes out.

    Arguments:
        expression: such as ``(a + b) / 2``.
        number: gives what stands for a number of the expression.
        named: gives what stands for the number of a piece of evidence, by its id.

    Raises:
        FormulaError: the expression cannot be read, or divides by zero.
    """
    return _Reader(_tokens(expression), number, named).whole()


def spelled_out(expression: str, figures: Mapping[str, str]) -> str:
    """Return an expression with a text behind every evidence id.

    Raises:
        FormulaError: the expression cannot be read.

    >>> spelled_out("(a + b)  /  2", {"a": "62", "b": "31"})
    '(a 62 + b 31) / 2'
    """
    words = [f"{word} {figures[word]}" if kind == "name" and word in figures else word for kind, word in _tokens(expression)]
    return " ".join(words).replace("( ", "(").replace(" )", ")")


def _tokens(expression: str) -> list[tuple[str, str]]:
    if len(expression) > MAX_LENGTH:
        raise FormulaError(say("an expression has at most {most} characters, found {number}", most=MAX_LENGTH, number=len(expression)))
    tokens: list[tuple[str, str]] = []
    at = 0
    text = expression.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            rest = text[at:].strip()
            message = say("cannot read ‘{rest}’: write evidence ids and numbers, with a blank on both sides of + - * /", rest=rest[:20])
            raise FormulaError(message)
        kind = match.lastgroup or ""
        word = match[kind]
        if kind == "name" and word.isdigit():
            kind = "number"
        tokens.append((kind, word))
        at = match.end()
    return tokens


class _Reader(Generic[Value]):
    """Reads sums of products of terms, the usual way, over a list of tokens."""

    def __init__(self, tokens: list[tuple[str, str]], number: Callable[[Decimal], Value], named: Callable[[str], Value]) -> None:
        self._tokens = tokens
        self._number = number
        self._named = named
        self._at = 0
        self._depth = 0

    def whole(self) -> Value:
        result = self._sum()
        if self._at < len(self._tokens):
            raise FormulaError(say("did not expect ‘{word}’ there", word=self._tokens[self._at][1]))
        return result

    def _next(self, *words: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at][1] in words and self._tokens[self._at][0] in {"sign", "mark"}:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return None

    def _sum(self) -> Value:
        result = self._product()
        while sign := self._next("+", "-"):
            result = result + self._product() if sign == "+" else result - self._product()
        return result

    def _product(self) -> Value:
        result = self._term()
        while sign := self._next("*", "/"):
            right = self._term()
            try:
                result = result * right if sign == "*" else result / right
            except ZeroDivisionError:
                raise DivisorError(say("it divides by zero")) from None
        return result

    def _term(self) -> Value:
        if self._at >= len(self._tokens):
            raise FormulaError(say("it ends where a number or an evidence id was expected"))
        if self._next("("):
            self._depth += 1
            if self._depth > MAX_DEPTH:
                raise FormulaError(say("parentheses are nested more than {most} deep", most=MAX_DEPTH))
            result = self._sum()
            if not self._next(")"):
                raise FormulaError(say("a parenthesis is not closed"))
            self._depth -= 1
            return result
        kind, word = self._tokens[self._at]
        if kind not in {"name", "number"}:
            raise FormulaError(say("expected a number or an evidence id, found ‘{word}’", word=word))
        self._at += 1
        if kind == "name":
            return self._named(word)
        try:
            return self._number(parse_number(word))
        except ValueError as error:
            raise FormulaError(say("{reason}; found ‘{word}’", reason=error.args[0], word=word)) from None


FORMULAS: Mapping[str, Callable[[tuple[str, ...]], str]] = {
    "sum": " + ".join,
    "difference": " - ".join,
    "ratio": " / ".join,
}
"""The short forms of ``computed`` over a list of evidence ids, each written out as an expression."""
