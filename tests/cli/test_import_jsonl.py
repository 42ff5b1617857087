"""What goes out as JSON Lines and comes in again is the same, whatever is in the records."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import texts
from tests.test_any_record import RECORDS, records_of

from claimtrack.editing import compose_record
from claimtrack.exchange.json_text import as_json
from claimtrack.exchange.jsonl_in import as_read
from claimtrack.loading import load
from claimtrack.reading.documents import read_document
from claimtrack.reading.structuring import structure
from claimtrack.records.plain import plain_values
from claimtrack.records.written import written_values

if TYPE_CHECKING:
    from tests.cli.conftest import Call

NOW = ("--now", "2026-11-24")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_is_the_same_behind_json_and_behind_the_file_that_is_written(record: type[Any], data: st.DataObject) -> None:
    value = data.draw(records_of(record))
    assume(plain_values(value))  # a source of which nothing is told cannot stand in a file of its own
    line = as_json(plain_values(value))
    read, misfits = structure(as_read(json.loads(line)), record)
    assert (read, misfits) == (value, ())
    document, findings = read_document("record.yaml", compose_record(written_values(read)))
    assert document is not None, findings
    assert structure(document.values, record) == (value, ())


@pytest.fixture
def harbour(invented_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented desk, and beside it, in the current folder, one that has nothing but the same desk record."""
    shutil.copytree(invented_desk, tmp_path / "harbour")
    (tmp_path / "empty" / "claims").mkdir(parents=True)
    shutil.copy(invented_desk / "claims" / "desk.yaml", tmp_path / "empty" / "claims")
    for name in ("archives", "snapshots"):
        shutil.copytree(invented_desk / name, tmp_path / "empty" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def records(folder: Path) -> tuple[object, ...]:
    project, findings = load(folder)
    assert [one for one in findings if one.severity.value == "error"] == []
    return project.desk, dict(project.articles), dict(project.sources), dict(project.claims)


def test_a_whole_desk_goes_out_and_comes_in_as_it_was(harbour: Path, call: Call) -> None:
    call("export", "jsonl", "harbour", "--all", "-o", "all.jsonl", *NOW)
    ended = call("import", "jsonl", "all.jsonl", "--desk", "empty", *NOW)
    assert (ended.out, ended.err, ended.code) == (
        "all.jsonl:1:1: CT908 the desk itself is the same\nwrote 29 files to empty/claims/\n",
        "65 items: 64 new, 1 known already\nnext: read what came in, and `claimtrack move` on what the desk takes up\n",
        0,
    )
    assert records(harbour / "empty") == records(harbour / "harbour")
    call("export", "jsonl", "empty", "--all", "-o", "again.jsonl", *NOW)
    assert (harbour / "again.jsonl").read_bytes() == (harbour / "all.jsonl").read_bytes()
    before = texts(harbour / "empty" / "claims")
    assert call("import", "jsonl", "all.jsonl", "--desk", "empty", *NOW).err == "65 items: 65 known already\n"
    assert texts(harbour / "empty" / "claims") == before


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in (folder / "all.jsonl").read_text("utf-8").splitlines()]


def test_what_is_broken_is_left_out_and_everything_else_comes_in(harbour: Path, call: Call) -> None:
    call("export", "jsonl", "harbour", "--all", "-o", "all.jsonl", *NOW)
    (claim,) = [line for line in lines(harbour) if line.get("id") == "robbe-im-nachtbus"]
    odd = [
        "{",
        "5",
        '{"claimtrack":2}',
        as_json({**claim, "kind": "letter"}),
        as_json({**claim, "id": "../x"}),
        as_json({**claim, "id": "no-record", "record": []}),
        as_json({**claim, "id": "wrong", "record": {**claim["record"], "made_on": "soon"}}),
        as_json({**claim, "record": {**claim["record"], "location": "Elsewhere"}}),
        as_json({**claim}),
    ]
    (harbour / "odd.jsonl").write_text("".join(one + "\n" for one in [as_json(claim), *odd]), "utf-8")
    ended = call("import", "jsonl", "odd.jsonl", "--desk", "empty", *NOW)
    assert ended.out.splitlines() == [
        "odd.jsonl:2:2: CT902 this is no JSON; near ‘{’",
        'odd.jsonl:3:1: CT905 this is no line of this format, which begins with `{"claimtrack":1`',
        "odd.jsonl:4:15: CT905 the format is of version 2, expected 1",
        "odd.jsonl:5:24: CT905 expected one of claim, article, source, desk; found letter",
        "odd.jsonl:6:37: CT905 `id` is no id",
        "odd.jsonl:7:187: CT905 `record` is missing or has no fields",
        "odd.jsonl:8:1: CT905 CT044: expected a date such as 2025, 2025-02 or 2025-02-24; found ‘soon’",
        "odd.jsonl:9:1: CT907 the id ‘robbe-im-nachtbus’ stands in odd.jsonl:1 with something else, which came in",
        "odd.jsonl:10:1: CT906 the same item stands in odd.jsonl:1",
        "wrote 1 file to empty/claims/posts/",
    ]
    assert ended.err.startswith("9 items: 1 new, 2 repeated, 6 left out\n")


def test_another_desk_stays_as_it_is_and_texts_say_which_language_they_are_in(harbour: Path, call: Call) -> None:
    other = harbour / "empty" / "claims" / "desk.yaml"
    other.write_text(other.read_text("utf-8").replace("languages: [de, en]", "languages: [en, de]"), "utf-8")
    call("export", "jsonl", "harbour", "--select", "id=robbe-im-nachtbus", "--all", "-o", "one.jsonl", *NOW)
    text = (harbour / "one.jsonl").read_text("utf-8")
    line = json.loads(text.splitlines()[1])
    line["record"] |= {"statement": "Eine Robbe fuhr mit.", "made_on": "2026-04"}
    (harbour / "one.jsonl").write_text(f"{text.splitlines()[0]}\n{as_json(line)}\n", "utf-8")
    ended = call("import", "jsonl", "one.jsonl", "--desk", "empty", *NOW)
    assert ended.out == (
        "one.jsonl:1:1: CT905 it is another desk, and this one stays as it is; different are `languages`\n"
        "one.jsonl:2:1: CT911 texts without a language are in `de`, and say so now\n"
        "wrote 1 file to empty/claims/posts/\n"
    )
    record = (harbour / "empty" / "claims" / "posts" / "robbe-im-nachtbus.yaml").read_text("utf-8")
    assert "statement:\n  de: Eine Robbe fuhr mit.\nmade_on: 2026-04\n" in record


def test_an_id_that_means_something_else_here_is_left_out(harbour: Path, call: Call) -> None:
    call("export", "jsonl", "harbour", "--all", "-o", "all.jsonl", *NOW)
    call("import", "jsonl", "all.jsonl", "--desk", "empty", *NOW)
    changed = [line for line in lines(harbour) if line.get("id") == "robbe-im-nachtbus"]
    changed[0]["record"]["location"] = "Elsewhere"
    (harbour / "changed.jsonl").write_text(as_json(changed[0]) + "\n", "utf-8")
    ended = call("import", "jsonl", "changed.jsonl", "--desk", "empty", *NOW)
    assert (ended.out, ended.err, ended.code) == (
        "changed.jsonl:1:1: CT905 the desk has something else under the id ‘robbe-im-nachtbus’, which stays as it is\n",
        "1 item: 1 left out\n",
        1,
    )


def test_the_folder_is_not_for_the_caller_to_choose(harbour: Path, call: Call) -> None:
    (harbour / "all.jsonl").write_text("", "utf-8")
    ended = call("import", "jsonl", "all.jsonl", "--into", "x", "--desk", "empty", *NOW)
    assert (ended.err, ended.code) == (
        "claimtrack: --into is for what others have checked; what comes in by jsonl says itself where it belongs\n",
        2,
    )
