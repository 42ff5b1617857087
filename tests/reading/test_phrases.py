"""What reading says can be said in other languages, to the last word that is ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimtrack.findings import Finding
from claimtrack.loading import load
from claimtrack.phrases import Phrase
from claimtrack.reading.documents import read_document
from claimtrack.reading.field_places import places_of
from claimtrack.reading.misfits import in_words
from claimtrack.reading.record_names import called
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source

_PART = re.compile(r"(\{\{|\}\}|\{[^{}]*\})|([^{}]+)")


def shouted(template: str) -> str:
    """Translate a template into capitals, with what stands in braces let be."""
    return _PART.sub(lambda part: part[1] or part[2].upper(), template)


def phrases_of(finding: Finding) -> Iterator[str]:
    yield finding.message
    yield finding.hint
    yield from (one.message for one in finding.related)


TOLERANCE = "A TOLERANCE IS A SHARE OF THE VALUE SUCH AS 10 %, OR AN AMOUNT WITH ITS UNIT SUCH AS 2 PP OR 500 PERSON"
TWO_WAYS = "A NUMBER MUST NOT BE READ IN TWO WAYS: 1500, OR 1.5000 WHERE DECIMALS ARE MEANT"
AGAIN = "STAND HERE A SECOND TIME, AS IF THE LINE WITH THE NAME ABOVE THEM HAD BEEN LOST"
CASES = [
    # a part that is said by a record's own reader
    ("status: a\nquantity: {unit: c, value: 1, tolerance: 5}\n", f"{TOLERANCE}; FOUND ‘5’"),
    ("status: a\nquantity: {unit: c, value: '1,5'}\n", "A NUMBER IS WRITTEN WITH A DECIMAL POINT: 1.5; FOUND ‘1,5’"),
    ("status: a\ncomputed: {result: '1.500', sum: []}\n", f"{TWO_WAYS}; FOUND ‘1.500’"),
    # the name of a record
    ("status: a\nverdict: []\n", "EXPECTED A VERDICT WITH ITS FIELDS, FOUND AN EMPTY LIST"),
    ("status: a\nevidence: [{id: b, source: c}]\n", "`stance` IS MISSING; A PIECE OF EVIDENCE MUST HAVE IT"),
    ("status: a\nlegal: {by: c, on: 2026-01-01, z: y}\n", "`legal` HAS NO FIELD ‘z’"),
    # a question
    ("sttus: a\n", "DID YOU MEAN `status`?"),
    # several names, and how many more
    ("a:\n" + "  b: 1\n  c: 1\n  d: 1\n  e: 1\n  f: 1\n" * 2, f"`b`, `c`, `d` AND 2 MORE FIELDS {AGAIN}"),
    ("a: x\x01\x01\n", "U+0001 (AND 1 MORE) HAS NO PLACE IN A TEXT"),
    ("a: 'b' c\n", "PUT THE WHOLE TEXT BETWEEN ONE PAIR OF QUOTATION MARKS, WITH ’ OR '' INSIDE"),
    ("a:\n  b: c\n d: e\n", "WHAT IT COULD BELONG TO BEGINS HERE"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CASES, ids=[case[1][:40] for case in CASES])
def test_a_message_is_translated_down_to_its_parts(text: str, said: str) -> None:
    document, findings = read_document("a/b.yaml", text.encode())
    if document is not None:
        findings += in_words(document, structure(document.values, Claim)[1])

    assert said in [one.by(shouted) for finding in findings for one in phrases_of(finding) if isinstance(one, Phrase)]


LINES = ["{", "a: b: c", "x", "\t- y", "- [", "statement: 1", "evidence: 1", "status: &a b", "<<: x", "Status: y", "'"]


@pytest.mark.parametrize("line", LINES)
def test_everything_that_is_said_is_a_phrase(line: str, tmp_path: Path) -> None:
    (tmp_path / "claims" / "a").mkdir(parents=True)
    (tmp_path / "claims" / "a" / "photo.jpg").touch()
    (tmp_path / "claims" / "desk.yaml").write_text("format: 2.0\nlanguages: de\n", "utf-8")
    for number, text in enumerate((f"status: draft\n{line}\n", f"{line}\nstatus: draft\n", f"status: draft\nreasons:\n  {line}\n")):
        (tmp_path / "claims" / "a" / f"{number}.yaml").write_text(text, "utf-8")
    _, findings = load(tmp_path)

    assert findings
    assert [one for finding in findings for one in phrases_of(finding) if not isinstance(one, Phrase)] == []


def test_every_class_of_records_has_a_name_in_messages() -> None:
    new: list[type] = [Article, Claim, Desk, Source]
    seen: dict[type, Phrase] = {}
    while new:
        record = new.pop()
        seen[record] = called(record)
        new += [place.record for place in places_of(record) if place.record not in seen]

    assert len(seen) > 40
    assert all(isinstance(name, Phrase) for name in seen.values())
