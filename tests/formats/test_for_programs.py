"""``json`` and ``jsonl``: what is written reads back as it was, in ASCII, and no line of it is obeyed by the log of a build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.formats import as_json, as_jsonl

if TYPE_CHECKING:
    from tests.formats.conftest import Make, ReportOn


def test_nothing_found_is_still_a_whole_answer(report: ReportOn) -> None:
    whole = {"language": "en", "claims": 3, "counts": {"error": 0, "warning": 0, "info": 0}, "not_shown": 0, "fixed": 0}
    assert json.loads(as_json.write(report())) == {"format_version": 1, **whole, "findings": [], "more": []}
    assert json.loads(as_jsonl.write(report())) == {"format_version": 1, "type": "summary", **whole, "more": []}


def test_the_order_of_the_fields_is_fixed(make: Make, report: ReportOn) -> None:
    assert list(json.loads(as_json.write(report(make())))) == [
        "format_version", "language", "claims", "counts", "not_shown", "fixed", "findings", "more",
    ]  # fmt: skip
