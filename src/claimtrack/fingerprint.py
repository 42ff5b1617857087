"""The fingerprint of a claim: what an approval covers, in sixteen hex digits, so that it goes stale when that changes."""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
import re
from typing import Any

import attrs

from claimtrack.dates import PartialDate
from claimtrack.project import Project
from claimtrack.records.claim import Claim
from claimtrack.records.evidence import Evidence
from claimtrack.records.fields import key_of
from claimtrack.records.passage import MediaStretch, Stretch
from claimtrack.records.quantity import Tolerance
from claimtrack.records.speaker import OwnVoice
from claimtrack.records.text import Text

VERSION = "v1"
"""How this fingerprint is taken; one of another version, or without any, cannot be compared with it."""

COVERED = (
    "statement",
    "headline",
    "quote",
    "claimant",
    "attributed_to",
    "chain",
    "quantity",
    "evidence",
    "computed",
    "gaps",
    "reasons",
    "so_far",
    "verdict",
)
"""The fields of a claim that a fingerprint covers, and with a verdict the scale that it is on."""

_TOLD_APART = {"evidence", "reasons", "verdict"}

COVERED_OF_SOURCES = ("url", "origin", "level", "cites")
"""The fields of the cited sources that a fingerprint covers: not their archives, titles and dates, which may be seen to later."""

_DIGITS = 16
_WRITTEN = re.compile(r"v[1-9]\d{0,2}:[0-9a-f]{16}|[0-9a-f]{8}", re.ASCII)
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), check_circular=False).encode
_WRITTEN_AS_ONE = (PartialDate, Tolerance, Stretch, MediaStretch)


def fingerprint(project: Project, claim: Claim) -> str:
    """Return the fingerprint of a claim of a project: ``v1:`` and 16 hex digits of SHA-256 over canonical JSON.

    It stands for what is said and not for how it is written. The order of keys, comments, quoting, blank lines at the end of a text, a
    default that is written out, a text of which only the language is not named, and reasons that stand in the article's record for all
    of its claims do not change it. The JSON has sorted keys, no blanks, only ASCII, and leaves absent fields out.
    """
    language = project.desk.reference_language
    covered = {name: _plain(getattr(claim, name), language) for name in COVERED if name not in _TOLD_APART}
    covered["evidence"] = [_with_source(evidence, project) for evidence in claim.evidence]
    covered["reasons"] = _plain(project.reasons_of(claim), language)
    if claim.verdict is not None:
        scale = project.scale_of(claim)
        covered["verdict"] = _given(claim.verdict, language, without="scale")
        covered["scale"] = scale.id if scale else claim.verdict.scale or str(project.desk.scale)
    return f"{VERSION}:{hashlib.sha256(_CANONICAL(_present(covered)).encode()).hexdigest()[:_DIGITS]}"


def is_fingerprint(text: str) -> bool:
    """Say whether a text is written as a fingerprint is; eight digits without a version are from before there were versions.

    >>> is_fingerprint("v1:13d541d2ede53725"), is_fingerprint("7c1e90b2"), is_fingerprint("13d541d2ede53725")
    (True, True, False)
    """
    return _WRITTEN.fullmatch(text) is not None


def _with_source(evidence: Evidence, project: Project) -> dict[str, Any]:
    """Return a piece of evidence with what counts of its source in place of the whole source."""
    source = project.source_of(evidence)
    cited = {name: getattr(source, name) for name in COVERED_OF_SOURCES} if source is not None else {}
    if isinstance(evidence.source, str):
        cited["id"] = evidence.source
    return {**_given(evidence, project.desk.reference_language, without="source"), "source": _present(cited)}


def _plain(value: Any, language: str) -> Any:  # noqa: ANN401  (the fields of records are of many types)
    """Return a value of a record as plain data for JSON; *language* is that of texts which name none."""
    plain: Any = value
    if isinstance(value, str):
        plain = value.rstrip()
    elif isinstance(value, Text):
        plain = {tag or language: words.rstrip() for tag, words in value.by_language.items()}
    elif isinstance(value, tuple):
        plain = [_plain(one, language) for one in value]
    elif isinstance(value, OwnVoice):
        plain = "article"
    elif isinstance(value, datetime.date):
        plain = value.isoformat()
    elif _fields_of(value.__class__) is not None:
        plain = _given(value, language)
    elif value is not None and not isinstance(value, bool):
        plain = str(value)
    return plain


def _given(record: Any, language: str, *, without: str = "") -> dict[str, Any]:  # noqa: ANN401  (any class of records)
    """Return what a record gives, by its keys: neither what is absent nor what is as it would be without a word."""
    given = {}
    for name, key, default in _fields_of(record.__class__) or ():
        value = getattr(record, name)
        if value is not None and value is not default and name != without and (default is None or value != default):
            plain = _plain(value, language)
            if plain or plain is False:
                given[key] = plain
    return given


@functools.cache
def _fields_of(record: type) -> tuple[tuple[str, str, Any], ...] | None:
    """Return name, key and default of each field of a class of records; None for what is written as one value."""
    if not attrs.has(record) or issubclass(record, _WRITTEN_AS_ONE):
        return None
    return tuple((one.name, key_of(one), one.default) for one in attrs.fields(record))


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is absent."""
    return {key: value for key, value in fields.items() if value or value is False}
