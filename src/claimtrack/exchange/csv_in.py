"""Tables of others: a row for each checked claim, and a mapping that says which column means what.

A table has no meaning of its own, so nothing is guessed from its headings: what the mapping does not name stays with the original. CSV with
commas, semicolons or tabs; or JSON Lines whose objects are flat, in which case the names of the fields are the columns.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.changes import Value
from claimtrack.exchange.checked_claims import Check, CheckedClaim, arrived, numbers_of
from claimtrack.exchange.csv_table import unguarded
from claimtrack.exchange.foreign_files import values_of
from claimtrack.exchange.foreign_json import MAX_FILE, text_in
from claimtrack.exchange.foreign_values import Listening
from claimtrack.exchange.incoming import ArrivedClaim, Given, Incoming, Receiving
from claimtrack.exchange.pieces import Piece
from claimtrack.findings import Finding, finding
from claimtrack.locations import Span
from claimtrack.phrases import say
from claimtrack.reading.kinds.of_imports import FOREIGN_BOUNDS, LEFT_OUT, NOTHING_THERE, REFUSED

FORM = "csv"
FIELDS: Mapping[str, str] = {
    "statement": "the claim; the only one that is needed",
    "language": "the language that it is in, as a tag",
    "claimant": "who makes it, by name",
    "claimant_kind": "`person`, `organisation` or `group`",
    "claimant_role": "the role of the claimant",
    "made_on": "when it was made",
    "appearance": "where it appeared: an address, or several",
    "check_url": "the address of the check",
    "check_title": "its title",
    "check_publisher": "who published it",
    "check_author": "who wrote it",
    "check_published": "when it was published",
    "rating": "the words of its rating",
    "rating_number": "the number of its rating",
    "rating_worst": "the worst number there is",
    "rating_best": "the best number there is",
}
"""What a column can mean, for the mapping and for the guide."""
_KINDS = ("person", "organisation", "group")
_LONGEST_CELL = 1_048_576
_ENDINGS_OF_LINES = (".jsonl", ".ndjson", ".json")


def import_(given: Given, receiving: Receiving) -> Incoming:
    """Yield the claims of a table, row by row, and what is wrong with it."""
    rows = wrong = 0
    asked = set(receiving.mapping.values())
    for one in rows_of(given):
        if isinstance(one, Finding):
            wrong += 1
            yield one
            continue
        if not rows and (missing := sorted(asked - set(one.value))):
            message = say("the table has no column {names}, which the mapping names", names=", ".join(f"‘{name}’" for name in missing))
            yield finding(REFUSED, given.name, Span.at(1, 1), message, say("mend the mapping"))
        rows += 1
        yield _Row(one, receiving).claim()
    if not rows and not wrong:
        yield finding(NOTHING_THERE, given.name, None, say("there is no row in the table"))


def rows_of(given: Given) -> Iterator[Piece | Finding]:
    """Yield each row as an object of its columns."""
    if given.name.casefold().endswith(_ENDINGS_OF_LINES):
        for one in values_of(given):
            if isinstance(one, Piece) and not isinstance(one.value, dict):
                yield finding(LEFT_OUT, given.name, one.span(), say("expected an object with the columns of a row"))
            else:
                yield one
        return
    data = given.stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        message = say("the file has more than {most:,} bytes", most=MAX_FILE)
        yield finding(FOREIGN_BOUNDS, given.name, None, message, say("split the file"))
        return
    text, findings = text_in(given.name, data)
    yield from findings
    if text is not None:
        yield from _cells(given.name, text)


def _cells(file: str, text: str) -> Iterator[Piece | Finding]:
    """Yield the rows of a table as objects; a row with more or fewer cells than there are columns is left out."""
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    heads: list[str] | None = None
    try:
        for row in rows:
            line = rows.line_num - sum(cell.count("\n") for cell in row)
            if not any(cell.strip() for cell in row):
                continue
            if heads is None:
                heads = [cell.strip() for cell in row]
                twice = sorted({one for one in heads if heads.count(one) > 1})
                if twice:
                    names = ", ".join(f"‘{one}’" for one in twice)
                    yield finding(
                        REFUSED, file, Span.at(line, 1), say("two columns are called {names}; the last one was taken", names=names)
                    )
            elif len(row) != len(heads):
                message = say("the row has {found} cells, expected {expected}", found=len(row), expected=len(heads))
                yield finding(LEFT_OUT, file, Span.at(line, 1), message, say("mend the row and import it again"))
            else:
                yield Piece(file, dict(zip(heads, map(unguarded, row), strict=True)), line=line)
    except csv.Error as error:
        message = say("this is no table of comma-separated values: {why}; nothing behind it was read", why=str(error))
        yield finding(LEFT_OUT, file, Span.at(max(rows.line_num, 1), 1), message, say("mend the row and import the file again"))


def _separator(text: str) -> str:
    """Return what parts the cells: what there is most of in the first line, outside quotation marks."""
    outside = "".join(itertools.islice(text.partition("\n")[0].split('"'), 0, None, 2))
    return max(",;\t", key=lambda sign: (outside.count(sign), sign == ","))


class _Row:
    """Reads one row."""

    def __init__(self, piece: Piece, receiving: Receiving) -> None:
        self._piece = piece
        self._receiving = receiving
        self._listening = Listening(piece, (), receiving.today)

    def claim(self) -> ArrivedClaim | Finding:
        """Return the claim as it comes in."""
        listening, piece = self._listening, self._piece
        text = self._text("statement")
        if text is None:
            return finding(LEFT_OUT, piece.file, piece.span(), say("there is no claim in the row"), say("mend the row and import it again"))
        claim = CheckedClaim(text=text, language=self._language(), claimant=self._claimant(), checks=[self._check()])
        claim.made_on, claim.made_on_path = listening.date(self._cell("made_on"), self._path("made_on")), self._path("made_on")
        claim.checks[0].language = claim.language
        claim.appearances = [{"url": url} for url, _ in listening.addresses(self._cell("appearance"), self._path("appearance"))]
        known = set(self._receiving.mapping.values())
        claim.only_original = [name for name, value in piece.value.items() if name not in known and value not in ("", None, [], {})]
        original = piece.text_at(()) or json.dumps(piece.value, ensure_ascii=False, default=str)
        return arrived(claim, listening, self._receiving, FORM, original)

    def _check(self) -> Check:
        addresses = list(self._listening.addresses(self._cell("check_url"), self._path("check_url")))
        if len(addresses) > 1:
            self._listening.refused(self._path("check_url"), say("several addresses, of which the first came in"))
        numbers = numbers_of(
            self._cell("rating_number"), self._cell("rating_worst"), self._cell("rating_best"), self._path("rating_number"), self._listening
        )
        return Check(
            address=addresses[0][0] if addresses else None,
            title=self._text("check_title"),
            publisher=self._text("check_publisher"),
            author=self._text("check_author"),
            published=self._listening.date(self._cell("check_published"), self._path("check_published")),
            label=self._text("rating"),
            label_path=self._path("rating"),
            numbers=numbers,
        )

    def _claimant(self) -> dict[str, Value] | None:
        name, kind, role = self._text("claimant"), self._text("claimant_kind"), self._text("claimant_role")
        if name is None:
            return None
        told: dict[str, Value] = {"name": name}
        if kind in _KINDS:
            told["kind"] = kind
        elif kind is not None:
            expected = say("‘{found}’ is none of {words}; the record takes everybody for a person", found=kind, words=", ".join(_KINDS))
            self._listening.refused(self._path("claimant_kind"), expected)
        else:
            self._listening.refused(
                self._path("claimant"), say("nothing says whether ‘{name}’ is a person; the record takes everybody for one", name=name)
            )
        return {**told, "role": role} if role is not None else told

    def _language(self) -> str | None:
        return self._listening.language(self._cell("language"), self._path("language"))

    def _text(self, field: str) -> str | None:
        return self._listening.text(self._cell(field), self._path(field))

    def _cell(self, field: str) -> Any:  # noqa: ANN401  (any value of JSON)
        return self._piece.value.get(self._receiving.mapping.get(field))

    def _path(self, field: str) -> tuple[str, ...]:
        return (self._receiving.mapping.get(field, field),)
