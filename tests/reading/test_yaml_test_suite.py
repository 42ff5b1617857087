"""The YAML test suite: nothing crashes, every refusal has a line, and what is accepted is what the suite and another reader say."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from claimtrack.reading.documents import read_document

FORGIVEN = {"9C9N", "DK95/01", "QB6E", "SU5Z"}
"""Cases that the suite calls errors and every reader in Python accepts, with one and the same value; the suite has no other to offer."""

BLANKS_AT_THE_END = "L24T/01"
"""A case in which every reader in Python drops a line of blanks that the suite would keep."""


def cases(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "data" / "yaml-test-suite" / "cases.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def texts(value: Any) -> Any:  # noqa: ANN401  (JSON of every kind)
    """Return a value of the suite the way a document has it, with a question mark for what the suite has as a number or truth value."""
    if isinstance(value, dict):
        return {key: texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [texts(one) for one in value]
    return value if value is None or isinstance(value, str) else "?"


def like(expected: Any, value: Any) -> Any:  # noqa: ANN401
    """Return the value with a question mark wherever the suite has one."""
    if expected == "?":
        return "?"
    if isinstance(expected, dict) and isinstance(value, dict):
        return {key: like(expected.get(key), one) for key, one in value.items()}
    if isinstance(expected, list) and isinstance(value, list) and len(expected) == len(value):
        return [like(one, other) for one, other in zip(expected, value, strict=True)]
    return value


def test_every_case_is_refused_with_a_line_or_read_as_the_suite_says(external_material: Path) -> None:
    accepted = 0
    for case in cases(external_material):
        data = case["yaml"].encode("utf-8", "surrogatepass")
        document, findings = read_document(case["id"], data)
        assert all(1 <= one.span.line <= data.count(b"\n") + 1 and one.message for one in findings), case["id"]
        if document is None:
            assert findings, case["id"]
            continue
        accepted += 1
        assert not case["error"] or case["id"] in FORGIVEN, case["id"]
        ruamel = YAML(typ="base", pure=True).load(io.StringIO(case["yaml"]))
        assert like_base(document.values) == like_base(ruamel), case["id"]
        if case.get("json") and case["id"] not in {BLANKS_AT_THE_END, *FORGIVEN}:
            expected = texts(json.loads(case["json"]))
            assert like(expected, document.values) == expected, case["id"]
    assert accepted > 50


def like_base(value: Any) -> Any:  # noqa: ANN401
    """Return a tree with one and the same value for all ways to write nothing, which ruamel's base reader tells apart."""
    if isinstance(value, dict):
        return {key: like_base(one) for key, one in value.items()}
    if isinstance(value, list):
        return [like_base(one) for one in value]
    return None if value in ("", "~", "null") else value
