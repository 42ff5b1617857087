"""Fact-checks as code: claims as YAML under git, checked, reviewed and rendered as a site.

The names below are the public interface; each is loaded when it is first used, so that importing this package costs nothing.

    import datetime

    import claimtrack

    today = datetime.date.today()
    project, findings = claimtrack.load(".")
    findings += claimtrack.check(project, today=today)
    for claim in claimtrack.published(project, today=today).claims.values():
        print(claim.id, claim.verdict.rating if claim.verdict else "no verdict any more")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.checking import check as check
    from claimtrack.dates import PartialDate as PartialDate
    from claimtrack.findings import Finding as Finding
    from claimtrack.history.comparison import Comparison as Comparison
    from claimtrack.history.comparison import compare as compare
    from claimtrack.loading import load as load
    from claimtrack.moves.building import build as build
    from claimtrack.moves.exporting import export as export
    from claimtrack.project import Project as Project
    from claimtrack.publication import published as published
    from claimtrack.records.article import Article as Article
    from claimtrack.records.claim import Claim as Claim
    from claimtrack.records.desk import Desk as Desk
    from claimtrack.records.evidence import Evidence as Evidence
    from claimtrack.records.quantity import Quantity as Quantity
    from claimtrack.records.source import Source as Source

__version__ = "0.1.0"

_ROOMS = {
    "Article": "records.article",
    "Claim": "records.claim",
    "Comparison": "history.comparison",
    "Desk": "records.desk",
    "Evidence": "records.evidence",
    "Finding": "findings",
    "PartialDate": "dates",
    "Project": "project",
    "Quantity": "records.quantity",
    "Source": "records.source",
    "build": "moves.building",
    "check": "checking",
    "compare": "history.comparison",
    "export": "moves.exporting",
    "load": "loading",
    "published": "publication",
}

__all__ = [
    "Article",
    "Claim",
    "Comparison",
    "Desk",
    "Evidence",
    "Finding",
    "PartialDate",
    "Project",
    "Quantity",
    "Source",
    "__version__",
    "build",
    "check",
    "compare",
    "export",
    "load",
    "published",
]


def __getattr__(name: str) -> object:
    """Load a public name from the room that it lives in."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'claimtrack' has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"claimtrack.{_ROOMS[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
