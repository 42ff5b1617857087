"""The fingerprint of a claim: what an approval covers, in sixteen hex digits, so that it goes stale when that changes."""

from __future__ import annotations

import datetime
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

COVERED_OF_SOURCES = ("url", "origin", "level", "cites")
"""The fields of the cited sources that a fingerprint covers: not their archives, titles and dates, which may be seen to later."""

_DIGITS = 16
_WRITTEN = re.compile(r"v[1-9]\d{0,2}:[0-9a-f]{16}|[0-9a-f]{8}", re.ASCII)
_WRITTEN_AS_ONE = (PartialDate, Tolerance, Stretch, MediaStretch)


def fingerprint(project: Project, claim: Claim) -> str:
    """Return the fingerprint of a claim of a project: ``v1:`` and 16 hex digits of SHA-256 over canonical JSON.

    It stands for what is said and not for how it is written. The order of keys, comments, quoting, blank lines at the end of a text, a
    default that is written out, a text of which only the language is not named, and reasons that stand in the article's record for all
    of its claims do not change it. The JSON has sorted keys, no blanks, only ASCII, and leaves absent fields out.
    """
    claim = project.as_meant(claim)
    covered = {name: _plain(getattr(claim, name), project) for name in COVERED}
    covered["evidence"] = [_with_source(evidence, project) for evidence in claim.evidence]
    if claim.verdict is not None:
        scale = project.scale_of(claim)
        covered["verdict"] = _plain(attrs.evolve(claim.verdict, scale=None), project)
        covered["scale"] = scale.id if scale else claim.verdict.scale or str(project.desk.scale)
    canonical = json.dumps(_present(covered), sort_keys=True, separators=(",", ":"))
    return f"{VERSION}:{hashlib.sha256(canonical.encode()).hexdigest()[:_DIGITS]}"


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
    return {**_plain(attrs.evolve(evidence, source=""), project), "source": _present(cited)}


def _plain(value: Any, project: Project) -> Any:  # noqa: ANN401  (the fields of records are of many types)
    """Return a value of a record as plain data for JSON."""
    plain: Any = value
    if isinstance(value, str):
        plain = value.rstrip()
    elif isinstance(value, Text):
        plain = {tag or project.desk.reference_language: words.rstrip() for tag, words in value.by_language.items()}
    elif isinstance(value, OwnVoice):
        plain = "article"
    elif isinstance(value, tuple):
        plain = [_plain(one, project) for one in value]
    elif isinstance(value, datetime.date):
        plain = value.isoformat()
    elif attrs.has(type(value)) and not isinstance(value, _WRITTEN_AS_ONE):
        given = [one for one in attrs.fields(type(value)) if getattr(value, one.name) != one.default]
        plain = _present({key_of(one): _plain(getattr(value, one.name), project) for one in given})
    elif value is not None and not isinstance(value, bool):
        plain = str(value)
    return plain


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is absent."""
    return {key: value for key, value in fields.items() if value is not None and value not in ({}, [], (), "")}
