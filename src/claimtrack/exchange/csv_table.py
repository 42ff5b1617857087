"""A table for people: one row for each claim, as comma-separated values that no spreadsheet can be made to run.

It follows RFC 4180: lines end in CR LF, cells with a comma, a quotation mark or a line end stand in quotation marks; UTF-8. A cell that a
spreadsheet could take for a formula gets a ``'`` in front, and so does every place inside it that would be a cell of its own for a
reader that splits at the wrong sign. That changes the text: the format that loses nothing is JSON Lines. :func:`unguarded` takes it back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from claimtrack.exchange.outgoing import Outgoing, Parts
from claimtrack.exchange.reviews import address_in
from claimtrack.records.claim import Claim
from claimtrack.records.speaker import OwnVoice, Speaker
from claimtrack.records.text import Text
from claimtrack.urls import web_address

_FORMULA = "[=+\\-@＝＋－＠]"
_PASSED_OVER = "[\\s'\"\u200b-\u200f\u2060\ufeff]*"
"""What some readers take away before they look what a cell begins with."""
_PLACES = r"\A|(?<=[,;|\t\n])"
_GUARDED = re.compile(rf"(?:{_PLACES})(?={_PASSED_OVER}{_FORMULA})|\A(?='*[\t\n])")
"""Where a ``'`` is put: before what begins like a formula, at the start or behind what can part two cells."""
_TAKEN_BACK = re.compile(rf"(?:{_PLACES})'(?={_PASSED_OVER}{_FORMULA})|\A'(?='*[\t\n])")
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@attrs.frozen
class Column:
    """A column of the table.

    Attributes:
        name: its heading.
        about: what stands in it, for the reference page.
        value: returns the value of a claim; None for an empty cell.
    """

    name: str
    about: str
    value: Callable[[Outgoing, Claim], object] = attrs.field(repr=False)


def export(outgoing: Outgoing) -> Parts:
    """Yield the table: a row with the headings, then a row for each claim."""
    write = csv.writer(_Returned(), lineterminator="\r\n").writerow
    yield str(write([column.name for column in COLUMNS]))
    for claim in outgoing.claims:
        yield str(write([_cell(column.value(outgoing, claim)) for column in COLUMNS]))


class _Returned:
    """A file that gives back what is written into it, so that a row can go out at once."""

    def write(self, row: str) -> str:
        """Return a row."""
        return row


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, on whatever sign it parts cells.

    >>> guarded("=1+1"), guarded("a;=1"), guarded("'=1"), guarded("5 = 4 + 1")
    ("'=1+1", "a;'=1", "''=1", '5 = 4 + 1')
    """
    return _GUARDED.sub("'", text)


def unguarded(text: str) -> str:
    """Return a text as it was before :func:`guarded`.

    >>> unguarded("'=1+1"), unguarded("a;'=1"), unguarded("''=1"), unguarded("'tis")
    ('=1+1', 'a;=1', "'=1", "'tis")
    """
    return _TAKEN_BACK.sub("", text)


def _cell(value: object) -> str:
    if isinstance(value, str):
        lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").strip("\n")
        return guarded(_NOT_SHOWN.sub("\ufffd", lines))
    return "" if value is None else str(value)  # a number or a day of our own, in digits


def _in(text: Text | None, outgoing: Outgoing) -> str | None:
    return None if text is None else text.best(outgoing.language, outgoing.project.desk.reference_language)[0]


def _verdict(get: Callable[[Outgoing, Claim], object]) -> Callable[[Outgoing, Claim], object]:
    return lambda outgoing, claim: get(outgoing, claim) if claim.verdict else None


def _rating_label(outgoing: Outgoing, claim: Claim) -> str | None:
    rating = outgoing.project.rating_of(claim)
    return _in(rating.label, outgoing) if rating else None


def _scale(outgoing: Outgoing, claim: Claim) -> str | None:
    scale = outgoing.project.scale_of(claim)
    return scale.id if scale else None


def _claimant(outgoing: Outgoing, claim: Claim) -> str | None:
    if isinstance(claim.claimant, Speaker):
        return _in(claim.claimant.name, outgoing)
    article = outgoing.project.article_of(claim)
    return _in(article.publisher, outgoing) if isinstance(claim.claimant, OwnVoice) and article else None


def _made_on(outgoing: Outgoing, claim: Claim) -> str | None:
    article = outgoing.project.article_of(claim)
    return _text(claim.made_on or (article.for_all_claims.made_on if article else None))


def _of_article(field: str) -> Callable[[Outgoing, Claim], object]:
    def value(outgoing: Outgoing, claim: Claim) -> object:
        article = outgoing.project.article_of(claim)
        found: Any = getattr(article, field) if article else None
        return web_address(found) if field == "url" and found else str(found) if found else None

    return value


def _first_seen(outgoing: Outgoing, claim: Claim) -> str | None:
    """Return where the claim appeared first, as far as that is known."""
    first = next((one for one in claim.appearances if one.first), None)
    article = outgoing.project.article_of(claim)
    address = first.url if first else article.url if article else next((one.url for one in claim.appearances if one.url), None)
    return web_address(address or "")


def _page(outgoing: Outgoing, claim: Claim) -> str | None:
    if outgoing.publication_of(claim) == "unpublished":
        return None
    return next((address_in(outgoing, claim, pages) for pages in outgoing.pages if pages.language == outgoing.language), None)


def _sources(outgoing: Outgoing, claim: Claim) -> Iterator[str]:
    """Yield the ids of the sources, each once; that of a protected one may name it, and never goes out."""
    cited = dict.fromkeys(one.source for one in claim.evidence if isinstance(one.source, str))
    sources = outgoing.project.sources
    return (one for one in cited if one not in sources or sources[one].protected is None)


def _summary(outgoing: Outgoing, claim: Claim) -> str | None:
    return _in(claim.verdict.summary, outgoing) if claim.verdict else None


def _corrected(claim: Claim) -> object:
    return max((one.on for one in claim.corrections if one.class_ != "minor"), default=None)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


COLUMNS = (
    Column("id", "the id of the claim", lambda _, claim: claim.id),
    Column("folder", "its folder, which is the id of the article where there is one", lambda _, claim: claim.folder),
    Column(
        "publication", "what readers see of it: `published`, `corrected`, …", lambda outgoing, claim: outgoing.publication_of(claim).value
    ),
    Column("status", "its status in the workflow", lambda _, claim: claim.status),
    Column("statement", "the claim", lambda outgoing, claim: _in(claim.statement, outgoing)),
    Column("claimant", "who makes it, by name; empty where nobody can be named", _claimant),
    Column("made_on", "when it was made, as far as that is known: `2025`, `2025-02`, `2025-02~`", _made_on),
    Column("first_seen", "the address of the first appearance, else of the article", _first_seen),
    Column("article_title", "the title of the article", _of_article("title")),
    Column("topics", "the ids of its topics, with blanks between them", lambda _, claim: " ".join(claim.topics)),
    Column("aspect", "what was checked", lambda _, claim: claim.aspect),
    Column("kind", "what sort of claim it is", lambda _, claim: claim.kind),
    Column("rating", "the rating, as records write it", _verdict(lambda _, claim: claim.verdict.rating if claim.verdict else None)),
    Column("rating_label", "the rating in words", _verdict(_rating_label)),
    Column("scale", "the scale with its version", _verdict(_scale)),
    Column("headline", "the answer in one line", lambda outgoing, claim: _in(claim.headline, outgoing)),
    Column("summary", "the answer in one or two sentences", _verdict(_summary)),
    Column("evidence", "how many pieces of evidence there are", lambda _, claim: None if claim.retracted else len(claim.evidence)),
    Column(
        "sources", "the ids of the sources cited, with blanks between them", lambda outgoing, claim: " ".join(_sources(outgoing, claim))
    ),
    Column("published", "the day of publication", lambda _, claim: _text(claim.published)),
    Column("corrected", "the day of the last correction that changed something", lambda _, claim: _text(_corrected(claim))),
    Column("withdrawn", "the day of withdrawal", lambda _, claim: _text(claim.retracted.on if claim.retracted else None)),
    Column("page", "the address of the page in this language", _page),
)
"""The columns, in their order."""
