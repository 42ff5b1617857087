"""Every kind of finding of the reading room: its text is complete, and its examples have the finding and have it not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from claimtrack.findings import Finding, Kind
from claimtrack.reading.documents import Document
from claimtrack.reading.guard import MAX_KEY, MAX_NESTING, MAX_TEXT, RECORD_BOUNDS, SOURCES_BOUNDS
from claimtrack.reading.kinds import (
    BAD_KEY,
    BYTE_ORDER_MARK,
    KINDS,
    LINE_SEPARATOR,
    MIXED_LINE_ENDINGS,
    NOT_UTF8,
    TAB_INDENTATION,
    TEXT_TOO_LONG,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY_VALUES,
)
from claimtrack.reading.kinds.of_characters import KINDS_OF_CHARACTERS
from claimtrack.reading.kinds.of_fields import GLUED_COMMENT
from claimtrack.reading.kinds.of_yaml import KINDS_OF_YAML

Read = Callable[[str | bytes], tuple[Document | None, tuple[Finding, ...]]]

IN_BYTES: dict[Kind, tuple[bytes, int]] = {
    NOT_UTF8: ("statement: Die Brücke ist gesperrt.\n".encode("latin-1"), 1),
    LINE_SEPARATOR: ("internal: x\u2028status: approved\n".encode(), 1),
    BYTE_ORDER_MARK: (b"\xef\xbb\xbfstatus: draft\n", 1),
    MIXED_LINE_ENDINGS: (b"status: draft\r\nauthors: [ines]\nx: y\r\n", 2),
    TAB_INDENTATION: ("statement:\n\tde: Die Brücke ist gesperrt.\n".encode(), 2),
    TEXT_TOO_LONG: (b"internal: |\n  " + b"x" * 90_000 + b"\n", 1),
    TOO_MANY_VALUES: (b"topics:\n" + b"- x\n" * 30_000, 20_000),
    TOO_LARGE: (b"#" * 3_000_000, 1),
}
"""What stands for an example that cannot be written as text, and the line that it is found in."""

OF_DOCUMENTS = [*KINDS_OF_CHARACTERS, *KINDS_OF_YAML, GLUED_COMMENT]


def name(kind: Kind) -> str:
    return kind.name


def test_codes_are_unique_sorted_and_of_this_family() -> None:
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"CT0\d\d", code) for code in codes)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_the_text_of_a_kind_is_complete(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.name)
    for sentence in (kind.title, kind.reason, kind.remedy):
        assert re.match(r"[A-Z0-9].*\.$", sentence)
    assert kind.bad != kind.good
    assert kind.bad.startswith("# (bytes)") or [line for line in kind.bad.splitlines() if line.endswith("# here")]


@pytest.mark.parametrize("kind", OF_DOCUMENTS, ids=name)
def test_the_bad_example_has_the_finding_where_it_says(kind: Kind, read: Read) -> None:
    if kind.bad.startswith("# (bytes)"):
        data, line = IN_BYTES[kind]
    else:
        data = kind.bad.encode()
        line = next(number for number, text in enumerate(kind.bad.splitlines(), start=1) if text.endswith("# here"))
    _, findings = read(data)
    assert (kind.code, kind.severity, line) in [(one.code, one.severity, one.span.line) for one in findings]


@pytest.mark.parametrize("kind", OF_DOCUMENTS, ids=name)
def test_the_good_example_has_no_finding_at_all(kind: Kind, read: Read) -> None:
    document, findings = read(kind.good)
    assert findings == ()
    assert document is not None


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        (TOO_DEEP, [MAX_NESTING]),
        (TEXT_TOO_LONG, [MAX_TEXT]),
        (BAD_KEY, [MAX_KEY]),
        (TOO_MANY_VALUES, [RECORD_BOUNDS.values, SOURCES_BOUNDS.values]),
    ],
)
def test_the_text_says_the_bound_that_holds(kind: Kind, numbers: list[int]) -> None:
    for number in numbers:
        assert f"{number:,}" in f"{kind.title} {kind.reason}"


def test_the_text_says_how_large_a_file_may_be() -> None:
    assert (RECORD_BOUNDS.size, SOURCES_BOUNDS.size) == (2**20, 16 * 2**20)
    assert "1 MiB (16 MiB for sources.yaml)" in TOO_LARGE.reason
