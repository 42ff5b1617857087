"""What tests of the reading room share: texts with the guilty place marked, and names for kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import attrs
import pytest

from claimtrack.findings import Finding, Kind, Related, finding
from claimtrack.locations import START, Span
from claimtrack.phrases import say
from claimtrack.reading.documents import Document, read_document
from claimtrack.reading.misfits import in_words
from claimtrack.reading.structuring import structure

FILE = "claims/bridge/jam.yaml"


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the places that were marked in it."""

    text: str
    spans: tuple[Span, ...]
    related: tuple[Span, ...]


def unmark(text: str) -> Marked:
    """Take the marks out of a text: ‹ › around each place meant, « » around each place that belongs to it."""
    clean = ""
    line, column = 1, 1
    opened: list[tuple[int, int]] = []
    spans: dict[str, list[Span]] = {"›": [], "»": []}
    for character in text:
        if character in "‹«":
            opened.append((line, column))
        elif character in "›»":
            spans[character].append(Span(*opened.pop(), line, column))
        else:
            clean += character
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return Marked(clean, tuple(spans["›"]), tuple(spans["»"]))


@pytest.fixture(scope="session")
def marked() -> Callable[[str], Marked]:
    return unmark


Read = Callable[[str | bytes], "tuple[Document | None, tuple[Finding, ...]]"]
Expect = Callable[..., None]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read a text or bytes as a claim."""
    return lambda data: read_document(FILE, data.encode("utf-8") if isinstance(data, str) else data)


@pytest.fixture(scope="session")
def expect_only() -> Expect:
    """Read a text with marks and expect exactly one finding, at the marked place; without a mark, at the beginning."""

    def expect(text: str, kind: Kind, message: str, hint: str, related: str = "") -> None:
        place = unmark(text)
        others = tuple(Related(FILE, span, say("{text}", text=related)) for span in place.related)
        _, findings = read_document(FILE, place.text.encode("utf-8"))
        assert findings == (
            finding(kind, FILE, place.spans[0] if place.spans else START, say("{text}", text=message), say("{text}", text=hint), others),
        )

    return expect


Record = TypeVar("Record", bound=attrs.AttrsInstance)


class Make(Protocol):
    """Makes a record out of a text."""

    def __call__(self, record: type[Record], text: str, **given: str) -> tuple[Record | None, tuple[Finding, ...]]: ...


@pytest.fixture(scope="session")
def make(read: Read) -> Make:
    """Make a record out of a text that is sound as YAML, and return it with the findings."""

    def make_out_of(record: type[Record], text: str, **given: str) -> tuple[Record | None, tuple[Finding, ...]]:
        document, findings = read(text)
        assert findings == ()
        assert document is not None
        made, misfits = structure(document.values, record, given=given)
        return made, in_words(document, misfits)

    return make_out_of


@pytest.fixture(scope="session")
def refuse(make: Make) -> Callable[..., None]:
    """Make a record out of a text with marks and expect exactly one finding, at the marked place."""

    def expect(record: type[attrs.AttrsInstance], text: str, kind: Kind, message: str, hint: str) -> None:
        place = unmark(text)
        made, findings = make(record, place.text)
        (span,) = place.spans
        assert findings == (finding(kind, FILE, span, say("{text}", text=message), say("{text}", text=hint)),)
        assert made is None

    return expect
