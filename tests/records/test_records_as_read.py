"""What reading makes of the examples of the design, record by record: every value with its type, so that no change of a type slips by."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import claimtrack
from claimtrack.project import Project

DESIGN = Path(__file__).parent / "design"
RECORDS = ["desk", "article/displaced", "claim/example-claim", "claim/example-life", "sources"]


@pytest.fixture(scope="module")
def project() -> Project:
    project, findings = claimtrack.load(DESIGN)
    assert findings == ()
    return project


def record(project: Project, name: str) -> object:
    kind, _, one = name.partition("/")
    return {
        "desk": project.desk,
        "article": project.articles.get(one),
        "claim": project.claims.get(one),
        "sources": dict(project.sources),
    }[kind]


def told(value: Any) -> object:  # noqa: ANN401  (a value of a record is of any of their types)
    """Return a value of a record as plain data: a mapping begins with the name of its class, and what is left out is not named."""
    if attrs.has(type(value)):
        fields = [(one, getattr(value, one.name)) for one in attrs.fields(type(value))]
        given = {one.name: told(found) for one, found in fields if found != absent(one)}
        return {"": type(value).__name__, **given}
    if isinstance(value, Mapping):
        return {str(key): told(found) for key, found in value.items()}
    if isinstance(value, tuple):
        return [told(one) for one in value]
    if isinstance(value, Decimal | datetime.date):
        return f"{type(value).__name__} {value}"
    assert value is None or type(value) in {str, bool, int}, value
    return value


def absent(field: Any) -> object:  # noqa: ANN401  (attrs has no name for an attribute of any type)
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]  # a class too


@pytest.mark.parametrize("name", RECORDS)
def test_the_records_are_read_as_before(name: str, project: Project, file_regression: FileRegressionFixture) -> None:
    text = json.dumps(told(record(project, name)), ensure_ascii=False, indent=1)

    file_regression.check(text + "\n", basename=name.replace("/", "-"), extension=".json", encoding="utf-8")


def test_these_are_all_the_records(project: Project) -> None:
    names = ["desk", *(f"article/{one}" for one in project.articles), *(f"claim/{one}" for one in project.claims), "sources"]

    assert names == RECORDS
