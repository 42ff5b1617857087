"""Characters that no file may hold: each of them is refused, at its place, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimtrack.findings import Finding
from claimtrack.reading.documents import Document

Read = Callable[[str | bytes], tuple[Document | None, tuple[Finding, ...]]]

REFUSED = [
    *(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC))),
    "\U000e0001", "\U000e0020", "\U000e0041", "\U000e007f", "🏴\U000e0068\U000e0069\U000e007f", "\x85", "\u2028", "\u2029",
    *(chr(code) for code in (0x00, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F)),
    "\ufeff", "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff",
]  # fmt: skip

PLACES = {
    "a text": "location: The old bri{}dge\n",
    "a text in quotation marks": 'location: "{}The old bridge"\n',
    "a text below a bar": "internal: |\n  The old{} bridge\n",
    "a text in brackets": "topics: [traffic, {}]\n",
    "a comment": "topics: [traffic]  # old{} bridge\n",
    "a name": "loca{}tion: The old bridge\n",
    "nothing": "location: The old bridge\n{}",
}


@pytest.mark.parametrize("sign", REFUSED, ids=lambda sign: f"U+{ord(sign[-1]):04X}")
@pytest.mark.parametrize("place", PLACES)
def test_a_character_that_no_file_may_hold_is_refused(place: str, sign: str, read: Read) -> None:
    text = "status: draft\n" + PLACES[place].format(sign)
    document, findings = read(text)
    before = text[: text.index(sign) + sign.startswith("🏴")]

    assert document is None
    assert [(one.code in {"CT011", "CT012", "CT013"}, one.span.line, one.span.column) for one in findings] == [
        (True, before.count("\n") + 1, len(before) - before.rfind("\n"))
    ]


@pytest.mark.parametrize(
    "escape", ["\\0", "\\a", "\\e", "\\N", "\\L", "\\P", "\\x7f", "\\u202e", "\\ufeff", "\\ud800", "\\U000e0041", "\\U00110000"]
)
def test_written_as_an_escape_it_is_the_same(escape: str, read: Read) -> None:
    document, findings = read(f'status: draft\nlocation: "The {escape}bridge"\n')

    assert document is None
    assert [(one.code in {"CT011", "CT012", "CT013"}, one.span.line, one.span.column) for one in findings] == [(True, 2, 16)]
