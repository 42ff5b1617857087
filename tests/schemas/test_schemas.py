"""The schemas themselves: valid in draft 7, never at odds with a record that is accepted, and at odds with what has the wrong form."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from claimtrack.cli.program import run
from claimtrack.errors import CannotWriteError
from claimtrack.loading import load
from claimtrack.moves.editing_aids import write_schemas
from claimtrack.records.format import places
from claimtrack.schemas.of_records import schemas
from claimtrack.schemas.words import MOST

if TYPE_CHECKING:
    from tests.conftest import SchemaFaults

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"


@pytest.mark.parametrize("desk", ["claims", "examples/harbour-desk", "examples/school-desk"])
def test_they_are_valid_and_accept_the_records_of_this_repository(desk: str, schema_faults: SchemaFaults) -> None:
    for schema in schemas(load(ROOT / desk)[0]).values():
        jsonschema.Draft7Validator.check_schema(schema)
    assert list(schema_faults(ROOT / desk)) == []


def test_every_field_has_a_description() -> None:
    def described(schema: Any, path: str) -> Iterator[str]:  # noqa: ANN401
        if isinstance(schema, dict):
            for name, one in schema.get("properties", {}).items():
                if "description" not in one and "$ref" not in one and path != "Relation":
                    yield f"{path}.{name}"
            for key, value in schema.items():
                yield from described(value, key if key[0].isupper() else path)
        elif isinstance(schema, list):
            for value in schema:
                yield from described(value, path)

    made = schemas(load(BASE)[0])
    missing = {one for kind, schema in made.items() for one in described(schema, kind)}
    assert {one for one in missing if one.rsplit(".", 1)[1] != "rating"} == set()  # of a verdict, where it depends on the scale
    text = json.dumps(made)
    assert [place.path for place in places() if json.dumps(place.attribute.metadata["doc"].removesuffix("."))[1:-1] not in text] == []


def test_what_is_declared_at_the_desk_is_closed_and_what_comes_and_goes_is_only_offered() -> None:
    claim = schemas(load(BASE)[0])["claim"]

    assert claim["properties"]["topics"]["items"]["enum"] == ["traffic", "budget"]
    source = claim["definitions"]["Evidence"]["properties"]["source"]
    assert {"type": ["string", "number", "boolean"]} in json.loads(json.dumps(source))["anyOf"][0]["anyOf"]


def test_a_rating_that_an_editor_takes_for_a_truth_value_is_a_rating(tmp_path: Path, schema_faults: SchemaFaults) -> None:
    shutil.copytree(BASE, tmp_path / "desk")
    desk = tmp_path / "desk" / "desk.yaml"
    desk.write_text(desk.read_text("utf-8").replace("six-step@1", "google-five@1"), "utf-8")
    record = tmp_path / "desk" / "town" / "example.yaml"
    record.write_text(record.read_text("utf-8").replace("rating: supported", "rating: true"), "utf-8")

    assert load(tmp_path / "desk")[1] == ()
    assert list(schema_faults(tmp_path / "desk")) == []


def test_very_many_sources_are_not_listed(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "desk")
    many = "".join(f"source-{one}: {{unknown: Invented., level: primary}}\n" for one in range(MOST))
    with (tmp_path / "desk" / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(many)

    assert len(json.dumps(schemas(load(tmp_path / "desk")[0])["claim"])) < 100_000


def test_an_unreadable_desk_gets_schemas_with_the_presets(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "desk")
    (tmp_path / "desk" / "desk.yaml").write_text("format: [", "utf-8")

    claim = schemas(load(tmp_path / "desk")[0])["claim"]
    jsonschema.Draft7Validator.check_schema(claim)
    assert claim["properties"]["authors"]["items"] == {"type": ["string", "number", "boolean"]}


def test_the_command_writes_again_what_it_made_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(BASE, tmp_path / "desk")
    assert run(["schema", str(tmp_path / "desk")]) == 0
    first = {file: file.read_bytes() for file in (tmp_path / "desk" / ".claimtrack").glob("*.json")}
    assert sorted(file.name for file in first) == ["article.schema.json", "claim.schema.json", "desk.schema.json", "sources.schema.json"]
    assert run(["schema", str(tmp_path / "desk")]) == 0
    assert {file: file.read_bytes() for file in (tmp_path / "desk" / ".claimtrack").glob("*.json")} == first
    assert load(tmp_path / "desk")[1] == ()

    settings = tmp_path / "desk" / ".vscode" / "settings.json"
    settings.write_text("{} // mine\n", "utf-8")
    capsys.readouterr()
    assert run(["schema", str(tmp_path / "desk")]) == 0
    assert settings.read_text("utf-8") == "{} // mine\n"
    assert "as it is; the settings to add are\n{" in capsys.readouterr().out

    (tmp_path / "desk" / ".claimtrack" / "claim.schema.json").write_text("{}", "utf-8")
    with pytest.raises(CannotWriteError, match=r"claim\.schema\.json was not made by claimtrack"):
        list(write_schemas(load(tmp_path / "desk")[0]))
    assert run(["schema", str(tmp_path / "desk")]) == 3
