"""New files: laid out as people write them, and read by every reader as what they were composed of."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimtrack.changes import Bare, Value
from claimtrack.editing import compose_record
from claimtrack.errors import RefusedError
from claimtrack.reading.documents import read_document

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
RECORDS = sorted(EXAMPLES.rglob("*.yaml"))

CLAIM: dict[str, Value] = {
    "status": "correcting",
    "authors": ["ada", "ben"],
    "statement": {"de": "Das Bad war 2025 an mehr als 200 Tagen zu.", "en": "In 2025 the pool was closed on more than 200 days."},
    "quote": {"exact": "mehr als 200 Tage, so Finn", "at": Bare("328-354"), "suffix": "am Donnerstag"},
    "claimant": {"name": "Cara Finn", "kind": "person", "role": "Councillor"},
    "made_on": Bare("2026-02"),
    "quantity": {"value": Bare("200"), "unit": "day", "comparator": "more than", "as_of": Bare("2025")},
    "appearances": [{"title": "Council", "at": Bare("1:02:40-1:02:58"), "first": True}],
    "evidence": [
        {"id": "report", "source": "pool-report", "stance": "refutes", "quote": "Closed: 91 days", "added": datetime.date(2026, 3, 9)},
        {"id": "no", "source": {"unknown": "A letter, on paper"}, "stance": "term", "quantity": {"value": Decimal("1E+2"), "unit": "day"}},
    ],
    "computed": {"sum": ["report", "no"], "result": 191},
    "verdict": {
        "rating": "refuted",
        "summary": "It was closed on 91 days.",
        "rationale": "The town counted 91 days [@report].\n\nThe club could not train on 88.\n",
    },
    "history": [
        {"to": "draft", "on": datetime.date(2026, 2, 20), "by": "ada"},
        {"to": "approved", "on": datetime.date(2026, 2, 21), "by": "ben", "covers": "v1:dd91947a1c60909f"},
    ],
    "extra": {"ticket": "007", "done": "no", "since": "2026-02-09", "empty": "", "nothing": "~"},
}

WRITTEN = """\
# INVENTED.
#
# Two lines above.
status: correcting
authors: [ada, ben]
statement:
  de: Das Bad war 2025 an mehr als 200 Tagen zu.
  en: In 2025 the pool was closed on more than 200 days.
quote: {exact: "mehr als 200 Tage, so Finn", at: 328-354, suffix: am Donnerstag}
claimant: {name: Cara Finn, kind: person, role: Councillor}
made_on: 2026-02
quantity: {value: 200, unit: day, comparator: more than, as_of: 2025}
appearances:
  - title: Council
    at: 1:02:40-1:02:58
    first: true
evidence:
  - id: report
    source: pool-report
    stance: refutes
    quote: "Closed: 91 days"
    added: 2026-03-09
  - id: "no"
    source:
      unknown: A letter, on paper
    stance: term
    quantity: {value: 100, unit: day}
computed: {sum: [report, "no"], result: 191}
verdict:
  rating: refuted
  summary: It was closed on 91 days.
  rationale: |
    The town counted 91 days [@report].

    The club could not train on 88.
history:
  - {to: draft, on: 2026-02-20, by: ada}
  - {to: approved, on: 2026-02-21, by: ben, covers: "v1:dd91947a1c60909f"}
extra:
  ticket: "007"
  done: "no"
  since: "2026-02-09"
  empty: ""
  nothing: "~"
"""


def test_a_record_is_laid_out_as_people_write_it() -> None:
    assert compose_record(CLAIM, comment="INVENTED.\n\nTwo lines above.").decode() == WRITTEN


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_what_people_wrote_reads_the_same_when_it_is_composed_anew(record: Path) -> None:
    document, _ = read_document(record.name, record.read_bytes())
    assert document is not None
    again, findings = read_document(record.name, compose_record(document.values))
    assert again is not None
    assert (again.values, findings) == (document.values, ())


HOSTILE = st.text(st.sampled_from("ab :#-?,[]{}&*!|>'\"%@`\\\n\t0123.~=<yno\u00e9\u6d77\U0001f600\u0301\u00a0"), max_size=12)
MAYBE = st.one_of(
    HOSTILE, st.sampled_from(["no", "0o7", "012", "1:30", "1e3", ".inf", "2026-02-09", "null", "~", "---", "...", "- a", "<<"])
)


@settings(max_examples=150)
@given(MAYBE, MAYBE)
@example(" begins with a blank\n", "ends with one \n")
@example("\n", "\n\na\n\n\n")
@example("a\n  b\n\tc", "# no comment\n")
def test_every_text_is_a_text_to_readers_of_either_version_of_yaml(one: str, other: str) -> None:
    values: dict[str, Any] = {
        "plain": one, "list": [one, other], "short": {"to": "draft", "by": other}, "texts": [{"id": one, "quote": other}],
    }  # fmt: skip
    data = compose_record(values)
    assert yaml.safe_load(data) == values
    assert YAML(typ="safe", pure=True).load(data) == values


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a\u202eb", "the new text holds U+202E RIGHT-TO-LEFT OVERRIDE, which no record may hold"),
        ("a\x1b[31m", "the new text holds U+001B ESCAPE, which no record may hold"),
        ("x" * 70_000, "the text has 70,000 characters, expected at most 65,536"),
    ],
)
def test_what_no_record_may_hold_is_refused(text: str, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        compose_record({"statement": text})
    assert str(refused.value) == f"this cannot be written into a record: {why}"


def test_numbers_that_have_no_digits_are_refused() -> None:
    with pytest.raises(RefusedError, match=r"^this cannot be written into a record: NaN is no number that can be written in digits$"):
        compose_record({"value": Decimal("NaN")})
