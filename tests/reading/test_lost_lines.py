"""One deleted line is one finding: that the line was lost, and not everything that cannot be where it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimtrack.findings import Finding
from claimtrack.reading.documents import Document, read_document
from claimtrack.reading.kinds import DUPLICATE_KEY, UNKNOWN_FIELD
from claimtrack.reading.misfits import in_words
from claimtrack.reading.structuring import structure
from claimtrack.records.article import Article
from claimtrack.records.claim import Claim
from claimtrack.records.desk import Desk
from claimtrack.records.source import Source

Expect = Callable[..., None]
Read = Callable[[str | bytes], tuple[Document | None, tuple[Finding, ...]]]

AGAIN = "stand here a second time"
NEW_ENTRY = "as if the line with the `- ` of a new entry had been lost"
BEGIN = "begin the new entry with `- ` and its first field; if they belong to the entry above, keep one of each"
NEW_NAME = "as if the line with the name above them had been lost"
NAME = "write the name that they belong to above them; if they belong to the fields above, keep one of each"

REPEATED = [
    # the first line of an entry
    ("e:\n- id: a\n  «source»: b\n  quote: c\n  ‹source›: d\n  quote: e\n", f"`source` and `quote` {AGAIN}, {NEW_ENTRY}", BEGIN),
    (
        "e:\n- id: a\n  «source»: b\n  ‹source›: d\n  note: x\n  id: c\n",
        f"`source` and `id` {AGAIN}, {NEW_ENTRY}",
        BEGIN,
    ),
    (
        "e:\n- {z: 0}\n- «a»: 1\n  b: 1\n  c: 1\n  d: 1\n  e: 1\n  ‹a›: 1\n  b: 1\n  c: 1\n  d: 1\n  e: 1\n",
        f"`a`, `b`, `c` and 2 more fields {AGAIN}, {NEW_ENTRY}",
        BEGIN,
    ),
    ("g:\n- what:\n    «de»: a\n    en: b\n    ‹de›: c\n    en: d\n  why: e\n- x: y\n", f"`de` and `en` {AGAIN}, {NEW_NAME}", NAME),
    # the first line of an entry, and of a mapping in it
    (
        "g:\n- why: a\n  what:\n    «de»: a\n    en: b\n    ‹de›: c\n    en: d\n  why: e\n",
        f"`de`, `en` and `why` {AGAIN}, {NEW_ENTRY}",
        BEGIN,
    ),
    # the line with a name
    ("a:\n  «url»: b\n  title: c\n  ‹url›: d\n  kind: x\n  title: e\n", f"`url` and `title` {AGAIN}, {NEW_NAME}", NAME),
    # nothing was lost
    ("«a»: b\nc: d\n‹a›: b\nc: d\n", f"`a` and `c` {AGAIN}", "keep one of each"),
    ("a: [{«b»: c, d: e, ‹b›: c, d: e}]\n", f"`b` and `d` {AGAIN}", "keep one of each"),
    ("a:\n  «b»: c\n  d: e\n  ‹b›: f\n", "`b` stands here a second time", "keep one of the two"),
    (
        "a:\n- «b»: c\n  d: e\n  ‹b›: f\n",
        "`b` stands here a second time",
        "keep one of the two; if a new entry of the list begins here, put `- ` in front of it",
    ),
]


@pytest.mark.parametrize("case", REPEATED, ids=lambda case: repr(case[0][:50]))
def test_what_stands_twice_because_of_one_lost_line_is_told_once(case: tuple[str, str, str], expect_only: Expect) -> None:
    text, message, hint = case
    expect_only(text, DUPLICATE_KEY, message, hint, "first defined here")


def test_two_lost_lines_are_two_findings(read: Read) -> None:
    _, findings = read("e:\n- id: a\n  source: b\n  quote: c\n  source: d\n  quote: e\n  source: f\n  quote: g\n")

    assert [(one.code, one.span.line) for one in findings] == [("CT027", 5), ("CT027", 7)]


def test_repetitions_far_from_each_other_are_told_apart(read: Read) -> None:
    _, findings = read("a: 1\na: 2\nb: 3\nc: 4\nb: 5\n")

    assert [(one.code, one.span.line, one.message) for one in findings] == [
        ("CT027", 2, "`a` stands here a second time"),
        ("CT027", 5, "`b` stands here a second time"),
    ]


CLAIM = "status: draft\n"
LOST = [
    # the name of a list
    (
        Claim,
        "letters:\n- {to: A, about: claim, on: 2026-01-01}\n- ‹id›: a\n  source: b\n  stance: context\n- {id: b, source: c, stance: term}",
        "`id`, `source` and `stance` are no fields of a letter, but of `evidence`, which is missing",
        "write `evidence:` on a line of its own above them",
    ),
    (
        Claim,
        "corrections: []\nrelations:\n- {same-topic: a}\n- ‹to›: draft\n  on: 2026-01-01\n  by: ines\n",
        "`to`, `on` and `by` are no fields of a relation, but of `history`, which is missing",
        "write `history:` on a line of its own above them",
    ),
    (
        Claim,
        "disputes:\n- {who: A, says: B}\n- ‹embeds›: other\n",
        "`embeds` is no field of a dispute, but of `relations`, which is missing",
        "write `relations:` on a line of its own above them",
    ),
    # the name of a record
    (
        Claim,
        "reasons:\n  no_quote: Spoken.\n  ‹rating›: supported\n  summary: So it is.\n",
        "`rating` and `summary` are no fields of `reasons`, but of `verdict`, which is missing",
        "write `verdict:` on a line of its own above them",
    ),
    (
        Claim,
        "statement:\n  de: Zu.\n  ‹no_quote›: Spoken.\n  declined: No.\n",
        "`no_quote` and `declined` are no fields of a text, but of `reasons`, which is missing",
        "write `reasons:` on a line of its own above them",
    ),
    # the name of a text
    (
        Claim,
        "gaps:\n- wanted: a\n- would_change: All.\n  ‹de›: Was\n  en: What\n",
        "`de` and `en` are no fields of a gap, but languages of `what`, which is missing",
        "write `what:` on a line of its own above them",
    ),
    (
        Claim,
        "corrections:\n- on: 2026-01-01\n  class: minor\n  cause: reader\n  was:\n    rating: refuted\n    ‹de›: Was\n    en: What\n",
        "`de` and `en` are no fields of `was`, but languages of `notice`, which is missing",
        "write `notice:` on a line of its own above them",
    ),
    (
        Claim,
        "reasons:\n  ‹de›: Was\n  en: What\n",
        "`de` and `en` are no fields of `reasons`, but languages of a text whose name is missing",
        "write the name of the text on a line of its own above them",
    ),
    # the name of names
    (
        Desk,
        "people:\n  ines: {shown: Ines}\n  traffic: {‹de›: Verkehr, en: Traffic}\n  money: Geld\n",
        "`de` and `en` are no fields of a person, but languages of `topics`, which is missing",
        "write `topics:` on a line of its own above them",
    ),
    (
        Article,
        "rewrites:\n  title: A\n  ‹broadcast›: {what: B}\n  minutes: {what: C}\n",
        "`broadcast` and `minutes` are no fields of `rewrites`, but of `wanted`, which is missing",
        "write `wanted:` on a line of its own above them",
    ),
]  # fmt: skip
BEGINNING: dict[type[Any], str] = {
    Claim: CLAIM,
    Desk: "format: 1\npublisher: {name: A}\nlanguages: [de, en]\n",
    Article: "title: A\nlanguage: de\n",
}


@pytest.mark.parametrize("case", LOST, ids=lambda case: repr(case[1][:50]))
def test_fields_below_a_lost_name_are_told_once(case: tuple[type[Any], str, str, str], refuse: Callable[..., None]) -> None:
    record, text, message, hint = case
    refuse(record, BEGINNING[record] + text, UNKNOWN_FIELD, message, hint)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("letters:\n- {to: A, about: claim, on: 2026-01-01, soruce: b, stnace: c}\n", ["CT040", "CT040"]),
        # the name is there
        ("evidence: []\nletters:\n- {id: a, source: b, stance: context}\n", ["CT040"] * 3 + ["CT041"] * 3),
        # not all that a piece of evidence must have
        ("letters:\n- {to: A, about: claim, on: 2026-01-01, id: a, source: b}\n", ["CT040", "CT040"]),
        # `by` and `on` look like languages, and are none
        ("legal: {by: ines, on: 2026-01-01, at: x, to: y}\n", ["CT040", "CT040"]),
    ],
)
def test_what_only_looks_like_a_lost_name_is_told_field_by_field(text: str, codes: list[str], read: Read) -> None:
    document, _ = read(CLAIM + text)
    assert document is not None
    _, misfits = structure(document.values, Claim)

    assert sorted(one.code for one in in_words(document, misfits)) == codes


DESK = Path(__file__).parents[1] / "fuzz" / "desk" / "claims"
TOLD_MORE_THAN_ONCE = {"town/article.yaml": ["for_all_claims:"]}  # its fields then seem to be names of things that are wanted


def findings_of(file: str, data: bytes) -> Iterator[Finding]:
    """Yield what reading says of a file."""
    document, findings = read_document(file, data)
    yield from findings
    if document is None:
        return
    if file == "sources.yaml":
        made = [structure(values, Source, (source,), {"id": source}) for source, values in document.values.items()]
        yield from in_words(document, [misfit for _, misfits in made for misfit in misfits])
    else:
        record: type[Any] = Desk if file == "desk.yaml" else Article if file.endswith("article.yaml") else Claim
        yield from in_words(document, structure(document.values, record)[1])


@pytest.mark.parametrize("file", sorted(path.relative_to(DESK).as_posix() for path in DESK.rglob("*.yaml")))
def test_a_deleted_line_is_at_most_one_finding(file: str) -> None:
    lines = (DESK / file).read_text("utf-8").splitlines(keepends=True)
    told = []
    for number, line in enumerate(lines):
        findings = list(findings_of(file, "".join(lines[:number] + lines[number + 1 :]).encode()))
        if len(findings) > 1:
            told.append(line.rstrip())

    assert told == TOLD_MORE_THAN_ONCE.get(file, [])
