"""Findings and reports of them, and what holds a SARIF log against its schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from claimtrack.findings import Finding, Related, Severity
from claimtrack.formats.report import Report
from claimtrack.locations import Span
from claimtrack.phrases import say

Make = Callable[..., Finding]
ReportOn = Callable[..., Report]
Faults = Callable[[Mapping[str, Any]], list[str]]

HERE = Span(3, 5, 3, 9)


@pytest.fixture(scope="session")
def make() -> Make:
    """Make a finding out of what matters in a test."""

    def make(
        message: str = "it is wrong",
        *,
        hint: str = "",
        code: str = "CT040",
        severity: Severity = Severity.ERROR,
        file: str = "claims/town/a.yaml",
        span: Span = HERE,
        related: tuple[Related, ...] = (),
    ) -> Finding:
        return Finding(file, span, code, severity, say("{text}", text=message), say("{text}", text=hint), related)

    return make


@pytest.fixture(scope="session")
def report() -> ReportOn:
    """Report on findings in three claims, each in a file with these lines."""

    def report(*found: Finding, at_most: int = 0, language: str = "en", lines: tuple[str, ...] = ()) -> Report:
        return Report(findings=found, claims=3, at_most=at_most, language=language, version="1.2.3", lines_of=lambda _: lines)

    return report


@pytest.fixture(scope="session")
def faults() -> Faults:
    """Say what is wrong with a SARIF log by the schema of OASIS, which is held against the rules for schemas first."""
    schema = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    validator = Draft4Validator(schema)
    return lambda log: [error.message for error in validator.iter_errors(log)]
