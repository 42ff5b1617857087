"""JSON Lines: everything comes back as it was, each line keeps to the schema, and what only the desk may see is marked."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import jsonschema
import pytest

from claimtrack.exchange.json_text import as_json
from claimtrack.exchange.jsonl import export
from claimtrack.exchange.jsonl_schema import jsonl_schema
from claimtrack.loading import load
from claimtrack.moves.exporting import outgoing
from claimtrack.moves.selecting import parse_selection
from claimtrack.publication import published
from claimtrack.reading.structuring import structure
from claimtrack.records.format import KINDS
from claimtrack.records.text import Text

if TYPE_CHECKING:
    from tests.exchange.conftest import Desk

CLAIM = "wal-im-nebel"


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.removesuffix("\n").split("\n")]


def as_texts(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Return JSON the way that a file of YAML gives its values: every scalar a text."""
    if isinstance(value, Mapping):
        return {name: as_texts(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_texts(one) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else value


def record_of(line: Mapping[str, Any]) -> Any:  # noqa: ANN401  (any record)
    """Return the record that a line holds."""
    kind = KINDS[line["kind"]]
    given = {name: line[name] for name in ("id", "folder") if name in {one.name for one in attrs.fields(kind)} and name in line}
    record, misfits = structure(as_texts(line["record"]), kind, given=given)
    assert misfits == ()
    return record


@pytest.mark.parametrize("folder", ["claims", "examples/harbour-desk", "examples/school-desk"])
def test_everything_comes_back(folder: str, repository: Path, harbour: Desk) -> None:
    project = attrs.evolve(load(repository / folder)[0], today=harbour.project.today)
    desk = type(harbour)(project)
    records = [record_of(line) for line in lines(desk.export("jsonl", everything=True).text)]
    assert records == [project.desk, *project.articles.values(), *project.sources.values(), *project.claims.values()]


def test_of_chosen_claims_only_what_they_name_goes_out(harbour: Desk) -> None:
    found = lines(harbour.export("jsonl", "id=robbe-mit-fahrschein", everything=True).text)
    assert [line["kind"] for line in found] == ["desk", "claim"]


def test_what_readers_see_comes_back(harbour: Desk) -> None:
    public = published(harbour.project)
    records = [record_of(line) for line in lines(harbour.export("jsonl").text)]
    assert records == [public.desk, *public.articles.values(), *public.sources.values(), *public.claims.values()]


def test_every_line_keeps_to_the_schema(harbour: Desk, school: Desk) -> None:
    schema = jsonl_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    for desk in (harbour, school):
        for everything in (False, True):
            for line in lines(desk.export("jsonl", everything=everything).text):
                validator.validate(line)
    line = lines(harbour.export("jsonl", f"id={CLAIM}").text)[-1]
    changes: list[dict[str, Any]] = [
        {"claimtrack": 2},
        {"kind": "source"},
        {"more": 1},
        {"record": {**line["record"], "more": 1}},
        {"record": {}},
    ]
    assert [change for change in changes if validator.is_valid({**line, **change})] == []


def test_a_line_says_what_is_in_it(harbour: Desk) -> None:
    found = lines(harbour.export("jsonl", f"id={CLAIM}").text)
    assert {tuple(line)[:2] for line in found} == {("claimtrack", "kind")}
    assert [line["kind"] for line in found] == ["desk", "source", "source", "claim"]
    claim = found[-1]
    assert [claim[name] for name in ("claimtrack", "id", "folder", "language", "publication")] == [1, CLAIM, "speeches", "de", "published"]
    assert [line["folder"] for line in found if line["kind"] == "source"] == ["speeches", "speeches"]
    assert "only_at_desk" not in claim


def test_what_only_the_desk_may_see_is_marked_and_nothing_else_is_there(harbour: Desk) -> None:
    public = {(line["kind"], line.get("id")): line["record"] for line in lines(harbour.export("jsonl").text)}
    for line in lines(harbour.export("jsonl", everything=True).text):
        seen = public.get((line["kind"], line.get("id")), {})
        assert line["only_at_desk"] == [name for name in line["record"] if line["record"][name] != seen.get(name)]
    texts = harbour.export("jsonl").text
    assert harbour.project.desk.internal
    assert "hängt am Kopierer" not in texts
    assert "hängt am Kopierer" in harbour.export("jsonl", everything=True).text


def test_the_folder_of_a_draft_is_not_told(harbour: Desk) -> None:
    """A source may lie in a folder that readers do not see, and be cited from one that they do."""
    files = {**harbour.project.files, ("source", "neujahrsempfang"): "claims/what-nobody-may-know-yet/sources.yaml"}
    desk = type(harbour)(attrs.evolve(harbour.project, files=files))
    assert "what-nobody-may-know-yet" not in desk.export("jsonl").text
    assert "what-nobody-may-know-yet" in desk.export("jsonl", everything=True).text


def test_any_text_comes_back_and_stays_on_its_line(harbour: Desk) -> None:
    text = '</script>\n\r\t\x00\x07\x7f\x85\u2028\u2029\u202e\ufeff\ud800\U0001f9ad"\\'
    desk = harbour.with_claim(CLAIM, statement=Text({"de": text, "en": text}))
    written = desk.export("jsonl", f"id={CLAIM}").text
    assert written.encode("utf-8").decode("utf-8") == written
    assert len(written.splitlines()) == len(lines(written))
    assert lines(written)[-1]["record"]["statement"] == {"de": text, "en": text}


def test_a_line_is_given_before_the_next_record_is_written(harbour: Desk) -> None:
    """What makes the export a stream: nothing is collected, so that what fails later does not keep back what came before."""
    goes_out = outgoing(harbour.project, parse_selection(f"id={CLAIM}"))
    (claim,) = goes_out.claims
    parts = export(attrs.evolve(goes_out, claims=(claim, attrs.evolve(claim, extra={"a": object()}))))
    assert [json.loads(str(next(parts)))["kind"] for _ in range(4)] == ["desk", "source", "source", "claim"]
    with pytest.raises(attrs.exceptions.NotAnAttrsClassError):
        next(parts)


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_no_number_that_json_cannot_say(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        as_json({"a": number})
