"""The record format as a whole: every field of every kind of record by its path, and how each type of value is written."""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import attrs

from claimtrack.records import vocabulary
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim, Relation
from claimtrack.records.desk import Desk
from claimtrack.records.fields import key_of, written_fields
from claimtrack.records.source import Source

KINDS: Mapping[str, type] = {"claim": Claim, "article": Article, "source": Source, "desk": Desk}
"""The kinds of records by their names."""

VALUES: Mapping[str, tuple[str, str]] = {
    "str": ("text", "Any text on one line or several. Quotation marks are only needed where YAML would read something else."),
    "Text": (
        "text for readers",
        (
            "A text in the desk's first language, or one for each language: `{de: Nein, en: No}`. Sentences stand below each other: a "
            "comma inside `{ }` would end them. Plain text; Markdown without HTML in `rationale` and `notice`."
        ),
    ),
    "bool": ("yes or no", "`yes` or `no`; `true` and `false` work too."),
    "int": ("whole number", "`864`"),
    "Decimal": ("number", "Exact: digits, at most one decimal point: `10575500`, `-0.5`. `12.500` can be read in two ways and is refused."),
    "date": ("day", "`2026-02-09`"),
    "datetime": ("time", "With its zone: `2026-02-09T10:00:00Z`."),
    "PartialDate": ("date", "As much as is known: `2025`, `2025-02`, `2025-02-24`; a `~` behind it says about: `2025-02~`."),
    "Share": ("share", "`40 %`"),
    "Tolerance": ("tolerance", "A share of the value, `10 %`, or an amount with its unit, `500 person`; `2 pp` are percentage points."),
    "Months": ("span", "`12 months`"),
    "Stretch": ("position", "Start and end in code points from 0, the end exclusive: `4244-4281`."),
    "MediaStretch": ("media time", "Hours, minutes, seconds: `1:02:40`, or from and to: `1:02:40-1:02:58`."),
}
"""How each type of scalar is called, and how it is written."""


@attrs.frozen
class Place:
    """One field at one place of the format.

    Attributes:
        path: the names of the fields down to it, behind the kind of record, such as ``claim.verdict.rating``.
        attribute: the field.
    """

    path: str
    attribute: attrs.Attribute[Any]

    @property
    def is_needed(self) -> bool:
        """Say whether it must be there where its record is."""
        return self.attribute.default is attrs.NOTHING


@functools.cache
def places() -> tuple[Place, ...]:
    """Return every field of the format, in the order of the records; a record within its own kind is not entered again.

    A relation is written as one pair, ``embeds: other-claim``, so it has no fields that anybody writes.
    """
    return tuple(place for name, record in KINDS.items() for place in _places(record, name, (record,)))


def _places(record: type, path: str, above: tuple[type, ...]) -> Iterator[Place]:
    for attribute in written_fields(attrs.resolve_types(record)):
        here = f"{path}.{key_of(attribute)}"
        yield Place(here, attribute)
        for inner in classes_in(attribute.type):
            if attrs.has(inner) and inner not in above and inner is not Relation and inner.__name__ not in VALUES:
                yield from _places(inner, here, (*above, inner))


def classes_in(hint: Any) -> list[type]:  # noqa: ANN401  (a type annotation can be anything)
    """Return the classes that a type annotation names, in their order."""
    return [hint] if isinstance(hint, type) and not get_args(hint) else [one for arg in get_args(hint) for one in classes_in(arg)]


def words_of(hint: Any) -> tuple[str, ...]:  # noqa: ANN401  (a type annotation can be anything)
    """Return the words of a closed list that a type annotation allows; none where it is no such list."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if hint is Relation:  # its kind is the key
        return words_of(attrs.fields(attrs.resolve_types(Relation)).kind.type)
    return tuple(word for arg in get_args(hint) for word in words_of(arg))


@attrs.frozen
class WordList:
    """A closed list of words with what they mean.

    Attributes:
        name: what the list is called in ``records.vocabulary``.
        words: the words.
        meaning: what they mean, in one text.
    """

    name: str
    words: tuple[str, ...]
    meaning: str


@functools.cache
def word_lists() -> tuple[WordList, ...]:
    """Return every closed list of words, with the text that stands below it in the source."""
    body = ast.parse(inspect.getsource(vocabulary)).body
    return tuple(
        WordList(first.targets[0].id, get_args(getattr(vocabulary, first.targets[0].id)), " ".join(text.value.value.split()))
        for first, text in itertools.pairwise(body)
        if isinstance(first, ast.Assign)
        and isinstance(first.targets[0], ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    )


def written(hint: Any) -> str:  # noqa: ANN401  (a type annotation can be anything)
    """Say what kind of value a type annotation asks for, in a few words."""
    if get_origin(hint) is tuple:
        return f"list of {written(get_args(hint)[0])}"
    if get_origin(hint) is Mapping:
        return "anything" if get_args(hint)[1] is Any else f"by id: {written(get_args(hint)[1])}"
    if get_origin(hint) is Literal:
        return "one of these words"
    if args := [one for one in get_args(hint) if one is not types.NoneType]:
        return " or ".join(dict.fromkeys(written(one) for one in args))
    if hint.__name__ == "OwnVoice":
        return "`article`"
    return VALUES[hint.__name__][0] if hint.__name__ in VALUES else f"{hint.__name__.lower()} with fields of its own"
