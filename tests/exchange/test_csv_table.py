"""The table for people: it can be read by every reader of RFC 4180, and no spreadsheet finds a formula in it."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.exchange.csv_table import COLUMNS, guarded, unguarded
from claimtrack.records.claim import Verdict
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.exchange.conftest import Desk

CLAIM = "wal-im-nebel"
TRIGGERS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
ATTACKS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)",
    " =1+1", "\u00a0=1+1", "'=1+1", '"=1+1',
    "a;=1+1", "a,=1+1", "a\n=1+1", "a\t=1+1", 'a";=1+1', "a; =1+1", "a|@SUM(1)", '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0", "\ufeff=1+1", "\u200b=1+1",
]  # fmt: skip


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows as a reader of RFC 4180 gets them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def with_statement(desk: Desk, text: str) -> Desk:
    told = Text({"de": text, "en": text})
    return desk.with_claim(CLAIM, statement=told, headline=told, verdict=Verdict(rating="refuted", summary=told))


def test_every_claim_has_a_row_with_every_column(harbour: Desk) -> None:
    exported = harbour.export("csv")
    found = rows(exported.text)
    assert [list(row) for row in found] == [[column.name for column in COLUMNS]] * 12
    assert all(None not in row.values() for row in found)
    assert exported.losses == ()
    assert exported.text.count("\r\n") == 13
    assert exported.text.replace("\r\n", "").isprintable()


def test_a_row(harbour: Desk) -> None:
    (row,) = rows(harbour.export("csv", "id=faehre-puenktlich", language="en").text)
    assert row == {
        "id": "faehre-puenktlich",
        "folder": "ratssitzung-februar",
        "publication": "corrected",
        "status": "approved",
        "statement": "More than 95 per cent of the ferries to Quallenoog were on time in 2025.",
        "claimant": "Quallenoog-Linie",
        "made_on": "2026-02-09",
        "first_seen": "https://bote.example/2026/02/ratssitzung",
        "article_title": "Plus 100 %: Lastenräder sind in Nordhafen zur Gefahr geworden",
        "topics": "verkehr hafen",
        "aspect": "fact",
        "kind": "quantity",
        "rating": "refuted",
        "rating_label": "Refuted",
        "scale": "six-step@1",
        "headline": row["headline"],
        "summary": row["summary"],
        "evidence": "5",
        "sources": "linie-jahresbericht hafenamt-ankunftsbuch fahrgastverband-stichprobe linie-zaehlweise",
        "published": "2026-02-28",
        "corrected": "2026-05-06",
        "withdrawn": "",
        "page": "https://faktenboje.example/en/claims/faehre-puenktlich.html",
    }


def test_what_was_withdrawn_tells_nothing_but_that(harbour: Desk) -> None:
    (row,) = rows(harbour.export("csv", "id=fischbude").text)
    assert {name: value for name, value in row.items() if value} == {
        "id": "fischbude",
        "folder": "posts",
        "publication": "retracted",
        "status": "approved",
        "published": "2026-06-09",
        "withdrawn": "2026-07-09",
        "page": "https://faktenboje.example/de/claims/fischbude.html",
    }


def test_everything_is_marked_and_names_no_protected_source(harbour: Desk) -> None:
    found = rows(harbour.export("csv", everything=True).text)
    assert len(found) == 22
    assert [row["id"] for row in found if row["publication"] == "unpublished" and row["page"]] == []
    protected = {one.id for one in harbour.project.sources.values() if one.protected}
    assert protected
    assert protected & {one for row in found for one in row["sources"].split()} == set()


@pytest.mark.parametrize("attack", ATTACKS, ids=repr)
def test_no_cell_begins_like_a_formula(attack: str, harbour: Desk) -> None:
    (row,) = rows(with_statement(harbour, attack).export("csv", f"id={CLAIM}").text)
    for cell in row.values():
        for part in re.split(r"[,;|\t\n]", cell):
            assert not re.match(r"[\s\"\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]", part), cell
    assert not any(cell.startswith(tuple(TRIGGERS)) for cell in row.values())
    assert unguarded(row["statement"]) == attack.replace("\r", "\n").strip("\n")


@given(st.text(alphabet="ab'\" \t\n,;|=+-@＝－\u00a0\ufeff", max_size=12))
def test_what_is_put_in_can_be_taken_out_again(text: str) -> None:
    safe = guarded(text)
    assert unguarded(safe) == text
    assert not any(re.match(r"[\s\"\u00a0\ufeff]*[=+\-@＝－]", part) for part in re.split(r"[,;|\t\n]", safe))
    assert not safe.startswith(tuple(TRIGGERS))


def test_texts_without_formulas_stay_as_they_are() -> None:
    for text in ("5 = 4 + 1", "2025-02-24", "'tis", "a - b", "C++; twice", "mail@example.org", "85 %", "„=“"):
        assert guarded(text) == text


def test_what_nobody_sees_is_shown_as_missing(harbour: Desk) -> None:
    (row,) = rows(with_statement(harbour, "a\x00b\x07c\ud800d\x85e\r\nf").export("csv", f"id={CLAIM}").text)
    assert row["statement"] == "a\ufffdb\ufffdc\ufffdd\ne\nf"


@pytest.mark.parametrize("signs", ["44,34,76", "59,34,76", "44/59/9/124,,76"], ids=["comma", "semicolon", "any sign, no quotation marks"])
def test_a_spreadsheet_calculates_nothing(signs: str, harbour: Desk, tmp_path: Path) -> None:
    """A real spreadsheet opens a table full of attacks, split as it should be and as it should not."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice is installed, which is too large to be asked of everybody")
    tables = [with_statement(harbour, attack).export("csv", f"id={CLAIM}").text for attack in ATTACKS]
    table = tmp_path / "table.csv"
    table.write_bytes("".join([tables[0], *(text.partition("\r\n")[2] for text in tables[1:]), "=1+1\r\n"]).encode())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", f"--infilter=CSV:{signs}", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(table)]
    subprocess.run(command, check=True, capture_output=True, timeout=280)
    sheet = zipfile.ZipFile(tmp_path / "table.xlsx").read("xl/worksheets/sheet1.xml")
    assert re.findall(rb"<f[ >][^<]*<?", sheet) == [b'<f aca="false">1+1<'], "the one in the last line, which is none of ours"
