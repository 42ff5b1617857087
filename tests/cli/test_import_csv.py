"""Tables come in by what a mapping says of their columns; everything here is invented."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.conftest import texts

from claimtrack.changes import Bare
from claimtrack.errors import UsageError
from claimtrack.exchange.csv_in import FIELDS, import_
from claimtrack.exchange.incoming import ArrivedClaim, Given, Receiving
from claimtrack.findings import Finding
from claimtrack.moves.column_mapping import column_mapping
from claimtrack.records.presets import SCALES

if TYPE_CHECKING:
    from tests.cli.conftest import Call

MAPPING = {
    "statement": "Claim",
    "language": "Lang",
    "claimant": "By",
    "claimant_kind": "Sort",
    "made_on": "Date",
    "appearance": "Seen at",
    "check_url": "Link",
    "rating": "Verdict",
}
HEAD = "Claim,Lang,By,Sort,Date,Seen at,Link,Verdict\r\n"
ROW = '"A seal, a big one, took the tram.",en,Ada Holm,person,2026-02-05,https://talk.example/1,https://checks.example/seal,False\r\n'


def read(content: str | bytes, name: str = "table.csv", **fields: Any) -> tuple[list[ArrivedClaim], list[str]]:  # noqa: ANN401  (fields of Receiving)
    receiving = Receiving(
        **{"today": datetime.date(2026, 3, 20), "languages": ("en",), "scale": SCALES["google-five@1"], "mapping": MAPPING, **fields}
    )
    data = content.encode() if isinstance(content, str) else content
    found = list(import_(Given(name, io.BytesIO(data)), receiving))
    claims = [one for one in found if not isinstance(one, Finding)]
    said = [one for one in found if isinstance(one, Finding)] + [each for one in claims for each in one.findings]
    return claims, [f"{one.span.line} {one.code} {one.message}" for one in said]


def test_a_row_comes_in_as_the_mapping_says() -> None:
    (claim,), said = read(HEAD + ROW)
    assert said == []
    assert claim.values == {
        "statement": "A seal, a big one, took the tram.",
        "claimant": {"name": "Ada Holm", "kind": "person"},
        "made_on": Bare("2026-02-05"),
        "appearances": [{"url": "https://talk.example/1"}],
        "evidence": [
            {
                "id": "fact-check",
                "source": {"url": "https://checks.example/seal", "language": "en", "kind": "fact-check", "seen": "not-seen"},
                "stance": "context",
                "quote": "False",
            }
        ],
        "extra": {
            "imported": {
                "format": "csv",
                "identity": claim.identity,
                "ratings": [{"label": "False", "rating": "false", "scale": "google-five@1"}],
            },
            "original": (
                '{"Claim": "A seal, a big one, took the tram.", "Lang": "en", "By": "Ada Holm", "Sort": "person", "Date": "2026-02-05", '
                '"Seen at": "https://talk.example/1", "Link": "https://checks.example/seal", "Verdict": "False"}'
            ),
        },
    }


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_signs_part_cells_too(sign: str) -> None:
    table = f"Claim{sign}Lang\nA, b{sign}en\n"
    (claim,), _ = read(table, mapping={"statement": "Claim", "language": "Lang"})
    assert claim.values["statement"] == "A, b"


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.json"])
def test_flat_objects_are_rows_too(name: str) -> None:
    line = '{"Claim": "A.", "Lang": "en", "Other": 1}'
    (claim,), said = read(
        f"{line}\n5\n" if name == "rows.jsonl" else f"[{line}, 5]", name, mapping={"statement": "Claim", "language": "Lang"}
    )
    assert claim.values["extra"]["original"] == line  # type: ignore[index, call-overload]  # known to be a mapping
    assert [one.partition(" ")[2] for one in said] == [
        "CT905 expected an object with the columns of a row",
        "CT913 kept under `extra.original` only: `Other`",
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", ["1 CT904 there is no row in the table"]),
        (HEAD, ["1 CT904 there is no row in the table"]),
        (HEAD + "\r\n" + ROW.replace("False", "False,more"), ["3 CT905 the row has 9 cells, expected 8"]),
        (HEAD + ROW.replace('"A seal, a big one, took the tram."', " "), ["2 CT905 there is no claim in the row"]),
        (HEAD + '"never ends', ["2 CT905 this is no table of comma-separated values: unexpected end of data; nothing behind it was read"]),
        (b"Claim\nB\xe4r\n", ["2 CT901 byte 0xE4, number 8, is not UTF-8"]),
        (
            "Claim,Claim\nA,B\n",
            [
                "1 CT912 two columns are called ‘Claim’; the last one was taken",
                "1 CT912 the table has no column ‘By’, ‘Date’, ‘Lang’, ‘Link’, ‘Seen at’, ‘Sort’, ‘Verdict’, which the mapping names",
                "2 CT917 nothing says which language the claim is in; expected one of the desk",
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_table_is_told_row_by_row(table: str | bytes, said: list[str]) -> None:
    assert read(table)[1] == said


def test_a_guard_against_formulas_is_taken_back_and_cells_may_have_lines() -> None:
    (first, second), said = read('Claim,Lang\n\'=1+1 is two,en\n"A\nb",en\n', mapping={"statement": "Claim", "language": "Lang"})
    assert (first.values["statement"], second.values["statement"]) == ("=1+1 is two", "A b")
    assert said == ["3 CT911 `Claim`: blanks and line ends that say nothing were taken out"]


def test_a_sort_of_claimant_that_records_do_not_have_is_refused() -> None:
    _, said = read(HEAD + ROW.replace("person", "bot"))
    assert said == ["2 CT912 `Sort`: ‘bot’ is none of person, organisation, group; the record takes everybody for a person"]


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        (b"statment: Claim\n", "the mapping m.yaml has 'statment', which no column can mean; did you mean statement?"),
        (b"qqq: Claim\n", f"the mapping m.yaml has 'qqq', which no column can mean; {', '.join(FIELDS)}"),
        (b"rating: Verdict\n", "the mapping m.yaml does not say which column has the claim: write `statement: HEADING`"),
        (b"statement: [a]\n", "the mapping m.yaml wants the heading of a column behind 'statement'"),
        (b"statement: a\nstatement: b\n", "the mapping m.yaml cannot be read: line 2: `statement` stands here a second time"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(mapping: bytes, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        column_mapping("m.yaml", mapping)
    assert str(refused.value) == message


def test_by_the_command(desk: Path, call: Call) -> None:
    (desk / "table.csv").write_text(HEAD + ROW, "utf-8")
    (desk / "mapping.yaml").write_text("".join(f"{field}: {column}\n" for field, column in MAPPING.items()), "utf-8")
    before = texts(desk)
    now = ("--by", "ines", "--now", "2026-03-20")
    ended = call("import", "csv", "table.csv", *now)
    assert (ended.err, ended.code) == (
        "claimtrack: csv wants --mapping FILE, and no other format does: which column means what\n",
        2,
    )
    assert call("import", "csv", "table.csv", "--mapping", "mapping.yaml", *now).code == 0
    assert len(texts(desk)) == len(before) + 1
