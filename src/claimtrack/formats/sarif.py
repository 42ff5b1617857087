"""For code scanning and editors: SARIF 2.1.0, with an explanation of every code that occurs."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from claimtrack.findings import Finding, Kind, Severity
from claimtrack.formats.as_json import FORMAT_VERSION, as_text, summary_of
from claimtrack.formats.markdown_text import fenced, plain
from claimtrack.formats.report import Replacement, Report
from claimtrack.locations import Span
from claimtrack.phrases import say
from claimtrack.rules.registry import kind

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASE = "%SRCROOT%"
_PASSING = re.compile(r"\d{4}-\d\d-\d\d|\d+\.\d+", re.ASCII)
_FINGERPRINT = "claimtrack/v1"
_DRIVE = re.compile(r"[A-Za-z]:/")


def write(report: Report) -> str:
    """Write findings as one SARIF log with one run; ``formatVersion`` of its properties is the version of what SARIF leaves to us.

    Braces in messages stay as they are: a message without arguments has nothing that they could stand for.
    """
    codes = sorted({one.code for one in report.written})
    head, tail = summary_of(report)
    counts = {"claims": report.claims, "counts": head["counts"], "notShown": report.hidden, "fixed": head["fixed"], **tail}
    run = {
        "tool": {"driver": _driver(report, codes)},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which claimtrack was called."}}},
        "results": _results(report, codes),
        "properties": {"formatVersion": FORMAT_VERSION, **counts},
    }
    return as_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, codes: list[str]) -> dict[str, Any]:
    version = {"version": report.version, "semanticVersion": report.version} if report.version else {}
    rules = [_rule(known) if (known := kind(code)) else {"id": code} for code in codes]
    return {"name": "claimtrack", **version, "language": "en", "rules": rules}


def _rule(described: Kind) -> dict[str, Any]:
    """Return the explanation of a code; its words are those of ``claimtrack explain``."""
    examples = [(called, text) for called, text in (("Found here", described.bad), ("Mended", described.good)) if text]
    return {
        "id": described.code,
        "name": described.name,
        "shortDescription": {"text": described.title},
        "fullDescription": {"text": described.reason or described.title},
        "help": {
            "text": "\n\n".join([described.remedy or described.title, *(f"{called}:\n\n{text}" for called, text in examples)]),
            "markdown": "\n\n".join(
                [plain(described.remedy or described.title), *(f"{called}:\n\n{fenced(text, 'yaml')}" for called, text in examples)]
            ),
        },
        "defaultConfiguration": {"level": _LEVELS[described.severity]},
        "properties": {"tags": [described.standard, *described.clauses]},
    }


def _results(report: Report, codes: list[str]) -> list[dict[str, Any]]:
    places = {code: place for place, code in enumerate(codes)}
    prints = fingerprints(report.written)
    return [_result(report, one, places[one.code], print_) for one, print_ in zip(report.written, prints, strict=True)]


def _result(report: Report, finding: Finding, rule: int, fingerprint: str) -> dict[str, Any]:
    words = report.say(finding.message)
    if finding.hint:
        words += f"\n{report.say(say('help'))}: {report.say(finding.hint)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": without_links(words)},
        "locations": [_location(report, finding.file, finding.span)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(report, one.file, one.span), "message": {"text": without_links(report.say(one.message))}}
            for number, one in enumerate(finding.related)
        ]
    if (replacement := report.replacement_of(finding)) is not None:
        result["fixes"] = [_fix(report, finding, replacement)]
    return result


def _fix(report: Report, finding: Finding, replacement: Replacement) -> dict[str, Any]:
    change = {"deletedRegion": _region(replacement.span), "insertedContent": {"text": replacement.text}}
    return {
        "description": {"text": without_links(report.say(finding.hint or finding.message))},
        "artifactChanges": [{"artifactLocation": address(report.shown(finding.file)), "replacements": [change]}],
    }


def _location(report: Report, file: str, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": address(report.shown(file)), "region": _region(span)}}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def address(file: str) -> dict[str, str]:
    """Return a file as SARIF names it: relative to the folder of the call, and encoded.

    >>> address("claims/böse datei.yaml")
    {'uri': 'claims/b%C3%B6se%20datei.yaml', 'uriBaseId': '%SRCROOT%'}
    """
    encoded = quote(file.encode("utf-8", "surrogatepass"), safe="/")
    if file.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if _DRIVE.match(file):
        return {"uri": f"file:///{file[:2]}{quote(file[2:].encode('utf-8', 'surrogatepass'), safe='/')}"}
    return {"uri": encoded, "uriBaseId": _BASE}


def without_links(text: str) -> str:
    """Return a text in which nobody sees a link: in SARIF, ``[words](address)`` is one even in plain texts.

    >>> without_links("see [this](https://evil.example)")
    'see [this] (https://evil.example)'
    """
    return text.replace("](", "] (")


def fingerprints(findings: tuple[Finding, ...]) -> list[str]:
    """Return what tells each finding from all others of the run, and stays the same when lines move or the language changes.

    It is made of code, file and English message, without days and fractions, which a figure of the desk changes every day; findings that
    agree in all three are numbered in the order of their places.
    """
    seen: Counter[str] = Counter()
    prints = []
    for one in findings:
        lasting = _PASSING.sub("", one.message)
        same = hashlib.sha256(f"{one.code}\0{one.file}\0{lasting}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[same] += 1
        prints.append(f"{same}:{seen[same]}")
    return prints
